"""Key questions rated for everybody on the list of a draw: plain, all reviewed, and weighted by groups."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor, sqrt
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.builders import iom, with_open_case
from tests.forms.scoring.reviews import Group, drawn, groups_of

from iomsa.outcomes.sampling import shares
from iomsa.scoring.card import Rated
from iomsa.scoring.moves import has_trigger
from iomsa.scoring.ruler import ruler_of
from iomsa.scoring.score import score
from iomsa.scoring.tally import over_drawn

POOR, FAIR, GOOD, BEST = "inadequate", "requires-improvement", "good", "outstanding"
Z = 1.959963984540054


def rate(groups: Mapping[str, Group], **more: tuple[str, ...]) -> Rated:
    return score(iom(), drawn(groups, **more)).question("7.1")


def by_hand(groups: Mapping[str, Group]) -> tuple[Fraction, tuple[float, float] | None]:
    """Work out share and interval once more, from the formulas in the docstrings of the product, in another way."""
    kept = [each for each in groups.values() if each.yes + each.no]
    whole = sum(each.people for each in kept)
    parts = (Fraction(each.people, whole) * Fraction(each.yes, each.yes + each.no) for each in kept)
    share = sum(parts, Fraction(0))
    w, variance, of_draw = float(share), 0.0, 0.0
    for each in kept:
        n = each.yes + each.no
        p, unread = each.yes / n, 1 - each.files / each.people
        spread = w * (1 - w) if n == 1 else p * (1 - p) / (n - 1)
        variance += (each.people / whole) ** 2 * unread * spread
        of_draw += (each.people / whole) ** 2 * unread / n
    if of_draw == 0:
        return share, None
    size = w * (1 - w) / variance if variance > 0 and 0 < w < 1 else 1 / of_draw
    return share, wilson(w, size)


def wilson(p: float, size: float) -> tuple[float, float]:
    middle, half = p + Z * Z / (2 * size), Z * sqrt(p * (1 - p) / size + Z * Z / (4 * size * size))
    return (middle - half) / (1 + Z * Z / size), (middle + half) / (1 + Z * Z / size)


class Case(NamedTuple):
    """One row: the rule, the groups, whole percent, rating, what the sentence says."""

    rule: str
    groups: Mapping[str, Group]
    percent: int
    rating: str
    words: str


PLAIN = "12 of 18 files sufficient, 67 % (95 % interval 47 to 82 % for all 71 people): Good."
CASES = [
    Case("one list: interval on n(N-1)/(N-n)", {"": Group(71, 12, 6)}, 67, GOOD, PLAIN),
    Case("a proportional draw is plain", {"Fixed": Group(40, 6, 4), "Flex": Group(31, 6, 2)}, 67, GOOD, PLAIN),
    Case(
        "all reviewed: no sampling error",
        {"": Group(18, 12, 6)},
        67,
        GOOD,
        "67 %: Good. All were reviewed: no sampling error; reviewers may still differ.",
    ),
    Case(
        "all reviewed where it did not apply to some",
        {"": Group(18, 8, 4, 6)},
        67,
        GOOD,
        "8 of 12 files sufficient, 67 %: Good. All were reviewed: no sampling error; reviewers may still differ.",
    ),
    Case(
        "all reviewed, so proportional too",
        {"Fixed": Group(2, 2, 0), "Flex": Group(3, 0, 3)},
        40,
        POOR,
        "2 of 5 files sufficient, 40 %: Inadequate. All were reviewed: no sampling error",
    ),
    Case(
        "over-drawn: 20 x 9/10 + 60 x 4/10 of 80 = 52.5, half up",
        {"Fixed": Group(20, 9, 1), "Flex": Group(60, 4, 6)},
        53,
        FAIR,
        "13 of 20 files sufficient, 53 % weighted (95 % interval 32 to 72 % for all 80 people): Requires improvement. "
        "Each group counts by its people, as they were not drawn in proportion: Fixed 10 of 20, Flex 10 of 60.",
    ),
    Case(
        "a group of one, read whole, and half of nine: (1 + 9 x 2/4) of 10 = 55",
        {"Free": Group(1, 1, 0), "Flex": Group(9, 2, 2), "Fixed": Group(30, 1, 1)},
        51,
        FAIR,
        "51 % weighted",
    ),
    Case(
        "a group without a yes or no leaves, and the others are weighted again: 20 x 9/10 + 40 x 5/10 of 60 = 63.3",
        {"Fixed": Group(20, 9, 1), "Flex": Group(40, 5, 5), "Free": Group(30, 0, 0, 5)},
        63,
        FAIR,
        "for all 60 people): Requires improvement. Each group counts by its people, as they were not drawn in "
        "proportion: Fixed 10 of 20, Flex 10 of 40, Free 5 of 30. No file of Free gave a yes or no, so it is left out.",
    ),
    Case(
        "one group is left: the plain share of its own list",
        {"Fixed": Group(20, 8, 2), "Flex": Group(60, 0, 0, 9)},
        80,
        BEST,
        "8 of 10 files sufficient, 80 % (95 % interval 58 to 92 % for all 20 people): Outstanding. "
        "No file of Flex gave a yes or no, so it is left out.",
    ),
    Case(
        "weighted rounding is said: 20 x 8/10 + 49 x 3/5 of 69 = 65.8; 30 x 7/10 + 35 x 3/5 of 65 = 64.6",
        {"Fixed": Group(30, 7, 3), "Flex": Group(35, 3, 2)},
        65,
        GOOD,
        "Good. The weighted share is just under 65 %: rounding put this in Good.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_share_of_a_draw(case: Case) -> None:
    rated = rate(case.groups)
    assert (rated.percent, rated.rating) == (case.percent, case.rating)
    assert case.words in rated.reason
    groups = case.groups.values()
    assert (rated.sufficient, rated.n) == (sum(each.yes for each in groups), sum(each.yes + each.no for each in groups))


@given(groups_of)
def test_a_weighted_share_is_what_the_formula_gives(groups: dict[str, Group]) -> None:
    rated = rate(groups)
    counted = [each for each in groups.values() if each.yes + each.no]
    if not counted:
        assert (rated.rating, rated.percent, rated.interval) == (None, None, None)
        return
    assert rated.share is not None
    weighted = over_drawn([each.people for each in groups.values()], [each.files for each in groups.values()])
    if not weighted or len(counted) == 1:
        assert rated.share == (rated.sufficient, rated.n)
        assert rated.parts == ()
        return
    share, interval = by_hand(groups)
    assert Fraction(*rated.share) == share
    assert rated.percent == floor(100 * share + Fraction(1, 2))
    assert (rated.interval is None) == (interval is None)
    if interval is not None:
        assert rated.interval == pytest.approx(interval, abs=1e-9)


@given(st.integers(1, 60), st.integers(0, 100), st.data())
def test_one_group_is_the_plain_sample(n: int, more: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, n))
    rated = rate({"Flex": Group(n + more, yes, n - yes)})
    plain = rate({"": Group(n + more, yes, n - yes)})
    assert rated == plain
    assert (rated.share, rated.percent) == ((yes, n), (200 * yes + n) // (2 * n))
    if more:
        assert rated.interval == pytest.approx(wilson(yes / n, n * (n + more - 1) / more), abs=1e-9)
    else:
        assert rated.interval is None


@given(st.lists(st.integers(1, 80), min_size=2, max_size=4), st.data())
def test_a_proportional_draw_is_the_plain_percentage(sizes: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(1, sum(sizes)))
    allotted = shares(sizes, total)
    # One of each may raise small groups by a file or more; then the draw is no longer proportional.
    quotas = [Fraction(sum(allotted) * size, sum(sizes)) for size in sizes]
    assume(all(abs(count - quota) < 1 for count, quota in zip(allotted, quotas, strict=True)))
    groups = {}
    for place, (size, count) in enumerate(zip(sizes, allotted, strict=True)):
        yes = data.draw(st.integers(0, count))
        groups[f"G{place}"] = Group(size, yes, count - yes)
    rated, yes, n = rate(groups), sum(each.yes for each in groups.values()), sum(allotted)
    assert (rated.share, rated.parts) == ((yes, n), ())
    assert rated.percent == (200 * yes + n) // (2 * n)


@pytest.mark.parametrize(
    ("sizes", "files", "over"),
    [
        ((40, 31), (10, 8), False),
        ((40, 31), (11, 7), False),
        ((40, 31), (12, 6), True),
        ((100, 1), (9, 1), False),
        ((100, 1, 1, 1), (7, 1, 1, 1), True),
        ((20, 51), (12, 6), True),
        ((20, 0), (5, 0), False),
        ((2, 3), (2, 3), False),
        ((38, 15, 9), (24, 10, 6), False),
        ((10, 10), (0, 0), False),
    ],
)
def test_over_drawn_is_a_whole_file_from_its_share(sizes: tuple[int, ...], files: tuple[int, ...], over: bool) -> None:
    """Source: the quota rule, Balinski and Young (1982); using it here is ours."""
    assert over_drawn(sizes, files) == over


def test_the_lowest_is_the_lowest_weighted_fraction() -> None:
    sheet = drawn({"Fixed": Group(20, 9, 1), "Flex": Group(60, 4, 6)})
    cases = dict(sheet.cases)
    swapped = {"yes": "no", "no": "yes"}
    for ref, case in cases.items():
        given = case.answers["A2"]
        cases[ref] = case._replace(answers={**case.answers, "A2": given._replace(choice=swapped[given.choice or ""])})
    card = score(iom(), sheet._replace(cases=cases))
    # 7.1: 13 of 20 plainly, 52.5 % by weight; 7.2: 7 of 20 plainly, 47.5 % by weight.
    assert (card.question("7.1").percent, card.question("7.2").percent) == (53, 48)
    assert card.standard("7").rated.reason.startswith(
        "7.2 is the lowest of its key questions (7 of 20, 48 % weighted): Inadequate."
    )
    assert card.standard("7").rated.chance.startswith("With 20 files ")


NEAR = [
    # 50 x 8/10 + 50 x 10/20 of 100 = 65: one fewer in either gives 60 or 62.5; one more 70 or 67.5.
    (
        {"Fixed": Group(50, 8, 2), "Flex": Group(50, 10, 10)},
        "18 of 30, 65 % weighted. One yes fewer would be Requires improvement, one yes more still Good.",
        (True, False),
    ),
    # 10 x 6/10 + 90 x 16/20 of 100 = 78: one more gives 79 in Fixed, 82.5 in Flex; 65 is far.
    (
        {"Fixed": Group(10, 6, 4), "Flex": Group(90, 16, 4)},
        "22 of 30, 78 % weighted. One yes fewer still Good, one yes more in Flex would be Outstanding.",
        (False, True),
    ),
    # 100 x 49/70 + 900 x 70/100 of 1000 = 70: one less gives 69.9 or 69.1; the boundary at 65 is 5 points away.
    (
        {"Fixed": Group(100, 49, 21), "Flex": Group(900, 70, 30)},
        "119 of 170, 70 % weighted. 64 % would be Requires improvement, one yes more still Good.",
        (True, False),
    ),
    # 100 x 51/70 + 900 x 72/100 of 1000 = 72.1: far from both.
    ({"Fixed": Group(100, 51, 19), "Flex": Group(900, 72, 28)}, "", (False, False)),
    ({"Fixed": Group(10, 10, 0), "Flex": Group(90, 15, 0)}, "", (False, False)),
]  # fmt: skip


@pytest.mark.parametrize(("groups", "near", "triggers"), NEAR)
def test_near_a_boundary_with_weights(groups: dict[str, Group], near: str, triggers: tuple[bool, bool]) -> None:
    """One case judged otherwise, n the same, in any stratum (rating rule 7)."""
    rated, ruler = rate(groups), ruler_of(iom())
    assert rated.near == near
    assert tuple(has_trigger(ruler, rated, direction) for direction in (-1, 1)) == triggers


def test_files_added_by_hand_stand_for_themselves_alone() -> None:
    rated = rate({"": Group(99, 6, 4)}, by_hand=("no",))
    # 99 x 6/10 + 1 x 0 of 100 = 59.4
    assert (rated.percent, rated.n) == (59, 11)
    assert rated.reason.endswith(
        "for all 100 people): Requires improvement. 1 file added by hand, not drawn, stands for itself alone."
    )
    assert (
        "2 files added by hand, not drawn, stand for themselves"
        in rate({"": Group(9, 1, 1)}, by_hand=("no",) * 2).reason
    )


def test_so_far_comes_last() -> None:
    sheet = with_open_case(iom(), drawn({"Fixed": Group(20, 9, 1), "Flex": Group(60, 4, 6)}))
    draw = sheet.draw
    assert draw is not None
    sheet = sheet._replace(draw=draw._replace(people=(*draw.people, ("N-900", "Flex"))))
    rated = score(iom(), sheet).question("7.1")
    assert (rated.so_far, rated.percent) == (True, 53)
    assert rated.reason.endswith("Flex 10 of 60. So far: 1 of 21 files is not reviewed.")
