"""Slow work: off the screen's thread, and back on it with what came of it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from iomsa.problems import Refused, refuse
from iomsa_desktop.tasks import Tasks


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def take_refusal(self, refusal: Refused) -> None:
        self.take(refusal.problems[0].sentence)


def no() -> object:
    raise refuse("example.no", "", "the world says no.")


def bug() -> object:
    raise ZeroDivisionError


def test_a_result_comes_back_on_this_thread_from_another(qtbot: QtBot) -> None:
    tasks, asker = Tasks(), Asker()
    tasks.run(threading.get_ident, asker.take, asker.take_refusal)
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy)
    assert asker.threads == {threading.get_ident()}
    assert asker.results[0] != threading.get_ident()


def test_a_refusal_and_a_bug_take_their_own_ways(qtbot: QtBot) -> None:
    tasks, asker = Tasks(), Asker()
    tasks.failed.connect(asker.take)
    tasks.run(no, asker.take, asker.take_refusal)
    tasks.run(bug, asker.take, asker.take_refusal)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert asker.results[0] == "the world says no."
    assert isinstance(asker.results[1], ZeroDivisionError)
