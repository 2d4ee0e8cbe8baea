"""One figure as text in canonical form: rates, ratios and p to four places, counts whole."""

from __future__ import annotations

from iomsa.answers.review import Figure

PLACES = 4
LEAST_P = 0.0001
OR_LESS = "This or less."
NONE = "There is no figure."


def decimal(value: float | None, places: int = PLACES) -> str:
    """Return a number as its shortest decimal after rounding to so many places; empty for none."""
    if value is None:
        return ""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def count(id: str, label: str, value: int | None, of: int | None = None, reason: str = "") -> Figure:
    """Return a count, of so many where that is said."""
    if value is None:
        return Figure(id, label, n=_whole(of), reason=reason or NONE)
    return Figure(id, label, str(value), n=_whole(of), reason=reason)


def figure(id: str, label: str, value: float | None, reason: str = "") -> Figure:
    """Return a figure without an interval."""
    return share(id, label, value, None, None, reason)


def share(
    id: str,
    label: str,
    value: float | None,
    interval: tuple[float, float | None] | None,
    n: int | None,
    reason: str = "",
) -> Figure:
    """Return a share or a ratio with its interval, of which the upper end may be open."""
    low, high = interval or (None, None)
    if interval and high is None:
        reason = said(reason, "The interval has no upper end.")
    return Figure(
        id,
        label,
        decimal(value),
        decimal(low),
        decimal(high),
        _whole(n),
        reason or (NONE if value is None else ""),
    )


def chance(id: str, label: str, p: float | None, n: int | None, reason: str = "") -> Figure:
    """Return a p, which is never nought: one too small for four places is the least of them, or less."""
    if p is not None and p < LEAST_P:
        return share(id, label, LEAST_P, None, n, said(reason, OR_LESS))
    return share(id, label, p, None, n, reason)


def said(*parts: str) -> str:
    """Join what is to be said into one text."""
    return " ".join(part for part in parts if part)


def _whole(n: int | None) -> str:
    return "" if n is None else str(n)
