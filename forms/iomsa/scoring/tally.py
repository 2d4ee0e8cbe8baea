"""Count the answers of the case review; kept apart from scoring, because it is the only part that grows with cases.

After a change only the files that changed are counted again.
"""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
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
Sums: TypeAlias = "Counter[tuple[str, str | None]]"
"""How often each answer was given to each question; what is counted of whole files has the question's place empty."""
BY_HAND = "added by hand"
"""The name of the files that are not on the list that was drawn from; each of them stands for itself alone."""
LISTED, REVIEWED, TWICE, KNOWN = ("", "listed"), ("", "reviewed"), ("", "twice"), ("", "known")
_CHOICE = attrgetter("choice")


class Files(NamedTuple):
    """Hold what case files came to, stratum by stratum, and which files these were.

    `people` is the list that was drawn from, each with its stratum; files that are not on it are of the stratum `rest`.
    """

    asked: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    rest: str
    cases: Mapping[str, Case]
    stratum_of: Mapping[str, str]
    sums: Mapping[str, Sums]

    @property
    def parts(self) -> Mapping[str, Counted]:
        """Return what each stratum came to."""
        return {name: self._of(sums) for name, sums in self.sums.items()}

    @property
    def twice(self) -> int | None:
        """Count the files that were reviewed twice; None where that is not known."""
        known, twice = (sum(sums[key] for sums in self.sums.values()) for key in (KNOWN, TWICE))
        return twice if known else None

    def _of(self, sums: Sums) -> Counted:
        counts = {id: Counts(sums[id, YES], sums[id, NO], sums[id, NOT_APPLICABLE]) for id in self.asked}
        return sums[LISTED], sums[REVIEWED], counts


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


def tally(framework: Framework, sheet: AnswerSheet, files: Files | None = None) -> Tally:
    """Say what the cases of a sheet came to, or take the counts of a return without case rows.

    Depends on `sheet.cases`, `sheet.returned_cases` and `sheet.draw` alone: the caller may keep the result while
    `counts_same` holds. `files` are its files, where they are counted already.
    """
    if sheet.returned_cases is not None and not sheet.cases:
        return _of_return(sheet.returned_cases, sheet.draw)
    files, draw = count(framework, sheet) if files is None else files, sheet.draw
    parts = files.parts
    whole = _together(files.asked, tuple(parts.values()))._replace(twice=files.twice)
    if draw is None or not draw.strata:
        return whole
    return _mixed(whole, draw) if not files.people and len(draw.strata) > 1 else _with_strata(whole, draw, parts)


def count(framework: Framework, sheet: AnswerSheet, before: Files | None = None) -> Files:
    """Count the files of a sheet; what was counted `before` saves those that are the same.

    A change makes another record, never alters one, so a file that is the very same object need not be looked at.
    """
    asked, strata = tuple(each.id for each in framework.case_review.questions), sheet.draw.strata if sheet.draw else ()
    people = sheet.draw.people if sheet.draw is not None and strata else ()
    # Where no list was kept, files are of the one stratum, or can't be told apart.
    rest = BY_HAND if people else strata[0][0] if len(strata) == 1 else ""
    if before is None or (before.asked, before.rest) != (asked, rest) or before.people is not people:
        before = Files(asked, people, rest, {}, dict(people), {})
    gone = [case for ref, case in before.cases.items() if sheet.cases.get(ref) is not case]
    come = [case for ref, case in sheet.cases.items() if before.cases.get(ref) is not case]
    sums = dict(before.sums)
    for name, members in _members(before, gone).items():
        sums[name] = sums[name].copy()
        sums[name].subtract(_count(asked, members))
    for name, members in _members(before, come).items():
        sums[name] = _count(asked, members) + sums.get(name, Counter())
    return before._replace(cases=sheet.cases, sums={name: each for name, each in sums.items() if each[LISTED]})


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


def _members(files: Files, cases: Iterable[Case]) -> dict[str, list[Case]]:
    members: dict[str, list[Case]] = {}
    for case in cases:
        members.setdefault(files.stratum_of.get(case.ref, files.rest), []).append(case)
    return members


def _count(asked: Sequence[str], cases: Iterable[Case]) -> Sums:
    # Thousands of files may be counted, so no code of ours walks their answers.
    found: Sums = Counter()
    for case in cases:
        rates, reviewed = case.rates, _complete(asked, case.answers)
        found.update(zip(rates, map(_CHOICE, rates.values()), strict=True))
        found[LISTED] += 1
        found[REVIEWED] += reviewed
        found[KNOWN] += _second_known(case)
        found[TWICE] += reviewed and case.second_review is not None and _complete(asked, case.second)
    return found


def _complete(asked: Sequence[str], answers: Mapping[str, CaseAnswer]) -> bool:
    return {id for id, answer in answers.items() if answer.choice is not None}.issuperset(asked)


def second_reviews_known(cases: Iterable[Case]) -> bool:
    """Tell whether second reviews could be here: not where all files came from a return, which holds no times."""
    return any(map(_second_known, cases))


def _second_known(case: Case) -> bool:
    return bool(case.header.on) or case.second_review is not None
