"""All outcomes of one period, worked out from the people on its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from iomsa.answers.people import NONE, UNTRACED, Person
from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes.break_even import BreakEven, Cost, break_even_table
from iomsa.outcomes.direction import Direction, as_in_2020, by_count, by_rate, everybody_followed
from iomsa.outcomes.exposure import Window
from iomsa.outcomes.needs import Pathway, pathways
from iomsa.outcomes.other_areas import OtherAreas, other_areas
from iomsa.outcomes.over_time import OverTime, over_time
from iomsa.outcomes.predicted import CouldShow, ObservedPredicted, Prediction, could_show, observed_predicted
from iomsa.outcomes.quarters import Quarter
from iomsa.outcomes.rate_ratio import RateRatio, rate_ratio
from iomsa.outcomes.regression_to_mean import Regression, regression_to_mean
from iomsa.outcomes.reoffending import Followed, Reoffence, Reoffending, reoffended, reoffending, settled
from iomsa.outcomes.stopping import GoOn, Watched, always
from iomsa.outcomes.unit_costs import costs_of, prices_of

NO_END = "The day up to which offences are known has not been given."
MONEY, PRICE_YEAR = "money.", "money.price-year"


class Outcomes(NamedTuple):
    """Hold every figure of a period; `reason` says why there is none, where nothing could be worked out."""

    people: int
    proven: Reoffending
    frequency: Direction
    seriousness: Direction
    frequency_all: Direction
    seriousness_all: Direction
    rate_ratio: RateRatio
    predicted: ObservedPredicted
    could_show: CouldShow
    regression: Regression
    needs: Mapping[str, Pathway]
    break_even: tuple[BreakEven, ...]
    over_time: OverTime | None
    other_areas: OtherAreas
    reason: str = ""


class _Case(NamedTuple):
    """Hold somebody who was followed to the end, and whether they reoffended."""

    person: Person
    reoffended: bool


def work_out(sheet: AnswerSheet, known: Sequence[str], go_on: GoOn = always) -> Outcomes:
    """Work out all outcomes; `known` names the pathways of needs. Raise Refused where it may not `go_on`.

    What compares before with after rests on those who were followed for 18 months and could be traced: the same people
    as the proven reoffending figure. Source: the Ministry of Justice's definition, and the measures of the 2020
    inspection.
    """
    people, data_to = tuple(sheet.people.values()), _data_to(sheet)
    followed = [_followed(person) for person in people]
    proven = _proven(followed, data_to)
    cases = [
        _Case(person, isinstance(first, date) and reoffended(start, first))
        for person, (start, first, _) in zip(people, followed, strict=True)
        if data_to and start and settled(start, data_to) and first not in (None, UNTRACED)
    ]
    again = [case.person for case in cases if case.reoffended]
    everybody = [case.person for case in cases]
    predictions = tuple(
        Prediction(case.person.predicted / 100, case.person.predicted_years, case.reoffended)
        for case in cases
        if case.person.predicted is not None
    )
    look_back = sheet.follow_up.look_back_years if sheet.follow_up else None
    return Outcomes(
        len(people),
        proven,
        as_in_2020(map(_counts, again), proven.n - proven.reoffended),
        as_in_2020(map(_seriousness, again), proven.n - proven.reoffended),
        everybody_followed(map(_rates, everybody)),
        everybody_followed(map(_seriousness, everybody)),
        rate_ratio([(before, after) for _, before, after in map(_windows, everybody) if before and after]),
        *_predicted(predictions, Watched(go_on)),
        regression_to_mean([(e, b, a) for e, b, a in map(_windows, everybody) if e and b and a], look_back),
        pathways({name: [_need(person, name) for person in people] for name in known}),
        _break_even(sheet),
        _over_time(sheet, data_to),
        other_areas(sheet.benchmark, proven),
        "" if data_to else NO_END,
    )


def proven_reoffending(sheet: AnswerSheet) -> Reoffending:
    """Work out proven reoffending alone. Source: as for `reoffending`."""
    return _proven([_followed(person) for person in sheet.people.values()], _data_to(sheet))


def _proven(followed: Sequence[Followed], data_to: date | None) -> Reoffending:
    # Without an end nobody is settled, and every figure says so itself.
    return reoffending(followed, data_to or date.min)


def _data_to(sheet: AnswerSheet) -> date | None:
    return date.fromisoformat(sheet.follow_up.data_to) if sheet.follow_up and sheet.follow_up.data_to else None


def _followed(person: Person) -> Followed:
    start = person.follow_up_start or person.entry
    first: Reoffence = None
    if person.first_reoffence == NONE:
        first = "none"
    elif person.first_reoffence == UNTRACED:
        first = "untraced"
    elif person.first_reoffence:
        first = date.fromisoformat(person.first_reoffence)
    return Followed(date.fromisoformat(start) if start else None, first, bool(person.left))


def _windows(person: Person) -> tuple[Window | None, Window | None, Window | None]:
    def window(offences: int | None, custody: int | None) -> Window | None:
        whole = offences is not None and custody is not None and person.window_days
        return Window(offences or 0, person.window_days or 0, custody or 0) if whole else None

    return (
        window(person.offences_earlier, person.custody_earlier),
        window(person.offences_before, person.custody_before),
        window(person.offences_after, person.custody_after),
    )


@lru_cache(maxsize=4)
def _predicted(people: tuple[Prediction, ...], watched: Watched) -> tuple[ObservedPredicted, CouldShow]:
    # With hundreds of people this takes longer than all the rest, and most changes leave it as it is.
    for_one_year = [each.probability for each in people if each.years == 1]
    return observed_predicted(people, watched.go_on), could_show(for_one_year, watched.go_on)


def _counts(person: Person) -> int | None:
    before, after = person.offences_before, person.offences_after
    return None if before is None or after is None else by_count(before, after)


def _rates(person: Person) -> int | None:
    _, before, after = _windows(person)
    return by_rate(before, after) if before and after else None


def _seriousness(person: Person) -> int | None:
    # Where there was no offence there is nothing serious.
    before = 0 if person.offences_before == 0 else person.seriousness_before
    after = 0 if person.offences_after == 0 else person.seriousness_after
    return None if before is None or after is None else by_count(before, after)


def _need(person: Person, pathway: str) -> tuple[str, str]:
    return next(((entry, now) for name, entry, now in person.needs if name == pathway), ("", ""))


def cost_of(sheet: AnswerSheet) -> Cost:
    """Return what the partners spent in all, in pounds, and the year of its prices; empty where that is not given."""
    money = [value for id, value in sheet.profile.items() if id.startswith(MONEY) and id != PRICE_YEAR]
    year = sheet.profile[PRICE_YEAR].value if PRICE_YEAR in sheet.profile else ""
    spent = sum(int(each.value) for each in money if each.value.isdecimal())
    return Cost(spent, year.strip(), sum(each.not_known for each in money))


def _break_even(sheet: AnswerSheet) -> tuple[BreakEven, ...]:
    own = sheet.unit_costs
    source = own.prices_source.strip() if own else ""
    return break_even_table(cost_of(sheet), costs_of(own), prices_of(own), source)


def _over_time(sheet: AnswerSheet, data_to: date | None) -> OverTime | None:
    if data_to is None or not sheet.quarters or sheet.follow_up is None:
        return None
    quarters = [
        Quarter(date.fromisoformat(first), each.offences, each.days_at_liberty, each.people)
        for first, each in sheet.quarters.items()
    ]
    return over_time(quarters, data_to, [date.fromisoformat(day) for day in sheet.follow_up.offence_dates])
