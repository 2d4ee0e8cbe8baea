"""The table of case files: how far each one is, what agreed answers look like, and how little is worked out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.builders import blank, iom, with_cases, with_open_case

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Case, CaseAnswer
from iomsa.outcomes.reviewed_twice import AGREED, DIFFERS, DONE, STARTED, TO_COME
from iomsa_desktop.models.cases_table import CasesModel


def shown(cases: Mapping[str, Case], twice: Mapping[str, str]) -> CasesModel:
    model = CasesModel(iom(), QApplication.instance() or QApplication([]))
    model.show_cases(cases, iom().case_review.stages[0], twice)
    return model


def states(model: CasesModel) -> list[str]:
    return [str(model.data(model.index(row, model.state_column))) for row in range(model.rowCount())]


def test_the_state_says_how_far_the_second_review_is_once_the_first_is_done() -> None:
    sheet = with_open_case(iom(), with_cases(iom(), blank(iom()), {"A1": (3, 5)}))
    order = (TO_COME, STARTED, DIFFERS, DONE, AGREED)
    twice = {**dict(zip(sheet.cases, order, strict=False)), "N-900": TO_COME}
    model = shown(sheet.cases, twice)
    said = ["2nd review to come", "2nd review started", "2nd review differs", "Reviewed", "Reviewed"]
    assert states(model) == [*said, "Not started"]
    first = model.index(0, model.state_column)
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "Second review to come"
    assert model.second_states == tuple(said[:3])
    model.sort(model.state_column)
    assert states(model) == ["Not started", *said]


def test_agreed_answers_stand_in_the_table_and_not_applicable_is_short() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (0, 1)})
    case = sheet.cases["N-001"]
    agreed = case._replace(
        second_review=SecondReview("police"), agreed={"A1": case.answers["A1"]._replace(choice="yes")}
    )
    model = shown({"N-001": agreed}, {})
    assert model.data(model.index(0, 4)) == "Yes"
    assert model.data(model.index(0, 5)) == "N/A"
    assert model.data(model.index(0, 5), Qt.ItemDataRole.AccessibleTextRole) == "Not applicable"


def test_a_row_is_worked_out_only_where_it_is_seen_or_has_changed() -> None:
    sheet = with_cases(iom(), blank(iom()), {"A1": (3, 5)}, listed=200)
    model = shown(sheet.cases, {})
    assert not model._states
    assert states(model) == ["Reviewed"] * 200
    kept = dict(model._states)
    case = sheet.cases["N-001"]
    changed = {**sheet.cases, "N-001": case._replace(answers={**case.answers, "C1": CaseAnswer(note="Why?")})}
    model.show_cases(changed, iom().case_review.stages[1])
    assert states(model)[:2] == ["Started, 28 of 29", "Reviewed"]
    assert [ref for ref in changed if model._states[ref] is not kept[ref]] == ["N-001"]
    model.show_cases({"N-001": case._replace(answers={})}, iom().case_review.stages[1])
    assert states(model) == ["Not started"]
