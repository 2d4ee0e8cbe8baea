"""Send a People sheet to a colleague in the other network, and merge those that come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.answers.people import FollowUp
from iomsa.handover.people_rows import preview_people
from iomsa.handover.people_sheet import read_people_sheets, write_people_sheet
from iomsa.scoring.words import counted
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words, take_in
from iomsa_desktop.dialogs.send_sheet import Kind, SendSheetDialog, write_and_tell
from iomsa_desktop.models.people_table import missing

SEND, MERGE = "Send a People sheet", "Merge People sheets"
ABOUT = (
    "An Excel workbook with one row a person and drop-downs, for a colleague in the other network to fill in. What "
    "stands here goes with it; blank cells that come back change nothing."
)


def send_people_sheet(desk: Desk, parent: QWidget | None) -> Path | None:
    """Ask whose rows go in and where it is written; return where the sheet lies, None where none was written."""
    sheet, stamp = desk.sheet, desk.stamp()
    data_to = (sheet.follow_up or FollowUp()).data_to
    left = {ref: missing(person, data_to) for ref, person in sheet.people.items()}
    listed = tuple((ref, f"{counted(n, 'figure')} to fill in" if n else "Complete") for ref, n in left.items())
    kind = Kind("people", "People", "", listed, frozenset(left))
    dialog = SendSheetDialog(desk, SEND, ABOUT, (kind,), import_words.PEOPLE, parent)
    if not dialog.run():
        return None
    refs, framework, practice = dialog.refs, desk.framework, desk.file.practice
    name = f"People sheet {sheet.period.name}.xlsx"
    return write_and_tell(
        desk,
        parent,
        SEND,
        name,
        MERGE,
        lambda path: write_people_sheet(path, framework, sheet, refs, stamp, practice=practice),
    )


def merge_people_sheets(desk: Desk, parent: QWidget | None) -> bool:
    """Ask for sheets that came back and offer what they hold, all of them as one step; tell whether some was taken."""
    sheet, stamp, framework = desk.sheet, desk.stamp(), desk.framework
    paths = take_in.ask_files(desk, parent, MERGE, take_in.BOOKS, several=True)
    return bool(paths) and take_in.take_files(
        desk,
        parent,
        MERGE,
        import_words.PEOPLE,
        lambda _: read_people_sheets(framework, sheet, paths),
        lambda tables, take: preview_people(framework, sheet, tables, stamp, take, own=False),
    )
