"""Text is cleaned once: what is left can stand in a file, on a screen and in a cell of a workbook."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.answers.text import LIMIT, clean, clean_line, plain_line, too_long, units

CLEANED = [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("tab\tstays", "tab\tstays"),
    ("no\x00\x0b\x1f", "no"),
    ("lone \ud800 and \udfff", "lone � and �"),
    ("  \n\t ", ""),
    ("  kept  ", "  kept  "),
    ("", ""),
    ("not a character \ufffe\uffff", "not a character "),
    ("😀 stays", "😀 stays"),
]

XML = re.compile("[\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(("typed", "cleaned"), CLEANED)
def test_text_is_cleaned(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(ANY_TEXT)
def test_cleaned_text_is_xml_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert XML.fullmatch(cleaned)
    assert clean(cleaned) == cleaned
    assert cleaned == "" or cleaned.strip()
    cleaned.encode("utf-8")


@given(ANY_TEXT)
def test_a_cleaned_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip() == clean_line(line)


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200e", "\u202e", "\u2060", "\u2069", "\ufeff"])
def test_what_nobody_sees_is_not_in_a_plain_line(unseen: str) -> None:
    assert plain_line(f"{unseen}N-{unseen}001 {unseen}") == "N-001"
    assert plain_line(unseen) == ""


@given(ANY_TEXT)
def test_a_plain_line_stays_as_it_is(text: str) -> None:
    assert plain_line(text) == plain_line(plain_line(text)) == clean_line(plain_line(text))


@given(st.text())
def test_length_is_counted_as_a_workbook_does(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_the_limit_counts_units_and_not_characters() -> None:
    assert not too_long("a" * LIMIT)
    assert too_long("a" * (LIMIT + 1))
    assert not too_long("😀" * (LIMIT // 2))
    assert too_long("😀" * (LIMIT // 2) + "a")
