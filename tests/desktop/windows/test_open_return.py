"""A return opened in the window: a scheme file comes of it, and what could not be taken is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QMessageBox
from tests.desktop.conftest import STAMP

from iomsa.cli import main as verb
from iomsa.store.from_sheets import create_practice
from iomsa_desktop.program import LEFT_OUT, Program


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A return of the practice scheme."""
    scheme = tmp_path / "practice.iomsa"
    create_practice(scheme, clock=lambda: STAMP, who=str).close()
    assert verb(["return", str(scheme), "-o", str(tmp_path)]) == 0
    return next(tmp_path.glob("IOM-SA_*.xlsx"))


def open_book(program: Program, book: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    target = book.parent / "from a return.iomsa"
    monkeypatch.setattr(program, "ask_target", lambda *_: target)
    program.settings.set_who(target, "", "")
    program.open_return(book)
    boxes = program.window.findChildren(QMessageBox)
    said = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    return said


def test_a_whole_return_opens_without_a_word(program: Program, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_book(program, book, monkeypatch) == []
    assert program.workspace is not None
    assert len(program.workspace.desk.sheet.answers) == 116
    assert program.file is not None
    assert program.file.practice


def test_a_row_that_could_not_be_taken_is_named(program: Program, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = load_workbook(book)
    answers = workbook["Answers"]
    heads = [cell.value for cell in answers[1]]
    answers.cell(2, heads.index("code") + 1).value = "9"
    workbook.save(book)
    (said,) = open_book(program, book, monkeypatch)
    assert said.startswith(LEFT_OUT)
    assert "Answers" in said
    assert program.workspace is not None
    assert len(program.workspace.desk.sheet.answers) == 115
