"""The main job from the first prompt to the verified return, done at the screen as a person does it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from tests.desktop.hands import Hands, page_at

from iomsa.answers.sheet import NO, NOT_APPLICABLE, NOT_KNOWN
from iomsa.cli import main as verb
from iomsa.framework.model import Field, ProfileItem, Prompt
from iomsa_desktop.desk import CASE, CASES, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.dialogs.add_cases import AddCasesDialog
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.kit.pick import Pick
from iomsa_desktop.pages.case_form import CaseFormPage
from iomsa_desktop.pages.case_form_question import AnswerRow
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.profile import ProfilePage
from iomsa_desktop.pages.return_page import ReturnPage
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

FILES = 20
LEVELS = "0123"
TYPED = {
    "scheme.name": "Eastmoor IOM scheme",
    "period.census": "31/03/2026",
    "disagreement": "None. Both agreed each rating.",
    "cohort.total": "42",
    "cohort.fixed": "20",
    "cohort.flex": "12",
    "cohort.free": "10",
    "cohort.supervised": "30",
    "cohort.not-supervised": "12",
    "cohort.community": "25",
    "cohort.custody": "17",
    "cohort.red": "12",
    "cohort.amber": "20",
    "cohort.green": "10",
    "cohort.joined": "9",
    "cohort.left": "7",
    "staff.police": "4.5",
    "staff.probation": "3",
    "board.meetings": "4",
}


def test_from_the_first_prompt_to_the_verified_return(
    new_scheme: Workspace, program: Program, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands(qtbot)
    answer_prompts(new_scheme, hands)
    fill_profile(new_scheme, hands)
    review_files(new_scheme, hands)
    sheet = new_scheme.desk.sheet
    assert len([each for each in sheet.answers.values() if each.choice is not None]) == 116
    assert len([each for each in sheet.cases.values() if len(each.answers) == 29]) == FILES
    book = write_return(new_scheme, hands, qtbot)
    program.close_file()
    capsys.readouterr()
    assert verb(["score", str(tmp_path / "fresh.iomsa"), "--json"]) == 0
    scored = json.loads(capsys.readouterr().out)
    assert scored["complete"] is True
    returned = returned_levels(book)
    assert returned.pop("outcomes") == (None, "", None, None, None)
    assert returned == scored_levels(scored)
    assert verb(["verify", str(book), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["whole"] is True


def answer_prompts(workspace: Workspace, hands: Hands) -> None:
    """Answer every prompt: one by its key, the next with the mouse; every eighth gets a note and evidence."""
    place = 0
    for standard in workspace.desk.framework.standards:
        for prompt in standard.prompts:
            workspace.go(Place(STANDARD, standard.id, prompt.id))
            answer_one(workspace, hands, prompt, place)
            place += 1
    answers = workspace.desk.sheet.answers
    assert {each.choice for each in answers.values()} == {*LEVELS, NOT_KNOWN, NOT_APPLICABLE}
    assert answers["1.3.2"].reason == "Nothing was changed this year"
    assert answers["1.1.1"].note == "Seen at the board"
    assert answers["1.1.1"].evidence_items == ("Minutes of March", "The plan")
    assert answers["1.1.1"].flag


def answer_one(workspace: Workspace, hands: Hands, prompt: Prompt, place: int) -> None:
    page = workspace.page
    assert page is not None
    field = next(each for each in page.findChildren(PromptField) if each.prompt == prompt)
    level = LEVELS[3 - place * 5 // 7 % 3]
    if prompt.id == "1.3.2":
        hands.type("n")
        hands.type("Nothing was changed this year")
    elif place % 29 == 28:
        hands.type("k")
    elif place % 31 == 30:
        hands.type("0")
    elif place % 2:
        hands.choose(field.control, level)
    else:
        hands.type(level)
    if place % 8 == 0:
        hands.type("f")
        hands.key(Qt.Key.Key_Return)
        hands.type("Seen at the board")
        hands.key(Qt.Key.Key_Tab)
        assert hands.focused is field.evidence
        hands.type("Minutes of March")
        hands.key(Qt.Key.Key_Return)
        hands.type("The plan")


def fill_profile(workspace: Workspace, hands: Hands) -> None:
    """Fill every field of the required items; the fields that may stay empty do."""
    for item in workspace.desk.framework.profile:
        if item.need == "required":
            for field in item.fields:
                if not field.optional:
                    fill_field(workspace, hands, item, field)
    profile = workspace.desk.sheet.profile
    assert profile["period.census"].value == "2026-03-31"
    assert profile["staff.police"].value == "4.5"
    assert profile["agreed.police.role"].not_known


def fill_field(workspace: Workspace, hands: Hands, item: ProfileItem, field: Field) -> None:
    page = page_at(workspace, Place(PROFILE, "", field.id), ProfilePage)
    if field.id == "agreed.police.role":
        hands.press(page, f"{item.label}: {field.label}: Not known")
    elif field.kind == "choice":
        hands.key(Qt.Key.Key_Down)
    else:
        stored = workspace.desk.sheet.profile.get(field.id)
        hands.key(Qt.Key.Key_End)
        hands.key(Qt.Key.Key_Backspace, len(stored.value) if stored else 0)
        hands.type(TYPED.get(field.id, "02/04/2026" if field.kind == "date" else "Sam Sample"))
        hands.key(Qt.Key.Key_Tab)
    assert field.id in workspace.desk.sheet.profile, field.id


def review_files(workspace: Workspace, hands: Hands) -> None:
    """Put files on the list through the dialog, then review one after the other with the keys."""
    page = page_at(workspace, Place(CASES), CasesPage)

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, AddCasesDialog)
        for number in range(FILES):
            hands.type(f"N-{number + 1:03}")
            hands.key(Qt.Key.Key_Return)
        hands.click(dialog.add)

    hands.in_dialog(lambda: hands.press(page, "Add files"), add)
    assert list(workspace.desk.sheet.cases) == [f"N-{number + 1:03}" for number in range(FILES)]
    hands.press(page, "Review next file")
    for number in range(FILES):
        form = workspace.page
        assert isinstance(form, CaseFormPage)
        assert workspace.place == Place(CASE, f"N-{number + 1:03}")
        review(hands, form, number)
        assert "All 29 answered: this file is reviewed" in [label.text() for label in form.findChildren(QLabel)]
        if number + 1 < FILES:
            hands.press(form, "Next file")


def review(hands: Hands, form: CaseFormPage, number: int) -> None:
    """Say what the file is about, then answer each question by its key; each No gets its reason."""
    hands.key(Qt.Key.Key_Down, 1 + number % 2)
    rows = list(form.rows.values())
    hands.click(rows[0].control.buttons[0])
    for place, row in enumerate(rows):
        assert row.isAncestorOf(hands.focused), f"{hands.focused.accessibleName()} instead of {row.question.id}"
        hands.type("yn"[(place + number) % 7 == 0] if (place * number) % 11 != 10 else "x")
        if row.question.summary and row.control.code == NO:
            give_reason(hands, row, number)


def give_reason(hands: Hands, row: AnswerRow, number: int) -> None:
    assert isinstance(hands.focused, Pick)
    hands.key(Qt.Key.Key_Down, 1 + number % 3)
    hands.key(Qt.Key.Key_Tab)
    if number % 5 == 0:
        hands.type("Seen late")
    hands.key(Qt.Key.Key_Tab)


def write_return(workspace: Workspace, hands: Hands, qtbot: QtBot) -> Path:
    page = page_at(workspace, Place(RETURN), ReturnPage)
    assert page.setup.write.isEnabled(), [each.sentence for each in workspace.bridge.findings if each.weight == "stops"]
    hands.click(page.setup.write)
    qtbot.waitUntil(lambda: page.result is not None and not page.busy, timeout=60_000)
    assert page.isAncestorOf(hands.focused)
    (book,) = page.setup.folder.glob("*.xlsx")
    return book


FIGURES = ("points", "n", "percent")
Level = tuple[str | int | None, ...]


def scored_levels(scored: dict[str, Any]) -> dict[str, Level]:
    """Return rating, range, points, n and percent of each level, as the command line gives them."""
    levels = {
        "overall": scored["overall"],
        "organisation": scored["organisation"],
        "people": scored["work_with_people"],
    }
    for standard in scored["standards"]:
        levels[standard["id"]] = standard
        levels |= {question["id"]: question for question in standard["questions"]}
    return {
        id: (
            level["rating"],
            " to ".join(level["range"] or ()),
            *(level.get(key) for key in FIGURES),
        )
        for id, level in levels.items()
    }


def returned_levels(book: Path) -> dict[str, Level]:
    """Return the same from the workbook's sheet of ratings."""
    head, *rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("Ratings").to_python()
    records = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return {
        str(row["id"] or row["level"]): (
            str(row["self_rating"]) or None,
            str(row["range"]),
            *(None if row[key] == "" else int(float(str(row[key]))) for key in FIGURES),
        )
        for row in records
    }
