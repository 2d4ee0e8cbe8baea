"""What every chart is: painted by us, and for a screen reader a chart with a name and its finding in words."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Chart(QWidget):
    """Be painted by a sub-class; `say` gives what a screen reader reads."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.interface: QAccessibleInterface | None = None

    def say(self, finding: str) -> None:
        """Say in words what the chart shows."""
        self.setAccessibleDescription(finding)


def install_charts() -> None:
    """Tell screen readers from now on that a chart is a chart; once, before the first window."""
    QAccessible.installFactory(_chart_interface)


def _chart_interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Chart):
        return None
    # Qt holds the interface without owning a Python reference to it.
    thing.interface = QAccessibleWidget(thing, QAccessible.Role.Chart)
    return thing.interface
