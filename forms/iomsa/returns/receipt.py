"""The receipt: a checksum as two words and a number that can be read out over the telephone."""

from __future__ import annotations

from importlib.resources import files


def receipt(checksum: str) -> str:
    """Return the receipt of a checksum (hex), such as amber-otter-41: its first two bytes, then the next two of 100."""
    start = bytes.fromhex(checksum[:8])
    describing, naming = words()
    return f"{describing[start[0]]}-{naming[start[1]]}-{int.from_bytes(start[2:4]) % 100:02}"


def words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two lists of 256 words; they never change, or old receipts would."""
    lines = (files("iomsa") / "returns" / "words.txt").read_text(encoding="utf-8").split("\n")
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
