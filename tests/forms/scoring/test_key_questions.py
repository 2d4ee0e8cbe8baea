"""Key questions rated from prompts: the mean, both limits, not known, not applicable, ranges."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.builders import blank, iom, loose, with_answers

from iomsa.framework.find import question
from iomsa.framework.model import Framework
from iomsa.scoring.card import Rated
from iomsa.scoring.score import score

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
NK, OUT, NA = "not-known", "out", "not-applicable"


class Case(NamedTuple):
    """One row: the rule and where it stands, the answers of a key question in order, what must come of them."""

    rule: str
    question: str
    answers: tuple[int | str | None, ...]
    rating: str | None
    limited_by: tuple[str, ...] = ()
    range: tuple[str, str] | None = None
    reason: str = ""


MEAN = "mean rule; HM Inspectorate of Probation, as generally known (rating rule 2)"
UNDER = "not Outstanding with a prompt under 2 or not known; ours (rating rule 2)"
ESSENTIAL = "not Good with an essential prompt at 0 or not known; ours (rating rule 2)"
LEFT_OUT = "not applicable leaves; needs to be allowed and its reason (rating rule 1)"
OPEN = "a range while a prompt is open; one rating where both ends agree (rating rule 2)"

CASES = [
    Case(MEAN, "1.1", (0, 0, 0, 0), POOR, reason="0 of 12 points: Inadequate. Essential 1.1.1 is at 0."),
    Case(MEAN, "1.1", (1, 1, 0, 0), POOR, reason="2 of 12 points: Inadequate."),
    Case(MEAN, "1.1", (1, 1, 1, 0), FAIR, reason="3 of 12 points: Requires improvement."),
    Case(MEAN, "1.1", (1, 2, 2, 1), FAIR, reason="6 of 12 points: Requires improvement."),
    Case(MEAN, "1.1", (2, 2, 2, 1), GOOD, reason="7 of 12 points: Good."),
    Case(MEAN, "1.1", (3, 3, 2, 2), GOOD, reason="10 of 12 points: Good."),
    Case(MEAN, "1.1", (3, 3, 3, 2), BEST, reason="11 of 12 points: Outstanding."),
    Case(MEAN, "1.1", (3, 3, 3, 3), BEST, reason="12 of 12 points: Outstanding."),
    Case(MEAN, "1.2", (0, 0, 0, 1, 1), POOR),
    Case(MEAN, "1.2", (1, 1, 0, 0, 1), FAIR),
    Case(MEAN, "1.2", (2, 2, 1, 1, 1), FAIR),
    Case(MEAN, "1.2", (2, 2, 2, 1, 1), GOOD),
    Case(MEAN, "1.2", (3, 3, 2, 2, 2), GOOD),
    Case(MEAN, "1.2", (3, 3, 3, 2, 2), BEST),
    Case(MEAN, "6.1", (1, 0, 0), POOR),
    Case(MEAN, "6.1", (1, 1, 0), FAIR),
    Case(MEAN, "6.1", (2, 2, 0), FAIR),
    Case(MEAN, "6.1", (2, 2, 1), GOOD),
    Case(MEAN, "6.1", (3, 2, 2), GOOD),
    Case(MEAN, "6.1", (3, 3, 2), BEST),
    Case(UNDER, "2.1", (3, 3, 3, 3, 2, 2), BEST),
    Case(
        UNDER,
        "2.1",
        (3, 3, 3, 3, 3, 1),
        GOOD,
        ("low-prompt",),
        reason="16 of 18 points would be Outstanding, but 2.1.6 is under 2, so a limit of ours holds it at Good.",
    ),
    Case(UNDER, "2.1", (3, 1, 3, 3, 3, 3), GOOD, ("low-prompt",)),
    Case(UNDER, "2.1", (3, 3, 3, 3, 3, NK), GOOD, reason="15 of 18 points: Good. 2.1.6 is not known and counts as 0."),
    Case(
        ESSENTIAL,
        "2.1",
        (3, 0, 3, 3, 3, 3),
        FAIR,
        ("essential",),
        reason="15 of 18 points would be Good, but essential 2.1.2 is at 0, so a limit of ours holds it at "
        "Requires improvement.",
    ),
    Case(
        ESSENTIAL,
        "2.1",
        (3, NK, 3, 3, 3, 3),
        FAIR,
        ("essential",),
        reason="15 of 18 points would be Good, but essential 2.1.2 is not known, so a limit of ours holds it at "
        "Requires improvement. 2.1.2 is not known and counts as 0.",
    ),
    Case(ESSENTIAL, "2.1", (2, 1, 2, 2, 2, 2), GOOD),
    Case(
        ESSENTIAL,
        "2.1",
        (1, 0, 2, 1, 2, 1),
        FAIR,
        reason="7 of 18 points: Requires improvement. Essential 2.1.2 is at 0.",
    ),
    Case(
        ESSENTIAL,
        "5.1",
        (0, 3, NK, 3, 3),
        FAIR,
        ("essential",),
        reason="9 of 15 points would be Good, but essential 5.1.1 and 5.1.3 are at 0 or not known, so a limit of ours "
        "holds it at Requires improvement. 5.1.3 is not known and counts as 0.",
    ),
    Case("not known counts 0 (rating rule 1)", "6.1", (1, NK, 0), POOR),
    Case("not known counts 0 (rating rule 1)", "6.1", (2, NK, 1), FAIR),
    Case(
        LEFT_OUT, "1.3", (2, OUT, 2, 2, 1), GOOD, reason="7 of 12 points: Good. 1.3.2 is not applicable and left out."
    ),
    Case(LEFT_OUT, "1.3", (1, NA, 1, 2, 2), None, range=(FAIR, GOOD)),
    Case(LEFT_OUT, "1.1", (OUT, 2, 2, 2), None, range=(FAIR, GOOD)),
    Case(
        OPEN,
        "1.1",
        (2, 2, None, 2),
        None,
        range=(FAIR, GOOD),
        reason="1.1.3 is open. With what is open at 0 this would be Requires improvement, at 3 Good.",
    ),
    Case(OPEN, "1.1", (None, 3, 3, 3), None, range=(FAIR, BEST)),
    Case(
        OPEN,
        "2.1",
        (3, 0, 3, 3, 3, None),
        FAIR,
        ("essential",),
        reason="2.1.6 is open, but what is open makes no difference: Requires improvement. Essential 2.1.2 is at 0, "
        "so a limit of ours holds it at Requires improvement at most.",
    ),
    Case(OPEN, "2.1", (2, 2, 2, 2, 2, None), GOOD, reason="2.1.6 is open, but what is open makes no difference: Good."),
    Case(OPEN, "6.1", (None, None, None), None, range=(POOR, BEST), reason="Not started: all 3 prompts are open."),
]


def rate(framework: Framework, case: Case) -> Rated:
    asked = question(framework, case.question)
    assert asked is not None
    ids = [prompt.id for prompt in asked.prompts]
    sheet = with_answers(blank(framework), dict(zip(ids, case.answers, strict=True)))
    return score(framework, sheet).question(case.question)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.question} {case.answers} {case.rule}")
def test_a_key_question(case: Case) -> None:
    rated = rate(iom(), case)
    assert (rated.rating, rated.range, rated.limited_by) == (case.rating, case.range, case.limited_by)
    assert rated.points == (None if case.rating is None else (POOR, FAIR, GOOD, BEST).index(case.rating))
    assert case.reason in ("", rated.reason)


def test_all_not_applicable_is_out() -> None:
    rated = rate(loose(), Case(LEFT_OUT, "1.1", (OUT, OUT, OUT, OUT), None))
    assert rated.out
    assert (rated.rating, rated.range, rated.points, rated.not_applicable) == (None, None, None, 4)
    assert rated.reason == "Every prompt is not applicable, so this key question is left out of its standard."


def test_a_key_question_counts_what_the_return_tells() -> None:
    rated = rate(iom(), Case(OPEN, "1.3", (3, OUT, NK, None, 3), None))
    assert (rated.open, rated.not_known, rated.not_applicable, rated.threes_without_evidence) == (1, 1, 1, 2)
    assert rated.started


def test_evidence_beside_a_3_is_seen() -> None:
    sheet = with_answers(blank(iom()), {"6.1.1": 3, "6.1.2": 3})
    shown = sheet.answers["6.1.1"]._replace(evidence="Board papers, June")
    sheet = sheet._replace(answers={**sheet.answers, "6.1.1": shown})
    assert score(iom(), sheet).question("6.1").threes_without_evidence == 1


def test_nothing_answered_is_not_started() -> None:
    assert not rate(iom(), Case(OPEN, "6.1", (None, None, None), None)).started
    assert rate(iom(), Case(OPEN, "6.1", (None, 0, None), None)).started
