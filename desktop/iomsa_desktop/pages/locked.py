"""The notice at the top of a form whose answers can be read and not changed."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import words

LOCKED = "The answers can be read here, and not changed."


def say_locked(desk: Desk, column: QLayout) -> None:
    """Add the notice to a column, with the reason; nothing where answers can be changed."""
    if desk.read_only:
        card = Card(desk.look, edge=desk.look.theme.accent)
        card.add(words(desk.look, f"{LOCKED} {desk.file.read_only_because}".strip()))
        column.addWidget(card)
