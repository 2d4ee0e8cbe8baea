"""The form of the first review of one file: what is noted about it, then each question of the five stages."""

from __future__ import annotations

from iomsa.answers.sheet import Address
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import AGREE, CASE, CASES, Desk, Place
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.case_form_about import AboutCard
from iomsa_desktop.pages.case_form_page import BACK, ReviewForm, head_text
from iomsa_desktop.pages.case_form_review import Review
from iomsa_desktop.pages.kept_back import kept_back
from iomsa_desktop.pages.review_next import Step, next_file, once_reviewed, twice_of

BOTH = "Reviewed twice"
BOTH_ABOUT = """\
Another agency has reviewed this file too, so leave these answers as they were given. Where both differ, an answer \
that both agree on rates, and what each of them said is kept."""


class CaseFormPage(ReviewForm):
    """Review one file for the first time; `shown_anyway` to whoever was asked and is to review it again."""

    next_name = "Next file"

    def __init__(self, desk: Desk, ref: str, *, shown_anyway: bool = False) -> None:
        super().__init__(desk, f"Case file {ref}", Review(desk, ref))
        self._shown_anyway = shown_anyway
        self._step: Step | None = None
        self._offered = False
        self.column.addLayout(narrow(desk.look, words(desk.look, head_text(desk.framework, desk.sheet.period))))
        self.both = self._both()
        self.column.addWidget(self.both)
        self.rename = Link(desk.look, "Rename")
        self.rename.setAccessibleName(f"Rename {ref}")
        self.rename.clicked.connect(self._on_rename)
        self.column.addLayout(self.bar(0) if desk.read_only else self.bar(0, self.rename))
        self.about = AboutCard(desk, ref)
        self.column.addWidget(self.about)
        self.add_questions()

    def lead_to(self, field: str) -> None:
        if field in self.about.fields:
            asked = self.about.fields[field]
            asked.editor.focus()
            self.bring_soon(asked)
        else:
            super().lead_to(field)

    def focus_first(self) -> None:
        if self.about.fields:
            next(iter(self.about.fields.values())).editor.focus()
        else:
            super().focus_first()

    def on_change(self, change: ChangeSet) -> None:
        super().on_change(change)
        if self.ref not in self.desk.sheet.cases:
            return
        if change.touches("case", self.ref):
            self.about.refresh(change.origin)
        # Where the file was reviewed twice, another answer may make both agree or differ, which comes next then.
        twice = self._complete and self.desk.sheet.cases[self.ref].second_review is not None
        if twice or self._complete != self._offered or any(self._is_other(edit.address) for edit in change.edits):
            self._offer_next()
        self._show_both()

    def on_shown(self) -> None:
        super().on_shown()
        self.about.refresh()
        self._offer_next()
        self._show_both()

    @property
    def stale(self) -> bool:
        return not self._shown_anyway and kept_back(self.desk, self.ref)

    @property
    def pending(self) -> bool:
        return super().pending or any(field.editor.pending for field in self.about.fields.values())

    def flush(self) -> None:
        self.about.flush()
        super().flush()

    def count_words(self, done: int, of: int) -> str:
        said = super().count_words(done, of)
        return said if done < of else f"{said}: this file is reviewed"

    def go_on(self) -> None:
        if self._step is not None:
            self.desk.go(self._step.place)

    def _on_rename(self) -> None:
        # Loaded when it is asked for, which is seldom.
        from iomsa_desktop.dialogs.rename import rename_case

        self.flush()
        new = rename_case(self.desk, self.ref, self)
        if new:
            self.desk.go(Place(CASE, new))

    def _both(self) -> Card:
        card = Card(self.look, BOTH, edge=self.look.theme.accent)
        card.column.addLayout(narrow(self.look, words(self.look, BOTH_ABOUT)))
        see = Link(self.look, "See both reviews")
        see.clicked.connect(lambda: self.desk.go(Place(AGREE, self.ref)))
        card.column.addLayout(side_by_side(self.look, see))
        return card

    def _show_both(self) -> None:
        case = self.desk.sheet.cases[self.ref]
        complete = case.second_review is not None and len(case.second) >= len(self.rows)
        if complete:
            # Loaded only where there is something to compare.
            from iomsa.outcomes.reviewed_twice import both_complete

            complete = both_complete(list(self.rows), case)
        self.both.setVisible(complete)

    def _offer_next(self) -> None:
        self._offered = self._complete
        self._step = step = self._next_step()
        for button, back in zip(self._nexts, self._backs, strict=True):
            button.setText(step.name if step else self.next_name)
            button.updateGeometry()
            button.setEnabled(step is not None)
            button.setToolTip("" if step else "Every other file on the list is reviewed")
            back.setVisible(button.text() != BACK)

    @property
    def _complete(self) -> bool:
        return self.answered == len(self.rows)

    def _is_other(self, address: Address) -> bool:
        return (address.kind, address.key) != (self.review.kind, self.ref)

    def _next_step(self) -> Step | None:
        desk = self.desk
        ref = next_file(desk.framework, desk.sheet, self.ref)
        if ref:
            return Step(self.next_name, Place(CASE, ref))
        if not self._complete:
            return None
        again = None if desk.read_only else once_reviewed(twice_of(desk.framework, desk.sheet))
        return again or Step(BACK, Place(CASES))
