"""What a return is made of, and what it is called: content, marking, file name."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import STOPS, Finding
from iomsa.framework.model import Framework
from iomsa.problems import Problem
from iomsa.returns.canonical import canonical_text
from iomsa.returns.marking import SENSITIVE, default_marking
from iomsa.scoring.card import Scorecard

LONGEST_MARKING = 60
LONGEST_NAME = 40
PRACTICE = "PRACTICE"
FILE_NAMES = r"IOM-SA_[A-Za-z0-9-]+_[A-Za-z0-9-]+_\d{8}-\d{4}\.xlsx"
"""What `file_name` gives, as a pattern."""
REAL = "real"
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Content(NamedTuple):
    """Hold everything that goes into one return.

    `marking` is the protective marking, `lowered_by` who lowered it, `asked_by` who asked for single cases.
    """

    framework: Framework
    sheet: AnswerSheet
    card: Scorecard
    findings: tuple[Finding, ...]
    practice: bool
    marking: str
    lowered_by: str = ""
    case_rows: bool = False
    asked_by: str = ""
    program_version: str = ""

    @property
    def scheme(self) -> str:
        """Return the scheme's name as it was typed."""
        return self.profile(self.framework.roles.scheme_name)

    @property
    def scheme_code(self) -> str:
        """Return the code that the inspectors gave the scheme, or empty."""
        return self.profile(self.framework.roles.scheme_code)

    @property
    def title(self) -> str:
        """Return what stands above everything: scheme and period, and PRACTICE where it is only that."""
        name = f"{self.scheme}, {self.sheet.period.name}"
        return f"{PRACTICE}, not a real scheme: {name}" if self.practice else name

    @property
    def reality(self) -> str:
        """Return the word that tells a program whether this is practice or real."""
        return PRACTICE.lower() if self.practice else REAL

    def profile(self, field: str) -> str:
        """Return the canonical value of a profile field, or empty."""
        found = self.sheet.profile.get(field)
        return found.value if found else ""


def is_lowered(content: Content) -> bool:
    """Tell whether the marking is lower than what the content is pre-set to."""
    pre_set = default_marking(content.sheet, case_rows=content.case_rows)
    return pre_set == SENSITIVE and "SENSITIVE" not in content.marking.upper()


def refusals(content: Content) -> Iterator[Problem]:
    """Yield everything for which a return is not written."""
    for finding in content.findings:
        if finding.weight == STOPS:
            yield Problem(finding.code, finding.place, finding.sentence)
    marking = content.marking
    if not marking.strip() or len(marking) > LONGEST_MARKING or not marking.isprintable():
        yield Problem(
            "return.marking",
            "marking",
            f"the protective marking should be one line of 1 to {LONGEST_MARKING} characters, such as {SENSITIVE}.",
        )
    elif is_lowered(content) and not content.lowered_by.strip():
        yield Problem(
            "return.lowered",
            "marking",
            f"this return holds notes, figures or rows about people, so it is {SENSITIVE}; to lower that, give the "
            "name of the person who decided it.",
        )
    if content.case_rows and not content.asked_by.strip():
        yield Problem(
            "return.asked-by",
            "case rows",
            "rows of single cases can identify people. Send them only if the inspectors asked, and say who asked.",
        )
    yield from _twins(content.sheet)


def _twins(sheet: AnswerSheet) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for ref in sheet.cases:
        first = seen.setdefault(canonical_text(ref), ref)
        if first != ref:
            yield Problem("return.twins", ref, "two cases have references that look the same; change one of the two.")
    names = [name for name, _, _ in sheet.draw.strata] if sheet.draw else []
    for name in names:
        if sum(canonical_text(each) == canonical_text(name) for each in names) > 1:
            yield Problem("return.twins", name, "two groups of the draw have names that look the same; draw again.")


def file_name(content: Content, when: str) -> str:
    """Return the name of the file for an ISO time, as IOM-SA_Northmoor_2025-26_20260122-1402.xlsx."""
    scheme = f"{PRACTICE}-{content.scheme}" if content.practice else content.scheme
    stamp = datetime.datetime.fromisoformat(when).strftime("%Y%m%d-%H%M")
    return f"IOM-SA_{_plain(scheme, 'scheme')}_{_plain(content.sheet.period.name, 'period')}_{stamp}.xlsx"


def _plain(name: str, otherwise: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^A-Za-z0-9]+", "-", ascii_only)[:LONGEST_NAME].strip("-")
    return f"{kept}-{otherwise}" if _DEVICE.fullmatch(kept) else kept or otherwise
