"""Labels: text by role, wrapped, in the look's fonts and colours."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from iomsa_desktop.kit.flow import wrap
from iomsa_desktop.look import BODY, HEADING, SMALL, STRONG, TITLE, Look

WIDOW = 4
"""A word of so many characters or fewer looks lost where it stands alone on the last line."""
PARTED = re.compile(r"(?<=\d) (?=%)|(?<=\bp) (?=\d|under)")
"""The blanks within a percentage, and between p and its figure."""


def words(look: Look, text: str = "", role: str = BODY, *, soft: bool = False) -> QLabel:
    """Make a wrapped label of plain text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(look.font(role))
    label.setWordWrap(True)
    wrap(label)
    if soft:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def line(look: Look, text: str = "", role: str = BODY, *, soft: bool = False) -> QLabel:
    """Make a label that stays on one line."""
    label = words(look, text, role, soft=soft)
    label.setWordWrap(False)
    return label


def title(look: Look, text: str) -> QLabel:
    """Make the title of a page."""
    label = words(look, text, TITLE)
    label.setAccessibleName(text)
    return label


def heading(look: Look, text: str) -> QLabel:
    """Make the title of a card."""
    return words(look, text, HEADING)


def prose(look: Look, role: str) -> QLabel:
    """Make a label for a paragraph with air between its lines, which `say` fills."""
    label = words(look, "", role)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def unbroken(text: str) -> str:
    """Return a text that stays on one line."""
    return text.replace(" ", "\u00a0")


def together(text: str) -> str:
    """Return a text in which no percentage and no p goes on two lines."""
    return PARTED.sub("\u00a0", text)


def unwidowed(text: str) -> str:
    """Return a text whose last word, where it is a short one, does not stand alone on a line."""
    start, blank, last = text.rpartition(" ")
    return f"{start}\u00a0{last}" if blank and len(last) <= WIDOW else text


def show_words(label: QLabel, text: str) -> None:
    """Show plain text in a label, its figures whole, or no label where there is nothing to say."""
    label.setText(together(text))
    label.setVisible(bool(text))


def say(label: QLabel, text: str) -> None:
    """Show plain text in a label of `prose`."""
    import html

    label.setText(f'<p style="line-height:126%; margin:0">{html.escape(text)}</p>' if text else "")
    label.setAccessibleName(text)


def strong(look: Look, text: str) -> QLabel:
    """Make a label of body text in the bold weight."""
    return words(look, text, STRONG)


def small(look: Look, text: str) -> QLabel:
    """Make a small soft label."""
    return words(look, text, SMALL, soft=True)


def field_label(look: Look, text: str, field: QWidget, role: str = STRONG) -> QLabel:
    """Make the label of a field and tie both, so that a screen reader reads it."""
    label = words(look, text, role)
    label.setBuddy(field)
    return label


def recolour(widget: QWidget, colour: QColor) -> None:
    """Give a label the colour of what it says."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    widget.setPalette(palette)
