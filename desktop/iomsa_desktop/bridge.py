"""Turn what the session tells into the signals of the program; every signal that pages share stands here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import Finding
from iomsa.problems import Refused, refuse
from iomsa.scoring.card import Scorecard
from iomsa.scoring.score import score
from iomsa.scoring.tally import Files, Tally, count, counts_same, tally
from iomsa.session.changes import EDIT, ChangeSet, Edit
from iomsa.session.session import Session

if TYPE_CHECKING:
    from iomsa.checks.check import Checked

RESCORE_MS = 30
READ_ONLY = "This file is open to read only, so nothing was changed."


class Bridge(QObject):
    """Carry changes to the session and tell what came of them.

    changed: a ChangeSet was taken and is on the disk.
    scored: the scorecard and the findings are new.
    refused: a Refused; nothing was changed.
    """

    changed = Signal(object)
    scored = Signal()
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._card: Scorecard | None = None
        self._counted: tuple[AnswerSheet, Tally] | None = None
        self._files: Files | None = None
        self._findings: tuple[Finding, ...] | None = None
        self._checked: Checked | None = None
        self._timer = QTimer(self, singleShot=True, interval=RESCORE_MS)
        self._timer.timeout.connect(self.scored)
        self._unsubscribe = session.subscribe(self._on_change)

    @property
    def card(self) -> Scorecard:
        """Return the scorecard of what is answered now."""
        if self._card is None:
            self._card = score(self.session.framework, self.session.sheet, self.tally)
        return self._card

    @property
    def tally(self) -> Tally:
        """Return the counts of the case review, counted again only for files that are other than before."""
        sheet = self.session.sheet
        if self._counted is None or not counts_same(self._counted[0], sheet):
            framework = self.session.framework
            self._files = count(framework, sheet, self._files)
            self._counted = (sheet, tally(framework, sheet, self._files))
        return self._counted[1]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the check finds now; it looks again only at files and people that are other than before."""
        if self._findings is None:
            # Loaded after the first page is painted, which waits for no finding.
            from iomsa.checks.check import check_again

            self._checked = check_again(self.session.framework, self.session.sheet, self.card, self._checked)
            self._findings = self._checked.findings
        return self._findings

    @property
    def found(self) -> tuple[Finding, ...] | None:
        """Return the findings where they are known already, else None."""
        return self._findings

    def change(
        self, name: str, edits: tuple[Edit, ...], *, origin: object | None = None, merge: str = "", cause: str = EDIT
    ) -> bool:
        """Take edits; tell whether they are on the disk now (edits that change nothing are)."""
        return self._try(lambda: self.session.change(name, edits, origin=origin, merge=merge, cause=cause))

    def undo(self) -> bool:
        """Take the last step back."""
        return self._try(self.session.undo)

    def redo(self) -> bool:
        """Bring the last step again that was taken back."""
        return self._try(self.session.redo)

    def close(self) -> None:
        """Stop listening to the session."""
        self._timer.stop()
        self._unsubscribe()

    def _try(self, act: Callable[[], ChangeSet | None]) -> bool:
        try:
            if self.session.read_only:
                raise refuse("file.read-only", "", READ_ONLY)
            act()
        except Refused as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def _on_change(self, change: ChangeSet) -> None:
        self._card = None
        self._findings = None
        self.changed.emit(change)
        self._timer.start()
