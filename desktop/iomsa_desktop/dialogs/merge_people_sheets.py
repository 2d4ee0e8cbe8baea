"""Send a People sheet to a colleague in the other network, and merge those that come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.answers.people import FollowUp
from iomsa.handover.people_rows import preview_people
from iomsa.handover.people_sheet import read_people_sheets, write_people_sheet
from iomsa.scoring.words import counted
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words
from iomsa_desktop.dialogs.send_sheet import Kind, Refs, Sort, merge_sheets, send_sheet
from iomsa_desktop.models.people_table import missing

ABOUT = (
    "An Excel workbook with one row a person and drop-downs, for a colleague in the other network to fill in. What "
    "stands here goes with it; blank cells that come back change nothing."
)
SORT = Sort("Send a People sheet", "Merge People sheets", ABOUT, import_words.PEOPLE)


def send_people_sheet(desk: Desk, parent: QWidget | None) -> Path | None:
    """Ask whose rows go in and where it is written; return where the sheet lies, None where none was written."""
    sheet, framework, stamp, practice = desk.sheet, desk.framework, desk.stamp(), desk.file.practice
    data_to = (sheet.follow_up or FollowUp()).data_to
    left = {ref: missing(person, data_to) for ref, person in sheet.people.items()}
    listed = tuple((ref, f"{counted(n, 'figure')} to fill in" if n else "Complete") for ref, n in left.items())

    def write(path: Path, _: Kind, refs: Refs) -> Path:
        return write_people_sheet(path, framework, sheet, refs, stamp, practice=practice)

    return send_sheet(desk, parent, SORT, (Kind("People sheet", "People", "", listed, frozenset(left)),), write)


def merge_people_sheets(desk: Desk, parent: QWidget | None) -> bool:
    """Ask for sheets that came back and offer what they hold."""
    sheet, stamp, framework = desk.sheet, desk.stamp(), desk.framework
    return merge_sheets(
        desk,
        parent,
        SORT,
        lambda paths: read_people_sheets(framework, sheet, paths),
        lambda tables, take: preview_people(framework, sheet, tables, stamp, take, own=False),
    )
