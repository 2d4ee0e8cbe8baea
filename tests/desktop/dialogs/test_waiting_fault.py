"""A fault of ours in long work ends the waiting; the crash report tells of it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iomsa_desktop.dialogs.waiting import wait_for
from iomsa_desktop.look import Look, load_theme
from iomsa_desktop.tasks import Cancel, Tasks


def test_after_a_fault_nobody_waits_on(qapp: QApplication, qtbot: QtBot) -> None:
    def work(_: Cancel) -> int:
        raise ZeroDivisionError

    tasks, faults = Tasks(), list[object]()
    tasks.failed.connect(faults.append)
    look = Look(load_theme("light"), 1.0, qapp.font())
    assert wait_for(tasks, None, look, ("Reading", "The files are read."), work) is None
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
