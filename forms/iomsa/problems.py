"""What can go wrong in the world, as values: a code, a place and a sentence that says what to do."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """Say one thing that is wrong: a stable code, where it is, and a sentence for a person."""

    code: str
    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Refused(Exception):
    """Carry every problem for which the world said no; never a bug."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def refuse(code: str, place: str, sentence: str) -> Refused:
    """Return a refusal that carries one problem."""
    return Refused((Problem(code, place, sentence),))
