"""The page of the draw in every look and state: nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desktop.layout import slips
from tests.desktop.pages.draw_hands import LIST, ROWS, give, page_of

from iomsa.handover.draw_list import columns_of
from iomsa.handover.table import Table
from iomsa_desktop.pages.draw import DrawPage
from iomsa_desktop.pictures import SIZE, snap
from iomsa_desktop.program import Program
from iomsa_desktop.settings import DARK, LIGHT
from iomsa_desktop.windows.workspace import Workspace


def full(page: DrawPage) -> None:
    give(page, LIST)
    page.sure.wanted.show_code("number")
    page.sure._on_wanted("number")
    page.sure.counts["Free"].setValue(14)


def wrong(page: DrawPage) -> None:
    give(page, f"{LIST}\nN-001\tFlex\n{'x' * 60}\nAlex Example\tFixed\nN-900\n\tFixed\na\tb\tc")


def from_a_file(page: DrawPage) -> None:
    page.list.take_table(columns_of(Table((), tuple(ROWS), 1, "")), "A list with a rather long name, of all.xlsx")


def nothing_to_begin_with(page: DrawPage) -> None:
    give(page, LIST, " ")


@pytest.mark.parametrize(("theme", "scale"), [(LIGHT, 1.0), (DARK, 1.5), (LIGHT, 2.0)])
@pytest.mark.parametrize("state", [full, wrong, from_a_file, nothing_to_begin_with], ids=lambda each: each.__name__)
def test_nothing_is_cut_in_any_state(
    program: Program,
    new_scheme: Workspace,
    tmp_path: Path,
    state: Callable[[DrawPage], None],
    theme: str,
    scale: float,
) -> None:
    program.window.resize(SIZE)
    program.settings.theme, program.settings.scale = theme, scale
    program.relook()
    assert program.workspace is not None
    page = page_of(program.workspace)
    state(page)
    snap(program.window, tmp_path / "draw.png")
    assert slips(program.window) == []
    page.list.show_people(())
