"""The page of outcomes in every state, in every look: nothing cut, nothing on top of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.desktop.layout import slips
from tests.desktop.pages.outcomes_states import KEPT, keep_people, known_up_to, page_of, put, put_quarters, quarters_of

from iomsa.answers.people import Quarter
from iomsa_desktop.pages.outcomes import OutcomesPage
from iomsa_desktop.pictures import SIZE, snap
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, LIGHT
from iomsa_desktop.windows.workspace import Workspace

END = "2026-06-30"
LOOKS = [(LIGHT, 1.0), (LIGHT, 1.5), (DARK, 2.0)]


def dates_of_offences() -> Iterator[str]:
    day = date(2020, 1, 9)
    while day < date(2026, 6, 1):
        yield day.isoformat()
        day += timedelta(9 + day.toordinal() * 7919 % 60)


def very_few(workspace: Workspace) -> None:
    keep_people(workspace, 8)


def rising_exposure(workspace: Workspace) -> None:
    quarters = quarters_of(*range(40, 66))
    put_quarters(workspace, {first: each._replace(days_at_liberty=2000 + 150 * n) for n, (first, each) in
                             enumerate(quarters.items())})  # fmt: skip


def a_shift(workspace: Workspace) -> None:
    put_quarters(workspace, quarters_of(*[80, 84] * 6, 120, *[50, 52] * 5))


def a_line(workspace: Workspace) -> None:
    put_quarters(workspace, quarters_of(*[50, 52] * 4, start=2023))


def days_between(workspace: Workspace) -> None:
    put_quarters(workspace, quarters_of(*[2, 3] * 12))
    known_up_to(workspace, END, tuple(dates_of_offences()))


def no_quarters(workspace: Workspace) -> None:
    put_quarters(workspace, {"2024-01-01": Quarter(0, 0, 0)})


def no_end(workspace: Workspace) -> None:
    known_up_to(workspace, "")


def no_benchmark(workspace: Workspace) -> None:
    put(workspace, None, "benchmark")


def only_figures(workspace: Workspace) -> None:
    keep_people(workspace, 0)
    put(workspace, KEPT, "figures")


STATES = (very_few, rising_exposure, a_shift, a_line, days_between, no_quarters, no_end, no_benchmark, only_figures)


def unfold(page: OutcomesPage) -> None:
    """Show all that can be shown: every fold, and each chart as a table in the end."""
    for button in (page.proven.unfold, page.cost.kinds):
        if button.isVisible():
            button.click()
    for fold in (*page.claims.folds, *page.kept.folds):
        if fold.isVisible():
            fold.unfold()


def turn(page: OutcomesPage) -> None:
    for chart in (page.proven.in_2020, page.proven.in_all, page.time.chart, page.needs.chart, page.areas.chart):
        if chart.turn.isVisible():
            chart.turn.click()


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_cut_in_any_state(
    program: Program, practice: Workspace, tmp_path: Path, theme: str, scale: float
) -> None:
    program.window.resize(SIZE)
    program.settings.theme, program.settings.scale = theme, scale
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    found: list[str] = []

    def look(name: str) -> None:
        snap(program.window, tmp_path / f"{name}.png")
        found.extend(f"{name}: {slip}" for slip in slips(program.window))

    states: tuple[Callable[[Workspace], None], ...] = STATES
    for state in states:
        page = page_of(workspace)
        state(workspace)
        look(state.__name__)
        unfold(page)
        look(f"{state.__name__}, unfolded")
        turn(page)
        look(f"{state.__name__}, as tables")
        turn(page)
        workspace.bridge.undo()
    assert not found, "\n" + "\n".join(found)
