"""The protective marking of a return, which the window shows from the start."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet

OFFICIAL, SENSITIVE = "OFFICIAL", "OFFICIAL-SENSITIVE"
MARKINGS = (OFFICIAL, SENSITIVE)


def default_marking(sheet: AnswerSheet, case_rows: bool) -> str:
    """Return the marking that a return is pre-set to: sensitive where notes or rows about people go in."""
    noted = any(answer.note for answer in sheet.answers.values())
    noted = noted or any(value.note for value in sheet.profile.values())
    return SENSITIVE if case_rows or noted else OFFICIAL
