"""Where a real change would count most, and on which answers a rating rests."""

from __future__ import annotations

from tests.builders import blank, full, iom, with_answers

from iomsa.framework.find import prompt
from iomsa.scoring.score import score


def in_order(answers: dict[str, list[int | str | None]]) -> dict[str, int | str | None]:
    """Answer the prompts of key questions in order."""
    return {f"{id}.{place}": given for id, all in answers.items() for place, given in enumerate(all, 1)}


SPREAD = in_order(
    {
        "1.1": [3, 3, 3, 0],
        "2.1": [3, 3, 3, 3, 3, 0],
        "2.2": [1, 1, 1, 2, 2],
        "3.2": [3, 3, 0],
        "4.2": [3, 3, 1, 3, 3],
        "5.1": [1, 3, 3, 3, 3],
        "6.1": [1, 0, 0],
        "6.2": [0, 0, 0],
        "6.3": [1, 1, 1, 1, 1, 1],
    }
)


def test_the_order_is_standard_then_question_then_neither() -> None:
    """Within these: essential, lowest key question, largest gap, id. Source: ours (rating rule 9)."""
    card = score(iom(), with_answers(full(iom(), 3), SPREAD))
    by_class = {
        raises: [each.prompt for each in card.worth_changing if each.raises == raises]
        for raises in ("standard", "question", "")
    }
    assert by_class["standard"] == ["6.1.2", "6.1.3", "6.2.1", "6.2.2", "6.2.3", "6.1.1"]
    assert by_class["question"] == [
        *("5.1.1", "2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.2.5"),
        *("1.1.4", "2.1.6", "3.2.3", "4.2.3"),
    ]
    assert by_class[""] == ["6.3.1", "6.3.2", "6.3.3", "6.3.4", "6.3.5", "6.3.6"]
    assert [each.prompt for each in card.worth_changing] == [id for ids in by_class.values() for id in ids]


def text_of(id: str) -> str:
    found = prompt(iom(), id)
    assert found is not None
    return found.text


def test_the_first_says_what_a_change_would_do() -> None:
    first = score(iom(), with_answers(full(iom(), 3), SPREAD)).worth_changing[0]
    assert (first.prompt, first.standard) == ("6.1.2", "6")
    assert first.sentence == (
        f"6.1.2 {text_of('6.1.2')} Now: not in place. If this were in place and you could show it, standard 6 would be "
        "Requires improvement."
    )


def test_a_change_that_raises_only_its_key_question_says_so() -> None:
    card = score(iom(), with_answers(full(iom(), 3), in_order({"1.1": [3, "not-known", 3, 3]})))
    [only] = card.worth_changing
    assert only.sentence == (
        f"1.1.2 {text_of('1.1.2')} Now: not known. If this were in place and you could show it, key question 1.1 would "
        "be Outstanding."
    )


def test_where_nothing_is_raised_the_largest_gap_is_named() -> None:
    answers = in_order({"1.1": [2, 2, 2, 1], "1.2": [2, 2, 2, 2, 2], "1.3": [2, 2, 2, 2, 2]})
    found = score(iom(), with_answers(full(iom(), 3), answers)).worth_changing
    assert {each.raises for each in found} == {""}
    assert found[0].prompt == "1.1.4"
    assert found[0].sentence.startswith("No single change would alter a rating. The largest gap: 1.1.4 ")
    assert [each.prompt for each in found[1:3]] == ["1.1.1", "1.2.5"]


def test_a_standard_with_an_open_prompt_gets_no_advice() -> None:
    card = score(iom(), with_answers(full(iom(), 3), SPREAD | {"6.3.6": None, "2.2.1": "not-applicable"}))
    assert {each.standard for each in card.worth_changing} == {"1", "3", "4", "5"}


def test_nothing_to_advise() -> None:
    assert score(iom(), full(iom(), 3)).worth_changing == ()
    assert score(iom(), blank(iom())).worth_changing == ()


def test_prompts_of_standards_from_cases_are_never_named() -> None:
    assert score(iom(), with_answers(full(iom(), 3), {"7.1.1": 0})).worth_changing == ()


# Standard 6 at 5 of 9 points: 6.1 Good by the least, 6.2 Requires improvement, 6.3 Good with room.
BY_A_HAIR = in_order({"6.1": [2, 2, 1], "6.2": [1, 1, 1], "6.3": [2, 2, 2, 2, 2, 2]})


def test_a_rating_rests_on_the_answers_that_would_lower_it() -> None:
    card = score(iom(), with_answers(full(iom(), 2), BY_A_HAIR))
    assert card.standard("6").resting_on == ("6.1.1", "6.1.2", "6.1.3")
    assert card.standard("1").resting_on == ()


def test_more_than_three_are_not_shown() -> None:
    card = score(iom(), with_answers(full(iom(), 2), BY_A_HAIR | in_order({"6.2": [1, 1, 0]})))
    assert card.standard("6").rated.rating == "good"
    assert card.standard("6").resting_on == ()


def test_while_something_is_open_a_rating_rests_on_nothing() -> None:
    assert score(iom(), with_answers(full(iom(), 2), BY_A_HAIR | {"6.3.6": None})).standard("6").resting_on == ()
