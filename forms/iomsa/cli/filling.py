"""The verb that fills a period from a JSON file: all of it or nothing."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn

from iomsa.cli.arguments import Verbs, add_period, add_verb
from iomsa.cli.opened import open_file
from iomsa.cli.say import complain, say
from iomsa.problems import refuse
from iomsa.scoring.words import counted
from iomsa.session.changes import FILL, Edit

NAMES = {
    "answer": ("answer", "answers"),
    "move": ("move", "moves"),
    "profile": ("profile field", "profile fields"),
    "case": ("case", "cases"),
    "case-answer": ("case answer", "case answers"),
    "returned-cases": ("set of counts from a return", "sets of counts from a return"),
    "person": ("person", "people"),
    "quarter": ("quarter", "quarters"),
    "follow-up": ("end of the follow-up", "ends of the follow-up"),
}


def add_verbs(verbs: Verbs) -> None:
    """Add fill."""
    about = "fill a period from a JSON file, all or nothing"
    add_period(add_verb(verbs, "fill", about, fill_a_period, "FILE", "ANSWERS"))


def fill_a_period(arguments: Namespace) -> int:
    """Merge the data into one period."""
    from iomsa.session.edits import Stamp
    from iomsa.session.fill import fill

    data = read_json(arguments.ANSWERS)
    with open_file(arguments.FILE) as file:
        name = arguments.period or file.latest().name
        session = file.session(name)
        if session.read_only:
            raise refuse("store.read-only", file.path.name, file.read_only_because)
        edits = fill(session.framework, session.sheet, data, Stamp(*session.stamp()))
        change = session.change(f"Fill from {arguments.ANSWERS.name}", edits, cause=FILL)
        if file.backup_problem:
            complain(file.backup_problem)
    say(f"{name}: {_counts(change.edits) if change else 'nothing to change; all of it stood there already'}.")
    return 0


def read_json(path: Path) -> object:
    """Read JSON in UTF-8 or UTF-16; raise Refused where it is none, or where a name stands twice."""
    try:
        found: object = json.loads(path.read_bytes(), object_pairs_hook=_once, parse_constant=_no_number)
    except OSError as error:
        raise refuse("fill.unreadable", str(path), f"this file can't be read: {error.strerror}.") from None
    except RecursionError:
        raise refuse("fill.not-json", str(path), "this file is nested too deeply to be answers.") from None
    except ValueError as error:
        raise refuse("fill.not-json", str(path), f"this file is not valid JSON: {error}.") from None
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1:
            raise ValueError(f"{name!r} stands {count} times in one place")
    return dict(pairs)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _counts(edits: tuple[Edit, ...]) -> str:
    found = Counter(edit.address.kind for edit in edits)
    return ", ".join(counted(number, *NAMES[kind]) for kind, number in found.items()) + " changed"
