"""Take the rows of Case sheets, answer by answer: what is asked of a file, what was said, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.sheet import CASE_CHOICES, NO, AnswerSheet
from iomsa.answers.text import LIMIT, clean, clean_line, plain_line, too_long
from iomsa.answers.values import read_field
from iomsa.framework.model import Field, Framework
from iomsa.handover.preview import Fault, Unknown
from iomsa.handover.rows import same_name
from iomsa.handover.table import Table, headed
from iomsa.scoring.words import opening
from iomsa.session.person_cells import choice_label
from iomsa.session.second_review import agency_field

REFERENCE, ID = "reference", "id"
ANSWER, REASON, NOTE = "answer", "reason", "note"
COLUMNS = (REFERENCE, ID, "part", "question", ANSWER, REASON, NOTE)
ABOUT = "about."
"""How the ids of the head of a file begin, as in a return."""

_NEEDED = (REFERENCE, ID, ANSWER)
_SHORT = {"y": "yes", "n": "no", "n/a": "not applicable", "na": "not applicable", "x": "not applicable"}


class Asked(NamedTuple):
    """Describe one row of a file: a field of its head, or a question; the label names it in a preview."""

    id: str
    part: str
    label: str
    question: str
    hint: str
    field: Field | None = None


class Said(NamedTuple):
    """Hold one answer that is not blank: what was said in each of answer, reason and note, canonical, and where."""

    ref: str
    id: str
    texts: Mapping[str, str]
    row: int
    place: str


class Gathered(NamedTuple):
    """Hold what good rows say, what is wrong or has no place, and how many rows."""

    said: tuple[Said, ...]
    faults: tuple[Fault, ...]
    unknown: tuple[Unknown, ...]
    rows: int
    left_out: int


def asked_of(framework: Framework, *, second: bool) -> tuple[Asked, ...]:
    """List what is asked of each file: its head, for the second review the agency alone, and then the questions."""
    review = framework.case_review
    agency = agency_field(framework)
    fields = ((agency,) if agency else ()) if second else review.about
    stages = {stage.id: stage.title for stage in review.stages}
    which = ", second review" if second else ""
    return (
        *(
            Asked(f"{ABOUT}{each.id}", "This file", f"{each.label}{which}", each.label, each.hint, each)
            for each in fields
        ),
        *(Asked(each.id, stages[each.stage], f"{each.id}{which}", each.text, each.hint) for each in review.questions),
    )


def gather_cases(
    framework: Framework, sheet: AnswerSheet, tables: Sequence[Table], *, second: bool = False
) -> Gathered:
    """Read Case sheets; the order in which they are given makes no difference."""
    asked = {each.id: each for each in asked_of(framework, second=second)}
    said: list[Said] = []
    faults: list[Fault] = []
    unknown: dict[Unknown, None] = {}
    rows = left_out = 0
    for table in sorted(tables, key=lambda table: (table.rows, table.name)):
        seen: dict[tuple[str, str], int] = {}
        for number, cells in _rows(table, faults):
            rows += 1
            ref, id = plain_line(cells[REFERENCE]), plain_line(cells[ID])
            if ref not in sheet.cases:
                unknown[Unknown("file", ref or "without a reference", table.name)] = None
                continue
            if id not in asked:
                unknown[Unknown("question", id, table.name)] = None
                continue
            texts, wrong = _read(framework, asked[id], cells)
            found = [Fault(number, column, cells[column], expected, table.name) for column, expected in wrong]
            if (first := seen.setdefault((ref, id), number)) != number:
                twice = f"each question of a file once; row {first} has it too"
                found = [Fault(number, ID, f"{ref} {id}", twice, table.name)]
            faults += found
            left_out += bool(found)
            if texts and not found:
                said.append(Said(ref, id, texts, number, table.name))
    return Gathered(tuple(said), tuple(faults), tuple(unknown), rows, left_out)


def _rows(table: Table, faults: list[Fault]) -> Iterator[tuple[int, Mapping[str, str]]]:
    table = headed(table, lambda text: same_name(text) in COLUMNS)
    places: dict[str, int] = {}
    for place, heading in enumerate(table.columns):
        places.setdefault(same_name(heading), place)
    missing = [name for name in _NEEDED if name not in places]
    if missing:
        faults += [Fault(1, name, "", f"a column headed {name}", table.name) for name in missing]
        return
    for number, cells in table.numbered():
        yield number, {name: cells[places[name]] if name in places else "" for name in COLUMNS}


def _read(
    framework: Framework, asked: Asked, cells: Mapping[str, str]
) -> tuple[Mapping[str, str], list[tuple[str, str]]]:
    """Return what a row says, by column, and what is wrong with it: column and what was expected.

    Whether it is wrong never hangs on what is here, so that merging again finds the same.
    """
    if asked.field:
        read = read_field(asked.field, cells[ANSWER])
        return ({ANSWER: read.value} if read.value else {}), ([(ANSWER, _expected(asked.field))] if read.wrong else [])
    answer, reason, note = _answer(cells[ANSWER]), _reason(framework, cells[REASON]), clean(cells[NOTE])
    wrong = []
    if answer is None:
        wrong.append((ANSWER, f"{', '.join(map(choice_label, CASE_CHOICES[:-1]))} or {choice_label(CASE_CHOICES[-1])}"))
    if reason is None:
        wrong.append((REASON, f"one of {', '.join(each.label for each in framework.case_review.reasons)}"))
    elif reason and answer and answer != NO:
        wrong.append((REASON, "nothing, since only a no has a reason"))
    elif reason and answer == "":
        wrong.append((ANSWER, "no, since there is a reason"))
    if too_long(note):
        wrong.append((NOTE, f"a text of at most {LIMIT:,} characters"))
    texts = {ANSWER: answer or "", REASON: reason or "", NOTE: note}
    return {column: text for column, text in texts.items() if text}, wrong


def _expected(field: Field) -> str:
    if field.choices:
        return f"one of {', '.join(each.label for each in field.choices)}"
    wrong = read_field(field, "?").wrong
    return opening(wrong).removeprefix("type ").removesuffix(".") or "a shorter text"


def _answer(text: str) -> str | None:
    """Return the id of an answer, empty for a blank, None for anything else."""
    wanted = clean_line(text).casefold().replace("-", " ")
    wanted = _SHORT.get(wanted, wanted)
    return next((choice for choice in CASE_CHOICES if choice_label(choice) == wanted), None if wanted else "")


def _reason(framework: Framework, text: str) -> str | None:
    wanted = clean_line(text).casefold()
    found = (each.id for each in framework.case_review.reasons if wanted in (each.id.casefold(), each.label.casefold()))
    return next(found, None if wanted else "")
