"""The rows of the sheets Answers and Profile: what the scheme said, with codes beside labels."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Answer, AnswerSheet, ProfileValue
from iomsa.answers.values import shown
from iomsa.framework.find import field_name, scale, source_words
from iomsa.framework.model import Field, Framework, Prompt, Standard
from iomsa.framework.wording import wording_hash
from iomsa.returns.canonical import Value
from iomsa.returns.table import dated, number


def answer_rows(framework: Framework, sheet: AnswerSheet) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each prompt."""
    for standard in framework.standards:
        for question in standard.questions:
            for prompt in question.prompts:
                answer = sheet.answers.get(prompt.id, Answer())
                yield (
                    prompt.id,
                    standard.id,
                    question.id,
                    prompt.text,
                    "yes" if prompt.essential else "",
                    *_choice(framework, standard, answer),
                    answer.reason,
                    answer.note,
                    answer.evidence,
                    answer.by,
                    dated(answer.on),
                    "yes" if answer.flag else "",
                    wording_hash(prompt.text),
                    "",
                    "",
                )


def choices(framework: Framework, standard: Standard, prompt: Prompt | None = None) -> dict[str, str]:
    """Return the label of each code that may answer the prompts of a standard, or one of its prompts."""
    levels = scale(framework, standard.scale).levels if standard.scale else ()
    found = {level.code: level.label for level in levels} | {NOT_KNOWN: framework.not_known}
    if prompt is None or prompt.not_applicable:
        found[NOT_APPLICABLE] = framework.not_applicable
    return found


def _choice(framework: Framework, standard: Standard, answer: Answer) -> tuple[Value, ...]:
    if answer.choice is None:
        return "", ""
    words = choices(framework, standard).get(answer.choice, answer.choice)
    return number(answer.choice), words


def profile_rows(framework: Framework, sheet: AnswerSheet) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each field of the profile."""
    for item in framework.profile:
        source = "; ".join(source_words(framework, (item.source,)))
        for field in item.fields:
            value = sheet.profile.get(field.id, ProfileValue())
            words = framework.not_known if value.not_known else shown(field, value.value)
            yield (
                field.id,
                field_name(item, field),
                _typed(field, value.value),
                words,
                "yes" if value.not_known else "",
                field.unit,
                source,
                value.note,
                value.by,
                dated(value.on),
            )


def _typed(field: Field, value: str) -> Value:
    if field.kind == "date":
        return dated(value)
    if field.is_number:
        return number(value)
    return value
