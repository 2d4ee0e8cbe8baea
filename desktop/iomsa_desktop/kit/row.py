"""Widgets side by side at the left, with air behind them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iomsa_desktop.look import Look

GAP = 8


def side_by_side(look: Look, *widgets: QWidget, gap: int = GAP) -> QHBoxLayout:
    """Return a row of widgets, each as wide as it wants to be; the gap is in pixels of the drawings."""
    row = QHBoxLayout()
    row.setSpacing(look.px(gap))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
