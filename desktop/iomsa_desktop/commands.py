"""What each command of the menus does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from iomsa_desktop.desk import CASES, CHECK, OUTCOMES, OVERVIEW, PROFILE, RETURN, Place
from iomsa_desktop.file_commands import FileCommands
from iomsa_desktop.help_commands import HelpCommands
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, LIGHT, SCALES, SYSTEM
from iomsa_desktop.windows.workspace import Workspace

PLACES = {
    "overview": OVERVIEW,
    "profile": PROFILE,
    "cases": CASES,
    "outcomes": OUTCOMES,
    "check": CHECK,
    "return": RETURN,
}
THEMES = {"theme-system": SYSTEM, "theme-light": LIGHT, "theme-dark": DARK}
FILTERS = {"filter-open": "open", "filter-flagged": "flagged", "filter-not-known": "not-known"}


class Commands(QObject):
    """Carry out commands by their names; those that need an open file do nothing while there is none."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._acts: dict[str, Callable[[], object]] = {
            **FileCommands(program).acts,
            **HelpCommands(program).acts,
            "larger": lambda: self._resize(1),
            "smaller": lambda: self._resize(-1),
            "normal": lambda: self._resize(0),
        }
        self._workspace_acts: dict[str, Callable[[Workspace], object]] = {
            "undo": lambda workspace: workspace.bridge.undo(),
            "redo": lambda workspace: workspace.bridge.redo(),
            "next": lambda workspace: workspace.step(1),
            "previous": lambda workspace: workspace.step(-1),
            "next-open": lambda workspace: workspace.go_next_open(),
            "find": lambda workspace: workspace.header.finder.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "move": self._move,
        }

    def act(self, name: str) -> None:
        """Carry out a command."""
        workspace = self._program.workspace
        if name in THEMES:
            self._program.settings.theme = THEMES[name]
            self._program.relook()
        elif name in self._acts:
            self._acts[name]()
        elif workspace is None:
            return
        elif name in PLACES:
            workspace.go(Place(PLACES[name]))
        elif name in FILTERS:
            workspace.show_only(FILTERS[name])
        else:
            self._workspace_acts[name](workspace)

    def _resize(self, step: int) -> None:
        settings = self._program.settings
        here = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - settings.scale))
        settings.scale = SCALES[max(0, min(len(SCALES) - 1, here + step))] if step else SCALES[0]
        self._program.relook()

    def _move(self, workspace: Workspace) -> None:
        from iomsa_desktop.dialogs.move import MoveDialog

        MoveDialog(workspace.desk, workspace.place.about, self._program.window).run()
