"""A finding: what stops a return or questions it, with the record it is about."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from iomsa.answers.sheet import Address

STOPS, QUESTIONS = "stops", "questions"
OPEN, CONTRADICTION, QUESTION = "open", "contradiction", "question"


class Finding(NamedTuple):
    """Say what was found: its code, whether it stops or questions, its kind, the record, the place, the sentence.

    `address` leads a screen to the field; `place` is what a person calls it, such as 2.1.3.
    """

    code: str
    weight: str
    kind: str
    address: Address
    place: str
    sentence: str


def of_person(code: str, kind: str, ref: str, sentence: str) -> Finding:
    """Return a question about the row of a person."""
    return Finding(code, QUESTIONS, kind, Address("person", ref), f"person {ref}", sentence)
