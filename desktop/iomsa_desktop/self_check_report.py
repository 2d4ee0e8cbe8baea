"""The report of the self-check, for those who look after the computer: what ran where, each step, and the end of it."""

from __future__ import annotations

import contextlib
import platform
import sqlite3
import sys
from collections.abc import Sequence
from typing import NamedTuple

from iomsa import __version__
from iomsa_desktop.sentences import NAME

NAMES = 13
"""So many characters the names on the left take."""


class Step(NamedTuple):
    """Say of one step what it was, what came of it, and whether it held."""

    name: str
    held: bool
    said: tuple[str, ...] = ()


def report(when: str, steps: Sequence[Step]) -> str:
    """Return the whole report; `when` is ISO time."""
    return "\n".join(
        (
            f"{NAME} {__version__}: self-check of {when.replace('T', ' ')}",
            "",
            *(f"{name:<{NAMES}}{value}" for name, value in surroundings()),
            "",
            *(line for step in steps for line in lines(step)),
            "",
            ending(steps),
            "",
        )
    )


def lines(step: Step) -> list[str]:
    """Return what stands in the report of one step."""
    first = f"{'ok' if step.held else 'FAILED':<{NAMES}}{step.name}"
    return [first, *(f"{'':<{NAMES}}  {text}" for text in step.said)]


def ending(steps: Sequence[Step]) -> str:
    """Return the last line: that everything held, or what did not."""
    failed = [step.name for step in steps if not step.held]
    return f"This failed: {'; '.join(failed)}." if failed else "Everything held."


def surroundings() -> list[tuple[str, str]]:
    """Return what ran and on what, by name; Qt only once it was loaded."""
    made = "frozen" if hasattr(sys, "frozen") else "from its sources"
    found = [
        ("Program", f"{sys.executable}, {made}"),
        ("System", f"{platform.platform()}, {platform.machine()}{_distribution()}"),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("Encodings", f"file names {sys.getfilesystemencoding()}, output {sys.stdout.encoding or 'none'}"),
    ]
    return found + (_qt() if "PySide6.QtWidgets" in sys.modules else [])


def _qt() -> list[tuple[str, str]]:
    import PySide6
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

    found = [("Qt", f"{qVersion()}, PySide6 {PySide6.__version__}")]
    if QGuiApplication.instance() is None:
        return found
    sizes = [f"{each.size().width()} x {each.size().height()}" for each in QGuiApplication.screens()]
    family = QFontInfo(QGuiApplication.font()).family()
    return [
        *found,
        ("Screen", f"{QGuiApplication.platformName()}, {', '.join(sizes) or 'none'}"),
        ("Fonts", f"{family}; {len(QFontDatabase.families())} families"),
    ]


def _distribution() -> str:
    with contextlib.suppress(OSError):
        return f", {platform.freedesktop_os_release()['PRETTY_NAME']}"
    return ""
