"""What comes next in the case review: another first review, a second one, or agreeing where both reviewers differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iomsa.answers.progress import is_reviewed
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.outcomes.reviewed_twice import DIFFERS, STARTED, TO_COME, Twice, reviewed_twice
from iomsa_desktop.desk import AGREE, SECOND, Place


class Step(NamedTuple):
    """Name a step for a button, and where it is taken."""

    name: str
    place: Place


def next_file(framework: Framework, sheet: AnswerSheet, after: str = "") -> str:
    """Return the first file that is not reviewed, of those after one if any are left there; empty for none."""
    refs = list(sheet.cases)
    start = refs.index(after) + 1 if after in sheet.cases else 0
    waiting = (ref for ref in refs[start:] + refs[:start] if not is_reviewed(framework, sheet.cases[ref]))
    return next((ref for ref in waiting if ref != after), "")


def twice_of(framework: Framework, sheet: AnswerSheet, order: Sequence[str] = ()) -> Twice:
    """Work out the second reviews of a sheet; `order` is that of its files, where it is known already."""
    return reviewed_twice([each.id for each in framework.case_review.questions], sheet.cases, sheet.draw, order)


def next_agreement(twice: Twice, besides: str = "") -> Step | None:
    """Return the step to the first file on which both differ, other than one."""
    return _step(twice, DIFFERS, besides, "Agree on {ref}", AGREE)


def once_reviewed(twice: Twice) -> Step | None:
    """Return the step that comes when every file is reviewed once: the second reviews, then agreeing."""
    return next_second(twice) or next_agreement(twice)


def next_second(twice: Twice, besides: str = "") -> Step | None:
    """Return the step to a second review that was begun, else to the first that was not; other than one file."""
    begun = _step(twice, STARTED, besides, "Go on with the second review of {ref}", SECOND)
    return begun or _step(twice, TO_COME, besides, "Second review of {ref}", SECOND)


def _step(twice: Twice, state: str, besides: str, name: str, page: str) -> Step | None:
    ref = next((ref for ref, each in twice.files.items() if each == state and ref != besides), "")
    return Step(name.format(ref=ref), Place(page, ref)) if ref else None
