"""The scheme profile as a person fills it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.builders import blank, iom, with_profile
from tests.desktop.hands import focused, page_at, said

from iomsa.answers.sheet import ProfileValue
from iomsa.framework.find import fields
from iomsa.store.from_sheets import create_practice
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import OVERVIEW, PROFILE, Place
from iomsa_desktop.pages.profile import ProfilePage
from iomsa_desktop.pages.profile_field import ProfileField
from iomsa_desktop.pages.profile_item import ItemRow
from iomsa_desktop.pages.profile_words import asked, sum_words
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

TOTAL = "cohort.total"
STAMP = "2026-11-22T10:00:00"
SAME_WAY = False
"""A wheel that is not inverted."""


def page_of(workspace: Workspace, field: str = "") -> ProfilePage:
    return page_at(workspace, Place(PROFILE, "", field), ProfilePage)


def field_of(page: ProfilePage, id: str) -> ProfileField:
    return next(each for each in page.findChildren(ProfileField) if each.field.id == id)


def value(workspace: Workspace, id: str) -> ProfileValue:
    return workspace.desk.sheet.profile.get(id) or ProfileValue()


def type_into(workspace: Workspace, qtbot: QtBot, id: str, text: str) -> ProfileField:
    page = page_of(workspace, id)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, text) if text else qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    return field_of(page, id)


@pytest.mark.parametrize(
    ("id", "typed", "stored", "shown"),
    [
        (TOTAL, "1,204", "1204", "1204"),
        ("staff.police", "4.50", "4.5", "4.5"),
        ("period.census", "1/4/2026", "2026-04-01", "01/04/2026"),
        ("lead.name", "  Alex   Example ", "Alex Example", "Alex Example"),
    ],
)
def test_what_is_typed_is_stored_and_written_back(
    new_scheme: Workspace, qtbot: QtBot, id: str, typed: str, stored: str, shown: str
) -> None:
    field = type_into(new_scheme, qtbot, id, typed)
    assert value(new_scheme, id).value == stored
    assert field.editor.text() == shown


def test_a_pause_stores_without_leaving_the_field(new_scheme: Workspace, qtbot: QtBot) -> None:
    page_of(new_scheme, TOTAL)
    qtbot.keyClicks(focused(), "71")
    qtbot.waitUntil(lambda: value(new_scheme, TOTAL).value == "71", timeout=20_000)


def test_a_wrong_value_stays_on_the_screen_and_is_not_stored(new_scheme: Workspace, qtbot: QtBot) -> None:
    type_into(new_scheme, qtbot, TOTAL, "71")
    field = type_into(new_scheme, qtbot, TOTAL, "seventy")
    assert value(new_scheme, TOTAL).value == "71"
    assert "Type a whole number, such as 42. Not saved; 71 is kept until then." in said(field)
    new_scheme.go(Place(OVERVIEW))
    page_of(new_scheme)
    assert field.editor.text() == "seventy"
    assert "Not saved" in said(field)
    type_into(new_scheme, qtbot, TOTAL, "70")
    assert value(new_scheme, TOTAL).value == "70"
    assert "Not saved" not in said(field)


@pytest.mark.parametrize("stored", ["", "71"])
def test_what_is_stored_typed_again_is_no_longer_wrong(new_scheme: Workspace, qtbot: QtBot, stored: str) -> None:
    type_into(new_scheme, qtbot, TOTAL, stored)
    field = type_into(new_scheme, qtbot, TOTAL, "seventy")
    assert "Not saved" in said(field)
    type_into(new_scheme, qtbot, TOTAL, stored)
    assert "Not saved" not in said(field)
    assert not new_scheme.pending
    assert value(new_scheme, TOTAL).value == stored


def test_a_half_typed_value_is_not_scolded(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "period.census")
    field = field_of(page, "period.census")
    with qtbot.waitSignal(field.editor.typed, timeout=20_000):
        qtbot.keyClicks(focused(), "31/0")
    assert "Type a date" not in said(field)
    new_scheme.flush()
    assert "Type a date, such as 31/03/2026. Not saved yet." in said(field)


def test_not_known_is_an_answer_and_typing_takes_it_back(new_scheme: Workspace, qtbot: QtBot) -> None:
    field = type_into(new_scheme, qtbot, TOTAL, "71")
    qtbot.mouseClick(field.not_known, Qt.MouseButton.LeftButton)
    assert value(new_scheme, TOTAL)[:2] == ("", True)
    assert field.editor.text() == ""
    type_into(new_scheme, qtbot, TOTAL, "72")
    assert value(new_scheme, TOTAL)[:2] == ("72", False)
    assert not field.not_known.isChecked()


def test_emptying_a_field_opens_it(new_scheme: Workspace, qtbot: QtBot) -> None:
    type_into(new_scheme, qtbot, TOTAL, "71")
    type_into(new_scheme, qtbot, TOTAL, "")
    assert TOTAL not in new_scheme.desk.sheet.profile


def test_undo_shows_what_was_there(new_scheme: Workspace, qtbot: QtBot) -> None:
    type_into(new_scheme, qtbot, TOTAL, "71")
    field = type_into(new_scheme, qtbot, TOTAL, "72")
    assert new_scheme.desk.session.undo_name == "People on the scheme changed to 72"
    new_scheme.bridge.undo()
    assert field.editor.text() == "71"
    new_scheme.bridge.undo()
    assert field.editor.text() == ""


def test_the_sum_is_said_and_follows_the_total(new_scheme: Workspace, qtbot: QtBot) -> None:
    type_into(new_scheme, qtbot, TOTAL, "71")
    type_into(new_scheme, qtbot, "cohort.fixed", "40")
    row = next(row for row in page_of(new_scheme).findChildren(ItemRow) if row.item.id == "cohort.group")
    assert "Adds up to 40 of 71; 31 missing so far." in said(row)
    type_into(new_scheme, qtbot, TOTAL, "40")
    assert "Adds up to 40 of 40." in said(row)


def test_only_the_required_items_are_unfolded(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    assert len(page.findChildren(ItemRow)) == 14
    assert "1 of 14 required items done." in said(page) or "0 of 14 required items done." in said(page)


def test_leading_to_a_folded_field_unfolds_it(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "languages.welsh")
    field = field_of(page, "languages.welsh")
    assert field.isVisible()
    assert field.isAncestorOf(focused())
    qtbot.keyClicks(focused(), "3")
    new_scheme.flush()
    assert value(new_scheme, "languages.welsh").value == "3"


def test_every_field_can_be_led_to_and_has_a_name(new_scheme: Workspace) -> None:
    for field in fields(iom()):
        page = page_of(new_scheme, field.id)
        shown = field_of(page, field.id)
        assert shown.isAncestorOf(focused()), field.id
        combo = isinstance(shown.editor.anchor, QComboBox)
        named = shown.editor.anchor.accessibleName() or combo
        assert named, field.id
        assert shown.not_known.accessibleName().endswith(": Not known")


def test_a_list_has_a_label_that_points_at_it(new_scheme: Workspace) -> None:
    page = page_of(new_scheme, "lead.agency")
    anchor = field_of(page, "lead.agency").editor.anchor
    assert [label.text() for label in page.findChildren(QLabel) if label.buddy() is anchor] == ["Agency"]


def test_the_wheel_leaves_a_list_without_the_focus_alone(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "lead.agency")
    field = field_of(page, "lead.agency")
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert value(new_scheme, "lead.agency").value == "police"
    page_of(new_scheme, TOTAL)
    middle = QPointF(field.editor.anchor.rect().center())
    nothing, down, phase = Qt.MouseButton.NoButton, QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(middle, middle, QPoint(), down, nothing, Qt.KeyboardModifier.NoModifier, phase, SAME_WAY)
    QApplication.sendEvent(field.editor.anchor, wheel)
    assert field.editor.text() == "police"
    assert not wheel.isAccepted()


def test_a_choice_is_stored_at_once(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme, "workplace.shared")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert value(new_scheme, "workplace.shared").value == "yes"
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    assert value(new_scheme, "workplace.shared").value == ""
    assert field_of(page, "workplace.shared").editor.text() == ""


def test_a_file_that_is_only_read_is_shown_and_not_changed(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "practice.iomsa"
    create_practice(path, clock=lambda: STAMP, who=str).close()
    program.settings.set_who(path, "", "")
    program.take(SchemeFile.open(path, clock=lambda: STAMP, who=str, read_only=True))
    workspace = program.workspace
    assert workspace is not None
    field = type_into(workspace, qtbot, TOTAL, "999")
    assert field.editor.text() == "62"
    assert not field.not_known.isEnabled()
    assert value(workspace, TOTAL).value == "62"


def sums(total: str, *parts: str) -> str:
    item = next(item for item in iom().profile if item.id == "cohort.place")
    given = {field.id: part for field, part in zip(item.fields, parts, strict=True) if part}
    sheet = with_profile(blank(iom()), given | ({TOTAL: total} if total else {}))
    return sum_words(iom(), sheet, item)


@pytest.mark.parametrize(
    ("total", "parts", "words"),
    [
        ("71", ("", "", ""), ""),
        ("", ("40", "28", ""), "Adds up to 68."),
        ("71", ("40", "", ""), "Adds up to 40 of 71; 31 missing so far."),
        ("71", ("40", "31", ""), "Adds up to 71 of 71."),
        ("71", ("40", "28", "0"), "Adds up to 68 of 71. Are 3 missing, or not recorded?"),
        ("71", ("40", "30", "not-known"), "Adds up to 70 of 71. Is 1 missing, or not recorded?"),
        ("71", ("40", "34", "0"), "Adds up to 74; the total is 71. Is somebody counted twice?"),
    ],
)
def test_a_sum_that_differs_is_a_question(total: str, parts: tuple[str, str, str], words: str) -> None:
    assert sums(total, *parts) == words


def test_an_item_says_its_need_its_source_and_who_has_it_in_words() -> None:
    item = next(item for item in iom().profile if item.id == "cohort.supervision")
    assert asked(iom(), item) == "Required · 2014 inspection · probation has it"
