"""Look at a stranger's workbook before anything reads it: how large, how packed, how far off its cells are."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NamedTuple

from iomsa.problems import Problem, Refused, refuse
from iomsa.returns.kinds import not_a_workbook, not_a_zip

MEGABYTE = 1 << 20


class Limits(NamedTuple):
    """Say how much a workbook may hold: bytes packed and unpacked, times as large unpacked, parts, cells a sheet."""

    packed: int = 20 * MEGABYTE
    unpacked: int = 150 * MEGABYTE
    ratio: int = 150
    ratio_from: int = 20 * MEGABYTE
    parts: int = 500
    cells: int = 2_000_000


LIMITS = Limits()
_CELL = rb"c\s[^>]{0,200}?\br\s*=\s*[\"']\s*\$?([A-Za-z]{1,8})\$?(\d{1,12})"
_FORMULA = rb"f[\s/>]"
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FOREIGN = (
    (re.compile(r"vbaProject|macrosheets/", re.IGNORECASE), "macros"),
    (re.compile(r"externalLinks/|/connections\.xml|queryTables/", re.IGNORECASE), "links to other files"),
    (re.compile(r"embeddings/|activeX/|ctrlProps/|oleObject", re.IGNORECASE), "embedded objects"),
)


def guard(data: bytes, place: str, limits: Limits = LIMITS) -> tuple[Problem, ...]:
    """Return what a return should not hold (macros, links, formulas); raise Refused where reading is unsafe."""
    if len(data) > limits.packed:
        most = limits.packed // MEGABYTE
        raise refuse("workbook.large", place, f"this file has more than {most} MB; it is not read.")
    wrong = not_a_zip(place, data)
    if wrong:
        raise wrong
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _archive(archive, data, place, limits)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise _damaged(place) from error


def _archive(archive: zipfile.ZipFile, data: bytes, place: str, limits: Limits) -> tuple[Problem, ...]:
    parts = archive.infolist()
    wrong = _packing(parts, place, limits) or not_a_workbook(
        place, frozenset(part.filename for part in parts), data[:200]
    )
    if wrong:
        raise wrong
    found = {
        what: Problem("workbook.foreign", place, f"this file holds {what}; a return holds values only.")
        for pattern, what in _FOREIGN
        if any(pattern.search(part.filename) for part in parts)
    }
    for part in parts:
        text = archive.read(part)
        if _is_xml(part.filename, text) and _look_at(part.filename, text, place, limits):
            found["formulas"] = Problem(
                "workbook.formulas", place, "this file holds formulas; a return holds values only."
            )
    return tuple(found.values())


def _packing(parts: list[zipfile.ZipInfo], place: str, limits: Limits) -> Refused | None:
    names = [part.filename for part in parts]
    if len(names) > limits.parts or len({name.casefold() for name in names}) < len(names):
        return refuse("workbook.parts", place, "this file is put together in a way that no spreadsheet program does.")
    if any(part.flag_bits & 1 for part in parts):
        return refuse(
            "workbook.encrypted",
            place,
            "this workbook is protected with a password; save it without one and try again.",
        )
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        return _damaged(place)
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > limits.unpacked or unpacked > max(limits.ratio_from, limits.ratio * packed):
        return refuse(
            "workbook.bomb",
            place,
            f"this file would unpack to {unpacked // MEGABYTE} MB, far more than it should; it is not read.",
        )
    return None


def _is_xml(name: str, text: bytes) -> bool:
    return name.casefold().endswith((".xml", ".rels")) or text[:64].lstrip(
        b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t"
    ).startswith(b"<")


def _look_at(name: str, text: bytes, place: str, limits: Limits) -> bool:
    """Tell whether a part of XML holds formulas; raise Refused where it is unsafe to read."""
    encoding = _ENCODING.search(text[:200])
    if b"\0" in text or (encoding and encoding[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}):
        raise refuse("workbook.encoding", place, f"its part {name} is not written in UTF-8; it is not read.")
    if _DECLARED.search(text):
        raise refuse(
            "workbook.doctype", place, f"its part {name} declares entities, which no spreadsheet program does."
        )
    cells = _tag(_CELL, text).findall(text)
    column = max(map(_column, {letters for letters, _ in cells}), default=0)
    row = max(map(int, {digits for _, digits in cells}), default=0)
    if max(column * row, len(cells)) > limits.cells:
        raise refuse(
            "workbook.far-off",
            place,
            f"its part {name} has a cell so far off (row {row}, column {column}) that reading it is unsafe; "
            "delete the empty rows and columns beyond the content.",
        )
    return b"sheetData" in text and _tag(_FORMULA, text).search(text) is not None


def _tag(name: bytes, text: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a tag in this text: a search from fixed bytes on is far faster than one for any prefix."""
    return re.compile((rb"<(?:\w{1,20}:)?" if b":" + name[:1] in text else b"<") + name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _damaged(place: str) -> Refused:
    return refuse("workbook.damaged", place, "this file is damaged or was cut short; ask for it to be sent again.")
