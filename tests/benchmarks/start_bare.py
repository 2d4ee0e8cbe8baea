"""Start a bare window with a label, say when it is painted and how much memory that took, and end."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Painted(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, end)


def end() -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), flush=True)
    os._exit(0)


app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(Painted("A bare window"))
window.resize(1280, 800)
window.show()
app.exec()
