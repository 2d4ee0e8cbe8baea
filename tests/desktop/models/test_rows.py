"""Rows of text as a model: figures line up at the right, in a column that holds nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from iomsa_desktop.models.rows import Rows, RowsModel, numbers

FIGURES = (
    "34 % (24 % to 47 %)",
    "34 %",
    "1,234",
    "-0.25",
    "13 (33 %)",
    "24 % to 47 %",
    "0.35 to no upper end",
    "under 0.0001",
    "<5",
    "0.34",
)
WORDS = ("P-001", "2 open", "31 March 2024", "none: the year is missing", "lower: concern", "34 people")


@pytest.mark.parametrize("text", FIGURES)
def test_a_column_of_figures_is_one_even_where_some_are_missing(text: str) -> None:
    assert numbers(Rows(("What", "How many"), (("1", text), ("2", ""), ("3", "–")))) == (False, True)


@pytest.mark.parametrize("text", WORDS)
def test_a_column_with_words_is_none(text: str) -> None:
    assert numbers(Rows(("What", "How many"), (("1", text), ("2", "34")))) == (False, False)


def test_a_column_of_nothing_is_no_column_of_figures() -> None:
    assert numbers(Rows(("A", "B"), (("1", ""), ("2", "–")))) == (False, False)
    assert numbers(Rows(("A", "B"), ())) == (False, False)


def test_cells_and_heading_stand_on_the_same_side() -> None:
    model = RowsModel(Rows(("A", "B"), (("1", "many"),)))
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    sides = []
    for rows in (model.shown, Rows(("A", "B"), (("1", "2"),))):
        model.show_rows(rows)
        sides.append((model.data(model.index(0, 1), role), model.headerData(1, across, role)))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    assert sides == [(left, left), (right, right)]
