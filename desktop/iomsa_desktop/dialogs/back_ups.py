"""The dialog that lists the back-ups of the open file and restores one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from iomsa.answers.values import shown_date
from iomsa.store.backups import FIRST_CHANGE, MIGRATION, RESTORE, Backup
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.words import field_label, words
from iomsa_desktop.look import BODY, Look

ABOUT = "A back-up is made at the first change after opening. The last ten are kept in a folder beside the file."
NONE_YET = "There is no back-up yet: nothing has been changed since the file was made."
WHY = {
    FIRST_CHANGE: "before the first change after opening",
    MIGRATION: "before the file was brought to a newer version",
    RESTORE: "before an earlier back-up was restored",
}


class BackUpsDialog(Dialog):
    """Choose a back-up to restore; `value` is there once it was accepted."""

    def __init__(self, parent: QWidget | None, look: Look, backups: Sequence[Backup], *, read_only: bool) -> None:
        super().__init__(parent, look, "Back-ups", ABOUT)
        self._backups = tuple(backups)
        self.value: Backup | None = None
        if not backups or read_only:
            self.column.addWidget(words(look, NONE_YET if not backups else "This file is open to read only."))
            self.add_close()
            return
        self.list = QListWidget()
        self.list.setFont(look.font(BODY))
        self.list.setAccessibleName("Back-ups, newest first")
        self.list.setWordWrap(True)
        for backup in self._backups:
            self.list.addItem(QListWidgetItem(f"{when(backup)}, {WHY.get(backup.why, backup.why)}"))
        self.list.setSpacing(look.px(3))
        self.list.setMinimumHeight(look.px(180))
        self._says = words(look)
        self.column.addWidget(field_label(look, "Newest first", self.list))
        self.column.addWidget(self.list)
        self.column.addWidget(self._says)
        self._restore = self.add_choice("Restore this back-up")
        self._restore.clicked.connect(self._on_restore)
        self.list.itemSelectionChanged.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(
        cls, parent: QWidget | None, look: Look, backups: Sequence[Backup], *, read_only: bool = False
    ) -> Backup | None:
        """Ask; return the back-up to restore, or None."""
        dialog = cls(parent, look, backups, read_only=read_only)
        return dialog.value if dialog.run() else None

    def _chosen(self) -> Backup | None:
        rows = self.list.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _refresh(self) -> None:
        chosen = self._chosen()
        self._restore.setEnabled(chosen is not None)
        self._says.setText(
            "Choose one to see what restoring it means."
            if chosen is None
            else f"The whole file goes back to how it was on {when(chosen)}. What it holds now is backed up first, so"
            " that you can come back to it."
        )
        self.fit()

    def _on_restore(self) -> None:
        self.value = self._chosen()
        if self.value is not None:
            self.accept()


def when(backup: Backup) -> str:
    """Say when a back-up was made."""
    return f"{shown_date(backup.made[:10])}, {backup.made[11:16]}"
