"""What every page is given: the open period, the look, and the few things that a page may ask for."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import Finding
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard
from iomsa.session.session import Session
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.bridge import Bridge
from iomsa_desktop.look import Look
from iomsa_desktop.settings import Settings
from iomsa_desktop.tasks import Tasks

if TYPE_CHECKING:
    from iomsa.session.edits import Stamp

OVERVIEW, PROFILE, STANDARD, CASES, CASE, CHECK, RETURN = (
    "overview",
    "profile",
    "standard",
    "cases",
    "case",
    "check",
    "return",
)
DRAW, SECOND, AGREE, OUTCOMES, PEOPLE, PERSON = "draw", "second", "agree", "outcomes", "people", "person"
FIRST = "first"
"""The page of a case file as CASE is, without asking whoever is to review it again before it shows the answers."""
OF_CASE = (CASE, FIRST, SECOND, AGREE)
"""The pages that are about one case file; PERSON is about one person."""
LISTED = {**dict.fromkeys((DRAW, *OF_CASE), CASES), PEOPLE: OUTCOMES, PERSON: OUTCOMES}
"""The page of the task list that stands for a page which has no entry of its own."""


class Place(NamedTuple):
    """Name a page, what it is about (a standard's id, a case's reference) and the field to lead to."""

    page: str
    about: str = ""
    field: str = ""


class Earlier(NamedTuple):
    """Hold the period before this one, for what was said and rated then."""

    sheet: AnswerSheet
    card: Scorecard


class Desk(NamedTuple):
    """Give a page all it may use; `go` leads to a place, `announce` tells a screen reader, `earlier` is last period.

    `ask` asks for a command of the menus by its name, once this page has done what it is doing.

    `findings` are what the check finds now; `earlier` and they may be None until the first page is painted.
    """

    file: SchemeFile
    session: Session
    bridge: Bridge
    look: Look
    settings: Settings
    tasks: Tasks
    go: Callable[[Place], None]
    announce: Callable[[str], None]
    earlier: Callable[[], Earlier | None]
    findings: Callable[[], tuple[Finding, ...] | None]
    ask: Callable[[str], None]

    @property
    def framework(self) -> Framework:
        """Return the framework of the open period."""
        return self.session.framework

    @property
    def sheet(self) -> AnswerSheet:
        """Return what is answered now."""
        return self.session.sheet

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self.session.read_only

    def stamp(self) -> "Stamp":
        """Return who changes something now, and when."""
        # Nothing is changed before the first page is painted.
        from iomsa.session.edits import Stamp

        return Stamp(*self.session.stamp())
