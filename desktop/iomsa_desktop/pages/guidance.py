"""What stands beside a question: guidance, sources, what was said last time, and the keys."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iomsa.answers.sheet import NOT_APPLICABLE, NOT_KNOWN, Answer
from iomsa.framework import find
from iomsa.framework.model import Prompt, Scale
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.words import heading, prose, say, small
from iomsa_desktop.look import CHOICE

KEYS = "0 to 3 answer, K not known, F flag, Enter note, arrows move, Space chooses. ? shows all."


class Guidance(QWidget):
    """Show what helps with one prompt, along an accent line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self.setAccessibleName("Guidance")
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), 0, 0, look.px(4))
        column.setSpacing(look.px(8))
        self._meaning, self._evidence = prose(look, CHOICE), prose(look, CHOICE)
        self._who, self._sources = small(look, ""), small(look, "")
        self._before_title, self._before = heading(look, ""), prose(look, CHOICE)
        column.addWidget(heading(look, "Guidance"))
        for widget in (self._meaning, self._evidence, self._who, self._sources):
            column.addWidget(widget)
        column.addSpacing(look.px(6))
        column.addWidget(self._before_title)
        column.addWidget(self._before)
        if not desk.read_only:
            column.addSpacing(look.px(6))
            column.addWidget(heading(look, "Keys"))
            column.addWidget(small(look, KEYS))

    def show_prompt(self, prompt: Prompt, scale: Scale) -> None:
        """Show what belongs to this prompt."""
        self.show()
        framework = self._desk.framework
        say(self._meaning, f"{prompt.meaning} {framework.suggestion}")
        say(self._evidence, f"What would show it: {prompt.evidence}")
        agencies = " and ".join(find.label(framework.agencies, each) for each in prompt.agency)
        self._who.setText(f"Usually answered by: {agencies}. About {prompt.minutes} minutes.")
        self._sources.setText(_sources(self._desk, prompt))
        self._show_before(prompt, scale)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), self._desk.look.theme.accent)
        painter.end()

    def _show_before(self, prompt: Prompt, scale: Scale) -> None:
        earlier = self._desk.earlier()
        answer = earlier.sheet.answers.get(prompt.id) if earlier is not None else None
        known = earlier is not None and answer is not None and answer.choice is not None
        self._before_title.setVisible(known)
        self._before.setVisible(known)
        if known and earlier is not None and answer is not None:
            self._before_title.setText(f"In {earlier.sheet.period.name}")
            say(self._before, _said(self._desk, answer, scale))


def _said(desk: Desk, answer: Answer, scale: Scale) -> str:
    level = next((f"{each.points} {each.short}" for each in scale.levels if each.code == answer.choice), None)
    other = {NOT_KNOWN: desk.framework.not_known, NOT_APPLICABLE: desk.framework.not_applicable}
    said = level or other.get(answer.choice or "", "")
    note = answer.note if len(answer.note) <= 300 else answer.note[:297] + "..."
    return f"{said}. “{note}”" if note else f"{said}."


def _sources(desk: Desk, prompt: Prompt) -> str:
    framework = desk.framework
    found = [find.source(framework, tag) for tag in prompt.sources]
    said = {each.words: each.as_known for each in reversed(found) if each is not None}
    phrases = [f"{each} ({framework.as_known})" if said[each] else each for each in reversed(said)]
    return f"Where it comes from: {'; '.join(phrases)}. The wording is ours."
