"""The list of what was found: a bold name, its words, and below them the note or evidence that holds the words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from iomsa_desktop.kit.index import ROOT, Index
from iomsa_desktop.look import BODY, SMALL, STRONG, Look
from iomsa_desktop.models.found import Hit

HIT = Qt.ItemDataRole.UserRole + 1


class HitsModel(QAbstractListModel):
    """Offer hits to a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Hit | None:
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(part for part in (hit.name, hit.text, hit.behind) if part)
        return None


class HitLines(QStyledItemDelegate):
    """Paint a hit on one line, or on two where something stands behind it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.px
        hit = index.data(HIT)
        behind = QFontMetrics(self._look.font(SMALL)).height() if isinstance(hit, Hit) and hit.behind else 0
        return QSize(px(200), QFontMetrics(self._look.font(BODY)).height() + behind + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, rect = index.data(HIT), QRect(option.rect)
        if not isinstance(hit, Hit):
            return
        px, theme = self._look.px, self._look.theme
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.tint if chosen else theme.surface)
        inner = rect.adjusted(px(12), px(6), -px(12), -px(6))
        right = self._say(painter, inner, hit.name, STRONG)
        self._say(painter, inner.adjusted(right + px(8), 0, 0, 0), hit.text, BODY)
        painter.setPen(theme.soft)
        below = inner.adjusted(0, QFontMetrics(self._look.font(BODY)).height(), 0, 0)
        self._say(painter, below, hit.behind, SMALL)
        painter.restore()

    def _say(self, painter: QPainter, rect: QRect, text: str, role: str) -> int:
        font = self._look.font(role)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        return metrics.horizontalAdvance(shown)


class HitsList(QListView):
    """Show hits; `chosen` tells the one that was clicked or entered, `left` that Up was pressed on the first."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.found = HitsModel(self)
        self.setModel(self.found)
        self.setItemDelegate(HitLines(look, self))
        self.setAccessibleName("Found")
        self.setProperty("unringed", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def height_of(self, most: int) -> int:
        """Return the height of all hits in pixels, at most so many."""
        height = 2
        for row in range(self.found.rowCount()):
            height += self.sizeHintForRow(row)
            if height >= most:
                return most
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.chosen.emit(self.found.hits[row])
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.chosen.emit(self.found.hits[row])
