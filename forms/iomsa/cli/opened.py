"""Open a scheme file for a verb, and choose the period that it is about."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import Finding
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard

if TYPE_CHECKING:
    from iomsa.store.scheme_file import SchemeFile


class Judged(NamedTuple):
    """Hold one period as it was read, with its ratings and what the check found."""

    framework: Framework
    sheet: AnswerSheet
    card: Scorecard
    findings: tuple[Finding, ...]
    practice: bool


def clock() -> str:
    """Return the time now as ISO text."""
    return datetime.datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds")


def nobody() -> str:
    """Return no name: the command line asks for none, and never takes the computer's."""
    return ""


def open_file(path: Path, *, read_only: bool = False) -> SchemeFile:
    """Open a scheme file; raise Refused."""
    from iomsa.store.scheme_file import SchemeFile

    return SchemeFile.open(path, clock=clock, who=nobody, read_only=read_only)


def judge(path: Path, period: str | None) -> Judged:
    """Read, rate and check one period, changing nothing; raise Refused."""
    from iomsa.checks.check import check
    from iomsa.scoring.score import score

    with open_file(path, read_only=True) as file:
        sheet = file.sheet(period or file.latest().name)
        framework = file.framework(sheet.period.framework)
        practice = file.practice
    card = score(framework, sheet)
    return Judged(framework, sheet, card, check(framework, sheet, card), practice)
