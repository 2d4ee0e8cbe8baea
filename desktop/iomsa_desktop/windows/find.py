"""What opens under the find box: the hits of the words typed there, of all or of what is open, flagged, not known."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import small
from iomsa_desktop.models.found import ALL, FLAGGED, MOST, OPEN, UNKNOWN, Hit, search
from iomsa_desktop.windows.find_list import HitsList

WIDTH, HEIGHT = 620, 380
EVERYTHING = "everything"
FILTERS = (
    Option(EVERYTHING, "All", "All"),
    Option(OPEN, "Open", "What is open"),
    Option(FLAGGED, "Flagged", "What is flagged"),
    Option(UNKNOWN, "Not known", "What is not known"),
)


class FindPopup(Card):
    """Stand under the find box while something is looked for; a hit leads to its field, a term to the glossary."""

    def __init__(self, desk: Desk, finder: QLineEdit, window: QWidget) -> None:
        super().__init__(desk.look)
        self.setParent(window)
        self.setAccessibleName("What was found")
        self._desk, self._finder, self._window = desk, finder, window
        self.only = Segments(desk.look, "Show", FILTERS)
        self.only.show_code(EVERYTHING)
        self.only.chosen.connect(lambda _: self._refresh())
        self.list = HitsList(desk.look)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(lambda: finder.setFocus(Qt.FocusReason.OtherFocusReason))
        self.says = small(desk.look, "")
        for widget in (self.only, self.says, self.list):
            self.add(widget)
        self.hide()
        finder.textEdited.connect(self.ask)
        finder.installEventFilter(self)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def ask(self, _: str = "") -> None:
        """Show what holds the words in the find box; nothing typed and no filter closes."""
        if self._finder.text().strip() or self._filter():
            self._refresh()
        else:
            self.close_up()

    def show_only(self, filter: str) -> None:
        """Show what is open, flagged or not known, whatever the words."""
        self.only.show_code(filter)
        self._finder.clear()
        self._refresh()
        self._finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Go away and forget the filter."""
        self.hide()
        self.only.show_code(EVERYTHING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._finder and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        hits = self.list.found.hits
        if event.key() == Qt.Key.Key_Escape and self.isVisible():
            self._leave()
        elif event.key() == Qt.Key.Key_Down and self.isVisible() and hits:
            self.list.setCurrentIndex(self.list.found.index(0, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible() and hits:
            self._on_chosen(hits[0])
        else:
            return False
        return True

    def _leave(self) -> None:
        self._finder.clear()
        self.close_up()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and now is not self._finder and not self.isAncestorOf(now):
            self.close_up()

    def _on_chosen(self, hit: Hit) -> None:
        self.close_up()
        if hit.place is not None:
            self._desk.go(hit.place)
        else:
            self._explain(hit.name)

    def _explain(self, term: str) -> None:
        from iomsa_desktop.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._window, self._desk.look, self._desk.framework.glossary)
        dialog.search.line.setText(term)
        dialog.run()

    def _filter(self) -> str:
        code = self.only.code
        return ALL if code in (None, EVERYTHING) else str(code)

    def _refresh(self) -> None:
        typed = self._finder.text()
        hits = search(self._desk.framework, self._desk.sheet, typed, self._filter())
        self.list.found.show_hits(hits)
        self.says.setText(_count(hits))
        self.list.setVisible(bool(hits))
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        px, room = self._desk.look.px, self._window.rect()
        box = self._finder.parentWidget() or self._finder
        corner = box.mapTo(self._window, QPoint(box.width(), box.height() + px(6)))
        width = min(px(WIDTH), room.width() - 2 * px(12))
        self.list.setFixedHeight(
            self.list.height_of(min(px(HEIGHT), max(px(80), room.height() - corner.y() - px(140))))
        )
        self.setFixedWidth(width)
        self.column.activate()
        height = self.column.heightForWidth(width)
        left = max(px(12), min(corner.x(), room.width() - px(12)) - width)
        self.setGeometry(QRect(left, corner.y(), width, height))


def _count(hits: tuple[Hit, ...]) -> str:
    if not hits:
        return "Nothing holds all these words. Try fewer or other words."
    if len(hits) >= MOST:
        return f"The first {MOST}; another word makes it fewer."
    return "1 found" if len(hits) == 1 else f"{len(hits)} found"
