"""How a verb and its common arguments are added to the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Verbs: TypeAlias = "_SubParsersAction[ArgumentParser]"
Run: TypeAlias = Callable[[Namespace], int]


def add_verb(verbs: Verbs, name: str, about: str, run: Run, *files: str) -> ArgumentParser:
    """Add a verb with the files that it takes, each under the name that the help shows; options are never shortened."""
    parser = verbs.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False)
    for file in files:
        parser.add_argument(file, type=Path)
    parser.set_defaults(run=run)
    return parser


def add_period(parser: ArgumentParser) -> None:
    """Let a verb be told which period it is about."""
    parser.add_argument("--period", metavar="NAME", help="a period; without it the one with the latest end")


def add_json(parser: ArgumentParser) -> None:
    """Let a verb print for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
