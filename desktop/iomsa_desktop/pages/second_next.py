"""What to do next with the second reviews: compare where both differ, go on with one that was begun, begin another."""

from __future__ import annotations

from typing import NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.outcomes.reviewed_twice import DIFFERS, STARTED, TO_COME, Twice, reviewed_twice
from iomsa_desktop.desk import AGREE, SECOND, Place


class Step(NamedTuple):
    """Name a step for a button, and where it is taken."""

    name: str
    place: Place


def twice_of(framework: Framework, sheet: AnswerSheet) -> Twice:
    """Work out the second reviews of a sheet."""
    return reviewed_twice([each.id for each in framework.case_review.questions], sheet.cases, sheet.draw)


def next_agreement(twice: Twice, besides: str = "") -> Step | None:
    """Return the step to the first file on which both differ, other than one."""
    return _step(twice, DIFFERS, besides, "Agree on {ref}", AGREE)


def next_second(twice: Twice, besides: str = "") -> Step | None:
    """Return the step to a second review that was begun, else to the first that was not; other than one file."""
    begun = _step(twice, STARTED, besides, "Go on with the second review of {ref}", SECOND)
    return begun or _step(twice, TO_COME, besides, "Second review of {ref}", SECOND)


def _step(twice: Twice, state: str, besides: str, name: str, page: str) -> Step | None:
    ref = next((ref for ref, each in twice.files.items() if each == state and ref != besides), "")
    return Step(name.format(ref=ref), Place(page, ref)) if ref else None
