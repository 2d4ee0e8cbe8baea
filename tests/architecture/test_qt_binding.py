"""The pinned PySide6 takes no reference too many from None (6.12.0 does, and aborts on Python 3.11)."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 200


def test_a_call_that_returns_nothing_takes_no_reference_from_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.setObjectName("q")
    assert abs(sys.getrefcount(None) - before) < CALLS // 2
