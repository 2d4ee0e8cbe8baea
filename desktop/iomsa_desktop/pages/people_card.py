"""The card of the people: the list as a table, adding, opening and removing one, and what stands on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.people import FollowUp
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import heading, show_words, small, words
from iomsa_desktop.models.people_table import PeopleModel
from iomsa_desktop.pages.list_table import ListTable
from iomsa_desktop.pages.row_links import RowLinks

WHO = (
    "Put everybody on the list who joined between the two dates, also those who have left: whoever is missing makes "
    "the figures look better or worse than they are. One row a person, under a reference of your own, such as P-001."
)
HOW = (
    "Most schemes keep this in Excel: copy the rows there and paste them here. Before anything is taken you see what "
    "is new and which cells don't read. Plan for half a day to bring the figures together."
)
HINT = "Choose a person with the arrows or the mouse; Enter opens the row."
GIVE_WAY = (3, 2, 4, 1, 5)
"""The columns that leave where there is no room for all: left, cohort, offences earlier, joined, offences before."""


class PeopleCard(Card):
    """List the people; each signal asks for something, and carries the reference of the person it is about."""

    adding = Signal()
    pasting = Signal()
    importing = Signal()
    sending = Signal()
    merging = Signal()
    opened = Signal(str)
    renaming = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self.model = PeopleModel(self)
        self._head()
        self._empty = [words(desk.look, text) for text in (WHO, HOW)]
        for label in self._empty:
            self.column.addLayout(narrow(desk.look, label))
        self._make_table()
        self._foot()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_paste)

    def refresh(self) -> None:
        """Show the people of now; the chosen one stays chosen."""
        sheet = self._desk.sheet
        chosen = self.table.chosen
        self.model.show_people(sheet.people, (sheet.follow_up or FollowUp()).data_to)
        there = bool(sheet.people)
        for label in self._empty:
            label.setVisible(not there)
        self.table.setVisible(there)
        self.table.fit()
        self.table.choose(chosen)
        self.table.updateGeometry()
        self._show_narrow()
        self._send.setVisible(there)
        self._show_chosen()

    def focus(self) -> None:
        """Give the focus to the list, or to the first button where nobody is on it."""
        if self.model.rowCount():
            self.table.focus()
        else:
            self._paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self) -> None:
        self.table = ListTable(
            self._desk.look, "People who joined", self.model, most_rows=10, stretched=(-1,), give_way=GIVE_WAY
        )
        self.table.entered.connect(self.opened)
        self.table.narrowed.connect(self._show_narrow)
        self.table.removal.connect(lambda _: self._on_remove())
        self.add(self.table)

    def _head(self) -> None:
        look = self._desk.look
        self._add, self._paste = Button(look, "Add a person"), Button(look, "Paste from Excel", lead=True)
        self._add.clicked.connect(self.adding)
        self._paste.clicked.connect(self._on_paste)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        for button in (self._add, self._paste):
            button.setEnabled(not self._desk.read_only)
            button.setToolTip(self._desk.file.read_only_because)
            buttons.addWidget(button)
        buttons.addStretch(1)
        head = QVBoxLayout() if look.list_folded else QHBoxLayout()
        head.addWidget(heading(look, "People"), 1)
        head.addLayout(buttons)
        self.column.addLayout(head)

    def _foot(self) -> None:
        look = self._desk.look
        self.links = RowLinks(self._desk)
        self.links.open.clicked.connect(lambda: self.opened.emit(self.table.chosen))
        self.links.rename.clicked.connect(lambda: self.renaming.emit(self.table.chosen))
        self.links.remove.clicked.connect(self._on_remove)
        self._narrow, self._hint = small(look, ""), small(look, HINT)
        bring, self._send = Link(look, "Import a file"), Link(look, "Send a People sheet")
        merge = Link(look, "Merge People sheets")
        for link, asked in ((bring, self.importing), (self._send, self.sending), (merge, self.merging)):
            link.clicked.connect(asked)
        for link in (bring, merge):
            link.setEnabled(not self._desk.read_only)
            link.setToolTip(self._desk.file.read_only_because)
        holder = QWidget()
        flow = Flow(holder, gap=look.px(16), row_gap=look.px(2))
        for link in (bring, self._send, merge):
            flow.addWidget(link)
        for widget in (self._narrow, self._hint, self.links, holder):
            self.add(widget)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())

    def _show_narrow(self) -> None:
        show_words(self._narrow, self.table.narrow_words if self.model.rowCount() else "")

    def _show_chosen(self) -> None:
        ref = self.table.chosen
        self._hint.setVisible(not ref and self.model.rowCount() > 0)
        self.links.show_row(ref, away=f"Remove {ref} from the list")

    def _on_paste(self) -> None:
        if not self._desk.read_only:
            self.pasting.emit()

    def _on_remove(self) -> None:
        if self.table.chosen and not self._desk.read_only:
            self.removed.emit(self.table.chosen)
