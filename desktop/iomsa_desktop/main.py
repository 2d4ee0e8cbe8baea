"""The command `iomsa`: open the window, or hand a verb to the command line; imports no Qt itself."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

OPENED = (".iomsa", ".xlsx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process where none are given); return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _let_all_be_said()
    if given[:1] == ["--read-return"]:
        from iomsa.returns.child import main as read_return

        return read_return(given[1:])
    if given[:1] == ["--self-check"] and len(given) == 2:
        from iomsa_desktop.self_check import self_check

        return self_check(Path(given[1]))
    if given == ["--practice"]:
        return _open(None, practice=True)
    if not given or (len(given) == 1 and Path(given[0]).suffix.lower() in OPENED):
        return _open(Path(given[0]) if given else None)
    from iomsa.cli import main as verbs

    return verbs(given)


class _Nobody(io.TextIOBase):
    """Take what is said where nobody listens."""

    def write(self, text: str) -> int:
        return len(text)


def _let_all_be_said() -> None:
    """Let a console show as question marks what it does not know; a program for windows may have none at all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _Nobody())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _open(path: Path | None, *, practice: bool = False) -> int:
    from iomsa_desktop.early import load_qt

    load_qt()
    from iomsa_desktop.app import run

    return run(path, practice=practice)


if __name__ == "__main__":
    sys.exit(main())
