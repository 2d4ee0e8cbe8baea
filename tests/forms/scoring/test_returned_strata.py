"""Draws of a return: counts by group rate like the files themselves, and without them nothing is weighted."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from tests.builders import iom
from tests.forms.scoring.reviews import Group, drawn, groups_of

from iomsa.answers.sheet import AnswerSheet, Counts, ReturnedCases
from iomsa.scoring.score import score

PLAIN = "12 of 18 files sufficient, 67 % (95 % interval 47 to 82 % for all 71 people): Good."


def counts_only(groups: Mapping[str, Group], *, strata: bool) -> AnswerSheet:
    """Return the same draw as a return without case rows gives it, with or without the counts by group."""
    sheet = drawn(groups)
    draw = sheet.draw
    assert draw is not None
    ids = [each.id for each in iom().case_review.questions]

    def counts(of: list[Group]) -> tuple[tuple[str, Counts], ...]:
        total = Counts(*(sum(part) for part in zip(*((g.yes, g.no, g.out) for g in of), strict=True)))
        return tuple((id, total) for id in ids)

    files = len(sheet.cases)
    by_group = tuple((name, each.files, each.files, counts([each])) for name, each in groups.items())
    returned = ReturnedCases(files, files, counts(list(groups.values())), by_group if strata else ())
    return sheet._replace(cases={}, returned_cases=returned, draw=draw._replace(people=()))


@given(groups_of)
def test_a_return_with_counts_by_group_rates_like_its_files(groups: dict[str, Group]) -> None:
    here, there = score(iom(), drawn(groups)), score(iom(), counts_only(groups, strata=True))
    assert there.question("8.2") == here.question("8.2")


def test_counts_that_are_not_by_group_are_not_weighted_and_say_so() -> None:
    over = {"Fixed": Group(20, 9, 1), "Flex": Group(60, 4, 6)}
    rated = score(iom(), counts_only(over, strata=False)).question("7.1")
    assert (rated.percent, rated.people, rated.parts) == (65, None, ())
    assert "the answers are not known by group, so nothing is weighted" in rated.reason
    alike = {"Fixed": Group(40, 6, 4), "Flex": Group(31, 6, 2)}
    assert score(iom(), counts_only(alike, strata=False)).question("7.1").reason == PLAIN
    rows = drawn(over)
    assert rows.draw is not None
    without = rows._replace(draw=rows.draw._replace(people=()))
    assert score(iom(), without).question("7.1").reason == rated.reason
