"""What each command of the menus does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from iomsa_desktop.desk import CASES, CHECK, OVERVIEW, PROFILE, RETURN, Place
from iomsa_desktop.program import FILES, RETURNS, Program
from iomsa_desktop.settings import DARK, LIGHT, SCALES, SYSTEM
from iomsa_desktop.windows.workspace import Workspace

PLACES = {"overview": OVERVIEW, "profile": PROFILE, "cases": CASES, "check": CHECK, "return": RETURN}
THEMES = {"theme-system": SYSTEM, "theme-light": LIGHT, "theme-dark": DARK}


class Commands(QObject):
    """Carry out commands by their names; each asks what it needs in a dialog."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._acts: dict[str, Callable[[], object]] = {
            "open": self._open,
            "open-return": self._open_return,
            "practice": self._practice,
            "close": self._close,
            "quit": program.window.close,
            "undo": lambda: self._workspace and self._workspace.bridge.undo(),
            "redo": lambda: self._workspace and self._workspace.bridge.redo(),
            "larger": lambda: self._resize(1),
            "smaller": lambda: self._resize(-1),
            "normal": lambda: self._resize(0),
            "next": lambda: self._workspace and self._workspace.step(1),
            "previous": lambda: self._workspace and self._workspace.step(-1),
        }

    @property
    def _workspace(self) -> Workspace | None:
        return self._program.workspace

    def act(self, name: str) -> None:
        """Carry out a command."""
        if name in PLACES:
            if self._workspace is not None:
                self._workspace.go(Place(PLACES[name]))
        elif name in THEMES:
            self._program.settings.theme = THEMES[name]
            self._program.relook()
        else:
            self._acts[name]()

    def _open(self) -> None:
        path = self._ask_file("Open a scheme file", FILES)
        if path is not None:
            self._program.open(path)

    def _open_return(self) -> None:
        path = self._ask_file("Open a return", RETURNS)
        if path is not None:
            self._program.open_return(path)

    def _ask_file(self, title: str, kinds: str) -> Path | None:
        program = self._program
        name, _ = QFileDialog.getOpenFileName(program.window, title, str(program.opening.documents), kinds)
        return Path(name) if name else None

    def _practice(self) -> None:
        program = self._program
        program.attempt(lambda: program.take(program.opening.practice()), program.tell)

    def _close(self) -> None:
        self._program.close_file()
        self._program.show_start()

    def _resize(self, step: int) -> None:
        settings = self._program.settings
        here = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - settings.scale))
        settings.scale = SCALES[max(0, min(len(SCALES) - 1, here + step))] if step else SCALES[0]
        self._program.relook()
