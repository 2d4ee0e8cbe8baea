"""Draw the program's and its files' icons, from SVG, in the forms that Windows, macOS and Linux want."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCES = Path(__file__).resolve().parent
NAMES = ("iomsa", "iomsa-file")
LINUX = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
WINDOW = (16, 24, 32, 48, 64, 128)
"""The sizes that the program carries for its own windows: title bars, task bars, and what switches between windows."""
MACOS = {
    "icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512,
    "ic10": 1024,
}  # fmt: skip
"""The kinds of picture in an .icns and their size in pixels; ic11 to ic14 and ic10 are for fine screens."""


def draw(name: str, size: int) -> QImage:
    """Draw one icon at a size in pixels on a clear ground; small sizes have drawings whose edges lie on pixels."""
    fitted = SOURCES / f"{name}-{size}.svg"
    source = fitted if fitted.exists() else SOURCES / f"{name}.svg"
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise SystemExit(f"{source} is not a drawing that Qt can read.")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """Return a picture as a PNG file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


def bitmap(image: QImage) -> bytes:
    """Return a picture as an .ico holds its small ones: 32 bit, from the bottom up, with a mask."""
    size = image.width()
    row = ((size + 31) // 32) * 4
    colours = bytearray()
    mask = bytearray()
    for y in reversed(range(size)):
        clear = bytearray(row)
        for x in range(size):
            pixel = image.pixel(x, y) & 0xFFFFFFFF
            colours += struct.pack("<I", pixel)
            if pixel >> 24 == 0:
                clear[x // 8] |= 0x80 >> (x % 8)
        mask += clear
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, len(colours) + len(mask), 0, 0, 0, 0)
    return head + bytes(colours) + bytes(mask)


def ico(name: str) -> bytes:
    """Return an icon for Windows: the large picture as PNG, the others as bitmaps, which every Windows reads."""
    pictures = [png(draw(name, size)) if size >= 256 else bitmap(draw(name, size)) for size in WINDOWS]
    head = struct.pack("<HHH", 0, 1, len(WINDOWS))
    offset = len(head) + 16 * len(WINDOWS)
    for size, picture in zip(WINDOWS, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def icns(name: str) -> bytes:
    """Return an icon for macOS, each picture as PNG."""
    body = b""
    for kind, size in MACOS.items():
        picture = png(draw(name, size))
        body += kind.encode("ascii") + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path) -> None:
    """Write every icon of an installer into a folder: .ico, .icns, and png/SIZE/NAME.png."""
    forms: dict[str, Callable[[str], bytes]] = {"ico": ico, "icns": icns}
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        for ending, form in forms.items():
            (folder / f"{name}.{ending}").write_bytes(form(name))
        for size in LINUX:
            place = folder / "png" / str(size)
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{name}.png").write_bytes(png(draw(name, size)))


def write_window(folder: Path) -> None:
    """Write the pictures that the program carries for its own windows: iomsa-SIZE.png."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in WINDOW:
        (folder / f"iomsa-{size}.png").write_bytes(png(draw("iomsa", size)))


def main(arguments: list[str]) -> int:
    """Write the icons into the folder named; with --window, those that the program carries."""
    if not arguments or arguments[-1].startswith("-"):
        print("icons.py [--window] FOLDER: draw the icons into a folder", file=sys.stderr)
        return 2
    _app = QGuiApplication.instance() or QGuiApplication([])
    (write_window if "--window" in arguments else write)(Path(arguments[-1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
