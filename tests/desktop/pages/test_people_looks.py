"""The tables of the people's page as they look: figures apart from the words behind them, no word about what isn't."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.desktop.hands import page_at, said

from iomsa_desktop.desk import PEOPLE, Place
from iomsa_desktop.kit.flat_table import BEHIND_FIGURES, FlatTable, behind_figures
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def parted(table: FlatTable) -> list[str]:
    """Return the headings that have air behind them."""
    model = table.model()
    found = [each for each in range(model.columnCount()) if behind_figures(model, each) == BEHIND_FIGURES]
    return [str(model.headerData(each, Qt.Orientation.Horizontal)) for each in found]


def test_only_figures_before_words_have_air_behind_them(practice: Workspace) -> None:
    page = page_at(practice, Place(PEOPLE), PeoplePage)
    assert parted(page.people.table) == ["Offences after"]
    assert parted(page.quarters.table) == ["Per 1,000 days"]


def test_an_empty_list_names_no_columns_that_are_out_of_view(new_scheme: Workspace) -> None:
    page = page_at(new_scheme, Place(PEOPLE), PeoplePage)
    new_scheme.window().resize(800, 600)
    new_scheme.settle()
    assert "Not in view" not in said(page)


@pytest.mark.usefixtures("new_scheme")
def test_neither_does_an_empty_list_where_the_text_is_large(program: Program) -> None:
    program.window.resize(1280, 800)
    program.settings.scale = 2.0
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    page = page_at(workspace, Place(PEOPLE), PeoplePage)
    workspace.settle()
    assert page.quarters.table.narrow_words
    assert "Not in view" not in said(page)
