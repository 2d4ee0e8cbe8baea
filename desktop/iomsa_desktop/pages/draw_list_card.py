"""The card of the list that files are drawn from: typed, pasted, or read from a column of a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa.answers.text import clean_line
from iomsa.handover.draw_list import Columns, columns_of
from iomsa.handover.table import read_table
from iomsa.problems import Problem, Refused
from iomsa.scoring.words import counted, listed, sentence
from iomsa.session.draw_list import Listed, read_list, typed_lines
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import take_in
from iomsa_desktop.dialogs.waiting import wait_for
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.growing_text import PADDING, GrowingText
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.kit.words import field_label, recolour, show_words, small, strong, words
from iomsa_desktop.look import Look

ABOUT = (
    "Everybody who was on the scheme in this period, under the scheme's own references, one a line. Where files are to "
    "come from each group, the group stands behind a tab or a comma: N-001, Fixed."
)
KEPT_OUTSIDE = (
    "No names, no dates of birth, no police or court numbers. The list that says who is who stays on the police or "
    "probation system."
)
MOST_NAMED = 6
NO_GROUPS = "No groups"
LEAST_LINES, MOST_LINES = 4, 10


class ListText(GrowingText):
    """Take a list; never lower than a few lines, so that it looks like a place for one."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__(look, name, hint, most_lines=MOST_LINES)
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        least = LEAST_LINES * self.fontMetrics().lineSpacing() + PADDING
        if self.height() < least:
            self.setFixedHeight(least)


class ListCard(Card):
    """Ask for the list; `changed` tells that another one stands here."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        super().__init__(look, "1 The list")
        self._desk = desk
        self._columns: Columns | None = None
        self._taken = self._filled = ""
        self.listed = Listed((), (), ())
        self.text = ListText(look, "References, one a line", "N-001")
        self.text.setReadOnly(desk.read_only)
        self.text.paused.connect(lambda _: self._take())
        self.read = Button(look, "Read from a file")
        self.read.setEnabled(not desk.read_only)
        self.read.setToolTip(desk.file.read_only_because)
        self.read.clicked.connect(self._on_read)
        self._where = small(look, "")
        self.says, self.wrong, self.odd = strong(look, ""), words(look), small(look, "")
        recolour(self.wrong, look.theme.inadequate)
        self.column.addLayout(narrow(look, words(look, ABOUT)))
        self.column.addLayout(narrow(look, small(look, KEPT_OUTSIDE)))
        self.add(field_label(look, "References", self.text))
        self.add(Boxed(look, self.text))
        self.column.addLayout(side_by_side(look, self.read, self._where, gap=12))
        self.add(self._ask_columns())
        for label in (self.says, self.wrong, self.odd):
            self.add(label)
        self._show()

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Show a list that is stored already."""
        self.text.show_text(as_lines(people))
        self.text.accept()
        self._read()

    def flush(self) -> None:
        """Take in what is still being typed."""
        if self.text.text() != self._taken:
            self._take()

    @property
    def pending(self) -> bool:
        """Tell whether a list stands here that no file was drawn from."""
        return self.text.pending

    def take_table(self, columns: Columns, name: str) -> None:
        """Offer the columns of a file, and take the likeliest."""
        self._columns = columns
        groups = columns.groups
        for pick in (self.references, self.groups):
            pick.clear()
        self.groups.addItem(NO_GROUPS, "")
        for place, each in enumerate(columns.names):
            self.references.addItem(each, str(place))
            self.groups.addItem(each, str(place))
        self.references.show_code(str(columns.references))
        self.groups.show_code("" if groups is None or groups == columns.references else str(groups))
        self._where.setText(f"{name}, {counted(len(columns.rows), 'row')}")
        self._chooser.setVisible(len(columns.names) > 1)
        self._fill()

    def _ask_columns(self) -> QWidget:
        look = self._desk.look
        self.references, self.groups = Pick(look, ()), Pick(look, (), none=NO_GROUPS)
        self._chooser = QWidget()
        grid = QGridLayout(self._chooser)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        asked = (("Column of the references", self.references), ("Column of the groups", self.groups))
        for column, (label, pick) in enumerate(asked):
            grid.addWidget(field_label(look, label, pick), 0, column)
            grid.addWidget(pick, 1, column)
            grid.setColumnStretch(column, 1)
            pick.activated.connect(lambda _: self._fill())
        self._chooser.setVisible(False)
        return self._chooser

    def _on_read(self) -> None:
        desk, title = self._desk, "Read the list from a file"
        paths = take_in.ask_files(desk, self, title, take_in.TABLES, several=False)
        if not paths:
            return
        path = paths[0]
        try:
            waiting = (title, f"Reading {path.name}.")
            columns = wait_for(desk.tasks, self, desk.look, waiting, lambda _: columns_of(read_table(path)))
        except Refused as refusal:
            take_in.tell_refusal(desk, self, take_in.NOT_READ, refusal)
            return
        if columns is not None:
            self.take_table(columns, path.name)

    def _fill(self) -> None:
        if self._columns is None:
            return
        groups = int(self.groups.code) if self.groups.code else None
        lines = self._columns.lines(int(self.references.code), groups)
        self._filled = as_lines([(line.ref, line.group) for line in lines])
        self.text.setPlainText(self._filled)
        self._take()

    def _take(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        self._taken = self.text.text()
        if self._taken != self._filled:
            # What was read was changed by hand: another column would take that away.
            self._columns = None
            self._chooser.setVisible(False)
            self._where.setText("")
        self.listed = read_list(typed_lines(self._taken), self._desk.sheet.period)
        self._show()

    def _show(self) -> None:
        found = self.listed
        show_words(self.says, list_words(found))
        show_words(self.wrong, named(found.wrong))
        show_words(self.odd, named(found.odd))
        self.text.setAccessibleDescription(f"{self.says.text()} {self.wrong.text()} {self.odd.text()}".strip())


def as_lines(people: Sequence[tuple[str, str]]) -> str:
    """Return a list as it is typed, a reference a line with its group behind a tab."""
    pairs = ((clean_line(ref), clean_line(group)) for ref, group in people)
    return "\n".join(f"{ref}\t{group}" if group or "," in ref else ref for ref, group in pairs)


def list_words(found: Listed) -> str:
    """Count a list and its groups; empty for none."""
    if not found.people:
        return ""
    said, groups = counted(len(found.people), "reference"), found.groups
    if len(groups) < 2:
        return f"{said}."
    sizes = [f"{size} {name or 'without a group'}" for name, size in groups.items()]
    return f"{said} in {len(groups)} groups: {listed(sizes)}."


def named(problems: Sequence[Problem]) -> str:
    """Name the first few problems with their lines, one below the other, and count the others."""
    shown = [f"{sentence(each.place)}: {each.sentence}" if each.place else each.sentence for each in problems]
    rest = len(shown) - MOST_NAMED
    return "\n".join(shown[:MOST_NAMED] + ([f"And {counted(rest, 'more line', 'more lines')}."] if rest > 0 else []))
