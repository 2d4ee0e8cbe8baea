"""The application, which takes the files that the system hands to a running program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tell of each file that macOS hands over; it does so by an event, before or after the window is there."""

    handed = Signal(Path)

    def __init__(self, arguments: list[str]) -> None:
        """Begin with the process's name; `first` is the file that was handed over before anybody listened."""
        super().__init__(arguments)
        self.first: Path | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            path = Path(event.file())
            self.first = self.first or path
            self.handed.emit(path)
            return True
        return super().event(event)
