"""Which files are to be reviewed twice, how far each is, and how far both reviewers agree on each question.

Everything here takes the ids of the case questions (`asked`), so that it stands on answers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.review import Draw
from iomsa.answers.sheet import CASE_CHOICES, Case, CaseAnswer
from iomsa.outcomes.agreement import Agreement, agreement
from iomsa.outcomes.sampling import rank, second_reviews

NO_SEED = "0"
"""The seed of the order where nothing was drawn."""
TO_COME, STARTED, DONE, DIFFERS, AGREED = "to-come", "started", "done", "differs", "agreed"
COMPARED = (DONE, DIFFERS, AGREED)
"""The states in which both reviews are complete; the answers of both may only be laid side by side in these."""


class Twice(NamedTuple):
    """Hold the files to be reviewed twice in their order, each with its state, and the agreement by question."""

    files: Mapping[str, str]
    questions: Mapping[str, Agreement]

    @property
    def compared(self) -> int:
        """Count the files of which both reviews are complete."""
        return sum(state in COMPARED for state in self.files.values())

    def count(self, *states: str) -> int:
        """Count the files in one of these states."""
        return sum(state in states for state in self.files.values())

    def first(self, *states: str) -> str:
        """Return the first file in one of these states, or empty."""
        return next((ref for ref, state in self.files.items() if state in states), "")


def reviewed_twice(asked: Sequence[str], cases: Mapping[str, Case], draw: Draw | None) -> Twice:
    """Work out everything about the second reviews of a period."""
    files = {ref: state(asked, cases[ref]) for ref in to_be_reviewed_twice(cases, draw)}
    both = [cases[ref] for ref, each in files.items() if each in COMPARED]
    return Twice(files, by_question(asked, both))


def to_be_reviewed_twice(cases: Mapping[str, Case], draw: Draw | None) -> tuple[str, ...]:
    """Return the files to be reviewed twice: 10 or 20 % of the list, the first by the SHA-256 of `seed|second|ref`.

    A second review that was begun is never dropped: where the list has changed since, it takes the place of the last
    in the order that nobody has begun.
    """
    seed = f"{NO_SEED if draw is None else draw.seed}|second"
    order = sorted(cases, key=lambda ref: (rank(seed, ref), ref))
    begun = {ref for ref, case in cases.items() if case.second_review is not None or case.second}
    wanted = second_reviews(len(order))
    rest = [ref for ref in order if ref not in begun][: max(0, wanted - len(begun))]
    chosen = begun.union(rest)
    return tuple(ref for ref in order if ref in chosen)


def state(asked: Sequence[str], case: Case) -> str:
    """Return how far the second review of a file is; nothing is compared until both reviews are complete."""
    if case.second_review is None and not case.second:
        return TO_COME
    if not both_complete(asked, case):
        return STARTED
    differing = differences(asked, case)
    if not differing:
        return DONE
    return AGREED if all(decided(case, id) for id in differing) else DIFFERS


def both_complete(asked: Sequence[str], case: Case) -> bool:
    """Tell whether both reviewers have answered every question, and the second one's agency is known."""
    return second_complete(asked, case) and answered(asked, case.answers) == len(asked)


def second_complete(asked: Sequence[str], case: Case) -> bool:
    """Tell whether the second reviewer's agency is known and every question has the second answer."""
    return case.second_review is not None and answered(asked, case.second) == len(asked)


def answered(asked: Sequence[str], answers: Mapping[str, CaseAnswer]) -> int:
    """Count the questions that have yes, no or not applicable."""
    return sum((given := answers.get(id)) is not None and given.choice is not None for id in asked)


def differences(asked: Sequence[str], case: Case) -> tuple[str, ...]:
    """Return the questions that both have answered, and not alike."""
    pairs = ((id, _choice(case.answers, id), _choice(case.second, id)) for id in asked)
    return tuple(id for id, first, second in pairs if first and second and first != second)


def decided(case: Case, question: str) -> bool:
    """Tell whether both have agreed on an answer to a question."""
    return bool(_choice(case.agreed, question))


def by_question(asked: Sequence[str], compared: Iterable[Case]) -> Mapping[str, Agreement]:
    """Return how far the first and the second answers agree on each question, over the files compared.

    What was agreed afterwards does not enter.
    """
    cases = tuple(compared)
    return {
        id: agreement([(_choice(case.answers, id), _choice(case.second, id)) for case in cases], CASE_CHOICES)
        for id in asked
    }


def _choice(answers: Mapping[str, CaseAnswer], question: str) -> str:
    given = answers.get(question)
    return (given.choice if given is not None else None) or ""
