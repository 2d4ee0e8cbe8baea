"""One prompt on the screen: its wording, the answer, the note and the evidence, all saved as they are given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Answer
from iomsa.answers.text import clean, too_long
from iomsa.framework.find import source_words
from iomsa.framework.model import Prompt, Scale
from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flag import Flag
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.personal import NOTE_HINT, text_hint
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.text_box import Boxed
from iomsa_desktop.kit.words import line, show_words, small, words
from iomsa_desktop.look import SMALL, STRONG, Look

SOURCE_LINE = 28
"""The most characters on the first line of the words that say where a prompt comes from."""


class PromptField(Card):
    """Ask one prompt."""

    def __init__(self, desk: Desk, prompt: Prompt, scale: Scale) -> None:
        super().__init__(desk.look)
        self._desk, self.prompt, self._scale = desk, prompt, scale
        self._head()
        self._answer_row()
        self._reason: GrowingText | None = None
        self._reason_box: Boxed | None = None
        if prompt.not_applicable:
            self._reason = self._text("Why is this not applicable here?", f"{prompt.id} reason for not applicable")
            self._reason_box = _boxed(desk.look, self._reason)
            self.add(self._reason_box)
        self._texts_row()
        self.hint: QLabel | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; what is being typed stays."""
        answer = self._desk.sheet.answers.get(self.prompt.id) or Answer()
        self.control.show_code(answer.choice)
        self.flag.show_flag(self.prompt.id, on=answer.flag)
        if self._reason is not None and self._reason_box is not None:
            self._reason_box.setVisible(answer.choice == NOT_APPLICABLE)
            self._reason.show_text(answer.reason)
        self.note.show_text(answer.note)
        self.evidence.show_text(answer.evidence)
        if self._desk.read_only:
            self._lock(answer)
        self._show_hint()

    def flush(self) -> None:
        """Hand over what is still being typed."""
        for text in self._texts():
            text.flush()

    @property
    def pending(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return any(text.pending for text in self._texts())

    def focus(self, part: str = "") -> None:
        """Give the focus to the answer, or to the note, the evidence or the reason."""
        target = {"note": self.note, "evidence": self.evidence, "reason": self._reason}.get(part)
        if target is not None and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.control.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not isinstance(self.focusWidget(), QWidget) or not self.control.isAncestorOf(self.focusWidget()):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self._on_flag()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.control.focus()

    def _head(self) -> None:
        look, prompt = self._desk.look, self.prompt
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(line(look, prompt.id, STRONG), 0, top)
        row.addWidget(words(look, prompt.text), 1, top)
        marks = (*(("Essential",) if prompt.essential else ()), *source_words(self._desk.framework, prompt.sources[:1]))
        behind = line(look, _in_two(" · ".join(marks)), SMALL, soft=True)
        if not look.side_below:
            behind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        behind.setToolTip("\n".join(source_words(self._desk.framework, prompt.sources)))
        self.flag = Flag(look)
        self.flag.clicked.connect(self._on_flag)
        if look.side_below:
            self.column.addLayout(row)
            below = QHBoxLayout()
            below.addWidget(behind, 1)
            below.addWidget(self.flag)
            self.column.addLayout(below)
        else:
            row.addWidget(behind, 0, top)
            self.column.addLayout(row)

    def _answer_row(self) -> None:
        look, framework, prompt = self._desk.look, self._desk.framework, self.prompt
        levels = [
            Option(each.code, f"{each.points} {each.short}", f"{each.points} {each.label}")
            for each in self._scale.levels
        ]
        apart = [Option(NOT_KNOWN, framework.not_known, f"{framework.not_known}, counts as 0", "K")]
        if prompt.not_applicable:
            apart.append(Option(NOT_APPLICABLE, framework.not_applicable, framework.not_applicable, "N"))
        self.control = Segments(look, prompt.id, levels, apart)
        self.control.chosen.connect(self._on_chosen)
        self.control.cleared.connect(self._on_cleared)
        self.flag.setFixedHeight(self.control.buttons[0].sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.control, 1)
        if not look.side_below:
            row.addWidget(self.flag, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _texts_row(self) -> None:
        look = self._desk.look
        self.note = self._text(NOTE_HINT, f"{self.prompt.id} note")
        self.evidence = self._text("Add evidence", f"{self.prompt.id} evidence")
        self.evidence.setToolTip("What would show it, and where it is kept; one item a line")
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        self._boxes = (_boxed(look, self.note), _boxed(look, self.evidence))
        for box, share in zip(self._boxes, (2, 1), strict=True):
            row.addWidget(box, share, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _lock(self, answer: Answer) -> None:
        """Show what is given and nothing that could be: an empty box would look like a question."""
        for widget in (self.control, self.flag):
            widget.setEnabled(False)
            widget.setToolTip(self._desk.file.read_only_because)
        for box, given in zip(self._boxes, (answer.note, answer.evidence), strict=True):
            box.setVisible(bool(given))

    def _text(self, hint: str, name: str) -> GrowingText:
        text = GrowingText(self._desk.look, name, "" if self._desk.read_only else hint)
        text.setReadOnly(self._desk.read_only)
        text.paused.connect(self._on_typed)
        text.left.connect(self._desk.session.seal)
        return text

    def _texts(self) -> tuple[GrowingText, ...]:
        return (self.note, self.evidence) if self._reason is None else (self._reason, self.note, self.evidence)

    def _on_chosen(self, code: str) -> None:
        desk, id = self._desk, self.prompt.id
        what = edits.answer(desk.sheet, id, desk.stamp(), choice=code)
        word = {NOT_KNOWN: "not known", NOT_APPLICABLE: "not applicable"}.get(code, code)
        desk.bridge.change(f"{id} changed to {word}", what)
        self.refresh()
        if code == NOT_APPLICABLE and self._reason is not None and not self._reason.text():
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cleared(self) -> None:
        desk, id = self._desk, self.prompt.id
        desk.bridge.change(f"{id} opened again", edits.answer(desk.sheet, id, desk.stamp(), choice=None))
        self.refresh()

    def _on_flag(self) -> None:
        desk, id = self._desk, self.prompt.id
        flag = not (desk.sheet.answers.get(id) or Answer()).flag
        name = f"{id} flagged" if flag else f"{id} no longer flagged"
        desk.bridge.change(name, edits.answer(desk.sheet, id, desk.stamp(), keep_choice=True, flag=flag))
        self.refresh()

    def _on_typed(self) -> None:
        desk, id = self._desk, self.prompt.id
        if not any(too_long(text.text()) for text in self._texts()):
            reason = clean(self._reason.text()) if self._reason is not None else None
            note, evidence = clean(self.note.text()), clean(self.evidence.text())
            what = edits.answer(
                desk.sheet, id, desk.stamp(), keep_choice=True, reason=reason, note=note, evidence=evidence
            )
            desk.bridge.change(f"{id} text", what, merge=f"text {id}")
        self.refresh()

    def _show_hint(self) -> None:
        said = text_hint([text.text() for text in self._texts()], self._desk.sheet.period)
        if self.hint is None and said:
            self.hint = small(self._desk.look, "")
            self.add(self.hint)
        if self.hint is not None:
            show_words(self.hint, said)


def _boxed(look: Look, text: GrowingText) -> Boxed:
    box = Boxed(look, text)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _in_two(text: str) -> str:
    first = text.rfind(" ", 0, SOURCE_LINE + 1) if len(text) > SOURCE_LINE else -1
    return f"{text[:first]}\n{text[first + 1 :]}" if first > 0 else text
