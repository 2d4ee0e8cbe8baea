"""The command that removes the rows about people: ask, do it off this thread, show the period anew, say what came."""

from __future__ import annotations

from iomsa.scoring.words import counted
from iomsa.store.removal import Removed
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import LISTED, OUTCOMES, PEOPLE, Place
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.dialogs.remove_people import RemovePeopleDialog
from iomsa_desktop.dialogs.removed_people import NotRemovedDialog, RemovedDialog
from iomsa_desktop.dialogs.removing_people import RemovingDialog
from iomsa_desktop.program import Program

UNFINISHED = "Rows about people may still be there"
UNFINISHED_ABOUT = (
    "The program ended before it had removed the rows about people from this file. Nothing is damaged, but the file or "
    "copies beside it may still hold rows. Nothing is removed unless you ask for it; it stays in the File menu."
)


class RemovePeople:
    """Remove the rows about people of the open file."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def ask(self) -> None:
        """Ask for which periods, and remove; where the world says no, the file is as it was."""
        self._program.attempt(self._ask, self._program.tell)

    def offer_again(self) -> None:
        """Say that the program ended while it removed, and offer to do it again; somebody who declines is not asked."""
        program, file = self._program, self._program.file
        if file is None:
            return
        if AdviceDialog.ask(program.window, program.look, UNFINISHED, UNFINISHED_ABOUT, "Remove rows", "Not now"):
            self.ask()
        else:
            program.settings.set_removing(file.path, on=False)

    def _ask(self) -> None:
        from iomsa.store.removal import copies_beside
        from iomsa.store.removal_totals import held

        program, file = self._program, self._program.file
        if file is None or program.workspace is None or not program.may_leave():
            return
        shown = program.workspace.desk.sheet
        here = shown.period.name
        names = [period.name for period in file.periods()]
        rows = {name: held(shown if name == here else file.sheet(name)) for name in names}
        copies = copies_beside(file.path)
        chosen = RemovePeopleDialog.ask(program.window, program.look, here, rows, copies)
        if chosen:
            self._remove(file, chosen, RemovingDialog(program.window, program.look, copies))

    def _remove(self, file: SchemeFile, chosen: tuple[str, ...], dialog: RemovingDialog) -> None:
        program, workspace = self._program, self._program.workspace
        if workspace is None:
            return
        place, period = workspace.place, workspace.desk.sheet.period.name
        work = file.removing(chosen, dialog.go_on)
        workspace.close_down()
        # What is on the screen stays until the end, but can't be reached, and nothing more is stored from it.
        program.workspace = None
        program.settings.set_removing(file.path, on=True)
        program.tasks.run(work, dialog.take_done, dialog.take_refused, dialog.take_failed)
        dialog.run()
        if dialog.removed is not None or dialog.refusal is not None:
            program.settings.set_removing(file.path, on=False)
        if program.file is not file:
            # The computer was shut down meanwhile.
            return
        program.show_period(period, _still_there(place) if dialog.removed else place)
        if dialog.removed is not None:
            self._say(said_words(dialog.removed))
            RemovedDialog(program.window, program.look, file.path.name, dialog.removed).run()
        elif dialog.refusal is not None:
            NotRemovedDialog(program.window, program.look, dialog.refusal).run()

    def _say(self, said: str) -> None:
        shown = self._program.workspace
        if shown is not None:
            shown.status.say_changed(said, can_undo=False)
            shown.announce(said)


def said_words(removed: Removed) -> str:
    """Say in the status line what was done."""
    cleaned = f" {counted(len(removed.cleaned), 'copy', 'copies')} cleaned." if removed.cleaned else ""
    left = f" Not clean: {counted(len(removed.left), 'copy', 'copies')}." if removed.left else ""
    return f"Rows about people are removed, their totals are kept.{cleaned}{left}"


def _still_there(place: Place) -> Place:
    """Return the place, or where it was about somebody or about everybody's rows the page above it."""
    if place.page == PEOPLE:
        return Place(OUTCOMES)
    return Place(LISTED[place.page]) if place.about and place.page in LISTED else place
