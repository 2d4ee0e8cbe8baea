"""Choose the look: light, dark, or the system's own colours where it asks for more contrast."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from iomsa_desktop.look import Look, load_theme, system_theme
from iomsa_desktop.sentences import NAME
from iomsa_desktop.settings import DARK, SYSTEM
from iomsa_resources import ICON_SIZES, icon_file

STYLE = ("-style", "Fusion")
"""What an application is told on its command line to draw alike on every system; `setStyle` would load far more."""
SCROLL_BARS: Any = "QScrollBar"
"""What Qt calls them; what is written of its types asks for bytes, and `setPalette` takes text alone."""


def set_up_style(app: QApplication) -> None:
    """Let the window bear the program's name and icon."""
    app.setApplicationName(NAME)
    app.setDesktopFileName("iomsa")
    app.setWindowIcon(window_icon())


def window_icon() -> QIcon:
    """Return the program's icon; Qt reads a size of it when a window first needs that."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(icon_file(size), QSize(size, size))
    return icon


def look_now(app: QApplication, wanted: str, scale: float, system_palette: QPalette, room: int) -> Look:
    """Return the look for a wanted theme (system, light, dark), text size and width of the window in pixels."""
    hints = app.styleHints()
    family = QFont(app.font())
    if wanted == SYSTEM and hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Look(system_theme(system_palette), scale, family, room)
    dark = wanted == DARK or (wanted == SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark)
    return Look(load_theme("dark" if dark else "light"), scale, family, room)


def wear(app: QApplication, look: Look) -> None:
    """Give the whole program its palette and its font."""
    app.setPalette(look.palette())
    app.setPalette(look.bar_palette(), SCROLL_BARS)
    app.setFont(look.font("body"))
