"""The page on which the files of the case review are drawn: the list, how sure, and the draw."""

from __future__ import annotations

from iomsa.problems import Refused
from iomsa.scoring.words import counted
from iomsa.session.changes import ChangeSet
from iomsa.session.drawing import Plan, draw_edits
from iomsa.session.drawing_words import drawn_words
from iomsa_desktop.desk import CASES, Desk, Place
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.draw_files_card import DrawCard, leaving_words
from iomsa_desktop.pages.draw_list_card import ListCard
from iomsa_desktop.pages.draw_size_card import SizeCard
from iomsa_desktop.pages.page import Page

ABOUT = "Chance decides which files you read, so that nobody can say they were picked. It takes a few minutes."
AGAIN = (
    "Drawing again with the same number keeps every file that comes out again, with its answers; the return says that "
    "files were drawn more than once. A longer list or more files are good reasons; ratings are not."
)
NO_LIST = "The list that they were drawn from is not here. Give it again to draw again."
ASK = "Draw again?"
LOST = "Their answers go with them. Undo brings them back as long as this window is open."


class DrawPage(Page):
    """Draw the files, or draw them again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Draw the files", ABOUT)
        look = self.look
        self.before = Card(look, "Files were drawn already", edge=look.theme.accent)
        self._drawn = words(look)
        self.before.column.addLayout(narrow(look, self._drawn))
        self.before.column.addLayout(narrow(look, words(look, AGAIN)))
        self.list, self.sure, self.files = ListCard(desk), SizeCard(desk), DrawCard(desk)
        back = Link(look, "Back to the case review")
        back.clicked.connect(lambda: desk.go(Place(CASES)))
        for widget in (self.before, self.list, self.sure, self.files, back):
            self.column.addWidget(widget)
        self.end()
        self._plan: Plan | None = None
        self._shown: object = None
        self.list.changed.connect(self._on_list)
        self.sure.changed.connect(self._refresh)
        self.files.changed.connect(self._refresh)
        self.files.drawing.connect(self.draw)
        self._take_draw()

    def lead_to(self, field: str) -> None:
        self.verticalScrollBar().setValue(0)
        self.list.text.setFocus()

    def on_change(self, change: ChangeSet) -> None:
        if change.origin is not self:
            self.on_shown()

    def on_shown(self) -> None:
        if self.desk.sheet.draw != self._shown and not self.pending:
            self._take_draw()
        self._refresh()

    def flush(self) -> None:
        self.list.flush()
        self.files.seed.flush()

    @property
    def pending(self) -> bool:
        """Tell whether a list was typed or read from which no file was drawn."""
        return self.list.pending

    def draw(self) -> None:
        """Draw, after asking where answers would be lost, and lead to the files."""
        self.flush()
        desk, plan = self.desk, self._plan
        if plan is None:
            return
        lost = leaving_words(desk.sheet, plan)
        if lost and not AdviceDialog.ask(self, self.look, ASK, f"{lost} {LOST}", "Draw again"):
            return
        edits = draw_edits(desk.framework, desk.sheet, plan, desk.stamp())
        again = " again" if desk.sheet.draw else ""
        if desk.bridge.change(f"{counted(plan.drawn, 'file')} drawn{again}", edits, origin=self):
            self._take_draw()
            desk.go(Place(CASES))

    def _take_draw(self) -> None:
        draw = self._shown = self.desk.sheet.draw
        self.list.show_people(draw.people if draw is not None else ())
        if draw is not None:
            self.files.seed.setText(draw.seed)
            self.sure.show_draw(draw)
        self._on_list()

    def _on_list(self) -> None:
        self.sure.show_groups(self.list.listed.groups)
        self._refresh()

    def _refresh(self) -> None:
        draw, found = self.desk.sheet.draw, self.list.listed
        self.before.setVisible(draw is not None)
        if draw is not None:
            self._drawn.setText(drawn_words(draw) if draw.people else f"{drawn_words(draw)} {NO_LIST}")
        ready = bool(found.people) and not found.wrong
        self.sure.setVisible(ready)
        self.files.setVisible(ready)
        self._plan = None
        if not ready:
            return
        try:
            self._plan = self.sure.plan(found.people, self.files.seed.text())
        except Refused as refused:
            self.files.show_refused(refused)
            return
        self.sure.show_plan(self._plan)
        self.files.show_plan(self._plan)
