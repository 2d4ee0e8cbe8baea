"""A flat table: rows on a surface with thin lines between them, soft headings, ticks and crosses beside words."""

from __future__ import annotations

import html

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from iomsa_desktop.kit.index import Index
from iomsa_desktop.kit.tick import TICK, paint_sign
from iomsa_desktop.look import BODY, SMALL, STRONG, Look, Theme

SIGN = Qt.ItemDataRole.UserRole + 1
"""The role under which a model gives the sign before the words: TICK, CROSS or nothing."""
WEIGHT = Qt.ItemDataRole.UserRole + 2
"""The role under which a model gives the font role of a cell, where it is not body text."""
LEFT = Qt.AlignmentFlag.AlignLeft
WRAP = 84
"""A heading that is wider than this, in pixels of the drawings, goes on two lines."""
MEASURED = 40
"""So many rows are measured to find how wide a column should be."""
ARROW = 14
"""The room for the arrow beside the heading of a column that can be sorted, in pixels of the drawings."""
BEHIND_FIGURES = 10
"""The air between figures at the right of their column and words at the left of the next, in pixels of the drawings."""


class FlatHeader(QHeaderView):
    """Paint headings in small soft words with a line below; an arrow stands beside the one that sorts."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        font = QFont(look.font(SMALL))
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self._broken: dict[str, tuple[str, ...]] = {}
        self.tight = False
        """Whether there is little room beside the words."""
        self._whole = False

    def keep_whole(self, *, whole: bool) -> None:
        """Keep every heading on one line, or put long ones on two."""
        if whole is not self._whole:
            self._whole = whole
            # What it keeps of its height no longer holds.
            self.headerDataChanged(self.orientation(), 0, self.count() - 1)

    def sectionSizeFromContents(self, section: int) -> QSize:
        metrics, px = QFontMetrics(self.font()), self._look.px
        widest = max(metrics.horizontalAdvance(each) for each in self._lines(section))
        more = (px(ARROW) if self.sectionsClickable() else 0) + (0 if self._side(section) == LEFT else px(2))
        more += px(-4 if self.tight else behind_figures(self.model(), section))
        lines = max(len(self._lines(each)) for each in range(self.count()))
        return QSize(widest + px(12) + more, lines * metrics.lineSpacing() + px(10))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px, theme, metrics = self._look.px, self._look.theme, QFontMetrics(self.font())
        painter.save()
        painter.fillRect(rect, theme.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        painter.setFont(self.font())
        painter.setPen(theme.soft)
        lines = self._lines(section)
        side = self._side(section)
        before, behind = (4, 4) if self.tight else (8, 6 + behind_figures(self.model(), section))
        inner = rect.adjusted(px(before), 0, 0 if side == LEFT else -px(behind), -px(6))
        flags = side | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextDontClip
        painter.drawText(inner, flags, "\n".join(lines))
        if self.sectionsClickable() and self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            wide = metrics.horizontalAdvance(lines[-1])
            x = inner.left() + wide + px(5) if side == LEFT else inner.right() - wide - px(12)
            self._arrow(painter, QRectF(x, inner.bottom() - metrics.height() / 2 - px(1), px(7), px(4)))
        painter.restore()

    def _lines(self, section: int) -> tuple[str, ...]:
        text = self._text(section)
        if self._whole:
            return (text,)
        if text not in self._broken:
            self._broken[text] = two_lines(text, QFontMetrics(self.font()), self._look.px(WRAP))
        return self._broken[text]

    def _side(self, section: int) -> Qt.AlignmentFlag:
        return side_of(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole))

    def _arrow(self, painter: QPainter, box: QRectF) -> None:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, foot = (box.top(), box.bottom()) if up else (box.bottom(), box.top())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.soft, 1.5))
        points = (QPointF(box.left(), foot), QPointF(box.center().x(), tip), QPointF(box.right(), foot))
        painter.drawPolyline(points)

    def _text(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")


class FlatCells(QStyledItemDelegate):
    """Paint one cell: the ground of its row, a sign where there is one, its words, a line below."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.tall = False
        """Whether rows have room for words on two lines."""

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.px
        metrics = QFontMetrics(self._font(index))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        sign = px(16) if index.data(SIGN) else 0
        air = px(20 + behind_figures(index.model(), index.column()))
        return QSize(metrics.horizontalAdvance(text) + sign + air, metrics.height() + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme = self._look.px, self._look.theme
        rect = QRect(option.rect)
        painter.save()
        paint_ground(painter, option, theme)
        inner, colour = rect.adjusted(px(8), 0, -px(4), -1), theme.text
        sign = index.data(SIGN)
        if sign:
            colour = theme.outstanding if sign == TICK else theme.inadequate
            box = QRectF(inner.left(), inner.center().y() - px(5), px(10), px(10))
            paint_sign(painter, box, sign, colour, px(2))
            inner.adjust(px(16), 0, 0, 0)
        font = self._font(index)
        painter.setFont(font)
        painter.setPen(colour)
        metrics, room = QFontMetrics(font), inner.width() + px(4)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        lines = two_lines(words, metrics, room) if self.tall else (words,)
        text = "\n".join(metrics.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in lines)
        side = side_of(index.data(Qt.ItemDataRole.TextAlignmentRole))
        inner.adjust(0, 0, 0 if side == LEFT else -px(2 + behind_figures(index.model(), index.column())), 0)
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if event.type() != QEvent.Type.ToolTip or text == html.escape(text):
            return super().helpEvent(event, view, option, index)
        # What stands in a cell may come from anybody: Qt would take it for a page, and fetch the pictures it names.
        QToolTip.showText(event.globalPos(), f"<span>{html.escape(text)}</span>", view)
        return True

    def _font(self, index: Index) -> QFont:
        return self._look.font(index.data(WEIGHT) or BODY)


def side_of(asked: object) -> Qt.AlignmentFlag:
    """Return the side at which a model wants a cell's words: right for figures, so that they line up, else left."""
    return Qt.AlignmentFlag.AlignRight if asked == Qt.AlignmentFlag.AlignRight else LEFT


def behind_figures(model: QAbstractItemModel, column: int) -> int:
    """Return how much air a column of figures has behind it, in pixels of the drawings: some where words follow."""
    sides = [
        side_of(model.headerData(each, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole))
        for each in (column, column + 1)
        if each < model.columnCount()
    ]
    return BEHIND_FIGURES if len(sides) == 2 and sides[0] != LEFT and sides[1] == LEFT else 0


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a cell, tinted where its row is chosen, and the line below."""
    rect = QRect(option.rect)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, theme.tint if chosen else theme.surface)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)


def two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Return a text whole, or where it is wider than this in two lines as even as its words allow."""
    words = text.split(" ")
    if len(words) < 2 or metrics.horizontalAdvance(text) <= width:
        return (text,)
    breaks = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return min(breaks, key=lambda pair: max(map(metrics.horizontalAdvance, pair)))


class FlatTable(QTableView):
    """Show a model flat; `opened` tells the row that was double-clicked or entered, `removal` that Delete was pressed.

    It is as tall as its rows, from `least_rows` up to `most_rows`, and scrolls beyond.
    """

    opened = Signal(int)
    removal = Signal(int)

    def __init__(self, look: Look, name: str, *, least_rows: int = 4, most_rows: int = 8) -> None:
        super().__init__()
        self._look, self._least_rows, self._most_rows = look, least_rows, most_rows
        self.setAccessibleName(name)
        self._flat_header = header = FlatHeader(look, self)
        header.setResizeContentsPrecision(MEASURED)
        self.setHorizontalHeader(header)
        self._flat_cells = FlatCells(look, self)
        self.setItemDelegate(self._flat_cells)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return QFontMetrics(self._look.font(STRONG)).height() + self._look.px(12)

    @property
    def full_height(self) -> int:
        """Return the height at which every row is seen."""
        return self._height(self._rows())

    def fit_columns(self, stretched: int) -> None:
        """Make each column as wide as its heading and what stands in it; one column takes what is left."""
        header = self.horizontalHeader()
        self.resizeColumnsToContents()
        for column in range(header.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(min(self._rows(), self._most_rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._height(min(self._rows(), self._least_rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removal.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.opened.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _rows(self) -> int:
        return self.verticalHeader().count()

    def _height(self, rows: int) -> int:
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return self.horizontalHeader().sizeHint().height() + rows * self.row_height + below + 2
