"""The next page, built and shown, against as many stock widgets in the same layouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.benchmarks.schemes import make_scheme
from tests.benchmarks.yardstick import interleaved, ratio, say, timed

from iomsa_desktop.app import build
from iomsa_desktop.desk import STANDARD, Place
from iomsa_desktop.program import Program

STANDARDS = ("1", "2", "3", "4", "5", "6")


@pytest.mark.bench
def test_next_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    program = opened(qapp, tmp_path, make_scheme(tmp_path / "one.iomsa", periods=2, cases=40))
    qtbot.addWidget(program.window)
    stock = QStackedWidget()
    stock.resize(1280, 800)
    stock.show()
    qtbot.addWidget(stock)
    turn = {"ours": 0, "theirs": 0}

    def ours() -> float:
        if turn["ours"] % len(STANDARDS) == 0:
            program.relook()
        id = STANDARDS[turn["ours"] % len(STANDARDS)]
        turn["ours"] += 1
        return timed(lambda: show_ours(program, id))

    def theirs() -> float:
        id = STANDARDS[turn["theirs"] % len(STANDARDS)]
        turn["theirs"] += 1
        return timed(lambda: show_stock(program, stock, id))

    mine, other = interleaved(ours, theirs, 4 * len(STANDARDS))
    say("next page built and shown", ratio(mine, other), 1.5, ours=mine, theirs=other)
    program.close_file()
    assert ratio(mine, other) <= 1.5


def opened(app: QApplication, folder: Path, scheme: Path) -> Program:
    program = build(app, folder / "settings.ini", folder)
    program.settings.set_who(scheme, "", "")
    program.window.show()
    program.open(scheme)
    return program


def show_ours(program: Program, id: str) -> None:
    assert program.workspace is not None
    program.workspace.go(Place(STANDARD, id))
    page = program.workspace.page
    assert page is not None
    page.grab()


def show_stock(program: Program, stack: QStackedWidget, id: str) -> None:
    assert program.workspace is not None
    framework = program.workspace.desk.framework
    standard = next(each for each in framework.standards if each.id == id)
    area, canvas = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    row, column, side = QHBoxLayout(canvas), QVBoxLayout(), QVBoxLayout()
    row.addLayout(column, 1)
    row.addLayout(side)
    for text in ("Guidance", "meaning", "evidence", "who", "sources", "Keys", "keys"):
        side.addWidget(wrapped(text * 12))
    column.addWidget(wrapped(standard.title))
    for question in standard.questions:
        column.addWidget(wrapped(question.text))
        for prompt in question.prompts:
            column.addWidget(stock_prompt(prompt.id, prompt.text))
    area.setWidget(canvas)
    stack.addWidget(area)
    stack.setCurrentWidget(area)
    stack.grab()


def stock_prompt(id: str, text: str) -> QFrame:
    """Build a prompt of stock widgets, held together as ours are: a control in its holders, a frame round each text."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    column = QVBoxLayout(frame)
    head, answers, texts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
    head.addWidget(QLabel(id))
    head.addWidget(wrapped(text), 1)
    head.addWidget(QLabel("2020 inspection"))
    control, joined = QWidget(), QWidget()
    row, inner = QHBoxLayout(control), QHBoxLayout(joined)
    row.addWidget(joined)
    for label in ("0 Not in place", "1 Started", "2 Mostly", "3 In place, working"):
        inner.addWidget(QRadioButton(label))
    row.addWidget(QRadioButton("Not known"))
    answers.addWidget(control, 1)
    answers.addWidget(QPushButton("Flag"))
    for height in (2, 1):
        box = QPlainTextEdit("What we saw this year, in a sentence or two.")
        box.setFixedHeight(24 * height)
        edge = QFrame()
        QHBoxLayout(edge).addWidget(box)
        texts.addWidget(edge, height)
    for layout in (head, answers, texts):
        column.addLayout(layout)
    return frame


def wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
