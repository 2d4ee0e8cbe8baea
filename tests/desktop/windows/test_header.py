"""The head of the window: the dates of a period, whole months by name, else the days; the marking of now."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from iomsa.answers.sheet import Period
from iomsa.returns.marking import OFFICIAL, SENSITIVE
from iomsa.session import people_edits
from iomsa_desktop.desk import CASES, Place
from iomsa_desktop.windows.header import months_of
from iomsa_desktop.windows.workspace import Workspace


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-04-01", "2026-03-31", "April 2025 to March 2026"),
        ("2025-04-02", "2026-03-31", "2 April 2025 to 31 March 2026"),
        ("2025-04-01", "2026-03-30", "1 April 2025 to 30 March 2026"),
        ("2026-04-01", "9999-12-31", "April 2026 to December 9999"),
    ],
)
def test_a_period_in_words(start: str, end: str, words: str) -> None:
    assert months_of(Period("2025-26", start, end, "iom@2026.1")) == words


def test_the_marking_follows_what_is_entered(new_scheme: Workspace, qtbot: QtBot) -> None:
    desk, marking = new_scheme.desk, new_scheme.header.marking
    assert marking.accessibleName() == OFFICIAL
    narrow = marking.sizeHint().width()
    desk.bridge.change("P-001 added", people_edits.add_person(desk.sheet, "P-001", desk.stamp()))
    qtbot.waitUntil(lambda: marking.accessibleName() == SENSITIVE, timeout=20_000)
    assert marking.sizeHint().width() > narrow
    new_scheme.bridge.undo()
    new_scheme.go(Place(CASES))
    assert marking.accessibleName() == OFFICIAL
