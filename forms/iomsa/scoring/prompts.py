"""Rate a key question from the answers to its prompts: the mean of their points, and limits."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Answer
from iomsa.framework.model import KeyQuestion, Prompt
from iomsa.framework.rules import Limit
from iomsa.scoring.bands import mean_place
from iomsa.scoring.limits import Cap, Held, hold
from iomsa.scoring.ruler import Ruler


class Mark(NamedTuple):
    """Give what an applicable prompt counts: points, 0 and not known, or None while it is open."""

    prompt: Prompt
    points: int | None
    known: bool = True
    evidence: bool = False


class Marks(NamedTuple):
    """Hold the marks of a key question's applicable prompts and the ids of those that are not applicable."""

    question: KeyQuestion
    applicable: tuple[Mark, ...]
    not_applicable: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """Return the ids of prompts that are open."""
        return tuple(mark.prompt.id for mark in self.applicable if mark.points is None)

    @property
    def not_known(self) -> tuple[str, ...]:
        """Return the ids of prompts whose answer is not known."""
        return tuple(mark.prompt.id for mark in self.applicable if not mark.known)

    def total(self, open_at: int) -> int:
        """Return the sum of points with every open prompt at so many."""
        return sum(open_at if mark.points is None else mark.points for mark in self.applicable)


def read_marks(question: KeyQuestion, answers: Mapping[str, Answer], codes: Mapping[str, int]) -> Marks:
    """Read the answers of a key question's prompts; `codes` are the points of the scale's levels by their code.

    Not applicable counts only where it is allowed and has its reason; anything that is no answer is open
    (design, rating rule 1).
    """
    applicable, out = [], []
    for prompt in question.prompts:
        answer = answers.get(prompt.id)
        if answer is None:
            applicable.append(Mark(prompt, None))
        elif answer.choice == NOT_APPLICABLE and prompt.not_applicable and answer.reason:
            out.append(prompt.id)
        elif answer.choice == NOT_KNOWN:
            applicable.append(Mark(prompt, 0, known=False))
        else:
            points = codes.get(answer.choice or "")
            applicable.append(Mark(prompt, points, evidence=bool(answer.evidence_items)))
    return Marks(question, tuple(applicable), tuple(out))


def hold_question(ruler: Ruler, marks: Marks, open_at: int) -> Held | None:
    """Rate a key question with every open prompt at so many points; None where all is not applicable.

    Source: the mean rule is HM Inspectorate of Probation's as generally known, used for prompts by us; its limits
    are ours (design, rating rule 2).
    """
    if not marks.applicable:
        return None
    earned = mean_place(ruler.rules.mean, marks.total(open_at), len(marks.applicable))
    return hold(earned, _caps(ruler, marks, open_at))


def _caps(ruler: Ruler, marks: Marks, open_at: int) -> Iterator[Cap]:
    for limit in ruler.limits.get("question", ()):
        of = tuple(mark.prompt.id for mark in marks.applicable if _sets_off(limit, mark, open_at))
        if of:
            yield Cap(limit, ruler.places[limit.at_most], of)


def _sets_off(limit: Limit, mark: Mark, open_at: int) -> bool:
    points = open_at if mark.points is None else mark.points
    if limit.kind == "essential-at":
        return mark.prompt.essential and (points <= limit.points or not mark.known)
    return points < limit.points or not mark.known
