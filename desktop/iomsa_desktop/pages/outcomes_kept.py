"""The card of figures whose rows are not in this file: where they are from, and the figures in folded tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.review import Figure, KeptFigures
from iomsa.outcomes.all_figures import group
from iomsa.outcomes.report_text import kept_in_words, shown_value
from iomsa.scoring.words import counted
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import Look
from iomsa_desktop.models.rows import Rows

PARTS = (
    ("Proven reoffending", ("people", "proven_reoffending")),
    ("How often, as in the 2020 inspection", ("frequency",)),
    ("How serious, as in the 2020 inspection", ("seriousness",)),
    ("How often, everybody followed", ("frequency_all",)),
    ("How serious, everybody followed", ("seriousness_all",)),
    ("Rates and predictions", ("rate_ratio", "observed_predicted", "could_show", "regression_to_mean")),
    ("Needs", ("pathways",)),
    ("Over time", ("over_time",)),
    ("Other areas", ("other_areas",)),
    ("A size to compare with", ("break_even",)),
    ("Agreement of reviewers", ("agreement",)),
)
OTHERS = "Other figures"


class KeptCard(Card):
    """Show figures that were kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Figures without their rows")
        self._look = desk.look
        self._about = words(desk.look)
        self._shown: KeptFigures | None = None
        self._holder = QWidget()
        self.folds: list[Fold] = []
        self.add(self._about)
        self.add(self._holder)

    def refresh(self, kept: KeptFigures | None) -> None:
        """Show the figures that were kept, if any."""
        self.setVisible(kept is not None)
        if kept is None or kept is self._shown:
            return
        self._shown = kept
        self._about.setText(kept_in_words(kept))
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        self.folds = []
        for title, figures in parts_of(kept.figures):
            fold = Fold(self._look, title, partial(_part, self._look, title, figures))
            fold.head.show_note(counted(len(figures), "figure"))
            if not self.folds:
                fold.unfold()
            self.folds.append(fold)
            column.addWidget(fold)
        self.column.replaceWidget(self._holder, fresh)
        self._holder.deleteLater()
        self._holder = fresh
        fresh.show()


def parts_of(figures: Sequence[Figure]) -> list[tuple[str, tuple[Figure, ...]]]:
    """Return the figures by what they are about, in order; what is of no known part comes last."""
    known = [(title, tuple(each for each in figures if group(each.id) in groups)) for title, groups in PARTS]
    groups = {each for _, found in PARTS for each in found}
    others = tuple(each for each in figures if group(each.id) not in groups)
    return [(title, found) for title, found in (*known, (OTHERS, others)) if found]


def kept_rows(figures: Sequence[Figure]) -> Rows:
    """Return figures as a table without the columns that are empty; shares as percentages."""
    rows = ((each.label, _value(each) or "none", _ends(each), each.n) for each in figures)
    columns = zip(("Figure", "Value", "95 % interval", "n"), *rows, strict=True)
    headings, *shown = zip(*(column for column in columns if any(column[1:])), strict=True)
    return Rows(headings, tuple(shown))


def kept_notes(figures: Sequence[Figure]) -> str:
    """Return what has to be said beside the figures, each sentence once."""
    return "\n".join(dict.fromkeys(f"{each.label}: {each.reason}" for each in figures if each.reason))


def _part(look: Look, title: str, figures: Sequence[Figure]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, look.px(8))
    table = RowsTable(look, title)
    table.show_rows(kept_rows(figures))
    column.addWidget(table)
    notes = kept_notes(figures)
    if notes:
        column.addWidget(small(look, notes))
    return holder


def _value(figure: Figure) -> str:
    text = shown_value(figure.id, figure.value)
    return f"{int(text):,}" if text.isdecimal() else text


def _ends(figure: Figure) -> str:
    low, high = (shown_value(figure.id, text) for text in (figure.low, figure.high))
    return f"{low or 'no lower end'} to {high or 'no upper end'}" if low or high else ""
