"""The columns of a list: which hold references and groups, with or without headings, and which can't be told."""

from __future__ import annotations

import pytest

from iomsa.handover.draw_list import column_named, columns_of
from iomsa.handover.table import Table
from iomsa.problems import Refused
from iomsa.session.draw_list import Line


def table(*rows: tuple[str, ...]) -> Table:
    return Table((), rows, 1, "list.csv")


@pytest.mark.parametrize(
    ("rows", "names", "references", "groups", "first"),
    [
        ((("N-1",), ("N-2",)), ("Column A",), 0, None, 1),
        ((("Our number",), ("N-1",), ("N-2",)), ("Our number",), 0, None, 2),
        ((("Reference", "Part"), ("a", "Fixed")), ("Reference", "Part"), 0, 1, 2),
        ((("Area", "Ref"), ("North", "a")), ("Area", "Ref"), 1, None, 2),
        ((("Area", "Number"), ("North", "N-1"), ("South", "N-2")), ("Area", "Number"), 1, None, 2),
        ((("North", "N-1"), ("South", "N-2")), ("Column A", "Column B"), 1, None, 1),
        ((("", ""), ("Cohort", "Number"), ("Flex", "7")), ("Cohort", "Number"), 1, 0, 3),
        ((("", "Ref"), ("x", "a")), ("Column A", "Ref"), 1, None, 2),
        ((("blue", "red"),), ("Column A", "Column B"), 0, None, 1),
    ],
)
def test_columns_are_found(
    rows: tuple[tuple[str, ...], ...], names: tuple[str, ...], references: int, groups: int | None, first: int
) -> None:
    columns = columns_of(table(*rows))
    assert (columns.names, columns.references, columns.groups) == (names, references, groups)
    assert columns.rows[0][0] == first


def test_a_heading_that_is_asked_for_makes_its_row_the_headings() -> None:
    rows = (("wing", "who"), ("A", "blue"), ("B", "red"))
    assert columns_of(table(*rows)).names == ("Column A", "Column B")
    columns = columns_of(table(*rows), ["Who"])
    assert column_named(columns, " WHO ") == 1
    assert columns.lines(1, 0) == (Line(2, "blue", "A"), Line(3, "red", "B"))
    assert columns.lines(1) == (Line(2, "blue"), Line(3, "red"))


def test_many_columns_have_letters_as_in_a_spreadsheet() -> None:
    names = columns_of(table(tuple(str(n) for n in range(28)))).names
    assert (names[0], names[25], names[26], names[27]) == ("Column A", "Column Z", "Column AA", "Column AB")


@pytest.mark.parametrize(
    ("rows", "name", "said"),
    [
        ((("Ref", "Ref"), ("1", "2")), "ref", "ref: several columns have this heading; rename one of them."),
        ((("Ref",), ("1",)), "Name", "Name: there is no such column. There is Ref."),
    ],
)
def test_a_column_that_cannot_be_told_is_refused(rows: tuple[tuple[str, ...], ...], name: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        column_named(columns_of(table(*rows)), name)
    assert str(caught.value) == said


def test_a_table_of_nothing_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        columns_of(table(("", ""), ("",)))
    assert str(caught.value) == "list.csv: there is nothing in this table."
