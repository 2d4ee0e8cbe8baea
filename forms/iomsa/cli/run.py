"""Run one verb and turn whatever the world does into a sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from iomsa.cli.parser import make_parser
from iomsa.cli.say import complain, say_json
from iomsa.problems import Problem, Refused

OK, NO, WRONG_USAGE = 0, 1, 2


def run(argv: Sequence[str]) -> int:
    """Return the exit code of one verb; no error of the world ever shows a traceback."""
    _print_anything()
    code = NO
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as stop:
        return OK if stop.code in (0, None) else WRONG_USAGE
    try:
        code: int = arguments.run(arguments)
    except Refused as refused:
        return _refuse(refused.problems, as_json=getattr(arguments, "json", False))
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".").lower()
        place = str(error.filename or "")
        problem = Problem("os", place, f"this can't be done: {reason}.")
        return _refuse((problem,), as_json=getattr(arguments, "json", False))
    except KeyboardInterrupt:
        complain("Stopped.")
        return NO
    return code


def _refuse(problems: tuple[Problem, ...], *, as_json: bool) -> int:
    for problem in problems:
        complain(str(problem))
    if as_json:
        say_json({"refused": [problem._asdict() for problem in problems]})
    return NO


def _print_anything() -> None:
    """Let a console that knows few characters show the others as question marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _close_quietly() -> None:
    """Give Python somewhere to write at exit, where the reader of our output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
