"""Words on a page: no figure of them goes on two lines."""

from __future__ import annotations

import pytest

from iomsa_desktop.kit.words import together

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a fall of 50 % was seen", f"a fall of 50{SPACE}% was seen"),
        ("24 to 47 % (95 % interval)", f"24 to 47{SPACE}% (95{SPACE}% interval)"),
        ("(p 0.016)", f"(p{SPACE}0.016)"),
        ("(p under 0.001)", f"(p{SPACE}under 0.001)"),
        ("up 3 and step 4", "up 3 and step 4"),
        ("% of all", "% of all"),
    ],
)
def test_a_percentage_and_a_p_stay_together(text: str, shown: str) -> None:
    assert together(text) == shown
