"""Every text that a person can enter comes back from the return: to openpyxl, to calamine, from LibreOffice."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tests.builders import blank, full, iom, library
from tests.forms.returns.desk import FEW, content, open_again, resaved, write

from iomsa.answers.sheet import Answer, AnswerSheet
from iomsa.answers.text import LIMIT, clean, units
from iomsa.framework.find import prompts
from iomsa.framework.model import Framework
from iomsa.returns.canonical import canonical_text
from iomsa.returns.verify import verify

TRAPS = [
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1", "-1", "\t=1+1", "#N/A", "#REF!", "TRUE", "FALSE", "1e5", "007",
    "12345678901234567890", "0.1",
    "31/03/2026", "2026-03-31", "'quoted", "'", '"', "a\ufffeb\uffff", "lone \ud800 half",
    "x_x0041_y", "_x0041_", "x_x005F_x0041_y", "_x005F_", "_x005F_x005F_", "_x005f_x0041_", "__x0041__x000A_", "_x",
    "a\r\nb\rc\nd", "a\tb", "  edges  ", "\nfirst and last\n", "\u00a0edge", "a\u2028b\u0085c",
    "😀 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "Zoe\u0308 Mo\u0302n",
    "<b>&amp;</b>", "]]>", "\u200b", "\ufeffmark", "a\x0bb\x00c", "&[Page]", "日本語 עברית",
]  # fmt: skip
LONG = ["é" * 16_000, "😀" * 16_000, "line\n" * 6_400, "_x0041_" * 400]

hostile = st.one_of(
    st.sampled_from(TRAPS),
    st.text(max_size=40),
    st.text(alphabet="_x0F5A41= \n\t'", max_size=30),
    st.lists(st.sampled_from(["_", "x", "005F", "005f", "0041", "_x005F_", "_x0041_", " ", "=", "\n"])).map("".join),
)


def with_texts(framework: Framework, texts: Sequence[str]) -> AnswerSheet:
    """Return a sheet whose notes and evidence are these texts, cleaned as on entry."""
    cleaned = iter([clean(text) for text in texts])
    answers = {
        prompt.id: Answer("1", note=next(cleaned, ""), evidence=next(cleaned, ""), by="Ada", on="2026-02-03")
        for prompt in prompts(framework)
    }
    assert next(cleaned, None) is None, "more texts than places"
    return blank(framework)._replace(answers=answers)


def meant(sheet: AnswerSheet) -> dict[str, tuple[str, str]]:
    return {id: (canonical_text(answer.note), canonical_text(answer.evidence)) for id, answer in sheet.answers.items()}


def read_by_calamine(path: Path) -> dict[str, tuple[str, str]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Answers").to_python(skip_empty_area=False)
    return _pairs(rows)


def read_by_openpyxl(path: Path) -> dict[str, tuple[str, str]]:
    rows = [list(row) for row in load_workbook(path)["Answers"].iter_rows(values_only=True)]
    return _pairs([[_unescaped(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _pairs(rows: Sequence[Sequence[object]]) -> dict[str, tuple[str, str]]:
    id, note, evidence = (rows[0].index(name) for name in ("id", "note", "evidence"))
    return {str(row[id]): (_canonical(row[note]), _canonical(row[evidence])) for row in rows[1:]}


def _canonical(cell: object) -> str:
    assert cell is None or isinstance(cell, str), f"{cell!r} is no text any more"
    return canonical_text(cell or "")


@FEW
@given(st.lists(hostile, max_size=10))
def test_any_text_comes_back(texts: list[str]) -> None:
    sheet = with_texts(library(), texts[:10])
    with tempfile.TemporaryDirectory() as folder:
        written = write(content(library(), sheet), Path(folder))
        assert read_by_calamine(written.path) == meant(sheet)
        assert read_by_openpyxl(written.path) == meant(sheet)
        assert verify(written.path).whole
        assert open_again(written.path).sheet.answers == sheet.answers


def test_every_trap_comes_back(tmp_path: Path) -> None:
    sheet = with_texts(iom(), [*TRAPS, *LONG])
    assert units(clean(LONG[0])) <= LIMIT
    assert units(clean(LONG[1])) == LIMIT
    written = write(content(iom(), sheet), tmp_path)
    assert read_by_calamine(written.path) == meant(sheet)
    assert read_by_openpyxl(written.path) == meant(sheet)
    assert open_again(written.path).sheet == sheet._replace(profile=open_again(written.path).sheet.profile)


@pytest.mark.needs("libreoffice-calc")
def test_every_trap_comes_back_from_libreoffice(tmp_path: Path) -> None:
    sheet = with_texts(iom(), [*TRAPS, *LONG])
    written = write(content(iom(), sheet), tmp_path)
    again = resaved(written.path, tmp_path)
    assert read_by_calamine(again) == meant(sheet)
    found = verify(again)
    assert found.differences == ()
    assert (found.whole, found.receipt) == (True, written.receipt)


@pytest.mark.needs("libreoffice-calc")
@settings(max_examples=2)
@given(st.lists(hostile, min_size=150, max_size=232))
def test_any_text_comes_back_from_libreoffice(texts: list[str]) -> None:
    sheet = with_texts(iom(), texts)
    with tempfile.TemporaryDirectory() as folder:
        written = write(content(iom(), sheet), Path(folder))
        again = resaved(written.path, Path(folder))
        assert read_by_calamine(again) == meant(sheet)
        assert verify(again).differences == ()


def test_names_numbers_and_dates_are_what_they_were(tmp_path: Path) -> None:
    written = write(content(iom(), full(iom(), cases=4), case_rows=True), tmp_path)
    with written.path.open("rb") as file:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
    rows = book.get_sheet_by_name("Answers").to_python(skip_empty_area=False)
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["id"], first["code"], str(first["date"])) == ("1.1.1", 2.0, "2026-02-03")
