"""The handle of a scroll bar is seen, light and dark: it stands out 3 to 1 from what it runs in, or its line does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from iomsa_desktop.look import Look, load_theme
from iomsa_desktop.looks import look_now, wear
from iomsa_desktop.settings import LIGHT


def luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = ((colour.redF(), 0.2126), (colour.greenF(), 0.7152), (colour.blueF(), 0.0722))
    return sum(share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part, share in parts)


def contrast(one: QColor, other: QColor) -> float:
    """Return how far two colours stand out from each other, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_handle_stands_out(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    before = qapp.palette()
    wear(qapp, Look(load_theme(name), 1.0, qapp.font()))
    area = QScrollArea()
    qtbot.addWidget(area)
    inner = QWidget()
    inner.setMinimumSize(100, 1000)
    area.setWidget(inner)
    area.resize(200, 400)
    with qtbot.waitExposed(area, timeout=20_000):
        area.show()
    bar = area.verticalScrollBar()
    image = bar.grab().toImage()
    middle = bar.width() // 2
    column = [image.pixelColor(middle, y) for y in range(bar.height())]
    run = column[bar.height() * 3 // 4]
    handle = column[bar.height() // 4]
    edge = max(contrast(each, run) for each in column[bar.height() // 4 : bar.height() * 3 // 4])
    wear(qapp, look_now(qapp, LIGHT, 1.0, before, 1280))
    assert max(contrast(handle, run), edge) >= 3
