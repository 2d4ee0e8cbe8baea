"""Reading a stranger's file: whatever it is, it ends in a sentence, never in a crash."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.builders import full, library
from tests.forms.returns.desk import FEW, content, refused, write

from iomsa.problems import Problem, Refused
from iomsa.returns.guard import LIMITS, Limits, guard
from iomsa.returns.read import read_book

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
SHEET = "xl/worksheets/sheet1.xml"


def workbook(value: str = "x") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def changed(parts: Mapping[str, bytes], *, without: str = "") -> bytes:
    """Return a small workbook with some parts put in place of its own, or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            if name not in parts and name != without:
                made.writestr(name, source.read(name))
        for name, text in parts.items():
            made.writestr(name, text)
    return target.getvalue()


def sheet_with(cell: bytes) -> bytes:
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return HEAD + b"<worksheet " + space + b"><sheetData><row>" + cell + b"</row></sheetData></worksheet>"


def ole(inside: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + inside.encode("utf-16-le") + bytes(2000)


def odd_zip(name: str, data: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "workbook.empty", "empty"),
        (b"scheme,period\nNorthmoor,2025-26\n", "workbook.text", ".csv"),
        (b"%PDF-1.7 ...", "workbook.pdf", "PDF"),
        (bytes(range(256)), "workbook.not", "not an .xlsx file"),
        (ole("Workbook"), "workbook.old", ".xls"),
        (ole("EncryptedPackage"), "workbook.encrypted", "password"),
        (odd_zip("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "workbook.other", "OpenDocument"),
        (odd_zip("word/document.xml"), "workbook.other", "Word"),
        (odd_zip("xl/workbook.bin"), "workbook.binary", ".xlsb"),
        (odd_zip("holiday.jpg"), "workbook.not", "no Excel workbook"),
        (workbook()[:3000], "workbook.damaged", "cut short"),
        (workbook()[:-400], "workbook.damaged", "cut short"),
        (workbook().replace(b"PK\x05\x06", b"PK\x05\x07"), "workbook.damaged", "damaged"),
    ],
)
def test_a_file_of_another_kind_is_recognised(data: bytes, code: str, words: str) -> None:
    (problem,) = refused(guard, data, "file.xlsx")
    assert problem.code == code
    assert words in problem.sentence
    assert problem.place == "file.xlsx"


@pytest.mark.parametrize("name", [SHEET, "xl/worksheets/other.xml", "elsewhere/part.bin"])
@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD1048576"><v>1</v></c>',
        b"<c s='1' r = 'AN1048576'><v>1</v></c>",
        b'<x:c r="XFD1048576"/>',
        b'<c\n\tr="xfd1048576"/>',
        b'<c r="A99999999999"/>',
    ],
)
def test_a_cell_far_off_is_refused_in_whatever_part(name: str, cell: bytes) -> None:
    (problem,) = refused(guard, changed({name: sheet_with(cell)}), "file.xlsx")
    assert problem.code == "workbook.far-off"
    assert "row" in problem.sentence


def test_too_many_cells_are_refused() -> None:
    text = sheet_with(b'<c r="A1"/>' * 30)
    limits = LIMITS._replace(cells=20)
    assert refused(guard, changed({SHEET: text}), "x", limits)[0].code == "workbook.far-off"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD + b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "workbook.doctype"),
        (b"<!doctype x><worksheet/>", "workbook.doctype"),
        (b"<worksheet/><!ENTITY a 'b'>", "workbook.doctype"),
        ('<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16"), "workbook.encoding"),
        (b'<?xml version="1.0" encoding="UTF-7"?><worksheet/>', "workbook.encoding"),
    ],
)
def test_entities_and_odd_encodings_are_refused(text: bytes, code: str) -> None:
    (problem,) = refused(guard, changed({"xl/any.xml": text}), "file.xlsx")
    assert problem.code == code
    assert "xl/any.xml" in problem.sentence


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    bomb = changed({SHEET: b" " * (40 << 20)})
    assert len(bomb) < 100_000
    assert refused(guard, bomb, "x")[0].code == "workbook.bomb"
    small = Limits(unpacked=1000)
    assert refused(guard, workbook(), "x", small)[0].code == "workbook.bomb"


def test_a_giant_is_refused() -> None:
    (problem,) = refused(guard, workbook() + bytes(21 << 20), "x")
    assert problem.code == "workbook.large"
    assert problem.sentence == "this file has more than 20 MB; it is not read."


def test_parts_that_are_many_or_doubled_are_refused() -> None:
    assert refused(guard, changed({f"xl/part{n}.xml": b"<a/>" for n in range(600)}), "x")[0].code == "workbook.parts"
    assert refused(guard, changed({"XL/Workbook.xml": b"<a/>"}), "x")[0].code == "workbook.parts"


def test_a_password_on_a_part_is_recognised() -> None:
    data = bytearray(workbook())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert refused(guard, bytes(data), "x")[0].code == "workbook.encrypted"


def test_macros_links_objects_and_formulas_are_named() -> None:
    parts = {"xl/vbaProject.bin": b"", "xl/externalLinks/externalLink1.xml": b"<a/>", "xl/embeddings/o.bin": b""}
    found = guard(changed(parts | {SHEET: sheet_with(b'<c r="A1"><f>1+1</f></c>')}), "x")
    assert [problem.code for problem in found] == ["workbook.foreign"] * 3 + ["workbook.formulas"]
    assert guard(workbook(), "x") == ()
    assert [problem.code for problem in guard(workbook("=1+1"), "x")] == ["workbook.formulas"]
    prefixed = sheet_with(b'<x:c r="A1"><x:f>1+1</x:f></x:c>')
    assert [problem.code for problem in guard(changed({SHEET: prefixed}), "x")] == ["workbook.formulas"]


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    assert refused(read_book, tmp_path / "gone.xlsx")[0].code == "workbook.unreadable"
    assert refused(read_book, tmp_path)[0].code == "workbook.unreadable"


@pytest.mark.parametrize(
    ("script", "code", "seconds"),
    [
        ("import os; os.abort()", "workbook.gave-up", 100),
        ("raise MemoryError", "workbook.gave-up", 100),
        ("print('no json')", "workbook.gave-up", 100),
        ("import sys; sys.stderr.write('Xml error'); sys.exit(3)", "workbook.unreadable", 100),
        ("import time; time.sleep(600)", "workbook.slow", 1),
    ],
)
def test_a_child_that_dies_or_hangs_is_a_sentence(tmp_path: Path, script: str, code: str, seconds: float) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(workbook())
    with pytest.raises(Refused) as refusal:
        read_book(path, reader=(sys.executable, "-c", script), seconds=seconds)
    assert refusal.value.problems[0].code == code


def test_a_child_that_cannot_be_started_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(workbook())
    with pytest.raises(Refused) as refusal:
        read_book(path, reader=(str(tmp_path / "no-such-program"),))
    assert refusal.value.problems[0].code == "workbook.no-reader"


def test_what_the_guard_can_not_see_ends_in_the_child(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(changed({SHEET: sheet_with(b'<c r="&#88;FD1048576"><v>1</v></c>')}))
    assert refused(read_book, path)[0].code in {"workbook.gave-up", "workbook.unreadable"}
    path.write_bytes(changed({SHEET: b"<worksheet><sheetData><row>"}))
    assert refused(read_book, path)[0].code in {"workbook.gave-up", "workbook.unreadable"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(content(library(), full(library())), tmp_path_factory.mktemp("damaged")).path


def said_of(path: Path) -> tuple[Problem, ...]:
    """Return the problems for which a file was refused; none where it could be read."""
    try:
        read_book(path)
    except Refused as refusal:
        return refusal.problems
    return ()


@FEW
@given(where=st.floats(0, 1, exclude_max=True), cut=st.integers(0, 40), instead=st.binary(max_size=40))
def test_a_damaged_return_is_read_or_refused(written: Path, where: float, cut: int, instead: bytes) -> None:
    whole = written.read_bytes()
    place = int(where * len(whole))
    spoilt = written.with_name("spoilt.xlsx")
    spoilt.write_bytes(whole[:place] + instead + whole[place + cut :])
    assert all(problem.sentence.endswith((".", ").")) for problem in said_of(spoilt))
