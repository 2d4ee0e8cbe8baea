"""The notice at the top of a page whose answers can be read and not changed."""

from __future__ import annotations

from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.page import Page

LOCKED = "The answers can be read here, and not changed."


def say_locked(page: Page) -> None:
    """Add the notice to the column of a page, with the reason; nothing where answers can be changed."""
    desk = page.desk
    if desk.read_only:
        said = f"{LOCKED} {desk.file.read_only_because}".strip()
        card = Card(desk.look, edge=desk.look.theme.accent)
        card.add(words(desk.look, said))
        page.column.addWidget(card)
        # A screen reader that enters the page by a field says this too.
        page.setAccessibleDescription(said)
