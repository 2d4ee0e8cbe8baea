"""A desk for the tests of the return: content to write, workbooks to spoil, a spreadsheet program that saves again."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import iom_data, library_data

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.problems import Problem, Refused
from iomsa.returns.content import Content
from iomsa.returns.marking import default_marking
from iomsa.returns.open_return import Opened, open_return
from iomsa.returns.verify import Verification
from iomsa.returns.write import Written, write_return
from iomsa.scoring.score import score

FEW = settings(max_examples=settings().max_examples // 4)
"""For a property whose every trial writes a workbook."""

WHEN = "2026-01-22T14:02:11"


def content(framework: Framework, sheet: AnswerSheet, **changes: object) -> Content:
    """Return what a return is made of, with the marking that it is pre-set to."""
    made = Content(framework, sheet, score(framework, sheet), (), practice=False, marking="", program_version="0.1.0")
    made = Content(**{**made._asdict(), **changes})
    if made.case_rows:
        made = made._replace(asked_by=made.asked_by or "Chief Inspector Hopper")
    return made._replace(marking=made.marking or default_marking(sheet, case_rows=made.case_rows))


def write(made: Content, folder: Path, when: str = WHEN) -> Written:
    return write_return(made, folder, clock=lambda: when)


def data_of(ref: str) -> Mapping[str, Any]:
    """Return the raw data of a framework that the tests know."""
    return {"iom@2026.1": iom_data(), f"{library_data()['id']}@{library_data()['version']}": library_data()}[ref]


def open_again(path: Path) -> Opened:
    return open_return(path, data_of)


def spoil(path: Path, change: Callable[[Mapping[str, Worksheet]], None]) -> Path:
    """Change a workbook as somebody with a spreadsheet would, and save it again beside."""
    book = load_workbook(path)
    change({sheet.title: sheet for sheet in book.worksheets})
    target = path.with_name(f"spoilt-{path.name}")
    book.save(target)
    return target


def cell_of(sheet: Worksheet, id: str, heading: str, *, by: str = "id") -> Cell:
    """Return the cell of a row and a column."""
    names = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if str(row[names.index(by)].value) == id)
    cell = row[names.index(heading)]
    assert isinstance(cell, Cell)
    return cell


def remove(sheet: Worksheet) -> None:
    """Take a sheet out of its workbook."""
    assert sheet.parent is not None
    sheet.parent.remove(sheet)


def resaved(path: Path, folder: Path) -> Path:
    """Let LibreOffice open the workbook and save it again."""
    out = folder / "again"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=100, check=False)
    assert (out / path.name).exists(), done.stderr
    return out / path.name


def refused(call: Callable[..., object], *arguments: object) -> tuple[Problem, ...]:
    """Return the problems with which a call was refused."""
    with pytest.raises(Refused) as refusal:
        call(*arguments)
    return refusal.value.problems


def places(found: Verification) -> list[str]:
    return [problem.place for problem in found.differences]
