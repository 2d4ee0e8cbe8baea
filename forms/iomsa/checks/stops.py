"""What stops a return: a missing name, a missing reason, a move that does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import NOT_APPLICABLE, Address, AnswerSheet
from iomsa.checks.finding import CONTRADICTION, OPEN, STOPS, Finding
from iomsa.framework.find import item_of_field, prompts
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard


def scheme_name(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop a return that does not say whose it is."""
    field = framework.roles.scheme_name
    value = sheet.profile.get(field)
    if value is None or not value.value:
        item = item_of_field(framework, field)
        yield Finding(
            "scheme-name-missing",
            STOPS,
            OPEN,
            Address("profile", field),
            item.label if item else field,
            "The return has no scheme name; type it in the profile.",
        )


def period(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Stop a return that does not say which time it is about."""
    if not (sheet.period.name and sheet.period.start and sheet.period.end):
        yield Finding(
            "period-missing",
            STOPS,
            OPEN,
            Address("period"),
            "period",
            "The return has no period with a name and two dates; give it all three.",
        )


def not_applicable(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Stop where something is not applicable and nobody says why."""
    for prompt in prompts(framework):
        answer = sheet.answers.get(prompt.id)
        if answer is not None and answer.choice == NOT_APPLICABLE and not answer.reason:
            yield Finding(
                "not-applicable-without-reason",
                STOPS,
                OPEN,
                Address("answer", prompt.id),
                prompt.id,
                "Not applicable is chosen without a reason; give the reason or another answer.",
            )


def moved_without_reason(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Stop where a rating was moved by hand and nobody says why."""
    for id, move in sheet.moves.items():
        if not move.reason:
            yield Finding(
                "moved-without-reason",
                STOPS,
                OPEN,
                Address("move", id),
                id,
                "This rating was moved by hand without a reason; give the reason or take the move back.",
            )


def moves(_: Framework, sheet: AnswerSheet, card: Scorecard) -> Iterator[Finding]:
    """Stop where a move has lost its trigger, its names or its one band."""
    rated = {each.id: each for score in card.standards for each in (score.rated, *score.questions)}
    for id in sheet.moves:
        moved = rated[id].moved if id in rated else None
        if id not in rated:
            sentence = "There is no rating of this name that could be moved; take the move back."
        elif moved is not None and moved.problem:
            sentence = f"Look at this move again. {moved.problem}"
        else:
            continue
        yield Finding("move-does-not-hold", STOPS, CONTRADICTION, Address("move", id), id, sentence)
