"""Recognise from its first bytes what a file is that is not a workbook this program can read, and say it."""

from __future__ import annotations

from collections.abc import Callable

from iomsa.problems import Refused, refuse

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_PARTS = {
    b"mimetypeapplication/vnd.oasis.opendocument": "an OpenDocument file",
    b"word/document.xml": "a Word document",
    b"ppt/presentation.xml": "a presentation",
}


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n" for character in text)


_KINDS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (lambda data: not data, "workbook.empty", "this file is empty; ask for it to be sent again."),
    (
        lambda data: data.startswith(_OLE) and _ENCRYPTED in data,
        "workbook.encrypted",
        "this workbook is protected with a password; save it without one and try again.",
    ),
    (
        lambda data: data.startswith(_OLE),
        "workbook.old",
        "this is a file of an old kind (.xls or another Office file of before 2007); save it as .xlsx and try again.",
    ),
    (lambda data: data.startswith(b"%PDF"), "workbook.pdf", "this is a PDF; ask for the .xlsx file."),
    (
        lambda data: _is_text(data[:4096]),
        "workbook.text",
        "this is plain text. If it is a list, give its name the ending .csv; else ask for the .xlsx file.",
    ),
    (
        lambda _: True,
        "workbook.not",
        "this is not an .xlsx file, or its beginning is damaged; ask for it to be sent again.",
    ),
)


def not_a_zip(place: str, data: bytes) -> Refused | None:
    """Return what is wrong with a file that is no zip archive at all, or None."""
    if data.startswith(_ZIP):
        return None
    code, sentence = next((code, sentence) for holds, code, sentence in _KINDS if holds(data))
    return refuse(code, place, sentence)


def not_a_workbook(place: str, names: frozenset[str], first: bytes) -> Refused | None:
    """Return what is wrong with a zip archive that holds no Excel workbook, or None; `first` are its first bytes."""
    if "xl/workbook.xml" in names:
        return None
    if "xl/workbook.bin" in names:
        return refuse("workbook.binary", place, "this is an .xlsb file; save it as .xlsx and try again.")
    squeezed = first[30:]
    for mark, what in _PARTS.items():
        if squeezed.startswith(mark) or mark.decode() in names:
            return refuse("workbook.other", place, f"this is {what}; save it as .xlsx, or ask for the .xlsx file.")
    return refuse("workbook.not", place, "this is an archive, but no Excel workbook; ask for the .xlsx file.")
