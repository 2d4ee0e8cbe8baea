"""The card of the files: the list as a table, opening, replacing and removing files, and which comes next."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Stage
from iomsa.outcomes.reviewed_twice import Twice
from iomsa.scoring.words import be, listed
from iomsa.session.drawing_report import added_by_hand
from iomsa.session.drawing_words import replaced_words
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.words import heading, show_words, small
from iomsa_desktop.look import BODY
from iomsa_desktop.models.cases_table import CasesModel
from iomsa_desktop.pages.cases_menu import READ_ONLY, MoreButton
from iomsa_desktop.pages.list_table import ListTable
from iomsa_desktop.pages.review_next import next_file, once_reviewed
from iomsa_desktop.pages.row_links import RowLinks
from iomsa_desktop.pages.step_button import StepButton

SUPERVISION = 2
AIR, LEAST_AIR = 20, 12
"""The room beside the words of a state, as it should be and at least, in pixels of the drawings."""
MOST_NAMED = 6
MEASURED = 20
"""So many rows are measured for the widths, as many as a short list has: a long one is shown as quickly."""
HINT = "Choose a file with the arrows or the mouse; Enter opens it."


class FilesCard(Card):
    """List the files; each signal asks for something, and carries the reference of the file it is about."""

    adding = Signal()
    drawing = Signal()
    sending = Signal()
    merging = Signal()
    opened = Signal(str)
    renaming = Signal(str)
    removed = Signal(str)
    replacing = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._draw_shown: AnswerSheet | None = None
        self._listed: Collection[str] = ()
        self.model = CasesModel(desk.framework, self)
        about = range(1, 1 + self.model.about)
        stretched = (SUPERVISION, -1) if SUPERVISION in about else (-1,)
        self.table = ListTable(
            desk.look, "Files", self.model, most_rows=8, stretched=stretched, give_way=[*reversed(about)]
        )
        self.table.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.table.entered.connect(self.opened)
        self.table.narrowed.connect(self._show_narrow)
        self.table.removal.connect(lambda _: self._on_remove())
        self.table.horizontalHeader().sectionResized.connect(self._show_state)
        self._head()
        self.add(self.table)
        self._foot()

    def refresh(self, stage: Stage, twice: Twice) -> None:
        """Show the files of now with the summary answers of a stage; the chosen file stays chosen."""
        desk, chosen = self._desk, self.table.chosen
        self.model.show_cases(desk.sheet.cases, stage, twice.files)
        self.table.fit({self.model.state_column: self._widest_state()})
        self.table.choose(chosen)
        self.table.updateGeometry()
        complete = desk.bridge.tally.files.complete
        self.review.setVisible(not complete)
        self.next.show_step(once_reviewed(twice) if complete else None)
        self.more.refresh()
        self._show_draw()
        self._show_chosen()
        self.setMaximumHeight(self._full_height())

    def _head(self) -> None:
        look, desk = self._desk.look, self._desk
        acts = (self.adding.emit, self.drawing.emit, self.sending.emit, self.merging.emit)
        self.more = MoreButton(desk, *acts)
        self._replace = Button(look, "Draw a replacement")
        self._replace.clicked.connect(lambda: self.replacing.emit(self.table.chosen))
        self._replace.setEnabled(not desk.read_only)
        self._replace.setToolTip(READ_ONLY if desk.read_only else "")
        # What comes next is looked for among all files only when it is asked for.
        self.review, self.next = Button(look, "Review next file", lead=True), StepButton(desk, lead=True)
        self.review.clicked.connect(self._on_review)
        buttons = (self.more, self._replace, self.review, self.next)
        if look.list_folded:
            self.add(heading(look, "Files"))
            holder = QWidget()
            wrap(holder)
            flow = Flow(holder, gap=look.px(8))
            for button in buttons:
                flow.addWidget(button)
            self.add(holder)
            return
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(heading(look, "Files"), 1)
        for button in buttons:
            head.addWidget(button)
        self.column.addLayout(head)

    def _foot(self) -> None:
        look = self._desk.look
        self.narrow, self._hint = small(look, ""), small(look, HINT)
        self.links = RowLinks(self._desk)
        self.links.open.clicked.connect(lambda: self.opened.emit(self.table.chosen))
        self.links.rename.clicked.connect(lambda: self.renaming.emit(self.table.chosen))
        self.links.remove.clicked.connect(self._on_remove)
        self.replaced, self.by_hand = small(look, ""), small(look, "")
        for widget in (self.narrow, self._hint, self.links, self.replaced, self.by_hand):
            self.add(widget)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())

    def _widest_state(self) -> int:
        # Only the first rows are measured; what a second review needs may stand below them.
        metrics = QFontMetrics(self._desk.look.font(BODY))
        return max(map(metrics.horizontalAdvance, self.model.second_states), default=0) + self._desk.look.px(AIR)

    def _show_state(self, column: int, _: int, width: int) -> None:
        if column == self.model.state_column:
            # Where all of them do not fit, all are brief: one word for one thing.
            self.model.show_brief(brief=width < self._widest_state() - self._desk.look.px(AIR - LEAST_AIR))

    def _show_narrow(self) -> None:
        show_words(self.narrow, self.table.narrow_words)

    def _show_draw(self) -> None:
        sheet = self._desk.sheet
        draw, before = sheet.draw, self._draw_shown
        # Thousands may stand on the list that was drawn from, and most that happens here changes nothing of it.
        same = before is not None and before.draw is draw and before.replaced is sheet.replaced
        if before is not None and same and before.cases.keys() == sheet.cases.keys():
            return
        self._draw_shown, hand = sheet, added_by_hand(sheet)
        self._listed = dict(draw.people) if draw else ()
        self._replace.setVisible(draw is not None and bool(draw.people))
        show_words(self.replaced, replaced_words(sheet.replaced, draw.replaced if draw else 0, MOST_NAMED))
        shown = hand if len(hand) <= MOST_NAMED else (*hand[: MOST_NAMED - 1], f"{len(hand) - MOST_NAMED + 1} more")
        show_words(self.by_hand, f"{listed(shown)} {be(hand)} on the list, but not drawn." if hand else "")

    def _show_chosen(self) -> None:
        ref = self.table.chosen
        self._hint.setVisible(not ref)
        self.links.show_row(ref, away=f"Replace {ref}" if self._drawn(ref) else f"Remove {ref} from the list")

    def _drawn(self, ref: str) -> bool:
        return ref in self._listed

    def _full_height(self) -> int:
        return self.sizeHint().height() - self.table.sizeHint().height() + self.table.full_height

    def _on_review(self) -> None:
        ref = next_file(self._desk.framework, self._desk.sheet)
        if ref:
            self.opened.emit(ref)

    def _on_remove(self) -> None:
        """Take the chosen file away: one that was drawn is replaced, for nobody may pick what is read."""
        ref = self.table.chosen
        if ref and not self._desk.read_only:
            (self.replacing if self._drawn(ref) else self.removed).emit(ref)
