"""The last lines of Summary: what was moved by hand, is not known, has no evidence, and what the check questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Answer
from iomsa.checks.finding import OPEN, QUESTIONS, Finding
from iomsa.framework.find import counted_standards, scale
from iomsa.returns.canonical import Value
from iomsa.returns.content import Content
from iomsa.returns.sheets.ratings import label, levels

MOST_NAMED, MOST_SENTENCES = 24, 8
SINGLE = ("case", "case-answer", "second-review", "second-answer", "agreed-answer", "replaced", "person")
"""The kinds of records that are of one person."""


def attention(content: Content) -> Iterator[tuple[str, Value, str]]:
    """Yield item, value and note of what deserves a second look."""
    moved = [
        f"{rated.id} to {label(content.framework, rated.moved_to)}" for rated in levels(content.card) if rated.moved_to
    ]
    yield "Moved by hand", len(moved), listed(moved)
    yield from _answers(content)
    yield from _questions([each for each in content.findings if each.weight == QUESTIONS])


def listed(names: Sequence[str]) -> str:
    """Return names in a row, and how many more there are where they are many."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _answers(content: Content) -> Iterator[tuple[str, Value, str]]:
    for title, wanted in (
        ("Not known", lambda answer, _: answer.choice == NOT_KNOWN),
        ("Not applicable", lambda answer, _: answer.choice == NOT_APPLICABLE),
        ("Highest answer without evidence", lambda answer, top: answer.choice == top and not answer.evidence_items),
    ):
        found = _prompts(content, wanted)
        yield title, len(found), listed(found)


def _prompts(content: Content, wanted: Callable[[Answer, str], bool]) -> list[str]:
    found = []
    for standard in counted_standards(content.framework):
        top = scale(content.framework, standard.scale).levels[-1].code
        for prompt in standard.prompts:
            answer = content.sheet.answers.get(prompt.id)
            if answer and wanted(answer, top):
                found.append(prompt.id)
    return found


def _questions(findings: Sequence[Finding]) -> Iterator[tuple[str, Value, str]]:
    named = [each for each in findings if not _of_one_person(each)]
    still_open = [each.place for each in named if each.kind == OPEN]
    others = [each for each in named if each.kind != OPEN]
    yield "Still open", len(still_open), listed(still_open)
    yield "Questioned by the check", len(others), ""
    for number, finding in enumerate(others[:MOST_SENTENCES], start=1):
        yield f"Question {number}", finding.place, finding.sentence
    more = [each.place for each in others[MOST_SENTENCES:]]
    if more:
        yield "Further questions", len(more), listed(more)
    single = len(findings) - len(named)
    if single:
        yield "Questions on single files or people", single, "Which they are stays with the scheme."


def _of_one_person(finding: Finding) -> bool:
    """Tell whether a finding names a case file or a person; a return names neither of its own accord."""
    key = finding.address.key
    return finding.address.kind in SINGLE and key != "" and finding.place.startswith((f"case {key}", f"person {key}"))
