"""The lines of Summary on outcomes: how many reoffended, of how many, and what that can't say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iomsa.answers.review import REMOVED, Figure
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.returns.canonical import Value
from iomsa.returns.table import number
from iomsa.scoring.shares import percents
from iomsa.scoring.words import counted

Line = tuple[str, Value, str]


def outcome_lines(sheet: AnswerSheet, figures: Sequence[Figure]) -> Iterator[Line]:
    """Yield item, value and note; nothing where nobody was followed."""
    found = {each.id: each for each in figures}
    people, rate = found.get("people"), found.get("proven_reoffending.rate")
    if people is None or rate is None or people.value in ("", "0"):
        return
    from iomsa.outcomes.claims import NOT_CAUSED, NOT_THE_FALL

    yield "Proven reoffending", *_proven(found["proven_reoffending.reoffended"], rate)
    yield "People in the figures", number(people.value), " ".join([*_not_counted(found), *_kept(sheet)])
    yield "What they don't show", "", f"{NOT_CAUSED} {NOT_THE_FALL}"


def _proven(reoffended: Figure, rate: Figure) -> tuple[Value, str]:
    if not (rate.value and rate.low and rate.high):
        return "Not known", rate.reason
    n = int(rate.n)
    # From the counts: the share itself was rounded to four places already.
    share = (200 * int(reoffended.value) + n) // (2 * n)
    interval = percents((float(rate.low), float(rate.high)))
    figures = f"{share} % reoffended within a year; 95 % interval {interval}."
    return f"{reoffended.value} of {rate.n}", f"{figures} {rate.reason}".strip()


def _not_counted(found: dict[str, Figure]) -> Iterator[str]:
    words = (
        ("too_recent", "joined too recently to be counted"),
        ("untraced", "could not be traced"),
        ("not_known", "not filled in"),
        ("left", "left the scheme"),
    )
    for name, what in words:
        each = found.get(f"proven_reoffending.{name}")
        if each and each.value not in ("", "0"):
            yield f"{each.value} {what}."


def _kept(sheet: AnswerSheet) -> Iterator[str]:
    kept = sheet.figures
    if kept is None or sheet.people:
        return
    if kept.origin == REMOVED:
        rows = counted(kept.people, "person", "people")
        yield f"The rows of {rows} were removed; the figures are as they stood on {shown_date(kept.made_on)}."
    else:
        yield f"Figures from a return of {shown_date(kept.made_on)}; no rows about people here."
