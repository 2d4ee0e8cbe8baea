#!/usr/bin/python3
"""Do the main job with the keyboard alone: keys in, and eyes only for where the focus is and what is shown."""

from __future__ import annotations

import sys

from gi.repository import Atspi
from tests.desktop.outside.eyes import Focus, application, children, find, wait, wait_for_choice, wait_for_window

TAB, SPACE, PAGE_DOWN = 0xFF09, 0x20, 0xFF56
CONTROL_KEY = 37
MOST_TABS = 60
MOST_PAGES = 20


def main(scheme: str, prompts: list[str]) -> None:
    focus = Focus()
    app = wait("the program", lambda: application("IOM Self-Assessment"))
    find(app, "push button", "New self-assessment")
    wait_for_window(app, "IOM Self-Assessment")
    press(focus, "New self-assessment")
    find(app, "text", "Name of the scheme")
    wait_for_window(app, "New self-assessment")
    tab_to(focus, "Name of the scheme")
    write(scheme)
    press(focus, "Make the file")
    find(app, "push button", "Not now")
    wait_for_window(app, "Who is typing?")
    press(focus, "Not now")
    wait_for_window(app, scheme)
    turn_to(app, "Scheme profile")
    sys.stdout.write("made the scheme\n")
    turn_to(app, "1 Strategic leadership")
    for prompt in prompts:
        tab_to(focus, f"{prompt} 0 ")
        write("2")
        wait_for_name(focus, f"{prompt} 2 ")
        wait_for_choice(prompt, focus.node)
    sys.stdout.write(f"answered {len(prompts)} prompts\n")
    turn_to(app, "Return")
    press(focus, "Write the return")
    find(app, "label", "✓ Written and read back")
    sys.stdout.write("wrote the return\n")


def press(focus: Focus, name: str) -> None:
    """Walk to what is called so and press it."""
    tab_to(focus, name)
    key(SPACE)


def tab_to(focus: Focus, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(MOST_TABS):
        wait_to_rest(focus)
        if focus.name.startswith(name):
            return
        before = focus.node
        key(TAB)
        wait_to_leave(focus, before)
    sys.exit(f"{MOST_TABS} tabs and no focus on: {name}")


def wait_to_rest(focus: Focus) -> None:
    wait("the focus to rest", lambda: focus.rests)


def wait_to_leave(focus: Focus, before: Atspi.Accessible | None) -> None:
    wait("the focus to move on", lambda: focus.moved_from(before))


def wait_for_name(focus: Focus, name: str) -> None:
    wait(f"the focus on {name}", lambda: focus.name.startswith(name))


def turn_to(app: Atspi.Accessible, name: str) -> None:
    """Turn the pages until this one is in front."""
    entries = find(app, "push button", starts="Overview").get_parent()
    for _ in range(MOST_PAGES):
        place, front = wait("a page in front", lambda: here(entries))
        if front.startswith(name):
            return
        Atspi.generate_keyboard_event(CONTROL_KEY, None, Atspi.KeySynthType.PRESS)
        key(PAGE_DOWN)
        Atspi.generate_keyboard_event(CONTROL_KEY, None, Atspi.KeySynthType.RELEASE)
        wait_for_another(entries, place)
    sys.exit(f"{MOST_PAGES} pages and never on: {name}")


def wait_for_another(entries: Atspi.Accessible, before: int) -> None:
    """Wait for another page by its place: the name of the same one changes when it is rated."""
    wait("another page in front", lambda: (here(entries) or (before,))[0] != before)


def here(entries: Atspi.Accessible) -> tuple[int, str] | None:
    """Return the place and the name of the entry whose page is in front."""
    names = enumerate(child.get_name() or "" for child in children(entries))
    return next(((place, name) for place, name in names if name.endswith("current page")), None)


def key(symbol: int) -> None:
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)


def write(text: str) -> None:
    for character in text:
        key(ord(character))


main(sys.argv[1], sys.argv[2].split(","))
