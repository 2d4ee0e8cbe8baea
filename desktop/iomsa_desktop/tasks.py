"""The only file that knows threads: run slow work off the screen's thread and bring its result back."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from iomsa.problems import Refused


class Cancel:
    """Ask a task to stop; the task looks at `asked` between its steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def asked(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._event.is_set()

    def ask(self) -> None:
        """Ask the task to stop."""
        self._event.set()


class Progress(QObject):
    """Carry from a task how far it is; a method of an object of Qt hears of it on its own thread."""

    came = Signal(object)


class _Outcome(QObject):
    done = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    ended = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self._work, self._outcome = work, outcome

    def run(self) -> None:
        try:
            result = self._work()
        except Refused as refusal:
            self._outcome.refused.emit(refusal)
        except BaseException as error:
            self._outcome.failed.emit(error)
        else:
            self._outcome.done.emit(result)
        self._outcome.ended.emit(self._outcome)


class Tasks(QObject):
    """Run work one after the other; `failed` carries an error of ours to the crash report.

    The garbage collector rests meanwhile: it would end forgotten widgets on the thread of the work, which Qt forbids.
    """

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: dict[_Outcome, Cancel | None] = {}
        self._rests = False

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[Refused], None],
        failed: Callable[[object], None] | None = None,
        cancel: Cancel | None = None,
    ) -> None:
        """Run the work off this thread; call `done` with its result or `refused` with what the world said, here.

        `failed` hears of an error of ours in this work, before the crash report does. All are methods of objects of Qt,
        which come back to their own thread. `cancel` is asked where the program ends before the work, if nobody will
        miss its result then.
        """
        if gc.isenabled():
            gc.disable()
            self._rests = True
        outcome = _Outcome()
        self._running[outcome] = cancel
        outcome.done.connect(done)
        outcome.refused.connect(refused)
        if failed is not None:
            outcome.failed.connect(failed)
        outcome.failed.connect(self.failed)
        outcome.ended.connect(self._on_ended)
        self._pool.start(_Work(work, outcome))

    @property
    def busy(self) -> bool:
        """Tell whether some work has not come back yet."""
        return bool(self._running)

    def wait(self) -> None:
        """Wait until all work has ended."""
        self._pool.waitForDone()
        self._collect()

    def end(self) -> None:
        """Ask work that nobody will miss to stop, and wait until all has ended."""
        for cancel in self._running.values():
            if cancel is not None:
                cancel.ask()
        self.wait()

    def _on_ended(self, outcome: _Outcome) -> None:
        self._running.pop(outcome, None)
        if not self._running:
            self._collect()

    def _collect(self) -> None:
        if self._rests:
            self._rests = False
            gc.enable()
