"""Take a hand-over in: read it, show what it would change, and change it as one step when somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from iomsa.handover.preview import Choice, Preview
from iomsa.handover.table import Table, pasted, read_table
from iomsa.problems import Refused
from iomsa.scoring.words import sentence
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.dialogs.import_words import Nouns, step_name
from iomsa_desktop.dialogs.waiting import wait_for
from iomsa_desktop.kit.words import words
from iomsa_desktop.tasks import Cancel

T = TypeVar("T")
TABLES = "Excel and CSV files (*.xlsx *.csv *.txt *.tsv)"
BOOKS = "Excel workbooks (*.xlsx)"
NOT_READ, NOT_WRITTEN = "This could not be read", "This could not be written"
Previewing = Callable[[T, frozenset[Choice]], Preview]
"""Makes a preview of what was read, with the conflicts of which theirs is taken."""


class NoticeDialog(Dialog):
    """Tell something in sentences, one below the other."""

    def __init__(self, parent: QWidget | None, desk: Desk, title: str, sentences: Sequence[str]) -> None:
        super().__init__(parent, desk.look, title)
        for each in sentences:
            self.column.addWidget(words(desk.look, each))
        self.add_close()


def notice(desk: Desk, parent: QWidget | None, title: str, *sentences: str) -> None:
    """Tell something and wait until it was read."""
    NoticeDialog(parent, desk, title, sentences).run()


def tell_refusal(desk: Desk, parent: QWidget | None, title: str, refusal: Refused, *, placed: bool = True) -> None:
    """Tell each thing that the world said no to, with its place unless there is only one it can be."""
    said = ((each.place if placed else "", sentence(each.sentence)) for each in refusal.problems)
    notice(desk, parent, title, *(f"{place}: {text}" if place else text for place, text in said))


def ask_files(desk: Desk, parent: QWidget | None, title: str, kinds: str, *, several: bool) -> tuple[Path, ...]:
    """Ask for files to read, from the folder of last time; nothing where none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    folder = str(desk.settings.folder("handover", desk.file.path.parent))
    if several:
        names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    else:
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        names = [name] if name else []
    if names:
        desk.settings.set_folder("handover", Path(names[0]).parent)
    return tuple(map(Path, names))


def ask_target(desk: Desk, parent: QWidget | None, title: str, name: str) -> Path | None:
    """Ask where to write a workbook, in the folder of last time; None where nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    folder = desk.settings.folder("handover", desk.file.path.parent)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / name), BOOKS)
    if not chosen:
        return None
    path = Path(chosen)
    desk.settings.set_folder("handover", path.parent)
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")


def clipboard_table(desk: Desk, parent: QWidget | None) -> Table | None:
    """Return what was copied in a spreadsheet; None where it can't be read as a table, which is told."""
    try:
        return pasted(QGuiApplication.clipboard().text())
    except Refused as refusal:
        tell_refusal(desk, parent, NOT_READ, refusal, placed=False)
        return None


def tables_of(paths: Sequence[Path]) -> Callable[[Cancel], tuple[Table, ...]]:
    """Return the work that reads files, one after the other."""
    return lambda cancel: tuple(read_table(path) for path in paths if not cancel.asked)


def take_files(
    desk: Desk,
    parent: QWidget | None,
    title: str,
    nouns: Nouns,
    read: Callable[[Cancel], T],
    preview: Previewing[T],
) -> bool:
    """Read files in the background and offer what they hold; tell whether something was taken."""

    def work(cancel: Cancel) -> tuple[T, Preview]:
        read_now = read(cancel)
        return read_now, preview(read_now, frozenset())

    try:
        found = wait_for(desk.tasks, parent, desk.look, (title, "Reading and comparing with what is here."), work)
    except Refused as refusal:
        tell_refusal(desk, parent, NOT_READ, refusal)
        return False
    if found is None:
        return False
    given, first = found
    return offer(desk, parent, title, nouns, first, lambda take: preview(given, take))


def offer(
    desk: Desk,
    parent: QWidget | None,
    title: str,
    nouns: Nouns,
    first: Preview,
    again: Callable[[frozenset[Choice]], Preview],
) -> bool:
    """Show a preview and change what was decided, as one step of undo; tell whether something changed."""
    dialog = ImportPreviewDialog(desk, title, first, nouns, again, parent)
    if not dialog.run() or not dialog.preview.edits:
        return False
    return desk.bridge.change(step_name(dialog.preview, nouns), dialog.preview.edits)
