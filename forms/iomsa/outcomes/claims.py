"""What may be claimed from the figures at hand and what may not, and who can say whether a scheme made a difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iomsa.outcomes.reoffending import CAUTION
from iomsa.outcomes.report_words import percent, proven_in_words, ratio_figures
from iomsa.outcomes.work_out import Outcomes

LAB = "Justice Data Lab"
EARLY_RULE = 60
"""So many people had to be submitted by the early rule. Source: Justice Data Lab, methodology of April 2013."""
SURE = 0.05
ASK = "To find out whether the scheme made a difference,"
ROUTE = (
    f"{ASK} ask the {LAB} of the Ministry of Justice. It compares people with others like them who were not helped.",
    "Ask early, from the police or probation system: this program has no names to send.",
    f"Its early rule was at least {EARLY_RULE} people; ask what it needs now.",
    "An inconclusive answer does not mean no effect.",
)
NOT_CAUSED = (
    "That the scheme brought anything about: nobody here is compared with people like them who were not on a scheme."
)
NOT_THE_FALL = (
    "That a fall from the year before is an effect: people are chosen when they offend most, and many would have "
    "offended less in the next year anyway."
)
NOT_THE_TABLE = (
    "That offending rose or fell, from the table as in the 2020 inspection: it leaves out those who did not reoffend."
)
NOT_ALL = (
    "How much people offend in truth: only proven offences are counted, and those on a scheme are watched more "
    "closely, so more of theirs may come to light."
)
NOT_NO_EFFECT = "That there is no effect, where a test or an interval does not show one: that is not the same."
NOT_SAVED = "That money was saved: the break-even is a size to compare with, not a result."
NOT_MISSING = "Anything about those who could not be followed up: they may differ from those who are counted."
NOT_COMPARED = f"That the scheme does better or worse than another: there are fewer than {CAUTION} people."
NOTHING_YET = "Nothing yet about reoffending: {}"


class Claims(NamedTuple):
    """Hold sentences: what may be said, what may not, and the route to an answer."""

    may: tuple[str, ...]
    may_not: tuple[str, ...]
    route: tuple[str, ...]


def claims(outcomes: Outcomes) -> Claims:
    """Say what these figures bear. Source: the pitfalls of local evaluations; the Justice Data Lab's own caveat."""
    may = tuple(_may(outcomes))
    if not may:
        may = (NOTHING_YET.format(_lower(outcomes.reason or outcomes.proven.reason)),)
    return Claims(may, tuple(_may_not(outcomes)), ROUTE)


def _may(outcomes: Outcomes) -> Iterator[str]:
    proven, everybody = outcomes.proven, outcomes.frequency_all
    if proven.rate is not None:
        yield f"How many reoffended: {_lower(proven_in_words(proven))}"
    if everybody.of:
        sure = "" if everybody.p is None else _sure(everybody.p)
        yield (
            f"How offending went from the year before to the year after, for these {everybody.of} people: less often "
            f"{everybody.reduced}, as often {everybody.same}, more often {everybody.increased}.{sure}"
        )
    ratio = outcomes.rate_ratio.corrected
    if ratio.ratio is not None:
        yield f"How the rate went, per year at liberty, after to before: {ratio_figures(ratio)}."
    found = outcomes.predicted
    if found.observed is not None and found.predicted is not None:
        sure = "" if found.p is None else _sure(found.p)
        yield (
            f"How many reoffended beside how many were predicted to: {found.observed} of {found.n}, "
            f"{found.predicted:.1f} predicted.{sure}"
        )
    if any(pathway.of for pathway in outcomes.needs.values()):
        yield "How many needs became better, stayed and became worse, by pathway: as those who know the people saw it."


def _may_not(outcomes: Outcomes) -> Iterator[str]:
    proven = outcomes.proven
    yield NOT_CAUSED
    expected = outcomes.regression.expected_fall
    if expected is not None and expected > 0:
        yield f"{NOT_THE_FALL} Here a fall of {percent(expected)} or more may be that alone."
    else:
        yield NOT_THE_FALL
    if outcomes.frequency.of:
        yield NOT_THE_TABLE
    if proven.n:
        yield NOT_ALL
    yield NOT_NO_EFFECT
    if 0 < proven.n < CAUTION:
        yield NOT_COMPARED
    if proven.untraced or proven.not_known:
        yield NOT_MISSING
    if any(each.whole is not None for each in outcomes.break_even):
        yield NOT_SAVED


def _sure(p: float) -> str:
    return " More than chance alone makes likely; it does not say why." if p < SURE else " Chance alone could be that."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
