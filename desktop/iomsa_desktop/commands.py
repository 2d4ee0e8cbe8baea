"""What each command of the menus does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from iomsa_desktop.desk import CASES, CHECK, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.program import FILES, RETURNS, Program
from iomsa_desktop.settings import DARK, LIGHT, SCALES, SYSTEM

PLACES = {"overview": OVERVIEW, "profile": PROFILE, "cases": CASES, "check": CHECK, "return": RETURN}
THEMES = {"theme-system": SYSTEM, "theme-light": LIGHT, "theme-dark": DARK}


class Commands:
    """Carry out commands by their names; each asks what it needs in a dialog."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._acts = {
            "new": self._new,
            "open": self._open,
            "open-return": self._open_return,
            "practice": self._practice,
            "new-period": self._new_period,
            "back-ups": self._back_ups,
            "who": self._who,
            "close": self._close,
            "quit": program.window.close,
            "undo": self._undo,
            "redo": self._redo,
            "larger": lambda: self._resize(1),
            "smaller": lambda: self._resize(-1),
            "normal": lambda: self._resize(0),
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
        }

    def act(self, name: str) -> None:
        """Carry out a command."""
        if name in PLACES:
            self._go(Place(PLACES[name]))
        elif name in THEMES:
            self._program.settings.theme = THEMES[name]
            self._program.relook()
        else:
            self._acts[name]()
