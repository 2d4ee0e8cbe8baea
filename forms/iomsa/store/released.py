"""The statements that make the tables of each released format; a later one changes them by a migration, never here."""

from __future__ import annotations

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
"""The tables of format 1."""

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

FORMAT_3 = (
    """
    CREATE TABLE second_review (
      period TEXT NOT NULL,
      ref TEXT NOT NULL,
      agency TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, ref),
      FOREIGN KEY (period, ref) REFERENCES case_file (period, ref)
    ) STRICT""",
    """
    CREATE TABLE second_answer (
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
    CREATE TABLE agreed_answer (
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
    CREATE TABLE draw (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      seed TEXT NOT NULL,
      drawn_on TEXT NOT NULL,
      strata TEXT NOT NULL CHECK (json_valid(strata)),
      people TEXT NOT NULL CHECK (json_valid(people)),
      margin INTEGER,
      times INTEGER NOT NULL,
      replaced INTEGER NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
    """
    CREATE TABLE replaced (
      period TEXT NOT NULL REFERENCES period (period),
      ref TEXT NOT NULL,
      stratum TEXT NOT NULL,
      replacement TEXT NOT NULL,
      reason TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (period, ref)
    ) STRICT""",
    """
    CREATE TABLE unit_costs (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      costs TEXT NOT NULL CHECK (json_valid(costs)),
      prices TEXT NOT NULL CHECK (json_valid(prices)),
      prices_source TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
    """
    CREATE TABLE benchmark (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      source TEXT NOT NULL,
      areas TEXT NOT NULL CHECK (json_valid(areas)),
      author TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
    """
    CREATE TABLE kept_figures (
      period TEXT NOT NULL PRIMARY KEY REFERENCES period (period),
      origin TEXT NOT NULL,
      made_on TEXT NOT NULL,
      cases INTEGER NOT NULL,
      people INTEGER NOT NULL,
      figures TEXT NOT NULL CHECK (json_valid(figures)),
      author TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT""",
    "ALTER TABLE returned_cases ADD COLUMN strata TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(strata))",
    "ALTER TABLE follow_up ADD COLUMN joined_from TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE follow_up ADD COLUMN joined_to TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE follow_up ADD COLUMN offence_dates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(offence_dates))",
)
"""The tables and columns that format 3 adds: the draw, second reviews, costs, a benchmark, figures that were kept."""
