"""The page of everyone who joined: who is meant, the list of people, and the quarters of the chart over time."""

from __future__ import annotations

from operator import is_

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from iomsa.handover.people_rows import REFERENCE, preview_people
from iomsa.session import people_edits
from iomsa.session.changes import ChangeSet
from iomsa.session.person_cells import person_columns
from iomsa_desktop.desk import PERSON, Desk, Place
from iomsa_desktop.dialogs import import_words, merge_people_sheets, take_in
from iomsa_desktop.dialogs.add_person import AddPersonDialog
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.dialogs.rename import rename_person
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import show_words, small, words
from iomsa_desktop.pages.locked import say_locked
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.people_card import PeopleCard
from iomsa_desktop.pages.people_follow_up import FollowUpCard
from iomsa_desktop.pages.people_head import KEPT, everyone, kept_words, outside
from iomsa_desktop.pages.people_quarters import QuartersCard
from iomsa_desktop.pages.people_words import NO_NAMES

FROM_EXCEL, FROM_FILE = "People from Excel", "People from a file"
NO_ROWS = (
    "Copy the rows in Excel first, with or without their headings; then press Paste from Excel again. Without headings "
    "the columns are taken in a fixed order: copy the headings from here, and paste them into the first row of an "
    "empty sheet to have all of them."
)


class PeoplePage(Page):
    """Keep the list of everyone who joined."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "People who joined")
        self.about, self._outside = words(desk.look, soft=True), words(desk.look)
        first = self.column.itemAt(0)
        head = first.layout() if first is not None else None
        if isinstance(head, QVBoxLayout):
            for label in (self.about, self._outside, small(desk.look, NO_NAMES)):
                head.addWidget(label)
        say_locked(self)
        self.kept = Card(desk.look, KEPT, edge=desk.look.theme.accent)
        self._kept_words = words(desk.look)
        self.kept.column.addLayout(narrow(desk.look, self._kept_words))
        self.follow_up, self.people, self.quarters = FollowUpCard(desk), PeopleCard(desk), QuartersCard(desk)
        for card in (self.kept, self.follow_up, self.people, self.quarters):
            self.column.addWidget(card)
        self.end()
        self._shown: tuple[object, ...] | None = None
        self.people.adding.connect(self._on_add)
        self.people.pasting.connect(self.paste)
        self.people.importing.connect(self._on_import)
        self.people.sending.connect(lambda: merge_people_sheets.send_people_sheet(desk, self))
        self.people.merging.connect(lambda: merge_people_sheets.merge_people_sheets(desk, self))
        self.people.opened.connect(lambda ref: desk.go(Place(PERSON, ref)))
        self.people.renaming.connect(lambda ref: self.people.table.choose(rename_person(desk, ref, self)))
        self.people.removed.connect(self._on_remove)

    def lead_to(self, field: str) -> None:
        if field in self.follow_up.fields:
            self.follow_up.fields[field].editor.focus()
            self.bring(self.follow_up.fields[field])
        elif field == "quarters" or field in self.desk.sheet.quarters:
            self.quarters.table.setFocus()
            self.bring(self.quarters)
        else:
            self.verticalScrollBar().setValue(0)
            self.people.table.choose(field)
            self.people.focus()

    def on_change(self, change: ChangeSet) -> None:
        if change.touches("follow-up"):
            self.follow_up.take(change.origin)
        self._refresh()

    def on_shown(self) -> None:
        self.follow_up.refresh()
        self._refresh()

    @property
    def pending(self) -> bool:
        return self.follow_up.wrong

    def flush(self) -> None:
        self.follow_up.flush()

    def paste(self) -> None:
        """Offer the people on the clipboard, or say what to do first."""
        desk, sheet, stamp = self.desk, self.desk.sheet, self.desk.stamp()
        board = QGuiApplication.clipboard()
        if not board.text().strip():
            if AdviceDialog.ask(self, desk.look, "Nothing to paste", NO_ROWS, "Copy the headings", "Close"):
                cells = (REFERENCE, *person_columns(desk.framework))
                board.setText("\t".join(cell.label for cell in cells))
            return
        table = take_in.clipboard_table(desk, self)
        if table is None:
            return
        first = preview_people(desk.framework, sheet, (table,), stamp)
        take_in.offer(
            desk,
            self,
            FROM_EXCEL,
            import_words.PEOPLE,
            first,
            lambda take: preview_people(desk.framework, sheet, (table,), stamp, take),
        )

    def _on_import(self) -> None:
        desk, sheet, stamp = self.desk, self.desk.sheet, self.desk.stamp()
        paths = take_in.ask_files(desk, self, FROM_FILE, take_in.TABLES, several=False)
        if paths:
            take_in.take_files(
                desk,
                self,
                FROM_FILE,
                import_words.PEOPLE,
                take_in.tables_of(paths),
                lambda tables, take: preview_people(desk.framework, sheet, tables, stamp, take),
            )

    def _refresh(self) -> None:
        sheet = self.desk.sheet
        # Records never change in place: the same ones are shown already, however many they are.
        here = (sheet.people, sheet.quarters, sheet.follow_up, sheet.figures)
        if self._shown is not None and all(map(is_, here, self._shown)):
            return
        self._shown = here
        self.people.refresh()
        self.quarters.refresh()
        self.about.setText(everyone(sheet))
        show_words(self._outside, outside(sheet))
        said = kept_words(sheet)
        self._kept_words.setText(said)
        self.kept.setVisible(bool(said))

    def _on_add(self) -> None:
        desk = self.desk
        dialog = AddPersonDialog(desk.look, desk.sheet.people, desk.sheet.period, self)
        if dialog.run():
            what = people_edits.add_person(desk.sheet, dialog.ref, desk.stamp())
            if desk.bridge.change(f"{dialog.ref} added", what):
                desk.go(Place(PERSON, dialog.ref))

    def _on_remove(self, ref: str) -> None:
        desk = self.desk
        desk.bridge.change(f"{ref} removed", people_edits.remove_people(desk.sheet, (ref,)))
