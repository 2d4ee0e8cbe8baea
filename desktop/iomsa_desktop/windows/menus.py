"""The menus, as data: each entry has a name that the program knows, its words and its keys."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


class Command(NamedTuple):
    """Offer one thing to do; `needs_file` ones are off while nothing is open, `changes` ones while it is read-only."""

    name: str
    words: str
    keys: str = ""
    needs_file: bool = True
    changes: bool = False


LINE = Command("", "")

MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "&File",
        (
            Command("new", "&New self-assessment...", "Ctrl+N", needs_file=False),
            Command("open", "&Open...", "Ctrl+O", needs_file=False),
            Command("open-return", "Open a &return...", needs_file=False),
            Command("practice", "&Practice scheme", needs_file=False),
            LINE,
            Command("new-period", "New p&eriod...", changes=True),
            Command("back-ups", "&Back-ups..."),
            Command("copy", "Save a cop&y..."),
            Command("who", "&Who is typing..."),
            LINE,
            Command("share-safe", "&Share-safe version..."),
            Command("remove-people", "Re&move rows about people...", changes=True),
            LINE,
            Command("print-blank", "Print the blank &questions...", "Ctrl+P", needs_file=False),
            Command("print-who", "Print who &does what...", needs_file=False),
            LINE,
            Command("close", "&Close this file", "Ctrl+W"),
            Command("quit", "E&xit", "Ctrl+Q", needs_file=False),
        ),
    ),
    (
        "&Edit",
        (
            Command("undo", "&Undo", "Ctrl+Z", changes=True),
            Command("redo", "&Redo", "Ctrl+Y", changes=True),
            LINE,
            Command("find", "&Find a question or note", "Ctrl+F"),
            LINE,
            Command("move", "&Move a self-rating...", changes=True),
        ),
    ),
    (
        "&View",
        (
            Command("larger", "&Larger text", "Ctrl++", needs_file=False),
            Command("smaller", "&Smaller text", "Ctrl+-", needs_file=False),
            Command("normal", "&Normal text", "Ctrl+0", needs_file=False),
            LINE,
            Command("theme-system", "Colours as the s&ystem", needs_file=False),
            Command("theme-light", "L&ight", needs_file=False),
            Command("theme-dark", "&Dark", needs_file=False),
            LINE,
            Command("filter-open", "Show what is &open"),
            Command("filter-flagged", "Show what is &flagged"),
            Command("filter-not-known", "Show what is not &known"),
        ),
    ),
    (
        "&Go",
        (
            Command("overview", "&Overview", "Ctrl+Home"),
            Command("profile", "Scheme &profile"),
            Command("cases", "&Case review"),
            Command("outcomes", "Reo&ffending and needs"),
            Command("check", "C&heck"),
            Command("return", "&Return"),
            LINE,
            Command("next", "&Next page", "Ctrl+PgDown"),
            Command("previous", "Pre&vious page", "Ctrl+PgUp"),
            Command("next-open", "Next open pro&mpt", "Ctrl+J"),
        ),
    ),
    (
        "&Help",
        (
            Command("keys", "&Keys", "?", needs_file=False),
            Command("glossary", "&Glossary", needs_file=False),
            Command("about", "&About", needs_file=False),
        ),
    ),
)


def build_menus(bar: QMenuBar, act: Callable[[str], None]) -> dict[str, tuple[Command, QAction]]:
    """Fill the menu bar; return each action by its name."""
    actions: dict[str, tuple[Command, QAction]] = {}
    for title, commands in MENUS:
        menu = QMenu(title, bar)
        bar.addMenu(menu)
        for command in commands:
            if command == LINE:
                menu.addSeparator()
                continue
            action = QAction(command.words, menu)
            if command.keys:
                action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(lambda _=False, name=command.name: act(name))
            menu.addAction(action)
            actions[command.name] = (command, action)
    return actions
