"""Slow work: off the screen's thread, and back on it with what came of it."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
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
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert asker.threads == {threading.get_ident()}
    assert asker.results[0] != threading.get_ident()


def test_a_refusal_and_a_bug_take_their_own_ways(qtbot: QtBot) -> None:
    tasks, asker = Tasks(), Asker()
    tasks.failed.connect(asker.take)
    tasks.run(no, asker.take, asker.take_refusal)
    tasks.run(bug, asker.take, asker.take_refusal)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert asker.results[0] == "the world says no."
    assert isinstance(asker.results[1], ZeroDivisionError)


def test_only_the_work_itself_says_that_it_failed(qtbot: QtBot) -> None:
    tasks, asker, report = Tasks(), Asker(), Asker()
    tasks.failed.connect(report.take)
    tasks.run(bug, asker.take, asker.take_refusal)
    tasks.run(threading.get_ident, asker.take, asker.take_refusal, asker.take)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert [type(each) for each in asker.results] == [int]
    tasks.run(bug, asker.take, asker.take_refusal, asker.take)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert [type(each) for each in asker.results] == [int, ZeroDivisionError]
    assert len(report.results) == 2


class Circle(QWidget):
    """A page that is forgotten: only the collector finds that nothing holds it."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: ended.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def litter() -> object:
    """Make so much that the collector would come."""
    return [[place] for place in range(200_000)]


def test_forgotten_widgets_never_end_on_the_thread_of_the_work(qtbot: QtBot) -> None:
    tasks, asker, ended = Tasks(), Asker(), list[int]()
    Circle(ended)
    tasks.run(litter, asker.take, asker.take_refusal)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert gc.isenabled()
    gc.collect()
    assert ended == [threading.get_ident()]


@pytest.mark.parametrize("works", [True, False])
def test_the_collector_is_left_as_it_was(qtbot: QtBot, works: bool) -> None:
    tasks, asker = Tasks(), Asker()
    if not works:
        gc.disable()
    try:
        tasks.run(litter, asker.take, asker.take_refusal)
        tasks.run(bug, asker.take, asker.take_refusal)
        assert not gc.isenabled()
        tasks.wait()
        assert gc.isenabled() is works
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
        assert gc.isenabled() is works
    finally:
        gc.enable()
