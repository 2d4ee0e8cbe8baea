"""The head of a key question: its wording, its self-rating and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework import find
from iomsa.framework.model import KeyQuestion
from iomsa.scoring.card import Rated
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.rating_mark import RatingMark
from iomsa_desktop.kit.words import heading, small
from iomsa_desktop.pages.reason_words import beside_mark


class QuestionHead(QWidget):
    """Show one key question above its prompts."""

    def __init__(self, desk: Desk, question: KeyQuestion) -> None:
        super().__init__()
        self._desk, self._question = desk, question
        look = desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(heading(look, f"{question.id}  {question.text}"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._mark = RatingMark(look, desk.framework)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._reason = small(look, "")
        row.addWidget(self._reason, 1)
        column.addLayout(row)

    def show_rated(self, rated: Rated) -> None:
        """Show the rating and the sentence that explains it."""
        self._mark.show_rated(rated, "so far" if rated.so_far else "")
        label = find.rating(self._desk.framework, rated.rating).label if rated.rating is not None else ""
        self._reason.setText(beside_mark(rated, label))
