"""What tests of the form of a file share: a new file, what is given and noted in it, and its head by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import focused, page_at, press

from iomsa.answers.sheet import CaseAnswer
from iomsa_desktop.desk import CASE, CASES, Place
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.second_form import SecondFormPage
from iomsa_desktop.windows.workspace import Workspace

LEFT_TO_THE_OFFER = ("reviewing-agency", "date")


def first_form(workspace: Workspace) -> CaseFormPage:
    """Put two new files on the list and return the form of the first."""
    page_at(workspace, Place(CASES), CasesPage).add_files(("N-001", "N-002"))
    return form_of(workspace, "N-001")


def form_of(workspace: Workspace, ref: str, field: str = "") -> CaseFormPage:
    return page_at(workspace, Place(CASE, ref, field), CaseFormPage)


def answer(form: CaseFormPage, id: str) -> CaseAnswer:
    return form.desk.sheet.cases[form.ref].answers.get(id) or CaseAnswer()


def noted(form: CaseFormPage) -> dict[str, str]:
    return dict(form.desk.sheet.cases[form.ref].header.about)


def in_question(form: CaseFormPage | SecondFormPage) -> str:
    """Return the question that has the focus, empty where none has."""
    return next((id for id, row in form.rows.items() if row.isAncestorOf(focused())), "")


def fill_head(form: CaseFormPage, qtbot: QtBot) -> int:
    """Note everything about a file: lists by a letter, the rest by Space, agency and day by what is offered."""
    pressed = 0
    while form.about.isAncestorOf(focused()):
        field = next((id for id, each in form.about.fields.items() if each.isAncestorOf(focused())), "")
        where = focused()
        if field == "months":
            pressed += press(qtbot, "1", "4")
        elif field not in LEFT_TO_THE_OFFER:
            pressed += press(qtbot, where.itemText(1)[0] if isinstance(where, Pick) else Qt.Key.Key_Space)
        if field:
            pressed += press(qtbot, Qt.Key.Key_Tab)
    return pressed
