"""Tables from files and from the clipboard, as they come; and files that are none, each with its sentence."""

from __future__ import annotations

import contextlib
import datetime
import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from iomsa.handover.table import Table, headed, pasted, read_sheets, read_table
from iomsa.problems import Refused

ROWS = (("ref", "entry", "left_reason"), ("P-001", "3 Apr 2024", "Zoë, moved"), ("P-002", "", "said “no”"))


def csv_file(folder: Path, data: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def text(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS) + "\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_whatever_wrote_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = csv_file(tmp_path, text(delimiter).encode(encoding))
    assert read_table(path) == Table((), ROWS, 1, "list.csv")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_blank_ones_keep_their_number(tmp_path: Path, ending: str) -> None:
    path = csv_file(tmp_path, f"{ending}a,b{ending}{ending}1,2,,{ending},,{ending}".encode())
    found = read_table(path)
    assert tuple(found.numbered()) == ((2, ("a", "b")), (4, ("1", "2")))


def test_a_line_for_excel_says_the_delimiter_and_is_no_row(tmp_path: Path) -> None:
    assert read_table(csv_file(tmp_path, b"sep=;\r\na,b;c\r\n")).rows == (("a,b", "c"),)


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks(tmp_path: Path) -> None:
    path = csv_file(tmp_path, b'ref,note\r\n"A;1","said ""yes""\r\nand left"\r\n')
    assert read_table(path).rows == (("ref", "note"), ("A;1", 'said "yes"\nand left'))


def test_what_excel_puts_on_the_clipboard_is_a_table() -> None:
    assert pasted('P-001\t"two\nlines"\t\r\nP-002\ta ""b""\t3\r\n').rows == (
        ("P-001", "two\nlines", ""),
        ("P-002", 'a ""b""', "3"),
    )
    assert pasted("P-001\nP-002").rows == (("P-001",), ("P-002",))
    assert pasted("").rows == ()


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters='"'), min_size=1)


@given(st.lists(st.lists(PLAIN, min_size=3, max_size=3), min_size=1))
def test_any_block_of_cells_is_pasted_as_it_is(rows: list[list[str]]) -> None:
    found = pasted("\r\n".join("\t".join(row) for row in rows))
    assert found.rows == tuple(map(tuple, rows))


def test_headings_are_found_where_they_name_what_is_known() -> None:
    knows = {"ref", "entry"}.__contains__
    assert headed(Table((), ROWS), knows) == Table(ROWS[0], ROWS[1:], 2)
    assert headed(Table((), (("", ""), *ROWS)), knows).first_row == 3
    assert headed(Table((), (("x", "ref", "entry"), ("1", "2", "3"))), knows).columns == ("x", "ref", "entry")
    one = Table((), (("P-001", "left", "entry"), ("1", "2", "3")))
    assert headed(one, knows) == one
    assert headed(Table((), ()), knows) == Table((), ())


def workbook(path: Path, change: Callable[[Workbook], None]) -> Path:
    book = Workbook()
    change(book)
    book.save(path)
    return path


def test_a_workbook_gives_dates_as_iso_and_whole_numbers_without_a_point(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["ref", "entry", "window_days", "predicted", "time"])
        sheet.append(["P-001", datetime.date(2024, 4, 3), 365, 62.5, datetime.datetime(2024, 4, 3, 9, 30)])
        sheet.append([])
        sheet.append(["  P-002  ", None, 1.0])

    found = read_table(workbook(tmp_path / "list.xlsx", fill))
    assert tuple(found.numbered()) == (
        (1, ("ref", "entry", "window_days", "predicted", "time")),
        (2, ("P-001", "2024-04-03", "365", "62.5", "2024-04-03T09:30:00")),
        (4, ("P-002", "", "1", "", "")),
    )


def test_the_first_sheet_with_something_in_it_that_is_seen_is_read(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.create_sheet("Hidden").append(["hidden"])
        book["Hidden"].sheet_state = "hidden"
        book.create_sheet("Second").append(["seen"])
        book.create_sheet("Third").append(["later"])

    path = workbook(tmp_path / "list.xlsx", fill)
    assert read_table(path) == Table((), (("seen",),), 1, "list.xlsx, Second")
    assert list(read_sheets(path)) == ["Sheet", "Second", "Third"]


def test_a_return_is_no_list(tmp_path: Path) -> None:
    book = Workbook()
    for name in ("Summary", "One row", "Ratings", "About"):
        book.create_sheet(name).append(["id"])
    book.save(tmp_path / "IOM-SA_x.xlsx")
    with pytest.raises(Refused) as caught:
        read_table(tmp_path / "IOM-SA_x.xlsx")
    assert caught.value.problems[0].sentence.startswith("this is a return, which holds no list; choose the list")


def test_a_workbook_with_nothing_in_it_is_an_empty_table(tmp_path: Path) -> None:
    assert read_table(workbook(tmp_path / "list.xlsx", lambda _: None)).rows == ()


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (200 << 20))
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.csv", b"\x00\x01\x02", "this is not a text file with a table in it"),
        ("list.csv", b"\xff\xfea", "this is not a text file with a table in it"),
        ("list.csv", b"a," * 1200 + b"b\n", "this has 1,201 columns and 1 rows, more than any list of people."),
        ("list.csv", b"a\n" * 20_001, "this has more than 20,000 rows"),
        ("list.csv", b"x" * ((20 << 20) + 1), "this file has more than 20 MB; it is not read."),
        ("list.csv", b'a,"' + b"b" * 200_000, "look for a quotation mark that is not closed."),
        ("list.xlsx", b"x" * ((20 << 20) + 1), "this file has more than 20 MB; it is not read."),
        ("list.xlsx", bomb(), "this file would unpack to 200 MB, far more than it should; it is not read."),
        ("list.xlsx", b"a,b\n1,2\n", "give its name the ending .csv; else ask for the .xlsx file."),
        ("list.xlsx", b"%PDF-1.7", "this is a PDF; ask for the .xlsx file."),
        ("list.xls", bytes.fromhex("d0cf11e0a1b11ae1"), "this is a file of an old kind (.xls"),
        ("list.xlsx", b"\x89\x00\x00", "this is not an .xlsx file, or its beginning is damaged"),
        ("list.xlsx", b"PK\x03\x04 and no more", "this file is damaged or was cut short"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    with pytest.raises(Refused) as caught:
        read_table(csv_file(tmp_path, data, name))
    (problem,) = caught.value.problems
    assert problem.place == name
    assert sentence in problem.sentence
    assert "a return" not in problem.sentence


@pytest.mark.parametrize("name", ["gone.csv", "gone.xlsx"])
def test_a_file_that_is_gone_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="this file can't be read"):
        read_table(tmp_path / name)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = csv_file(Path(folder), data)
        with contextlib.suppress(Refused):
            assert len({len(row) for row in read_table(path).rows}) <= 1
