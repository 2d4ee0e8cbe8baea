"""Say things: sentences and JSON to the one side, problems to the other."""

from __future__ import annotations

import json
import sys


def say(sentence: str) -> None:
    """Print one sentence."""
    print(sentence)


def complain(sentence: str) -> None:
    """Print one problem."""
    print(sentence, file=sys.stderr)


def say_json(data: object) -> None:
    """Print data as JSON in ASCII, so that no console or pipe can spoil it."""
    print(json.dumps(data, indent=2))
