"""The page of the case review: what the files say by stage, the list of files, and which to review next."""

from __future__ import annotations

from iomsa.answers.review import REMOVED, KeptFigures
from iomsa.answers.values import shown_date
from iomsa.session import edits
from iomsa.session.changes import ChangeSet
from iomsa_desktop.desk import CASE, DRAW, Desk, Place
from iomsa_desktop.dialogs.add_cases import AddCasesDialog
from iomsa_desktop.dialogs.rename import rename_case
from iomsa_desktop.dialogs.replace_case import ReplaceCaseDialog
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.measure import narrow
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import show_words, words
from iomsa_desktop.pages.agreement_card import AgreementCard
from iomsa_desktop.pages.cases_files import FilesCard
from iomsa_desktop.pages.cases_menu import READ_ONLY
from iomsa_desktop.pages.cases_stage import StageCard
from iomsa_desktop.pages.cases_words import about_words
from iomsa_desktop.pages.page import Page

EMPTY = """\
Here you judge a number of files yourselves: what was done for each person, from the assessment to the reviewing. \
Only this says how well the scheme works; it rates standards {standards}.
Draw the files from the list of everybody on the scheme, under references of your own, such as N-001: no names and no \
dates of birth. Then nobody can say that they were picked, and the ratings hold for the whole scheme.
Plan for about 45 minutes to read a file, and under three minutes to enter it. You can stop anywhere. \
Somebody of the other agency reviews a part of them again."""
RETURNED = "Counts from a return; no case files here"
RETURNED_ABOUT = """\
The return held the answers of {reviewed} reviewed files as totals, and the ratings below rest on them.
If you add files here, these totals go, and the ratings rest on the files that you review. Undo brings them back."""

REMOVED_FILES = "Totals alone; the rows of the case files were removed"
REMOVED_ABOUT = """\
The rows of {reviewed} reviewed files were removed on {day}, and the ratings below rest on their totals.
If you add files here, these totals go, and the ratings rest on the files that you review. Undo brings them back."""

ROOM = 100
"""The share of the room left that the list takes, until all its files are seen; the air below it has 1."""
TOUCHES = (
    "case",
    "case-answer",
    "second-review",
    "second-answer",
    "agreed-answer",
    "draw",
    "replaced",
    "returned-cases",
)


class CasesPage(Page):
    """Review the files of people on the scheme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Case review")
        self.about = words(desk.look, soft=True)
        first = self.column.itemAt(0)
        head = first.layout() if first is not None else None
        if head is not None:
            head.addWidget(self.about)
        self._adds: list[Button] = []
        self.empty = self._notice("Nothing is on the list yet", EMPTY.format(standards=self._rated_standards()))
        self.returned = self._notice(*returned_words(desk.sheet.figures, self._returned_files()))
        self.stage = StageCard(desk)
        self.files = FilesCard(desk)
        self.agreement = AgreementCard(desk)
        for card in (self.empty, self.returned, self.stage, self.files, self.agreement):
            self.column.addWidget(card)
        self.end()
        self.column.setStretchFactor(self.files, ROOM)
        self.stage.switched.connect(self._refresh_files)
        self.files.adding.connect(self._on_add)
        self.files.drawing.connect(self._on_draw)
        self.files.sending.connect(self._on_send)
        self.files.merging.connect(self._on_merge)
        self.files.opened.connect(lambda ref: desk.go(Place(CASE, ref)))
        self.files.renaming.connect(self._on_rename)
        self.files.removed.connect(self._on_remove)
        self.files.replacing.connect(self._on_replace)

    def lead_to(self, field: str) -> None:
        stages = self.desk.framework.case_review.stages
        stage = next((each for each in stages if field in (each.id, each.standard)), None)
        if stage is not None:
            self.stage.show_stage(stage)
            self._refresh_files()
        self.verticalScrollBar().setValue(0)
        if self.desk.sheet.cases:
            self.files.table.focus()

    def on_change(self, change: ChangeSet) -> None:
        if any(map(change.touches, TOUCHES)):
            self._refresh()

    def on_scored(self) -> None:
        self.stage.refresh()

    def on_shown(self) -> None:
        self._refresh()
        self.stage.refresh()

    def _refresh(self) -> None:
        sheet = self.desk.sheet
        self.agreement.refresh()
        if sheet.cases:
            self._refresh_files()
        returned = sheet.returned_cases if not sheet.cases else None
        for add in self._adds:
            add.setVisible(sheet.draw is None or not sheet.draw.people)
        self.empty.setVisible(not sheet.cases and returned is None)
        self.returned.setVisible(returned is not None)
        self.stage.setVisible(bool(sheet.cases) or returned is not None)
        self.files.setVisible(bool(sheet.cases))
        done, of = self.desk.bridge.tally.files
        show_words(self.about, about_words(sheet.draw, done, of, self.agreement.twice))

    def _refresh_files(self) -> None:
        self.files.refresh(self.stage.stage, self.agreement.twice)

    def _notice(self, title: str, text: str) -> Card:
        look = self.look
        card = Card(look, title, edge=look.theme.accent)
        for part in text.split("\n"):
            card.column.addLayout(narrow(look, words(look, part)))
        draw, add = Button(look, "Draw the files", lead=True), Button(look, "Add files")
        for button, act in ((draw, self._on_draw), (add, self._on_add)):
            button.setEnabled(not self.desk.read_only)
            button.setToolTip(READ_ONLY if self.desk.read_only else "")
            button.clicked.connect(act)
        self._adds.append(add)
        card.column.addLayout(side_by_side(look, draw, add))
        return card

    def _rated_standards(self) -> str:
        rated = [each.id for each in self.desk.framework.standards if each.rule == "lowest"]
        return f"{rated[0]} to {rated[-1]}" if len(rated) > 1 else "".join(rated)

    def _returned_files(self) -> int:
        returned = self.desk.sheet.returned_cases
        return returned.reviewed if returned is not None else 0

    def _on_draw(self) -> None:
        self.desk.go(Place(DRAW))

    def _on_send(self) -> None:
        # Loaded when it is asked for: what writes a workbook is large.
        from iomsa_desktop.dialogs.merge_case_sheets import send_case_sheet

        send_case_sheet(self.desk, self)

    def _on_merge(self) -> None:
        from iomsa_desktop.dialogs.merge_case_sheets import merge_case_sheets

        merge_case_sheets(self.desk, self)

    def _on_replace(self, ref: str) -> None:
        ReplaceCaseDialog(self.desk, ref, self).run()

    def _on_rename(self, ref: str) -> None:
        new = rename_case(self.desk, ref, self)
        self.files.table.choose(new)

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


def returned_words(kept: KeptFigures | None, reviewed: int) -> tuple[str, str]:
    """Return title and text of the notice where there are totals of case files alone."""
    if kept is None or kept.origin != REMOVED:
        return RETURNED, RETURNED_ABOUT.format(reviewed=reviewed)
    return REMOVED_FILES, REMOVED_ABOUT.format(reviewed=reviewed, day=shown_date(kept.made_on))
