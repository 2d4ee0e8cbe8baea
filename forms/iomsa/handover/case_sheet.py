"""The Case sheet: some files for one colleague in another network, a row a question, first review or second."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from iomsa.answers.sheet import CASE_CHOICES, NO, AnswerSheet, Case, CaseAnswer
from iomsa.answers.values import shown, shown_date
from iomsa.framework.find import label
from iomsa.framework.model import Field, Framework
from iomsa.handover.about import CASES, SECOND, About
from iomsa.handover.back import kinds_back
from iomsa.handover.book import Column, Page, book_bytes
from iomsa.handover.case_merge import merge_cases
from iomsa.handover.case_rows import COLUMNS, ID, Asked, asked_of, gather_cases
from iomsa.handover.drop_downs import LIST, Drop
from iomsa.handover.preview import Choice, Preview, together
from iomsa.handover.put import put
from iomsa.handover.table import Table
from iomsa.session.edits import Stamp
from iomsa.session.person_cells import choice_label

SHEET, HOW = "Files", "How to fill this in"
ANSWERS, REASONS = "answer", "reason"
_WIDTHS = {"reference": 14, ID: 24, "part": 14, "question": 80, "answer": 24, "reason": 34, "note": 50}
_TO_FILL_IN = ("answer", "reason", "note")

_FIRST = "First review: answer for all agencies together, from what is recorded."
_BLIND = (
    "Second review: answer by yourself, without asking what the first reviewer answered. This sheet does not hold the "
    "first answers."
)
_HOW = """\
Choose yes, no or not applicable for each question. If you can't find it recorded, answer no.
For a no, choose a reason from the list; say more in the note where it helps.
No names, no dates of birth, no police, prison or probation numbers in a note.
Leave an answer blank while you don't know: blank cells change nothing. You can stop and go on later.
Leave references, ids and headings as they are; rows may be sorted and filtered.
Save it as .xlsx and send it back. What differs from what the scheme has is shown and asked about, not just taken.\
"""


class _Row(NamedTuple):
    """Hold one row: of which file, what is asked, and what stands there."""

    ref: str
    asked: Asked
    answer: str
    reason: str
    note: str


def write_case_sheet(
    path: Path,
    framework: Framework,
    sheet: AnswerSheet,
    refs: Sequence[str],
    stamp: Stamp,
    *,
    second: bool = False,
    practice: bool = False,
) -> Path:
    """Write a sheet of these files as they stand; return where it lies. Raise Refused where it can't be written.

    For the `second` review it holds nothing that the first reviewer said.
    """
    about = About(SECOND if second else CASES, framework, sheet, stamp, practice)
    asked = asked_of(framework, second=second)
    rows = [row for ref in refs for row in _rows(framework, sheet.cases[ref], asked, second=second)]
    choices = {ANSWERS: tuple(map(choice_label, CASE_CHOICES))}
    choices[REASONS] = tuple(each.label for each in framework.case_review.reasons)
    choices.update({each.question: _choices(each.field) for each in asked if each.field and _choices(each.field)})
    pages = (_files(rows, choices), _how(framework, sheet, asked, second=second), about.page(refs))
    return put(path, lambda: book_bytes(pages, choices, about.paper, stamp.on))


def read_case_sheets(
    framework: Framework, sheet: AnswerSheet, paths: Sequence[Path]
) -> Mapping[str, tuple[Table, ...]]:
    """Read Case sheets that came back, of first and second reviews, by their kind.

    Raise Refused with what is wrong with each that does not belong here.
    """
    return kinds_back((CASES, SECOND), SHEET, framework, sheet, paths)


def preview_case_sheets(
    framework: Framework,
    sheet: AnswerSheet,
    tables: Mapping[str, Sequence[Table]],
    stamp: Stamp,
    take: Collection[Choice] = frozenset(),
) -> Preview:
    """Say what Case sheets would change, as `read_case_sheets` gave them: first reviews, then second ones."""
    previews = [
        merge_cases(
            framework,
            sheet,
            gather_cases(framework, sheet, tables.get(kind, ()), second=second),
            stamp,
            take,
            second=second,
        )
        for kind, second in ((CASES, False), (SECOND, True))
    ]
    return together(previews)


def _rows(framework: Framework, case: Case, asked: Sequence[Asked], *, second: bool) -> Iterator[_Row]:
    about = dict(case.header.about)
    agency = case.second_review.agency if case.second_review else ""
    answers = case.second if second else case.answers
    for each in asked:
        if each.field:
            value = agency if second else about.get(each.field.id, "")
            yield _Row(case.ref, each, _date(value) if each.field.kind == "date" else shown(each.field, value), "", "")
        else:
            answer = answers.get(each.id, CaseAnswer())
            reason = label(framework.case_review.reasons, answer.reason) if answer.choice == NO else ""
            yield _Row(case.ref, each, choice_label(answer.choice or ""), reason, answer.note)


def _date(iso: str) -> str:
    return f"{iso[8:]}/{iso[5:7]}/{iso[:4]}" if iso else ""


def _choices(field: Field) -> tuple[str, ...]:
    return ("yes", "no") if field.kind == "yes-no" else tuple(each.label for each in field.choices)


def _files(rows: Sequence[_Row], choices: Mapping[str, Sequence[str]]) -> Page:
    answers: dict[str, list[str]] = {}
    reasons: list[str] = []
    for number, row in enumerate(rows, start=2):
        answers.setdefault(row.asked.question if row.asked.field else ANSWERS, []).append(f"E{number}")
        if not row.asked.field:
            reasons.append(f"F{number}")
    drops = [Drop(LIST, cells, name, name) for name, cells in answers.items() if name in choices]
    if reasons and choices[REASONS]:
        drops.append(Drop(LIST, reasons, REASONS, REASONS, "For a no."))
    columns = tuple(Column(name, _WIDTHS[name], "text" if name in _TO_FILL_IN else "given") for name in COLUMNS)
    cells = [
        (row.ref, row.asked.id, row.asked.part, _question(row.asked), row.answer, row.reason, row.note) for row in rows
    ]
    return Page(SHEET, columns, cells, 2, drops)


def _question(asked: Asked) -> str:
    return f"{asked.question} {asked.hint}".strip() if asked.field is None else asked.question


def _how(framework: Framework, sheet: AnswerSheet, asked: Sequence[Asked], *, second: bool) -> Page:
    period = sheet.period
    head = framework.case_review.head.format(start=shown_date(period.start), end=shown_date(period.end))
    sentences = (head, _BLIND if second else _FIRST, *_HOW.split("\n"))
    rows = [("", sentence, "") for sentence in sentences]
    rows += [(each.id, each.question, each.hint) for each in asked]
    return Page(HOW, (Column(ID, 18), Column("question", 80), Column("hint", 60)), rows)
