"""The card on which a return is made ready: what goes in, marking, single files, folder, and the button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from iomsa.answers.progress import is_open
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.returns.content import Content, file_name, is_lowered
from iomsa.returns.marking import MARKINGS, default_marking
from iomsa.scoring.words import counted
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card, Rule
from iomsa_desktop.kit.check_box import BOX, GAP, CheckBox
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import field_label, show_words, small, strong, words

CASE_ROWS = "These rows can identify people. Send only if the inspectors asked."


def what_goes_in(framework: Framework, sheet: AnswerSheet, *, case_rows: bool) -> tuple[tuple[str, str], ...]:
    """Say in pairs what a return of this sheet holds."""
    answers = [each for each in sheet.answers.values() if not is_open(each)]
    notes = sum(bool(each.note) for each in sheet.answers.values())
    notes += sum(bool(each.note) for each in sheet.profile.values())
    figures = sum(bool(each.value or each.not_known) for each in sheet.profile.values())
    returned = sheet.returned_cases
    files = returned.listed if returned is not None and not sheet.cases else len(sheet.cases)
    evidence = sum(len(each.evidence_items) for each in answers)
    about_people = figures_about(sheet, case_rows=case_rows)
    return (
        ("Ratings, answers, notes", f"{counted(len(answers), 'answer')}, {counted(notes, 'note')}"),
        ("Evidence", counted(evidence, "item")),
        ("Scheme profile", counted(figures, "figure")),
        *((each.short, about_people) for each in framework.standards if each.rule == "shown"),
        (f"Case review, {'with rows' if case_rows else 'totals only'}", counted(files, "file")),
    )


def figures_about(sheet: AnswerSheet, *, case_rows: bool) -> str:
    """Say whom the figures of the outcomes are about; without rows of single files nothing else is about a person."""
    people = len(sheet.people) or (sheet.figures.people if sheet.figures is not None else 0)
    if people:
        no_row = "" if case_rows else ", no row about a person"
        return f"figures about {counted(people, 'person', 'people')}{no_row}"
    return f"figures of {counted(len(sheet.quarters), 'quarter')}" if sheet.quarters else "none"


class WhatGoesIn(QWidget):
    """Show what goes in as two columns with thin lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(5))
        self._cells = []
        for row, pair in enumerate(what_goes_in(desk.framework, desk.sheet, case_rows=False)):
            cells = tuple(words(look, text) for text in pair)
            self._cells.append(cells)
            for column, cell in enumerate(cells):
                grid.addWidget(cell, 2 * row, column)
            grid.addWidget(Rule(look), 2 * row + 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def refresh(self, *, case_rows: bool) -> None:
        """Count again."""
        pairs = what_goes_in(self._desk.framework, self._desk.sheet, case_rows=case_rows)
        for cells, pair in zip(self._cells, pairs, strict=True):
            for cell, text in zip(cells, pair, strict=True):
                cell.setText(text)


class SetupCard(Card):
    """Ask for everything that a return needs; `asked` tells to write it, `cancelled` to stop."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "What goes in")
        self._desk = desk
        self._chosen_marking: str | None = None
        self.folder = desk.settings.folder("returns", desk.file.path.parent)
        self._counts = WhatGoesIn(desk)
        self.add(self._counts)
        self._ask_rows()
        self._ask_marking()
        self._ask_folder()
        self._ask_write()
        self.refresh()

    @property
    def case_rows(self) -> bool:
        """Tell whether rows of single files go in."""
        return self.rows.isChecked() and bool(self._desk.sheet.cases)

    def content(self) -> Content:
        """Return what would be written now."""
        import iomsa

        desk = self._desk
        return Content(
            desk.framework,
            desk.sheet,
            desk.bridge.card,
            desk.bridge.findings,
            practice=desk.file.practice,
            marking=self._chosen_marking or default_marking(desk.sheet, case_rows=self.case_rows),
            lowered_by=self.lowered_by.text().strip(),
            case_rows=self.case_rows,
            asked_by=self.asked_by.text().strip() if self.case_rows else "",
            program_version=iomsa.__version__,
        )

    def refresh(self) -> None:
        """Bring counts, marking and name up to date."""
        content = self.content()
        self._counts.refresh(case_rows=self.case_rows)
        for widget in (self.rows, self._rows_about):
            widget.setVisible(bool(self._desk.sheet.cases))
        self._asked_box.setVisible(self.case_rows)
        self._lowered_box.setVisible(is_lowered(content))
        self.marking.show_code(content.marking)
        self._name.setText(file_name(content, self._desk.stamp().on))
        self._folder_line.show_text(QDir.toNativeSeparators(str(self.folder)))
        self._folder_line.setCursorPosition(0)
        self.say("")

    def missing(self) -> bool:
        """Say which name is missing, lead to it, and tell whether one is."""
        content = self.content()
        if content.case_rows and not content.asked_by:
            self.say("Say who of the inspectors asked for rows of single files.")
            self.asked_by.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if is_lowered(content) and not content.lowered_by:
            self.say("Give the name of the person who decided to lower the marking.")
            self.lowered_by.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def say(self, text: str) -> None:
        """Show a sentence under the button, or none."""
        show_words(self._says, text)

    def busy(self, *, on: bool, stopping: bool = False) -> None:
        """Show that a return is being written, and offer to stop it; the focus stays with the two buttons."""
        ours = self.write.hasFocus() or self.cancel.hasFocus()
        self.cancel.setVisible(self.cancel.isVisible() or on)
        self.write.setEnabled(self.write.isEnabled() or not on)
        if ours:
            (self.cancel if on else self.write).setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.setVisible(on and not stopping)
        self.write.setEnabled(not on)
        if on:
            self.say("Stopping." if stopping else "Writing the return and reading it back.")

    def _ask_rows(self) -> None:
        look = self._desk.look
        self.rows = CheckBox(look, "Rows of single files", f"Rows of single files. {CASE_ROWS}")
        self._rows_about = small(look, CASE_ROWS)
        self._rows_about.setContentsMargins(look.px(BOX + GAP), 0, 0, 0)
        self.rows.toggled.connect(self._on_rows)
        self._asked_box, self.asked_by = self._named("Asked by", "Name of the inspector who asked")
        for widget in (self.rows, self._rows_about, self._asked_box):
            self.add(widget)

    def _ask_marking(self) -> None:
        look = self._desk.look
        self.marking = Segments(look, "Protective marking", [Option(each, each, each) for each in MARKINGS])
        self.marking.chosen.connect(self._on_marking)
        self._lowered_box, self.lowered_by = self._named("Lowered by", "Name of the person who decided")
        self.column.addSpacing(look.px(6))
        for widget in (strong(look, "Protective marking"), self.marking, self._lowered_box):
            self.add(widget)

    def _ask_folder(self) -> None:
        look = self._desk.look
        self._folder_line = LineText(look, "Folder of the return")
        self._folder_line.setReadOnly(True)
        choose = Button(look, "Choose")
        choose.setAccessibleName("Choose the folder of the return")
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(Boxed(look, self._folder_line), 1)
        row.addWidget(choose)
        self.column.addSpacing(look.px(6))
        self.add(field_label(look, "Folder", self._folder_line))
        self.column.addLayout(row)

    def _ask_write(self) -> None:
        look = self._desk.look
        self.write = Button(look, "Write the return", lead=True)
        self.write.clicked.connect(self.asked)
        self.cancel = Link(look, "Cancel")
        self.cancel.setAccessibleName("Cancel writing the return")
        self.cancel.clicked.connect(self.cancelled)
        self.cancel.setVisible(False)
        self._name = small(look, "")
        self._says = words(look)
        self.column.addSpacing(look.px(8))
        self.column.addLayout(side_by_side(look, self.write, self.cancel, gap=16))
        self.add(self._says)
        self.add(self._name)

    def _named(self, label: str, hint: str) -> tuple[QWidget, LineText]:
        look = self._desk.look
        text = LineText(look, label, hint)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        said = field_label(look, label, text)
        said.setWordWrap(False)
        grid.addWidget(said, 0, 0)
        grid.addWidget(Boxed(look, text), 0, 1)
        grid.setColumnStretch(1, 1)
        return holder, text

    def _on_rows(self) -> None:
        self._chosen_marking = None
        self.refresh()

    def _on_marking(self, code: str) -> None:
        self._chosen_marking = code
        self.refresh()
        if self._lowered_box.isVisibleTo(self):
            self.lowered_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Where to write the return", str(self.folder))
        if name:
            self.choose_folder(Path(name))

    def choose_folder(self, folder: Path) -> None:
        """Write returns there from now on."""
        self.folder = folder
        self._desk.settings.set_folder("returns", folder)
        self.refresh()
