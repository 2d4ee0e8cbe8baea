"""The card of the second reviews: how far they are, what comes next, and how far the reviewers agree."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import label
from iomsa.outcomes.agreement import FEWEST
from iomsa.outcomes.reviewed_twice import COMPARED, Twice, in_order
from iomsa.scoring.words import listed
from iomsa.session.second_review import agency_field, same_agency
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import AGREE, SECOND, Desk, Place
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.kit.flow import Flow, wrap
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.words import heading, show_words, small, words
from iomsa_desktop.models.rows import RowsModel
from iomsa_desktop.pages.agreement_rows import DifferingRows
from iomsa_desktop.pages.agreement_words import MEANING, NO_FIGURE, file_rows, finding, how_far, question_rows
from iomsa_desktop.pages.review_next import next_agreement, next_second, twice_of
from iomsa_desktop.pages.step_button import StepButton

MOST = 5
"""So many questions on which reviewers differ stand in view; all are under the fold."""


class AgreementCard(Card):
    """Show the second reviews of a period; worked out anew only where the files have changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._known: AnswerSheet | None = None
        self._order: tuple[str, ...] = ()
        self.twice = Twice({}, {})
        look = desk.look
        self.agree, self.second = StepButton(desk), StepButton(desk)
        head = QVBoxLayout() if look.side_below else QHBoxLayout()
        head.addWidget(heading(look, "Second reviews"), 1)
        if look.side_below:
            holder = QWidget()
            wrap(holder)
            buttons: QLayout = Flow(holder, gap=look.px(8))
            head.addWidget(holder)
        else:
            buttons = head
        buttons.addWidget(self.agree)
        buttons.addWidget(self.second)
        self.column.addLayout(head)
        self.how_far, self.same, self.finding = words(look), words(look), words(look)
        self.rows = DifferingRows(look, desk.framework)
        self.meaning = small(look, MEANING)
        for widget in (self.how_far, self.same, self.finding, self.rows, self.meaning):
            self.add(widget)
        self._folds = QVBoxLayout()
        self._folds.setSpacing(look.px(4))
        self.column.addLayout(self._folds)
        self._folded: QWidget | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the second reviews of now; hide where no file is on the list."""
        sheet = self._desk.sheet
        # What has no place on a page yet would be shown as a window.
        self.setVisible(bool(sheet.cases) and self.parentWidget() is not None)
        if self._known is not None and self._known.cases is sheet.cases and self._known.draw is sheet.draw:
            return
        # The order rests on the references alone, and takes longer than all the rest where there are thousands.
        before, self._known = self._known, sheet
        if before is None or before.draw is not sheet.draw or before.cases.keys() != sheet.cases.keys():
            self._order = in_order(sheet.cases, sheet.draw)
        self.twice = twice_of(self._desk.framework, sheet, self._order)
        self._show_words()
        self._show_folds()
        self.agree.show_step(next_agreement(self.twice))
        self.second.show_step(next_second(self.twice))

    def _show_words(self) -> None:
        desk, twice = self._desk, self.twice
        self.how_far.setText(how_far(twice, len(desk.sheet.cases)))
        show_words(self.same, self._same_agency())
        show_words(self.finding, finding(desk.framework, twice))
        self.rows.show_questions({id: twice.agreement(id) for id in twice.differing[:MOST]})
        self.meaning.setVisible(twice.compared >= FEWEST)

    def _same_agency(self) -> str:
        cases, field = self._desk.sheet.cases, agency_field(self._desk.framework)
        same = [ref for ref in self.twice.files if same_agency(cases[ref])]
        if not same or field is None:
            return ""
        review = cases[same[0]].second_review
        agency = label(field.choices, review.agency) if review is not None and len(same) == 1 else "the same agency"
        return f"Both reviews of {listed(same)} are by {agency}. The other agency makes the second."

    def _show_folds(self) -> None:
        look, twice, before = self._desk.look, self.twice, self._folded
        folds = [Fold(look, "Show which files are reviewed twice", self._all_files)]
        if twice.compared:
            title = f"Show all {len(twice.pairs)} questions as a table"
            folds.insert(0, Fold(look, title, self._all_questions))
        self._folded = QWidget()
        column = QVBoxLayout(self._folded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for fold in folds:
            column.addWidget(fold)
        self._folds.addWidget(self._folded)
        if before is not None:
            unfolded = {fold.head.text() for fold in before.findChildren(Fold) if fold.head.isChecked()}
            before.setParent(None)
            before.deleteLater()
            for fold in folds:
                fold.head.setChecked(fold.head.text() in unfolded)

    def _all_questions(self) -> QWidget:
        look, framework, holder = self._desk.look, self._desk.framework, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        table = RowsTable(look, "How far the reviewers agree on each question")
        table.show_rows(question_rows(framework, self.twice, self.twice.pairs))
        column.addWidget(table)
        if self.twice.compared >= FEWEST:
            column.addWidget(small(look, NO_FIGURE))
        return holder

    def _all_files(self) -> FlatTable:
        table = FlatTable(self._desk.look, "Files to be reviewed twice", least_rows=4, most_rows=10)
        model = RowsModel(file_rows(self.twice))
        model.setParent(table)
        table.setModel(model)
        table.fit_columns(1)
        table.opened.connect(self._on_opened)
        return table

    def _on_opened(self, row: int) -> None:
        ref, state = list(self.twice.files.items())[row]
        self._desk.go(Place(AGREE if state in COMPARED else SECOND, ref))
