"""Read sheets that came back from colleagues: those that belong here, or every reason why one does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import not_ours
from iomsa.handover.table import Table, read_sheets
from iomsa.problems import Problem, Refused


def sheets_back(
    kind: str, name: str, framework: Framework, sheet: AnswerSheet, paths: Sequence[Path]
) -> tuple[Table, ...]:
    """Return the sheet of this name from each file; raise Refused with what is wrong with each that does not belong."""
    tables: list[Table] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            sheets = read_sheets(path)
        except Refused as refused:
            problems += refused.problems
            continue
        wrong = tuple(not_ours(kind, framework, sheet, sheets, path.name))
        if not wrong and name not in sheets:
            wrong = (Problem("sheet.missing", path.name, f"its sheet “{name}” is gone; ask for the file again."),)
        problems += wrong
        tables += () if wrong else (sheets[name],)
    if problems:
        raise Refused(problems)
    return tuple(tables)
