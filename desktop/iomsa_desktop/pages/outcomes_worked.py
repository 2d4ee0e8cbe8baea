"""The outcomes as they are worked out now: again only where something changed that they rest on, large ones apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from iomsa.answers.people import FollowUp, Person, Quarter
from iomsa.answers.review import UnitCosts
from iomsa.answers.sheet import AnswerSheet, ProfileValue
from iomsa.framework import find
from iomsa.outcomes.work_out import MONEY, Outcomes, work_out
from iomsa.problems import Refused
from iomsa_desktop.desk import Desk
from iomsa_desktop.tasks import Cancel

AT_ONCE = 80
"""So many people are worked out before the page is painted; more take longer than anybody would not notice."""


class Basis(NamedTuple):
    """Hold what outcomes rest on, but for other areas: the page compares with them by itself, as they are now."""

    people: Mapping[str, Person]
    quarters: Mapping[str, Quarter]
    follow_up: FollowUp | None
    unit_costs: UnitCosts | None
    money: tuple[ProfileValue, ...]

    def same_as(self, other: Basis | None) -> bool:
        """Tell whether both are the same records: a change makes another record, never alters one."""
        if other is None or len(self.money) != len(other.money):
            return False
        pairs = zip((*self[:-1], *self.money), (*other[:-1], *other.money), strict=True)
        return all(one is two for one, two in pairs)


def basis_of(sheet: AnswerSheet) -> Basis:
    """Return what the outcomes of a sheet rest on."""
    money = tuple(value for id, value in sheet.profile.items() if id.startswith(MONEY))
    return Basis(sheet.people, sheet.quarters, sheet.follow_up, sheet.unit_costs, money)


class Worked(QObject):
    """Work outcomes out; `ready` tells that `found` is of now, or that there is none as a fault of ours came up."""

    ready = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pathways = find.pathways(desk.framework)
        self._basis: Basis | None = None
        self._cancel = Cancel()
        self.found: Outcomes | None = None
        self.busy = self.failed = False

    def refresh(self) -> bool:
        """Bring the figures up to date, or start to; tell whether they are of now when this returns."""
        sheet, pathways = self._desk.sheet, self._pathways
        basis = basis_of(sheet)
        if basis.same_as(self._basis):
            return not self.busy
        self._basis = basis
        # What rests on something else by now is not worked out to its end first.
        self._cancel.ask()
        self._cancel = cancel = Cancel()
        self.busy, self.failed = len(sheet.people) > AT_ONCE, False
        if not self.busy:
            try:
                self.found = work_out(sheet, pathways)
            except Exception as error:
                self._fail()
                self._desk.tasks.failed.emit(error)
            return True

        def work() -> tuple[Basis, Outcomes]:
            return basis, work_out(sheet, pathways, lambda: not cancel.asked)

        self._desk.tasks.run(work, self._on_done, self._on_refused, self._on_failed, cancel)
        return False

    def _on_done(self, result: tuple[Basis, Outcomes]) -> None:
        basis, found = result
        if basis.same_as(self._basis):
            self.found, self.busy = found, False
            self.ready.emit()

    def _on_refused(self, _: Refused) -> None:
        """Leave it where this was stopped: other figures are being worked out, or the program ends."""

    def _on_failed(self, _: object) -> None:
        # The crash report tells of it.
        self._fail()
        self.ready.emit()

    def _fail(self) -> None:
        self.found, self.busy, self.failed = None, False, True
