"""What is noted about a file: read and saved as it is typed, with agency and day offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import focused, press
from tests.desktop.pages.case_hands import fill_head, first_form, form_of, noted

from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def form(new_scheme: Workspace) -> CaseFormPage:
    return first_form(new_scheme)


def test_a_new_file_begins_with_what_is_noted_about_it(form: CaseFormPage) -> None:
    assert form.about.fields["cohort"].isAncestorOf(focused())


def test_what_is_noted_is_read_and_saved(form: CaseFormPage, qtbot: QtBot) -> None:
    form.lead_to("months")
    qtbot.keyClicks(focused(), "many")
    form.flush()
    assert form.about.fields["months"]._wrong.isVisible()
    assert noted(form) == {}
    form.lead_to("months")
    qtbot.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "14")
    form.flush()
    assert not form.about.fields["months"]._wrong.isVisible()
    form.lead_to("place")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert noted(form) == {"months": "14", "place": "community"}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("police", "Fill in: Police, 22 November 2026"),
        ("Northmoor Probation Service", "Fill in: Probation, 22 November 2026"),
        ("the council", "Fill in: 22 November 2026"),
    ],
)
def test_agency_and_day_are_offered_and_only_stored_when_taken(
    form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot, typed: str, offered: str
) -> None:
    desk = new_scheme.desk
    desk.settings.set_who(desk.file.path, "Alex Example", typed)
    desk.session._clock = lambda: "2026-11-22T10:00:00"
    form.on_shown()
    assert form.about.offer.text() == offered
    assert noted(form) == {}
    qtbot.mouseClick(form.about.offer, Qt.MouseButton.LeftButton)
    said = offered.removeprefix("Fill in: ")
    assert desk.session.undo_name == f"N-001: {said} filled in"
    assert noted(form)["date"] == "2026-11-22"
    assert form.about.fields["date"].editor.text() == "22/11/2026"
    assert form.about.offer.isHidden()
    desk.bridge.undo()
    assert noted(form) == {}
    assert form.about.offer.isVisible()


def test_the_agency_of_the_last_file_is_offered_for_the_next(
    form: CaseFormPage, new_scheme: Workspace, qtbot: QtBot
) -> None:
    form.lead_to("reviewing-agency")
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert noted(form) == {"reviewing-agency": "together"}
    again = form_of(new_scheme, "N-002")
    assert again.about.offer.text().startswith("Fill in: Police and probation together, ")
    again.lead_to("date")
    press(qtbot, "22/11/2026", Qt.Key.Key_Tab)
    assert again.about.offer.text() == "Fill in: Police and probation together"


def test_what_takes_time_is_nowhere_recorded(form: CaseFormPage, qtbot: QtBot) -> None:
    fill_head(form, qtbot)
    assert len(noted(form)["date"]) == len("2026-11-22")
    assert not {"time", "minutes", "started", "duration"} & set(form.about.fields)
