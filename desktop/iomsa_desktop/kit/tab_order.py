"""Where the Tab key goes next: a widget that is made late stands where it is seen, not behind everything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, after: QWidget) -> None:
    """Let Tab come from one widget to all that takes the focus in another, in the order it has there."""
    if before.window() is not after.window():
        # Across windows Qt would tie two chains together, of which one may go first.
        return
    inside: list[QWidget] = []
    each: QWidget | None = after
    while each is not None and (each is after or after.isAncestorOf(each)):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inside.append(each)
        each = each.nextInFocusChain()
        if each is after:
            break
    for first, second in zip([before, *inside], inside, strict=False):
        QWidget.setTabOrder(first, second)
