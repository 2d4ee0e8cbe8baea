"""Why a file can only be read, each as a sentence: what is in the way, and how to work on it all the same."""

from __future__ import annotations

from iomsa.answers.values import shown_date
from iomsa.store.errors import code_of
from iomsa.store.lock import Holder

COPY = "To work on it, copy it to a folder of your own and open the copy."
SO_READ_ONLY = ", so it can only be read here"
"""What a reason ends on; it is left out where "Read-only" stands before the reason."""
ASKED = "This file was opened to be read only."
READ_ONLY_FOLDER = f"This file can only be read here: its folder is read-only. {COPY}"
READ_ONLY_FILE = f"This file can only be read: it is marked read-only, or you have no right to change it. {COPY}"
FULL = "This file can only be read now: its disk is full. Make room on the disk, then open it again."
NO_LOCKS = (
    "This file can only be read here: nothing can be put beside it that would keep a second person from writing at "
    "the same time. To work on it, copy it to a folder of your own, under a short name, and open the copy."
)
BUSY = "Another program is using this file, so it can only be read. Close the other program, then open it again."


def held(by: Holder, us: Holder) -> str:
    """Say who has the file open; it may be another window on this computer."""
    here = bool(by.computer) and by.computer == us.computer
    who = by.name or ("A window" if here else "Someone")
    where = f" on {'this' if here else 'the'} computer {by.computer}" if by.computer else ""
    ask = "close it there" if here else "ask them to close it"
    return (
        f"{who}{where} has this file open{_since(by.since, us.since)}{SO_READ_ONLY}. "
        f"To change something, {ask}, then open it again."
    )


def unlocked(error: OSError) -> str:
    """Say why there is no lock."""
    return {"store.read-only": READ_ONLY_FOLDER, "store.full": FULL}.get(code_of(error), NO_LOCKS)


def _since(time: str, now: str) -> str:
    day, _, clock = time.partition("T")
    if not clock:
        return ""
    return f", since {clock[:5]}" if now.startswith(day) else f", since {clock[:5]} on {shown_date(day)}"
