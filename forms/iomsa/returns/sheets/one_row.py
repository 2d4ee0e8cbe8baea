"""The one row that holds every code, rating, percentage, n and main figure, to be stacked without any tool."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import NOT_KNOWN, ProfileValue
from iomsa.framework.find import question as question_of
from iomsa.returns.canonical import Value
from iomsa.returns.content import Content
from iomsa.returns.layout import main_figures
from iomsa.returns.table import number


def one_row(content: Content) -> tuple[Value, ...]:
    """Return the cells in the order of the layout, scheme and period left out."""
    card = content.card
    return (
        content.framework.ref,
        content.reality,
        "yes" if card.complete else "no",
        card.answered,
        card.prompts,
        card.overall.rating,
        *(card.line(line.id).rating for line in content.framework.rules.lines if line.rated),
        *(card.standard(each.id).rated.rating for each in content.framework.standards if each.rule != "shown"),
        *_questions(content),
        *_figures(content),
    )


def _questions(content: Content) -> Iterator[Value]:
    for standard in content.card.standards:
        for rated in standard.questions:
            question = question_of(content.framework, rated.id)
            if question is None or question.rule != "shown":
                yield rated.rating
            if question and question.case_question:
                yield from (rated.percent, rated.n)


def _figures(content: Content) -> Iterator[Value]:
    for id in main_figures(content.framework):
        value = content.sheet.profile.get(id, ProfileValue())
        yield NOT_KNOWN if value.not_known else number(value.value)
