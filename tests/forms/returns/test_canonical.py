"""The canonical content: what is the same however it was saved, and what every release has to agree on."""

from __future__ import annotations

import datetime
import hashlib
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import blank, library, with_answers, with_cases, with_profile
from tests.forms.returns.desk import WHEN, content

from iomsa.answers.sheet import Answer, AnswerSheet
from iomsa.framework.find import prompts, questions
from iomsa.returns.assemble import assemble
from iomsa.returns.canonical import Grid, Value, canonical, canonical_text, checksum, is_content, seal
from iomsa.returns.canonical import content as canonical_content
from iomsa.returns.layout import layout_named

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "return" / "village-library.json"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (-0.0, "0"),
        (42.0, "42"),
        (0.1, "0.1"),
        (0.0001, "0.0001"),
        (1e-7, "0.0000001"),
        (123456789012345.0, "123456789012345"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1E+3"), "1000"),
        (True, "true"),
        (datetime.date(2026, 3, 31), "2026-03-31"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x005F_x005F_", "_"),
        ("_x005f_x0041_", "_x0041_"),
        (" edges ", " edges "),
    ],
)
def test_a_value_has_one_text(value: Value, text: str) -> None:
    assert canonical(value) == text


@given(st.text(alphabet="_x0F5f41e\u0308", max_size=40))
def test_canonical_text_is_settled(text: str) -> None:
    settled = canonical_text(text)
    assert canonical_text(settled) == settled
    assert unicodedata.is_normalized("NFC", settled)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 4))
def test_a_number_reads_the_same_as_a_float(digits: int, places: int) -> None:
    exact = Decimal(digits).scaleb(-places)
    assert canonical(float(exact)) == canonical(exact)


def test_check_digits_and_checksum_are_what_the_design_says() -> None:
    grid = Grid("Answers", ("id", "note", "inspector_note"), ("1.1", "skip"), (("1.1", "é", "free"), ("skip", "", "")))
    sealed = seal(grid, lambda id: id == "skip")
    wanted = [["Answers", "1.1", "id", "1.1"], ["Answers", "1.1", "note", "é"]]
    texts = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in wanted]
    assert sealed.checks[0] == "".join(hashlib.sha256(text.encode()).hexdigest()[:4] for text in texts)
    assert [len(check) for check in sealed.checks] == [8, 8]
    whole = json.dumps(wanted, ensure_ascii=False, separators=(",", ":"))
    assert canonical_content(sorted(sealed.records)) == whole
    assert checksum(sorted(sealed.records)) == hashlib.sha256(whole.encode()).hexdigest()


def test_check_and_the_inspectors_columns_are_no_content() -> None:
    assert [name for name in ("id", "check", "inspector_rating", "inspector_note", "checked") if is_content(name)] == [
        "id",
        "checked",
    ]


def small_scheme() -> AnswerSheet:
    """Return the small scheme whose content every release has to agree on."""
    framework = library()
    ids = [prompt.id for prompt in prompts(framework)]
    sheet = with_answers(blank(framework), dict.fromkeys(ids, 1) | {ids[0]: 2, ids[1]: "not-known"})
    rated = [each.case_question for each in questions(framework) if each.case_question]
    sheet = with_cases(framework, sheet, dict.fromkeys(rated, (2, 3)))
    sheet = with_profile(sheet, {framework.roles.scheme_name: "Little Zoe\u0308 & Sons"})
    noted = sheet.answers[ids[0]]._replace(note="=1+1\n_x0041_ ", evidence="Agreement", flag=True)
    return sheet._replace(answers={**sheet.answers, ids[0]: noted, ids[2]: Answer(note="Later.")})


def test_the_content_of_a_small_scheme_is_what_it_always_was() -> None:
    built = assemble(content(library(), small_scheme(), case_rows=True), WHEN)
    records = [
        record
        for grid in built.grids
        for layout in [layout_named(grid.sheet)]
        if layout
        for record in seal(grid, layout.is_outside).records
    ]
    found = canonical_content(sorted(records))
    assert hashlib.sha256(found.encode()).hexdigest() == built.checksum
    assert json.loads(found) == json.loads(GOLDEN.read_text(encoding="utf-8"))
