"""Both themes: text and the edges of controls stand out enough from what they stand on (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from iomsa_resources import theme

GROUNDS = ("ground", "surface", "tint")
TEXT = ("text", "soft", "accent", "outstanding", "good", "requires_improvement", "inadequate")
MARKS = ("improvement", "concern", "common")
"""What the points of a chart over time are painted in."""
PARTS = ("outstanding", "inadequate")
"""What the parts of a bar are painted in that stand beside the middle one."""
FOR_TEXT, FOR_EDGES = 4.5, 3.0


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_as_defined() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_and_edges_stand_out(name: str) -> None:
    colours = theme(name)
    pairs = [(role, ground, FOR_TEXT) for role in TEXT for ground in GROUNDS]
    pairs += [
        ("on_accent", "accent", FOR_TEXT),
        *((role, ground, FOR_EDGES) for role in ("edge", *MARKS) for ground in GROUNDS),
        *((role, "line", FOR_EDGES) for role in PARTS),
    ]
    found = {(role, ground): contrast(colours[role], colours[ground]) for role, ground, _ in pairs}
    assert [(role, ground) for role, ground, least in pairs if found[role, ground] < least] == []
