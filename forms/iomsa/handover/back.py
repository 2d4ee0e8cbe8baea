"""Read sheets that came back from colleagues: those that belong here, or every reason why one does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import kind_of, not_ours
from iomsa.handover.table import Table, read_sheets
from iomsa.problems import Problem, Refused


def sheets_back(
    kind: str, name: str, framework: Framework, sheet: AnswerSheet, paths: Sequence[Path]
) -> tuple[Table, ...]:
    """Return the sheet of this name from each file; raise Refused with what is wrong with each that does not belong."""
    return kinds_back((kind,), name, framework, sheet, paths)[kind]


def kinds_back(
    kinds: Sequence[str], name: str, framework: Framework, sheet: AnswerSheet, paths: Sequence[Path]
) -> Mapping[str, tuple[Table, ...]]:
    """Return the sheet of this name from each file, by the kind that it says it is, one of these.

    Raise Refused with what is wrong with each that does not belong.
    """
    tables: dict[str, list[Table]] = {kind: [] for kind in kinds}
    problems: list[Problem] = []
    for path in paths:
        try:
            sheets = read_sheets(path)
        except Refused as refused:
            problems += refused.problems
            continue
        kind = kind_of(sheets)
        wrong = tuple(not_ours(kinds, framework, sheet, sheets, path.name))
        if not wrong and name not in sheets:
            wrong = (Problem("sheet.missing", path.name, f"its sheet “{name}” is gone; ask for the file again."),)
        problems += wrong
        if not wrong:
            tables[kind].append(sheets[name])
    if problems:
        raise Refused(problems)
    return {kind: tuple(found) for kind, found in tables.items()}
