#!/usr/bin/python3
"""Do the main job with the keyboard alone: keys in, and eyes only for where the focus is and what is shown."""

from __future__ import annotations

import sys

from tests.desktop.outside.eyes import Atspi, application, find, focused, has_state, wait

TAB, SPACE, PAGE_DOWN = 0xFF09, 0x20, 0xFF56
CONTROL_KEY = 37
MOST_TABS = 60


def main(scheme: str, prompts: list[str]) -> None:
    app = wait("the program", lambda: application("IOM Self-Assessment"))
    find(app, "push button", "New self-assessment")
    tab_to(app, "New self-assessment")
    key(SPACE)
    find(app, "text", "Name of the scheme")
    tab_to(app, "Name of the scheme")
    write(scheme)
    tab_to(app, "Make the file")
    key(SPACE)
    find(app, "push button", "Not now")
    tab_to(app, "Not now")
    key(SPACE)
    find(app, "push button", starts="Overview")
    sys.stdout.write("made the scheme\n")
    next_page(app, "Scheme profile")
    next_page(app, "1 Strategic leadership")
    for prompt in prompts:
        tab_to(app, f"{prompt} 0 ")
        write("2")
        button = find(app, "radio button", f"{prompt} 2 Mostly in place")
        wait(f"{prompt} to be chosen", lambda button=button: has_state(button, Atspi.StateType.CHECKED))
    sys.stdout.write(f"answered {len(prompts)} prompts\n")
    for _ in range(20):
        if here(app).startswith("Return"):
            break
        before = here(app)
        page_down()
        wait(f"another page than {before}", lambda before=before: here(app) not in ("", before))
    tab_to(app, "Write the return")
    key(SPACE)
    find(app, "label", "✓ Written and read back")
    sys.stdout.write("wrote the return\n")


def tab_to(app: Atspi.Accessible, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(MOST_TABS):
        node = focused(app)
        said = (node.get_name() or "") if node is not None else ""
        if said.startswith(name):
            return
        key(TAB)
        wait(f"the focus to move on from {said}", lambda node=node: moved(app, node))
    sys.exit(f"{MOST_TABS} tabs and no focus on: {name}")


def moved(app: Atspi.Accessible, node: Atspi.Accessible | None) -> bool:
    now = focused(app)
    return now is not None and now != node


def here(app: Atspi.Accessible) -> str:
    """Return the entry of the task list that is the current page."""
    entries = find(app, "push button", starts="Overview").get_parent()
    names = [entries.get_child_at_index(place).get_name() or "" for place in range(entries.get_child_count())]
    return next((name for name in names if name.endswith("current page")), "")


def next_page(app: Atspi.Accessible, name: str) -> None:
    page_down()
    wait(name, lambda: here(app).startswith(name))


def page_down() -> None:
    Atspi.generate_keyboard_event(CONTROL_KEY, None, Atspi.KeySynthType.PRESS)
    key(PAGE_DOWN)
    Atspi.generate_keyboard_event(CONTROL_KEY, None, Atspi.KeySynthType.RELEASE)


def key(symbol: int) -> None:
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)


def write(text: str) -> None:
    for character in text:
        key(ord(character))


main(sys.argv[1], sys.argv[2].split(","))
