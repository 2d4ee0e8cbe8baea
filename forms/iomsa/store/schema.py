"""The tables of a scheme file as data: what marks the file, how each table is keyed, which columns hold a record."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import Any, NamedTuple

APPLICATION_ID = 0x494F4D53
"""Marks a SQLite file as a scheme file: "IOMS" in ASCII."""


class Table(NamedTuple):
    """Hold one kind of record of a period: `keys` follow the period, `columns` stand in the order of its fields.

    `lists` are those of the columns that hold JSON; `later` pairs each column that a later format added with what it
    says of rows from before.
    """

    kind: str
    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    lists: tuple[str, ...] = ()
    later: tuple[tuple[str, Any], ...] = ()


PERSON = (
    "entry",
    "follow_up_start",
    "cohort",
    "left_on",
    "left_reason",
    "window_days",
    "offences_earlier",
    "custody_earlier",
    "offences_before",
    "custody_before",
    "offences_after",
    "custody_after",
    "first_reoffence",
    "seriousness_before",
    "seriousness_after",
    "predicted",
    "predicted_tool",
    "predicted_years",
)
"""The values of a person, as they are called there; `left` is a word of SQL."""

PERIOD = Table("period", "period", (), ("first_day", "last_day", "framework"))
"""Periods are rows of their own table; their name is the key that all others begin with."""

RECORDS = (
    Table("answer", "answer", ("prompt",), ("choice", "reason", "note", "evidence", "flag", "author", "at")),
    Table("profile", "profile_value", ("field",), ("value", "not_known", "note", "author", "at")),
    Table("case", "case_file", ("ref",), ("about", "position", "author", "at"), ("about",)),
    Table("case-answer", "case_answer", ("ref", "question"), ("choice", "reason", "note", "author", "at")),
    Table("second-review", "second_review", ("ref",), ("agency", "author", "at")),
    Table("second-answer", "second_answer", ("ref", "question"), ("choice", "reason", "note", "author", "at")),
    Table("agreed-answer", "agreed_answer", ("ref", "question"), ("choice", "reason", "note", "author", "at")),
    Table(
        "draw",
        "draw",
        (),
        ("seed", "drawn_on", "strata", "people", "margin", "times", "replaced", "author", "at"),
        ("strata", "people"),
    ),
    Table("replaced", "replaced", ("ref",), ("stratum", "replacement", "reason", "author", "at")),
    Table("move", "move", ("item",), ("rating", "reason", "names", "made"), ("names",)),
    Table(
        "returned-cases",
        "returned_cases",
        (),
        ("listed", "reviewed", "counts", "strata"),
        ("counts", "strata"),
        (("strata", []),),
    ),
    Table("person", "person", ("ref",), ("position", *PERSON, "needs", "author", "at"), ("needs",)),
    Table("quarter", "quarter", ("quarter",), ("offences", "days_at_liberty", "people", "author", "at")),
    Table(
        "follow-up",
        "follow_up",
        (),
        ("data_to", "look_back_years", "joined_from", "joined_to", "offence_dates", "author", "at"),
        ("offence_dates",),
        (("joined_from", ""), ("joined_to", ""), ("offence_dates", [])),
    ),
    Table(
        "unit-costs",
        "unit_costs",
        (),
        ("costs", "prices", "prices_source", "author", "at"),
        ("costs", "prices"),
    ),
    Table("benchmark", "benchmark", (), ("source", "areas", "author", "at"), ("areas",)),
    Table(
        "figures",
        "kept_figures",
        (),
        ("origin", "made_on", "cases", "people", "figures", "author", "at"),
        ("figures",),
    ),
)
"""One table for each kind of record; a table stands after those that it refers to."""

BY_KIND = {table.kind: table for table in RECORDS}

AUDITED = (PERIOD, *RECORDS)
"""The tables whose every change is written into the trail."""

TABLES = ("header", "framework", "now_doing", "trail", *(table.name for table in AUDITED))
"""The names of all tables of a scheme file."""
