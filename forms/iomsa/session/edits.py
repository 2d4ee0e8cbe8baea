"""Build the edits of each thing that a person can do; pure, from a sheet to the records that would change."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterable
from typing import NamedTuple

from iomsa.answers.sheet import (
    OF_CASE,
    Address,
    Answer,
    AnswerSheet,
    CaseAnswer,
    CaseHeader,
    Move,
    ProfileValue,
)
from iomsa.session.changes import Edit


class Stamp(NamedTuple):
    """Say who changes something, as typed, and when, as ISO time."""

    by: str
    on: str


def answer(
    sheet: AnswerSheet,
    prompt: str,
    stamp: Stamp,
    *,
    choice: str | None = None,
    keep_choice: bool = False,
    reason: str | None = None,
    note: str | None = None,
    evidence: str | None = None,
    flag: bool | None = None,
) -> tuple[Edit, ...]:
    """Change what is given of one answer; `choice` None opens the prompt again unless `keep_choice`."""
    before = sheet.answers.get(prompt)
    old = before or Answer()
    new = old._replace(
        choice=old.choice if keep_choice else choice,
        reason=old.reason if reason is None else reason,
        note=old.note if note is None else note,
        evidence=old.evidence if evidence is None else evidence,
        flag=old.flag if flag is None else flag,
    )
    return _edit(Address("answer", prompt), before, old, new, Answer(), stamp)


def profile(
    sheet: AnswerSheet, field: str, stamp: Stamp, value: str = "", *, not_known: bool = False
) -> tuple[Edit, ...]:
    """Set one profile field to a canonical value, to not known, or to nothing."""
    before = sheet.profile.get(field)
    old = before or ProfileValue()
    new = old._replace(value="" if not_known else value, not_known=not_known)
    return _edit(Address("profile", field), before, old, new, ProfileValue(), stamp)


def add_case(sheet: AnswerSheet, ref: str, stamp: Stamp) -> tuple[Edit, ...]:
    """Put a case on the list, last; its reference is the scheme's own. Counts from a return give way to cases."""
    position = max((case.header.position for case in sheet.cases.values()), default=0) + 1
    header = CaseHeader((), position, stamp.by, stamp.on)
    returned = (
        (Edit(Address("returned-cases"), sheet.returned_cases, None),) if sheet.returned_cases is not None else ()
    )
    return (*returned, Edit(Address("case", ref), None, header))


def remove_case(sheet: AnswerSheet, ref: str) -> tuple[Edit, ...]:
    """Take a case and its answers off the list."""
    case = sheet.cases[ref]
    answers = (
        Edit(Address(kind, ref, id), record, None) for kind in OF_CASE for id, record in case.of_kind(kind).items()
    )
    second = Edit(Address("second-review", ref), case.second_review, None) if case.second_review else None
    return (*answers, *((second,) if second else ()), Edit(Address("case", ref), case.header, None))


def case_about(sheet: AnswerSheet, ref: str, field: str, value: str, stamp: Stamp) -> tuple[Edit, ...]:
    """Set one header field of a case; empty text takes it away."""
    header = sheet.cases[ref].header
    about = {**dict(header.about), field: value}
    pairs = tuple(sorted((key, text) for key, text in about.items() if text))
    if pairs == header.about:
        return ()
    return (Edit(Address("case", ref), header, header._replace(about=pairs, by=stamp.by, on=stamp.on)),)


def case_answer(
    sheet: AnswerSheet,
    ref: str,
    question: str,
    stamp: Stamp,
    *,
    kind: str = "case-answer",
    choice: str | None = None,
    keep_choice: bool = False,
    reason: str | None = None,
    note: str | None = None,
) -> tuple[Edit, ...]:
    """Change what is given of one case answer, or of a second or agreed one by its kind.

    `choice` None opens it again unless `keep_choice`.
    """
    before = sheet.cases[ref].of_kind(kind).get(question)
    old = before or CaseAnswer()
    new = old._replace(
        choice=old.choice if keep_choice else choice,
        reason=old.reason if reason is None else reason,
        note=old.note if note is None else note,
    )
    return _edit(Address(kind, ref, question), before, old, new, CaseAnswer(), stamp)


def move(
    sheet: AnswerSheet, id: str, to: str, reason: str, by: Iterable[tuple[str, str]], today: str
) -> tuple[Edit, ...]:
    """Move one rating by hand."""
    return (Edit(Address("move", id), sheet.moves.get(id), Move(to, reason, tuple(by), today)),)


def unmove(sheet: AnswerSheet, id: str) -> tuple[Edit, ...]:
    """Take a move back."""
    return (Edit(Address("move", id), sheet.moves.get(id), None),)


def _edit(
    address: Address,
    before: Answer | ProfileValue | CaseAnswer | None,
    old: Answer | ProfileValue | CaseAnswer,
    new: Answer | ProfileValue | CaseAnswer,
    empty: Answer | ProfileValue | CaseAnswer,
    stamp: Stamp,
) -> tuple[Edit, ...]:
    if new == old:
        return ()
    if new._replace(by="", on="") == empty:
        return (Edit(address, before, None),)
    return (Edit(address, before, new._replace(by=stamp.by, on=stamp.on)),)
