#!/usr/bin/python3
"""Wait until a program on the screen shows these words, as a screen reader sees them; end with 1 where it never does.

Runs on the system's own Python.
"""

from __future__ import annotations

import sys

from gi.repository import Atspi
from tests.desktop.outside.eyes import has_state, wait, walk


def shown(words: str) -> str:
    """Return the text of the first node in sight of any program that holds these words, else nothing."""
    desktop = Atspi.get_desktop(0)
    for node in walk(desktop):
        text = node.get_name() or ""
        if words in text and has_state(node, Atspi.StateType.SHOWING):
            return text
    return ""


sys.stdout.write("said: " + wait(sys.argv[1], lambda: shown(sys.argv[1])))
