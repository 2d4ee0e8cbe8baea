"""What the page of outcomes says of the people who joined: how many reoffended, and who went which way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from iomsa.answers.people import FollowUp
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import MONTHS
from iomsa.outcomes.direction import Direction
from iomsa.outcomes.percent import rounded_percent
from iomsa.outcomes.reoffending import Reoffending
from iomsa.scoring.shares import percents
from iomsa.scoring.words import counted
from iomsa_desktop.charts.directions_layout import Bar
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.people_head import joined_outside

OFTEN, SERIOUS = "How often", "How serious"
SURE = "95\u00a0%\u00a0interval"
"""Kept on one line, for its last word alone on the next would look lost."""


def month_words(day: date) -> str:
    """Say the month of a day: July 2023."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def head_words(sheet: AnswerSheet, proven: Reoffending) -> str:
    """Say who is meant, how many were followed, how many have left and who could not be counted."""
    rest = (
        (joined_outside(sheet), "of them joined outside these dates", "of them joined outside these dates"),
        (proven.left, "have left", "has left"),
        (proven.too_recent, "joined too recently", "joined too recently"),
        (proven.untraced, "could not be traced", "could not be traced"),
    )
    said = "".join(f" {n} {one if n == 1 else many}." for n, many, one in rest if n)
    blank = proven.not_known
    said += f" For {blank} it is not filled in yet whether they reoffended." if blank else ""
    joined = joined_words(sheet.follow_up, (person.entry for person in sheet.people.values()))
    everybody = proven.n + proven.too_recent + proven.untraced + blank
    people = counted(everybody, "person", "people")
    followed = f", of whom {proven.n or 'nobody'} could be followed" if proven.n < everybody else ""
    return f"Everyone who joined{joined}, whether still on the scheme or not: {people}{followed}.{said}"


def kept_head_words(sheet: AnswerSheet) -> str:
    """Say who is meant where only figures were kept; empty where none were."""
    kept = sheet.figures
    if kept is None or not kept.people or sheet.people:
        return ""
    people = counted(kept.people, "person", "people")
    return f"Everyone who joined{joined_words(sheet.follow_up, ())}, whether still on the scheme or not: {people}."


def joined_words(follow_up: FollowUp | None, entries: Iterable[str]) -> str:
    """Say between which months people joined: as the scheme says, else from the first and the last of them."""
    known = sorted(filter(None, entries))
    first = (follow_up.joined_from if follow_up else "") or next(iter(known), "")
    last = (follow_up.joined_to if follow_up else "") or next(reversed(known), "")
    if not first or not last or first > last:
        return ""
    one, other = (month_words(date.fromisoformat(day)) for day in (first, last))
    return f" in {one}" if one == other else f" between {one} and {other}"


def proven_title(proven: Reoffending) -> str:
    """Return the title of the card of proven reoffending."""
    head = "Proven reoffending within a year"
    return f"{head}: {proven.reoffended} of {proven.n}" if proven.n else head


def proven_words(proven: Reoffending) -> str:
    """Say the share and how far it could be from the truth, or why there is none."""
    if proven.rate is None or proven.interval is None:
        return proven.reason
    return (
        f"{whole(proven.rate)} %; with this many people the true figure could be {percents(proven.interval)} ({SURE})."
    )


def direction_bar(name: str, found: Direction) -> Bar:
    """Return one bar of less, the same and more."""
    counts = (found.reduced, found.same, found.increased)
    if found.percents is None:
        return Bar(name, counts, "nobody could be compared", "")
    words = f"{found.reduced} less, {found.same} the same, {found.increased} more"
    return Bar(name, counts, words, percents_words(found.percents))


def percents_words(shares: tuple[int, int, int]) -> str:
    """Say three percentages."""
    return f"{shares[0]} %, {shares[1]} % and {shares[2]} %"


def direction_rows(directions: Iterable[tuple[str, Direction]]) -> Rows:
    """Return the table behind the bars."""
    headings = ("", "People", "Less", "The same", "More", "Could not be compared")
    return Rows(headings, tuple(_row(name, found) for name, found in directions))


def as_in_2020_words(proven: Reoffending, found: Direction) -> str:
    """Say what the bars of the 2020 inspection are, and what they can't show."""
    if found.percents is None:
        return found.reason
    among = f"As in the 2020 inspection, among the {proven.reoffended} who reoffended"
    lost = f" ({found.left_out} could not be compared)" if found.left_out else ""
    return f"{among}{lost}. {found.reason}"


def sign_words(name: str, found: Direction) -> str:
    """Say what the sign test of everybody followed tells, in plain words with its p beside."""
    head = f"{name}: {found.reduced} of {found.of} less, {found.increased} more."
    if found.of == 0:
        return f"{name}: {found.reason}"
    if found.p is None:
        return f"{head} {found.reason}"
    split = f"{max(found.reduced, found.increased)} to {min(found.reduced, found.increased)}"
    chance = f"If chance alone decided who went which way, a split as uneven as {split} would come {often(found.p)}"
    so = "so chance alone is unlikely; it doesn't say why" if found.p < 0.05 else "so this doesn't show a change"
    return f"{head} {chance} ({p_words(found.p)}), {so}."


def often(p: float) -> str:
    """Say in natural numbers how often chance alone would do as much."""
    if p < 0.001:
        return "in fewer than 1 of 1,000 such groups"
    if p < 0.01:
        return f"in about {whole(10 * p)} of 1,000 such groups"
    return f"in about {min(100, whole(p))} of 100 such groups" if p < 0.995 else "in nearly every such group"


def p_words(p: float) -> str:
    """Write a p for those who look for it."""
    return "p under 0.001" if p < 0.001 else f"p {p:.3f}" if p < 0.1 else f"p {p:.2f}"


def whole(share: float) -> int:
    """Return a share as a whole percentage, half rounded up."""
    return rounded_percent(share)


def _row(name: str, found: Direction) -> tuple[str, ...]:
    shares = found.percents or (0, 0, 0)
    counts = (found.reduced, found.same, found.increased)
    cells = (f"{n} ({share} %)" if found.of else "–" for n, share in zip(counts, shares, strict=True))
    return (name, str(found.of), *cells, str(found.left_out))
