"""Take pictures of every page, for the self-check, the documents and the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from iomsa_desktop.desk import (
    AGREE,
    CASE,
    CASES,
    CHECK,
    DRAW,
    OUTCOMES,
    OVERVIEW,
    PEOPLE,
    PERSON,
    PROFILE,
    RETURN,
    SECOND,
    STANDARD,
    Place,
)
from iomsa_desktop.windows.workspace import Workspace

SIZE = QSize(1280, 800)
DEPTH = 10
"""So often a layout inside a layout may ask for room again before all of them rest."""


def places(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    """Walk every page of the open period with a name for its picture."""
    desk = workspace.desk
    yield "overview", Place(OVERVIEW)
    yield "profile", Place(PROFILE)
    for standard in desk.framework.standards:
        if standard.prompts:
            yield f"standard-{standard.id}", Place(STANDARD, standard.id)
    yield "cases", Place(CASES)
    yield "draw", Place(DRAW)
    first = next(iter(desk.sheet.cases), None)
    if first is not None:
        yield "case", Place(CASE, first)
    twice = next((ref for ref, case in desk.sheet.cases.items() if case.second), None)
    if twice is not None:
        yield "second", Place(SECOND, twice)
        yield "agree", Place(AGREE, twice)
    yield "outcomes", Place(OUTCOMES)
    yield "people", Place(PEOPLE)
    person = next(iter(desk.sheet.people), None)
    if person is not None:
        yield "person", Place(PERSON, person)
    yield "check", Place(CHECK)
    yield "return", Place(RETURN)


def take_pictures(workspace: Workspace, folder: Path, behind: str = "", only: tuple[str, ...] = ()) -> list[Path]:
    """Grab the pages into PNG files named `<page><behind>.png`; return their paths."""
    workspace.window().resize(SIZE)
    workspace.settle()
    taken = []
    for name, place in places(workspace):
        if not only or name in only:
            workspace.go(place)
            # What is worked out in the background comes back with the events that `snap` sends.
            workspace.desk.tasks.wait()
            taken.append(snap(workspace.window(), folder / f"{name}{behind}.png"))
    return taken


def snap(window: QWidget, path: Path) -> Path:
    """Grab a window as it stands."""
    for _ in range(DEPTH):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.grab().save(str(path))
    return path
