"""The composition: the only place that builds things and hands them on."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from iomsa import __version__
from iomsa_desktop.application import Application
from iomsa_desktop.commands import Commands
from iomsa_desktop.early import settle
from iomsa_desktop.folders import find_folders
from iomsa_desktop.kit.spoken import install_spoken
from iomsa_desktop.looks import STYLE, set_up_style
from iomsa_desktop.opening import clock
from iomsa_desktop.program import Program
from iomsa_desktop.settings import Settings
from iomsa_desktop.whereabouts import Where, own, where_by


def run(path: Path | None, *, practice: bool = False) -> int:
    """Open the window, then this file or the one last used; return the exit code when the window closes."""
    app = Application([*sys.argv[:1], *STYLE])
    set_up_style(app)
    folders = find_folders()
    where = where_by(folders.temporary, folders.home)
    room = app.primaryScreen().availableSize()
    program = build(app, folders.settings / "settings.ini", folders.documents, room=room, where=where)
    watch(program, folders.settings / "crash reports")
    program.window.show()

    def begin() -> None:
        program.begin(app.first or path, practice=practice)
        app.handed.connect(program.begin)
        settle()

    QTimer.singleShot(0, program.window, begin)
    return app.exec()


def build(
    app: QApplication, settings: Path, documents: Path, *, room: QSize | None = None, where: Where = own
) -> Program:
    """Build the program around its application, its settings file and the folder for new files.

    The window keeps to the `room` that the screen has; `where` tells in what kind of folder a file lies.
    """
    install_spoken()
    program = Program(app, Settings(settings), documents, room, where)
    commands = Commands(program)
    program.window.asked.connect(commands.act)
    return program


def watch(program: Program, folder: Path) -> None:
    """Take every error of ours to a crash report, in a file and on the screen."""

    def on_error(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        from iomsa_desktop.dialogs.crash import CrashDialog, report_text, save_report

        text = report_text(error, __version__, clock())
        CrashDialog(program.look, text, save_report(text, folder, clock()), program.window).exec()

    sys.excepthook = on_error
    program.tasks.failed.connect(lambda error: on_error(type(error), error, error.__traceback__))
