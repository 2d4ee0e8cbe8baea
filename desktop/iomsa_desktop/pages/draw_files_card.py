"""The card of the draw itself: what it begins with, which files come out, and the button that puts them on the list."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from iomsa.answers.sheet import AnswerSheet
from iomsa.problems import Refused
from iomsa.scoring.words import counted, listed
from iomsa.session.draw_list import by_group
from iomsa.session.drawing import LONGEST_SEED, SEEDS, Plan, answers_of, changes_nothing, draw_files, leaving
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.text_box import Boxed, LineText
from iomsa_desktop.kit.words import field_label, recolour, show_words, small, strong, words

ABOUT = (
    "The files come in an order that this number decides. Anybody with this list and this number can draw the same "
    "files, an inspector too; you may also agree on the number with them."
)
RULE = "By the SHA-256 of seed|reference, ascending; the next in the order replace."
IN_GROUPS = "Within each group by the SHA-256 of seed|reference, ascending; the next in the order replace."
READ_ONLY = "This file is open to read only, so nothing can be drawn in it."
SAME = "These files are drawn already."
SEED = "Number that the draw begins with (seed)"
SEED_WIDTH = 200
MOST_SHOWN = 80
MOST_NAMED = 6


class DrawCard(Card):
    """Show what a plan draws; `changed` tells another seed, `drawing` that the files are wanted."""

    changed = Signal()
    drawing = Signal()

    def __init__(self, desk: Desk) -> None:
        look = desk.look
        super().__init__(look, "3 The draw")
        self._desk = desk
        self.seed = LineText(look, SEED)
        self.seed.setMaxLength(LONGEST_SEED)
        self.seed.setReadOnly(desk.read_only)
        self.seed.setText(new_seed())
        self.seed.paused.connect(lambda _: self.changed.emit())
        self.another = Link(look, "Another number")
        self.another.clicked.connect(self._on_another)
        self.another.setEnabled(not desk.read_only)
        self.another.setToolTip(desk.file.read_only_because)
        box = Boxed(look, self.seed)
        box.setFixedWidth(look.px(SEED_WIDTH))
        self.column.addLayout(narrow(look, words(look, ABOUT)))
        self.add(field_label(look, SEED, self.seed))
        self.column.addLayout(side_by_side(look, box, self.another, gap=16))
        self.rule = small(look, RULE)
        self.column.addLayout(narrow(look, self.rule))
        self._title, self.files, self.loses = strong(look, ""), words(look), words(look)
        self._problem = words(look)
        recolour(self._problem, look.theme.inadequate)
        for label in (self._title, self.files, self.loses, self._problem):
            self.add(label)
        self.draw = Button(look, "Draw the files", lead=True)
        self.draw.clicked.connect(self.drawing)
        self._says = small(look, "")
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.draw)
        row.addWidget(self._says, 1)
        row.addStretch(0)
        self.column.addSpacing(look.px(4))
        self.column.addLayout(row)

    def show_plan(self, plan: Plan) -> None:
        """Show which files a plan draws, and what it takes away."""
        sheet = self._desk.sheet
        show_words(self._problem, "")
        show_words(self.rule, IN_GROUPS if len({group for _, group in plan.people}) > 1 else RULE)
        show_words(self._title, f"{'This file comes' if plan.drawn == 1 else f'These {plan.drawn} files come'} out")
        show_words(self.files, files_words(plan, sheet))
        show_words(self.loses, leaving_words(sheet, plan))
        same = changes_nothing(sheet, plan)
        self.draw.setText(f"Draw {counted(plan.drawn, 'file')}{' again' if sheet.draw else ''}")
        self.draw.setEnabled(not self._desk.read_only and not same)
        self.draw.updateGeometry()
        show_words(self._says, READ_ONLY if self._desk.read_only else SAME if same else "")

    def show_refused(self, refused: Refused) -> None:
        """Say why nothing can be drawn."""
        for label in (self._title, self.files, self.loses):
            show_words(label, "")
        show_words(self._problem, " ".join(problem.sentence for problem in refused.problems))
        self.draw.setText("Draw the files")
        self.draw.setEnabled(False)
        self.draw.updateGeometry()

    def _on_another(self) -> None:
        self.seed.setText(new_seed())
        self.changed.emit()


def new_seed() -> str:
    """Return five digits that nobody chose."""
    return str(secrets.choice(SEEDS))


def files_words(plan: Plan, sheet: AnswerSheet) -> str:
    """Name the files that come out, group by group in their order; only the first of very many."""
    groups = dict(plan.people)
    refs = draw_files(plan, sheet.replaced).refs
    rows = []
    for name, found in by_group((ref, groups[ref]) for ref in refs).items():
        rest = len(found) - MOST_SHOWN
        shown = (*found[:MOST_SHOWN], f"and {rest} more") if rest > 0 else found
        rows.append(f"{name}: {', '.join(shown)}" if name else ", ".join(shown))
    return "\n".join(rows)


def leaving_words(sheet: AnswerSheet, plan: Plan) -> str:
    """Say which files with answers leave the list; empty where none does."""
    gone = {ref: answers for ref in leaving(sheet, plan) if (answers := answers_of(sheet.cases[ref]))}
    if not gone:
        return ""
    named = [f"{ref} ({counted(number, 'answer')})" for ref, number in list(gone.items())[:MOST_NAMED]]
    if len(gone) > MOST_NAMED:
        named.append(f"{len(gone) - MOST_NAMED} more")
    verb = "leaves" if len(gone) == 1 else "leave"
    return f"{counted(len(gone), 'file')} with answers {verb} the list: {listed(named)}."
