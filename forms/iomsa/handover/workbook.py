"""Read a workbook that a colleague sent, behind the same guard as a return, and say its refusals in words for it."""

from __future__ import annotations

from pathlib import Path

from iomsa.problems import Problem, Refused
from iomsa.returns.read import Book, read_book

_WORDS = {
    "workbook.large": "this file is far larger than any list of people or sheet of case files; it is not read.",
    "workbook.bomb": "this file would unpack to far more than any list of people or case files; it is not read.",
    "workbook.old": "this is a file of an old kind (.xls or another Office file of before 2007); save it as .xlsx.",
    "workbook.pdf": "this is a PDF; ask for the .xlsx file.",
    "workbook.text": "this is plain text; if it is a list, give its name the ending .csv.",
    "workbook.other": "this is no Excel workbook; save it as .xlsx and try again.",
    "workbook.not": "this is not an .xlsx file, or it is damaged; ask for it to be sent again.",
}


def read_workbook(path: Path) -> Book:
    """Read a workbook; raise Refused with a sentence for whatever can't be read."""
    try:
        return read_book(path)
    except Refused as refused:
        raise Refused(map(_reworded, refused.problems)) from refused


def _reworded(problem: Problem) -> Problem:
    return problem._replace(sentence=_WORDS.get(problem.code, problem.sentence))
