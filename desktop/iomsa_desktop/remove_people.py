"""The command that removes the rows about people: ask, do it, show the period anew, and say what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iomsa.scoring.words import counted
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import LISTED, OUTCOMES, PEOPLE, Place
from iomsa_desktop.program import Program


class RemovePeople:
    """Remove the rows about people of the open file."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def ask(self) -> None:
        """Ask for which periods, and remove; where the world says no, the file is as it was."""
        from iomsa.store.removal import copies_beside
        from iomsa.store.removal_totals import held
        from iomsa_desktop.dialogs.remove_people import RemovePeopleDialog

        program, file = self._program, self._program.file
        if file is None or program.workspace is None or not program.may_leave():
            return
        rows = {period.name: held(file.sheet(period.name)) for period in file.periods()}
        period = program.workspace.desk.sheet.period.name
        chosen = RemovePeopleDialog.ask(program.window, program.look, period, rows, copies_beside(file.path))
        if chosen:
            program.attempt(lambda: self._remove(file, period, chosen), program.tell)

    def _remove(self, file: SchemeFile, period: str, chosen: tuple[str, ...]) -> None:
        program, workspace = self._program, self._program.workspace
        if workspace is None:
            return
        place = workspace.place
        workspace.close_down()
        program.tasks.wait()
        program.workspace = None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            removed = file.remove_people(chosen)
        finally:
            QApplication.restoreOverrideCursor()
            program.show_period(period, _still_there(place))
        copies = f" {counted(len(removed.cleaned), 'copy', 'copies')} cleaned." if removed.cleaned else ""
        deleted = f" Deleted, as it can't be read: {', '.join(removed.deleted)}." if removed.deleted else ""
        self._say(f"Rows about people are removed, their totals are kept.{copies}{deleted}")

    def _say(self, said: str) -> None:
        shown = self._program.workspace
        if shown is not None:
            shown.status.say_changed(said, can_undo=False)
            shown.announce(said)


def _still_there(place: Place) -> Place:
    """Return the place, or where it was about somebody or about everybody's rows the page above it."""
    if place.page == PEOPLE:
        return Place(OUTCOMES)
    return Place(LISTED[place.page]) if place.about and place.page in LISTED else place
