"""The return page as a person uses it: counts, marking, names, writing, cancelling, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import blank, full, iom, library
from tests.desktop.hands import page_at

from iomsa.answers.people import Person, Quarter
from iomsa.answers.review import REMOVED, KeptFigures
from iomsa.answers.sheet import AnswerSheet, Counts, ReturnedCases
from iomsa.problems import Refused
from iomsa.returns.marking import OFFICIAL, SENSITIVE
from iomsa.returns.verify import verify
from iomsa.session import edits
from iomsa_desktop.desk import RETURN, STANDARD, Place
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.pages import return_page
from iomsa_desktop.pages.return_page import ReturnPage, _stop_if
from iomsa_desktop.pages.return_setup import what_goes_in
from iomsa_desktop.tasks import Cancel
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace) -> ReturnPage:
    return page_at(workspace, Place(RETURN), ReturnPage)


def said(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def write(page: ReturnPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.setup.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.xlsx"))


def test_a_return_is_written_read_back_and_named_by_its_receipt(
    practice: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(practice)
    page.setup.choose_folder(tmp_path)
    write(page, qtbot)
    (path,) = files(tmp_path)
    assert path.name == page.setup._name.text()
    found = verify(path)
    assert found.whole
    assert found.receipt in said(page.result)
    assert "116 of 116 answers" in said(page.result)
    copy = next(each for each in page.findChildren(Button) if each.text() == "Copy receipt")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == found.receipt


def test_while_it_is_written_it_says_so_and_can_be_cancelled(practice: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(practice)
    page.setup.choose_folder(tmp_path)
    page.setup.write.click()
    assert page.busy
    assert not page.setup.write.isEnabled()
    assert page.setup._says.text() == "Writing the return and reading it back."
    page.setup.cancel.click()
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)
    assert files(tmp_path) == []
    assert "No return was written." in said(page.result)
    assert page.setup.write.isEnabled()


def test_a_return_that_can_not_be_taken_away_again_is_not_said_to_be_cancelled(tmp_path: Path) -> None:
    cancel, folder = Cancel(), tmp_path / "no file"
    folder.mkdir()
    cancel.ask()
    with pytest.raises(Refused, match="cancelled"):
        _stop_if(cancel, tmp_path / "gone.xlsx")
    _stop_if(cancel, folder)
    assert folder.exists()


def test_after_a_fault_of_ours_it_can_be_written_again(
    practice: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    faults: list[object] = []
    practice.desk.tasks.failed.connect(faults.append)
    page = page_of(practice)
    page.setup.choose_folder(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(return_page, "write_return", failing)
        write(page, qtbot)
    qtbot.waitUntil(lambda: not practice.desk.tasks.busy, timeout=60_000)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    assert (page.result, files(tmp_path)) == (None, [])
    write(page, qtbot)
    assert len(files(tmp_path)) == 1


def test_a_folder_that_is_gone_is_a_sentence(practice: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(practice)
    page.setup.choose_folder(tmp_path / "gone")
    write(page, qtbot)
    assert said(page.result).startswith("No return was written")
    assert page.setup.write.isEnabled()


def test_the_marking_is_pre_set_and_lowering_it_asks_for_a_name(
    practice: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(practice)
    page.setup.choose_folder(tmp_path)
    assert page.setup.content().marking == SENSITIVE
    assert not page.setup._lowered_box.isVisible()
    qtbot.mouseClick(page.setup.marking.buttons[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.setup.lowered_by
    page.setup.write.click()
    assert not page.busy
    assert "lower the marking" in page.setup._says.text()
    qtbot.keyClicks(page.setup.lowered_by, "Ada Lovelace")
    content = page.setup.content()
    assert (content.marking, content.lowered_by) == (OFFICIAL, "Ada Lovelace")
    write(page, qtbot)
    assert len(files(tmp_path)) == 1


def test_rows_of_single_files_ask_who_asked_for_them(practice: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(practice)
    page.setup.choose_folder(tmp_path)
    page.setup.rows.click()
    assert page.setup._rows_about.text().startswith("These rows can identify people.")
    page.setup.write.click()
    assert not page.busy
    assert QApplication.focusWidget() is page.setup.asked_by
    qtbot.keyClicks(page.setup.asked_by, "Grace Hopper")
    assert page.setup.content().asked_by == "Grace Hopper"
    page.setup.rows.click()
    assert page.setup.content().asked_by == ""


def test_what_stops_it_is_linked_and_the_button_is_off(new_scheme: Workspace, qtbot: QtBot) -> None:
    desk = new_scheme.desk
    change = edits.answer(desk.sheet, "1.3.2", desk.stamp(), choice="not-applicable")
    desk.bridge.change("1.3.2 changed", change)
    page = page_of(new_scheme)
    assert not page.setup.write.isEnabled()
    assert "This stops the return" in said(page)
    link = next(each for each in page.findChildren(Link) if each.text() == "1.3.2")
    assert QApplication.focusWidget() is link
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert new_scheme.place == Place(STANDARD, "1", "1.3.2")
    reason = edits.answer(desk.sheet, "1.3.2", desk.stamp(), keep_choice=True, reason="None here.")
    desk.bridge.change("1.3.2 text", reason)
    assert page_of(new_scheme).setup.write.isEnabled()


def test_a_scheme_without_files_is_not_asked_about_their_rows(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    assert not page.setup.rows.isVisible()
    assert not page.setup._rows_about.isVisible()


@pytest.mark.parametrize(("listed", "words"), [(0, "0 files"), (1, "1 file"), (12, "12 files")])
def test_what_goes_in_counts_the_files_of_a_return(listed: int, words: str) -> None:
    sheet = blank(iom())._replace(returned_cases=ReturnedCases(listed, listed, (("A1", Counts(1, 1)),)))
    assert what_goes_in(iom(), sheet, case_rows=False)[-1] == ("Case review, totals only", words)


def test_what_goes_in_counts_answers_that_are_given() -> None:
    pairs = dict(what_goes_in(iom(), full(iom()), case_rows=True))
    assert pairs["Ratings, answers, notes"] == "82 answers, 0 notes"
    assert pairs["Case review, with rows"] == "10 files"


def test_what_goes_in_names_the_people_in_figures_and_that_no_row_of_theirs_goes() -> None:
    sheet = full(iom())

    def said(of: AnswerSheet, *, case_rows: bool = False) -> str:
        return dict(what_goes_in(iom(), of, case_rows=case_rows))["Reoffending and needs"]

    people, quarters = {"P-001": Person(), "P-002": Person()}, {"2024-01-01": Quarter(3, 900, 9)}
    kept = KeptFigures(REMOVED, "2026-05-04", 0, 1, ())
    assert said(sheet) == "none"
    assert said(sheet._replace(people=people, quarters=quarters)) == "figures about 2 people, no row about a person"
    assert said(sheet._replace(figures=kept)) == "figures about 1 person, no row about a person"
    assert said(sheet._replace(people=people), case_rows=True) == "figures about 2 people"
    assert said(sheet._replace(quarters=quarters)) == "figures of 1 quarter"
    assert "Reoffending and needs" not in dict(what_goes_in(library(), full(library()), case_rows=False))
