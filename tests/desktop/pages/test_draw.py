"""Drawing the files as a person does it: give a list, say how sure, look at what comes out, draw, draw again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.draw_hands import LIST, ROWS, give, page_of
from tests.forms.session.drawn import SEED, THREE, people, write_list

from iomsa.session.drawing import draw_files, plan_draw
from iomsa_desktop.desk import CASES, DRAW, Place
from iomsa_desktop.dialogs.take_in import NoticeDialog
from iomsa_desktop.kit.growing_text import MARGIN
from iomsa_desktop.pages.draw import DrawPage
from iomsa_desktop.pages.draw_files_card import IN_GROUPS, RULE
from iomsa_desktop.pages.draw_list_card import MOST_LINES, as_lines
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def page(new_scheme: Workspace) -> DrawPage:
    return page_of(new_scheme)


def refs_shown(page: DrawPage) -> set[str]:
    lines = page.files.files.text().split("\n")
    return {ref for line in lines for ref in line.rpartition(": ")[2].split(", ")}


def test_an_empty_page_asks_for_the_list_and_nothing_else(page: DrawPage) -> None:
    assert page.list.text.hasFocus()
    assert not page.sure.isVisible()
    assert not page.files.isVisible()
    assert not page.before.isVisible()
    assert not page.pending


def test_a_list_is_pasted_and_files_are_drawn_by_keys_alone(page: DrawPage, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    QGuiApplication.clipboard().setText(LIST)
    qtbot.keyClick(page.list.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_Tab)
    assert page.list.says.text() == "71 references in 3 groups: 38 Fixed, 19 Flex and 14 Free."
    assert page.pending
    said = "With 27 of 71 files a share near 60 % is known to about 15 points either way."
    assert page.sure.says.text() == said
    page.files.seed.setFocus()
    page.files.seed.selectAll()
    hands.type(SEED)
    hands.key(Qt.Key.Key_Tab)
    plan = plan_draw(THREE, SEED, margin=15)
    assert refs_shown(page) == set(draw_files(plan).refs)
    assert page.files.draw.text() == "Draw 27 files"
    page.files.draw.setFocus()
    hands.key(Qt.Key.Key_Space)
    desk = page.desk
    assert set(desk.sheet.cases) == set(draw_files(plan).refs)
    assert desk.sheet.draw is not None
    assert (desk.sheet.draw.seed, desk.sheet.draw.margin) == (SEED, 15)
    assert desk.session.undo_name == "27 files drawn"
    assert not page.pending


def test_after_the_draw_the_files_are_in_front_and_undo_takes_them_back(page: DrawPage, new_scheme: Workspace) -> None:
    give(page, LIST)
    page.draw()
    assert new_scheme.place == Place(CASES)
    new_scheme.bridge.undo()
    assert new_scheme.desk.sheet.cases == {}
    again = page_of(new_scheme)
    assert again.list.text.text() == ""
    assert not again.before.isVisible()


def test_the_program_chooses_a_seed_and_another_when_asked(page: DrawPage, qtbot: QtBot) -> None:
    first = page.files.seed.text()
    assert first.isdecimal()
    assert len(first) == 5
    give(page, LIST)
    before = page.files.files.text()
    Hands(qtbot).click(page.files.another)
    assert page.files.seed.text() != SEED
    assert page.files.files.text() != before
    give(page, LIST)
    assert page.files.files.text() == before


@pytest.mark.parametrize(("wanted", "drawn"), [("10", 42), ("15", 27), ("20", 19), ("all", 71)])
def test_how_sure_says_how_many(page: DrawPage, qtbot: QtBot, wanted: str, drawn: int) -> None:
    give(page, LIST)
    Hands(qtbot).choose(page.sure.wanted, wanted)
    assert page.files.draw.text() == f"Draw {drawn} files"
    assert page.sure._needs.text() == "Of 71 files, 10 points take 42, 15 points take 27 and 20 points take 19."
    assert not page.sure.number.isVisible()


def test_a_number_is_chosen(page: DrawPage, qtbot: QtBot) -> None:
    give(page, LIST)
    hands = Hands(qtbot)
    hands.choose(page.sure.wanted, "number")
    page.sure.number.setFocus()
    page.sure.number.selectAll()
    hands.type("24")
    hands.key(Qt.Key.Key_Return)
    assert page.files.draw.text() == "Draw 24 files"
    hands.key(Qt.Key.Key_Up)
    assert page.files.draw.text() == "Draw 25 files"
    assert "about 16 points" in page.sure.says.text()


def test_a_group_is_drawn_over_its_share_and_back(page: DrawPage, qtbot: QtBot) -> None:
    give(page, LIST)
    hands = Hands(qtbot)
    free = page.sure.counts["Free"]
    assert [each.value() for each in page.sure.counts.values()] == [15, 7, 5]
    assert free.maximum() == 14
    free.setFocus()
    hands.key(Qt.Key.Key_Up, 3)
    assert page.files.draw.text() == "Draw 30 files"
    assert page.sure._weighs.text().startswith("The number for Free is not its share of the list. The figures are then")
    page.draw()
    assert page.desk.sheet.draw is not None
    assert page.desk.sheet.draw.strata == (("Fixed", 38, 15), ("Flex", 19, 7), ("Free", 14, 8))
    page.desk.go(Place(DRAW))
    assert page.sure.counts["Free"].value() == 8
    hands.click(page.sure.shares)
    assert page.sure.by_hand == {}
    assert not page.sure.shares.isVisible()


def test_twenty_or_fewer_are_all_taken(page: DrawPage) -> None:
    give(page, as_lines(people({"Fixed": 12, "Flex": 8})))
    assert not page.sure.wanted.isVisible()
    assert page.sure.says.text().startswith("All 20 files are read, so chance plays no part")
    assert not page.sure.counts["Flex"].isEnabled()
    assert page.files.draw.text() == "Draw 20 files"
    assert page.files.rule.text() == IN_GROUPS
    give(page, as_lines([(f"N-{n:03}", "") for n in range(1, 19)]))
    assert page.files.rule.text() == RULE
    line = page.list.text.fontMetrics().lineSpacing()
    assert page.list.text.height() == MOST_LINES * line + MARGIN, "no line is cut through at the end of the box"


def test_lines_that_are_wrong_are_named_and_stop_the_draw(page: DrawPage) -> None:
    lines = [f"N-{n}\tG{n % 2}" for n in range(4)] + ["N-1\tG0", *(f"{'x' * 41}{n}" for n in range(8)), "N-2\tG0"]
    give(page, "\n".join([*lines, "A1234BC\tG0"]))
    named = page.list.wrong.text().split("\n")
    assert named[0] == "Line 5: N-1 stands in line 2 as G1 and here as G0. Keep one of the two lines."
    assert named[-1] == "And 3 more lines."
    assert page.list.odd.text().split("\n") == [
        "Line 14: N-2 stands in line 3 already. It counts once.",
        "Line 15: “A1234BC” looks like a prison number. Use a reference that says nothing of the person.",
    ]
    assert not page.files.isVisible()
    assert "Line 5" in page.list.text.accessibleDescription()


def test_an_empty_seed_is_said_and_nothing_is_drawn(page: DrawPage) -> None:
    give(page, LIST, " ")
    assert page.files._problem.text() == "The draw needs a number or a word to begin with, such as 48213."
    assert not page.files.draw.isEnabled()
    page.draw()
    assert page.desk.sheet.cases == {}
    give(page, LIST)
    assert page.files._problem.text() == ""
    assert page.files.draw.isEnabled()


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_list_is_read_from_a_column_of_a_file(
    page: DrawPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = write_list(tmp_path / name, ROWS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    Hands(qtbot).click(page.list.read)
    assert (page.list.references.currentText(), page.list.groups.currentText()) == ("Reference", "Part")
    assert page.list.listed.people == THREE
    assert page.list._where.text().endswith("71 rows")
    page.list.groups.show_code("")
    page.list.groups.activated.emit(0)
    assert page.list.says.text() == "71 references."
    page.list.references.show_code("0")
    page.list.references.activated.emit(0)
    assert page.list.listed.people[0] == ("1", "")
    page.list.text.setPlainText("N-001")
    page.flush()
    assert not page.list.references.isVisible()


def test_a_file_that_is_no_list_is_refused_in_words(
    page: DrawPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"nothing")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    met: list[str] = []
    monkeypatch.setattr(NoticeDialog, "run", lambda self: met.append(self.windowTitle()))
    Hands(qtbot).click(page.list.read)
    assert met == ["This could not be read"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    Hands(qtbot).click(page.list.read)
    assert page.list.text.text() == ""


def test_every_field_has_a_name_for_a_screen_reader(page: DrawPage) -> None:
    give(page, LIST)
    named = [page.list.text, page.files.seed, page.sure.number, page.sure.wanted, *page.sure.counts.values()]
    names = [each.accessibleName() for each in named]
    assert all(names)
    assert len(set(names)) == len(names)
    assert "Drawn from Free" in names


def test_a_list_of_two_thousand_is_taken_while_typing_pauses(page: DrawPage, qapp: QApplication) -> None:
    give(page, as_lines(people({"Fixed": 900, "Flex": 700, "Free": 400})))
    assert page.list.says.text() == "2000 references in 3 groups: 900 Fixed, 700 Flex and 400 Free."
    page._on_list()
    page.sure.wanted.show_code("all")
    page.sure.changed.emit()
    assert page.files.draw.text() == "Draw 2000 files"
    assert page.files.files.text().split("\n")[0].endswith("and 820 more")
