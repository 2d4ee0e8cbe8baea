"""Do the main job without a person: practice scheme, scores, a verified return, pictures, and a report."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from iomsa.problems import Refused, refuse
from iomsa_desktop.self_check_report import Step, ending, lines, report

SCHEME, SCORES, REPORT, SETTINGS = "practice.iomsa", "scores.txt", "report.txt", "settings.ini"
BOOKS = "IOM-SA_*.xlsx"
SMALLEST = 10_000
"""Bytes that a picture has at least; an empty one has fewer."""

Work = Callable[[Path], list[str]]


def self_check(folder: Path) -> int:
    """Do it all in a folder, say each step, and return 0 where everything held."""
    steps: list[Step] = []
    try:
        _clear(folder)
        for step in _steps(folder):
            steps.append(step)
            _say(*lines(step))
        text = report(_now(), steps)
        (folder / REPORT).write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        _say(f"{folder}: this folder can't be written: {error.strerror}. Name another one.")
        return 1
    _say(ending(steps), f"All of it lies in {folder.resolve()}.")
    return 0 if all(step.held for step in steps) else 1


def _clear(folder: Path) -> None:
    """Make the folder; take away what an earlier check left, so that none of it passes for this one's."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob(BOOKS), *folder.glob("*.png"), *(folder / name for name in (SCHEME, SCORES, REPORT))):
        old.unlink(missing_ok=True)


def _steps(folder: Path) -> Iterator[Step]:
    """Do one step after the other; what comes after a step that failed is not tried."""
    todo: tuple[tuple[str, Work], ...] = (
        ("practice scheme made", _practice),
        ("scores worked out", _scores),
        ("return written and read back", _return),
        ("return verified", _verified),
        ("pictures of the pages", _pictures),
    )
    for name, work in todo:
        try:
            yield Step(name, True, tuple(work(folder)))
        except Refused as refusal:
            yield Step(name, False, tuple(map(str, refusal.problems)))
            return
        except OSError:
            raise
        except Exception as error:
            traceback.print_exc()
            yield Step(name, False, tuple(traceback.format_exception_only(error)[-1].splitlines()))
            return


def _practice(folder: Path) -> list[str]:
    return _verb("practice", str(folder / SCHEME))[:1]


def _scores(folder: Path) -> list[str]:
    said = _verb("score", str(folder / SCHEME))
    (folder / SCORES).write_text("\n".join(said) + "\n", encoding="utf-8")
    parts = ("Organisation: ", "Work with people: ", "Outcomes: ", "Overall: ")
    return [line for line in said if line.startswith(parts)]


def _return(folder: Path) -> list[str]:
    said = _verb("return", str(folder / SCHEME), "-o", str(folder))
    return [line for line in said if line.startswith(("Written", "Receipt: "))]


def _verified(folder: Path) -> list[str]:
    (book,) = folder.glob(BOOKS)
    said = _verb("verify", str(book))
    return [f"verified: {book.name}", *(line for line in said if line.startswith("Receipt: "))]


def _verb(*arguments: str) -> list[str]:
    """Run a verb of the command line and return the lines that it says."""
    from iomsa.cli import main as verb

    said, complained = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        code = verb(arguments)
    if code != 0:
        why = complained.getvalue().strip() or f"it ended with code {code}."
        raise refuse("self-check.failed", f"iomsa {arguments[0]}", why)
    return said.getvalue().splitlines()


def _pictures(folder: Path) -> list[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    from iomsa_desktop.app import build
    from iomsa_desktop.looks import STYLE, set_up_style
    from iomsa_desktop.pictures import take_pictures

    app = QApplication(["iomsa", *STYLE])
    if not QFontDatabase.families():
        raise refuse("self-check.fonts", "fonts", "this system has no fonts to draw text with. Install some.")
    set_up_style(app)
    settings = folder / SETTINGS
    settings.unlink(missing_ok=True)
    program = build(app, settings, folder)
    program.settings.set_who(folder / SCHEME, "", "")
    program.window.show()
    program.open(folder / SCHEME)
    taken = take_pictures(program.workspace, folder) if program.workspace is not None else []
    program.window.close()
    settings.unlink(missing_ok=True)
    empty = [path.name for path in taken if path.stat().st_size < SMALLEST]
    if empty or not taken:
        raise refuse("self-check.pictures", ", ".join(empty), "these pictures are empty, or none could be taken.")
    return [f"picture: {path.name}" for path in taken]


def _now() -> str:
    from iomsa_desktop.opening import clock

    return clock()


def _say(*texts: str) -> None:
    sys.stdout.writelines(f"{text}\n" for text in texts)
