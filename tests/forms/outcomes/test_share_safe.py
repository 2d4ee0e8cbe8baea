"""The share-safe version: no hidden count can be worked out from all that is shown together, figures included."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

import pytest
from tests.builders import blank, iom
from tests.forms.outcomes import oracles
from tests.forms.outcomes.test_work_out import END, RECENT, as_in_2020, offended, outcomes_of, sheet_of, stopped

from iomsa.answers.people import Person
from iomsa.answers.review import REMOVED, KeptFigures
from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes import share_safe as version
from iomsa.outcomes.feasible import Sum
from iomsa.outcomes.share_safe import MARK, Hidden, ShareSafe, hide, share_safe_version
from iomsa.outcomes.share_safe_counts import groups
from iomsa.outcomes.share_safe_figures import HOLM, HOLM_HIDDEN, NO_TEST, Line
from iomsa.outcomes.share_safe_text import share_safe_data, share_safe_table, share_safe_text
from iomsa.outcomes.sign_test import sign_test
from iomsa.outcomes.small_numbers import SMALL_TEXT
from iomsa.outcomes.work_out import NO_END, Outcomes, work_out

PATHWAYS = ("accommodation", "drugs")
MANY = 10_000
RULES = ("1", "4", "5", "10", "30", "95", "2020")
"""The numbers that the sentences themselves hold."""


def someone(chance: Random) -> Person:
    """Make up somebody with anything that a scheme may know or not know."""
    before, after = chance.choice([0, 1, 3, 5]), chance.choice([0, 0, 1, 4])
    found = offended((before, after), (2, chance.choice([1, 2, 3]))) if chance.random() < 0.4 else stopped(before)
    if chance.random() < 0.1:
        found = found._replace(first_reoffence=chance.choice(["untraced", ""]))
    if chance.random() < 0.1:
        found = found._replace(entry=RECENT)
    if chance.random() < 0.1:
        found = found._replace(left="2025-01-01", seriousness_before=None)
    if chance.random() < 0.1:
        found = found._replace(custody_after=350)
    if chance.random() < 0.8:
        found = found._replace(predicted=40.0, predicted_years=1.0)
    levels = ("none", "some", "serious", "not-known")
    needs = tuple((name, chance.choice(levels), chance.choice(levels[: chance.randint(1, 4)])) for name in PATHWAYS)
    return found._replace(needs=needs)


def made_up(seed: int) -> AnswerSheet:
    chance = Random(seed)
    return sheet_of([someone(chance) for _ in range(chance.choice([3, 12, 30, 60, 120]))], END)


def relations(*, in_step: bool) -> list[Sum]:
    """Return every sum between counts, from what they mean and not from the code.

    Without custody somebody goes the same way by count and by rate: `in_step`.
    """
    ways = ("reduced", "same", "increased")
    found = [
        Sum("people", ("n", "too_recent", "untraced", "not_known")),
        Sum("people", ("left", "still_there")),
        Sum("n", ("reoffended", "stopped")),
        Sum("n", ("predicted", "without")),
        Sum("predicted", ("observed", "not_observed")),
        Sum("reoffended", ("observed", "others_observed")),
        Sum("stopped", ("not_observed", "others_not")),
        Sum("without", ("others_observed", "others_not")),
    ]
    for what in ("frequency", "seriousness") if in_step else ("seriousness",):
        others = [f"others.{what}.{way}" for way in ("reduced", "same", "left_out")]
        found.append(Sum("stopped", tuple(others)))
        for name in others:
            way = name.rpartition(".")[2]
            found.append(Sum(f"{what}_all.{way}", (f"{what}.{way}", name)))
        # Whoever did not reoffend did nothing more.
        found.append(Sum(f"{what}_all.increased", (f"{what}.increased",)))
    for what in ("frequency", "seriousness"):
        for name, whole in ((what, "reoffended"), (f"{what}_all", "n")):
            found.append(Sum(whole, (f"{name}.of", f"{name}.left_out")))
            found.append(Sum(f"{name}.of", tuple(f"{name}.{way}" for way in ways)))
    for name in PATHWAYS:
        found.append(Sum("people", (f"{name}.of", f"{name}.not_known", f"{name}.none")))
        found.append(Sum(f"{name}.of", (f"{name}.better", f"{name}.same", f"{name}.worse")))
    return found


def known(found: Hidden, *, in_step: bool) -> tuple[dict[str, tuple[int, int]], list[Sum]]:
    """Return what somebody knows who sees all groups and knows the rules, and all sums between all counts."""
    every = (*found.groups, *found.left_out)
    ranges: dict[str, tuple[int, int]] = {}
    for group in every:
        unprinted = group.unprinted if group in found.groups else [each for each in group.counts if each not in ranges]
        for name, count in group.counts.items():
            if name in ranges:
                continue
            cell = found.shown.get(name)
            if cell is None or name in unprinted:
                ranges[name] = (0, MANY)
            elif cell.value is not None:
                assert cell.value == count
                ranges[name] = (count, count)
            else:
                ranges[name] = (1, 4) if cell.text == SMALL_TEXT else (5 if count >= 5 else 1, MANY)
    sums = relations(in_step=in_step)
    free = {name for total, parts in sums for name in (total, *parts)} - set(ranges)
    return ranges | dict.fromkeys(free, (0, MANY)), sums


def check(outcomes: Outcomes, *, in_step: bool = False) -> tuple[int, int]:
    """Fail where a small count is shown or can be narrowed down to fewer than three values; count small and shown."""
    found = hide(tuple(groups(outcomes)))
    ranges, sums = known(found, in_step=in_step)
    counts = {name: count for group in (*found.groups, *found.left_out) for name, count in group.counts.items()}
    small = [name for name, count in counts.items() if 0 < count < 5]
    printed = {row.name for group in found.groups for _, rows in group.rows for row in rows}
    assert not [name for name in small if name in printed and ranges[name][0] == ranges[name][1]]
    hidden = {*small, *(name for name in printed if ranges[name][0] != ranges[name][1])}
    assert [name for name in sorted(hidden) if not oracles.has_three_values(name, ranges, sums)] == []
    return len(small), len(printed) - len(hidden & printed)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_is_hidden_can_be_worked_out(seed: int) -> None:
    check(work_out(made_up(seed), PATHWAYS))


def test_nobody_can_take_those_who_reoffended_from_everybody() -> None:
    """One who did not reoffend stayed the same: 7 of everybody less 6 of those who reoffended."""
    again = [offended((3, 3), way) for way in ((2, 2), (2, 3), (3, 2)) for _ in range(6)]
    outcomes = outcomes_of(sheet_of([*again, *[stopped()] * 20, stopped(0)]))
    assert (outcomes.seriousness.same, outcomes.seriousness_all.same) == (6, 7)
    shown = hide(tuple(groups(outcomes))).shown
    assert None in (shown["seriousness.same"].value, shown["seriousness_all.same"].value)
    check(outcomes)


@pytest.mark.parametrize("seed", [1, 6, 12, 29])
def test_nor_from_how_often_where_nobody_was_in_custody(seed: int) -> None:
    """Those who reoffended are then part of everybody, way by way, and nobody else went up."""
    chance = Random(seed)
    again = [offended((chance.choice([1, 3]), chance.choice([1, 1, 3, 4]))) for _ in range(chance.choice([14, 22]))]
    people = [*again, *(stopped(chance.choice([0, 2, 2, 4])) for _ in range(20))]
    check(outcomes_of(sheet_of(people)), in_step=True)


@pytest.mark.proof
def test_nothing_can_be_worked_out_from_hundreds_of_schemes(record_property: Callable[[str, object], None]) -> None:
    small = shown = 0
    for seed in range(100, 400):
        one, other = check(work_out(made_up(seed), PATHWAYS))
        small, shown = small + one, shown + other
    record_property("counted", f"share-safe: 300 schemes, {small} small counts, {shown} counts shown, none given away")


def of(outcomes: Outcomes, sheet: AnswerSheet) -> ShareSafe:
    return share_safe_version(outcomes, sheet, "Northmoor", {})


def lines_of(found: ShareSafe) -> Mapping[tuple[str, str], Line]:
    return {(line.group, line.label): line for line in found.lines}


@pytest.mark.parametrize("seed", range(40))
def test_figures_and_sentences_tell_no_more_than_the_counts(seed: int) -> None:
    """Each percentage and each p can be worked out anew from what is shown; no sentence holds a count of its own."""
    sheet = made_up(seed)
    found = of(work_out(sheet, PATHWAYS), sheet)
    for group in dict.fromkeys(line.group for line in found.lines):
        own = {line.label: line for line in found.lines if line.group == group}
        values = {label: int(line.value) for label, line in own.items() if line.value.isdecimal()}
        for label, line in own.items():
            assert set(re.findall(r"\d+", line.note)) <= set(RULES), line
            if line.percent:
                assert label in values
                assert any(wholes >= 10 and _percent(values[label], wholes) == line.percent for wholes in every(found))
            if label == "Exact sign test, p" and line.value:
                less, more = (values[next(each for each in values if each.startswith(word))] for word in _words(group))
                p = sign_test(less, more)
                assert p is not None
                assert line.value == ("less than 0.001" if p < 0.001 else f"{p:.3f}")
    assert set(re.findall(r"\d+", " ".join(found.notes))) <= set(RULES)


def every(found: ShareSafe) -> list[int]:
    return [int(line.value) for line in found.lines if line.value.isdecimal()]


def _percent(part: int, whole: int) -> str:
    return f"{(200 * part + whole) // (2 * whole)} %"


def _words(group: str) -> tuple[str, str]:
    return ("Offended less", "Offended more") if group.startswith("How often") else ("Less serious", "More serious")


def test_the_table_of_2020_as_it_may_be_shared() -> None:
    sheet = as_in_2020()
    found = lines_of(of(outcomes_of(sheet), sheet))
    often = "How often, as in the 2020 inspection"
    assert found["Proven reoffending within a year", "Reoffended"][2:4] == ("20", "34 %")
    interval = found["Proven reoffending within a year", "Share who reoffended, with its 95 % interval"]
    assert interval.value == "34 % (24 % to 47 %)"
    assert [found[often, f"Offended {word} often"].value for word in ("less", "as", "more")] == ["<5", "hidden", "6"]
    assert found[often, "Test"].note == NO_TEST
    assert "so it can't show whether offending rose or fell" in NO_TEST


def test_a_group_that_would_give_away_who_reoffended_is_left_out() -> None:
    people = [offended((1, 1))] * 3 + [stopped()] * 60
    found = of(outcomes_of(sheet_of(people)), sheet_of(people))
    assert lines_of(found)["Proven reoffending within a year", "Reoffended"].value == "<5"
    assert found.notes[-1].startswith("Left out, as it would give away a count above: How often, as in the 2020")
    assert not [line for line in found.lines if "2020" in line.group]


def with_needs(accommodation: tuple[str, str], drugs: tuple[str, str]) -> Person:
    return stopped()._replace(needs=(("accommodation", *accommodation), ("drugs", *drugs)))


BETTER, WORSE, SAME = ("serious", "none"), ("some", "serious"), ("some", "some")


def test_a_p_that_is_adjusted_for_hidden_counts_is_hidden() -> None:
    half = [with_needs(BETTER, WORSE)] * 9 + [with_needs(WORSE, BETTER)] * 9
    few = [with_needs(BETTER, WORSE)] * 9 + [with_needs(SAME, BETTER)] * 9 + [with_needs(WORSE, BETTER)] * 2
    for people, said in ((half, ("1.000", "Fewer than 30: take care.")), (few, ("", HOLM_HIDDEN))):
        sheet = sheet_of(people)
        lines = [line for line in of(work_out(sheet, PATHWAYS), sheet).lines if line.label == HOLM]
        assert [(line.value, line.note) for line in lines] == [said, said]
        better = [line.value for line in of(work_out(sheet, PATHWAYS), sheet).lines if line.label == "Better"]
        assert better[1] in ("9", "11")


def test_where_there_is_nobody_it_says_why() -> None:
    sheet = blank(iom())
    assert of(outcomes_of(sheet), sheet).reason == version.NOBODY
    kept = sheet._replace(figures=KeptFigures(REMOVED, "2026-11-22", 3, 20, ()))
    found = of(outcomes_of(kept), kept)
    assert (found.reason, found.lines) == (version.REMOVED, ())
    assert version.REMOVED in share_safe_text(found)
    assert version.REMOVED in share_safe_table(found)
    assert share_safe_data(found)["lines"] == []


def test_without_an_end_nothing_is_said_of_who_joined_too_recently() -> None:
    sheet = as_in_2020()._replace(follow_up=None)
    found = of(outcomes_of(sheet), sheet)
    assert (found.lines, found.reason) == ((), NO_END)


def test_as_text_and_as_a_table_it_says_what_it_is() -> None:
    sheet = as_in_2020()
    found = of(outcomes_of(sheet), sheet)
    for text in (share_safe_text(found), share_safe_table(found)):
        assert text.startswith(f"Share-safe version: Northmoor, 2025-26\n{MARK}")
    assert "  Reoffended: 20 (34 %)" in share_safe_text(found)
    assert "Proven reoffending within a year\tReoffended\t20\t34 %\t" in share_safe_table(found)
    assert share_safe_data(found)["reason"] is None
