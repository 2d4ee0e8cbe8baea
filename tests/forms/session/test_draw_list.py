"""The list that is drawn from: what is read, what counts once, and each line that is wrong or odd, by its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, iom

from iomsa.session.draw_list import MOST_PEOPLE, Line, Listed, by_group, read_list, typed_lines

PERIOD = blank(iom()).period


def read(text: str) -> Listed:
    return read_list(typed_lines(text), PERIOD)


def said(listed: Listed) -> list[str]:
    return [str(problem) for problem in (*listed.wrong, *listed.odd)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("N-001\nN-002", (("N-001", ""), ("N-002", ""))),
        ("\n  N-001  \r\n\n N-002\t", (("N-001", ""), ("N-002", ""))),
        ("N-001\tFixed\nN-002\tFlex", (("N-001", "Fixed"), ("N-002", "Flex"))),
        ("N-001, Fixed\nN-002 ,fixed", (("N-001", "Fixed"), ("N-002", "Fixed"))),
        ("Reference\tGroup\nN-001\tFixed", (("N-001", "Fixed"),)),
        ("\nREF\nN-001", (("N-001", ""),)),
        ("N-001\nReference", (("N-001", ""), ("Reference", ""))),
        ("N  001", (("N 001", ""),)),
        ("", ()),
        (" \n\t\n", ()),
    ],
)
def test_a_list_is_read_a_reference_a_line_with_its_group(text: str, people: tuple[tuple[str, str], ...]) -> None:
    listed = read(text)
    assert listed.people == people
    assert said(listed) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A\nB\tx\ty", "line 2: 3 things stand here. Give a reference and at most a group, or read"),
        ("A, one, two", "line 1: 3 things stand here."),
        ("\tFixed", "line 1: “Fixed” has no reference before it."),
        ("x" * 41, "line 1: “xxxxxxxxxxxxxxxxxxxx…” is too long; a reference has at most 40 characters."),
        (f"A\t{'g' * 41}", "line 1: the group “gggggggggggggggggggg…” is too long; 40 characters"),
        ("A\tFixed\nB\tFlex\nA\tFlex", "line 3: A stands in line 1 as Fixed and here as Flex. Keep one"),
        ("A\nB\tFlex\nA\tFlex", "line 3: A stands in line 1 as one without a group and here as Flex. Keep one"),
        ("A\tFixed\nB", "line 2: B has no group, but others have. Give it one, or take all groups out."),
        ("\n".join(f"N-{n}\tG{n}" for n in range(21)), "21 groups are too many to draw from; 20 are the most."),
        ("\n".join(map(str, range(MOST_PEOPLE + 1))), "10,001 references are more than one scheme has people;"),
    ],
)
def test_what_stops_a_draw_is_named_by_line(text: str, sentence: str) -> None:
    wrong = [str(problem) for problem in read(text).wrong]
    assert any(each.startswith(sentence) for each in wrong), wrong


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A\nB\nA", "line 3: A stands in line 1 already. It counts once."),
        ("n-1\nN-1", "line 2: N-1 differs from n-1 only in capital letters. They count as two people."),
        ("N-1\nA1234BC", "line 2: “A1234BC” looks like a prison number. Use a reference that says nothing"),
        ("X123456", "line 1: “X123456” looks like a probation case reference (CRN)."),
        ("12/03/1991", "line 1: “12/03/1991” looks like a date of birth."),
        ("Alex Example", "line 1: “Alex Example” looks like a name. Use a reference that says nothing"),
        ("N-1\nN-1\u200b", "line 2: N-1 stands in line 1 already. It counts once."),
        ("O’Example-Case Alex", "line 1: “O’Example-Case Alex” looks like a name."),
    ],
)
def test_what_looks_odd_is_pointed_out_and_stops_nothing(text: str, sentence: str) -> None:
    listed = read(text)
    assert [str(problem).startswith(sentence) for problem in listed.odd] == [True], listed.odd
    assert listed.wrong == ()
    assert listed.people


@pytest.mark.parametrize("ref", ["N-001", "Case 12", "IOM 2025/014", "blue heron", "N", "AB", "Fixed"])
def test_usual_references_look_like_nothing(ref: str) -> None:
    assert read(ref).odd == ()


def test_the_order_of_the_list_does_not_change_the_groups() -> None:
    listed = read("1\tflex\n2\tFixed\n3\tFlex")
    assert list(listed.groups.items()) == [("Fixed", 1), ("flex", 2)]
    assert by_group(reversed(listed.people)) == {"Fixed": ("2",), "flex": ("3", "1")}


def test_lines_keep_the_numbers_that_they_came_with() -> None:
    (problem,) = read_list([Line(5, "A", "x"), Line(9, "A", "y")], PERIOD).wrong
    assert str(problem).startswith("line 9: A stands in line 5 as x")


@given(st.text(alphabet="AB1\t,\n\r '", max_size=60))
def test_whatever_is_typed_each_person_counts_once(text: str) -> None:
    listed = read(text)
    refs = [ref for ref, _ in listed.people]
    assert len(refs) == len(set(refs))
    assert all(ref.strip() == ref != "" for ref in refs)
    assert sum(listed.groups.values()) == len(refs)
