"""How the program looks, as data: the colours of its themes."""

from __future__ import annotations

import json
from importlib.resources import files


def theme(name: str) -> dict[str, str]:
    """Return the colours of a theme by role, as #RRGGBB; light and dark exist."""
    text = (files("iomsa_resources") / "themes" / f"{name}.json").read_text(encoding="utf-8")
    colours: dict[str, str] = json.loads(text)
    return colours
