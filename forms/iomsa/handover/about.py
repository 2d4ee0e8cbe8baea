"""What each sheet that goes to a colleague says about itself, and whether one that comes back belongs here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from iomsa.answers.period import span
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.text import clean_line
from iomsa.framework.model import Framework
from iomsa.handover.book import Column, Page
from iomsa.handover.paper import Paper
from iomsa.handover.table import Table
from iomsa.problems import Problem
from iomsa.returns.marking import SENSITIVE
from iomsa.session.edits import Stamp

ABOUT = "About this sheet"
PEOPLE, CASES, SECOND = "People sheet", "Case sheet", "Second review sheet"
FORMAT = 1
"""The number of this layout: a program reads its own and older ones."""

KIND, NUMBER, SCHEME, PERIOD, FRAMEWORK = "kind", "format", "scheme", "period", "framework"


class About(NamedTuple):
    """Say whose sheet it is; `practice` where the scheme is not a real one."""

    kind: str
    framework: Framework
    sheet: AnswerSheet
    stamp: Stamp
    practice: bool

    @property
    def paper(self) -> Paper:
        """Return what stands on every page."""
        title = f"{self.kind}: {scheme_name(self.framework, self.sheet) or 'scheme'}, {self.sheet.period.name}"
        return Paper(f"PRACTICE, not a real scheme: {title}" if self.practice else title, SENSITIVE)

    def page(self, refs: Sequence[str]) -> Page:
        """Return the sheet that says it; its id is the same for the same references."""
        period = self.sheet.period
        known = (self.kind, scheme_name(self.framework, self.sheet), period.name, period.framework)
        rows = (
            (KIND, self.kind),
            (SCHEME, known[1]),
            (PERIOD, period.name),
            ("dates looked at", span(period)),
            (FRAMEWORK, period.framework),
            (NUMBER, str(FORMAT)),
            ("sheet id", sha256("\n".join((*known, *refs)).encode()).hexdigest()[:12]),
            ("made by", self.stamp.by),
            ("made on", self.stamp.on[:10]),
            ("marking", SENSITIVE),
            ("practice", "practice" if self.practice else "real"),
        )
        return Page(ABOUT, (Column("item", 22), Column("value", 60)), rows)


def scheme_name(framework: Framework, sheet: AnswerSheet) -> str:
    """Return the scheme's name as it was typed, or empty."""
    found = sheet.profile.get(framework.roles.scheme_name)
    return found.value if found else ""


def kind_of(tables: Mapping[str, Table]) -> str:
    """Return the kind of sheet that a file says it is, or empty."""
    return _said(tables).get(KIND, "")


def not_ours(
    kinds: Sequence[str], framework: Framework, sheet: AnswerSheet, tables: Mapping[str, Table], place: str
) -> Iterator[Problem]:
    """Yield why a file is no sheet of these kinds, this scheme, period and criteria; nothing where it is."""
    said = _said(tables)
    if KIND not in said:
        yield Problem("sheet.not", place, f"this is no {kinds[0]}: it has no sheet “{ABOUT}” that says so.")
        return
    if said[KIND] not in kinds:
        yield Problem("sheet.kind", place, f"this is a {_shown(said[KIND])}, not a {kinds[0]}.")
        return
    number = said.get(NUMBER, "")
    if not (number.isascii() and number.isdecimal() and int(number) <= FORMAT):
        yield Problem("sheet.newer", place, "a newer version of the program wrote this sheet. Get the newer version.")
    ours = scheme_name(framework, sheet)
    for item, what, mine in (
        (SCHEME, "scheme", ours),
        (PERIOD, "period", sheet.period.name),
        (FRAMEWORK, "criteria", sheet.period.framework),
    ):
        theirs = said.get(item, "")
        if mine and _same(theirs) != _same(mine):
            sentence = f"this sheet is for the {what} {_shown(theirs)}, not {_shown(mine)}; nothing of it was taken."
            yield Problem(f"sheet.{item}", place, sentence)


def _said(tables: Mapping[str, Table]) -> Mapping[str, str]:
    rows = tables[ABOUT].rows if ABOUT in tables else ()
    return {row[0]: row[1] for row in reversed(rows) if len(row) > 1}


def _same(text: str) -> str:
    return clean_line(text).casefold()


def _shown(text: str) -> str:
    return f"“{text[:60]}”" if text else "without a name"
