"""Keep a text narrow enough to read: no wider than about 75 characters, whatever room there is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel

from iomsa_desktop.look import Look

MEASURE = 640
"""The widest column of text, in pixels of the drawings."""


def narrow(look: Look, label: QLabel) -> QHBoxLayout:
    """Return a row that holds the label and leaves air behind it.

    A label with a largest width needs such a row: alone in a column it is measured at a width that it never gets.
    """
    label.setMaximumWidth(look.px(MEASURE))
    row = QHBoxLayout()
    row.addWidget(label, 1)
    row.addStretch(0)
    return row
