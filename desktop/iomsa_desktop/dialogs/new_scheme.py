"""The dialog that begins a new self-assessment: the scheme's name, its first period, where to keep the file."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from iomsa.answers.period import span
from iomsa.answers.sheet import Period
from iomsa.answers.text import clean_line
from iomsa.problems import Refused
from iomsa_desktop.dialogs.asked import Asked
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.dialogs.period_fields import PeriodFields, year_of
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.words import words
from iomsa_desktop.look import Look
from iomsa_desktop.opening import SUFFIX, with_suffix
from iomsa_desktop.sentences import FILES

ABOUT = "One file holds one scheme and all its periods. Nothing leaves this computer."
_UNSAFE = re.compile(r'[\\/:*?"<>|]+')


class NewScheme(NamedTuple):
    """Say what file to make: the scheme's name, its first period and the path."""

    name: str
    period: Period
    path: Path


class NewSchemeDialog(Dialog):
    """Ask for what a new file needs; `value` is there once it was accepted."""

    def __init__(self, parent: QWidget | None, look: Look, folder: Path, today: datetime.date, framework: str) -> None:
        super().__init__(parent, look, "New self-assessment", ABOUT)
        self._folder = folder
        self._follows = True
        self.value: NewScheme | None = None
        self.name = Asked(look, "Name of the scheme", "As partners know it, such as Northmoor IOM scheme")
        self.period = PeriodFields(look, framework, year_of(today))
        self.place = Asked(look, "File", "Keep it in a folder that only the scheme's staff can open")
        choose = Button(look, "Choose...")
        choose.setAccessibleName("Choose where to keep the file")
        choose.clicked.connect(self._on_choose)
        self._says = words(look, soft=True)
        for widget in (self.name, self.period, self.place, choose, self._says):
            self.column.addWidget(widget)
        self.add_choice("Make the file").clicked.connect(self._on_make)
        self.name.changed.connect(self._on_named)
        self.place.line.textEdited.connect(self._on_placed)
        for signal in (self.period.changed, self.place.changed):
            signal.connect(self._refresh)
        self._on_named()

    @classmethod
    def ask(
        cls, parent: QWidget | None, look: Look, folder: Path, today: datetime.date, framework: str
    ) -> NewScheme | None:
        """Ask; return what to make, or None. `framework` is as iom@2026.1."""
        dialog = cls(parent, look, folder, today, framework)
        return dialog.value if dialog.run() else None

    def _on_named(self) -> None:
        if self._follows:
            stem = clean_line(_UNSAFE.sub(" ", self.name.text())).strip(" .")
            self.place.line.setText(str(self._folder / f"{stem or 'Our scheme'}{SUFFIX}"))
        self._refresh()

    def _on_placed(self) -> None:
        self._follows = False

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Where to keep the file", self.place.text(), FILES)
        if name:
            self._follows = False
            self.place.line.setText(name)

    def _path(self) -> Path | None:
        path = Path(self.place.text().strip())
        if not path.name:
            return None
        return with_suffix(path)

    def _refresh(self) -> None:
        path = self._path()
        try:
            period = self.period.read()
        except Refused:
            period = None
        said = ""
        if path is not None and period is not None:
            said = f"This makes {path.name} in {path.parent.name or path.parent}, for {span(period)}."
        self._says.setText(said)
        self.fit()

    def _on_make(self) -> None:
        name, path = clean_line(self.name.text()), self._path()
        if not name:
            self.name.say("Type the name of the scheme.")
            return
        try:
            period = self.period.read()
        except Refused as refusal:
            self.period.say(refusal)
            return
        if path is None:
            self.place.say("Type where to keep the file, or choose a place.")
        elif not path.parent.is_dir() and path.parent != self._folder:
            self.place.say(f"There is no folder {path.parent}. Choose one that is there.")
        elif path.exists():
            self.place.say("A file of this name is there already. Choose another name.")
        else:
            self.value = NewScheme(name, period, path)
            self.accept()
