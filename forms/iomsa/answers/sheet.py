"""The answer sheet: all that one scheme has said for one period, as immutable records."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Mapping
from typing import Any, NamedTuple, Self, TypeAlias, TypeVar

from iomsa.answers.people import FollowUp, Person, Quarter

T = TypeVar("T")

NOT_KNOWN = "not-known"
NOT_APPLICABLE = "not-applicable"
YES = "yes"
NO = "no"
CASE_CHOICES = (YES, NO, NOT_APPLICABLE)
LONGEST_REFERENCE = 40
"""Characters of the longest reference that a scheme may invent for a case."""


class Period(NamedTuple):
    """Name the time that is judged; dates are ISO text, `framework` is as `iom@2026.1`."""

    name: str
    start: str
    end: str
    framework: str


class Answer(NamedTuple):
    """Answer one prompt: a level's code, not-known, not-applicable, or None while it is open.

    `evidence` holds one item a line; `by` and `on` are the author as typed and the ISO time of the last change.
    """

    choice: str | None = None
    reason: str = ""
    note: str = ""
    evidence: str = ""
    flag: bool = False
    by: str = ""
    on: str = ""

    @property
    def evidence_items(self) -> tuple[str, ...]:
        """Return the evidence, one text an item."""
        return tuple(line.strip() for line in self.evidence.split("\n") if line.strip())


class ProfileValue(NamedTuple):
    """Hold one profile field as canonical text, or not-known (then the value is empty)."""

    value: str = ""
    not_known: bool = False
    note: str = ""
    by: str = ""
    on: str = ""


class CaseHeader(NamedTuple):
    """Describe one case without identifying the person; `about` pairs header field ids with canonical text."""

    about: tuple[tuple[str, str], ...] = ()
    position: int = 0
    by: str = ""
    on: str = ""


class CaseAnswer(NamedTuple):
    """Answer one case question: yes, no, not-applicable or None; a reason (id) and a note for a No."""

    choice: str | None = None
    reason: str = ""
    note: str = ""
    by: str = ""
    on: str = ""


class Case(NamedTuple):
    """Hold one reviewed case under the reference that the scheme invented."""

    ref: str
    header: CaseHeader
    answers: Mapping[str, CaseAnswer]


class Counts(NamedTuple):
    """Count the answers to one case question, as a return without case rows gives them."""

    yes: int = 0
    no: int = 0
    not_applicable: int = 0


class Move(NamedTuple):
    """Move one rating by hand; `by` pairs each name with its agency, `on` is the ISO date the program set."""

    to: str
    reason: str
    by: tuple[tuple[str, str], ...]
    on: str


class ReturnedCases(NamedTuple):
    """Keep the case counts that a return without case rows held: for each question, and how many were on the list."""

    listed: int
    reviewed: int
    counts: tuple[tuple[str, Counts], ...]


class Address(NamedTuple):
    """Say which record of a sheet is meant.

    kind and key: answer (prompt id), profile (field id), case (reference), case-answer (reference, with the case
    question's id as part), move (key question or standard id), returned-cases (key empty), person (reference), quarter
    (ISO date of its first day), follow-up (key empty).
    """

    kind: str
    key: str = ""
    part: str = ""


Record: TypeAlias = Answer | ProfileValue | CaseHeader | CaseAnswer | Move | ReturnedCases | Person | Quarter | FollowUp


_BY_KEY: Mapping[str, tuple[str, type]] = {
    "answer": ("answers", Answer),
    "profile": ("profile", ProfileValue),
    "move": ("moves", Move),
    "person": ("people", Person),
    "quarter": ("quarters", Quarter),
}
_ONCE: Mapping[str, tuple[str, type]] = {
    "returned-cases": ("returned_cases", ReturnedCases),
    "follow-up": ("follow_up", FollowUp),
}
"""The part of a sheet in which records of a kind stand, by their key or alone, and what they are."""


class AnswerSheet(NamedTuple):
    """Hold every record of one period; a record that is absent is open."""

    period: Period
    answers: Mapping[str, Answer] = {}
    profile: Mapping[str, ProfileValue] = {}
    cases: Mapping[str, Case] = {}
    moves: Mapping[str, Move] = {}
    returned_cases: ReturnedCases | None = None
    people: Mapping[str, Person] = {}
    quarters: Mapping[str, Quarter] = {}
    follow_up: FollowUp | None = None

    def record(self, address: Address) -> Record | None:
        """Return the record at an address, or None."""
        found: Record | None
        if address.kind in _ONCE:
            found = getattr(self, _ONCE[address.kind][0])
            return found
        if address.kind in _BY_KEY:
            found = getattr(self, _BY_KEY[address.kind][0]).get(address.key)
            return found
        case = self.cases.get(address.key)
        if case is None:
            return None
        return case.header if address.kind == "case" else case.answers.get(address.part)

    def with_record(self, address: Address, record: Record | None) -> Self:
        """Return a sheet in which the record at an address is this one, or absent for None."""
        match address.kind, record:
            case "case", CaseHeader() | None:
                return self._replace(cases=self._with_header(address.key, record))
            case "case-answer", CaseAnswer() | None:
                case = self.cases[address.key]
                return self._replace(
                    cases=_put(self.cases, case.ref, case._replace(answers=_put(case.answers, address.part, record)))
                )
        part, kind = (_ONCE.get(address.kind) or _BY_KEY.get(address.kind)) or ("", type(None))
        if not part or not (record is None or isinstance(record, kind)):
            raise TypeError(f"{type(record).__name__} can't stand at {address}")
        put = record if address.kind in _ONCE else _put(getattr(self, part), address.key, record)
        changed: dict[str, Any] = {part: put}
        return self._replace(**changed)

    def _with_header(self, ref: str, header: CaseHeader | None) -> Mapping[str, Case]:
        if header is None:
            return _put(self.cases, ref, None)
        known = self.cases.get(ref)
        cases = _put(self.cases, ref, Case(ref, header, known.answers if known else {}))
        if known is None and any(case.header.position > header.position for case in self.cases.values()):
            return dict(sorted(cases.items(), key=lambda item: item[1].header.position))
        return cases


def _put(records: Mapping[str, T], key: str, record: T | None) -> Mapping[str, T]:
    changed = dict(records)
    if record is None:
        changed.pop(key, None)
    else:
        changed[key] = record
    return changed
