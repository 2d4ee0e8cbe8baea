"""Measure two things side by side in one run, and print the ratio beside its bar."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable


def interleaved(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[list[float], list[float]]:
    """Measure both in turn, so that a noisy moment hits both alike."""
    mine: list[float] = []
    other: list[float] = []
    for turn in range(rounds):
        pair = ((ours, mine), (theirs, other)) if turn % 2 else ((theirs, other), (ours, mine))
        for measure, into in pair:
            into.append(measure())
    return mine, other


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds the work takes, on a heap that was just swept."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the ratio of the medians."""
    return statistics.median(ours) / statistics.median(theirs)


def say(what: str, value: float, bar: float, *, ours: list[float], theirs: list[float], unit: str = "ms") -> None:
    """Print one contract: the ratio, its bar, how far below it is, and both medians."""
    print(
        f"\n  {what}: {value:.2f} (bar {bar:.2f}, {100 * (1 - value / bar):+.0f} % below it);"
        f" ours {statistics.median(ours):.2f} {unit}, beside it {statistics.median(theirs):.2f} {unit}"
    )
