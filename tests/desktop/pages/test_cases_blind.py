"""The list of files keeps the first answers from whoever reviews a file again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.builders import blank, iom, with_cases

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Case, CaseAnswer
from iomsa.outcomes.reviewed_twice import AGREED, DIFFERS, STARTED, TO_COME
from iomsa_desktop.kit.flat_table import SIGN
from iomsa_desktop.kit.tick import CROSS
from iomsa_desktop.models.cases_table import CasesModel

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    SIGN,
)


def shown(cases: Mapping[str, Case], twice: Mapping[str, str]) -> CasesModel:
    model = CasesModel(iom(), QApplication.instance() or QApplication([]))
    model.show_cases(cases, iom().case_review.stages[0], twice)
    return model


@pytest.mark.parametrize(
    ("state", "second", "first", "hidden"),
    [
        (TO_COME, 0, 29, True),
        (STARTED, 28, 29, True),
        (STARTED, 28, 28, True),
        (STARTED, 29, 28, False),
        (TO_COME, 0, 28, False),
        (DIFFERS, 29, 29, False),
        (AGREED, 29, 29, False),
        ("", 0, 29, False),
    ],
)
def test_first_answers_are_kept_from_the_second_reviewer(state: str, second: int, first: int, hidden: bool) -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (0, 1)})
    case = sheet.cases["N-001"]
    again = {question.id: CaseAnswer("yes") for question in iom().case_review.questions[:second]}
    firsts = {**dict(list(case.answers.items())[:first]), "A1": CaseAnswer("no")}
    review = SecondReview("police") if second else None
    model = shown({"N-001": case._replace(answers=firsts, second_review=review, second=again)}, {"N-001": state})
    cell = model.index(0, 4)
    why = "Shown once the second review is done"
    assert [model.data(cell, role) for role in ROLES] == (["Later", why, why, None] if hidden else ["No"] * 3 + [CROSS])
    assert model.data(model.index(0, 0)) == "N-001"


def test_sorting_tells_nothing_of_answers_that_are_kept_back() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (2, 4)})
    model = shown(sheet.cases, dict.fromkeys(sheet.cases, TO_COME))
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(4, order)
        assert [model.ref(row) for row in range(4)] == list(sheet.cases)
