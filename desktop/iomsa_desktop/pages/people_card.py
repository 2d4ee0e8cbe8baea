"""The card of the people: the list as a table, adding, opening and removing one, and what stands on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.people import FollowUp
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import heading, small, words
from iomsa_desktop.models.people_table import PeopleModel

WHO = (
    "Put everybody on the list who joined between the two dates, also those who have left: whoever is missing makes "
    "the figures look better or worse than they are. One row a person, under a reference of your own, such as P-001."
)
HOW = (
    "Most schemes keep this in Excel: copy the rows there and paste them here. Before anything is taken you see what "
    "is new and which cells don't read. Plan for half a day to bring the figures together."
)
HINT = "Choose a person with the arrows or the mouse; Enter opens the row."
STRETCHED = 8


class PeopleCard(Card):
    """List the people; each signal asks for something, and carries the reference of the person it is about."""

    adding = Signal()
    pasting = Signal()
    importing = Signal()
    sending = Signal()
    merging = Signal()
    opened = Signal(str)
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
        sheet, chosen = self._desk.sheet, self.chosen
        self.model.show_people(sheet.people, (sheet.follow_up or FollowUp()).data_to)
        there = bool(sheet.people)
        for label in self._empty:
            label.setVisible(not there)
        self.table.setVisible(there)
        self.table.fit_columns(STRETCHED)
        self.choose(chosen)
        self.table.updateGeometry()
        self._send.setVisible(there)
        self._show_chosen()

    @property
    def chosen(self) -> str:
        """Return the reference of the chosen person, or empty."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.ref(rows[0].row()) if rows else ""

    def choose(self, ref: str) -> None:
        """Choose a person, if on the list."""
        row = self.model.row_of(ref)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)

    def focus(self) -> None:
        """Give the focus to the list, or to the first button where nobody is on it."""
        if not self.model.rowCount():
            self._paste.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.chosen:
            self.table.selectRow(0)

    def _make_table(self) -> None:
        self.table = FlatTable(self._desk.look, "People who joined", least_rows=5, most_rows=10)
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        self.table.setSortingEnabled(True)
        self.table.opened.connect(lambda row: self.opened.emit(self.model.ref(row)))
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
        self._open, self._remove = Link(look, "Open"), Link(look, "Remove from the list")
        self._open.clicked.connect(lambda: self.opened.emit(self.chosen))
        self._remove.clicked.connect(self._on_remove)
        self._hint = small(look, HINT)
        bring, self._send = Link(look, "Import a file"), Link(look, "Send a People sheet")
        merge = Link(look, "Merge People sheets")
        for link, asked in ((bring, self.importing), (self._send, self.sending), (merge, self.merging)):
            link.clicked.connect(asked)
        for link in (bring, merge):
            link.setEnabled(not self._desk.read_only)
            link.setToolTip(self._desk.file.read_only_because)
        self.add(self._hint)
        for links in ((self._open, self._remove), (bring, self._send, merge)):
            holder = QWidget()
            flow = Flow(holder, gap=look.px(16), row_gap=look.px(2))
            for link in links:
                flow.addWidget(link)
            self.add(holder)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())

    def _show_chosen(self) -> None:
        ref = self.chosen
        self._hint.setVisible(not ref and self.model.rowCount() > 0)
        self._open.setVisible(bool(ref))
        self._remove.setVisible(bool(ref) and not self._desk.read_only)
        for link, text in ((self._open, f"Open {ref}"), (self._remove, f"Remove {ref} from the list")):
            link.setText(text)
            link.setAccessibleName(text)
            link.updateGeometry()

    def _on_paste(self) -> None:
        if not self._desk.read_only:
            self.pasting.emit()

    def _on_remove(self) -> None:
        if self.chosen and not self._desk.read_only:
            self.removed.emit(self.chosen)
