"""The commands of the File menu: make, open, periods, back-ups, who is typing."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.opening import PRACTICE_NAME, SUFFIX
from iomsa_desktop.program import Program
from iomsa_desktop.sentences import FILES, RETURNS
from iomsa_desktop.whereabouts import TEMPORARY

TITLE = "This is a temporary copy"
ABOUT = (
    "It was opened from an e-mail, an archive or a browser, and lies in a folder that is emptied without notice. What "
    "you change in it may be lost and does not reach whoever sent it. Save it to a folder of your own first; the saved "
    "file then opens here."
)


class FileCommands:
    """Ask what a command of the File menu needs, and do it."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "open": self._open,
            "open-return": self._open_return,
            "practice": self._practice,
            "new-period": self._new_period,
            "back-ups": self._back_ups,
            "copy": self._copy,
            "temporary": self._temporary,
            "who": self._who,
            "share-safe": self._share_safe,
            "remove-people": self._remove_people,
            "removal-unfinished": self._removal_unfinished,
            "close": self._close,
            "quit": program.window.close,
        }

    def _new(self) -> None:
        from iomsa_desktop.dialogs.new_scheme import NewSchemeDialog

        program = self._program
        today = datetime.date.today()
        wanted = NewSchemeDialog.ask(program.window, program.look, program.opening.documents, today, DEFAULT)
        if wanted is not None:
            new = program.opening.new
            program.attempt(lambda: program.take(new(wanted.path, wanted.name, wanted.period)), program.tell)

    def _open(self) -> None:
        path = self._ask_file("Open a scheme file", FILES)
        if path is not None:
            self._program.open(path)

    def _open_return(self) -> None:
        path = self._ask_file("Open a return", RETURNS)
        if path is not None:
            self._program.open_return(path)

    def _practice(self) -> None:
        program = self._program
        if not program.has_open(program.opening.documents / PRACTICE_NAME):
            program.attempt(lambda: program.take(program.opening.practice()), self._practice_elsewhere)

    def _practice_elsewhere(self, problem: str) -> None:
        from iomsa_desktop.dialogs.advice import AdviceDialog

        program = self._program
        title = "Where to keep the practice scheme"
        if AdviceDialog.ask(program.window, program.look, title, problem, "Choose a place..."):
            target = program.ask_target(title, PRACTICE_NAME.removesuffix(SUFFIX))
            if target is not None:
                program.attempt(lambda: program.take(program.opening.practice(target)), program.tell)

    def _new_period(self) -> None:
        from iomsa_desktop.dialogs.new_period import NewPeriodDialog

        program, file = self._program, self._program.file
        if file is None:
            return
        today = datetime.date.today()
        period = NewPeriodDialog.ask(program.window, program.look, file.periods(), today, DEFAULT)
        if period is not None:
            program.attempt(lambda: file.add_period(period, shipped_data(DEFAULT)), program.tell)
            program.show_period(file.latest().name)

    def _back_ups(self) -> None:
        from iomsa_desktop.dialogs.back_ups import BackUpsDialog

        program, file = self._program, self._program.file
        if file is None:
            return
        read_only = bool(file.read_only_because)
        chosen = BackUpsDialog.ask(program.window, program.look, file.backups(), read_only=read_only)
        if chosen is not None:
            program.attempt(lambda: program.restore(chosen), program.tell)

    def _copy(self) -> None:
        program, file = self._program, self._program.file
        if file is None or not program.may_leave():
            return
        target = program.ask_target("Save a copy", file.path.stem)
        if target is not None:
            program.attempt(lambda: self._save_copy(file, target), program.tell)

    def _save_copy(self, file: SchemeFile, target: Path) -> None:
        file.save_copy(target)
        program = self._program
        if file.read_only_because or program.where == TEMPORARY:
            program.open(target)
        elif program.workspace is not None:
            said = f"A copy is saved as {target.name}; you still work on {file.path.name}."
            program.workspace.status.say_changed(said, can_undo=False)
            program.workspace.announce(said)

    def _temporary(self) -> None:
        from iomsa_desktop.dialogs.advice import AdviceDialog

        program = self._program
        if AdviceDialog.ask(program.window, program.look, TITLE, ABOUT, "Save a copy...", "Go on without"):
            self._copy()

    def _who(self) -> None:
        from iomsa_desktop.dialogs.who import WhoDialog

        program, file = self._program, self._program.file
        if file is None:
            return
        known = program.settings.who(file.path) or ("", "")
        said = WhoDialog.ask(program.window, program.look, *known)
        program.settings.set_who(file.path, *(said or known))

    def _share_safe(self) -> None:
        from iomsa_desktop.dialogs.share_safe import ShareSafeDialog

        program = self._program
        if program.workspace is not None and program.may_leave():
            ShareSafeDialog(program.workspace.desk, program.window).run()

    def _remove_people(self) -> None:
        from iomsa_desktop.remove_people import RemovePeople

        RemovePeople(self._program).ask()

    def _removal_unfinished(self) -> None:
        from iomsa_desktop.remove_people import RemovePeople

        RemovePeople(self._program).offer_again()

    def _close(self) -> None:
        if self._program.may_leave():
            self._program.close_file()
            self._program.show_start()

    def _ask_file(self, title: str, kinds: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        program = self._program
        name, _ = QFileDialog.getOpenFileName(program.window, title, str(program.opening.documents), kinds)
        return Path(name) if name else None
