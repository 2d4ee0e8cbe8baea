"""The end of the program under an open preview: the preview closes first, and nothing of it is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from tests.desktop.hands import page_at
from tests.desktop.modal import visiting

from iomsa_desktop.desk import PEOPLE, Place
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.pages.people import PeoplePage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

End = Callable[[QApplication, Program], object]


@pytest.mark.parametrize(
    "end",
    [lambda app, _: app.closeAllWindows(), lambda _, program: program.window.close()],
    ids=["quit", "close"],
)
def test_a_preview_closes_before_the_file_does(
    end: End, new_scheme: Workspace, program: Program, qapp: QApplication
) -> None:
    page = page_at(new_scheme, Place(PEOPLE), PeoplePage)
    QGuiApplication.clipboard().setText("Q1 2024\t12\t4,000\t50\n")
    order: list[str] = []

    def end_session(dialog: QWidget) -> None:
        assert isinstance(dialog, ImportPreviewDialog)
        dialog.finished.connect(lambda _: order.append("preview" if program.file is not None else "too late"))
        end(qapp, program)
        order.append("open" if dialog.isVisible() else "closed")

    with visiting(end_session):
        page.quarters.paste()
    assert order == ["preview", "closed"]
    assert program.file is None
    assert not program.window.isVisible()
    assert new_scheme.desk.session.undo_name == ""
