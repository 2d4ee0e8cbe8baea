"""Schemes of any size for the benchmarks."""

from __future__ import annotations

from pathlib import Path

from tests.builders import full, iom

from iomsa.answers.review import Draw
from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer, CaseHeader, Period, ProfileValue
from iomsa.framework.model import Framework
from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa.practice.scheme import practice_sheets
from iomsa.store.from_sheets import create_from_sheets

STAMP = "2026-11-22T10:00:00"


def sheet_of(framework: Framework, year: int, cases: int) -> AnswerSheet:
    """Return a full sheet of one year with notes and reviewed cases."""
    name = f"{year}-{(year + 1) % 100:02}"
    period = Period(name, f"{year}-04-01", f"{year + 1}-03-31", DEFAULT)
    answers = {
        id: answer._replace(note=f"What we saw on {id} this year, in a sentence or two.", evidence="Board paper, March")
        for id, answer in full(framework, level=2).answers.items()
    }
    profile = {framework.roles.scheme_name: ProfileValue("Benchmark scheme", by="", on=STAMP)}
    listed = {f"B-{number:04}": _case(framework, number) for number in range(cases)}
    return AnswerSheet(period, answers, profile, listed)


def make_scheme(path: Path, periods: int, cases: int) -> Path:
    """Make a scheme file of so many periods with so many cases in all."""
    framework = iom()
    share = cases // periods
    sheets = [sheet_of(framework, 2025 - back, share) for back in reversed(range(periods))]
    data = shipped_data(DEFAULT)
    create_from_sheets(path, data, sheets, practice=False, clock=lambda: STAMP, who=lambda: "").close()
    return path


def make_evidence(path: Path, cases: int, people: int) -> Path:
    """Make a scheme file of one period with so many drawn cases, and people like those of the practice scheme."""
    framework = iom()
    sheet, like = sheet_of(framework, 2025, cases), practice_sheets(framework)[-1]
    rows = list(like.people.values())
    followed = {f"Q-{place:04}": rows[place % len(rows)]._replace(position=place + 1) for place in range(people)}
    listed = tuple((f"B-{number:04}", "Fixed") for number in range(cases * 2))
    draw = Draw("1", "2026-02-23", (("Fixed", len(listed), cases),), listed)
    sheet = sheet._replace(people=followed, quarters=like.quarters, follow_up=like.follow_up, draw=draw)
    data = shipped_data(DEFAULT)
    create_from_sheets(path, data, [sheet], practice=False, clock=lambda: STAMP, who=lambda: "").close()
    return path


def _case(framework: Framework, number: int) -> Case:
    answers = {
        question.id: CaseAnswer("yes" if (number + place) % 3 else "no", by="", on=STAMP)
        for place, question in enumerate(framework.case_review.questions)
    }
    return Case(f"B-{number:04}", CaseHeader((("cohort", "fixed"),), number + 1, "", STAMP), answers)
