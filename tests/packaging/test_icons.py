"""The icons are well-formed, come out the same each time, and those the program carries follow the drawing."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from icons import icons
from iomsa_desktop.looks import window_icon
from iomsa_resources import ICON_SIZES, icon_file

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module", autouse=True)
def _drawing(qapp: QGuiApplication) -> None:
    """Qt draws only where there is an application."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("icons")
    icons.write(folder)
    return folder


def test_what_is_made_has_the_names_that_installers_ask_for(made: Path) -> None:
    forms = {f"{name}.{ending}" for name in icons.NAMES for ending in ("ico", "icns")}
    pictures = {f"png/{size}/{name}.png" for name in icons.NAMES for size in icons.LINUX}
    assert {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()} == forms | pictures


def test_icons_come_out_the_same_each_time(made: Path, tmp_path: Path) -> None:
    icons.write(tmp_path)
    for path in made.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(made)).read_bytes(), path.name


def test_an_ico_holds_each_size_where_its_head_says(made: Path) -> None:
    held = (made / "iomsa.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", held)
    assert (kind, count) == (1, len(icons.WINDOWS))
    end = 6 + 16 * count
    for number, size in enumerate(icons.WINDOWS):
        width, height, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", held, 6 + 16 * number)
        assert (width or 256, height or 256, bits, offset) == (size, size, 32, end)
        if held[offset : offset + 8] != PNG:
            assert size < 256
            assert struct.unpack_from("<Iii", held, offset) == (40, size, size * 2)
        end += length
    assert end == len(held)


def test_qt_reads_back_from_the_ico_what_was_drawn(made: Path) -> None:
    reader = QImageReader(str(made / "iomsa-file.ico"))
    for number, size in enumerate(icons.WINDOWS):
        assert reader.jumpToImage(number)
        read = reader.read().convertToFormat(QImage.Format.Format_ARGB32)
        assert read == icons.draw("iomsa-file", size), size


def test_an_icns_is_as_long_as_it_says_and_each_picture_of_its_size(made: Path) -> None:
    held = (made / "iomsa.icns").read_bytes()
    assert held[:4] == b"icns"
    assert struct.unpack(">I", held[4:8])[0] == len(held)
    sizes = {}
    at = 8
    while at < len(held):
        kind, length = struct.unpack_from(">4sI", held, at)
        sizes[kind.decode()] = QImage.fromData(held[at + 8 : at + length]).width()
        at += length
    assert sizes == icons.MACOS


def test_what_the_program_carries_is_in_step_with_the_drawing() -> None:
    assert ICON_SIZES == icons.WINDOW
    for size in ICON_SIZES:
        carried = QImage(icon_file(size)).convertToFormat(QImage.Format.Format_ARGB32)
        drawn = icons.draw("iomsa", size)
        assert carried.size() == drawn.size()
        # The last bit of a blended edge may differ between processors.
        assert greatest_difference(carried, drawn) <= 2, f"draw anew: icons.py --window ({size})"


def greatest_difference(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def test_the_window_bears_every_size() -> None:
    assert [size.width() for size in window_icon().availableSizes()] == list(ICON_SIZES)


def test_the_sign_is_told_from_the_ground_at_the_smallest_size() -> None:
    tick = icons.draw("iomsa", 16)
    white = sum(tick.pixelColor(x, y).lightness() > 200 for x in range(16) for y in range(16))
    assert 20 <= white <= 90
