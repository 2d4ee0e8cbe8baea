"""The outcomes as they may leave the scheme: small counts hidden, with all that would give them away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.outcomes.share_safe_counts import Group, Row, groups
from iomsa.outcomes.share_safe_figures import Line, figures
from iomsa.outcomes.small_numbers import FEWEST_FOR_PERCENT, Shown, share_percent, share_safe
from iomsa.outcomes.work_out import Outcomes

TITLE = "Share-safe version"
HEADINGS = ("Group", "What", "Count or figure", "Share", "Note")
MARK = "Share-safe figures: small counts are hidden. This is not the return."
RULES = (
    "Counts of 1 to 4 are shown as <5. Others are hidden where they would give such a count away. What rests on a "
    f"hidden count is left out; there are no percentages of fewer than {FEWEST_FOR_PERCENT}."
)
NOT_AN_EFFECT = (
    "These figures do not show what the scheme brought about: people are chosen when they offend most, so a fall is to "
    "be expected anyway, and nobody here is compared with people like them who were not on a scheme."
)
LEFT_OUT = "Not in this version: charts over time, other areas, and the case files."
GIVES_AWAY = "Left out, as it would give away a count above: {}."
REMOVED = "The rows about people are not in this file, so their counts can't be made share-safe."
NOBODY = "There are no people in this period, so there is nothing to share yet."


class ShareSafe(NamedTuple):
    """Hold a table that may be shared, with what has to stand beside it; `reason` says why there is none."""

    title: str
    notes: tuple[str, ...]
    lines: tuple[Line, ...]
    reason: str = ""


class Hidden(NamedTuple):
    """Hold every count as it may be shown, the groups that are shown, and those that are left out."""

    shown: Mapping[str, Shown]
    groups: tuple[Group, ...]
    left_out: tuple[Group, ...]


def share_safe_version(outcomes: Outcomes, sheet: AnswerSheet, scheme: str, names: Mapping[str, str]) -> ShareSafe:
    """Return the outcomes of a period as they may be shared.

    `scheme` is the scheme's name, `names` what the pathways are called. Counts are hidden together with all sums
    between them; a rate, interval, p or percentage is shown only where every count that it rests on is.
    """
    title = f"{TITLE}: {', '.join(part for part in (scheme, sheet.period.name) if part)}"
    if not outcomes.people:
        return ShareSafe(title, (MARK,), (), REMOVED if sheet.figures else NOBODY)
    if outcomes.reason:
        return ShareSafe(title, (MARK,), (), outcomes.reason)
    hidden = hide(tuple(groups(outcomes)))
    lines = tuple(line for group in hidden.groups for line in _lines(outcomes, group, hidden.shown, names))
    gone = "; ".join(names.get(heading, heading) for group in hidden.left_out for heading, _ in group.rows)
    away = (GIVES_AWAY.format(gone),) if gone else ()
    return ShareSafe(title, (MARK, RULES, NOT_AN_EFFECT, LEFT_OUT, *away), lines)


def hide(found: tuple[Group, ...]) -> Hidden:
    """Hide what has to be hidden, group by group: what the first shows stays, or the group that is against it goes."""
    first = found[0]
    shown = share_safe(first.counts, first.sums, first.unprinted)
    kept, left_out = [first], list[Group]()
    for group in found[1:]:
        own = share_safe(group.counts, group.sums, group.unprinted)
        if any(shown[name].value is None or own[name].value is None for name in group.known):
            left_out.append(group)
        else:
            kept.append(group)
            shown |= own
    return Hidden(shown, tuple(kept), tuple(left_out))


def _lines(outcomes: Outcomes, group: Group, shown: Mapping[str, Shown], names: Mapping[str, str]) -> Iterator[Line]:
    for heading, rows in group.rows:
        called = names.get(heading, heading)
        yield from (_line(called, row, shown) for row in rows)
        start = rows[0].name.partition(".")[0]
        yield from (line._replace(group=called) for line in figures(outcomes, group.figure, start, shown))


def _line(heading: str, row: Row, shown: Mapping[str, Shown]) -> Line:
    share, note = share_percent(shown[row.name], shown[row.whole]) if row.whole else (None, "")
    if share is None:
        return Line(heading, row.label, shown[row.name].text)
    return Line(heading, row.label, shown[row.name].text, f"{share} %", note)
