"""The dialog before the rows about people are removed: what goes, from where, what stays, and what is not touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from iomsa.scoring.words import counted
from iomsa.store.removal_totals import Held
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.check_box import CheckBox
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import field_label, show_words, strong, words
from iomsa_desktop.look import Look

TITLE = "Remove rows about people"
ABOUT = (
    "Takes the people and the case files out of this file: their references, dates and answers, single offence dates, "
    "and the list that the files were drawn from. They go from the history of changes and from the copies below too."
)
STAYS = (
    "Ratings stay as they are, and all figures are kept as totals, with the day on which this was done. Quarters stay, "
    "as they are totals."
)
RETURNS = (
    "Returns that you wrote stay. They hold totals, and single case files, with months for dates, only where you chose "
    "to send those."
)
NOT_TOUCHED = (
    "Not touched: notes in other places, which are not searched for references; sheets that you wrote for colleagues; "
    "and copies of this file that you saved yourself, or that were made while it had another name."
)
UNDERSTOOD = "I know that this can't be undone"
NO_ROWS = "There are no rows about people in this file, and no copies beside it."
NO_COPIES = "There are no back-ups or other copies beside this file."
THIS, ALL = "this", "all"


class RemovePeopleDialog(Dialog):
    """Ask for which periods and whether it is meant; `periods` is what was chosen."""

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        period: str,
        held: Mapping[str, Held],
        copies: Sequence[Path],
    ) -> None:
        super().__init__(parent, look, TITLE, ABOUT)
        self._held, self._period = held, period
        self.periods: tuple[str, ...] = (period,)
        nothing = not copies and not any(any(each) for each in held.values())
        if nothing:
            self.column.addWidget(words(look, NO_ROWS))
            self.add_close()
            return
        self.which = Segments(
            look, "Periods", [Option(THIS, period, period), Option(ALL, "All periods", "All periods")]
        )
        self.which.show_code(THIS)
        self.which.chosen.connect(self._on_which)
        label = field_label(look, "From which periods", self.which)
        for widget in (label, self.which):
            self.column.addWidget(widget)
            widget.setVisible(len(held) > 1)
        self._goes = strong(look, "")
        self.column.addWidget(self._goes)
        for text in (copies_words(copies), STAYS, RETURNS, NOT_TOUCHED):
            self.column.addWidget(words(look, text))
        self.sure = CheckBox(look, UNDERSTOOD)
        self.column.addWidget(self.sure)
        self.remove = self.add_choice("Remove")
        self.remove.setEnabled(False)
        self.sure.toggled.connect(self.remove.setEnabled)
        self.remove.clicked.connect(self.accept)
        self._refresh()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        look: Look,
        period: str,
        held: Mapping[str, Held],
        copies: Sequence[Path],
    ) -> tuple[str, ...]:
        """Ask; return the periods from which to remove, none where it was not meant."""
        dialog = cls(parent, look, period, held, copies)
        return dialog.periods if dialog.run() else ()

    def _on_which(self, code: str) -> None:
        self.periods = tuple(self._held) if code == ALL else (self._period,)
        self._refresh()

    def _refresh(self) -> None:
        show_words(self._goes, goes_words([self._held[name] for name in self.periods]))


def goes_words(held: Sequence[Held]) -> str:
    """Say how many rows go."""
    said = held_words(held)
    return f"What goes: {said}." if said else "There are no rows here; the copies are made clean of them."


def held_words(held: Sequence[Held]) -> str:
    """Count the rows in words, nothing where there are none."""
    people, cases, listed, dates = (sum(column) for column in zip(*held, strict=True))
    parts = (
        (people, counted(people, "person", "people")),
        (cases, counted(cases, "case file")),
        (listed, f"{counted(listed, 'reference')} of people whose file is not on the list"),
        (dates, counted(dates, "offence date")),
    )
    return ", ".join(text for count, text in parts if count)


def is_backup(path: Path) -> bool:
    """Tell whether a copy is one of the back-ups, which stand in a folder of their own."""
    return path.parent.name.endswith(" back-ups")


def copies_words(copies: Sequence[Path]) -> str:
    """Name the copies that are cleaned with the file."""
    if not copies:
        return NO_COPIES
    backups = sum(map(is_backup, copies))
    said = [counted(backups, "back-up")] * bool(backups) + [path.name for path in copies if not is_backup(path)]
    return f"Cleaned in the same way, or deleted where they can't be read: {', '.join(said)}."
