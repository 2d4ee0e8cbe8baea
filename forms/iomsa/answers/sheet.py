"""The answer sheet: all that one scheme has said for one period, as immutable records."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, NamedTuple, Self, TypeAlias, TypeVar

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import Benchmark, Draw, KeptFigures, Replaced, SecondReview, UnitCosts

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


OF_CASE: Mapping[str, str] = {"case-answer": "answers", "second-answer": "second", "agreed-answer": "agreed"}
"""The part of a case in which answers of each kind stand."""


class Case(NamedTuple):
    """Hold one reviewed case under the reference that the scheme invented.

    `answers` are the first reviewer's and are kept; `second` are those of the second review, `agreed` what both agreed
    where they differed.
    """

    ref: str
    header: CaseHeader
    answers: Mapping[str, CaseAnswer]
    second_review: SecondReview | None = None
    second: Mapping[str, CaseAnswer] = {}
    agreed: Mapping[str, CaseAnswer] = {}

    def of_kind(self, kind: str) -> Mapping[str, CaseAnswer]:
        """Return the first, the second or the agreed answers, by the kind of their addresses."""
        found: Mapping[str, CaseAnswer] = getattr(self, OF_CASE[kind])
        return found

    @property
    def rates(self) -> Mapping[str, CaseAnswer]:
        """Return the answers that rate: what was agreed, else the first."""
        return {**self.answers, **self.agreed} if self.agreed else self.answers


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
    """Keep the case counts that a return without case rows held: for each question, and how many were on the list.

    `strata` holds the same for each stratum of the draw, by its name.
    """

    listed: int
    reviewed: int
    counts: tuple[tuple[str, Counts], ...]
    strata: tuple[tuple[str, int, int, tuple[tuple[str, Counts], ...]], ...] = ()


class Address(NamedTuple):
    """Say which record of a sheet is meant.

    kind and key: answer (prompt id), profile (field id), case and second-review (reference), case-answer,
    second-answer and agreed-answer (reference, with the case question's id as part), move (key question or standard
    id), replaced (reference of the file that left), person (reference), quarter (ISO date of its first day); key empty:
    draw, returned-cases, follow-up, unit-costs, benchmark, figures.
    """

    kind: str
    key: str = ""
    part: str = ""


Record: TypeAlias = (
    Answer
    | ProfileValue
    | CaseHeader
    | CaseAnswer
    | SecondReview
    | Draw
    | Replaced
    | Move
    | ReturnedCases
    | Person
    | Quarter
    | FollowUp
    | UnitCosts
    | Benchmark
    | KeptFigures
)


_BY_KEY: Mapping[str, tuple[str, type]] = {
    "answer": ("answers", Answer),
    "profile": ("profile", ProfileValue),
    "move": ("moves", Move),
    "replaced": ("replaced", Replaced),
    "person": ("people", Person),
    "quarter": ("quarters", Quarter),
}
ONCE: Mapping[str, tuple[str, type]] = {
    "draw": ("draw", Draw),
    "returned-cases": ("returned_cases", ReturnedCases),
    "follow-up": ("follow_up", FollowUp),
    "unit-costs": ("unit_costs", UnitCosts),
    "benchmark": ("benchmark", Benchmark),
    "figures": ("figures", KeptFigures),
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
    draw: Draw | None = None
    replaced: Mapping[str, Replaced] = {}
    unit_costs: UnitCosts | None = None
    benchmark: Benchmark | None = None
    figures: KeptFigures | None = None

    def record(self, address: Address) -> Record | None:
        """Return the record at an address, or None."""
        found: Record | None
        if address.kind in ONCE:
            found = getattr(self, ONCE[address.kind][0])
            return found
        if address.kind in _BY_KEY:
            found = getattr(self, _BY_KEY[address.kind][0]).get(address.key)
            return found
        case = self.cases.get(address.key)
        if case is None:
            return None
        if address.kind in OF_CASE:
            return case.of_kind(address.kind).get(address.part)
        return case.second_review if address.kind == "second-review" else case.header

    def with_record(self, address: Address, record: Record | None) -> Self:
        """Return a sheet in which the record at an address is this one, or absent for None."""
        match address.kind, record:
            case "case", CaseHeader() | None:
                return self._replace(cases=self._with_header(address.key, record))
            case "second-review", SecondReview() | None:
                return self._with_case(self.cases[address.key]._replace(second_review=record))
            case (("case-answer" | "second-answer" | "agreed-answer"), CaseAnswer() | None):
                case = self.cases[address.key]
                put = _put(case.of_kind(address.kind), address.part, record)
                answers: dict[str, Any] = {OF_CASE[address.kind]: put}
                return self._with_case(case._replace(**answers))
            case "person", Person():
                people = _put(self.people, address.key, record)
                return self._replace(people=_placed(people, lambda person: person.position))
        part, kind = (ONCE.get(address.kind) or _BY_KEY.get(address.kind)) or ("", type(None))
        if not part or not (record is None or isinstance(record, kind)):
            raise TypeError(f"{type(record).__name__} can't stand at {address}")
        value = record if address.kind in ONCE else _put(getattr(self, part), address.key, record)
        changed: dict[str, Any] = {part: value}
        return self._replace(**changed)

    def _with_case(self, case: Case) -> Self:
        return self._replace(cases=_put(self.cases, case.ref, case))

    def _with_header(self, ref: str, header: CaseHeader | None) -> Mapping[str, Case]:
        if header is None:
            return _put(self.cases, ref, None)
        known = self.cases.get(ref)
        cases = _put(self.cases, ref, known._replace(header=header) if known else Case(ref, header, {}))
        return cases if known else _placed(cases, lambda case: case.header.position)


def _placed(records: dict[str, T], position: Callable[[T], int]) -> Mapping[str, T]:
    """Return records by their positions, where the last is new and the others stand so already."""
    added, *before = map(position, islice(reversed(records.values()), 2))
    if before and before[0] > added:
        return dict(sorted(records.items(), key=lambda item: position(item[1])))
    return records


def _put(records: Mapping[str, T], key: str, record: T | None) -> dict[str, T]:
    changed = dict(records)
    if record is None:
        changed.pop(key, None)
    else:
        changed[key] = record
    return changed
