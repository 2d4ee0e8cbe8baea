"""Count what a return holds, from what was read of it."""

from __future__ import annotations

from typing import NamedTuple

from iomsa.returns.read import Book
from iomsa.returns.records import rows_of
from iomsa.scoring.words import counted


class Counted(NamedTuple):
    """Count answers of prompts, notes, evidence items, profile figures, and case files that were reviewed."""

    answers: int
    prompts: int
    notes: int
    evidence: int
    figures: int
    cases: int

    def __str__(self) -> str:
        return (
            f"{self.answers} of {self.prompts} answers, {counted(self.notes, 'note')}, "
            f"{counted(self.evidence, 'evidence item')}, {counted(self.figures, 'profile figure')}, "
            f"{counted(self.cases, 'case file')}"
        )


def count(book: Book) -> Counted:
    """Count the rows and cells of a return that was read."""
    answers = list(rows_of(book, "Answers"))
    profile = list(rows_of(book, "Profile"))
    cases = next(rows_of(book, "Cases"), None)
    reviewed = cases.get("reviewed") if cases else ""
    return Counted(
        sum(bool(row.get("code")) for row in answers),
        len(answers),
        sum(bool(row.get("note")) for row in (*answers, *profile)),
        sum(len([line for line in row.get("evidence").split("\n") if line.strip()]) for row in answers),
        sum(bool(row.get("value") or row.get("not_known")) for row in profile),
        int(reviewed) if reviewed.isdecimal() else 0,
    )
