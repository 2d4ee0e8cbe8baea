"""The protective marking of a return, which the window shows from the start."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet

OFFICIAL, SENSITIVE = "OFFICIAL", "OFFICIAL-SENSITIVE"
MARKINGS = (OFFICIAL, SENSITIVE)


def default_marking(sheet: AnswerSheet, case_rows: bool) -> str:
    """Return the marking that a return is pre-set to: sensitive where notes, figures or rows about people go in."""
    noted = any(answer.note for answer in sheet.answers.values())
    noted = noted or any(value.note for value in sheet.profile.values())
    noted = noted or any(each.reason for each in sheet.replaced.values())
    followed = bool(sheet.people or sheet.quarters or sheet.figures)
    return SENSITIVE if case_rows or noted or followed else OFFICIAL
