"""Waiting for long work: it ends by itself, is refused, or is cancelled; what comes too late does no harm."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar
from pytestqt.qtbot import QtBot
from tests.desktop.dialogs.test_dialogs import drive

from iomsa.problems import Refused, refuse
from iomsa_desktop.dialogs.waiting import WaitingDialog, wait_for
from iomsa_desktop.look import Look, load_theme
from iomsa_desktop.tasks import Cancel, Tasks

WORDS = ("Reading", "The files are read.")


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(load_theme("light"), 1.0, qapp.font())


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_what_the_work_gave_comes_back(look: Look, tasks: Tasks) -> None:
    assert wait_for(tasks, None, look, WORDS, lambda _: 42) == 42


def test_what_the_world_said_is_raised(look: Look, tasks: Tasks) -> None:
    def work(_: Cancel) -> int:
        raise refuse("x", "a.xlsx", "this is no table.")

    with pytest.raises(Refused, match="this is no table"):
        wait_for(tasks, None, look, WORDS, work)


def test_cancel_asks_the_work_to_stop_and_takes_nothing_of_it(look: Look, tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[bool] = []
    go_on = threading.Event()

    def work(cancel: Cancel) -> int:
        assert go_on.wait(60)
        seen.append(cancel.asked)
        return 1

    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, WaitingDialog)
        assert dialog.findChild(QProgressBar) is not None
        dialog.stop.click()
        go_on.set()

    drive(press)
    assert wait_for(tasks, None, look, WORDS, work) is None
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert seen == [True]
