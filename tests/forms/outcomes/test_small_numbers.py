"""Share-safe counts: what is hidden can't be worked out from what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.outcomes import oracles

from iomsa.outcomes.feasible import Sum
from iomsa.outcomes.sign_test import sign_test
from iomsa.outcomes.small_numbers import (
    HIDDEN_TEXT,
    SMALL_TEXT,
    Shown,
    caution,
    share_figure,
    share_percent,
    share_safe,
)

ROWS, COLUMNS = ["fixed", "free", "youth"], ["less", "same", "more"]
Table = dict[str, int]


def table(values: list[list[int]]) -> tuple[Table, list[Sum]]:
    """Name the cells of a table and add its totals."""
    rows, columns = ROWS[: len(values)], COLUMNS[: len(values[0])]
    counts = {f"{row}|{column}": values[i][j] for (i, row), (j, column) in product(enumerate(rows), enumerate(columns))}
    counts |= {f"{row}|all": sum(values[i]) for i, row in enumerate(rows)}
    counts |= {f"all|{column}": sum(line[j] for line in values) for j, column in enumerate(columns)}
    counts["all|all"] = sum(map(sum, values))
    return counts, table_sums(rows, columns, "all", "all")


def table_sums(rows: Sequence[str], columns: Sequence[str], all_rows: str, all_columns: str) -> list[Sum]:
    """Return the sums of a table whose cells are named `row|column`, with totals of rows, of columns and of all."""
    down = [Sum(f"{all_rows}|{column}", tuple(f"{row}|{column}" for row in rows)) for column in (*columns, all_columns)]
    across = [Sum(f"{row}|{all_columns}", tuple(f"{row}|{column}" for column in columns)) for row in (*rows, all_rows)]
    return down + across


def known(counts: Mapping[str, int], shown: Mapping[str, Shown]) -> dict[str, tuple[int, int]]:
    """Return what somebody knows of each count who knows the rules."""
    found = {}
    for name, cell in shown.items():
        if cell.value is not None:
            found[name] = (cell.value, cell.value)
        elif cell.text == SMALL_TEXT:
            found[name] = (1, 4)
        else:
            found[name] = (5 if counts[name] >= 5 else 1, 10_000)
    return found


def check(counts: Table, sums: list[Sum]) -> int:
    """Fail where a count is shown wrongly or can be narrowed down to fewer than three values; count what is hidden."""
    shown = share_safe(counts, sums)
    hidden = [name for name, cell in shown.items() if cell.value is None]
    for name, count in counts.items():
        if name not in hidden:
            assert shown[name] == (count, str(count))
            assert not 0 < count < 5
        else:
            assert count > 0
            assert shown[name].text in ({SMALL_TEXT, HIDDEN_TEXT} if count < 5 else {HIDDEN_TEXT})
    ranges = known(counts, shown)
    assert [name for name in hidden if not oracles.has_three_values(name, ranges, sums)] == []
    return len(hidden)


VALUES = st.one_of(st.integers(0, 6), st.integers(0, 40))
LINES = st.integers(2, 3).map(lambda columns: st.lists(VALUES, min_size=columns, max_size=columns))
TABLES = LINES.flatmap(lambda line: st.lists(line, min_size=1, max_size=3))


@settings(max_examples=20)
@given(TABLES)
def test_what_is_hidden_has_three_possible_values(values: list[list[int]]) -> None:
    check(*table(values))


@settings(max_examples=20)
@given(st.lists(VALUES, min_size=2, max_size=6), st.lists(VALUES, min_size=1, max_size=3))
def test_sums_within_sums(parts: list[int], others: list[int]) -> None:
    counts = {f"p{place}": count for place, count in enumerate(parts)} | {"p": sum(parts)}
    counts |= {f"q{place}": count for place, count in enumerate(others)} | {"all": sum(parts) + sum(others)}
    inner = Sum("p", tuple(f"p{place}" for place in range(len(parts))))
    check(counts, [inner, Sum("all", ("p", *(f"q{place}" for place in range(len(others)))))])


def texts(values: list[list[int]]) -> list[str]:
    counts, sums = table(values)
    return [cell.text for name, cell in share_safe(counts, sums).items() if name.split("|")[0] != "all"]


def test_nothing_small_is_nothing_hidden() -> None:
    assert texts([[12, 0, 7]]) == ["12", "0", "7", "19"]


def test_two_small_ones_may_cover_each_other() -> None:
    assert texts([[2, 20, 3]]) == ["<5", "20", "<5", "25"]


def test_one_alone_takes_another_with_it() -> None:
    # 20 people: 1, 13, 6, as in the 2020 inspection. With the 6 hidden the 1 could only be 1 or 2, so the 13 goes.
    assert texts([[1, 13, 6]]) == ["<5", "hidden", "6", "20"]


def test_two_ones_can_not_cover_each_other() -> None:
    # 1 + 1 beside 12 and a total of 14 would be told apart as 1 and 1.
    assert texts([[1, 12, 1]]) == ["<5", "hidden", "<5", "14"]


def test_where_even_under_5_would_tell_the_total_goes() -> None:
    counts = {"a": 1, "b": 1, "c": 1, "all": 3}
    found = share_safe(counts, [Sum("all", ("a", "b", "c"))])
    assert [cell.text for cell in found.values()] == ["<5", "<5", "<5", "hidden"]


def test_a_table_hides_its_corner() -> None:
    counts, sums = table([[2, 30, 40], [20, 25, 50], [30, 35, 60]])
    found = share_safe(counts, sums)
    assert {name for name, cell in found.items() if cell.value is None} == {
        "fixed|less", "fixed|same", "free|less", "free|same",
    }  # fmt: skip


def test_no_sums_and_no_counts() -> None:
    assert share_safe({}, []) == {}
    assert share_safe({"a": 3, "b": 0}, []) == {"a": Shown(None, "<5"), "b": Shown(0, "0")}


def test_percentages() -> None:
    assert share_percent(Shown(20, "20"), Shown(58, "58")) == (34, "")
    assert share_percent(Shown(6, "6"), Shown(20, "20")) == (30, "Fewer than 30: take care.")
    assert share_percent(Shown(5, "5"), Shown(9, "9")) == (None, "No percentage: fewer than 10.")
    assert share_percent(Shown(None, "<5"), Shown(58, "58"))[0] is None
    assert share_percent(Shown(5, "5"), Shown(None, "hidden"))[0] is None
    assert (caution(29), caution(30)) == ("Fewer than 30: take care.", "")


@given(TABLES)
def test_percentages_and_p_tell_nothing_more(values: list[list[int]]) -> None:
    """Whatever is shared can be worked out anew from the counts that are shown, so it adds nothing to them."""
    counts, sums = table(values)
    shown = share_safe(counts, sums)
    for row, column in product(ROWS[: len(values)], COLUMNS[: len(values[0])]):
        part, whole = shown[f"{row}|{column}"], shown[f"{row}|all"]
        percent, _ = share_percent(part, whole)
        if percent is not None:
            assert percent == int(100 * int(part.text) / int(whole.text) + 0.5)
            assert int(whole.text) >= 10
        less, more = shown[f"{row}|less"], shown[f"{row}|{COLUMNS[len(values[0]) - 1]}"]
        p, _ = share_figure(sign_test(counts[f"{row}|less"], more.value or 0), [less, more])
        assert p is None or p == sign_test(int(less.text), int(more.text))


def test_no_figure_from_a_hidden_count() -> None:
    assert share_figure(0.04, [Shown(5, "5"), Shown(20, "20")]) == (0.04, "")
    assert share_figure(0.04, [Shown(5, "5"), Shown(None, "<5")]) == (
        None, "Not shown: it rests on a count that is hidden.",
    )  # fmt: skip
    assert share_figure(None, []) == (None, "")


def test_a_large_table() -> None:
    chance = Random(2)
    rows = [f"q{place}" for place in range(20)]
    cells = {f"{row}|{column}": chance.choice([0, 2, 3, 8, 15, 22, 40]) for row, column in product(rows, COLUMNS)}
    counts = dict(cells)
    for row in rows:
        counts[f"{row}|all"] = sum(cells[f"{row}|{column}"] for column in COLUMNS)
    for column in (*COLUMNS, "all"):
        counts[f"all|{column}"] = sum(counts[f"{row}|{column}"] for row in rows)
    assert check(counts, table_sums(rows, COLUMNS, "all", "all")) > 0


@pytest.mark.proof
def test_thousands_of_tables(record_property: Callable[[str, object], None]) -> None:
    chance, hidden, cells = Random(9), 0, 0
    for _ in range(2_000):
        rows, columns, top = chance.randint(1, 3), chance.randint(2, 3), chance.choice([2, 6, 12, 40])
        counts, sums = table([[chance.randint(0, top) for _ in range(columns)] for _ in range(rows)])
        hidden, cells = hidden + check(counts, sums), cells + len(counts)
    record_property(
        "counted", f"suppression: 2,000 tables, {hidden} of {cells} counts hidden, each with 3 values or more"
    )
