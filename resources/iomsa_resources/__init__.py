"""How the program looks, as data: the colours of its themes and its icon."""

from __future__ import annotations

import json
from pathlib import Path

_HERE = Path(__file__).parent
ICON_SIZES = (16, 24, 32, 48, 64, 128)
"""The sizes in pixels that the icon exists in; build/icons/icons.py draws them."""


def theme(name: str) -> dict[str, str]:
    """Return the colours of a theme by role, as #RRGGBB; light and dark exist."""
    text = (_HERE / "themes" / f"{name}.json").read_text(encoding="utf-8")
    colours: dict[str, str] = json.loads(text)
    return colours


def icon_file(size: int) -> str:
    """Return the path of the program's icon at one of its sizes in pixels."""
    return str(_HERE / "icons" / f"iomsa-{size}.png")
