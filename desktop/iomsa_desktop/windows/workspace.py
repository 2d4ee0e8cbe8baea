"""The workspace of one open period: header, task list, the page in front, and the status line."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from iomsa.answers.progress import open_prompts, prompts_progress
from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import Finding
from iomsa.framework.find import counted_standards, prompts
from iomsa.problems import Refused
from iomsa.returns.marking import default_marking
from iomsa.scoring.score import score
from iomsa.scoring.words import sentence
from iomsa.session.changes import UNDO, ChangeSet
from iomsa.session.session import Session
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.bridge import Bridge
from iomsa_desktop.desk import LISTED, OVERVIEW, STANDARD, Desk, Earlier, Place
from iomsa_desktop.look import Look
from iomsa_desktop.pages.page import Page
from iomsa_desktop.settings import Settings
from iomsa_desktop.tasks import Tasks
from iomsa_desktop.whereabouts import OWN, TEMPORARY
from iomsa_desktop.windows.entries import Entry, entries
from iomsa_desktop.windows.header import Header
from iomsa_desktop.windows.page_stack import PageStack
from iomsa_desktop.windows.status import NOTES, StatusLine, opened_words
from iomsa_desktop.windows.task_list import TaskList

if TYPE_CHECKING:
    from iomsa_desktop.windows.find import FindPopup

SETTLE_MS = 50


class Workspace(QWidget):
    """Show one period and lead from page to page; pages are made on their first visit."""

    period_wanted = Signal(str)
    command_wanted = Signal(str)

    def __init__(
        self, file: SchemeFile, session: Session, look: Look, settings: Settings, tasks: Tasks, where: str = OWN
    ) -> None:
        super().__init__()
        self.bridge = Bridge(session)
        given = (file, session, self.bridge, look, settings, tasks)
        known = (self._earlier, self._findings)
        self.desk = Desk(*given, self.go, self.announce, *known, self.command_wanted.emit)
        self.place = Place("")
        self._earlier_known: tuple[Earlier | None] | None = None
        self._listed: tuple[tuple[object, ...], tuple[Entry, ...]] = ((), ())
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._lay_out(file, session, look, where)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.scored.connect(self._on_scored)
        self.bridge.refused.connect(self._on_refused)
        self._found: FindPopup | None = None
        self._settled = False
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            # Not from a clock that runs already: a slow computer would do all at once, before anything is seen.
            self._painted = True
            QTimer.singleShot(SETTLE_MS, self, self.settle)

    def settle(self) -> None:
        """Bring what can wait until the first page is painted: findings, the period before this one, the find box."""
        if not self._settled:
            self._settled = True
            self._found = self.found
            self._on_scored()

    @property
    def found(self) -> FindPopup:
        """Return what opens under the find box."""
        if self._found is None:
            from iomsa_desktop.windows.find import FindPopup

            self._found = FindPopup(self.desk, self.header.finder, self)
        return self._found

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        return self._stack.front

    def go(self, place: Place) -> None:
        """Bring the page of a place to the front and lead to its field."""
        before = self.page
        if before is not None:
            before.flush()
        self.place = place
        # Before the page is made, which may ask the list what follows it.
        self._refresh_frame()
        page = self._stack.at(place)
        if page is not before:
            self._stack.bring(page)
        if self.desk.look.list_folded:
            self._list.setVisible(False)
        if place.field or page is not before:
            page.lead_to(place.field)
        focused = QApplication.focusWidget()
        if focused is None or not self._stack.isAncestorOf(focused):
            self._list.focus_current()

    def announce(self, text: str) -> None:
        """Say something to a screen reader."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_only(self, filter: str) -> None:
        """List what is open, flagged or not known."""
        self.found.show_only(filter)

    def go_next_open(self) -> None:
        """Go to the first open prompt after the one in front, from the top where there is none."""
        opened = open_prompts(self.desk.sheet, counted_standards(self.desk.framework))
        if not opened:
            self.status.say_changed("No prompt is open.", can_undo=False)
            return
        here = self.place.field.partition("/")[0]
        order = {each.id: place for place, each in enumerate(prompts(self.desk.framework))}
        later = [pair for pair in opened if order[pair[1].id] > order.get(here, -1)]
        standard, prompt = (later or opened)[0]
        self.go(Place(STANDARD, standard.id, prompt.id))

    def step(self, by: int) -> None:
        """Go to the next or the previous page of the task list."""
        self.go(self._list.after(listed(self.place), by).place)

    def flush(self) -> None:
        """Hand over what is still being typed, on every page."""
        self._stack.flush()

    @property
    def pending(self) -> tuple[str, ...]:
        """Return the names of the pages on which something was typed that is not stored."""
        return self._stack.pending

    def close_down(self) -> None:
        """Hand over what is being typed and stop listening; nothing is brought up to date later."""
        self._settled = True
        self.flush()
        self.bridge.close()

    def _lay_out(self, file: SchemeFile, session: Session, look: Look, where: str) -> None:
        tags = [("Practice scheme", "Made up, to try everything on")] if file.practice else []
        tags += [("Read-only", file.read_only_because)] if session.read_only else []
        tags += [("Temporary copy", NOTES[TEMPORARY])] if where == TEMPORARY else []
        self.header = Header(
            look,
            self._scheme_name(),
            session.sheet.period,
            [each.name for each in file.periods()],
            tags,
            self._marking(),
        )
        self.header.period_wanted.connect(self.period_wanted)
        self._list = TaskList(look, self.go)
        self.header.unfold.connect(lambda: self._list.setVisible(not self._list.isVisible()))
        self._stack = PageStack(self.desk, self._list.after)
        self.status = StatusLine(look)
        self.status.undo.connect(self.bridge.undo)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self._list.setVisible(not look.list_folded)
        self.status.say_saved(opened_words(file.read_only_because, where, self.desk.settings.problem))

    def _earlier(self) -> Earlier | None:
        if not self._settled and self.place.page != STANDARD:
            return None
        if self._earlier_known is None:
            self._earlier_known = (self._load_earlier(),)
        return self._earlier_known[0]

    def _load_earlier(self) -> Earlier | None:
        here = self.desk.sheet.period
        before = [each for each in self.desk.file.periods() if each.end < here.end]
        if not before:
            return None
        sheet: AnswerSheet = self.desk.file.sheet(before[-1].name)
        return Earlier(sheet, score(self.desk.file.framework(sheet.period.framework), sheet))

    def _findings(self) -> tuple[Finding, ...] | None:
        return self.bridge.findings if self._settled else self.bridge.found

    def _on_changed(self, change: ChangeSet) -> None:
        page = self.page
        if page is not None:
            page.on_change(change)
        said = f"{change.name}, taken back" if change.cause == UNDO else change.name
        self.status.say_saved(f"Saved {change.at[11:16]}")
        self.status.say_changed(f"{said}.", can_undo=change.cause != UNDO)

    def _on_scored(self) -> None:
        page = self.page
        if page is not None:
            page.on_scored()
        self._refresh_frame()

    def _on_refused(self, refusal: Refused) -> None:
        text = " ".join(sentence(problem.sentence) for problem in refusal.problems)
        self.status.say_saved("Not saved")
        self.status.say_changed(text, can_undo=False)
        self.announce(text)
        page = self.page
        if page is not None:
            page.on_shown()

    def _refresh_frame(self) -> None:
        desk, place = self.desk, listed(self.place)
        # Going from page to page changes nothing of this, and there may be thousands of files to count.
        rests_on = (desk.sheet, self.bridge.card, self._findings())
        if not self._listed[0] or not all(map(is_, rests_on, self._listed[0])):
            self._listed = (rests_on, entries(desk.framework, *rests_on, self.bridge.tally.files))
        self._list.show_entries(self._listed[1], place if place.page else Place(OVERVIEW))
        counted = [prompt for each in counted_standards(desk.framework) for prompt in each.prompts]
        progress = prompts_progress(desk.sheet, counted)
        self.status.say_progress(f"{progress.done} of {progress.of} prompts answered")
        self.header.scheme.setText(self._scheme_name())
        self.header.marking.show_text(self._marking())

    def _marking(self) -> str:
        return default_marking(self.desk.sheet, case_rows=False)

    def _scheme_name(self) -> str:
        name = self.desk.sheet.profile.get(self.desk.framework.roles.scheme_name)
        return name.value if name is not None and name.value else self.desk.file.path.stem


def listed(place: Place) -> Place:
    """Return the place of the task list under which a place stands."""
    return Place(LISTED[place.page]) if place.page in LISTED else place
