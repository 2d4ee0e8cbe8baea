"""How many of several people reoffend when each has a probability of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log

from iomsa.outcomes.stopping import GoOn, always, stop_unless

FURTHEST = 60.0
"""No logit is shifted by more than this: every probability is then 0 or 1 to the last digit."""
CLOSE = 1e-9
"""A tail is met when its normal quantile is so near: the probability is then right to ten digits."""


def law(probabilities: Sequence[float], most: int | None = None, go_on: GoOn = always) -> list[float]:
    """Return the probabilities of 0, 1, ... reoffending, up to `most`; refuse where it may not `go_on`.

    Formula: convolution, one person at a time: f(k) = f(k)(1-p) + f(k-1)p. Source: Y. Hong, Computational Statistics
    and Data Analysis 59 (2013), 41-51.
    """
    found = [1.0]
    for place in range(0, len(probabilities), 4):
        # With thousands of people this loop takes nearly all the time of all outcomes.
        stop_unless(go_on())
        four = _plain(probabilities[place : place + 4])
        found = _times_four(found, *four) if len(four) == 5 else _plain(probabilities[place:], found)
        if most is not None:
            del found[most + 1 :]
    return found


def _plain(probabilities: Sequence[float], found: list[float] | None = None) -> list[float]:
    found = found or [1.0]
    for p in probabilities:
        stay = 1 - p
        inner = [old * stay + below * p for old, below in zip(found[1:], found, strict=False)]
        found = [found[0] * stay, *inner, found[-1] * p]
    return found


def _times_four(found: list[float], a: float, b: float, c: float, d: float, e: float) -> list[float]:
    """Add four people at once: half the time of one by one, for the same sums."""
    none = [0.0] * 4
    long = (*none, *found, *none)
    rows = zip(long[4:], long[3:], long[2:], long[1:], long, strict=False)
    return [a * f0 + b * f1 + c * f2 + d * f3 + e * f4 for f0, f1, f2, f3, f4 in rows]


def at_most(k: int, probabilities: Sequence[float], go_on: GoOn = always) -> float:
    """Return the probability that at most k reoffend: the sum of `law` up to k. Source: as for `law`."""
    if k < 0:
        return 0.0
    return 1.0 if k >= len(probabilities) else min(1.0, sum(law(probabilities, k, go_on)))


def at_least(k: int, probabilities: Sequence[float], go_on: GoOn = always) -> float:
    """Return the probability that at least k reoffend; summed itself, so that a small one stays exact.

    Source: as for `law`.
    """
    return at_most(len(probabilities) - k, [1 - p for p in probabilities], go_on)


def shifted(probabilities: Sequence[float], by: float) -> list[float]:
    """Return the probabilities with every logit moved by the same, p/(1-p) times e^by; 0 and 1 stay."""
    return [p if p in {0.0, 1.0} else _logistic(log(p / (1 - p)) + by) for p in probabilities]


def shift_for(tail: Callable[[Sequence[float]], float], target: float, probabilities: Sequence[float]) -> float:
    """Return the shift of all logits at which a tail, rising or falling in it, has this probability.

    By false position (Illinois) on the normal quantile of the tail, which is nearly a straight line. Source: M. Dowell
    and P. Jarratt, BIT 11 (1971), 168-174.
    """
    from statistics import NormalDist

    quantile = NormalDist().inv_cdf
    aim = quantile(target)

    def off(by: float) -> float:
        return quantile(min(max(tail(shifted(probabilities, by)), 1e-300), 1 - 1e-16)) - aim

    low, high = -1.0, 1.0
    at_low, at_high = off(low), off(high)
    while at_low * at_high > 0 and high < FURTHEST:
        low, high = 2 * low, 2 * high
        at_low, at_high = off(low), off(high)
    return _false_position(off, low, high, at_low, at_high)


def _false_position(off: Callable[[float], float], low: float, high: float, at_low: float, at_high: float) -> float:
    middle = low
    for _ in range(100):
        middle, last = (low * at_high - high * at_low) / (at_high - at_low), middle
        value = off(middle)
        if abs(value) < CLOSE or abs(middle - last) < 1e-12:
            break
        if value * at_high < 0:
            low, at_low = high, at_high
        else:
            at_low /= 2
        high, at_high = middle, value
    return middle


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))
