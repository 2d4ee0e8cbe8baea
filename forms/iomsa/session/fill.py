"""Fill a sheet from data as ANSWERS.json gives it: all of it, or nothing and every reason why."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.problems import Problem, Refused
from iomsa.session.changes import Edit, apply
from iomsa.session.edits import Stamp
from iomsa.session.fill_answers import fill_answers
from iomsa.session.fill_cases import fill_cases
from iomsa.session.fill_moves import fill_moves, refuse_moves
from iomsa.session.fill_people import fill_follow_up, fill_people, fill_quarters
from iomsa.session.fill_profile import fill_profile
from iomsa.session.given import Given

PARTS = ("answers", "moves", "profile", "cases", "people", "quarters", "follow_up")


def fill(framework: Framework, sheet: AnswerSheet, data: object, stamp: Stamp) -> tuple[Edit, ...]:
    """Return the edits that merge the data into the sheet; raise Refused with every refusal and its place.

    A key present is set, null clears, an absent key is left alone; a case with a known reference is updated. Moved
    ratings are judged as they stand after everything else is filled in.
    """
    problems: list[Problem] = []
    parts = Given(data, "", problems).table(PARTS)
    edits: list[Edit] = []
    if "answers" in parts:
        edits += fill_answers(framework, sheet, parts["answers"], stamp)
    if "profile" in parts:
        edits += fill_profile(framework, sheet, parts["profile"], stamp)
    if "cases" in parts:
        edits += fill_cases(framework, sheet, parts["cases"], stamp)
    if "people" in parts:
        edits += fill_people(framework, sheet, parts["people"], stamp)
    if "quarters" in parts:
        edits += fill_quarters(sheet, parts["quarters"], stamp)
    if "follow_up" in parts:
        edits += fill_follow_up(sheet, parts["follow_up"], stamp)
    if "moves" in parts:
        moves = fill_moves(framework, sheet, parts["moves"], stamp)
        if not problems:
            refuse_moves(framework, apply(sheet, tuple(edits)), parts["moves"], moves)
        edits += moves
    if problems:
        raise Refused(problems)
    return tuple(edits)
