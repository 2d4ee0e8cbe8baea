"""What the tests of the draw share: its page, and a list that is given to it."""

from __future__ import annotations

from tests.desktop.hands import page_at
from tests.forms.session.drawn import SEED, THREE

from iomsa_desktop.desk import DRAW, Place
from iomsa_desktop.pages.draw import DrawPage
from iomsa_desktop.pages.draw_list_card import as_lines
from iomsa_desktop.windows.workspace import Workspace

LIST = as_lines(THREE)
ROWS = [("No", "Reference", "Part"), *((str(n), *pair) for n, pair in enumerate(THREE, start=1))]


def page_of(workspace: Workspace) -> DrawPage:
    return page_at(workspace, Place(DRAW), DrawPage)


def give(page: DrawPage, text: str, seed: str = SEED) -> None:
    """Put a list and a seed in, as pasting and typing do."""
    page.list.text.setPlainText(text)
    page.files.seed.setFocus()
    page.files.seed.selectAll()
    page.files.seed.insert(seed)
    page.flush()
    page.files.changed.emit()
