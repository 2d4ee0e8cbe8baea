"""Who is doing what: the one row from which the trail's triggers read actor, cause and number of an action."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import sqlite3
from typing import NamedTuple


class Doing(NamedTuple):
    """Name the author as typed, the cause (edit, undo, redo, fill, merge, restore, rename) and the ISO time."""

    actor: str
    cause: str
    at: str


_SET = """
INSERT INTO now_doing (id, actor, cause, action, at) VALUES (1, ?, ?, 1, ?)
ON CONFLICT (id) DO UPDATE SET
  actor = excluded.actor, cause = excluded.cause, action = action + 1, at = excluded.at"""


def set_doing(connection: sqlite3.Connection, doing: Doing) -> None:
    """Begin the next action, inside the transaction that holds its changes; the file itself numbers them."""
    connection.execute(_SET, doing)


def last_done(connection: sqlite3.Connection) -> tuple[object, ...] | None:
    """Return what tells the last action from any other: its number, author, time, and the end of the trail."""
    found: tuple[object, ...] | None = connection.execute(
        "SELECT action, actor, at, (SELECT max(number) FROM trail) FROM now_doing"
    ).fetchone()
    return found
