"""The forms of a case file that is only read: the answers are there, look it, and say why they can't be changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.pages.twice import list_files, review_again

from iomsa.answers.sheet import CaseAnswer
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import AGREE, CASE, SECOND, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.segments import Segment
from iomsa_desktop.pages.agree import AgreePage
from iomsa_desktop.pages.case_form_page import ReviewForm
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


@pytest.mark.parametrize("page", [CASE, SECOND, AGREE])
def test_it_says_so_and_offers_no_key(program: Program, new_scheme: Workspace, qtbot: QtBot, page: str) -> None:
    ref, other = list_files(new_scheme, 2)
    review_again(new_scheme, [ref, other], {"A1": CaseAnswer("no")})
    path = new_scheme.desk.file.path
    program.window.asked.emit("close")
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=lambda: "Somebody else"):
        program.open(path)
        workspace = program.workspace
        assert workspace is not None
        workspace.go(Place(page, ref))
        shown = workspace.page
        assert isinstance(shown, ReviewForm | AgreePage)
        said = [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]
        assert any(each.startswith("The answers can be read here, and not changed. Somebody else") for each in said)
        assert not any(each.startswith("Keys:") for each in said)
        assert not any(each.text() == f"Agree on {other}" for each in shown.findChildren(Button) if each.isVisible())
        control = shown.rows["A1"].control
        before = control.code
        qtbot.mouseClick(control.buttons[1], Qt.MouseButton.LeftButton)
        assert (control.code, control.isEnabled()) == (before, False)


@pytest.mark.parametrize("enabled", [True, False])
def test_an_answer_that_can_not_be_changed_has_no_accent(new_scheme: Workspace, enabled: bool) -> None:
    (ref,) = list_files(new_scheme, 1, agency="police")
    new_scheme.go(Place(CASE, ref))
    page = new_scheme.page
    assert isinstance(page, ReviewForm)
    control, theme = page.rows["A1"].control, page.look.theme
    control.setEnabled(enabled)
    grounds = {ground(button) for button in control.buttons}
    assert (theme.accent.name() in grounds) == enabled
    assert (theme.tint.name() in grounds) != enabled


def ground(button: Segment) -> str:
    """Return the colour inside a button, near its lower edge, where no word stands."""
    picture = button.grab().toImage()
    return QColor(picture.pixelColor(picture.width() // 2, picture.height() - 4)).name()
