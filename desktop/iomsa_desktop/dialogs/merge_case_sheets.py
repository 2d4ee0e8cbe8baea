"""Send a Case sheet to a colleague in the other network, and merge those that come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import CASES, SECOND
from iomsa.handover.back import sheets_back
from iomsa.handover.case_merge import merge_cases
from iomsa.handover.case_rows import gather_cases
from iomsa.handover.case_sheet import SHEET, write_case_sheet
from iomsa.handover.preview import Choice, Preview
from iomsa.handover.table import Table
from iomsa.outcomes.reviewed_twice import STARTED, TO_COME, answered, reviewed_twice
from iomsa.problems import Problem, Refused
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words, take_in
from iomsa_desktop.dialogs.send_sheet import Kind, SendSheetDialog, write_and_tell
from iomsa_desktop.dialogs.waiting import wait_for
from iomsa_desktop.tasks import Cancel

SEND, MERGE = "Send a Case sheet", "Merge Case sheets"
ABOUT = (
    "An Excel workbook with the questions of each file and drop-downs, for one colleague in the other network. What "
    "stands here goes with it, but for second reviews."
)
FIRST_ABOUT = "Files that are not reviewed yet are taken in; take others in as you like."
SECOND_ABOUT = (
    "Files to be reviewed twice, for somebody of the other agency. The sheet holds nothing that the first reviewer "
    "answered."
)
NO_FILES = "Put files on the list of the case review first: draw them, or add references of your own."
FIRST_CODE, SECOND_CODE = "first", "second"
WRONG_KIND = "sheet.kind"
Both = tuple[tuple[Table, ...], tuple[Table, ...]]
"""Sheets of first reviews, and of second reviews."""


def send_case_sheet(desk: Desk, parent: QWidget | None) -> Path | None:
    """Ask which files go in and where it is written; return where the sheet lies, None where none was written."""
    sheet, framework, stamp, practice = desk.sheet, desk.framework, desk.stamp(), desk.file.practice
    if not sheet.cases:
        take_in.notice(desk, parent, SEND, NO_FILES)
        return None
    kinds = tuple(_kinds(framework, sheet))
    dialog = SendSheetDialog(desk, SEND, ABOUT, kinds, import_words.FILES, parent)
    if not dialog.run():
        return None
    refs, second = dialog.refs, dialog.kind.code == SECOND_CODE
    name = f"{SECOND if second else CASES} {sheet.period.name}.xlsx"
    return write_and_tell(
        desk,
        parent,
        SEND,
        name,
        MERGE,
        lambda path: write_case_sheet(path, framework, sheet, refs, stamp, second=second, practice=practice),
    )


def merge_case_sheets(desk: Desk, parent: QWidget | None) -> bool:
    """Ask for sheets that came back and offer what they hold; tell whether something was taken.

    All of one kind are one step of undo; first reviews come before second ones.
    """
    sheet, framework = desk.sheet, desk.framework
    paths = take_in.ask_files(desk, parent, MERGE, take_in.BOOKS, several=True)
    if not paths:
        return False
    about = (MERGE, "Reading the sheets and comparing them with what is here.")
    try:
        found = wait_for(
            desk.tasks, parent, desk.look, about, lambda cancel: read_both(framework, sheet, paths, cancel)
        )
    except Refused as refusal:
        take_in.tell_refusal(desk, parent, take_in.NOT_READ, refusal)
        return False
    taken = False
    for tables, second in zip(found or (), (False, True), strict=False):
        if tables:
            taken |= _offer(desk, parent, tables, second=second)
    return taken


def read_both(framework: Framework, sheet: AnswerSheet, paths: Sequence[Path], cancel: Cancel) -> Both:
    """Read sheets of both kinds; raise Refused with what is wrong with each that does not belong here."""
    first: list[Table] = []
    second: list[Table] = []
    problems: list[Problem] = []
    for path in paths:
        if cancel.asked:
            break
        try:
            first += sheets_back(CASES, SHEET, framework, sheet, (path,))
        except Refused as refused:
            if not any(problem.code == WRONG_KIND for problem in refused.problems):
                problems += refused.problems
                continue
            try:
                second += sheets_back(SECOND, SHEET, framework, sheet, (path,))
            except Refused:
                # It is neither: what it is not as a sheet of first reviews says it best.
                problems += refused.problems
    if problems:
        raise Refused(problems)
    return tuple(first), tuple(second)


def _offer(desk: Desk, parent: QWidget | None, tables: Sequence[Table], *, second: bool) -> bool:
    sheet, framework, stamp = desk.sheet, desk.framework, desk.stamp()

    def preview(take: frozenset[Choice]) -> Preview:
        gathered = gather_cases(framework, sheet, tables, second=second)
        return merge_cases(framework, sheet, gathered, stamp, take, second=second)

    title = "Merge sheets of second reviews" if second else MERGE
    return take_in.offer(desk, parent, title, import_words.FILES, preview(frozenset()), preview)


def _kinds(framework: Framework, sheet: AnswerSheet) -> Iterator[Kind]:
    asked = tuple(each.id for each in framework.case_review.questions)
    done = {ref: answered(asked, case.answers) for ref, case in sheet.cases.items()}
    listed = tuple((ref, _how_far(n, len(asked))) for ref, n in done.items())
    waiting = frozenset(ref for ref, n in done.items() if n < len(asked))
    yield Kind(FIRST_CODE, "First review", FIRST_ABOUT, listed, waiting)
    twice = reviewed_twice(asked, sheet.cases, sheet.draw).files
    if twice:
        far = {ref: answered(asked, sheet.cases[ref].second) for ref in twice}
        again = tuple((ref, _how_far(n, len(asked))) for ref, n in far.items())
        chosen = frozenset(ref for ref, state in twice.items() if state in (TO_COME, STARTED))
        yield Kind(SECOND_CODE, "Second review", SECOND_ABOUT, again, chosen)


def _how_far(n: int, of: int) -> str:
    return "Reviewed" if n == of else f"Started, {n} of {of}" if n else "Not started"
