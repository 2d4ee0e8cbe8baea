"""What the check says of the rows about people: code, change of a sound sheet, record, words."""

from __future__ import annotations

from collections.abc import Callable

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.sheet import Address as At
from iomsa.answers.sheet import AnswerSheet

Change = Callable[[AnswerSheet], AnswerSheet]

SOUND = Person(1, "2023-05-01", "2023-06-01", "fixed", window_days=365, first_reoffence="2024-05-31")
FOLLOW_UP = FollowUp("2026-03-31", 2, "2022-04-01", "2024-03-31", on="2026-04-02T09:00:00")


def followed(follow_up: FollowUp = FOLLOW_UP, **changed: str | float | None) -> Change:
    """Follow two people, of whom the second is as said."""
    values = {**SOUND._asdict(), **changed}
    people = {"P-001": SOUND, "P-002": Person(**values)}
    return lambda sheet: sheet._replace(people=people, follow_up=follow_up)


def person(code: str, words: str, **changed: str | float) -> tuple[str, Change, At, str]:
    return code, followed(FOLLOW_UP, **changed), At("person", "P-002"), words


def predicted(*given: tuple[float, str, float]) -> Change:
    """Follow one person for each prediction, tool and years."""
    people = {
        f"P-{n:03}": SOUND._replace(predicted=chance, predicted_tool=tool, predicted_years=years)
        for n, (chance, tool, years) in enumerate(given, start=1)
    }
    return lambda sheet: sheet._replace(people=people, follow_up=FOLLOW_UP)


def quarters(*firsts: str, idle: str = "") -> Change:
    """Hold figures for these quarters, and for one in which nobody was at liberty."""
    held = {first: Quarter(2, 900, 10) for first in firsts}
    held |= {idle: Quarter(0, 0, 10)} if idle else {}
    return lambda sheet: sheet._replace(quarters=held)


OF_PEOPLE: list[tuple[str, Change, At, str]] = [
    person("follow-up-before-entry", "begins on 30 April 2023", follow_up_start="2023-04-30", first_reoffence="none"),
    person("left-before-entry", "Left on 30 April 2023, before the entry on 1 May 2023", left="2023-04-30"),
    person("joined-outside", "before 1 April 2022, from which", entry="2022-03-31"),
    person(
        "joined-outside",
        "after 31 March 2024, up to which",
        entry="2024-04-01",
        follow_up_start="",
        first_reoffence="none",
    ),
    person("reoffence-outside-year", "is not within the year from 1 June 2023", first_reoffence="2023-05-31"),
    person("reoffence-outside-year", "correct the date, or say none", first_reoffence="2024-06-01"),
    person("reoffence-outside-year", "from 1 May 2023", follow_up_start="", first_reoffence="2024-05-01"),
    person("custody-too-long", "366 days in custody, but the window has 365", custody_before=366),
    person("custody-too-long", "400 days", custody_earlier=366, custody_after=400),
    person(
        "seriousness-without-offences",
        "in the year before, but a seriousness of 3",
        offences_before=0,
        seriousness_before=3,
    ),
    person("seriousness-without-offences", "in the year after", offences_after=0, seriousness_after=1),
    person(
        "reoffence-without-offences",
        "first reoffence is on 30 May 2024, but the year after has no offence",
        offences_after=0,
        first_reoffence="2024-05-30",
    ),
    person(
        "offences-without-reoffence",
        "2 offences in the year after, but no first reoffence",
        offences_after=2,
        first_reoffence="none",
    ),
    person(
        "custody-throughout",
        "In custody throughout the 365 days after joining",
        follow_up_start="",
        custody_after=365,
        first_reoffence="none",
    ),
    person("prediction-unusable", "1 of 1 prediction is not said", predicted=40.0, predicted_years=2.0),
    person("prediction-unusable", "only a one-year prediction", predicted=40.0),
    person("prediction-certain", "1 person was predicted at 0 or 100 %", predicted=0.0, predicted_years=1.0),
    person("prediction-certain", "give the chance that it gave", predicted=100.0, predicted_years=1.0),
    (
        "prediction-tools",
        predicted((40.0, "A tool", 1.0), (50.0, "Another", 1.0), (30.0, "A tool", 1.0)),
        At("person", "P-002"),
        "come from 2 tools",
    ),
    person(
        "window-not-a-year",
        "1 person has windows of another length than a year, this one the first with 182 days",
        window_days=182,
        offences_after=0,
        first_reoffence="2024-05-30",
    ),
    person("window-not-a-year", "with 730 days", window_days=730, offences_after=2, first_reoffence="none"),
    person("window-not-a-year", "with 364 days", window_days=364),
    (
        "data-to-come",
        followed(FOLLOW_UP._replace(data_to="2026-04-03")),
        At("follow-up"),
        "can't be known up to 3 April 2026: that was typed on 2 April 2026",
    ),
    (
        "quarters-missing",
        quarters("2023-01-01", "2023-04-01", "2023-10-01", "2024-07-01"),
        At("quarter", "2023-04-01"),
        "July to September 2023 and January to June 2024 are missing",
    ),
    (
        "quarters-missing",
        quarters("2023-01-01", "2023-07-01", idle="2023-04-01"),
        At("quarter", "2023-01-01"),
        "April to June 2023 is missing",
    ),
    ("looks-like-identifier", lambda s: s._replace(people={"A1234BC": SOUND}), At("person", "A1234BC"), "prison"),
    (
        "looks-like-identifier",
        lambda s: s._replace(people={"Alex Example": SOUND}),
        At("person", "Alex Example"),
        "a name",
    ),
    person("looks-like-identifier", "telephone", left_reason="Ask 01632 960123"),
]

FOLLOWED: list[Change] = [
    followed(),
    followed(entry="2023-06-01", left="2023-06-01", first_reoffence="2023-06-01"),
    followed(entry="2022-04-01"),
    followed(entry="2024-03-31", follow_up_start="", first_reoffence="untraced"),
    followed(entry="soon", follow_up_start="later", left="", first_reoffence="none"),
    followed(custody_before=365, custody_after=0),
    followed(window_days=None, custody_before=400),
    followed(custody_after=365),
    followed(custody_after=364, follow_up_start="", first_reoffence="none"),
    followed(offences_after=0),  # the 366th day, after a window of 365
    followed(window_days=366),
    followed(offences_after=0, first_reoffence="none"),
    followed(offences_before=0, seriousness_before=0, offences_after=1, seriousness_after=3),
    followed(offences_before=None, seriousness_before=2),
    followed(predicted=40.0, predicted_years=1.0),
    followed(predicted=1.0, predicted_years=1.0),
    predicted((40.0, "A tool", 1.0), (50.0, "a TOOL", 1.0), (60.0, "", 1.0)),
    followed(FOLLOW_UP._replace(data_to="2026-04-02")),
    followed(FOLLOW_UP._replace(data_to="2026-04-03", on="")),
    followed(FollowUp()),
    quarters("2023-01-01", "2023-04-01", idle="2023-07-01"),
    quarters("2023-10-01"),
    lambda sheet: sheet._replace(people={"P-001": Person()}),
]
