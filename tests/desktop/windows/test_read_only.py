"""A file that is open to read only: everything can be read, nothing can be changed, and the program says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import STAMP

from iomsa.framework.model import Choice
from iomsa.store.from_sheets import create_practice
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASES, DRAW, OUTCOMES, PEOPLE, PERSON, PROFILE, STANDARD, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.kit.check_box import CheckBox
from iomsa_desktop.kit.flag import Flag
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.pages.guidance import KEYS
from iomsa_desktop.pages.locked import LOCKED
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.fixture
def held(program: Program, tmp_path: Path) -> Iterator[Workspace]:
    """The workspace of a scheme file that somebody else holds."""
    path = tmp_path / "held.iomsa"
    with create_practice(path, clock=lambda: STAMP, who=str):
        program.settings.set_who(path, "Alex Example", "police")
        program.open(path)
        assert program.workspace is not None
        yield program.workspace
        program.close_file()


def field_of(workspace: Workspace, id: str) -> PromptField:
    workspace.go(Place(STANDARD, id[0], id))
    page = workspace.page
    assert page is not None
    return next(each for each in page.findChildren(PromptField) if each.prompt.id == id)


@pytest.mark.parametrize(
    ("page", "about"), [(PROFILE, ""), (STANDARD, "1"), (STANDARD, "7"), (PEOPLE, ""), (PERSON, "")]
)
def test_a_page_of_questions_says_first_that_nothing_can_be_changed(held: Workspace, page: str, about: str) -> None:
    held.go(Place(page, about or (next(iter(held.desk.sheet.people)) if page == PERSON else "")))
    shown = held.page
    assert shown is not None
    said = f"{LOCKED} {held.desk.file.read_only_because}"
    labels = [each for each in shown.findChildren(QLabel) if each.isVisible() and each.text() == said]
    assert len(labels) == 1
    # Within the first view, and told by a screen reader that comes into the page by any field.
    assert labels[0].mapTo(shown, labels[0].rect().bottomLeft()).y() < shown.height() / 2
    assert shown.accessibleDescription() == said
    assert not any(each.isVisible() and each.text() in ("Keys", KEYS) for each in shown.findChildren(QLabel))


def test_nothing_says_so_where_answers_can_be_changed(practice: Workspace) -> None:
    practice.go(Place(PROFILE))
    assert practice.page is not None
    assert practice.page.accessibleDescription() == ""
    assert not any(each.text().startswith(LOCKED) for each in practice.page.findChildren(QLabel))


def test_no_part_of_a_prompt_can_be_changed_and_each_says_why(held: Workspace, qtbot: QtBot) -> None:
    field = field_of(held, "1.1.1")
    before, why = held.desk.sheet, held.desk.file.read_only_because
    code = field.control.code
    qtbot.keyClicks(field.control.buttons[3], "0")
    qtbot.mouseClick(field.control.buttons[3], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(field.flag, Qt.MouseButton.LeftButton)
    assert held.desk.sheet is before
    assert field.control.code == code == before.answers["1.1.1"].choice
    for part in (field.control, field.flag):
        assert (part.isEnabled(), part.toolTip()) == (False, why)
    assert field.note.isReadOnly()


def test_no_empty_box_asks_for_a_note_that_can_not_be_given(held: Workspace) -> None:
    answers = held.desk.sheet.answers
    for standard in "123456":
        first = field_of(held, f"{standard}.1.1")
        page = held.page
        assert page is not None
        for field in page.findChildren(PromptField):
            given = answers[field.prompt.id]
            shown = (field.note.isVisible(), field.evidence.isVisible())
            assert shown == (bool(given.note), bool(given.evidence)), field.prompt.id
            assert field.note.placeholderText() == field.evidence.placeholderText() == ""
        assert first.isVisible()
    assert {bool(each.evidence) for each in answers.values()} == {True, False}


def test_what_is_ticked_flagged_or_picked_is_read_without_the_accent(held: Workspace, program: Program) -> None:
    look = held.desk.look
    flag, tick = Flag(look), CheckBox(look, "Not known")
    pick = Pick(look, (Choice("a", "First"),))
    pick.show_code("a")
    for button in (flag, tick):
        button.setChecked(True)
    for control in (flag, tick, pick):
        control.setParent(program.window)
        control.resize(control.sizeHint())
        control.setEnabled(False)
        colours = colours_of(control)
        assert look.theme.text.name() in colours
        assert look.theme.accent.name() not in colours
    box = Boxed(look, LineText(look, "Total"))
    box.resize(120, 32)
    assert look.theme.edge.name() in colours_of(box)
    box.findChildren(LineText)[0].setReadOnly(True)
    assert look.theme.edge.name() not in colours_of(box)


def colours_of(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("page", [PEOPLE, DRAW, CASES, OUTCOMES, PERSON])
def test_each_button_that_is_off_says_why(held: Workspace, page: str) -> None:
    about = next(iter(held.desk.sheet.people)) if page == PERSON else ""
    held.go(Place(page, about))
    held.desk.tasks.wait()
    assert held.page is not None
    off = [each for each in held.page.findChildren(QPushButton) if each.isVisible() and not each.isEnabled()]
    silent = [each.text() for each in off if not each.toolTip()]
    # Beside the button of the draw stand the words that say why.
    assert (bool(off), silent) == (page != PERSON, ["Draw 40 files again"] if page == DRAW else [])


def test_the_file_stays_as_it_was(held: Workspace, program: Program, qtbot: QtBot) -> None:
    assert isinstance(held.desk.file, SchemeFile)
    content = held.desk.file.path.read_bytes()
    field = field_of(held, "1.1.1")
    qtbot.keyClicks(field.control.buttons[3], "f")
    assert held.desk.file.path.read_bytes() == content
