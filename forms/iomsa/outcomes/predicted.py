"""Observed against predicted reoffending, and what so many people could show at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iomsa.outcomes.percent import rounded_percent
from iomsa.outcomes.poisson_binomial import at_least, at_most, law, shift_for, shifted
from iomsa.outcomes.stopping import GoOn, always

FOLLOW_UP_YEARS = 1.0
TAIL = 0.025
POWER = 0.8
NOT_CERTAIN = """\
Somebody predicted at 0 or 100 % came out otherwise, so that was no chance, and neither p nor interval can be had. \
Give the chance that the tool gave."""


class Prediction(NamedTuple):
    """Hold the probability predicted for somebody at the start, for how many years, and whether they reoffended.

    Without its years, which may not have been given, nothing can be compared with it.
    """

    probability: float
    years: float | None
    reoffended: bool


class ObservedPredicted(NamedTuple):
    """Hold observed over predicted; what can't be had is None and the reason says why."""

    n: int
    left_out: int
    observed: int | None = None
    predicted: float | None = None
    ratio: float | None = None
    p: float | None = None
    interval: tuple[float, float] | None = None
    reason: str = ""


class CouldShow(NamedTuple):
    """Hold the largest count that would be a difference, and the true rate that shows it four times in five."""

    critical: int | None = None
    rate_for_power: float | None = None
    sentence: str = ""
    reason: str = ""


def observed_predicted(people: Sequence[Prediction], go_on: GoOn = always) -> ObservedPredicted:
    """Compare how many reoffended with how many were predicted to, for those with a one-year prediction.

    p: two-sided, twice the smaller tail of the Poisson binomial, at most 1. Interval: all logits are shifted until each
    tail is 0.025, and the sums of the shifted probabilities are divided by the predicted number. Byar's method would
    take yes or no for a count without an upper end. Source: as for `law`; G. Casella and R. L. Berger, Statistical
    Inference, 2nd ed. (2002), 9.2.3, for the interval.
    """
    kept = [each for each in people if each.years == FOLLOW_UP_YEARS]
    blank = ObservedPredicted(len(kept), len(people) - len(kept))
    if not kept:
        return blank._replace(reason=_without(people))
    probabilities = [each.probability for each in kept]
    observed, predicted = sum(each.reoffended for each in kept), sum(probabilities)
    found = blank._replace(observed=observed, predicted=predicted)
    if predicted == 0:
        return found._replace(reason="Nobody was predicted to reoffend, so there is nothing to divide by.")
    found = found._replace(ratio=observed / predicted)
    certain, possible = probabilities.count(1.0), len(kept) - probabilities.count(0.0)
    if not certain <= observed <= possible:
        return found._replace(reason=NOT_CERTAIN)
    p = min(1.0, 2 * min(at_most(observed, probabilities, go_on), at_least(observed, probabilities, go_on)))
    low = certain if observed == certain else _expected(probabilities, observed, go_on, upper=True)
    high = possible if observed == possible else _expected(probabilities, observed, go_on, upper=False)
    return found._replace(p=p, interval=(low / predicted, high / predicted))


def could_show(probabilities: Sequence[float], go_on: GoOn = always) -> CouldShow:
    """Say how few of these people would have to reoffend to be a difference from the prediction at p 0.05.

    Formula: critical is the largest count whose lower tail is at most 0.025; the rate for power is the mean probability
    after all logits are shifted until the count is at or under it four times in five. Source: J. Cohen, Statistical
    Power Analysis for the Behavioral Sciences, 2nd ed. (1988), for 80 %; the law is that of `law`.
    """
    if not probabilities:
        return CouldShow(reason="Nobody who was followed has a one-year prediction.")
    total, critical = 0.0, -1
    for count, probability in enumerate(law(probabilities, go_on=go_on)):
        total += probability
        if total > TAIL:
            break
        critical = count
    n, predicted = len(probabilities), sum(probabilities)
    if critical < 0:
        return CouldShow(
            reason=f"Of {_people(n)}, {predicted:.1f} are predicted to reoffend: too few to show a difference, "
            "for even if nobody did it could be chance."
        )
    if critical < probabilities.count(1.0):
        return CouldShow(critical, reason="So many are predicted with certainty that no true rate can be worked out.")
    by = shift_for(lambda ps: at_most(critical, ps, go_on), POWER, probabilities)
    rate = sum(shifted(probabilities, by)) / n
    return CouldShow(
        critical,
        rate,
        f"Of these {_people(n)}, {predicted:.1f} are predicted to reoffend. If {critical} or fewer do, that is "
        "unlikely to be chance alone. To see that four times in five, the true rate would have to be "
        f"{rounded_percent(rate)} % in place of {rounded_percent(predicted / n)} %.",
    )


def _expected(probabilities: Sequence[float], observed: int, go_on: GoOn, *, upper: bool) -> float:
    tail = at_least if upper else at_most
    return sum(shifted(probabilities, shift_for(lambda ps: tail(observed, ps, go_on), TAIL, probabilities)))


def _without(people: Sequence[Prediction]) -> str:
    if not people:
        return "Nobody who was followed has a prediction."
    years = sorted({each.years for each in people if each.years is not None})
    if not years:
        return "It has not been given for how many years the predictions are, so nothing can be compared with them."
    if years == [2]:
        return "A two-year figure: it can't be compared with one year of following up."
    said = " and ".join(f"{each:g}" for each in years)
    return f"The predictions are for {said} years: they can't be compared with one year of following up."


def _people(n: int) -> str:
    return "1 person" if n == 1 else f"{n} people"
