"""The page of the case review: what the files say by stage, the list of files, and which to review next."""

from __future__ import annotations

from iomsa.scoring.words import counted
from iomsa.session import edits
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import CASE, Desk, Place
from iomsa_desktop.dialogs.add_cases import AddCasesDialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import words
from iomsa_desktop.pages.cases_files import FilesCard
from iomsa_desktop.pages.cases_stage import StageCard
from iomsa_desktop.pages.page import Page

EMPTY = """\
Here you judge a number of files yourselves: what was done for each person, from the assessment to the reviewing. \
Only this says how well the scheme works; it rates standards {standards}.
Plan for about 45 minutes to read a file, and under three minutes to enter it. You can stop anywhere. \
Two people from different agencies see more than one.
Begin with a list of references of your own, such as N-001. No names and no dates of birth."""
RETURNED = "Counts from a return; no case files here"
RETURNED_ABOUT = """\
The return held the answers of {reviewed} reviewed files as totals, and the ratings below rest on them.
If you add files here, these totals go, and the ratings rest on the files that you review. Undo brings them back."""


ROOM = 100
"""The share of the room left that the list takes, until all its files are seen; the air below it has 1."""


class CasesPage(Page):
    """Review the files of people on the scheme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Case review")
        self.about = words(desk.look, soft=True)
        first = self.column.itemAt(0)
        head = first.layout() if first is not None else None
        if head is not None:
            head.addWidget(self.about)
        self.empty = self._notice("Nothing is on the list yet", EMPTY.format(standards=self._rated_standards()))
        self.returned = self._notice(RETURNED, RETURNED_ABOUT.format(reviewed=self._returned_files()))
        self.stage = StageCard(desk)
        self.files = FilesCard(desk)
        for card in (self.empty, self.returned, self.stage, self.files):
            self.column.addWidget(card)
        self.end()
        self.column.setStretchFactor(self.files, ROOM)
        self.stage.switched.connect(self._refresh_files)
        self.files.adding.connect(self._on_add)
        self.files.opened.connect(lambda ref: desk.go(Place(CASE, ref)))
        self.files.removed.connect(self._on_remove)

    def lead_to(self, field: str) -> None:
        stages = self.desk.framework.case_review.stages
        stage = next((each for each in stages if field in (each.id, each.standard)), None)
        if stage is not None:
            self.stage.show_stage(stage)
            self._refresh_files()
        self.verticalScrollBar().setValue(0)
        if self.desk.sheet.cases:
            self.files.focus()

    def on_change(self, change: ChangeSet) -> None:
        if change.touches("case") or change.touches("case-answer") or change.touches("returned-cases"):
            self._refresh()

    def on_scored(self) -> None:
        self.stage.refresh()

    def on_shown(self) -> None:
        self._refresh()
        self.stage.refresh()

    def _refresh(self) -> None:
        sheet = self.desk.sheet
        if sheet.cases:
            self._refresh_files()
        returned = sheet.returned_cases if not sheet.cases else None
        self.empty.setVisible(not sheet.cases and returned is None)
        self.returned.setVisible(returned is not None)
        self.stage.setVisible(bool(sheet.cases) or returned is not None)
        self.files.setVisible(bool(sheet.cases))
        done, of = self.files.model.reviewed, len(sheet.cases)
        if returned is not None:
            done, of = returned.reviewed, returned.listed
        left = f". {done} reviewed, {of - done} to go." if done < of else ", all reviewed."
        self.about.setText(f"{counted(of, 'file')} on the list{left}")
        self.about.setVisible(of > 0)

    def _refresh_files(self) -> None:
        self.files.refresh(self.stage.stage)

    def _notice(self, title: str, text: str) -> Card:
        look = self.look
        card = Card(look, title, edge=look.theme.accent)
        for part in text.split("\n"):
            card.column.addLayout(narrow(look, words(look, part)))
        add = Button(look, "Add files", lead=True)
        add.setEnabled(not self.desk.read_only)
        add.clicked.connect(self._on_add)
        card.column.addLayout(side_by_side(look, add))
        return card

    def _rated_standards(self) -> str:
        rated = [each.id for each in self.desk.framework.standards if each.rule == "lowest"]
        return f"{rated[0]} to {rated[-1]}" if len(rated) > 1 else "".join(rated)

    def _returned_files(self) -> int:
        returned = self.desk.sheet.returned_cases
        return returned.reviewed if returned is not None else 0

    def _on_add(self) -> None:
        desk = self.desk
        dialog = AddCasesDialog(self.look, desk.sheet.cases, desk.sheet.period, self)
        if dialog.run():
            self.add_files(dialog.refs)

    def add_files(self, refs: tuple[str, ...]) -> None:
        """Put files on the list, as one step."""
        desk, stamp = self.desk, self.desk.stamp()
        sheet, steps = desk.sheet, []
        for ref in refs:
            for edit in edits.add_case(sheet, ref, stamp):
                steps.append(edit)
                sheet = sheet.with_record(edit.address, edit.after)
        name = f"{refs[0]} added" if len(refs) == 1 else f"{len(refs)} files added"
        desk.bridge.change(name, tuple(steps), origin=self)

    def _on_remove(self, ref: str) -> None:
        desk = self.desk
        desk.bridge.change(f"{ref} removed", edits.remove_case(desk.sheet, ref), origin=self)
