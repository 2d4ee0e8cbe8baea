"""Make a scheme file from whole sheets: the practice scheme, or what a return held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from iomsa.answers.sheet import AnswerSheet
from iomsa.session.changes import FILL
from iomsa.store.doing import Doing
from iomsa.store.making import make_file
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
    make_file(path, framework_data, sheets, Doing(who(), FILL, clock()), practice)
    return SchemeFile.open(path, clock=clock, who=who)


def create_practice(path: Path, *, clock: Callable[[], str], who: Callable[[], str]) -> SchemeFile:
    """Make the fictional practice scheme; raise Refused where the file can't be made."""
    from iomsa.framework.load import framework_from_data
    from iomsa.framework.shipped import DEFAULT, shipped_data
    from iomsa.practice.scheme import practice_sheets

    data = shipped_data(DEFAULT)
    sheets = practice_sheets(framework_from_data(data))
    return create_from_sheets(path, data, sheets, practice=True, clock=clock, who=who)
