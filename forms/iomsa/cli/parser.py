"""What can be typed: every verb with its arguments."""

from __future__ import annotations

from argparse import ArgumentParser

from iomsa import __version__
from iomsa.cli import criteria, filling, making, outcomes, rating, sample, sending


def make_parser() -> ArgumentParser:
    """Return the parser of all verbs; each sets `run`, from parsed arguments to an exit code."""
    parser = ArgumentParser(
        prog="iomsa",
        description="Yearly self-assessment of a local Integrated Offender Management scheme. "
        "Without arguments, or with one .iomsa or .xlsx file, the window opens.",
        epilog="Exit code 0: done; 1: no, with the reason; 2: wrong usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"iomsa {__version__}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for group in (making, filling, sample, rating, outcomes, sending, criteria):
        group.add_verbs(verbs)
    return parser
