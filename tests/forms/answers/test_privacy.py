"""Text that could identify a person is pointed out; ordinary text is left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsa.answers.privacy import look_for_personal

HITS = [
    ("PNC 2012/1234567X on file", "a PNC ID", "2012/1234567X"),
    ("see 99/223R.", "a PNC ID", "99/223R"),
    ("moved A1234BC to HMP", "a prison number", "A1234BC"),
    ("(a1234bc)", "a prison number", "a1234bc"),
    ("CRN X123456, seen", "a probation case reference (CRN)", "X123456"),
    ("NHS no 943 476 5919", "an NHS number", "943 476 5919"),
    ("NHS 9434765919", "an NHS number", "9434765919"),
    ("NI AB 12 34 56 C today", "a National Insurance number", "AB 12 34 56 C"),
    ("ab123456c", "a National Insurance number", "ab123456c"),
    ("born 12/05/1990 in", "a date of birth", "12/05/1990"),
    ("DOB: 3.7.88", "a date of birth", "3.7.88"),
    ("d.o.b. 3 July 88", "a date of birth", "3 July 88"),
    ("on 31 March 1985 he", "a date of birth", "31 March 1985"),
    ("1985-12-31", "a date of birth", "1985-12-31"),
    ("the 3rd Jan 2001.", "a date of birth", "3rd Jan 2001"),
    ("ring 0161 496 0000 first", "a telephone number", "0161 496 0000"),
    ("07700900123", "a telephone number", "07700900123"),
    ("+44 7700 900123", "a telephone number", "+44 7700 900123"),
    ("+44 (0)20 7946 0000", "a telephone number", "+44 (0)20 7946 0000"),
    ("(020) 7946 0000", "a telephone number", "(020) 7946 0000"),
]

SILENT = [
    "",
    "Reviewed on 31 March 2026 and again on 12/01/2026.",
    "2025-26",
    "In 2014 and 2020 the inspectorates looked; 2018-19 was worse.",
    "12 of 18 cases, 67 %, between 50 and 80 %",
    "£12,500 from the council, 1,250.50 left",
    "Prompts 1.1.2, 4.2.4 and 10.3 of iom@2026.1",
    "Cases A01, A02 and N-014; C13 and P2",
    "Board paper 12/18, minute 4/3, item 7B",
    "Ring 101, or 999 in an emergency",
    "Room 0.12, from 09:00 to 17:30 on 01/04/2025",
    "The agreement of 24/7 cover, 365 days",
    "Signed 1 April 2019, due 2029-04-01",
    "1234567890 is no NHS number: its last digit is wrong",
    "Section 115 of the Crime and Disorder Act 1998",
    "MARAC, MAPPA level 2, OASys, OGRS3 and VISOR",
    "SE1 9HF",
    "30/02/1990 is no day",
]


@pytest.mark.parametrize(("text", "what", "where"), HITS)
def test_what_could_identify_a_person_is_found_where_it_stands(text: str, what: str, where: str) -> None:
    assert [(hint.what, text[hint.start : hint.end]) for hint in look_for_personal(text, 2026)] == [(what, where)]


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_text_is_left_in_peace(text: str) -> None:
    assert look_for_personal(text, 2026) == ()


def test_all_of_several_are_found_in_order() -> None:
    text = "A1234BC, born 12/05/1990, 07700 900123"
    assert [hint.what for hint in look_for_personal(text, 2026)] == [
        "a prison number",
        "a date of birth",
        "a telephone number",
    ]


@given(st.text())
def test_any_text_is_read_and_hints_stand_inside_it_apart(text: str) -> None:
    end = 0
    for hint in look_for_personal(text, 2026):
        assert end <= hint.start < hint.end <= len(text)
        end = hint.end
