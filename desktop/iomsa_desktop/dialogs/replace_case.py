"""The dialog that replaces a drawn file which can't be reviewed: which, why, and what takes its place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iomsa.answers.text import clean_line
from iomsa.framework.model import Choice
from iomsa.problems import Refused
from iomsa.scoring.words import counted, sentence
from iomsa.session.changes import Edit
from iomsa.session.drawing import answers_of, group_of
from iomsa.session.replacing import REASONS, next_of, replace_edits, why_not
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.personal import text_hint
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import field_label, show_words, small, strong, words

ABOUT = (
    "A file is replaced only where it can't be reviewed, never because of what stands in it. The next in the order of "
    "the draw takes its place, and the return says so with the reason."
)
OTHER = "other"
UNDO = "Undo brings them back."


class ReplaceCaseDialog(Dialog):
    """Ask which file is replaced and why; the change is made when it is accepted."""

    def __init__(self, desk: Desk, ref: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, desk.look, "Draw a replacement", ABOUT)
        look, sheet = desk.look, desk.sheet
        self._desk = desk
        drawn = [each for each in sheet.cases if group_of(sheet, each) is not None]
        self.which = Pick(look, [Choice(each, each) for each in drawn])
        self.which.show_code(ref)
        self.why = Pick(look, [*(Choice(each, each) for each in REASONS), Choice(OTHER, "Another reason")])
        self.other = LineText(look, "The other reason", "In a few words, without names")
        self._other = Boxed(look, self.other)
        self._hint = small(look, "")
        self.says, self.loses = strong(look, ""), words(look)
        self.column.addWidget(field_label(look, "File that can't be reviewed", self.which))
        self.column.addWidget(self.which)
        self.column.addWidget(field_label(look, "Reason", self.why))
        for widget in (self.why, self._other, self._hint, self.says, self.loses):
            self.column.addWidget(widget)
        self.column.addSpacing(look.px(40))
        self.replace = self.add_choice("Replace")
        self.replace.clicked.connect(self._on_replace)
        self.which.activated.connect(lambda _: self._refresh())
        self.why.activated.connect(lambda _: self._on_why())
        self.other.textChanged.connect(lambda _: self._refresh())
        self._refresh()
        (self.why if ref else self.which).setFocus()

    @property
    def reason(self) -> str:
        """Return the reason that was given."""
        return clean_line(self.other.text()) if self.why.code == OTHER else self.why.code

    def edits(self) -> tuple[Edit, ...]:
        """Return what would change; raise Refused."""
        desk = self._desk
        return replace_edits(desk.framework, desk.sheet, self.which.code, self.reason, desk.stamp())

    def _on_why(self) -> None:
        self._refresh()
        if self.why.code == OTHER:
            self.other.setFocus()

    def _refresh(self) -> None:
        desk, ref = self._desk, self.which.code
        self._other.setVisible(self.why.code == OTHER)
        show_words(self._hint, text_hint((self.other.text(),), desk.sheet.period) if self.why.code == OTHER else "")
        self.says.setText(self._following() if ref else "Choose the file.")
        answers = answers_of(desk.sheet.cases[ref]) if ref else 0
        verb = "goes" if answers == 1 else "go"
        show_words(self.loses, f"{counted(answers, 'answer')} of {ref} {verb}. {UNDO}" if answers else "")
        self.replace.setText(f"Replace {ref}".strip())
        self.replace.setEnabled(bool(ref and self.reason) and not desk.read_only)
        self.fit()

    def _following(self) -> str:
        sheet, ref = self._desk.sheet, self.which.code
        if refused := why_not(sheet, ref):
            return sentence(refused)
        following, group = next_of(sheet, ref), group_of(sheet, ref)
        if following:
            return f"{following} takes its place, the next {f'of {group}' if group else 'in the order'}."
        return (
            f"{f'All files of {group} are' if group else 'Every file of the list is'} drawn; nothing takes its place."
        )

    def _on_replace(self) -> None:
        desk, ref = self._desk, self.which.code
        try:
            edits = self.edits()
        except Refused as refused:
            self.says.setText(sentence(refused.problems[0].sentence))
            return
        following = next_of(desk.sheet, ref)
        if desk.bridge.change(f"{ref} replaced{f' by {following}' if following else ''}", edits):
            self.accept()
