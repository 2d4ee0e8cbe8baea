"""The second front end: the verbs of the command line, without Qt."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one verb; return 0, 1 for "no, because", or 2 for wrong usage."""
    from iomsa.cli.run import run

    return run(argv)
