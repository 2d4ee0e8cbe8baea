"""What pasted words make one ask."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import Address, AnswerSheet
from iomsa.checks.finding import QUESTION, QUESTIONS, Finding
from iomsa.framework.find import prompts
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard

SAME, LONG = 5, 20
"""So many prompts with one note, and that many characters in it, are no coincidence."""


def same_note(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about a note that stands under many prompts word for word."""
    found: dict[str, list[str]] = {}
    for prompt in prompts(framework):
        answer = sheet.answers.get(prompt.id)
        note = " ".join(answer.note.split()).casefold() if answer is not None else ""
        if len(note) >= LONG:
            found.setdefault(note, []).append(prompt.id)
    for ids in found.values():
        if len(ids) >= SAME:
            others = ", ".join(ids[1:])
            sentence = f"The same note stands under {others} too; say at each what is so there."
            yield Finding("same-note", QUESTIONS, QUESTION, Address("answer", ids[0]), ids[0], sentence)
