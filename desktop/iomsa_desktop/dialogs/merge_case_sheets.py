"""Send a Case sheet to a colleague in the other network, and merge those that come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.handover.about import CASES, SECOND
from iomsa.handover.case_sheet import preview_case_sheets, read_case_sheets, write_case_sheet
from iomsa.outcomes.reviewed_twice import STARTED, TO_COME, answered, blind_files, reviewed_twice
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words, take_in
from iomsa_desktop.dialogs.send_sheet import Kind, Refs, Sort, merge_sheets, send_sheet

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
KEPT = ", not for its second reviewer"
SORT = Sort("Send a Case sheet", "Merge Case sheets", ABOUT, import_words.FILES)


def send_case_sheet(desk: Desk, parent: QWidget | None) -> Path | None:
    """Ask which files go in and where it is written; return where the sheet lies, None where none was written."""
    sheet, framework, stamp, practice = desk.sheet, desk.framework, desk.stamp(), desk.file.practice
    if not sheet.cases:
        take_in.notice(desk, parent, SORT.send, NO_FILES)
        return None

    def write(path: Path, kind: Kind, refs: Refs) -> Path:
        return write_case_sheet(path, framework, sheet, refs, stamp, second=kind.file == SECOND, practice=practice)

    return send_sheet(desk, parent, SORT, tuple(_kinds(framework, sheet)), write)


def merge_case_sheets(desk: Desk, parent: QWidget | None) -> bool:
    """Ask for sheets that came back, of first and second reviews together, and offer what they hold."""
    sheet, framework, stamp = desk.sheet, desk.framework, desk.stamp()
    return merge_sheets(
        desk,
        parent,
        SORT,
        lambda paths: read_case_sheets(framework, sheet, paths),
        lambda tables, take: preview_case_sheets(framework, sheet, tables, stamp, take),
    )


def _kinds(framework: Framework, sheet: AnswerSheet) -> Iterator[Kind]:
    asked = tuple(each.id for each in framework.case_review.questions)
    done = {ref: answered(asked, case.answers) for ref, case in sheet.cases.items()}
    blind = blind_files(asked, sheet.cases, sheet.draw)
    listed = tuple((ref, f"{_how_far(n, len(asked))}{KEPT if ref in blind else ''}") for ref, n in done.items())
    waiting = frozenset(ref for ref, n in done.items() if n < len(asked))
    yield Kind(CASES, "First review", FIRST_ABOUT, listed, waiting)
    twice = reviewed_twice(asked, sheet.cases, sheet.draw).files
    if twice:
        far = {ref: answered(asked, sheet.cases[ref].second) for ref in twice}
        again = tuple((ref, _how_far(n, len(asked))) for ref, n in far.items())
        chosen = frozenset(ref for ref, state in twice.items() if state in (TO_COME, STARTED))
        yield Kind(SECOND, "Second review", SECOND_ABOUT, again, chosen)


def _how_far(n: int, of: int) -> str:
    return "Reviewed" if n == of else f"Started, {n} of {of}" if n else "Not started"
