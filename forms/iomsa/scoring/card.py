"""The scorecard: every self-rating with its figures and its sentence, as frozen values."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

OVERALL, LINE, STANDARD, QUESTION = "overall", "line", "standard", "key question"
"""The levels at which something is rated, as a return names them."""


class Moved(NamedTuple):
    """Stand beside a computed rating: where it was moved, or what is wrong with the move now.

    `to` is None while `problem` says why this move needs another look; `unseen` says what can't be known of it here.
    """

    to: str | None
    reason: str
    by: tuple[tuple[str, str], ...]
    on: str
    problem: str
    unseen: str = ""


class Part(NamedTuple):
    """Hold what one stratum of the draw says to a key question: people on its list, yes and no together, yes."""

    name: str
    people: int
    n: int
    yes: int


class Rated(NamedTuple):
    """Rate one level: the overall, a line, a standard or a key question.

    rating is a rating's id or None; range is (low, high) while something is open, else None. points are those of the
    rating, for a line or the overall the sum over its standards (None while a sum is not settled); max is the most
    they could be. sufficient, n, percent and interval (low, high as fractions 0-1) are for key questions from cases;
    so are share (the exact fraction that is banded), people (on the list of the draw that it speaks for; None without
    a draw) and parts (the strata that it is weighted by; empty where it is plain). With n and no interval all were
    reviewed, so there is no sampling error; `sampling` says so, or why strata are weighted or left out.
    so_far says provisional for the overall. `out` means wholly not applicable. `limited_by` names the limits (ids of
    limits, or key questions that bind) that changed the rating. open, not_known, not_applicable and
    threes_without_evidence count prompts that drive a rating. `reason` is one or two sentences for a person; `near`
    and `chance` are one or none.
    """

    id: str
    level: str
    title: str
    rating: str | None = None
    range: tuple[str, str] | None = None
    points: int | None = None
    max: int | None = None
    moved: Moved | None = None
    limited_by: tuple[str, ...] = ()
    sufficient: int | None = None
    n: int | None = None
    percent: int | None = None
    interval: tuple[float, float] | None = None
    so_far: bool = False
    started: bool = True
    out: bool = False
    open: int = 0
    not_known: int = 0
    not_applicable: int = 0
    threes_without_evidence: int = 0
    reason: str = ""
    near: str = ""
    chance: str = ""
    share: tuple[int, int] | None = None
    people: int | None = None
    parts: tuple[Part, ...] = ()
    sampling: str = ""

    @property
    def moved_to(self) -> str | None:
        """Return the rating it was moved to, while the move holds."""
        return self.moved.to if self.moved else None


class StandardScore(NamedTuple):
    """Rate one standard with its key questions; it rests on the prompts `resting_on` (three at most)."""

    rated: Rated
    questions: tuple[Rated, ...]
    resting_on: tuple[str, ...] = ()


class WorthChanging(NamedTuple):
    """Name a prompt where a real change would count most, with the sentence that says what it would do."""

    prompt: str
    standard: str
    raises: str
    sentence: str


class Scorecard(NamedTuple):
    """Hold every self-rating of one period; `worth_changing` is in order, the first of all first."""

    framework: str
    period: str
    complete: bool
    answered: int
    prompts: int
    overall: Rated
    lines: tuple[Rated, ...]
    standards: tuple[StandardScore, ...]
    worth_changing: tuple[WorthChanging, ...]

    def line(self, id: str) -> Rated:
        """Return the line of this id, such as organisation or people."""
        return next(each for each in self.lines if each.id == id)

    def standard(self, id: str) -> StandardScore:
        """Return the score of this standard."""
        return next(each for each in self.standards if each.rated.id == id)

    def question(self, id: str) -> Rated:
        """Return the score of this key question."""
        return next(each for score in self.standards for each in score.questions if each.id == id)
