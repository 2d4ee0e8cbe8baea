"""The same engine on a framework that is no IOM: other ratings, bands, limits and lines."""

from __future__ import annotations

import pytest
from tests.builders import blank, full, library, with_answers, with_cases
from tests.forms.scoring.reviews import reviewed_twice

from iomsa.scoring.moves import move_problem
from iomsa.scoring.score import score
from iomsa.scoring.tally import tally


@pytest.mark.parametrize(
    ("answers", "rating", "limited_by"),
    [
        ((1, 0), "poor", ()),
        ((1, 1), "fair", ()),
        ((2, 1), "fair", ()),
        ((2, 2), "fine", ()),
        ((0, 2), "poor", ("unlabelled",)),
        (("not-known", 2), "poor", ("unlabelled",)),
        ((2, "out"), "fine", ()),
    ],
)
def test_a_key_question_by_the_librarys_own_rules(
    answers: tuple[int | str, int | str], rating: str, limited_by: tuple[str, ...]
) -> None:
    sheet = with_answers(blank(library()), dict(zip(("B.a.1", "B.a.2"), answers, strict=True)))
    rated = score(library(), sheet).question("B.a")
    assert (rated.rating, rated.limited_by) == (rating, limited_by)


def test_a_limit_that_is_not_ours_does_not_say_so() -> None:
    rated = score(library(), with_answers(blank(library()), {"B.a.1": 0, "B.a.2": 2})).question("B.a")
    assert rated.reason == "2 of 4 points would be Fair, but essential B.a.1 is at 0, so a limit holds it at Poor."


@pytest.mark.parametrize(
    ("yes", "n", "rating"), [(59, 100, "poor"), (60, 100, "fair"), (84, 100, "fair"), (85, 100, "fine")]
)
def test_shares_by_the_librarys_own_bands(yes: int, n: int, rating: str) -> None:
    sheet = with_cases(library(), blank(library()), {"SV": (yes, n), "RT": (n, n)})
    assert score(library(), sheet).standard("L").rated.rating == rating


def test_the_overall_and_its_only_limit() -> None:
    served = with_cases(library(), full(library(), 2), {"SV": (9, 10), "RT": (9, 10)})
    assert score(library(), served).overall.rating == "fine"
    badly = with_cases(library(), full(library(), 2), {"SV": (5, 10), "RT": (9, 10)})
    card = score(library(), badly)
    assert (card.overall.rating, card.overall.points, card.overall.max) == ("poor", 4, 6)
    assert card.overall.limited_by == ("L.a",)
    assert (card.line("readers").rating, card.line("house").rating) == ("poor", "fine")


def test_no_loans_no_overall() -> None:
    assert score(library(), blank(library())).overall.reason == (
        "No overall self-rating: no case files have been reviewed. Standards B and H say how the scheme is organised, "
        "not how well it works."
    )


def test_moves_by_the_librarys_own_numbers() -> None:
    def problem(yes: int, n: int) -> str:
        sheet = reviewed_twice(with_cases(library(), blank(library()), {"SV": (yes, n), "RT": (n, n)}), 8)
        by = (("Ada", "librarian"), ("Grace", "council"))
        return move_problem(library(), sheet, tally(library(), sheet), "L", "fair", by)

    assert problem(57, 100) == ""
    assert problem(56, 100) != ""
    assert problem(1, 2) == ""


def test_advice_speaks_of_the_librarys_levels() -> None:
    card = score(library(), with_answers(full(library(), 2), {"H.a.1": 0, "H.a.2": 1}))
    first = card.worth_changing[0]
    assert first.prompt == "H.a.1"
    assert "Now: hardly. If this were in place and you could show it, standard H would be Fair." in first.sentence
