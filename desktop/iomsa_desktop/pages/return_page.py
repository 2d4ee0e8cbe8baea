"""The page of the return: what goes in, the button that writes it, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from iomsa.checks.finding import STOPS
from iomsa.problems import Refused, refuse
from iomsa.returns.write import Written, write_return
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.pages import return_notices as notices
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.return_setup import SetupCard
from iomsa_desktop.tasks import Cancel

ABOUT = "An Excel workbook for the inspectors. You can send it from your own e\u2011mail."
CANCELLED = "return.cancelled"


class ReturnPage(Page):
    """Write the return of this period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Return", ABOUT)
        self.setup = SetupCard(desk)
        self.result: Card | None = None
        self._findings: list[Card] = []
        self._cancel: Cancel | None = None
        below = QBoxLayout.Direction.TopToBottom if desk.look.side_below else QBoxLayout.Direction.LeftToRight
        both = QBoxLayout(below)
        both.setSpacing(desk.look.px(20))
        left, self._right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.setup)
        left.addStretch(1)
        self._right.setSpacing(desk.look.px(16))
        self._right.addStretch(1)
        both.addLayout(left, 1)
        both.addLayout(self._right, 1)
        self.column.addLayout(both)
        self.end()
        self.setup.asked.connect(self.write)
        self.setup.cancelled.connect(self._on_cancel)

    def lead_to(self, field: str) -> None:
        self.verticalScrollBar().setValue(0)
        stop = None if self.setup.write.isEnabled() or not self._findings else self._findings[0].findChild(Link)
        (stop or self.setup.write).setFocus()

    def on_change(self, change: ChangeSet) -> None:
        self._show_result(None)

    def on_scored(self) -> None:
        self.on_shown()

    def on_shown(self) -> None:
        if self._cancel is not None:
            return
        self.setup.refresh()
        self._show_findings()

    @property
    def busy(self) -> bool:
        """Tell whether a return is being written now."""
        return self._cancel is not None

    def write(self) -> None:
        """Write the return off the screen's thread, unless a name is missing."""
        if self.busy or self.setup.missing():
            return
        content, folder, cancel = self.setup.content(), self.setup.folder, Cancel()
        clock = self.desk.stamp().on
        self._cancel = cancel
        self._show_result(None)
        self.setup.busy(on=True)

        def work() -> Written:
            _stop_if(cancel)
            result = write_return(content, folder, clock=lambda: clock)
            _stop_if(cancel, result.path)
            return result

        self.desk.tasks.run(work, self._on_written, self._on_refused, self._on_failed)

    def _on_cancel(self) -> None:
        if self._cancel is not None:
            self._cancel.ask()
            self.setup.busy(on=True, stopping=True)

    def _on_written(self, result: Written) -> None:
        self._done(notices.written(self.desk, result))
        self.desk.announce(f"Written and read back. Receipt {result.receipt}")

    def _on_refused(self, refusal: Refused) -> None:
        stopped = any(problem.code == CANCELLED for problem in refusal.problems)
        self._done(notices.cancelled(self.desk) if stopped else notices.refused(self.desk, refusal))

    def _on_failed(self, _: object) -> None:
        # The crash report tells of it; a return may be written again.
        self._done(None)

    def _done(self, notice: Card | None) -> None:
        self._cancel = None
        self.setup.busy(on=False)
        self.setup.say("")
        self._show_result(notice)
        self.on_shown()

    def _show_result(self, notice: Card | None) -> None:
        if self.result is not None:
            self._right.removeWidget(self.result)
            self.result.deleteLater()
        self.result = notice
        if notice is not None:
            self._right.insertWidget(0, notice)

    def _show_findings(self) -> None:
        for card in self._findings:
            self._right.removeWidget(card)
            card.deleteLater()
        findings = self.desk.bridge.findings
        stops = [each for each in findings if each.weight == STOPS]
        others = [each for each in findings if each.weight != STOPS]
        self._findings = [notices.stopped(self.desk, stops)] if stops else []
        self._findings += [notices.questioned(self.desk, others)] if others else []
        for card in self._findings:
            self._right.insertWidget(self._right.count() - 1, card)
        self.setup.write.setEnabled(not stops)


def _stop_if(cancel: Cancel, path: Path | None = None) -> None:
    if not cancel.asked:
        return
    try:
        if path is not None:
            path.unlink(missing_ok=True)
    except OSError:
        # It was written before, and stays: then that is what is said.
        return
    raise refuse(CANCELLED, "", "The return was cancelled.")
