"""The tables of a scheme file as data: what marks the file, how each table is keyed, which columns hold a record."""

from __future__ import annotations

from typing import NamedTuple

APPLICATION_ID = 0x494F4D53
"""Marks a SQLite file as a scheme file: "IOMS" in ASCII."""


class Table(NamedTuple):
    """Hold one kind of record of a period: `keys` follow the period, `columns` stand in the order of its fields.

    `lists` are those of the columns that hold JSON.
    """

    kind: str
    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    lists: tuple[str, ...] = ()


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
    Table("move", "move", ("item",), ("rating", "reason", "names", "made"), ("names",)),
    Table("returned-cases", "returned_cases", (), ("listed", "reviewed", "counts"), ("counts",)),
    Table("person", "person", ("ref",), ("position", *PERSON, "needs", "author", "at"), ("needs",)),
    Table("quarter", "quarter", ("quarter",), ("offences", "days_at_liberty", "people", "author", "at")),
    Table("follow-up", "follow_up", (), ("data_to", "look_back_years", "author", "at")),
)
"""One table for each kind of record; a table stands after those that it refers to."""

BY_KIND = {table.kind: table for table in RECORDS}

AUDITED = (PERIOD, *RECORDS)
"""The tables whose every change is written into the trail."""

TABLES = ("header", "framework", "now_doing", "trail", *(table.name for table in AUDITED))
"""The names of all tables of a scheme file."""

FORMAT_1 = (
    """
    CREATE TABLE header (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      format INTEGER NOT NULL,
      readable_from INTEGER NOT NULL,
      program TEXT NOT NULL,
      practice INTEGER NOT NULL CHECK (practice IN (0, 1))
    ) STRICT""",
    """
    CREATE TABLE framework (
      ref TEXT NOT NULL PRIMARY KEY,
      hash TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT""",
    """
    CREATE TABLE period (
      period TEXT NOT NULL PRIMARY KEY,
      first_day TEXT NOT NULL,
      last_day TEXT NOT NULL,
      framework TEXT NOT NULL REFERENCES framework (ref)
    ) STRICT""",
    """
    CREATE TABLE answer (
      period TEXT NOT NULL REFERENCES period (period),
      prompt TEXT NOT NULL,
      choice TEXT,
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      evidence TEXT NOT NULL,
      flag INTEGER NOT NULL CHECK (flag IN (0, 1)),
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, prompt)
    ) STRICT""",
    """
    CREATE TABLE profile_value (
      period TEXT NOT NULL REFERENCES period (period),
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      not_known INTEGER NOT NULL CHECK (not_known IN (0, 1)),
      note TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, field)
    ) STRICT""",
    """
    CREATE TABLE case_file (
      period TEXT NOT NULL REFERENCES period (period),
      ref TEXT NOT NULL,
      about TEXT NOT NULL CHECK (json_valid(about)),
      position INTEGER NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, ref)
    ) STRICT""",
    """
    CREATE TABLE case_answer (
      period TEXT NOT NULL,
      ref TEXT NOT NULL,
      question TEXT NOT NULL,
      choice TEXT,
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, ref, question),
      FOREIGN KEY (period, ref) REFERENCES case_file (period, ref)
    ) STRICT""",
    """
    CREATE TABLE move (
      period TEXT NOT NULL REFERENCES period (period),
      item TEXT NOT NULL,
      rating TEXT NOT NULL,
      reason TEXT NOT NULL,
      names TEXT NOT NULL CHECK (json_valid(names)),
      made TEXT NOT NULL,
      PRIMARY KEY (period, item)
    ) STRICT""",
    """
    CREATE TABLE returned_cases (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      listed INTEGER NOT NULL,
      reviewed INTEGER NOT NULL,
      counts TEXT NOT NULL CHECK (json_valid(counts))
    ) STRICT""",
    """
    CREATE TABLE now_doing (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      actor TEXT NOT NULL,
      cause TEXT NOT NULL,
      action INTEGER NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
    """
    CREATE TABLE trail (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      cause TEXT NOT NULL,
      action INTEGER NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      part TEXT NOT NULL,
      old TEXT,
      new TEXT
    ) STRICT""",
)
"""The tables of format 1, as they were released; a later format changes them by a migration, never here."""

FORMAT_2 = (
    """
    CREATE TABLE person (
      period TEXT NOT NULL REFERENCES period (period),
      ref TEXT NOT NULL,
      position INTEGER NOT NULL,
      entry TEXT NOT NULL,
      follow_up_start TEXT NOT NULL,
      cohort TEXT NOT NULL,
      left_on TEXT NOT NULL,
      left_reason TEXT NOT NULL,
      window_days INTEGER,
      offences_earlier INTEGER,
      custody_earlier INTEGER,
      offences_before INTEGER,
      custody_before INTEGER,
      offences_after INTEGER,
      custody_after INTEGER,
      first_reoffence TEXT NOT NULL,
      seriousness_before INTEGER,
      seriousness_after INTEGER,
      predicted REAL,
      predicted_tool TEXT NOT NULL,
      predicted_years REAL,
      needs TEXT NOT NULL CHECK (json_valid(needs)),
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, ref)
    ) STRICT""",
    """
    CREATE TABLE quarter (
      period TEXT NOT NULL REFERENCES period (period),
      quarter TEXT NOT NULL,
      offences INTEGER NOT NULL,
      days_at_liberty INTEGER NOT NULL,
      people INTEGER NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, quarter)
    ) STRICT""",
    """
    CREATE TABLE follow_up (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      data_to TEXT NOT NULL,
      look_back_years REAL,
      author TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
)
"""The tables that format 2 adds: people, quarters and how far they were followed."""
