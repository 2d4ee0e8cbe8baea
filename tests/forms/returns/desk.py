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
from tests.builders import iom, iom_data, library_data

from iomsa.answers.review import Draw, KeptFigures
from iomsa.answers.sheet import AnswerSheet, Case
from iomsa.framework.model import Framework
from iomsa.problems import Problem, Refused
from iomsa.returns.content import Content
from iomsa.returns.marking import default_marking
from iomsa.returns.open_return import Opened, open_return
from iomsa.returns.sheets.outcomes import figures_of
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


def held(sheet: AnswerSheet, *, case_rows: bool = True) -> AnswerSheet:
    """Return the sheet as a return holds it: days instead of times, of cases no author or date, of people no row."""
    figures, follow_up = kept(sheet, case_rows=case_rows), sheet.follow_up
    if follow_up:
        follow_up = follow_up._replace(offence_dates=(), by="", on="")
    return sheet._replace(
        answers={id: answer._replace(on=answer.on[:10]) for id, answer in sheet.answers.items()},
        profile={id: value._replace(on=value.on[:10]) for id, value in sheet.profile.items()},
        cases={ref: _bare(case) for ref, case in sheet.cases.items()} if case_rows else {},
        draw=_held_draw(sheet, case_rows=case_rows),
        replaced={},
        people={},
        quarters={first: quarter._replace(by="", on="") for first, quarter in sheet.quarters.items()},
        follow_up=follow_up,
        unit_costs=sheet.unit_costs._replace(by="", on="") if sheet.unit_costs else None,
        benchmark=sheet.benchmark._replace(by="", on="") if sheet.benchmark else None,
        figures=figures,
    )


def kept(sheet: AnswerSheet, *, case_rows: bool) -> KeptFigures | None:
    """Return the figures that a return gives back instead of rows."""
    found = [each for each in figures_of(iom(), sheet) if not (case_rows and each.id.startswith("agreement."))]
    agreement = any(each.id.startswith("agreement.") for each in found)
    if not sheet.people and not agreement:
        return None
    return KeptFigures("return", WHEN[:10], len(sheet.cases) if agreement else 0, len(sheet.people), tuple(found))


def _held_draw(sheet: AnswerSheet, *, case_rows: bool) -> Draw | None:
    if sheet.draw is None:
        return None
    drawn = dict(sheet.draw.people) if case_rows else {}
    people = tuple((ref, drawn[ref]) for ref in sheet.cases if ref in drawn)
    return sheet.draw._replace(people=people, replaced=sheet.draw.replaced + len(sheet.replaced), by="", on="")


def _bare(case: Case) -> Case:
    about = tuple((id, f"{value[:7]}-01" if id == "date" else value) for id, value in case.header.about)
    second = case.second_review._replace(by="", on="") if case.second_review else None
    answers = (
        {id: answer._replace(by="", on="") for id, answer in part.items()}
        for part in (case.answers, case.second, case.agreed)
    )
    first, again, agreed = answers
    return Case(case.ref, case.header._replace(about=about, by="", on=""), first, second, again, agreed)


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
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=280, check=False)
    assert (out / path.name).exists(), done.stderr
    return out / path.name


def refused(call: Callable[..., object], *arguments: object) -> tuple[Problem, ...]:
    """Return the problems with which a call was refused."""
    with pytest.raises(Refused) as refusal:
        call(*arguments)
    return refusal.value.problems


def places(found: Verification) -> list[str]:
    return [problem.place for problem in found.differences]
