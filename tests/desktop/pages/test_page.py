"""Tests of what every page does: lead on from its end, and bring a field into view with the title above it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import page_at

from iomsa_desktop.desk import CHECK, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.pages.profile import ProfilePage
from iomsa_desktop.windows.workspace import Workspace


def next_of(workspace: Workspace, place: Place) -> list[Link]:
    workspace.go(place)
    assert workspace.page is not None
    return [link for link in workspace.page.findChildren(Link) if link.text().startswith("Next: ")]


def test_pages_that_are_read_to_their_end_lead_on(new_scheme: Workspace) -> None:
    (link,) = next_of(new_scheme, Place(PROFILE))
    assert link.text() == "Next: 1 Strategic leadership"
    link.click()
    assert new_scheme.place == Place(STANDARD, "1")
    (link,) = next_of(new_scheme, Place(STANDARD, "6"))
    assert link.text() == "Next: Case review"
    (link,) = next_of(new_scheme, Place(CHECK))
    link.click()
    assert new_scheme.place.page == RETURN


def test_other_pages_have_their_own_next_step(new_scheme: Workspace) -> None:
    assert next_of(new_scheme, Place(OVERVIEW)) == next_of(new_scheme, Place(RETURN)) == []


def test_the_first_field_of_a_card_comes_with_its_title(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_at(new_scheme, Place(PROFILE, "", "cohort.total"), ProfilePage)
    title = next(each for each in page.findChildren(QLabel) if each.text() == "People on the scheme")
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0, timeout=20_000)
    assert 0 <= title.mapTo(page, QPoint(0, 0)).y() < 100
