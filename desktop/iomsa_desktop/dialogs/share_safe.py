"""The dialog of the share-safe version: what may leave the scheme, to be saved or copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from iomsa.answers.sheet import ProfileValue
from iomsa.framework.find import pathway_names, pathways
from iomsa.outcomes.share_safe import TITLE, share_safe_version
from iomsa.outcomes.share_safe_figures import Line
from iomsa.outcomes.share_safe_text import share_safe_table
from iomsa.outcomes.work_out import work_out
from iomsa.problems import Refused
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.wide import WideDialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.words import show_words, small, strong, unwidowed, words
from iomsa_desktop.models.rows import Rows

WORKBOOKS = "Excel workbooks (*.xlsx)"
HEADINGS = ("What", "Count or figure", "Share", "Note")
COPIED = "Copied. Paste it into a letter, an e\u2011mail or a sheet."


class ShareSafeDialog(WideDialog):
    """Show the version of a period, save it as a workbook and copy it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, desk.look, TITLE)
        self._desk = desk
        look, sheet, framework = desk.look, desk.sheet, desk.framework
        scheme = sheet.profile.get(framework.roles.scheme_name, ProfileValue()).value
        found = work_out(sheet, pathways(framework))
        self.version = share_safe_version(found, sheet, scheme, pathway_names(framework))
        mark, *notes = self.version.notes
        self.column.addWidget(strong(look, mark))
        for note in notes:
            self.column.addWidget(words(look, unwidowed(note)))
        if self.version.reason:
            self.column.addWidget(words(look, self.version.reason))
            self.add_close()
            return
        self.folds = [self._fold(group) for group in dict.fromkeys(line.group for line in self.version.lines)]
        for fold in self.folds:
            self.column.addWidget(fold)
            fold.head.toggled.connect(lambda _: self.fit())
        for fold in self.folds[:2]:
            fold.unfold()
        self._says = small(look, "")
        self._says.hide()
        self.column.addWidget(self._says)
        self.copy = Button(look, "Copy as text")
        self.copy.clicked.connect(self._on_copy)
        self.save = self.add_choice("Save as a workbook", refuse="Close")
        self._buttons.insertWidget(self._buttons.count() - 1, self.copy)
        self.save.clicked.connect(self._on_save)

    def save_as(self, path: Path) -> None:
        """Write the workbook and say where it is, or why not."""
        from iomsa.handover.share_safe_sheet import write_share_safe

        try:
            found = write_share_safe(path, self.version, self._desk.stamp().on)
        except Refused as refusal:
            self._say("\n".join(str(problem) for problem in refusal.problems))
        else:
            self._say(f"Saved as {found.name}.")

    def _fold(self, group: str) -> Fold:
        def table() -> QWidget:
            found = RowsTable(self.look, group)
            found.show_rows(rows_of([line for line in self.version.lines if line.group == group]))
            return found

        return Fold(self.look, group, table)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(share_safe_table(self.version))
        self._say(COPIED)

    def _on_save(self) -> None:
        from iomsa.handover.share_safe_sheet import share_safe_name

        file = self._desk.file.path
        start = file.with_name(share_safe_name(file.stem, self._desk.sheet.period.name))
        name, _ = QFileDialog.getSaveFileName(self, TITLE, str(start), WORKBOOKS)
        if name:
            self.save_as(Path(name).with_suffix(".xlsx"))

    def _say(self, text: str) -> None:
        show_words(self._says, text)
        self._desk.announce(text)
        self.fit()


def rows_of(lines: Sequence[Line]) -> Rows:
    """Return the lines of one group as a table, without the columns that are empty."""
    columns = [column for column in zip(HEADINGS, *(line[1:] for line in lines), strict=True) if any(column[1:])]
    headings, *rows = zip(*columns, strict=True)
    return Rows(headings, tuple(rows))
