"""The dialog that asks for one quarter: which it is, its offences, days at liberty and people."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from iomsa.answers.people import Quarter
from iomsa.handover.other_rows import QUARTER_COLUMNS, quarter_name
from iomsa.outcomes.months import months_after
from iomsa.session.person_cells import read_cell
from iomsa.session.typed_dates import read_quarter
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.look import Look

WHICH = "Such as Apr to Jun 2025, or its first day."
WRONG = "Give a quarter such as Apr to Jun 2025."
TWICE = "This quarter is in the table already; open it there to change it."


class QuarterDialog(Dialog):
    """Ask for a new quarter, or the one that begins on `first`; `value` is there once it was accepted."""

    def __init__(
        self, look: Look, quarters: Mapping[str, Quarter], first: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, look, quarter_name(first) if first else "Add a quarter")
        self._quarters, self._first = quarters, first
        self.value: tuple[str, dict[str, int]] | None = None
        self.which = Asked(look, "Quarter", WHICH, "" if first else _following(quarters))
        if not first:
            self.column.addWidget(self.which)
        known = quarters.get(first)
        self.counts = {
            cell.name: Asked(look, cell.label, cell.hint, str(getattr(known, cell.name)) if known else "")
            for cell in QUARTER_COLUMNS
        }
        for asked in self.counts.values():
            self.column.addWidget(asked)
        self.add_choice("Keep" if first else "Add").clicked.connect(self._on_done)

    def _on_done(self) -> None:
        first = self._first or read_quarter(self.which.text())
        if not first:
            self.which.say(WRONG)
            return
        if not self._first and first in self._quarters:
            self.which.say(TWICE)
            return
        counts: dict[str, int] = {}
        for cell in QUARTER_COLUMNS:
            value, wrong = read_cell(cell, self.counts[cell.name].text())
            if wrong or not isinstance(value, int):
                self.counts[cell.name].say(wrong or f"Give {cell.expected}.")
                return
            counts[cell.name] = value
        self.value = first, counts
        self.accept()


def _following(quarters: Mapping[str, Quarter]) -> str:
    """Return the quarter that follows the last, or empty where dates end with the last."""
    from datetime import date

    first = months_after(date.fromisoformat(max(quarters)), 3) if quarters else date.max
    return quarter_name(first.isoformat()) if first < date.max else ""
