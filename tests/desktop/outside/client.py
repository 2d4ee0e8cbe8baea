#!/usr/bin/python3
"""Do the main job as a screen reader does: by role and name alone, through accessible actions.

Runs on the system's own Python; prints a line a step and ends with the sentence of what was not there.
"""

from __future__ import annotations

import sys

from gi.repository import Atspi
from tests.desktop.outside.eyes import application, find, wait, wait_for_choice


def main(scheme: str, prompts: list[str]) -> None:
    app = wait("the program", lambda: application("IOM Self-Assessment"))
    press(find(app, "push button", "New self-assessment"))
    set_text(find(app, "text", "Name of the scheme"), scheme)
    press(find(app, "push button", "Make the file"))
    press(find(app, "push button", "Keep this"))
    find(app, "push button", starts="Overview")
    sys.stdout.write("made the scheme\n")
    press(find(app, "push button", starts="1 Strategic leadership"))
    for prompt in prompts:
        button = find(app, "radio button", f"{prompt} 2 Mostly in place")
        press(button)
        wait_for_choice(prompt, button)
    find(app, "push button", starts=f"1 Strategic leadership, complete, {len(prompts)} of {len(prompts)}")
    sys.stdout.write(f"answered {len(prompts)} prompts\n")
    press(find(app, "push button", starts="Return"))
    press(find(app, "push button", "Write the return"))
    find(app, "label", "✓ Written and read back")
    sys.stdout.write("wrote the return\n")


def press(node: Atspi.Accessible) -> None:
    actions = node.get_action_iface()
    names = [actions.get_action_name(place).lower() for place in range(actions.get_n_actions())]
    actions.do_action(next(place for place, name in enumerate(names) if name in ("press", "toggle", "check", "click")))


def set_text(node: Atspi.Accessible, text: str) -> None:
    node.get_editable_text_iface().set_text_contents(text)


main(sys.argv[1], sys.argv[2].split(","))
