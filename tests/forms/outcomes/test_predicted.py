"""Observed against predicted: the Poisson binomial against SciPy, the interval by its definition."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.outcomes import more_oracles, oracles

from iomsa.outcomes.poisson_binomial import at_least, at_most, law, shift_for, shifted
from iomsa.outcomes.predicted import Prediction, could_show, observed_predicted

CHANCE = st.floats(0.01, 0.99)
CHANCES = st.lists(CHANCE, min_size=1, max_size=30)


def people(probabilities: list[float], observed: int) -> list[Prediction]:
    return [Prediction(p, 1, place < observed) for place, p in enumerate(probabilities)]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.integers(-1, 41))
def test_law_and_tails(probabilities: list[float], k: int) -> None:
    assert law(probabilities) == pytest.approx(oracles.poisson_binomial(probabilities), abs=1e-12)
    lower, upper = oracles.poisson_binomial_tails(k, probabilities)
    assert at_most(k, probabilities) == pytest.approx(lower, abs=1e-9)
    assert at_least(k, probabilities) == pytest.approx(upper, abs=1e-9)


@given(CHANCES, st.data())
def test_p_and_interval(probabilities: list[float], data: st.DataObject) -> None:
    observed, predicted = data.draw(st.integers(0, len(probabilities))), sum(probabilities)
    found = observed_predicted(people(probabilities, observed))
    lower, upper = oracles.poisson_binomial_tails(observed, probabilities)
    assert found.ratio == pytest.approx(observed / predicted)
    assert found.p == pytest.approx(min(1, 2 * min(lower, upper)), abs=1e-9)
    assert found.interval is not None
    low, high = (end * predicted for end in found.interval)
    if observed == 0:
        assert low == 0
    else:
        assert tail_at(probabilities, low, observed)[1] == pytest.approx(0.025, abs=1e-6)
    if observed == len(probabilities):
        assert high == pytest.approx(observed)
    else:
        assert tail_at(probabilities, high, observed)[0] == pytest.approx(0.025, abs=1e-6)


def tail_at(probabilities: list[float], expected: float, observed: int) -> tuple[float, float]:
    """Return SciPy's tails where the logits are shifted, by SciPy's root, so that so many are expected."""
    by = oracles.root(lambda d: sum(shifted(probabilities, d)) - expected, -60, 60)
    return oracles.poisson_binomial_tails(observed, shifted(probabilities, by))


@given(CHANCE, st.integers(1, 40), st.data())
def test_equal_probabilities_are_the_binomial_and_its_exact_limits(p: float, n: int, data: st.DataObject) -> None:
    observed = data.draw(st.integers(0, n))
    found = observed_predicted(people([p] * n, observed))
    low, high = more_oracles.exact_limits(observed, n)
    assert found.interval == pytest.approx((low / p, high / p), abs=1e-6)


def test_a_shift_moves_every_logit() -> None:
    moved = shifted([0.2, 0.5, 0.0, 1.0], 0.7)
    assert [log(q / (1 - q)) - log(p / (1 - p)) for p, q in zip([0.2, 0.5], moved, strict=False)] == pytest.approx(
        [0.7, 0.7]
    )
    assert moved[2:] == [0.0, 1.0]
    assert at_most(1, shifted([0.4] * 3, shift_for(lambda ps: at_most(1, ps), 0.9, [0.4] * 3))) == pytest.approx(0.9)


def test_two_year_predictions_are_not_compared() -> None:
    found = observed_predicted([Prediction(0.5, 2, True)] * 3)
    assert found[:7] == (0, 3, None, None, None, None, None)
    assert found.reason.startswith("A two-year figure")
    assert "1.5 and 2 years" in observed_predicted([Prediction(0.5, 2, True), Prediction(0.5, 1.5, True)]).reason
    assert observed_predicted([*people([0.5], 1), Prediction(0.5, 2, True)])[:3] == (1, 1, 1)
    assert observed_predicted([]).reason == "Nobody who was followed has a prediction."
    unsaid = Prediction(0.5, None, True)
    assert observed_predicted([unsaid]).reason.startswith("It has not been given for how many years")
    assert observed_predicted([unsaid, Prediction(0.5, 2, True)]).reason.startswith("A two-year figure")
    assert observed_predicted([*people([0.5], 1), unsaid])[:3] == (1, 1, 1)


def test_certain_predictions() -> None:
    assert observed_predicted(people([0.0, 0.0], 0)).reason.startswith("Nobody was predicted")
    found = observed_predicted(people([0.0, 0.5], 1))
    assert found.interval == pytest.approx((0.025 / 0.5, 1 / 0.5))
    otherwise = observed_predicted([Prediction(1.0, 1, False)])
    assert (otherwise.ratio, otherwise.p, otherwise.interval) == (0.0, None, None)
    assert "came out otherwise" in otherwise.reason
    beyond = observed_predicted([Prediction(0.0, 1, True), Prediction(0.4, 1, True)])
    assert beyond.ratio == pytest.approx(5)
    assert (beyond.p, beyond.interval) == (None, None)


@given(CHANCES)
def test_what_so_many_people_could_show(probabilities: list[float]) -> None:
    found = could_show(probabilities)
    if found.critical is None:
        assert oracles.poisson_binomial_tails(0, probabilities)[0] > 0.025 - 1e-9
        assert "too few to show a difference" in found.reason
        return
    assert oracles.poisson_binomial_tails(found.critical, probabilities)[0] <= 0.025 + 1e-9
    assert oracles.poisson_binomial_tails(found.critical + 1, probabilities)[0] > 0.025 - 1e-9
    assert found.rate_for_power is not None
    lower, _ = tail_at(probabilities, found.rate_for_power * len(probabilities), found.critical)
    assert lower == pytest.approx(0.8, abs=1e-6)


def test_it_is_said_in_a_sentence() -> None:
    found = could_show([0.55] * 40)
    assert found.critical == 15
    assert found.sentence == (
        "Of these 40 people, 22.0 are predicted to reoffend. If 15 or fewer do, that is unlikely to be chance alone. "
        "To see that four times in five, the true rate would have to be 33 % in place of 55 %."
    )
    assert could_show([]).reason == "Nobody who was followed has a one-year prediction."
    assert could_show([0.3]).reason.startswith("Of 1 person, 0.3 are predicted")
    assert could_show([1.0] * 3).rate_for_power is None


def test_five_hundred_people() -> None:
    chance = Random(1)
    probabilities = [chance.random() for _ in range(500)]
    assert observed_predicted(people(probabilities, 200)).interval is not None


@pytest.mark.proof
def test_coverage(record_property: Callable[[str, object], None]) -> None:
    """The interval holds the true ratio at least 95 % of the time, over every possible count, not by chance."""
    chance, excess = Random(3), []
    for n in (5, 10, 20, 40):
        for _ in range(25):
            probabilities = [0.05 + 0.9 * chance.random() for _ in range(n)]
            true = shifted(probabilities, chance.uniform(-1.5, 1.5))
            covered = 0.0
            for observed, probability in enumerate(oracles.poisson_binomial(true)):
                low, high = observed_predicted(people(probabilities, observed)).interval or (0, 0)
                covered += probability * (low <= sum(true) / sum(probabilities) <= high)
            excess.append(covered - 0.95)
    mean = sum(excess) / len(excess)
    record_property(
        "counted", f"observed/predicted: covers 95 % and {min(excess):.4f} to {max(excess):.4f} more, mean {mean:.4f}"
    )
    assert min(excess) >= -1e-9
