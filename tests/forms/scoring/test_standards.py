"""Standards rated from key questions: the mean, one and two Inadequate, what is out, ranges."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.builders import blank, iom, loose, with_answers

from iomsa.framework.find import standard
from iomsa.framework.model import Framework
from iomsa.scoring.card import Rated
from iomsa.scoring.score import score

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
OUT = "out"


class Case(NamedTuple):
    """One row: the rule and where it stands, one level for all prompts of each key question, what must come of it."""

    rule: str
    levels: tuple[int | str | None, int | str | None, int | str | None]
    rating: str | None
    limited_by: tuple[str, ...] = ()
    range: tuple[str, str] | None = None
    reason: str = ""


MEAN = "mean rule; HM Inspectorate of Probation, as generally known (rating rule 3)"
ONE = "one Inadequate key question: Requires improvement at most; ours (rating rule 3)"
TWO = "two Inadequate key questions: Inadequate; ours (rating rule 3)"
LEFT_OUT = "a key question that is out does not count (rating rules 2 and 3)"
OPEN = "a range from the low ends and the high ends (rating rule 3)"

CASES = [
    Case(MEAN, (0, 1, 1), FAIR),
    Case(MEAN, (1, 1, 2), FAIR, reason="4 of 9 points from 3 key questions: Requires improvement."),
    Case(MEAN, (1, 2, 2), GOOD, reason="5 of 9 points from 3 key questions: Good."),
    Case(MEAN, (2, 2, 3), GOOD),
    Case(MEAN, (2, 3, 3), BEST),
    Case(MEAN, (3, 3, 3), BEST, reason="9 of 9 points from 3 key questions: Outstanding."),
    Case(
        ONE,
        (0, 3, 3),
        FAIR,
        ("one-inadequate",),
        reason="6 of 9 points from 3 key questions would be Good, but 1.1 is Inadequate, so a limit of ours holds it "
        "at Requires improvement.",
    ),
    Case(ONE, (3, 2, 0), FAIR, ("one-inadequate",)),
    Case(ONE, (0, 2, 2), FAIR),
    Case(TWO, (0, 0, 1), POOR),
    Case(
        TWO,
        (0, 3, 0),
        POOR,
        ("two-inadequate",),
        reason="3 of 9 points from 3 key questions would be Requires improvement, but 1.1 and 1.3 are Inadequate, so a "
        "limit of ours holds it at Inadequate.",
    ),
    Case(TWO, (0, 0, 0), POOR),
    Case(
        LEFT_OUT,
        (OUT, 2, 3),
        GOOD,
        reason="5 of 6 points from 2 key questions: Good. 1.1 is not applicable and left out.",
    ),
    Case(LEFT_OUT, (OUT, 3, 3), BEST),
    Case(LEFT_OUT, (OUT, OUT, 3), BEST),
    Case(LEFT_OUT, (OUT, 1, 2), FAIR),
    Case(OPEN, (2, 2, None), None, range=(FAIR, GOOD)),
    Case(OPEN, (3, 3, None), None, range=(FAIR, BEST)),
    Case(OPEN, (None, None, 3), None, range=(POOR, BEST)),
    Case(OPEN, (0, 0, None), POOR, ("two-inadequate",)),
    Case(OPEN, (None, None, None), None, range=(POOR, BEST), reason="Not started: all 14 prompts are open."),
]


def rate(framework: Framework, levels: tuple[int | str | None, ...]) -> Rated:
    first = standard(framework, "1")
    assert first is not None
    pairs = zip(first.questions, levels, strict=True)
    answers = {prompt.id: level for question, level in pairs for prompt in question.prompts}
    return score(framework, with_answers(blank(framework), answers)).standard("1").rated


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.levels} {case.rule}")
def test_a_standard(case: Case) -> None:
    rated = rate(loose(), case.levels)
    assert (rated.rating, rated.range, rated.limited_by) == (case.rating, case.range, case.limited_by)
    assert rated.points == (None if case.rating is None else (POOR, FAIR, GOOD, BEST).index(case.rating))
    assert case.reason in ("", rated.reason)


def test_wholly_not_applicable_is_out() -> None:
    rated = rate(loose(), (OUT, OUT, OUT))
    assert rated.out
    assert (rated.rating, rated.range, rated.points) == (None, None, None)
    assert rated.reason == "Every key question is not applicable, so this standard leaves the overall self-rating."


def test_what_is_open_in_a_key_question_may_make_no_difference_to_its_standard() -> None:
    answers = {"1.1.1": 2, "1.1.2": 2, "1.1.4": 2} | {f"1.{q}.{p}": 2 for q in (2, 3) for p in range(1, 6)}
    card = score(iom(), with_answers(blank(iom()), answers))
    assert card.question("1.1").range == (FAIR, GOOD)
    rated = card.standard("1").rated
    assert (rated.rating, rated.range, rated.points) == (GOOD, None, 2)
    assert rated.reason == "1.1.3 is open, but what is open makes no difference: Good."


def test_many_open_prompts_are_counted_not_named() -> None:
    assert rate(iom(), (2, 2, None)).reason.startswith("5 prompts are open. With what is open at 0 this would be")
