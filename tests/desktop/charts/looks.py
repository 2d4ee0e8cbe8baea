"""Looks for tests of charts, without a window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from iomsa_desktop.look import Look, load_theme


def look_of(scale: float = 1.0, theme: str = "light") -> Look:
    return Look(load_theme(theme), scale, QApplication.font())
