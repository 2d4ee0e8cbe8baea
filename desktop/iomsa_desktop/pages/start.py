"""The start page: what is ahead, and the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.canvas import Canvas
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.spoken import ScrollArea
from iomsa_desktop.kit.words import small, strong, title, words
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.sentences import NAME, PLAN

PARTS = (
    ("Say who you are", "The scheme profile: who is on the scheme, who works there, who agreed."),
    ("Judge the organisation", "82 prompts in six standards; police and probation answer together."),
    ("Review case files", "29 questions a file; what the files show rates the work with people."),
    ("Check and send", "The program says what is open and writes one Excel workbook for the inspectors."),
)
FORGETS = "Your settings can't be kept"
FORGOTTEN = (
    "the text size, the colours, the files last used and your name are forgotten when you close the program. Scheme "
    "files are kept as ever. Ask those who look after your computer for the right to write there."
)
WIDTH = 760
LONGEST = 40
"""So many characters of a file's name are shown; its tool tip says all of it."""


class StartPage(ScrollArea):
    """Offer New, Open and the practice scheme; say what went wrong where the last file could not be opened."""

    new = Signal()
    open = Signal()
    open_return = Signal()
    practice = Signal()
    recent = Signal(object)
    print_blank = Signal()
    print_who = Signal()

    def __init__(self, look: Look, recent: tuple[Path, ...], problem: str = "", forgets: str = "") -> None:
        super().__init__()
        self._look = look
        canvas = Canvas()
        row = QHBoxLayout(canvas)
        px = look.px
        row.setContentsMargins(px(32), px(40), px(32), px(32))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(16))
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)
        self._head()
        if problem:
            self._problem("The file last used could not be opened", problem)
        if forgets:
            self._problem(FORGETS, f"{forgets}, so {FORGOTTEN}")
        self._begin()
        if recent:
            self._recent(recent)
        self._ahead()
        self._column.addStretch(1)
        self.setWidget(canvas)

    def _head(self) -> None:
        look = self._look
        self._column.addWidget(title(look, NAME))
        about = "Once a year a scheme judges its own work against the criteria that joint inspections use."
        promise = "Everything stays in one file on this computer. Nothing is sent anywhere by this program."
        self._column.addWidget(words(look, f"{about} {promise}", soft=True))

    def _problem(self, title: str, problem: str) -> None:
        look = self._look
        card = Card(look, title, edge=look.theme.requires_improvement)
        card.add(words(look, problem))
        self._column.addWidget(card)

    def _begin(self) -> None:
        look = self._look
        card = Card(look, "Begin")
        holder = QWidget()
        flow = Flow(holder, gap=look.px(8))
        for text, signal, lead in (
            ("New self-assessment", self.new, True),
            ("Open", self.open, False),
            ("Practice scheme", self.practice, False),
            ("Open a return", self.open_return, False),
        ):
            button = Button(look, text, lead=lead)
            button.clicked.connect(signal)
            flow.addWidget(button)
        card.add(holder)
        card.add(small(look, "The practice scheme is made up. Try anything there; its return is marked as practice."))
        self._column.addWidget(card)

    def _recent(self, recent: tuple[Path, ...]) -> None:
        look = self._look
        card = Card(look, "Last used")
        for path in recent:
            row = QHBoxLayout()
            link = Link(look, _short(path.stem).replace("&", "&&"))
            link.setAccessibleName(f"Open {path.name}")
            link.setToolTip(str(path))
            link.clicked.connect(lambda _=False, path=path: self.recent.emit(path))
            row.addWidget(link)
            folder = ElidedLine(look, str(path.parent), SMALL, grows=True)
            folder.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            row.addWidget(folder, 1)
            card.column.addLayout(row)
        self._column.addWidget(card)

    def _ahead(self) -> None:
        look = self._look
        card = Card(look, "What is ahead")
        card.add(words(look, PLAN))
        for number, (name, about) in enumerate(PARTS, 1):
            row = QHBoxLayout()
            row.setSpacing(look.px(12))
            text = QVBoxLayout()
            text.setSpacing(0)
            text.addWidget(strong(look, name))
            text.addWidget(words(look, about, soft=True))
            place = strong(look, str(number))
            place.setFixedWidth(look.px(14))
            row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(text, 1)
            card.column.addLayout(row)
        links = QWidget()
        flow = Flow(links, gap=look.px(20))
        for text_, signal in (("Print the blank questions", self.print_blank), ("Who does what", self.print_who)):
            link = Link(look, text_)
            link.clicked.connect(signal)
            flow.addWidget(link)
        card.add(links)
        self._column.addWidget(card)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
