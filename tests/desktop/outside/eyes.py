"""How the clients from outside see the program: its accessibility tree, by role, name and state."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from gi.repository import Atspi, GLib

T = TypeVar("T")

PATIENCE = 50
# On a busy machine an answer can take longer than the 0.8 seconds for which AT-SPI waits by itself.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


def application(name: str) -> Atspi.Accessible | None:
    """Return the program of this name, once it shows something."""
    desktop = Atspi.get_desktop(0)
    return next((child for child in children(desktop) if child.get_name() == name and child.get_child_count()), None)


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
    for child in children(node):
        yield from walk(child)


def children(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Go through the children that are there: one counted can be gone by the time it is asked for."""
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


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


def wait_for_window(app: Atspi.Accessible, name: str) -> None:
    """Wait until the window whose name starts so is in front: keys pressed before go to another, or nowhere."""

    def look() -> bool:
        return any(
            (window.get_name() or "").startswith(name) and has_state(window, Atspi.StateType.ACTIVE)
            for window in children(app)
        )

    wait(f"the window {name} in front", look)


def wait_for_choice(prompt: str, button: Atspi.Accessible) -> None:
    """Wait until a radio button is chosen."""
    wait(f"{prompt} to be chosen", lambda: has_state(button, Atspi.StateType.CHECKED))


class Focus:
    """Follow where the keyboard is, as a screen reader does: by the events that tell it."""

    def __init__(self) -> None:
        self.node: Atspi.Accessible | None = None
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:state-changed:focused")

    @property
    def name(self) -> str:
        """Return the name of what has the focus, empty where it has just gone."""
        self._hear()
        try:
            return (self.node.get_name() or "") if self.node is not None else ""
        except GLib.GError:
            return ""

    @property
    def rests(self) -> bool:
        """Tell whether what has the focus by the events has it indeed: an event can be older than the last key."""
        self._hear()
        return self.node is None or has_state(self.node, Atspi.StateType.FOCUSED)

    def moved_from(self, before: Atspi.Accessible | None) -> bool:
        """Tell whether something else than before has the focus."""
        self._hear()
        return bool(self.node != before)

    def _hear(self) -> None:
        while GLib.MainContext.default().iteration(False):
            continue

    def _on_event(self, event: Atspi.Event) -> None:
        if event.detail1:
            self.node = event.source
