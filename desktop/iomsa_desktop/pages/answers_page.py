"""What the pages of the answers to one file share: its questions as rows, and what is being typed in them."""

from __future__ import annotations

from iomsa_desktop.desk import Desk
from iomsa_desktop.pages.case_form_question import AnswerRow
from iomsa_desktop.pages.case_form_review import Review
from iomsa_desktop.pages.locked import say_locked
from iomsa_desktop.pages.page import Page


class AnswersPage(Page):
    """Take answers of one review of one file; sub-classes put the `rows` on the page."""

    def __init__(self, desk: Desk, name: str, review: Review) -> None:
        super().__init__(desk, name)
        self.ref, self.review = review.ref, review
        self.rows: dict[str, AnswerRow] = {}
        say_locked(self)

    @property
    def pending(self) -> bool:
        return any(row.pending for row in self.rows.values())

    def flush(self) -> None:
        for row in self.rows.values():
            row.flush()
