"""The dialogs as a person drives them: with the keyboard, with slips, and gone when they are closed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import iom
from tests.desktop.hands import said

from iomsa.answers.period import make_period
from iomsa.store.backups import FIRST_CHANGE, RESTORE, Backup
from iomsa_desktop.dialogs.about import AboutDialog
from iomsa_desktop.dialogs.back_ups import BackUpsDialog
from iomsa_desktop.dialogs.glossary import GlossaryDialog
from iomsa_desktop.dialogs.keys import KeysDialog
from iomsa_desktop.dialogs.new_period import NewPeriodDialog
from iomsa_desktop.dialogs.new_scheme import NewSchemeDialog
from iomsa_desktop.dialogs.period_fields import year_of
from iomsa_desktop.dialogs.who import WhoDialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.look import Look, load_theme

TODAY = datetime.date(2026, 11, 22)
REF = "iom@2026.1"
BACKUPS = (
    Backup(Path("b"), "2026-02-03T14:02:11", FIRST_CHANGE),
    Backup(Path("a"), "2026-02-02T09:15:00", RESTORE),
)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(load_theme("light"), 1.0, qapp.font())


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def press(widget: QWidget, text: str) -> None:
    next(each for each in widget.findChildren(Button) if each.text() == text).click()


def drive(act: Callable[[QDialog], None]) -> None:
    """Act on the dialog that opens next, and close it if that did not."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(0, now)


def test_who_is_typing_is_asked_with_the_keyboard_alone(qtbot: QtBot, look: Look, owner: QWidget) -> None:
    def act(dialog: QDialog) -> None:
        qtbot.keyClicks(dialog.focusWidget(), " Ada  Lovelace ")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(dialog.focusWidget(), "police")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    drive(act)
    assert WhoDialog.ask(owner, look) == ("Ada Lovelace", "police")


def test_who_may_stay_empty_or_undecided(qtbot: QtBot, look: Look, owner: QWidget) -> None:
    drive(lambda dialog: press(dialog, "Keep this"))
    assert WhoDialog.ask(owner, look) == ("", "")
    drive(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert WhoDialog.ask(owner, look, "Ada", "police") is None


def test_a_closed_dialog_is_gone(qtbot: QtBot, look: Look, owner: QWidget) -> None:
    for ask in (
        lambda: WhoDialog.ask(owner, look),
        lambda: NewSchemeDialog.ask(owner, look, Path.cwd(), TODAY, REF),
        lambda: NewPeriodDialog.ask(owner, look, (), TODAY, REF),
        lambda: BackUpsDialog.ask(owner, look, BACKUPS),
        lambda: KeysDialog.tell(owner, look),
        lambda: GlossaryDialog.tell(owner, look, iom().glossary),
        lambda: AboutDialog.tell(owner, look, "0.1.0", REF, iom().self_rated),
    ):
        drive(lambda dialog: None)
        ask()
    qtbot.waitUntil(lambda: owner.findChildren(QDialog) == [], timeout=20_000)


@pytest.fixture
def new(qtbot: QtBot, look: Look, tmp_path: Path) -> NewSchemeDialog:
    dialog = NewSchemeDialog(None, look, tmp_path, TODAY, REF)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_scheme_needs_only_its_name(new: NewSchemeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClicks(new.name.line, "Northmoor: IOM/scheme")
    assert f"This makes Northmoor IOM scheme.iomsa in {tmp_path.name}, for 1 April 2026 to 31 March 2027." in said(new)
    press(new, "Make the file")
    assert new.value is not None
    assert new.value.name == "Northmoor: IOM/scheme"
    assert new.value.path == tmp_path / "Northmoor IOM scheme.iomsa"
    assert (new.value.period.name, new.value.period.framework) == ("2026-27", REF)


def test_a_slip_leads_to_its_field(new: NewSchemeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    press(new, "Make the file")
    assert "Type the name of the scheme." in said(new)
    qtbot.keyClicks(new.name.line, "Northmoor")
    assert "Type the name of the scheme." not in said(new)
    (tmp_path / "Northmoor.iomsa").write_text("taken", encoding="utf-8")
    press(new, "Make the file")
    assert "A file of this name is there already." in said(new)
    new.place.line.setText(str(tmp_path / "nowhere" / "new"))
    press(new, "Make the file")
    assert "There is no folder" in said(new)
    assert new.value is None


def test_a_period_of_another_name_asks_for_its_dates(new: NewSchemeDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(new.name.line, "Northmoor")
    assert not new.period.start.isVisible()
    new.period.name.line.setText("Spring")
    assert new.period.start.isVisible()
    press(new, "Make the file")
    assert "Say when this period starts and ends" in said(new.period.start)
    qtbot.keyClicks(new.period.start.line, "1/3/2026")
    qtbot.keyClicks(new.period.end.line, "31/5/2026")
    press(new, "Make the file")
    assert new.value is not None
    assert new.value.period[:3] == ("Spring", "2026-03-01", "2026-05-31")


def test_a_place_that_was_chosen_stays_when_the_name_changes(
    new: NewSchemeDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    new.place.line.clear()
    qtbot.keyClicks(new.place.line, str(tmp_path / "mine"))
    qtbot.keyClicks(new.name.line, "Northmoor")
    press(new, "Make the file")
    assert new.value is not None
    assert new.value.path == tmp_path / "mine.iomsa"


@pytest.mark.parametrize(
    ("day", "year"), [("2026-03-31", "2025-26"), ("2026-04-01", "2026-27"), ("2099-12-31", "2099-00")]
)
def test_the_year_that_runs_today(day: str, year: str) -> None:
    assert year_of(datetime.date.fromisoformat(day)) == year


def test_a_new_period_follows_the_latest_and_is_not_there_yet(qtbot: QtBot, look: Look) -> None:
    known = (make_period("2024-25", REF), make_period("2025-26", REF))
    dialog = NewPeriodDialog(None, look, known, TODAY, REF)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.period.name.text() == "2026-27"
    dialog.period.name.line.setText("2025-26")
    press(dialog, "Begin the period")
    assert "This file has a period of this name already." in said(dialog)
    dialog.period.name.line.setText("2026-27")
    press(dialog, "Begin the period")
    assert dialog.value == make_period("2026-27", REF)


def test_a_back_up_is_restored_after_its_sentence(qtbot: QtBot, look: Look) -> None:
    dialog = BackUpsDialog(None, look, BACKUPS, read_only=False)
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(each for each in dialog.findChildren(Button) if each.text() == "Restore this back-up")
    assert not button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.list.setCurrentRow(1)
    assert "goes back to how it was on 2 February 2026, 09:15" in said(dialog)
    button.click()
    assert dialog.value == BACKUPS[1]


@pytest.mark.parametrize(("backups", "read_only"), [((), False), (BACKUPS, True)])
def test_without_back_ups_or_rights_there_is_nothing_to_restore(
    qtbot: QtBot, look: Look, backups: tuple[Backup, ...], read_only: bool
) -> None:
    dialog = BackUpsDialog(None, look, backups, read_only=read_only)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [button.text() for button in dialog.findChildren(Button)] == ["Close"]


def test_the_ring_lets_go_of_what_is_gone(qtbot: QtBot, qapp: QApplication, look: Look, owner: QWidget) -> None:
    FocusRing(look, owner, qapp)
    first, second = Button(look, "First"), Button(look, "Second")
    for button in (first, second):
        button.setParent(owner)
        button.show()
    owner.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus, timeout=20_000)
    first.deleteLater()
    qtbot.waitUntil(lambda: len(owner.findChildren(Button)) == 1, timeout=20_000)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus, timeout=20_000)


def test_the_glossary_finds_old_names(qtbot: QtBot, look: Look) -> None:
    dialog = GlossaryDialog(None, look, iom().glossary)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.search.line, "nominals")
    assert [term.term for term, entry in dialog.entries.items() if entry.isVisible()] == ["People on the scheme"]
    dialog.search.line.setText("zzz")
    assert "No word here is like that." in said(dialog)


def test_about_says_who_rated(qtbot: QtBot, look: Look) -> None:
    dialog = AboutDialog(None, look, "0.1.0", REF, iom().self_rated)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "The inspectorates have not rated this scheme." in said(dialog)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_dialog_is_wider_or_higher_than_the_screen(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    large = Look(load_theme("dark"), scale, qapp.font())
    room = qapp.primaryScreen().availableSize()
    for dialog in (KeysDialog(None, large), NewSchemeDialog(None, large, Path.cwd(), TODAY, REF)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
