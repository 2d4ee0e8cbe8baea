"""The dialog in which a self-rating is moved by hand: one band, with reason and names."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa.answers.text import clean_line
from iomsa.framework import find
from iomsa.framework.model import Choice
from iomsa.scoring.card import Rated
from iomsa.scoring.moves import move_problem
from iomsa.session import edits
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs.dialog import Dialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.growing_text import GrowingText
from iomsa_desktop.kit.personal import text_hint
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.kit.rating_mark import RatingMark, moved_words
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import field_label, show_words, small, strong, words

ABOUT = (
    "A move stands beside the computed self-rating everywhere and changes nothing above it. It goes one band up or "
    "down, and needs its reason and the names of those who decided."
)


def movable(desk: Desk) -> tuple[Rated, ...]:
    """Return what has a rating that can be moved: standards and key questions rated from answers or lowest."""
    rows: list[Rated] = []
    for standard in desk.framework.standards:
        score = desk.bridge.card.standard(standard.id)
        rows.append(score.rated)
        if standard.rule == "mean":
            rows.extend(score.questions)
    return tuple(each for each in rows if each.rating is not None or each.id in desk.sheet.moves)


class MoveDialog(Dialog):
    """Move one rating, or take a move back; the change is made when it is accepted."""

    def __init__(self, desk: Desk, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, desk.look, "Move a self-rating", ABOUT)
        self._desk = desk
        self._tally = desk.bridge.tally
        self._rated = {each.id: each for each in movable(desk)}
        self._ask_what()
        self._ask_why()
        self._ask_who()
        self._ask_done()
        self.what.show_code(about if about in self._rated else next(iter(self._rated), ""))
        self._on_what()

    @property
    def level(self) -> str:
        """Return the id of the rating that would be moved."""
        return self.what.code

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return the names with their agencies, as typed."""
        typed = ((clean_line(name.text()), agency.code) for name, agency in self._people)
        return tuple((name, agency) for name, agency in typed if name)

    def problem(self) -> str:
        """Say why this move is refused; empty where it is allowed."""
        if not self._rated:
            return "Nothing has a self-rating yet that could be moved."
        to = self.to.code
        if to is None:
            return "Choose the band to move to."
        desk = self._desk
        refused = move_problem(desk.framework, desk.sheet, self._tally, self.level, to, self.names())
        if not refused and not self.reason.text().strip():
            return "Give the reason: what the points or the percentage do not show."
        return refused

    def _ask_what(self) -> None:
        look = self._desk.look
        choices = [Choice(each.id, f"{each.id} {each.title}") for each in self._rated.values()]
        self.what = Pick(look, choices)
        self.what.activated.connect(lambda _: self._on_what())
        self._mark = RatingMark(look, self._desk.framework)
        options = [Option(each.id, each.label, each.label) for each in self._desk.framework.ratings]
        self.to = Segments(look, "Move to", options)
        self.to.chosen.connect(lambda _: self._refresh())
        for widget in (field_label(look, "What is moved", self.what), self.what, self._mark):
            self.column.addWidget(widget)
        self.column.addWidget(strong(look, "Move to"))
        self.column.addWidget(self.to)

    def _ask_why(self) -> None:
        look = self._desk.look
        self.reason = GrowingText(look, "Reason for the move", "What the points or the percentage do not show.")
        self.reason.textChanged.connect(self._refresh)
        self._hint = small(look, "")
        for widget in (field_label(look, "Reason", self.reason), Boxed(look, self.reason), self._hint):
            self.column.addWidget(widget)

    def _ask_who(self) -> None:
        look, moves = self._desk.look, self._desk.framework.rules.moves
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        self._people: list[tuple[LineText, Pick]] = []
        for place in range(max(moves.names_up, moves.names_down)):
            name, agency = LineText(look, f"Name {place + 1}"), Pick(look, self._desk.framework.agencies)
            name.textEdited.connect(lambda _: self._refresh())
            agency.activated.connect(lambda _: self._refresh())
            self._people.append((name, agency))
            box = Boxed(look, name)
            for column, (text, field, shown) in enumerate(
                ((f"Name {place + 1}", name, box), (f"Agency {place + 1}", agency, agency))
            ):
                grid.addWidget(field_label(look, text, field), 2 * place, column)
                grid.addWidget(shown, 2 * place + 1, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _ask_done(self) -> None:
        look = self._desk.look
        self._says = words(look)
        self.column.addWidget(self._says)
        self.take_back = Button(look, "Take the move back")
        self.take_back.clicked.connect(self._on_take_back)
        self.column.addLayout(side_by_side(look, self.take_back))
        self.move_it = self.add_choice("Move")
        self.move_it.clicked.connect(self._on_move)

    def _on_what(self) -> None:
        rated, stored = self._rated.get(self.level), self._desk.sheet.moves.get(self.level)
        self._mark.setVisible(rated is not None)
        if rated is not None:
            settled = bool(moved_words(self._desk.framework, rated)) or not rated.so_far
            self._mark.show_rated(rated, "" if settled else "so far")
        self.to.show_code(stored.to if stored else None)
        ratings = self._desk.framework.ratings
        here = next((each.points for each in ratings if rated is not None and each.id == rated.rating), None)
        for button, rating in zip(self.to.buttons, ratings, strict=True):
            button.setEnabled(here is not None and abs(rating.points - here) == 1)
        self.reason.setPlainText(stored.reason if stored else "")
        typed = (*(stored.by if stored else ()), *[("", "")] * len(self._people))
        for (name, agency), (text, id) in zip(self._people, typed, strict=False):
            name.setText(text)
            agency.show_code(id)
        self.take_back.setVisible(stored is not None)
        self._refresh()

    def _refresh(self) -> None:
        problem = self.problem()
        self._says.setText(problem or "This move is allowed.")
        self.move_it.setEnabled(not problem and not self._desk.read_only)
        self.take_back.setEnabled(not self._desk.read_only)
        hint = text_hint((self.reason.text(),), self._desk.sheet.period)
        show_words(self._hint, hint)

    def _on_move(self) -> None:
        desk, to = self._desk, self.to.code
        if to is None or self.problem():
            return
        reason, today = self.reason.text().strip(), desk.stamp().on[:10]
        what = edits.move(desk.sheet, self.level, to, reason, self.names(), today)
        label = find.rating(desk.framework, to).label
        if desk.bridge.change(f"{self.level} moved to {label}", what):
            self.accept()

    def _on_take_back(self) -> None:
        desk = self._desk
        if desk.bridge.change(f"Move of {self.level} taken back", edits.unmove(desk.sheet, self.level)):
            self.accept()
