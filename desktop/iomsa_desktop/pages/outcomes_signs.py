"""The card of early signs: the key questions of the outcomes that case files answer, shown without a rating."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa.framework.model import KeyQuestion, Standard
from iomsa.outcomes.proportion import ALL_REVIEWED
from iomsa.scoring.card import Rated, Scorecard
from iomsa.scoring.shares import weighted_percent
from iomsa_desktop.charts.interval import IntervalBar
from iomsa_desktop.desk import CASES, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.words import line, small, words
from iomsa_desktop.look import Look

ABOUT = "What the reviewed case files say: yes, of the files that gave a yes or no. Shown, not rated."
SCALE = "Each scale runs from 0 to 100 %."
LINES = (
    f"{SCALE} The line on it is the 95 % interval: how far the share of everybody on the list may lie from this one."
)


class SignRow:
    """Show one key question: yes of how many, and the share with its interval."""

    def __init__(self, look: Look, question: KeyQuestion) -> None:
        name = f"{question.id} {question.short}"
        self.name = words(look, name) if look.side_below else line(look, name)
        self.count = line(look)
        self.name.setToolTip(question.text)
        self.bar, self.percent = IntervalBar(look, name, ()), line(look)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def place(self, grid: QGridLayout, row: int, *, apart: bool) -> None:
        """Put the row into the grid: on one line, or on two where the text is large."""
        places = ((0, 0, 3), (1, 0, 1), (1, 1, 1), (1, 2, 1)) if apart else ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1))
        for cell, (below, column, wide) in zip((self.name, self.count, self.bar, self.percent), places, strict=True):
            grid.addWidget(cell, row + below, column, 1, wide)

    def show_rated(self, look: Look, rated: Rated) -> None:
        """Show what the files say now."""
        n, yes = rated.n or 0, rated.sufficient or 0
        self.count.setText(f"{yes} of {n}" if n else "No yes or no")
        self.percent.setText(weighted_percent(rated) if n else "–")
        whom = f"for all {rated.people} people" if rated.people is not None else ""
        self.bar.show_share(
            rated.share[0] / rated.share[1] if rated.share else None,
            rated.interval,
            look.theme.text,
            so_far=rated.so_far,
            percent=weighted_percent(rated),
            sampling=whom if rated.interval else ALL_REVIEWED,
        )


class SignsCard(Card):
    """Show how many files say yes to each key question of one standard."""

    def __init__(self, desk: Desk, standard: Standard) -> None:
        super().__init__(desk.look, "Early signs in the case files")
        self._desk, self._standard = desk, standard
        self._shown: Scorecard | None = None
        look = desk.look
        asked = [each for each in standard.questions if each.case_question]
        self.rows = {each.id: SignRow(look, each) for each in asked}
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        for place, row in enumerate(self.rows.values()):
            row.place(grid, 3 * place, apart=look.side_below)
            grid.addWidget(Rule(look), 3 * place + 2, 0, 1, 4)
        grid.setColumnStretch(1 if look.side_below else 2, 1)
        link = Link(look, "Case review")
        link.clicked.connect(lambda: desk.go(Place(CASES, "", standard.id)))
        self._scale = small(look, "")
        for widget in (small(look, ABOUT), table, self._scale, link):
            self.add(widget)

    def refresh(self) -> None:
        """Show what the files say now."""
        card = self._desk.bridge.card
        if card is self._shown:
            return
        self._shown, rated = card, card.standard(self._standard.id).questions
        for each in rated:
            if each.id in self.rows:
                self.rows[each.id].show_rated(self._desk.look, each)
        self._scale.setText(LINES if any(each.interval for each in rated) else f"{SCALE} {ALL_REVIEWED}")
        self.setVisible(any(each.n for each in rated))
