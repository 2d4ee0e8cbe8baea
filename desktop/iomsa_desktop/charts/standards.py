"""The chart of standards: four big cells and a word for each, never a bar; each name leads to its page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from iomsa_desktop.charts.standards_layout import CELL_GAP, CELL_HEIGHT, PAD, Placed, PlacedRow, Row, least_width, place
from iomsa_desktop.kit.flow import wrap
from iomsa_desktop.kit.frame import fill
from iomsa_desktop.kit.quiet_link import QuietLink
from iomsa_desktop.kit.rating_mark import paint_cells
from iomsa_desktop.kit.spoken import Painted
from iomsa_desktop.look import BODY, SMALL, Look


class StandardsChart(Painted):
    """Paint one row a standard; `opened` tells the id of the one whose name was pressed."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("Self-ratings of the standards")
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self._links: list[QuietLink] = []
        self._placed: dict[int, Placed] = {}
        wrap(self)

    def show_rows(self, rows: Sequence[Row], finding: str) -> None:
        """Show these rows; the links stay where the standards are the same, so that the focus stays too."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self._relink(rows)
        self._rows, self._placed = tuple(rows), {}
        for row, link in zip(rows, self._links, strict=True):
            link.setText(row.name)
            link.setAccessibleName(row.said)
        self.say(f"{finding} {' '.join(f'{row.said}.' for row in rows)}")
        self._place_links()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._place(width).height

    def sizeHint(self) -> QSize:
        width = max(self.width(), least_width(self._look, self._rows))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(least_width(self._look, self._rows), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_links()

    def paintEvent(self, _: QPaintEvent) -> None:
        px, theme = self._look.px, self._look.theme
        placed = self._place(self.width())
        painter = QPainter(self)
        for row, at in zip(self._rows, placed.rows, strict=True):
            painter.setFont(self._look.font(BODY))
            painter.setPen(theme.soft)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(px(PAD), at.top, placed.name_x, placed.line), flags, row.id)
            box = QRectF(placed.cells_x, at.cells_y, placed.cell, px(CELL_HEIGHT))
            paint_cells(painter, box, row.mark, placed.cell, px(CELL_GAP))
            self._paint_texts(painter, row, at)
            fill(painter, QRect(0, at.top + at.height - 1, self.width(), 1), theme.line)
        painter.end()

    def _place(self, width: int) -> Placed:
        # Layouts ask again and again for the same widths.
        if width not in self._placed:
            self._placed[width] = place(self._look, self._rows, width)
        return self._placed[width]

    def _paint_texts(self, painter: QPainter, row: Row, at: PlacedRow) -> None:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip
        for text in at.texts:
            painter.setFont(self._look.font(text.role))
            painter.setPen(self._look.theme.soft if text.role == SMALL else row.mark.colour)
            painter.drawText(QRect(text.x, text.y, self.width(), self.height()), flags, text.words)

    def _relink(self, rows: Sequence[Row]) -> None:
        for link in self._links:
            link.deleteLater()
        self._links = [QuietLink(self._look, row.name) for row in rows]
        for row, link in zip(rows, self._links, strict=True):
            link.setParent(self)
            link.clicked.connect(partial(self.opened.emit, row.id))
            link.show()

    def _place_links(self) -> None:
        placed = self._place(self.width())
        for link, at in zip(self._links, placed.rows, strict=True):
            hint = link.sizeHint()
            y = at.top + (placed.line - hint.height()) // 2
            link.setGeometry(QRect(placed.name_x, y, hint.width(), hint.height()))
