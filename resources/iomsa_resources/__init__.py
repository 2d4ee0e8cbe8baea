"""How the program looks and what it says: themes, icons and fixed words, as data."""

from __future__ import annotations

import json
from importlib.resources import files


def theme(name: str) -> dict[str, str]:
    """Return the colours of a theme by role, as #RRGGBB; light and dark exist."""
    text = (files("iomsa_resources") / "themes" / f"{name}.json").read_text(encoding="utf-8")
    colours: dict[str, str] = json.loads(text)
    return colours


def icon(name: str) -> bytes:
    """Return an icon as SVG."""
    return (files("iomsa_resources") / "icons" / f"{name}.svg").read_bytes()
