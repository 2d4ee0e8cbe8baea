"""The card of one stage or one theme: its key questions with share and self-rating, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iomsa.framework import find
from iomsa.framework.model import Stage, Theme
from iomsa_desktop.charts.with_table import AS_CHART, AS_TABLE
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.flow import Flow
from iomsa_desktop.kit.rating_mark import label_of
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import heading, show_words, small, words
from iomsa_desktop.pages.cases_stage_table import NOT_RATED, Asked, QuestionRow, QuestionTable
from iomsa_desktop.pages.cases_stage_words import as_rows, rated_standard, stage_words, theme_words

if TYPE_CHECKING:
    from iomsa_desktop.charts.rows_table import RowsTable

BY_THEME, BY_STAGE = "Show by theme", "Show by stage"


class StageCard(Card):
    """Show one stage of the work at a time, or one theme through all stages; `switched` tells of another stage."""

    switched = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk
        review = desk.framework.case_review
        self._stages = review.stages
        self.stage: Stage = self._stages[0]
        self.theme: Theme | None = None
        self._asked: Sequence[Asked] = ()
        self._table: QuestionTable | None = None
        self.as_rows: RowsTable | None = None
        stages = [Option(each.id, each.title, f"{each.title}, standard {each.standard}") for each in review.stages]
        self.switch = Segments(desk.look, "Stage of the work", stages)
        self.switch.chosen.connect(self._on_chosen)
        self.themes = Segments(desk.look, "Theme", [Option(each.id, each.title, each.title) for each in review.themes])
        self.themes.chosen.connect(self._on_theme)
        self._title = heading(desk.look, "")
        head = QVBoxLayout() if desk.look.side_below else QHBoxLayout()
        head.addWidget(self._title, 1)
        for switch in (self.switch, self.themes):
            head.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._holder = QVBoxLayout()
        self.column.addLayout(self._holder)
        self._says = words(desk.look)
        self._about = small(desk.look, "")
        self.add(self._says)
        self.add(self._about)
        self.add(self._links())
        self.show_stage(self.stage)

    @property
    def rows(self) -> Mapping[str, QuestionRow]:
        """Return the rows by key question."""
        return self._table.rows if self._table is not None else {}

    @property
    def says(self) -> str:
        """Return the sentences under the rows."""
        return self._says.text()

    def show_stage(self, stage: Stage) -> None:
        """Show another stage."""
        self.stage, self.theme = stage, None
        self.switch.show_code(stage.id)
        standard = find.standard(self._desk.framework, stage.standard)
        asked = [] if standard is None else [each for each in standard.questions if each.case_question]
        self._show(
            stage.title, [Asked(f"{each.id} {each.short}", standard, each) for each in asked if standard is not None]
        )

    def show_theme(self, theme: Theme) -> None:
        """Show a theme through all stages that ask about it."""
        self.theme = theme
        self.themes.show_code(theme.id)
        found = []
        for stage in self._stages:
            standard = find.standard(self._desk.framework, stage.standard)
            for each in standard.questions if standard is not None else ():
                if standard is not None and each.case_question in theme.questions:
                    found.append(Asked(f"{each.id} {stage.title}", standard, each))
        self._show(theme.title, found)

    def refresh(self) -> None:
        """Show the ratings of now."""
        card, framework = self._desk.bridge.card, self._desk.framework
        asked = [card.question(each.question.id) for each in self._asked]
        for rated in asked:
            self.rows[rated.id].show_rated(rated)
        score = card.standard(self.stage.standard)
        show_words(self._says, stage_words(framework, score) if self.theme is None else theme_words(self.theme, asked))
        show_words(self._about, score.rated.chance if self.theme is None else "")
        if self.as_rows is not None:
            labels = [
                label_of(framework, rated) if rated_standard(each.standard) else NOT_RATED
                for each, rated in zip(self._asked, asked, strict=True)
            ]
            self.as_rows.show_rows(as_rows([each.name for each in self._asked], asked, labels))

    def _links(self) -> QWidget:
        look = self._desk.look
        links = QWidget()
        flow = Flow(links, gap=look.px(16), row_gap=look.px(2))
        self.turn = Link(look, BY_THEME)
        self.turn.clicked.connect(self._on_turn)
        self.table_link = Link(look, AS_TABLE)
        self.table_link.clicked.connect(self._on_table)
        for link in (self.turn, self.table_link):
            flow.addWidget(link)
        # Shown or hidden before it has a parent, it would be a window of its own.
        self.turn.setVisible(bool(self._desk.framework.case_review.themes))
        return links

    def _show(self, title: str, asked: Sequence[Asked]) -> None:
        by_theme = self.theme is not None
        self._title.setText(title)
        self.switch.setVisible(not by_theme)
        self.themes.setVisible(by_theme)
        self.turn.setText(BY_STAGE if by_theme else BY_THEME)
        self.turn.updateGeometry()
        self._asked = asked
        if self._table is not None:
            self._table.setParent(None)
            self._table.deleteLater()
        self._table = QuestionTable(self._desk, asked)
        self._holder.addWidget(self._table)
        if self.table_link.text() == AS_CHART:
            self._table.hide()
        self.refresh()

    def _on_chosen(self, id: str) -> None:
        self.show_stage(next(each for each in self._stages if each.id == id))
        self.switched.emit()

    def _on_theme(self, id: str) -> None:
        self.show_theme(next(each for each in self._desk.framework.case_review.themes if each.id == id))

    def _on_turn(self) -> None:
        if self.theme is None:
            self.show_theme(self._desk.framework.case_review.themes[0])
        else:
            self.show_stage(self.stage)

    def _on_table(self) -> None:
        as_table = self.table_link.text() == AS_TABLE
        if self.as_rows is None:
            from iomsa_desktop.charts.rows_table import RowsTable

            self.as_rows = RowsTable(self._desk.look, "Key questions from case files")
            self._holder.insertWidget(0, self.as_rows)
        self.as_rows.setVisible(as_table)
        if self._table is not None:
            self._table.setVisible(not as_table)
        self.table_link.setText(AS_CHART if as_table else AS_TABLE)
        self.table_link.updateGeometry()
        self.refresh()
