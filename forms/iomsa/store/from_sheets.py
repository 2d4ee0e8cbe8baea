"""Make a scheme file from whole sheets: the practice scheme, or what a return held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from iomsa.answers.sheet import AnswerSheet
from iomsa.store.scheme_file import SchemeFile


def create_from_sheets(
    path: Path,
    framework_data: Mapping[str, Any],
    sheets: Sequence[AnswerSheet],
    *,
    practice: bool,
    clock: Callable[[], str],
    who: Callable[[], str],
) -> SchemeFile:
    """Make a scheme file that holds these sheets, one a period; raise Refused, leaving no file, where it can't be."""
    first, *others = sheets
    file = SchemeFile.create(path, framework_data, first.period, "", practice=practice, clock=clock, who=who)
    try:
        for sheet in (first, *others):
            file.import_sheet(sheet, framework_data)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def create_practice(path: Path, *, clock: Callable[[], str], who: Callable[[], str]) -> SchemeFile:
    """Make the fictional practice scheme; raise Refused where the file can't be made."""
    from iomsa.framework.load import framework_from_data
    from iomsa.framework.shipped import DEFAULT, shipped_data
    from iomsa.practice.scheme import practice_sheets

    data = shipped_data(DEFAULT)
    sheets = practice_sheets(framework_from_data(data))
    return create_from_sheets(path, data, sheets, practice=True, clock=clock, who=who)
