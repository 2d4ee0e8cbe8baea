"""The dialog that shows the licences of all that is in the program, as they lie in the folder beside it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import BODY, STRONG, Look

NAME = "Licences"
FOLDER = "licences"
NOTICES = "NOTICES.txt"
PAGE = 360
OF_SCREEN = 0.4
FROM_SOURCE = (
    "This program runs from its source, where each part that it uses was installed with its own licence. The page that"
    " names them all is made with the installers: python3 build/make.py freeze writes it to dist/frozen/iomsa/licences."
)
MISSING = (
    "The page of licences can't be read. It belongs to the program, in a folder named licences; install the program"
    " again to have it back."
)


def notices_file(executable: str = sys.executable, *, frozen: bool = hasattr(sys, "frozen")) -> Path | None:
    """Return where the page of licences of an installed program is; None where it runs from its source."""
    if not frozen:
        return None
    beside = Path(executable).resolve().parent
    # An app of macOS keeps its texts apart from its program.
    places = (beside / FOLDER / NOTICES, beside.parent / "Resources" / FOLDER / NOTICES)
    return next((place for place in places if place.is_file()), places[0])


class LicencesDialog(Dialog):
    """Show the page of licences; the texts that it names are files beside it."""

    def __init__(self, parent: QWidget | None, look: Look, notices: Path | None) -> None:
        super().__init__(parent, look, NAME)
        text = read(notices) if notices is not None else ""
        if notices is None or not text:
            self.column.addWidget(words(look, FROM_SOURCE if notices is None else MISSING))
            self.add_close()
            return
        where = words(look, f"The texts that this page names are files in {notices.parent}")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(where)
        self.page = self._page(text)
        self.column.addWidget(self.page, 1)
        self.add_close()
        self.page.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, look: Look, notices: Path | None) -> None:
        """Show until the dialog is closed."""
        cls(parent, look, notices).run()

    def _page(self, text: str) -> QPlainTextEdit:
        page = QPlainTextEdit()
        page.setReadOnly(True)
        # With a caret, a screen reader reads it line by line.
        by_hand = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        page.setTextInteractionFlags(by_hand)
        page.setAccessibleName(NAME)
        page.setTabChangesFocus(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFont(self.look.font(BODY))
        # The page scrolls by itself; on a small screen it leaves room, so that the dialog need not scroll too.
        page.setMinimumHeight(min(self.look.px(PAGE), round(self.screen().availableSize().height() * OF_SCREEN)))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        cursor = page.textCursor()
        for paragraph, is_heading in paragraphs(text):
            cursor.insertText(f"{paragraph}\n\n", self._format(STRONG if is_heading else BODY))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        page.setTextCursor(cursor)
        return page

    def _format(self, role: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(QFont(self.look.font(role)))
        return form


def read(path: Path) -> str:
    """Return a text; nothing where it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def paragraphs(text: str) -> list[tuple[str, bool]]:
    """Return the paragraphs of a page, each on one line, so that it breaks where the window ends; tell headings.

    A heading is underlined in the file. Lines that begin with a space stay lines.
    """
    found = []
    for block in text.strip().split("\n\n"):
        first, *rest = block.split("\n")
        if rest and rest[0] and not rest[0].strip("=-"):
            found.append((first, True))
        elif any(line.startswith(" ") for line in rest):
            found.append((block, False))
        else:
            found.append((" ".join((first, *rest)), False))
    return found
