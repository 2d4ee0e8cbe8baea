"""The dialog that lists the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import strong, words
from iomsa_desktop.look import STRONG, Look

ABOUT = "Single keys act only while an answer has the focus; they never act while you type."

KEYS = (
    (
        "On an answer",
        (
            ("0 1 2 3", "answer"),
            ("K", "not known"),
            ("N", "not applicable"),
            ("F", "flag, to look at again"),
            ("Enter", "to the note"),
            ("Arrows", "move without choosing"),
            ("Space", "choose"),
            ("Delete", "open the answer again"),
        ),
    ),
    ("On a case file", (("Y", "yes"), ("N", "no"), ("X", "not applicable"), ("Enter", "after a reason: on"))),
    (
        "Everywhere",
        (
            ("Tab", "to the next control"),
            ("Ctrl+Page Down", "next page"),
            ("Ctrl+Page Up", "previous page"),
            ("Ctrl+J", "next open prompt"),
            ("Ctrl+F", "find a question or note"),
            ("Ctrl+Z", "undo"),
            ("Ctrl+Y", "redo"),
            ("Ctrl +", "larger text"),
            ("Ctrl -", "smaller text"),
            ("?", "these keys"),
        ),
    ),
)


class KeysDialog(Dialog):
    """Tell the keys."""

    def __init__(self, parent: QWidget | None, look: Look) -> None:
        super().__init__(parent, look, "Keys", ABOUT)
        for title, keys in KEYS:
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, look.px(6))
            grid.setHorizontalSpacing(look.px(16))
            grid.setVerticalSpacing(look.px(4))
            grid.setColumnMinimumWidth(0, look.px(150))
            grid.setColumnStretch(1, 1)
            top = Qt.AlignmentFlag.AlignTop
            for row, (key, what) in enumerate(keys):
                grid.addWidget(strong(look, key), row, 0, top)
                grid.addWidget(words(look, what), row, 1, top)
            self.column.addWidget(words(look, title, STRONG, soft=True))
            self.column.addLayout(grid)
        self.add_close()

    @classmethod
    def tell(cls, parent: QWidget | None, look: Look) -> None:
        """Show the keys until the dialog is closed."""
        cls(parent, look).run()
