"""The card of how sure one wants to be: a precision or a number, and how many files that is of each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from iomsa.answers.review import Draw
from iomsa.outcomes.sampling import ALL_OF_THEM, size_wanted
from iomsa.scoring.words import counted, listed
from iomsa.session.drawing import MARGINS, USUAL_MARGIN, Plan, plan_draw
from iomsa.session.drawing_words import by_hand_words, plan_words
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import field_label, line, show_words, small, strong, words
from iomsa_desktop.look import SMALL
from iomsa_desktop.pages.draw_count import Count, boxed

NUMBER, ALL = "number", "all"
ABOUT = (
    "More files say more exactly what holds for everybody on the scheme. A file takes about 45 minutes to read. "
    "Fifteen points either way are usual for one scheme."
)
"""The sentence stands in front of a choice that nobody has to understand as a statistician."""


class SizeCard(Card):
    """Ask how many files to draw; `changed` tells that somebody wants another number."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        super().__init__(look, "2 How sure you want to be")
        self._desk = desk
        self._sizes: Mapping[str, int] = {}
        self.by_hand: dict[str, int] = {}
        options = [Option(str(each), f"{each} points", f"within {each} points either way") for each in MARGINS]
        options += [Option(NUMBER, "A number", "a number of files"), Option(ALL, "All", "all files")]
        self.wanted = Segments(look, "How sure", options)
        self.wanted.show_code(str(USUAL_MARGIN))
        self.wanted.chosen.connect(self._on_wanted)
        self.number = Count(look, "Number of files")
        self.number.show_count(1, 1)
        self.number.valueChanged.connect(lambda _: self.changed.emit())
        self._asked_number = QWidget()
        row = QHBoxLayout(self._asked_number)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field_label(look, "Number of files", self.number))
        row.addWidget(boxed(look, self.number))
        row.addStretch(1)
        self.says, self._needs, self._weighs = strong(look, ""), small(look, ""), words(look)
        self.shares = Link(look, "Back to the shares")
        self.shares.clicked.connect(self._on_shares)
        self.column.addLayout(narrow(look, words(look, ABOUT)))
        for widget in (self.wanted, self._asked_number, self.says, self._needs):
            self.add(widget)
        self._table: QWidget | None = None
        self.counts: dict[str, Count] = {}
        self._people: dict[str, QLabel] = {}
        self._at = self.column.count()
        self.add(self._weighs)
        self.add(self.shares)
        self._show_number()

    def show_draw(self, draw: Draw) -> None:
        """Show what was wanted when files were drawn."""
        people, drawn = sum(size for _, size, _ in draw.strata), sum(each for *_, each in draw.strata)
        self.number.show_count(drawn, people)
        code = str(draw.margin) if draw.margin in MARGINS else ALL if drawn == people else NUMBER
        self.wanted.show_code(code)
        usual = plan_draw(draw.people, draw.seed, number=drawn).strata if draw.people else draw.strata
        own = {name: each for (name, _, each), share in zip(draw.strata, usual, strict=True) if share[2] != each}
        self.by_hand = own
        self._show_number()

    def plan(self, people: Sequence[tuple[str, str]], seed: str) -> Plan:
        """Plan the draw that is asked for here; raise Refused."""
        code = self.wanted.code
        if code == NUMBER:
            return plan_draw(people, seed, number=self.number.value(), by_hand=self.by_hand)
        margin = None if code in (ALL, None) else int(code)
        return plan_draw(people, seed, margin=margin, by_hand={} if code == ALL else self.by_hand)

    def show_groups(self, groups: Mapping[str, int]) -> None:
        """Take in the groups of another list: numbers that were chosen stay where they still can."""
        people = sum(groups.values())
        self.by_hand = {name: min(n, groups[name]) for name, n in self.by_hand.items() if name in groups}
        few = people <= ALL_OF_THEM
        self.wanted.setVisible(not few)
        value = self.number.value() if self.number.maximum() > 1 else size_wanted(people, USUAL_MARGIN / 100)
        self.number.show_count(min(value, people), people)
        needs = [f"{each} points take {size_wanted(people, each / 100)}" for each in MARGINS]
        show_words(self._needs, "" if few else f"Of {counted(people, 'file')}, {listed(needs)}.")
        if list(groups) != list(self._sizes):
            self._build(groups)
        for name, label in self._people.items():
            label.setText(str(groups[name]))
        self._sizes = dict(groups)
        self._show_number()

    def show_plan(self, plan: Plan) -> None:
        """Say what a plan means, and how many of each group it draws."""
        self.says.setText(plan_words(plan))
        show_words(self._weighs, by_hand_words(plan))
        self.shares.setVisible(bool(plan.by_hand) and not self._desk.read_only)
        whole = plan.drawn == len(plan.people)
        fixed = self._desk.read_only or len(plan.people) <= ALL_OF_THEM or (whole and self.wanted.code == ALL)
        for name, people, drawn in plan.strata:
            if name in self.counts:
                self.counts[name].show_count(drawn, people)
                self.counts[name].setEnabled(not fixed)

    def _build(self, groups: Mapping[str, int]) -> None:
        look = self._desk.look
        if self._table is not None:
            self._table.setParent(None)
            self._table.deleteLater()
        self._table, self.counts, self._people = None, {}, {}
        if len(groups) < 2:
            return
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, look.px(8), 0, 0)
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(6))
        for column, text in enumerate(("Group", "People", "Drawn")):
            grid.addWidget(line(look, text, SMALL, soft=True), 0, column)
        grid.addWidget(Rule(look), 1, 0, 1, 4)
        for place, name in enumerate(groups):
            count = Count(look, f"Drawn from {name}")
            count.valueChanged.connect(lambda value, name=name: self._on_group(name, value))
            self.counts[name], self._people[name] = count, line(look)
            for column, cell in enumerate((line(look, name), self._people[name], boxed(look, count))):
                grid.addWidget(cell, 2 + 2 * place, column)
            grid.addWidget(Rule(look), 3 + 2 * place, 0, 1, 4)
        grid.setColumnStretch(3, 1)
        self.column.insertWidget(self._at, self._table)

    def _show_number(self) -> None:
        asked = self.wanted.code == NUMBER and sum(self._sizes.values()) > ALL_OF_THEM
        self._asked_number.setVisible(asked)
        for button in self.wanted.buttons:
            button.setEnabled(not self._desk.read_only)
        self.number.setEnabled(not self._desk.read_only)

    def _on_wanted(self, _: str) -> None:
        self.by_hand = {}
        self._show_number()
        self.changed.emit()

    def _on_group(self, name: str, value: int) -> None:
        self.by_hand[name] = value
        self.changed.emit()

    def _on_shares(self) -> None:
        self.by_hand = {}
        self.changed.emit()
