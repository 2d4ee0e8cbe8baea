"""The fields of a period in a dialog: its name, and its dates where the name does not say them."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.period import dates_of, make_period
from iomsa.answers.sheet import Period
from iomsa.answers.text import clean_line
from iomsa.answers.values import read_field
from iomsa.framework.model import Field
from iomsa.problems import Refused
from iomsa.scoring.words import sentence
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.look import Look

HINT = "A year such as {year} runs from 1 April to 31 March. Another name needs its dates."
DATE = Field("", "", "date", "", "", (), optional=False)


class PeriodFields(QWidget):
    """Ask for a period; `changed` tells every change."""

    changed = Signal()

    def __init__(self, look: Look, framework: str, name: str) -> None:
        super().__init__()
        self._framework = framework
        self.name = Asked(look, "Period", HINT.format(year=name), name)
        self.start = Asked(look, "First day", "For example 01/04/2026")
        self.end = Asked(look, "Last day", "For example 31/03/2027")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        for asked in (self.name, self.start, self.end):
            column.addWidget(asked)
            asked.changed.connect(self._on_changed)
        self._show_dates()

    def read(self) -> Period:
        """Return the period; raise Refused."""
        typed = ("", "") if self._named else (self.start.text(), self.end.text())
        start, end = (read_field(DATE, text).value for text in typed)
        return make_period(self.name.text(), self._framework, start, end)

    def say(self, refusal: Refused) -> None:
        """Say what is wrong under the field that it is about."""
        problem = refusal.problems[0]
        asked = self.name if problem.code == "period.name" or self._named else self.start
        if problem.code == "period.date" and read_field(DATE, self.start.text()).wrong == "" and self.start.text():
            asked = self.end
        asked.say(sentence(problem.sentence))

    @property
    def _named(self) -> bool:
        return dates_of(clean_line(self.name.text())) is not None

    def _on_changed(self) -> None:
        self._show_dates()
        self.changed.emit()

    def _show_dates(self) -> None:
        for asked in (self.start, self.end):
            asked.setVisible(not self._named and bool(self.name.text().strip()))


def year_of(day: datetime.date) -> str:
    """Return the name of the year that runs on a day, from April to March, such as 2026-27."""
    first = day.year if day.month >= 4 else day.year - 1
    return year_from(first)


def year_from(first: int) -> str:
    """Return the name of the year that begins in April of a calendar year."""
    return f"{first}-{(first + 1) % 100:02}"
