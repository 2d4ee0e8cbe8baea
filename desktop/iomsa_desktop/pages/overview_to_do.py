"""What is still to do, counted, and where each of it leads."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterator
from typing import NamedTuple

from iomsa.answers.progress import Progress, item_done, open_prompts
from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import OPEN, STOPS, Finding
from iomsa.framework.find import counted_standards
from iomsa.framework.model import Framework, ProfileItem
from iomsa.scoring.words import counted
from iomsa_desktop.desk import CASES, CHECK, PROFILE, STANDARD, Place


class ToDo(NamedTuple):
    """Lead to one kind of thing left: the words of the link, those behind it, and the place."""

    link: str
    behind: str
    place: Place


def to_do(framework: Framework, sheet: AnswerSheet, files: Progress, findings: tuple[Finding, ...]) -> Iterator[ToDo]:
    """Walk what is left to do, in the order of the work; `files` are those reviewed, of those on the list."""
    yield from _profile(framework, sheet)
    yield from _prompts(framework, sheet)
    yield from _files(framework, files)
    others = [each for each in findings if each.kind != OPEN]
    stops = sum(each.weight == STOPS for each in others)
    if stops:
        yield ToDo(counted(stops, "thing"), "to put right", Place(CHECK))
    if len(others) > stops:
        yield ToDo(counted(len(others) - stops, "question"), "to look at", Place(CHECK))


def _profile(framework: Framework, sheet: AnswerSheet) -> Iterator[ToDo]:
    missing = [item for item in framework.profile if item.required and not item_done(sheet, item)]
    if missing:
        yield ToDo(counted(len(missing), "fact"), "for the profile", Place(PROFILE, "", _first_open(sheet, missing[0])))


def _prompts(framework: Framework, sheet: AnswerSheet) -> Iterator[ToDo]:
    missing = open_prompts(sheet, counted_standards(framework))
    if missing:
        standard, prompt = missing[0]
        yield ToDo(counted(len(missing), "prompt"), "open", Place(STANDARD, standard.id, prompt.id))


def _files(framework: Framework, files: Progress) -> Iterator[ToDo]:
    if not framework.case_review.questions:
        return
    if not files.of:
        yield ToDo("Case files", "to put on the list", Place(CASES))
    elif not files.complete:
        yield ToDo(counted(files.of - files.done, "file"), "not reviewed", Place(CASES))


def _first_open(sheet: AnswerSheet, item: ProfileItem) -> str:
    empty = (field.id for field in item.fields if not field.optional and not _given(sheet, field.id))
    return next(empty, item.fields[0].id)


def _given(sheet: AnswerSheet, field: str) -> bool:
    record = sheet.profile.get(field)
    return record is not None and (bool(record.value) or record.not_known)
