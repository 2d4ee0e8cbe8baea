"""People who joined the scheme, as records without names: what their outcomes are worked out from."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

DATE, WHOLE, PERCENT, YEARS, WORD, TEXT, REOFFENCE = "date", "whole", "percent", "years", "word", "text", "reoffence"
NONE, UNTRACED = "none", "untraced"
COHORTS = ("fixed", "flex", "free")
LEVELS = ("none", "some", "serious", "not-known")
"""The levels of a need; not known is not the same as none."""


class Person(NamedTuple):
    """Hold one person under the reference that the scheme invented, from the day of joining, still there or not.

    Dates are ISO text, empty where not given. `follow_up_start` is the release where somebody joined in custody. The
    three windows are `window_days` long, with the days of each in custody. `first_reoffence` is the date of the first
    offence within the year that led to a conviction or caution within 18 months, or none, or untraced. `predicted` is
    a percentage for so many years. `needs` holds pathway, level at entry and level now.
    """

    position: int = 0
    entry: str = ""
    follow_up_start: str = ""
    cohort: str = ""
    left: str = ""
    left_reason: str = ""
    window_days: int | None = None
    offences_earlier: int | None = None
    custody_earlier: int | None = None
    offences_before: int | None = None
    custody_before: int | None = None
    offences_after: int | None = None
    custody_after: int | None = None
    first_reoffence: str = ""
    seriousness_before: int | None = None
    seriousness_after: int | None = None
    predicted: float | None = None
    predicted_tool: str = ""
    predicted_years: float | None = None
    needs: tuple[tuple[str, str, str], ...] = ()
    by: str = ""
    on: str = ""


class Quarter(NamedTuple):
    """Hold the offences of all people in one quarter, under its first day, and their days at liberty in it."""

    offences: int = 0
    days_at_liberty: int = 0
    people: int = 0
    by: str = ""
    on: str = ""


class FollowUp(NamedTuple):
    """Say up to which day offences are known, how many years the selection score looks back, and who is meant.

    Dates are ISO text: everybody who joined from `joined_from` to `joined_to`; `offence_dates` are those of all proven
    offences, ascending, where the scheme holds them.
    """

    data_to: str = ""
    look_back_years: float | None = None
    joined_from: str = ""
    joined_to: str = ""
    offence_dates: tuple[str, ...] = ()
    by: str = ""
    on: str = ""


class Column(NamedTuple):
    """Describe one value of a person: its name, the same everywhere, and what it may be."""

    name: str
    kind: str
    choices: tuple[str, ...] = ()


COLUMNS = (
    Column("entry", DATE),
    Column("follow_up_start", DATE),
    Column("cohort", WORD, COHORTS),
    Column("left", DATE),
    Column("left_reason", TEXT),
    Column("window_days", WHOLE),
    *(
        Column(f"{what}_{window}", WHOLE)
        for window in ("earlier", "before", "after")
        for what in ("offences", "custody")
    ),
    Column("first_reoffence", REOFFENCE),
    Column("seriousness_before", WHOLE),
    Column("seriousness_after", WHOLE),
    Column("predicted", PERCENT),
    Column("predicted_tool", TEXT),
    Column("predicted_years", YEARS),
)
"""The values of a person in their order, but for the needs, which follow by pathway."""
