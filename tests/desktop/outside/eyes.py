"""How the clients from outside see the program: its accessibility tree, by role, name and state."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from gi.repository import Atspi, GLib

T = TypeVar("T")

PATIENCE = 20


def application(name: str) -> Atspi.Accessible | None:
    """Return the program of this name, once it shows something."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None and child.get_name() == name and child.get_child_count():
            return child
    return None


def find(top: Atspi.Accessible, role: str, name: str | None = None, starts: str | None = None) -> Atspi.Accessible:
    """Wait for the first node shown of this role, with this name or one that starts so."""

    def look() -> Atspi.Accessible | None:
        for node in walk(top):
            if node.get_role_name() != role or not has_state(node, Atspi.StateType.SHOWING):
                continue
            said = node.get_name() or ""
            if name in (None, said) and said.startswith(starts or ""):
                return node
        return None

    return wait(f"{role} {name or starts}", look)


def walk(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from walk(child)


def wait(what: str, look: Callable[[], T | None]) -> T:
    """Look again and again until it is there; end with a sentence where it never comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.GError:
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"not found: {what}")


def has_state(node: Atspi.Accessible, state: Atspi.StateType) -> bool:
    return bool(node.get_state_set().contains(state))


def focused(top: Atspi.Accessible) -> Atspi.Accessible | None:
    """Return the innermost node that has the focus, or None."""
    inner = None
    for node in walk(top):
        if has_state(node, Atspi.StateType.FOCUSED) and has_state(node, Atspi.StateType.SHOWING):
            inner = node
    return inner
