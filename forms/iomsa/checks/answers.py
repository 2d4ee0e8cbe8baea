"""What the answers to prompts leave open or make one ask."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.progress import is_open
from iomsa.answers.sheet import NOT_APPLICABLE, Address, Answer, AnswerSheet
from iomsa.checks.finding import CONTRADICTION, OPEN, QUESTION, QUESTIONS, Finding
from iomsa.framework.find import counted_standards, prompts, scale
from iomsa.framework.model import Framework, Level, Prompt
from iomsa.scoring.card import Scorecard

FEW = 4
"""A standard with fewer prompts than this may well have them all in place."""


def open_prompts(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for every prompt that a rating waits for; prompts that rate nothing are optional."""
    for standard in counted_standards(framework):
        for prompt in standard.prompts:
            answer = sheet.answers.get(prompt.id)
            without_reason = answer is not None and answer.choice == NOT_APPLICABLE
            if is_open(answer) and not without_reason:
                sentence = f"Not answered yet: {prompt.text} Answer it, or say that it is not known."
                yield _finding("prompt-open", OPEN, prompt, sentence)


def tops_without_evidence(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask what would show an answer at the top of its scale."""
    for prompt, answer, levels in _rated(framework, sheet):
        if answer.choice == levels[-1].code and not answer.evidence_items:
            sentence = f'"{levels[-1].label}", and no evidence is named; say what would show it, or answer lower.'
            yield _finding("top-without-evidence", QUESTION, prompt, sentence)


def bottoms_with_evidence(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about evidence of something that is said to be absent."""
    for prompt, answer, levels in _rated(framework, sheet):
        if answer.choice == levels[0].code and answer.evidence_items:
            sentence = f'"{levels[0].label}", and yet evidence is named; look at the answer or the evidence again.'
            yield _finding("bottom-with-evidence", CONTRADICTION, prompt, sentence)


def all_at_the_top(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about a standard in which nothing at all is left to do."""
    for standard in counted_standards(framework):
        top = scale(framework, standard.scale).levels[-1]
        given = [sheet.answers.get(prompt.id, Answer()).choice for prompt in standard.prompts]
        applicable = [choice for choice in given if choice != NOT_APPLICABLE]
        if len(applicable) >= FEW and set(applicable) == {top.code}:
            yield Finding(
                "all-at-the-top",
                QUESTIONS,
                QUESTION,
                Address("answer", standard.prompts[0].id),
                standard.id,
                f'All {len(applicable)} prompts say "{top.label}"; look once more whether each could be shown.',
            )


def flagged(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask about prompts that somebody wanted to look at again."""
    for prompt in prompts(framework):
        if sheet.answers.get(prompt.id, Answer()).flag:
            sentence = "Still flagged to look at again; look, and take the flag away."
            yield _finding("flagged", QUESTION, prompt, sentence)


def _rated(framework: Framework, sheet: AnswerSheet) -> Iterator[tuple[Prompt, Answer, tuple[Level, ...]]]:
    for standard in counted_standards(framework):
        levels = scale(framework, standard.scale).levels
        for prompt in standard.prompts:
            answer = sheet.answers.get(prompt.id)
            if answer is not None:
                yield prompt, answer, levels


def _finding(code: str, kind: str, prompt: Prompt, sentence: str) -> Finding:
    return Finding(code, QUESTIONS, kind, Address("answer", prompt.id), prompt.id, sentence)
