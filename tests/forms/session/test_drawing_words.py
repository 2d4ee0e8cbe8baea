"""How a draw is told in words, the same on every side."""

from __future__ import annotations

import pytest
from tests.forms.session.drawn import SEED, THREE, people

from iomsa.answers.review import Draw, Replaced
from iomsa.session.drawing import plan_draw
from iomsa.session.drawing_words import by_hand_words, drawn_words, groups_words, plan_words, replaced_words

STRATA = (("Fixed", 38, 13), ("Flex", 19, 6), ("Free", 14, 5))
DRAW = Draw("48213", "2026-01-12", STRATA)


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (DRAW, "24 files drawn at random from 71 on 12 January 2026 (seed 48213)."),
        (
            DRAW._replace(times=3),
            (
                "24 files drawn at random from 71 on 12 January 2026 (seed 48213). It was drawn again; "
                "this is draw number 3."
            ),
        ),
        (DRAW._replace(strata=(("", 18, 18),)), "All 18 files of the list taken on 12 January 2026."),
        (DRAW._replace(strata=(("", 1, 1),)), "The one file of the list taken on 12 January 2026."),
        (DRAW._replace(drawn_on=""), "24 files drawn at random from 71 (seed 48213)."),
        (DRAW._replace(strata=(("", 2, 1),)), "1 file drawn at random from 2 on 12 January 2026 (seed 48213)."),
    ],
)
def test_a_draw_in_words(draw: Draw, said: str) -> None:
    assert drawn_words(draw) == said
    assert drawn_words(draw, year=False) == said.replace(" 2026", "")


def test_groups_in_words() -> None:
    assert groups_words(STRATA) == "13 of 38 Fixed, 6 of 19 Flex and 5 of 14 Free."
    assert groups_words((("", 71, 24),)) == ""


GONE = {
    "N-012": Replaced("Fixed", "N-033", "The file can't be found"),
    "N-020": Replaced("Flex", "", "PNC says it is closed."),
    "N-021": Replaced("Flex", "N-040", "A typed reason"),
}


@pytest.mark.parametrize(
    ("number", "gone", "most", "said"),
    [
        (0, 0, 0, ""),
        (1, 0, 0, "1 replaced: N-012 by N-033, the file can't be found."),
        (
            3,
            0,
            0,
            (
                "3 replaced: N-012 by N-033, the file can't be found; N-020 by nothing, its group is used up, "
                "PNC says it is closed; N-021 by N-040, a typed reason."
            ),
        ),
        (3, 0, 1, "3 replaced: N-012 by N-033, the file can't be found; and 2 more."),
        (0, 2, 0, "2 replaced: which ones is no longer known."),
        (
            1,
            2,
            0,
            "3 replaced: N-012 by N-033, the file can't be found; for 2 of them it is no longer known which.",
        ),
    ],
)
def test_replacements_in_words(number: int, gone: int, most: int, said: str) -> None:
    assert replaced_words(dict(list(GONE.items())[:number]), gone, most) == said


def test_what_a_number_can_show_in_words() -> None:
    said = "With 24 of 71 files a share near 60 % is known to about 16 points either way."
    assert plan_words(plan_draw(people({"": 71}), SEED, number=24)) == said
    assert plan_words(plan_draw(people({"": 3000}), SEED, number=2900)).endswith("about 1 point either way.")
    whole = "files are read, so chance plays no part; two reviewers may still differ."
    assert plan_words(plan_draw(THREE, SEED)) == f"All 71 {whole}"
    assert plan_words(plan_draw(people({"": 1}), SEED)).startswith("The one file is read, so chance plays no part")
    assert plan_words(plan_draw(people({"": 12}), SEED)).endswith("A list of 20 or fewer is read whole.")


def test_a_number_chosen_by_hand_is_said_to_weigh() -> None:
    assert by_hand_words(plan_draw(THREE, SEED, number=24)) == ""
    one = by_hand_words(plan_draw(THREE, SEED, number=24, by_hand={"Free": 10}))
    assert one.startswith("The number for Free is not its share of the list. The figures are then weighted")
    two = by_hand_words(plan_draw(THREE, SEED, number=24, by_hand={"Free": 10, "Flex": 3}))
    assert two.startswith("The number for Flex and Free is not their share")
