#!/usr/bin/python3
"""Drive the program from outside, as a screen reader does: by role and name alone.

Runs on the system's own Python; prints one line a step and exits with the sentence of what failed.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

PATIENCE = 20


def main(scheme, prompts, keyboard):
    app = wait("the program", lambda: application("IOM Self-Assessment"))
    make_scheme(app, scheme)
    answer_standard(app, prompts, keyboard)
    write_return(app)


def make_scheme(app, scheme):
    press(find(app, "push button", "New self-assessment"))
    set_text(find(app, "text", "Name of the scheme"), scheme)
    press(find(app, "push button", "Make the file"))
    press(find(app, "push button", "Keep this"))
    find(app, "push button", starts="Overview")
    print("made the scheme")


def answer_standard(app, prompts, keyboard):
    press(find(app, "push button", starts="1 Strategic leadership"))
    for prompt in prompts:
        name = f"{prompt} 2 Mostly in place"
        button = find(app, "radio button", name)
        if keyboard:
            button.get_component_iface().grab_focus()
            wait(f"the focus on {prompt}", lambda: has_state(button, Atspi.StateType.FOCUSED))
            type_key("2")
        else:
            press(button)
        wait(f"{prompt} to be chosen", lambda: has_state(button, Atspi.StateType.CHECKED))
    find(app, "push button", starts=f"1 Strategic leadership, complete, {len(prompts)} of {len(prompts)}")
    print(f"answered {len(prompts)} prompts")


def write_return(app):
    press(find(app, "push button", starts="Return"))
    press(find(app, "push button", "Write the return"))
    find(app, "label", "✓ Written and read back")
    print("wrote the return")


def application(name):
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None and child.get_name() == name and child.get_child_count():
            return child
    return None


def find(top, role, name=None, starts=None):
    what = f"{role} {name or starts or ''}"

    def look():
        for node in walk(top):
            if node.get_role_name() != role or not has_state(node, Atspi.StateType.SHOWING):
                continue
            said = node.get_name() or ""
            if (name is None or said == name) and (starts is None or said.startswith(starts)):
                return node
        return None

    return wait(what, look)


def walk(node):
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from walk(child)


def wait(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except gi.repository.GLib.GError:
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"not found: {what}")


def has_state(node, state):
    return node.get_state_set().contains(state)


def press(node):
    actions = node.get_action_iface()
    names = [actions.get_action_name(place).lower() for place in range(actions.get_n_actions())]
    actions.do_action(next(place for place, name in enumerate(names) if name in ("press", "toggle", "check", "click")))


def set_text(node, text):
    node.get_editable_text_iface().set_text_contents(text)


def type_key(key):
    Atspi.generate_keyboard_event(0, key, Atspi.KeySynthType.STRING)


main(sys.argv[1], sys.argv[2].split(","), sys.argv[3:] == ["keyboard"])
