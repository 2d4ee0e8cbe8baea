"""The values of a framework: domains, standards, key questions, prompts, case review, profile, glossary."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Mapping
from typing import Any, NamedTuple

from iomsa.framework.digest import hash_of
from iomsa.framework.rules import Rules


class Choice(NamedTuple):
    """Offer one answer of a closed list."""

    id: str
    label: str


class Source(NamedTuple):
    """Name in words where an idea comes from; matched by the longest tag that an item's tag begins with."""

    tag: str
    words: str
    as_known: bool


class Rating(NamedTuple):
    """Name one of the self-ratings, worst first by points."""

    id: str
    label: str
    points: int


class Level(NamedTuple):
    """Name one level of a scale; its code in files and returns is its points as text."""

    points: int
    label: str
    short: str

    @property
    def code(self) -> str:
        """Return the code that stands for this level in files and returns."""
        return str(self.points)


class Scale(NamedTuple):
    """Order the levels on which a prompt is judged."""

    id: str
    levels: tuple[Level, ...]


class Domain(NamedTuple):
    """Group standards under one title."""

    id: str
    letter: str
    title: str


class Prompt(NamedTuple):
    """Ask for one thing that can be seen, with what would show it."""

    id: str
    text: str
    essential: bool
    not_applicable: bool
    sources: tuple[str, ...]
    meaning: str
    evidence: str
    agency: tuple[str, ...]
    minutes: int


class KeyQuestion(NamedTuple):
    """Ask one question of a standard; `rule` is mean, share or shown."""

    id: str
    text: str
    short: str
    sources: tuple[str, ...]
    rule: str
    case_question: str
    safety: bool
    prompts: tuple[Prompt, ...]


class Standard(NamedTuple):
    """Hold what is rated together; `rule` is mean, lowest or shown."""

    id: str
    domain: str
    title: str
    short: str
    scale: str
    rule: str
    about: str
    questions: tuple[KeyQuestion, ...]

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Return the prompts of all key questions in order."""
        return tuple(prompt for question in self.questions for prompt in question.prompts)


class CaseQuestion(NamedTuple):
    """Ask yes, no or not applicable of one case; a summary question rates a key question."""

    id: str
    stage: str
    text: str
    short: str
    hint: str
    summary: bool
    sources: tuple[str, ...]


class Stage(NamedTuple):
    """Group case questions by the stage of the work and the standard they belong to."""

    id: str
    title: str
    standard: str


class Theme(NamedTuple):
    """Read the summary questions across the stages."""

    id: str
    title: str
    questions: tuple[str, ...]


class Field(NamedTuple):
    """Take one typed value; `kind` is text, long-text, whole, decimal, number, date, choice or yes-no.

    An optional field may stay empty without leaving its item open.
    """

    id: str
    label: str
    kind: str
    unit: str
    hint: str
    choices: tuple[Choice, ...]
    optional: bool

    @property
    def is_number(self) -> bool:
        """Tell whether its value is a number."""
        return self.kind in ("whole", "number", "decimal")


class CaseReview(NamedTuple):
    """Describe the review of single cases: head, stages, themes, header fields, questions, reasons for a No."""

    head: str
    stages: tuple[Stage, ...]
    themes: tuple[Theme, ...]
    about: tuple[Field, ...]
    questions: tuple[CaseQuestion, ...]
    reasons: tuple[Choice, ...]


class ProfileItem(NamedTuple):
    """Ask for one fact about the scheme, in one field or several; `need` is required, if-known or optional."""

    id: str
    label: str
    group: str
    need: str
    source: str
    who: str
    hint: str
    sums_to: str
    fields: tuple[Field, ...]

    @property
    def required(self) -> bool:
        """Tell whether a self-assessment needs it."""
        return self.need == "required"


class Term(NamedTuple):
    """Explain a word of the field; `check` asks the reader to look at the current guidance."""

    term: str
    meaning: str
    check: bool
    old: tuple[str, ...]


class Roles(NamedTuple):
    """Say which profile fields play a part that the program knows; empty where the framework has none.

    `summary` are fields that stand on the first page of a return.
    """

    scheme_name: str
    scheme_code: str
    census: str
    people: str
    agreed_by: tuple[str, ...]
    summary: tuple[str, ...] = ()


class Framework(NamedTuple):
    """Hold everything that an assessment is made of, with the data it was read from."""

    id: str
    version: str
    title: str
    language: str
    self_rated: str
    as_known: str
    guidance_lead: str
    suggestion: str
    not_known: str
    not_applicable: str
    sources: tuple[Source, ...]
    agencies: tuple[Choice, ...]
    ratings: tuple[Rating, ...]
    scales: tuple[Scale, ...]
    domains: tuple[Domain, ...]
    standards: tuple[Standard, ...]
    case_review: CaseReview
    profile: tuple[ProfileItem, ...]
    glossary: tuple[Term, ...]
    roles: Roles
    rules: Rules
    data: Mapping[str, Any]

    @property
    def ref(self) -> str:
        """Return the name that files and returns carry, as `iom@2026.1`."""
        return f"{self.id}@{self.version}"

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the data, in hex; it is worked out each time."""
        return hash_of(self.data)
