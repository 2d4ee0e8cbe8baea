"""What is typed into a field becomes one canonical text, or a sentence that says what to do."""

import pytest

from iomsa.answers.values import read_field, shown, shown_date
from iomsa.framework.model import Choice, Field


def a_field(kind: str) -> Field:
    return Field("x", "X", kind, "", "", (Choice("red", "Red rating"), Choice("blue", "Blue")), False)


GOOD = [
    ("text", "  one\n line ", "one line"),
    ("long-text", "two\r\nlines", "two\nlines"),
    ("whole", "1,234", "1234"),
    ("whole", "007", "7"),
    ("number", "12", "12"),
    ("decimal", "2.50", "2.5"),
    ("decimal", "£1,000.00", "1000"),
    ("decimal", "0.0", "0"),
    ("date", "31/03/2026", "2026-03-31"),
    ("date", "1.4.2026", "2026-04-01"),
    ("date", "2026-03-31", "2026-03-31"),
    ("choice", "red", "red"),
    ("choice", "BLUE", "blue"),
    ("choice", "red rating", "red"),
    ("yes-no", "Yes", "yes"),
]

WRONG = [
    ("whole", "2.5"),
    ("whole", "-1"),
    ("whole", "1000000000"),
    ("whole", "²"),
    ("whole", "many"),
    ("decimal", "1.234"),
    ("decimal", "1e3"),
    ("decimal", "nan"),
    ("date", "31/02/2026"),
    ("date", "soon"),
    ("choice", "green"),
    ("yes-no", "perhaps"),
    ("text", "x" * 32_001),
]


@pytest.mark.parametrize(("kind", "typed", "value"), GOOD)
def test_typed_text_is_read(kind: str, typed: str, value: str) -> None:
    assert read_field(a_field(kind), typed) == (value, "")
    assert read_field(a_field(kind), value) == (value, ""), "canonical text reads as itself"


@pytest.mark.parametrize("kind", ["text", "long-text", "whole", "decimal", "number", "date", "choice", "yes-no"])
def test_empty_text_is_an_empty_value(kind: str) -> None:
    assert read_field(a_field(kind), " \n ") == ("", "")


@pytest.mark.parametrize(("kind", "typed"), WRONG)
def test_what_is_wrong_is_said(kind: str, typed: str) -> None:
    assert read_field(a_field(kind), typed).wrong.endswith(".")


def test_values_are_shown_as_a_person_reads_them() -> None:
    assert shown(a_field("choice"), "red") == "Red rating"
    assert shown(a_field("date"), "2026-03-01") == "1 March 2026"
    assert shown(a_field("yes-no"), "yes") == "Yes"
    assert shown(a_field("whole"), "12") == "12"
    assert shown_date("no date") == "no date"
