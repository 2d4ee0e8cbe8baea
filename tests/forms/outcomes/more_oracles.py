"""statsmodels with types; apart from SciPy, for it takes a second to load."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from numpy import asarray, errstate
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint


def wilson(successes: float, n: float) -> tuple[float, float]:
    low, high = proportion_confint(successes, n, method="wilson")
    return float(low), float(high)


def exact_limits(successes: int, n: int) -> tuple[float, float]:
    low, high = proportion_confint(successes, n, method="beta")
    return float(low), float(high)


def kappa(table: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Return kappa and the ends of its interval."""
    with errstate(all="ignore"):
        found = cohens_kappa(table)
    return float(found.kappa), float(found.kappa_low), float(found.kappa_upp)


def holm(ps: Sequence[float]) -> list[float]:
    """Return Holm's adjustment; statsmodels collects garbage each time, a tenth of a second unless all is frozen."""
    gc.freeze()
    try:
        return [float(p) for p in multipletests(list(ps), method="holm")[1]]
    finally:
        gc.unfreeze()


def between_variance(effects: Sequence[float], variances: Sequence[float]) -> tuple[float, float]:
    """Return the mean with fixed weights and DerSimonian and Laird's tau squared, which may be negative."""
    with errstate(all="ignore"):
        found = combine_effects(asarray(effects), asarray(variances), method_re="chi2")
    return float(found.mean_effect_fe), float(found.tau2)
