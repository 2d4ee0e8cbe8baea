"""Count the answers of the case review; kept apart from scoring, because it is the only part that grows with cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from iomsa.answers.progress import Progress
from iomsa.answers.review import Draw
from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, AnswerSheet, Case, CaseAnswer, Counts, ReturnedCases
from iomsa.framework.model import Framework

Counted: TypeAlias = tuple[int, int, Mapping[str, Counts]]
"""Files on the list, files reviewed, and the answers to each case question."""
BY_HAND = "added by hand"
"""The name of the files that are not on the list that was drawn from; each of them stands for itself alone."""
_CHOICE = attrgetter("choice")


class Stratum(NamedTuple):
    """Count the files of one stratum: people on its list, files drawn, on the list, reviewed, and the answers."""

    name: str
    people: int
    drawn: int
    listed: int
    reviewed: int
    counts: Mapping[str, Counts]

    def of(self, question: str) -> Counts:
        """Return the counts of one case question."""
        return self.counts.get(question, Counts())


class Tally(NamedTuple):
    """Count cases on the list, cases that are reviewed, and the answers that rate to each case question.

    `strata` are those of the draw, with files added by hand apart; empty without a draw, or where answers can't be told
    apart by stratum (then `mixed`). `weighted` says that strata were over-drawn. `twice` counts the files of which both
    reviews are complete; None where that is not known, as a return holds no second reviews.
    """

    listed: int
    reviewed: int
    counts: Mapping[str, Counts]
    strata: tuple[Stratum, ...] = ()
    weighted: bool = False
    mixed: bool = False
    twice: int | None = None

    def of(self, question: str) -> Counts:
        """Return the counts of one case question."""
        return self.counts.get(question, Counts())

    @property
    def files(self) -> Progress:
        """Return how many of the files on the list are reviewed."""
        return Progress(self.reviewed, self.listed)

    @property
    def people(self) -> int | None:
        """Return how many people the ratings speak for: those on the list of the draw; None without a draw."""
        return sum(each.people for each in self.strata) if self.strata else None

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

    Depends on `sheet.cases`, `sheet.returned_cases` and `sheet.draw` alone: the caller may keep the result while
    `counts_same` holds.
    """
    if sheet.returned_cases is not None and not sheet.cases:
        return _of_return(sheet.returned_cases, sheet.draw)
    asked = tuple(each.id for each in framework.case_review.questions)
    cases, draw = sheet.cases, sheet.draw
    if draw is None or not draw.strata:
        found = Tally(*_count(asked, cases.values()))
    else:
        found = _of_strata(asked, tuple(cases.values()), draw)
    return found._replace(twice=_twice(asked, tuple(cases.values())))


def counts_same(one: AnswerSheet, other: AnswerSheet) -> bool:
    """Tell whether both sheets hold the very objects that a tally depends on."""
    return one.cases is other.cases and one.returned_cases is other.returned_cases and one.draw is other.draw


def over_drawn(sizes: Sequence[int], drawn: Sequence[int]) -> bool:
    """Tell whether a stratum was drawn more or less than its share by one file or more.

    Its share of n files is n N/sum of N, not rounded; any rounding of a proportional draw stays within one file of it
    (the quota rule: M. L. Balinski and H. P. Young, Fair Representation, 1982), and is its own weight (W. G. Cochran,
    Sampling Techniques, 3rd ed., 1977, 5.5). Where one of each raised a small stratum beyond that, it is over-drawn.
    """
    whole, n = sum(sizes), sum(drawn)
    return any(abs(count * whole - n * size) >= whole for size, count in zip(sizes, drawn, strict=True) if size)


def _of_strata(asked: Sequence[str], cases: Sequence[Case], draw: Draw) -> Tally:
    stratum_of = dict(draw.people)
    if not stratum_of and len(draw.strata) > 1:
        return _mixed(Tally(*_count(asked, cases)), draw)
    only = draw.strata[0][0] if not stratum_of else BY_HAND
    members: dict[str, list[Case]] = {}
    for case in cases:
        members.setdefault(stratum_of.get(case.ref, only), []).append(case)
    parts = {name: _count(asked, of) for name, of in members.items()}
    return _with_strata(_together(asked, tuple(parts.values())), draw, parts)


def _of_return(returned: ReturnedCases, draw: Draw | None) -> Tally:
    whole = Tally(returned.listed, returned.reviewed, dict(returned.counts))
    if draw is None or not draw.strata:
        return whole
    parts = {name: (listed, reviewed, dict(counts)) for name, listed, reviewed, counts in returned.strata}
    if not parts and len(draw.strata) > 1:
        return _mixed(whole, draw)
    return _with_strata(whole, draw, parts or {draw.strata[0][0]: whole[:3]})


def _mixed(whole: Tally, draw: Draw) -> Tally:
    """Take the list as one where the strata were drawn alike, else none, as its answers can't be weighted."""
    _, sizes, drawn = zip(*draw.strata, strict=True)
    if over_drawn(sizes, drawn):
        return whole._replace(mixed=True)
    return whole._replace(strata=(Stratum("", sum(sizes), sum(drawn), *whole[:3]),))


def _with_strata(whole: Tally, draw: Draw, parts: Mapping[str, Counted]) -> Tally:
    known = {name for name, _, _ in draw.strata}
    nothing: Counted = (0, 0, {})
    # Never fewer people than files: of a stratum that lost people since, all of those left may have been read.
    strata = [
        Stratum(name, max(people, part[0]), drawn, *part)
        for name, people, drawn in draw.strata
        for part in (parts.get(name, nothing),)
    ]
    by_hand = [Stratum(BY_HAND, part[0], part[0], *part) for name, part in parts.items() if name not in known]
    weighted = bool(by_hand) or over_drawn([each.people for each in strata], [each.drawn for each in strata])
    return whole._replace(strata=(*(each for each in strata if each.people), *by_hand), weighted=weighted)


def _together(asked: Sequence[str], parts: Sequence[Counted]) -> Tally:
    counts = {id: Counts(*map(sum, zip(Counts(), *(each[2][id] for each in parts), strict=True))) for id in asked}
    return Tally(sum(each[0] for each in parts), sum(each[1] for each in parts), counts)


def _count(asked: Sequence[str], cases: Iterable[Case]) -> Counted:
    # Thousands of files may be counted at each answer, so no code of ours walks their answers.
    found: Counter[tuple[str, str | None]] = Counter()
    listed = reviewed = 0
    for case in cases:
        listed += 1
        reviewed += _complete(asked, case.answers)
        rates = case.rates
        found.update(zip(rates, map(_CHOICE, rates.values()), strict=True))
    counts = {id: Counts(found[id, YES], found[id, NO], found[id, NOT_APPLICABLE]) for id in asked}
    return listed, reviewed, counts


def second_reviews_known(cases: Iterable[Case]) -> bool:
    """Tell whether second reviews could be here: not where all files came from a return, which holds no times."""
    return any(case.header.on or case.second_review is not None for case in cases)


def _twice(asked: Sequence[str], cases: Sequence[Case]) -> int | None:
    """Count the files that were reviewed twice; None where that is not known."""
    if not second_reviews_known(cases):
        return None
    begun = (case for case in cases if case.second_review is not None)
    return sum(_complete(asked, case.second) and _complete(asked, case.answers) for case in begun)


def _complete(asked: Sequence[str], answers: Mapping[str, CaseAnswer]) -> bool:
    return {id for id, answer in answers.items() if answer.choice is not None}.issuperset(asked)
