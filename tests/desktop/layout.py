"""What a machine can see of a bad layout: cut text, widgets that lie on each other or stick out, sideways scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import inf

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from iomsa_desktop.kit.elided import ElidedLine
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.kit.focus_ring import FocusRing
from iomsa_desktop.windows.find import FindPopup
from iomsa_desktop.windows.task_list import TaskButton

CUT_ON_PURPOSE = (ElidedLine, TaskButton)
"""These end in three dots where there is no room, and say all of it in their tool tips."""
LIES_ABOVE = (FocusRing, FindPopup)
BODY_PIXELS = 15
"""Body text at 100 %."""
BLANK = 4
"""The blank at the end of a line that wraps may hang over so far, in pixels; nobody sees it."""


def slips(window: QWidget) -> list[str]:
    """Return what is wrong with the layout of a window as it stands, in words."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            found += [f"{told(widget)}: {slip}" for slip in _slips(widget)]
    return found


def told(widget: QWidget) -> str:
    """Name a widget for a person."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{text[:40]}”"


def _slips(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, CUT_ON_PURPOSE):
        yield from _cut(widget)
    if isinstance(widget, QLineEdit) and not widget.text():
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if needed > widget.width():
            yield f"its hint needs {needed} and has {widget.width()} pixels"
    if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > _sideways(widget):
        yield f"it scrolls sideways by {widget.horizontalScrollBar().maximum()}"
    children = [each for each in widget.children() if isinstance(each, QWidget) and not isinstance(each, LIES_ABOVE)]
    shown = [each for each in children if each.isVisible() and not each.isWindow()]
    for first, second in combinations(shown, 2):
        if first.geometry().intersects(second.geometry()):
            yield f"{told(first)} {first.geometry()} and {told(second)} {second.geometry()} lie on each other"
    if not _scrolls(widget):
        for child in shown:
            if not widget.rect().contains(child.geometry()):
                yield f"{told(child)} sticks out: {child.geometry()} in {widget.size()}"


def _cut(widget: QLabel | QAbstractButton) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height():
            yield f"its lines need {needed} and have {widget.height()} pixels"
        if widget.minimumSizeHint().width() > widget.width():
            yield f"its longest word needs {widget.minimumSizeHint().width()} and has {widget.width()} pixels"
    else:
        hint = widget.sizeHint()
        if hint.width() > widget.width() or hint.height() > widget.height():
            yield f"it needs {hint} and has {widget.size()}"


def _sideways(area: QAbstractScrollArea) -> float:
    """Return how far an area may scroll sideways: a table of many columns as far as it must where text is large."""
    if isinstance(area, FlatTable) and area.font().pixelSize() > BODY_PIXELS:
        return inf
    return BLANK if isinstance(area, QPlainTextEdit) else 0


def _scrolls(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QScrollArea) and area.viewport() is widget
