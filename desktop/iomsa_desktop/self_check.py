"""Do the main job without a person: practice scheme, scores, a verified return, pictures, and a report."""

from __future__ import annotations

import os
from pathlib import Path

from iomsa.problems import Refused


def self_check(folder: Path) -> int:
    """Do it all in a folder, say each step, and return 0 where everything held."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        steps = [*_core(folder), *_pictures(folder)]
        (folder / "report.txt").write_text("\n".join(steps) + "\n", encoding="utf-8")
    except Refused as refusal:
        for problem in refusal.problems:
            _say(str(problem))
        return 1
    except OSError as error:
        _say(f"{folder}: this folder can't be written: {error.strerror}. Name another one.")
        return 1
    _say(f"All of it lies in {folder.resolve()}.")
    return 0


def _core(folder: Path) -> list[str]:
    from iomsa.cli import main as verb

    scheme = folder / "practice.iomsa"
    scheme.unlink(missing_ok=True)
    for old in folder.glob("IOM-SA_*.xlsx"):
        old.unlink()
    said = []
    for arguments in (
        ["practice", str(scheme)],
        ["score", str(scheme)],
        ["return", str(scheme), "-o", str(folder)],
    ):
        _run(verb(arguments), arguments)
        said.append("done: iomsa " + " ".join(arguments))
    book = next(folder.glob("IOM-SA_*.xlsx"))
    _run(verb(["verify", str(book)]), ["verify", book.name])
    said.append(f"verified: {book.name}")
    return said


def _run(code: int, arguments: list[str]) -> None:
    if code != 0:
        from iomsa.problems import refuse

        raise refuse("self-check.failed", " ".join(arguments), f"this step ended with code {code}.")


def _pictures(folder: Path) -> list[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from iomsa_desktop.app import build
    from iomsa_desktop.looks import set_up_style
    from iomsa_desktop.pictures import take_pictures

    app = QApplication(["iomsa"])
    set_up_style(app)
    settings = folder / "settings.ini"
    settings.unlink(missing_ok=True)
    program = build(app, settings, folder)
    scheme = folder / "practice.iomsa"
    program.settings.set_who(scheme, "", "")
    program.window.show()
    program.open(scheme)
    taken = take_pictures(program.workspace, folder) if program.workspace is not None else []
    program.window.close()
    _say(f"{len(taken)} pictures of the pages")
    return [f"picture: {path.name}" for path in taken]


def _say(text: str) -> None:
    import sys

    sys.stdout.write(text + "\n")
