"""The links below a list that do something with its chosen row: open it, rename it, take it away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.flow import Flow


class RowLinks(QWidget):
    """Name each link after the row; there are none while none is chosen, and only the first where nothing changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        self._read_only = desk.read_only
        self.open, self.rename, self.remove = Link(look, "Open"), Link(look, "Rename"), Link(look, "Remove")
        flow = Flow(self, gap=look.px(16), row_gap=look.px(2))
        for link in (self.open, self.rename, self.remove):
            flow.addWidget(link)

    def show_row(self, ref: str, away: str) -> None:
        """Name the links after a row; `away` says how it is taken away."""
        self.setVisible(bool(ref))
        for link, text in ((self.open, f"Open {ref}"), (self.rename, f"Rename {ref}"), (self.remove, away)):
            link.setText(text)
            link.setAccessibleName(text)
            link.setVisible(link is self.open or not self._read_only)
            link.updateGeometry()
