"""Send a Case sheet to a colleague in the other network, and merge those that come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import CASES, SECOND
from iomsa.handover.case_sheet import preview_case_sheets, read_case_sheets, write_case_sheet
from iomsa.outcomes.reviewed_twice import STARTED, TO_COME, answered, reviewed_twice
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words, take_in
from iomsa_desktop.dialogs.send_sheet import Kind, SendSheetDialog, write_and_tell

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

    Sheets of first and of second reviews may come together; all of them are one step of undo.
    """
    sheet, framework, stamp = desk.sheet, desk.framework, desk.stamp()
    paths = take_in.ask_files(desk, parent, MERGE, take_in.BOOKS, several=True)
    return bool(paths) and take_in.take_files(
        desk,
        parent,
        MERGE,
        import_words.FILES,
        lambda _: read_case_sheets(framework, sheet, paths),
        lambda tables, take: preview_case_sheets(framework, sheet, tables, stamp, take),
    )


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
