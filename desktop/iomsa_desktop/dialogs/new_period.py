"""The dialog that begins a new period in an open file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from iomsa.answers.period import dates_of, span
from iomsa.answers.sheet import Period
from iomsa.problems import Refused
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.period_fields import PeriodFields, year_from, year_of
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import Look

ABOUT = (
    "Answers start empty: a self-assessment is made anew each time. The scheme's name and code come along, and what"
    " was said last time stands beside each question."
)


class NewPeriodDialog(Dialog):
    """Ask for a period that the file does not have; `value` is there once it was accepted."""

    def __init__(
        self, parent: QWidget | None, look: Look, known: Sequence[Period], today: datetime.date, framework: str
    ) -> None:
        super().__init__(parent, look, "New period", ABOUT)
        self._known = {period.name.casefold() for period in known}
        self.value: Period | None = None
        self.period = PeriodFields(look, framework, suggested(known, today))
        self._says = words(look, soft=True)
        self.column.addWidget(self.period)
        self.column.addWidget(self._says)
        self.add_choice("Begin the period").clicked.connect(self._on_begin)
        self.period.changed.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(
        cls, parent: QWidget | None, look: Look, known: Sequence[Period], today: datetime.date, framework: str
    ) -> Period | None:
        """Ask; return the period to add, or None. `framework` is as iom@2026.1."""
        dialog = cls(parent, look, known, today, framework)
        return dialog.value if dialog.run() else None

    def _refresh(self) -> None:
        try:
            self._says.setText(f"This period runs from {span(self.period.read())}.")
        except Refused:
            self._says.setText("")
        self.fit()

    def _on_begin(self) -> None:
        try:
            period = self.period.read()
        except Refused as refusal:
            self.period.say(refusal)
            return
        if period.name.casefold() in self._known:
            self.period.name.say("This file has a period of this name already. Choose another.")
            return
        self.value = period
        self.accept()


def suggested(known: Sequence[Period], today: datetime.date) -> str:
    """Return the year after the latest one of the file, or the year that runs today where the file has none."""
    years = [int(period.name[:4]) for period in known if dates_of(period.name) is not None]
    return year_from(max(years) + 1) if years else year_of(today)
