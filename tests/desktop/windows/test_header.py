"""The dates of a period in the head of the window: whole months by name, else the days."""

from __future__ import annotations

import pytest

from iomsa.answers.sheet import Period
from iomsa_desktop.windows.header import months_of


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-04-01", "2026-03-31", "April 2025 to March 2026"),
        ("2025-04-02", "2026-03-31", "2 April 2025 to 31 March 2026"),
        ("2025-04-01", "2026-03-30", "1 April 2025 to 30 March 2026"),
        ("2026-04-01", "9999-12-31", "April 2026 to December 9999"),
    ],
)
def test_a_period_in_words(start: str, end: str, words: str) -> None:
    assert months_of(Period("2025-26", start, end, "iom@2026.1")) == words
