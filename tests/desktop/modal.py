"""What a person does in dialogs that come one after the other, each as it comes to the front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from iomsa_desktop.dialogs.waiting import WaitingDialog

Act = Callable[[QWidget], object]


class Visits(QObject):
    """Act once in each dialog that comes, in turn, and close it; one that waits for work is left alone."""

    def __init__(self, acts: tuple[Act, ...]) -> None:
        super().__init__()
        self._acts = list(acts)
        self._met: list[QWidget] = []
        self.wrong: list[BaseException] = []
        self.said: list[str] = []
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def left(self) -> int:
        """Count the dialogs that did not come."""
        return len(self._acts)

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, WaitingDialog) or dialog in self._met:
            return
        self._met.append(dialog)
        self.said.append(said(dialog))
        try:
            assert self._acts, f"one dialog too many: {dialog.windowTitle()}"
            self._acts.pop(0)(dialog)
        except BaseException as error:
            # It is raised where the test can see it.
            self.wrong.append(error)
        finally:
            if dialog.isVisible():
                dialog.reject()


@contextmanager
def visiting(*acts: Act) -> Iterator[list[str]]:
    """Act in the dialogs that come while this lasts; give what each said."""
    visits = Visits(acts)
    try:
        yield visits.said
    finally:
        visits.stop()
    if visits.wrong:
        raise visits.wrong[0]
    assert not visits.left, f"{visits.left} dialogs did not come"


def said(widget: QWidget) -> str:
    """Return what a widget says in its labels and buttons, a line each."""
    parts = [each for each in widget.findChildren(QWidget) if isinstance(each, QLabel | QAbstractButton)]
    return "\n".join(part.text() for part in parts if part.isVisibleTo(widget))


def press(text: str) -> Act:
    """Return the act that presses a button of this text."""

    def act(dialog: QWidget) -> None:
        found = [each for each in dialog.findChildren(QAbstractButton) if each.text() == text and each.isEnabled()]
        assert found, f"no button {text} in\n{said(dialog)}"
        found[0].click()

    return act
