"""The card of a stage in every look: each stage and theme fits the page, at any text size and on an old screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from tests.desktop.hands import page_at
from tests.desktop.layout import slips

from iomsa_desktop.desk import CASES, Place
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pictures import SIZE, snap
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

OLD_SCREEN = QSize(1024, 720)


@pytest.mark.parametrize(
    ("room", "scale"), [(SIZE, 1.0), (SIZE, 1.5), (SIZE, 2.0), (OLD_SCREEN, 1.0), (OLD_SCREEN, 1.5), (OLD_SCREEN, 2.0)]
)
def test_every_stage_and_theme_fits(
    program: Program, practice: Workspace, tmp_path: Path, room: QSize, scale: float
) -> None:
    program.window.resize(room)
    program.settings.scale = scale
    program.relook()
    workspace = program.workspace
    assert workspace is not None
    page = page_at(workspace, Place(CASES), CasesPage)
    review, found = workspace.desk.framework.case_review, list[str]()

    def look(name: str) -> None:
        snap(program.window, tmp_path / f"{name}.png")
        found.extend(f"{name}: {slip}" for slip in slips(program.window))

    for stage in review.stages:
        page.stage.show_stage(stage)
        look(stage.title)
    for theme in review.themes:
        page.stage.show_theme(theme)
        look(theme.title)
    assert not found, "\n" + "\n".join(found)
