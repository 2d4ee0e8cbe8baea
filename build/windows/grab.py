"""Saves a picture of an X screen once something stands still on it; run with the project's interpreter."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage

_EVERY = 400
_ROUNDS = 60
_COLOURS = 3


class Watch:
    """Looks at the screen until two pictures in a row are the same and hold more than a bare background."""

    def __init__(self, out: str) -> None:
        self._out, self._rounds, self._last = out, 0, QImage()
        self._timer = QTimer()
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    def look(self) -> None:
        """Take one picture; save it and end where it stands still, end without one where time is over."""
        image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        small = image.scaled(64, 48)
        colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
        self._rounds += 1
        if image == self._last and len(colours) > _COLOURS:
            cropped(image).save(self._out)
            QGuiApplication.quit()
        elif self._rounds >= _ROUNDS:
            QGuiApplication.exit(1)
        self._last = image


def cropped(image: QImage) -> QImage:
    """Cut the bare background around what is on the screen."""
    bare = image.pixel(0, 0)
    columns, rows = range(image.width()), range(image.height())
    across = [x for x in columns if any(image.pixel(x, y) != bare for y in rows[::4])]
    down = [y for y in rows if any(image.pixel(x, y) != bare for x in columns[::4])]
    return image.copy(across[0], down[0], across[-1] - across[0] + 1, down[-1] - down[0] + 1)


if __name__ == "__main__":
    app = QGuiApplication(sys.argv)
    watch = Watch(sys.argv[1])
    sys.exit(app.exec())
