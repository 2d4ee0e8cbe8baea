"""Count the answers of the case review; kept apart from scoring, because it is the only part that grows with cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from iomsa.answers.progress import is_reviewed
from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, AnswerSheet, Case, Counts
from iomsa.framework.model import Framework


class Tally(NamedTuple):
    """Count cases on the list, cases that are reviewed, and the answers to each case question."""

    listed: int
    reviewed: int
    counts: Mapping[str, Counts]

    def of(self, question: str) -> Counts:
        """Return the counts of one case question."""
        return self.counts.get(question, Counts())

    @property
    def started(self) -> bool:
        """Tell whether a case is reviewed, or any yes or no given."""
        return self.reviewed > 0 or any(counts.yes or counts.no for counts in self.counts.values())

    @property
    def so_far(self) -> bool:
        """Tell whether a case on the list is not reviewed."""
        return self.reviewed < self.listed


def tally(framework: Framework, sheet: AnswerSheet) -> Tally:
    """Count the cases of a sheet, or take the counts of a return without case rows.

    Depends on `sheet.cases` and `sheet.returned_cases` alone: the caller may keep the result while they stay the same
    objects.
    """
    if sheet.returned_cases is not None and not sheet.cases:
        returned = sheet.returned_cases
        return Tally(returned.listed, returned.reviewed, dict(returned.counts))
    return _count(framework, sheet.cases.values())


def _count(framework: Framework, cases: Iterable[Case]) -> Tally:
    found: Counter[tuple[str, str | None]] = Counter()
    listed = reviewed = 0
    for case in cases:
        listed += 1
        reviewed += is_reviewed(framework, case)
        found.update((id, answer.choice) for id, answer in case.answers.items())
    return Tally(
        listed,
        reviewed,
        {
            each.id: Counts(found[each.id, YES], found[each.id, NO], found[each.id, NOT_APPLICABLE])
            for each in framework.case_review.questions
        },
    )
