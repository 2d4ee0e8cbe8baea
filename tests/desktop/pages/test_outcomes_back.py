"""The page of outcomes when it comes to the front again: what changed meanwhile is shown, and nothing else anew."""

from __future__ import annotations

import pytest
from tests.desktop.pages.outcomes_states import KEPT, page_of, put, put_quarters

from iomsa.answers.review import Benchmark
from iomsa.answers.sheet import ProfileValue
from iomsa.outcomes.work_out import Outcomes
from iomsa.session import edits
from iomsa_desktop.desk import OVERVIEW, Place
from iomsa_desktop.pages.outcomes_rates import RatesCard
from iomsa_desktop.windows.workspace import Workspace

AREAS = Benchmark("Made up", tuple((f"Area {number}", 100, 30 + number) for number in range(12)))


def test_what_changed_while_another_page_was_in_front_is_shown(practice: Workspace) -> None:
    page = page_of(practice)
    practice.go(Place(OVERVIEW))
    put(practice, None, "benchmark")
    page_of(practice)
    assert not page.areas.painted.isVisible()

    practice.go(Place(OVERVIEW))
    put(practice, AREAS, "benchmark")
    page_of(practice)
    assert page.areas.painted.isVisible()

    practice.go(Place(OVERVIEW))
    put(practice, ProfileValue("Another name"), "profile", practice.desk.framework.roles.scheme_name)
    page_of(practice)
    page.areas.chart.turn.click()
    assert page.areas.chart.table is not None
    model = page.areas.chart.table.model()
    assert model.index(model.rowCount() - 1, 0).data() == "Another name"

    practice.go(Place(OVERVIEW))
    put_quarters(practice, {})
    put(practice, KEPT, "figures")
    page_of(practice)
    assert not page.time.chart.isVisible()
    assert page.kept.isVisible()


def test_early_signs_follow_an_answer_given_on_another_page(practice: Workspace) -> None:
    page, desk = page_of(practice), practice.desk
    question, row = next((id, row) for id, row in page.signs.rows.items() if row.count.text() != "No yes or no")
    asked = next(each for each in desk.framework.standards[-1].questions if each.id == question).case_question
    ref, case = next((ref, each) for ref, each in desk.sheet.cases.items() if each.rates[asked].choice == "yes")
    assert not case.agreed
    before = row.count.text()
    practice.go(Place(OVERVIEW))
    assert desk.bridge.change("turned", edits.case_answer(desk.sheet, ref, asked, desk.stamp(), choice="no"))
    assert row.count.text() == before
    page_of(practice)
    assert row.count.text() != before


def test_nothing_is_shown_anew_where_nothing_changed(practice: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    times = 0
    page_of(practice)

    def counted(card: RatesCard, found: Outcomes) -> None:
        nonlocal times
        times += 1

    monkeypatch.setattr(RatesCard, "refresh", counted)
    practice.go(Place(OVERVIEW))
    page_of(practice)
    assert times == 0
    put(practice, ProfileValue("999"), "profile", "money.police")
    assert times == 1
