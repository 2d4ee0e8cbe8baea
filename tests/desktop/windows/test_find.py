"""The find box as a person uses it: words, filters, keys, and what opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import blank, full, iom, library, with_answers, with_open_case
from tests.desktop.pages.twice import FIRST_NOTE, list_files, review_again

from iomsa.answers.sheet import Answer
from iomsa.session import edits
from iomsa_desktop.desk import CASE, CASES, PROFILE, STANDARD, Place
from iomsa_desktop.models.found import FLAGGED, MOST, OPEN, UNKNOWN, Hit, search
from iomsa_desktop.windows.find import FindPopup
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def popup(practice: Workspace) -> FindPopup:
    practice.header.finder.setFocus()
    return practice.found


def named(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.name for hit in hits]


def test_every_word_must_be_held_in_any_case_and_order() -> None:
    hits = search(iom(), blank(iom()), "PROBATION rehabilitation lead")
    assert "2.1.2" in named(hits)
    assert search(iom(), blank(iom()), "probation xyzzy") == ()
    assert search(iom(), blank(iom()), "  ") == ()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("2.1.3", Place(STANDARD, "2", "2.1.3")),
        ("people on the scheme", Place(PROFILE, "", "cohort.total")),
        ("children's services checks", Place(CASES, "", "assessment")),
        ("N-900", Place(CASE, "N-900")),
        ("desistance", None),
    ],
)
def test_each_kind_of_thing_is_found_where_it_is(typed: str, place: Place | None) -> None:
    sheet = with_open_case(iom(), blank(iom()))
    assert place in [hit.place for hit in search(iom(), sheet, typed)]


def test_a_note_is_found_and_shown_around_its_word() -> None:
    note = "The board met. " * 20 + "A kestrel sat on the sill. " + "Nobody minded. " * 20
    sheet = blank(iom())._replace(answers={"1.2.1": Answer("2", note=note, evidence="Minutes of heron")})
    (hit,) = search(iom(), sheet, "kestrel")
    assert hit.place == Place(STANDARD, "1", "1.2.1")
    assert "kestrel" in hit.behind
    assert len(hit.behind) < 150
    assert search(iom(), sheet, "heron")[0].behind == "Evidence: Minutes of heron"


def test_a_note_of_the_first_reviewer_is_not_found_before_the_second_review_is_done(new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 12)
    desk = new_scheme.desk

    def noted() -> set[str]:
        return {hit.name.partition(",")[0] for hit in search(desk.framework, desk.sheet, FIRST_NOTE)}

    assert noted() == set(desk.sheet.cases) - set(chosen)
    review_again(new_scheme, chosen[:1])
    assert noted() == set(desk.sheet.cases) - set(chosen[1:])
    assert search(desk.framework, desk.sheet, chosen[1])[0].place == Place(CASE, chosen[1])


def test_filters_show_what_is_open_flagged_and_not_known() -> None:
    sheet = with_answers(full(iom()), {"1.1.1": None, "2.1.1": "not-known"})
    sheet = sheet._replace(answers={**sheet.answers, "3.1.1": Answer("2", flag=True)})
    assert named(search(iom(), sheet, "", OPEN)) == ["1.1.1"]
    assert named(search(iom(), sheet, "", FLAGGED)) == ["3.1.1"]
    assert "2.1.1" in named(search(iom(), sheet, "", UNKNOWN))
    assert named(search(iom(), with_open_case(iom(), full(iom())), "", OPEN)) == ["N-900"]


def test_there_is_a_most_and_any_framework_is_searched() -> None:
    assert len(search(iom(), blank(iom()), "e")) == MOST
    assert search(library(), blank(library()), "loan")


def test_typing_opens_and_enter_leads_to_the_first(popup: FindPopup, practice: Workspace, qtbot: QtBot) -> None:
    finder = practice.header.finder
    qtbot.keyClicks(finder, "2.1.3")
    assert popup.isVisible()
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert practice.place == Place(STANDARD, "2", "2.1.3")
    assert not popup.isVisible()


def test_arrows_walk_the_hits_and_enter_opens_one(popup: FindPopup, practice: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClicks(practice.header.finder, "housing")
    hits = popup.list.found.hits
    qtbot.keyClick(practice.header.finder, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is popup.list
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert practice.place == hits[1].place


def test_escape_and_emptying_close_it(popup: FindPopup, practice: Workspace, qtbot: QtBot) -> None:
    finder = practice.header.finder
    qtbot.keyClicks(finder, "x")
    qtbot.keyClick(finder, Qt.Key.Key_Backspace)
    assert not popup.isVisible()
    qtbot.keyClicks(finder, "housing")
    qtbot.keyClick(finder, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert finder.text() == ""


def test_a_filter_shows_without_words_and_words_make_it_fewer(
    popup: FindPopup, practice: Workspace, qtbot: QtBot
) -> None:
    desk = practice.desk
    desk.bridge.change("flag", edits.answer(desk.sheet, "1.1.1", desk.stamp(), keep_choice=True, flag=True))
    popup.show_only(FLAGGED)
    names = named(popup.list.found.hits)
    assert "1.1.1" in names
    qtbot.keyClicks(practice.header.finder, "1.1.1")
    assert named(popup.list.found.hits) == ["1.1.1"]
    assert popup.says.text() == "1 found"


def test_leaving_for_the_page_closes_it(popup: FindPopup, practice: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClicks(practice.header.finder, "housing")
    practice.go(Place(STANDARD, "1", "1.1.1"))
    assert not popup.isVisible()
