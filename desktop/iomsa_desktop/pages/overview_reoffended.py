"""How many reoffended, for the overview: worked out again only where what it rests on has changed."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes.percent import rounded_percent
from iomsa.outcomes.work_out import proven_reoffending
from iomsa.scoring.shares import percents
from iomsa_desktop.desk import Desk

Words = tuple[str, str]


class Reoffended:
    """Keep what the overview says of proven reoffending."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._of: AnswerSheet | None = None
        self._words: Words | None = None

    def words(self) -> Words | None:
        """Return the figure and the small words behind it; None where nobody could be followed."""
        sheet, of = self._desk.sheet, self._of
        if of is None or not _rest_on_the_same(of, sheet):
            self._of, self._words = sheet, reoffended_words(sheet)
        return self._words


def reoffended_words(sheet: AnswerSheet) -> Words | None:
    """Say proven reoffending as entered, else as it was kept; None where there is no such figure."""
    found = _entered(sheet) if sheet.people else _kept(sheet)
    if found is None:
        return None
    reoffended, n, rate, interval = found
    return f"{reoffended} of {n} reoffended", f"{rounded_percent(rate)} % ({percents(interval)}); not rated"


def _entered(sheet: AnswerSheet) -> tuple[str, str, float, tuple[float, float]] | None:
    found = proven_reoffending(sheet)
    if found.rate is None or found.interval is None:
        return None
    return str(found.reoffended), str(found.n), found.rate, found.interval


def _kept(sheet: AnswerSheet) -> tuple[str, str, float, tuple[float, float]] | None:
    kept = {each.id: each for each in sheet.figures.figures} if sheet.figures is not None else {}
    rate, reoffended = kept.get("proven_reoffending.rate"), kept.get("proven_reoffending.reoffended")
    if rate is None or reoffended is None or not (rate.value and rate.low and rate.high and reoffended.value):
        return None
    return reoffended.value, rate.n, float(rate.value), (float(rate.low), float(rate.high))


def _rest_on_the_same(one: AnswerSheet, other: AnswerSheet) -> bool:
    return one.people is other.people and one.follow_up is other.follow_up and one.figures is other.figures
