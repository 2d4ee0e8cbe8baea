"""What a screen reader meets where Qt's own answer will not do: charts, and areas that scroll.

Qt's own interface of a scroll area takes any number for a child's place without a look; when a scroll bar goes while a
screen reader walks, the program ends (QAccessibleAbstractScrollArea::child, Qt 6.11).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SCROLLED = "scrolled"
"""The property of what an area scrolls."""


class ScrollArea(QScrollArea):
    """Scroll what it holds; no frame, no focus of its own, content as wide as the area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.interface: QAccessibleInterface | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setProperty(SCROLLED, True)


class Painted(QWidget):
    """Be painted by a sub-class, and be a chart to a screen reader; `say` gives its finding in words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.interface: QAccessibleInterface | None = None
        self.setAccessibleName(name)

    def say(self, finding: str) -> None:
        """Say in words what is painted."""
        self.setAccessibleDescription(finding)


def install_spoken() -> None:
    """Give screen readers our interfaces from now on; once, before the first window."""
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, ScrollArea | Painted):
        return None
    from PySide6.QtWidgets import QAccessibleWidget

    role = QAccessible.Role.Chart if isinstance(thing, Painted) else QAccessible.Role.Pane
    # Qt holds the interface without owning a Python reference to it.
    thing.interface = QAccessibleWidget(thing, role)
    return thing.interface
