"""Which files are to be reviewed twice, how far each is, and how far both reviewers agree on each question.

Everything here takes the ids of the case questions (`asked`), so that it stands on answers alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.review import Draw
from iomsa.answers.sheet import CASE_CHOICES, Case, CaseAnswer
from iomsa.outcomes.agreement import Agreement, Pair, agreement
from iomsa.outcomes.sampling import rank, second_reviews

NO_SEED = "0"
"""The seed of the order where nothing was drawn."""
TO_COME, STARTED, DONE, DIFFERS, AGREED = "to-come", "started", "done", "differs", "agreed"
COMPARED = (DONE, DIFFERS, AGREED)
"""The states in which both reviews are complete; the answers of both may only be laid side by side in these."""


class Twice(NamedTuple):
    """Hold the files to be reviewed twice in their order, each with its state, and both answers of those compared.

    `pairs` holds for each question the first and the second answer of every file compared; what was agreed afterwards
    does not enter.
    """

    files: Mapping[str, str]
    pairs: Mapping[str, Sequence[Pair]]

    @property
    def compared(self) -> int:
        """Count the files of which both reviews are complete."""
        return self.count(*COMPARED)

    @property
    def questions(self) -> Mapping[str, Agreement]:
        """Work out how far both reviewers agree on each question."""
        return {id: self.agreement(id) for id in self.pairs}

    @property
    def differing(self) -> tuple[str, ...]:
        """Return the questions that were answered differently in any file, the worst first, then as asked."""
        alike = {id: self.alike(id) for id in self.pairs}
        return tuple(sorted((id for id in alike if alike[id] < len(self.pairs[id])), key=alike.__getitem__))

    def agreement(self, question: str) -> Agreement:
        """Work out how far both reviewers agree on one question."""
        return agreement(self.pairs[question], CASE_CHOICES)

    def alike(self, question: str) -> int:
        """Count the files in which both gave the same answer to a question."""
        return sum(first == second for first, second in self.pairs[question])

    def count(self, *states: str) -> int:
        """Count the files in one of these states."""
        return sum(state in states for state in self.files.values())

    def first(self, *states: str) -> str:
        """Return the first file in one of these states, or empty."""
        return next((ref for ref, state in self.files.items() if state in states), "")


def reviewed_twice(
    asked: Sequence[str], cases: Mapping[str, Case], draw: Draw | None, order: Sequence[str] = ()
) -> Twice:
    """Work out everything about the second reviews of a period; `order` saves working out `in_order` again."""
    files = {ref: state(asked, cases[ref]) for ref in to_be_reviewed_twice(cases, draw, order)}
    both = [cases[ref] for ref, each in files.items() if each in COMPARED]
    firsts = zip(*(_choices(asked, case.answers) for case in both), strict=True)
    seconds = zip(*(_choices(asked, case.second) for case in both), strict=True)
    if not both:
        return Twice(files, dict.fromkeys(asked, ()))
    given = zip(asked, firsts, seconds, strict=True)
    return Twice(files, {id: tuple(zip(first, second, strict=True)) for id, first, second in given})


def to_be_reviewed_twice(cases: Mapping[str, Case], draw: Draw | None, order: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the files to be reviewed twice: 10 or 20 % of the list, the first in the order for second reviews.

    A second review that was begun is never dropped: where the list has changed since, it takes the place of the last
    in the order that nobody has begun. `order` saves working out `in_order` again.
    """
    order = order or in_order(cases, draw)
    begun = {ref for ref, case in cases.items() if case.second_review is not None or case.second}
    wanted = second_reviews(len(order))
    rest = [ref for ref in order if ref not in begun][: max(0, wanted - len(begun))]
    chosen = begun.union(rest)
    return tuple(ref for ref in order if ref in chosen)


def in_order(refs: Iterable[str], draw: Draw | None) -> tuple[str, ...]:
    """Return files in the order in which they are to be reviewed twice: by the SHA-256 of `seed|second|ref`."""
    seed = f"{NO_SEED if draw is None else draw.seed}|second"
    return tuple(sorted(refs, key=lambda ref: (rank(seed, ref), ref)))


def state(asked: Collection[str], case: Case) -> str:
    """Return how far the second review of a file is; nothing is compared until both reviews are complete."""
    if case.second_review is None and not case.second:
        return TO_COME
    second = _choices(asked, case.second)
    first = _choices(asked, case.answers)
    if case.second_review is None or "" in second or "" in first:
        return STARTED
    if first == second:
        return DONE
    return AGREED if all(decided(case, id) for id in differences(asked, case)) else DIFFERS


def is_blind(asked: Collection[str], case: Case, state: str) -> bool:
    """Tell whether the first answers of a file are kept from whoever reviews it again; `state` is of the second review.

    They are from when the first review is complete, or the second has begun, until every second answer is given.
    """
    if state not in (TO_COME, STARTED) or second_complete(asked, case):
        return False
    return state == STARTED or answered(asked, case.answers) == len(asked)


def blind_files(
    asked: Collection[str], cases: Mapping[str, Case], draw: Draw | None, order: Sequence[str] = ()
) -> frozenset[str]:
    """Return the files whose first answers are kept from whoever reviews them again."""
    chosen = to_be_reviewed_twice(cases, draw, order)
    return frozenset(ref for ref in chosen if is_blind(asked, cases[ref], state(asked, cases[ref])))


def both_complete(asked: Collection[str], case: Case) -> bool:
    """Tell whether both reviewers have answered every question, and the second one's agency is known."""
    return second_complete(asked, case) and answered(asked, case.answers) == len(asked)


def second_complete(asked: Collection[str], case: Case) -> bool:
    """Tell whether the second reviewer's agency is known and every question has the second answer."""
    return case.second_review is not None and answered(asked, case.second) == len(asked)


def answered(asked: Collection[str], answers: Mapping[str, CaseAnswer]) -> int:
    """Count the questions that have yes, no or not applicable."""
    return sum(map(bool, _choices(asked, answers)))


def differences(asked: Collection[str], case: Case) -> tuple[str, ...]:
    """Return the questions that both have answered, and not alike."""
    given = zip(asked, _choices(asked, case.answers), _choices(asked, case.second), strict=True)
    return tuple(id for id, first, second in given if first and second and first != second)


def decided(case: Case, question: str) -> bool:
    """Tell whether both have agreed on an answer to a question."""
    given = case.agreed.get(question)
    return given is not None and bool(given.choice)


def _choices(asked: Collection[str], answers: Mapping[str, CaseAnswer]) -> list[str]:
    """Return the choice of each question, empty where it is open."""
    # Every page that shows files asks this of all that were reviewed twice, so it walks no answer twice.
    get = answers.get
    return [(given.choice or "") if (given := get(id)) is not None else "" for id in asked]
