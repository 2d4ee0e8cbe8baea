"""The table behind a chart: the same data, every row in view, long words on two lines, walkable cell by cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iomsa_desktop.kit.flat_table import FlatTable, behind_figures, paint_ground, side_of, two_lines
from iomsa_desktop.kit.index import Index
from iomsa_desktop.look import SMALL, Look
from iomsa_desktop.models.rows import Rows, RowsModel

EDGES, LEAST_EDGES = 14, 8
"""The room at both sides of a cell together, and where all else does not fit, in pixels of the drawings."""
WRAP = 80
"""Words that are wider than this, in pixels of the drawings, go on two lines."""
TRIED = (
    (True, False, EDGES),
    (False, False, EDGES),
    (False, False, LEAST_EDGES),
    (False, True, EDGES),
    (False, True, LEAST_EDGES),
)
"""Whether headings stay on one line, whether words go on two, and the room beside them: as far as there is need."""


class TwoLineCells(QStyledItemDelegate):
    """Paint words on one line or two, a thin line below."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._metrics = QFontMetrics(look.font(SMALL))
        self.edges, self.wraps, self.first = EDGES, True, 0
        """The room beside words, whether long ones go on two lines, and how wide those of the first column may be."""

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._lines(index)
        px = self._look.px
        wide = max(map(self._metrics.horizontalAdvance, lines))
        return QSize(wide + px(self.edges + self._behind(index)), len(lines) * self._metrics.lineSpacing() + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme, rect = self._look.px, self._look.theme, QRect(option.rect)
        painter.save()
        paint_ground(painter, option, theme)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(theme.text)
        flags = side_of(index.data(Qt.ItemDataRole.TextAlignmentRole)) | Qt.AlignmentFlag.AlignVCenter
        before, behind = (4, 4) if self.edges == LEAST_EDGES else (8, 6 + self._behind(index))
        painter.drawText(rect.adjusted(px(before), 0, -px(behind), -1), flags, "\n".join(self._lines(index)))
        painter.restore()

    def _behind(self, index: Index) -> int:
        return 0 if self.edges == LEAST_EDGES else behind_figures(index.model(), index.column())

    def _lines(self, index: Index) -> tuple[str, ...]:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not self.wraps:
            return (text,)
        return two_lines(text, self._metrics, (index.column() == 0 and self.first) or self._look.px(WRAP))


class RowsTable(FlatTable):
    """Show rows in full height."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._rows_model = RowsModel(Rows((), ()))
        self.setModel(self._rows_model)
        self._cells = TwoLineCells(look, self)
        self.setItemDelegate(self._cells)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows."""
        self._rows_model.show_rows(rows)
        self._fit_columns()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
        self._fit()

    def _fit_columns(self) -> None:
        """Put long words on two lines only where they don't fit on one; the first column takes what is left."""
        header, cells = self._flat_header, self._cells
        for whole, cells.wraps, cells.edges in TRIED:
            header.keep_whole(whole=whole)
            cells.first, header.tight = 0, cells.edges == LEAST_EDGES
            self.resizeColumnsToContents()
            left = self.viewport().width() - header.length()
            if left >= 0:
                header.resizeSection(0, header.sectionSize(0) + left)
                cells.first = header.sectionSize(0) - self._look.px(cells.edges)
                break
        self.resizeRowsToContents()
        # The headings may be higher now than they were.
        self.updateGeometries()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        rows = sum(self.rowHeight(row) for row in range(self._rows_model.rowCount()))
        columns = range(header.count())
        wide = sum(max(header.sectionSizeHint(each), self.sizeHintForColumn(each)) for each in columns)
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.viewport().width() else 0
        self.setFixedHeight(header.sizeHint().height() + rows + bar + 2)
