"""The dialog that says what a list would change before it does: new, changed, in conflict, unknown, and wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from iomsa.handover.preview import Choice, Preview
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import import_words as said
from iomsa_desktop.dialogs.turn_table import TurnTable
from iomsa_desktop.dialogs.wide import WideDialog
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import heading, show_words, small, strong, words
from iomsa_desktop.models.import_tables import DECIDED, ConflictsModel, SpokenRows
from iomsa_desktop.models.rows import Rows

MOST = 4
CSV = "CSV files (*.csv)"
DECIDE = "Ours is kept unless you take theirs: press Space on a row, or click in its last column."
Again = Callable[[frozenset[Choice]], Preview]


class ImportPreviewDialog(WideDialog):
    """Show a preview; `preview` is what was decided, once the dialog was accepted.

    `again` makes the preview anew for the conflicts of which theirs is taken.
    """

    def __init__(
        self, desk: Desk, title: str, preview: Preview, nouns: said.Nouns, again: Again, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, desk.look, title)
        self.preview = preview
        self._nouns, self._again = nouns, again
        self._changes: SpokenRows | None = None
        self._counts = strong(desk.look, "")
        self._nothing = words(desk.look, "")
        self.column.addWidget(self._counts)
        self.column.addWidget(self._nothing)
        self._add_notes()
        self.conflicts = ConflictsModel(preview.conflicting)
        if preview.conflicting:
            self._add_conflicts()
        self.faults = preview.faults
        if preview.faults:
            self._add_faults()
        if preview.changed:
            self._add_changed()
        possible = bool(preview.edits or preview.conflicting)
        if possible:
            self.take = self.add_choice("Take")
            self.take.clicked.connect(self.accept)
            self.take.setFocus()
        else:
            self.add_close()
        self._possible = possible
        self._refresh()

    def save_faults(self, path: Path) -> None:
        """Write the list of faults and say where it is, or why not."""
        try:
            path.write_text(said.as_csv(self.faults), encoding="utf-8-sig", newline="")
        except OSError as error:
            self._say(f"The list could not be saved: {error.strerror or error}. Choose another folder.")
        else:
            self._say(f"Saved as {path.name}.")

    def _add_notes(self) -> None:
        unknown = [each.sentence for each in self.preview.unknown]
        notes = [*unknown[:MOST], *self.preview.doubts[:MOST]]
        more = len(unknown) + len(self.preview.doubts) - len(notes)
        for note in (*notes, *((f"And {more} more like these.",) if more else ())):
            self.column.addWidget(words(self.look, note))

    def _add_conflicts(self) -> None:
        look = self.look
        table = TurnTable(look, "Values that differ", self.conflicts, stretched=1, turns=DECIDED)
        table.opened.connect(self.conflicts.turn)
        self.conflicts.decided.connect(table.fit)
        self.conflicts.decided.connect(self._on_decided)
        every = Link(look, "Take all of theirs")
        every.clicked.connect(self.conflicts.take_all)
        for widget in (heading(look, "Values that differ"), small(look, DECIDE), table):
            self.column.addWidget(widget)
        self.column.addLayout(side_by_side(look, every))

    def _add_faults(self) -> None:
        look = self.look
        rows = said.fault_rows(self.faults)
        self.column.addWidget(heading(look, "Faults"))
        self.column.addWidget(small(look, said.TAKE_AGAIN))
        self.column.addWidget(TurnTable(look, "Faults", SpokenRows(rows), stretched=len(rows.headings) - 1))
        copy, save = Link(look, "Copy this list"), Link(look, "Save this list")
        copy.clicked.connect(self._on_copy)
        save.clicked.connect(self._on_save)
        self._says = small(look, "")
        self._says.hide()
        self.column.addLayout(side_by_side(look, copy, save, gap=16))
        self.column.addWidget(self._says)

    def _add_changed(self) -> None:
        self.changed = Fold(self.look, "What changes", self._changed_table)
        self.column.addWidget(self.changed)
        self.changed.head.toggled.connect(lambda _: self.fit())

    def _changed_table(self) -> QWidget:
        self._changes = SpokenRows(said.change_rows(self.preview))
        return TurnTable(self.look, "What changes", self._changes, stretched=1)

    def _on_decided(self) -> None:
        self.preview = self._again(self.conflicts.take)
        self._refresh()

    def _refresh(self) -> None:
        preview = self.preview
        lines = said.counts(preview, self._nouns)
        show_words(self._counts, "\n".join(lines))
        show_words(self._nothing, said.nothing(preview))
        if self._changes is not None:
            self._changes.show_rows(said.change_rows(preview))
        if self._possible:
            self.take.setText(f"Take {self._nouns.of(said.taken(preview))}" if preview.edits else "Take nothing")
            self.take.setEnabled(bool(preview.edits))
            self.take.updateGeometry()

    def _on_copy(self) -> None:
        rows: Rows = said.fault_rows(self.faults)
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (rows.headings, *rows.rows)))
        self._say("Copied.")

    def _on_save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self, "Save the list of faults", "Faults.csv", CSV)
        if name:
            self.save_faults(Path(name))

    def _say(self, text: str) -> None:
        show_words(self._says, text)
        self.fit()
