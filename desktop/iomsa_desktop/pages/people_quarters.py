"""The card of the quarters: the table that the chart over time is drawn from, and the dates of single offences."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.people import FollowUp
from iomsa.handover import other_rows
from iomsa.outcomes.gaps import missing_between, missing_words
from iomsa.scoring.words import counted
from iomsa.session import people_edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words, take_in
from iomsa_desktop.dialogs.quarter import QuarterDialog
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import heading, show_words, small, words
from iomsa_desktop.models.import_tables import SpokenRows
from iomsa_desktop.models.quarters_table import quarter_rows
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.quarters_table import QuartersTable

ABOUT = (
    "Proven offences of everybody followed, by the quarter in which they were committed, and the days they were at "
    "liberty in it. The chart over time is drawn from these."
)
DATES = "The dates of single offences, one a row, show change sooner where offences are few."
GAP = "Missing in between: {}. The chart over time has a gap there until they are entered."
COPY = (
    "Copy the rows in Excel first, with their headings, or in the order Quarter, Offences, Days at liberty, People. "
    "Then press this again."
)
COPY_DATES = "Copy the column of dates in Excel first, with or without its heading. Then press this again."


class QuartersCard(Card):
    """List the quarters; they are added, changed and removed one by one, or pasted and imported."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._firsts: tuple[str, ...] = ()
        self.model = SpokenRows(Rows((), ()))
        self._head()
        self.column.addLayout(narrow(desk.look, words(desk.look, ABOUT)))
        self.table = QuartersTable(desk.look)
        self.model.setParent(self.table)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.opened.connect(self._on_open)
        self.table.removal.connect(lambda _: self._on_remove())
        self.add(self.table)
        self._narrow = small(desk.look, "")
        self._narrow.hide()
        self.add(self._narrow)
        self.table.narrowed.connect(self._show_narrow)
        self._gaps = words(desk.look)
        self.column.addLayout(narrow(desk.look, self._gaps))
        self._foot()
        self.refresh()

    def refresh(self) -> None:
        """Show the quarters of now; the chosen one stays chosen."""
        sheet, chosen = self._desk.sheet, self.chosen
        follow_up = sheet.follow_up or FollowUp()
        self._firsts, rows = quarter_rows(sheet.quarters, follow_up.data_to)
        self.model.show_rows(rows)
        self.table.setVisible(bool(self._firsts))
        self.table.fit()
        if chosen in self._firsts:
            self.table.selectRow(self._firsts.index(chosen))
        self.table.updateGeometry()
        self._show_narrow()
        missing = missing_between(map(date.fromisoformat, self._firsts))
        show_words(self._gaps, GAP.format(missing_words(missing)) if missing else "")
        held = len(follow_up.offence_dates)
        self._dates.setText(f"{counted(held, 'date')} of offences held." if held else DATES)
        self._forget.setVisible(bool(held) and not self._desk.read_only)
        self._show_chosen()

    @property
    def chosen(self) -> str:
        """Return the first day of the chosen quarter, or empty."""
        rows = self.table.selectionModel().selectedRows()
        return self._firsts[rows[0].row()] if rows and rows[0].row() < len(self._firsts) else ""

    def paste(self) -> None:
        """Offer the quarters on the clipboard."""
        self._offer("Quarters from Excel", COPY, dates=False)

    def paste_dates(self) -> None:
        """Offer the dates of offences on the clipboard."""
        self._offer("Dates of offences from Excel", COPY_DATES, dates=True)

    def bring_file(self) -> None:
        """Ask for a file of quarters and offer what it holds."""
        desk, sheet, stamp = self._desk, self._desk.sheet, self._desk.stamp()
        title = "Quarters from a file"
        paths = take_in.ask_files(desk, self, title, take_in.TABLES, several=False)
        if paths:
            take_in.take_files(
                desk,
                self,
                title,
                import_words.QUARTERS,
                take_in.tables_of(paths),
                lambda tables, take: other_rows.preview_quarters(sheet, tables, stamp, take),
            )

    def _offer(self, title: str, advice: str, *, dates: bool) -> None:
        desk, sheet, stamp = self._desk, self._desk.sheet, self._desk.stamp()
        if not QGuiApplication.clipboard().text().strip():
            take_in.notice(desk, self, "Nothing to paste", advice)
            return
        table = take_in.clipboard_table(desk, self)
        if table is None:
            return
        tables = (table,)
        if dates:
            found = other_rows.preview_offence_dates(sheet, tables, stamp)
            take_in.offer(desk, self, title, import_words.DATES, found, lambda _: found)
        else:
            found = other_rows.preview_quarters(sheet, tables, stamp)
            again = other_rows.preview_quarters
            take_in.offer(
                desk, self, title, import_words.QUARTERS, found, lambda take: again(sheet, tables, stamp, take)
            )

    def _head(self) -> None:
        look = self._desk.look
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        for text, act in (("Add a quarter", self._on_add), ("Paste quarters", self.paste)):
            button = Button(look, text)
            button.setEnabled(not self._desk.read_only)
            button.setToolTip(self._desk.file.read_only_because)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        head = QVBoxLayout() if look.list_folded else QHBoxLayout()
        head.addWidget(heading(look, "Quarters"), 1)
        head.addLayout(buttons)
        self.column.addLayout(head)

    def _foot(self) -> None:
        look = self._desk.look
        self._open, self._remove = Link(look, "Open"), Link(look, "Remove")
        self._open.clicked.connect(lambda: self._on_open(self._firsts.index(self.chosen)))
        self._remove.clicked.connect(self._on_remove)
        bring, dates = Link(look, "Import quarters from a file"), Link(look, "Paste dates of offences")
        self._forget = Link(look, "Take the dates away")
        bring.clicked.connect(self.bring_file)
        dates.clicked.connect(self.paste_dates)
        self._forget.clicked.connect(self._on_forget)
        for link in (bring, dates):
            link.setEnabled(not self._desk.read_only)
            link.setToolTip(self._desk.file.read_only_because)
        self._dates = small(look, "")
        first, second = QWidget(), QWidget()
        for holder, links in ((first, (self._open, self._remove, bring)), (second, (dates, self._forget))):
            flow = Flow(holder, gap=look.px(16), row_gap=look.px(2))
            for link in links:
                flow.addWidget(link)
        for widget in (first, self._dates, second):
            self.add(widget)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())

    def _show_narrow(self) -> None:
        # Nobody misses a column of a table that is not there.
        show_words(self._narrow, self.table.narrow_words if self._firsts else "")

    def _show_chosen(self) -> None:
        first = self.chosen
        name = other_rows.quarter_name(first) if first else ""
        self._open.setVisible(bool(first) and not self._desk.read_only)
        self._remove.setVisible(bool(first) and not self._desk.read_only)
        for link, text in ((self._open, f"Change {name}"), (self._remove, f"Remove {name}")):
            link.setText(text)
            link.setAccessibleName(text)
            link.updateGeometry()

    def _on_add(self) -> None:
        self._ask("")

    def _on_open(self, row: int) -> None:
        if not self._desk.read_only:
            self._ask(self._firsts[row])

    def _ask(self, first: str) -> None:
        desk = self._desk
        dialog = QuarterDialog(desk.look, desk.sheet.quarters, first, self)
        if dialog.run() and dialog.value is not None:
            given, counts = dialog.value
            what = people_edits.set_quarter(desk.sheet, given, desk.stamp(), **counts)
            desk.bridge.change(f"{other_rows.quarter_name(given)} {'changed' if first else 'added'}", what)

    def _on_remove(self) -> None:
        desk, first = self._desk, self.chosen
        if first and not desk.read_only:
            name = other_rows.quarter_name(first)
            desk.bridge.change(f"{name} removed", people_edits.remove_quarter(desk.sheet, first))

    def _on_forget(self) -> None:
        desk = self._desk
        what = people_edits.set_follow_up(desk.sheet, desk.stamp(), offence_dates=())
        desk.bridge.change("Dates of offences taken away", what)
