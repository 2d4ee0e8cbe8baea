"""Count what a return holds, from what was read of it."""

from __future__ import annotations

from typing import NamedTuple

from iomsa.returns.read import Book
from iomsa.returns.records import rows_of
from iomsa.scoring.words import counted

PEOPLE = "people"
"""The id of the figure that says how many people the outcomes rest on."""


class Counted(NamedTuple):
    """Count answers of prompts, notes, evidence items, profile figures, case files that were reviewed, and people."""

    answers: int
    prompts: int
    notes: int
    evidence: int
    figures: int
    cases: int
    people: int = 0

    def __str__(self) -> str:
        people = f", {counted(self.people, 'person', 'people')} in the figures" if self.people else ""
        return (
            f"{self.answers} of {self.prompts} answers, {counted(self.notes, 'note')}, "
            f"{counted(self.evidence, 'evidence item')}, {counted(self.figures, 'profile figure')}, "
            f"{counted(self.cases, 'case file')}{people}"
        )


def count(book: Book) -> Counted:
    """Count the rows and cells of a return that was read."""
    answers = list(rows_of(book, "Answers"))
    profile = list(rows_of(book, "Profile"))
    cases = next(rows_of(book, "Cases"), None)
    followed = next((row.get("value") for row in rows_of(book, "Outcomes") if row.get("id") == PEOPLE), "")
    return Counted(
        sum(bool(row.get("code")) for row in answers),
        len(answers),
        sum(bool(row.get("note")) for row in (*answers, *profile)),
        sum(len([line for line in row.get("evidence").split("\n") if line.strip()]) for row in answers),
        sum(bool(row.get("value") or row.get("not_known")) for row in profile),
        _whole(cases.get("reviewed") if cases else ""),
        _whole(followed),
    )


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
