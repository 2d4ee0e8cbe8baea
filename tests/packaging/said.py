#!/usr/bin/python3
"""Wait until a program on the screen shows these words, as a screen reader sees them; end with 1 where it never does.

Runs on the system's own Python.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from gi.repository import Atspi
from tests.desktop.outside.eyes import has_state, wait, walk


def texts() -> Iterator[str]:
    """Go through the texts in sight, of any program."""
    for node in walk(Atspi.get_desktop(0)):
        text = node.get_name() or ""
        if text and has_state(node, Atspi.StateType.SHOWING):
            yield text


def shown(words: str) -> str:
    """Return the first text in sight that holds these words, else nothing."""
    return next((text for text in texts() if words in text), "")


try:
    sys.stdout.write("said: " + wait(sys.argv[1], lambda: shown(sys.argv[1])))
except SystemExit:
    sys.stdout.write("\n".join(["in sight:", *texts()]))
    raise
