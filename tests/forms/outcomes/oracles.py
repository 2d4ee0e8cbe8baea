"""SciPy with types: what the statistics of the product are compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from numpy import asarray
from scipy import stats
from scipy.optimize import Bounds, LinearConstraint, brentq, milp


def beta_cdf(x: float, a: float, b: float) -> float:
    return float(stats.beta.cdf(x, a, b))


def beta_quantile(p: float, a: float, b: float) -> float:
    return float(stats.beta.ppf(p, a, b))


def t_quantile(p: float, df: float) -> float:
    return float(stats.t.ppf(p, df))


def binomial_at_most(k: int, n: int, p: float) -> float:
    return float(stats.binom.cdf(k, n, p))


def sign_test(fewer: int, more: int) -> float:
    return float(stats.binomtest(fewer, fewer + more, 0.5).pvalue)


def poisson_binomial(probabilities: Sequence[float]) -> list[float]:
    found = stats.poisson_binom(list(probabilities)).pmf(range(len(probabilities) + 1))
    return [float(each) for each in found]


def poisson_binomial_tails(k: int, probabilities: Sequence[float]) -> tuple[float, float]:
    """Return the probabilities of at most and of at least k."""
    law = stats.poisson_binom(list(probabilities))
    return float(law.cdf(k)), float(law.sf(k - 1))


def t_interval_of_jackknife(estimate: float, without: Sequence[float]) -> tuple[float, float]:
    """Return the delete-one jackknife interval of an estimate from the estimates without each."""
    m = len(without)
    error = float(stats.tstd(without)) * (m - 1) / m**0.5
    low, high = stats.t.interval(0.95, m - 1, loc=estimate, scale=error)
    return float(low), float(high)


def winsorised(values: Sequence[float], share: float) -> list[float]:
    return [float(each) for each in stats.mstats.winsorize(asarray(values), limits=(share, share))]


def root(function: Callable[[float], float], low: float, high: float) -> float:
    return float(brentq(function, low, high, xtol=1e-13, rtol=1e-13))


def has_three_values(
    cell: str, ranges: Mapping[str, tuple[int, int]], sums: Sequence[tuple[str, tuple[str, ...]]]
) -> bool:
    """Tell, by integer programming, whether a cell has three values that agree with the ranges and the sums."""
    names = list(ranges)
    rows = [[(name == total) - (name in parts) for name in names] for total, parts in sums]
    lows, highs = asarray([ranges[name][0] for name in names]), asarray([ranges[name][1] for name in names])
    aim, place = asarray([float(name == cell) for name in names]), names.index(cell)

    def solve(sign: int, low: int, high: int) -> int | None:
        bottoms, tops = lows.copy(), highs.copy()
        bottoms[place], tops[place] = low, high
        rules = LinearConstraint(asarray(rows), 0, 0)
        found = milp(sign * aim, constraints=rules, bounds=Bounds(bottoms, tops), integrality=asarray([1] * len(names)))
        return round(float(found.x[place])) if found.x is not None else None

    least, most = solve(1, *ranges[cell]), solve(-1, *ranges[cell])
    return least is not None and most is not None and most - least > 1 and solve(1, least + 1, most - 1) is not None
