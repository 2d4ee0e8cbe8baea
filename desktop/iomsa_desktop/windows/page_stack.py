"""The pages of a workspace, one in front: made on their first visit, kept, dropped for another of their kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from iomsa_desktop.desk import CASES, CHECK, OF_CASE, OUTCOMES, PEOPLE, PERSON, PROFILE, STANDARD, Desk, Place
from iomsa_desktop.pages.page import Page
from iomsa_desktop.pages.registry import make_page
from iomsa_desktop.windows.entries import Entry

LEAD_ON = (PROFILE, STANDARD, OUTCOMES, CHECK)
"""The pages that are read to their end and lead on from there."""


class PageStack(QStackedWidget):
    """Hold pages by their place; `after` gives the entry of the task list that follows one."""

    def __init__(self, desk: Desk, after: Callable[[Place], Entry]) -> None:
        super().__init__()
        self._desk = desk
        self._after = after
        self._pages: dict[tuple[str, str], Page] = {}

    @property
    def front(self) -> Page | None:
        """Return the page in front."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def at(self, place: Place) -> Page:
        """Return the page of a place; for a file or a person that is gone, the page that lists the others."""
        if not self._is_there(*place[:2]):
            place = Place(PEOPLE if place.page == PERSON else CASES)
        key = (place.page, place.about)
        if key in self._pages and self._pages[key].stale:
            self._drop(place.page)
        if key not in self._pages:
            if place.page in (*OF_CASE, PERSON):
                self._drop(place.page)
            page = make_page(self._desk, place)
            if place.page in LEAD_ON:
                following = self._after(place)
                page.offer_next(following.name, following.place)
            self._pages[key] = page
        return self._pages[key]

    def bring(self, page: Page) -> None:
        """Bring a page to the front; it is brought up to date first, for what changes in sight is laid out again."""
        page.on_shown()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def flush(self) -> None:
        """Hand over what is still being typed, on every page."""
        for page in self._pages.values():
            page.flush()

    @property
    def pending(self) -> tuple[str, ...]:
        """Return the names of the pages on which something was typed that is not stored."""
        return tuple(page.name for key, page in self._pages.items() if page.pending and self._is_there(*key))

    def _drop(self, kind: str) -> None:
        for key in [each for each in self._pages if each[0] == kind]:
            page = self._pages[key]
            page.flush()
            # What was typed and could not be stored stays, to be mended or asked about.
            if not page.pending or not self._is_there(*key):
                del self._pages[key]
                self.removeWidget(page)
                page.deleteLater()

    def _is_there(self, page: str, about: str) -> bool:
        sheet = self._desk.sheet
        return about in sheet.cases if page in OF_CASE else page != PERSON or about in sheet.people
