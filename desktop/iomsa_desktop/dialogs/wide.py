"""A dialog with room for tables: as wide as they need, up to the screen."""

from __future__ import annotations

from iomsa_desktop.dialogs.dialog import OF_SCREEN, Dialog

WIDE = 860


class WideDialog(Dialog):
    """Ask or tell with tables; `wide` is how wide at most, in pixels of the drawings."""

    wide = WIDE

    def fit(self) -> None:
        room = self.screen().availableSize()
        width = min(self.look.px(self.wide), round(room.width() * OF_SCREEN))
        narrow = width - self._area.verticalScrollBar().sizeHint().width()
        high = max(self.column.totalHeightForWidth(narrow), self._canvas.minimumSizeHint().height())
        self.resize(width, min(high + self._buttons.sizeHint().height(), round(room.height() * OF_SCREEN)))
