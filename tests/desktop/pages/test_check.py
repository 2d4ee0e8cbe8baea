"""The check page as a person uses it: groups, folds, links that lead to their fields, and nothing to question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.builders import iom
from tests.desktop.hands import page_at

from iomsa.answers.sheet import Address
from iomsa.checks.finding import CONTRADICTION, OPEN, QUESTION, QUESTIONS, STOPS, Finding
from iomsa.session import edits
from iomsa_desktop.desk import CASE, CASES, CHECK, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.pages.check import CheckPage, grouped
from iomsa_desktop.pages.check_group import counted, parts
from iomsa_desktop.pages.places import group_of, place_of
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace) -> CheckPage:
    return page_at(workspace, Place(CHECK), CheckPage)


def titles(page: CheckPage) -> list[str]:
    return [card.findChildren(QLabel)[0].text() for card in page.cards]


def finding(address: Address, weight: str = QUESTIONS, kind: str = OPEN, place: str = "x") -> Finding:
    return Finding("code", weight, kind, address, place, "A sentence.")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (Address("answer", "2.1.3"), Place(STANDARD, "2", "2.1.3")),
        (Address("answer", "8.3.1"), Place(STANDARD, "8", "8.3.1")),
        (Address("move", "7"), Place(STANDARD, "7", "7")),
        (Address("profile", "cohort.total"), Place(PROFILE, "", "cohort.total")),
        (Address("case", "N-001"), Place(CASE, "N-001")),
        (Address("case-answer", "N-001", "A1"), Place(CASE, "N-001", "A1")),
        (Address("case"), Place(CASES)),
        (Address("returned-cases"), Place(CASES)),
        (Address("answer", "99.9"), Place(OVERVIEW)),
        (Address("period"), Place(OVERVIEW)),
    ],
)
def test_every_record_has_its_place(address: Address, place: Place) -> None:
    assert place_of(iom(), address) == place


def test_what_stops_stands_first_and_in_no_other_group() -> None:
    stop = finding(Address("period"), STOPS, CONTRADICTION)
    other = finding(Address("answer", "1.1.1"), QUESTIONS, QUESTION)
    found = grouped((stop, other))
    assert [(group.title, each) for group, each in found] == [("Stops the return", [stop]), ("Questions", [other])]


def test_long_lists_fold_by_standard_and_short_ones_do_not() -> None:
    three = [finding(Address("answer", f"3.1.{n}"), place=f"3.1.{n}") for n in range(1, 5)]
    many = [finding(Address("answer", f"1.{k}.{n}")) for k in (1, 2) for n in range(1, 4)]
    lone = finding(Address("case"))
    assert parts(iom(), three) == [("", three)]
    assert parts(iom(), [*many, *three, lone]) == [("Standard 1", many), ("Standard 3", three), ("", [lone])]
    assert counted(three) == "4 prompts open"
    assert counted([*three, lone]) == "5 to look at"
    assert group_of(iom(), lone.address) == "Case review"


def test_a_blank_scheme_folds_its_prompts_and_a_link_leads_to_one(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    fold = next(each for each in page.findChildren(Fold) if each.head.text() == "Standard 3: 13 prompts open")
    fold.unfold()
    link = next(each for each in fold.findChildren(Link) if each.text() == "3.1.2")
    assert link.accessibleName().startswith("Go to 3.1.2: Not answered yet")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert new_scheme.place == Place(STANDARD, "3", "3.1.2")


def folds(page: CheckPage) -> list[str]:
    return [fold.head.text() for fold in page.findChildren(Fold) if fold.isVisible()]


def test_an_answer_takes_its_line_away(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    qtbot.waitUntil(lambda: "Standard 1: 14 prompts open" in folds(page), timeout=20_000)
    before = len(new_scheme.bridge.findings)
    desk = new_scheme.desk
    desk.bridge.change("1.1.1 changed to 1", edits.answer(desk.sheet, "1.1.1", desk.stamp(), choice="1"))
    assert len(new_scheme.bridge.findings) == before - 1
    qtbot.waitUntil(lambda: "Standard 1: 13 prompts open" in folds(page), timeout=20_000)


def test_nothing_to_question_says_so_and_leads_to_the_return(
    new_scheme: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_scheme.bridge, "_findings", ())
    page = page_of(new_scheme)
    assert titles(page) == ["Nothing to question"]
    qtbot.mouseClick(page.cards[0].findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert new_scheme.place == Place(RETURN)
