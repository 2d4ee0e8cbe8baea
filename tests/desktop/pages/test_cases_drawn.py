"""The case review of files that were drawn: what it says of the draw, replacing, and the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.layout import slips
from tests.forms.session.drawn import SEED, THREE, people

from iomsa.answers.review import Draw, Replaced
from iomsa.answers.sheet import Address
from iomsa.outcomes.reviewed_twice import AGREED, DIFFERS, DONE, TO_COME, Twice
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.drawing import draw_edits, plan_draw
from iomsa.session.replacing import REASONS, next_of
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import CASES, DRAW, Desk, Place
from iomsa_desktop.dialogs import merge_case_sheets
from iomsa_desktop.dialogs.replace_case import ReplaceCaseDialog
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.cases_files import MEASURED
from iomsa_desktop.pages.cases_words import about_words
from iomsa_desktop.pictures import snap
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace


def page_of(workspace: Workspace) -> CasesPage:
    workspace.go(Place(CASES))
    page = workspace.page
    assert isinstance(page, CasesPage)
    return page


def draw(desk: Desk, listed: tuple[tuple[str, str], ...] = THREE, number: int = 24) -> None:
    plan = plan_draw(listed, SEED, number=number)
    desk.bridge.change("drawn", draw_edits(desk.framework, desk.sheet, plan, desk.stamp()))


@pytest.fixture
def page(new_scheme: Workspace, qtbot: QtBot) -> CasesPage:
    """The case review of 24 files drawn from 71."""
    draw(new_scheme.desk)
    page = page_of(new_scheme)
    with qtbot.waitActive(page.window(), timeout=20_000):
        page.window().activateWindow()
    return page


TWICE = Twice({}, {})
DRAWN = Draw("48213", "2026-01-12", (("", 71, 24),))


def ten(*states: str) -> Twice:
    given = (*states, *[TO_COME] * 10)[:10]
    return Twice({f"N-{place:03}": state for place, state in enumerate(given)}, {})


@pytest.mark.parametrize(
    ("drawn", "reviewed", "of", "twice", "said"),
    [
        (None, 0, 0, TWICE, ""),
        (None, 0, 2, TWICE, "2 files on the list. 0 reviewed, 2 to go."),
        (
            DRAWN,
            18,
            24,
            ten(),
            (
                "24 files drawn at random from 71 on 12 January (seed 48213). 18 reviewed, 6 to go, "
                "10 to be reviewed twice."
            ),
        ),
        (DRAWN, 24, 24, ten(DONE, DIFFERS), "All reviewed, 2 of 10 reviewed twice."),
        (DRAWN, 24, 24, ten(*[DONE] * 8, AGREED, DIFFERS), "All reviewed, 10 of them twice."),
        (None, 1, 1, TWICE, "1 file on the list. All reviewed."),
    ],
)
def test_the_line_under_the_title(drawn: Draw | None, reviewed: int, of: int, twice: Twice, said: str) -> None:
    assert about_words(drawn, reviewed, of, twice).endswith(said)


def test_the_page_says_how_the_files_were_drawn(page: CasesPage) -> None:
    assert page.about.text().startswith("24 files drawn at random from 71 on ")
    assert page.about.text().endswith("(seed 48213). 0 reviewed, 24 to go, 10 to be reviewed twice.")
    assert page.files._replace.isVisible()
    assert not page.files.replaced.isVisible()


def test_an_empty_page_leads_to_the_draw(new_scheme: Workspace, qtbot: QtBot) -> None:
    page = page_of(new_scheme)
    Hands(qtbot).press(page.empty, "Draw the files")
    assert new_scheme.place == Place(DRAW)


def test_files_are_added_by_hand_only_where_none_was_drawn(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    assert [add.isVisible() for add in page._adds] == [True, False]
    draw(new_scheme.desk, people({"": 1}), 1)
    dialog = ReplaceCaseDialog(new_scheme.desk, "N-001", page)
    dialog.why.show_code(REASONS[0])
    dialog.why.activated.emit(1)
    dialog.replace.click()
    dialog.deleteLater()
    assert new_scheme.desk.sheet.cases == {}
    assert page.empty.isVisible()
    assert not any(add.isVisible() for add in page._adds)


def test_a_drawn_file_is_replaced_and_named_with_its_reason(page: CasesPage, qtbot: QtBot) -> None:
    desk, hands = page.desk, Hands(qtbot)
    page.files.table.focus()
    ref = page.files.table.chosen
    following = next_of(desk.sheet, ref)
    answer = edits.case_answer(desk.sheet, ref, "C1", desk.stamp(), choice="yes")
    desk.bridge.change("answered", answer)

    def replace(dialog: QDialog) -> None:
        assert isinstance(dialog, ReplaceCaseDialog)
        assert dialog.which.code == ref
        group = dict(THREE)[ref]
        assert dialog.says.text() == f"{following} takes its place, the next of {group}."
        assert dialog.loses.text() == f"1 answer of {ref} goes. Undo brings them back."
        assert not dialog.replace.isEnabled()
        assert dialog.why.hasFocus()
        hands.key(Qt.Key.Key_Down)
        assert dialog.reason == REASONS[0]
        dialog.why.activated.emit(1)
        hands.press(dialog, f"Replace {ref}")

    hands.in_dialog(lambda: qtbot.keyClick(page.files.table, Qt.Key.Key_Delete), replace)
    assert list(desk.sheet.replaced) == [ref]
    assert desk.session.undo_name == f"{ref} replaced by {following}"
    said = f"1 replaced: {ref} by {following}, the file can't be found."
    assert page.files.replaced.text() == said
    assert page.files.model.ref(0) == following
    desk.bridge.undo()
    assert desk.sheet.cases[ref].answers["C1"].choice == "yes"
    assert not page.files.replaced.isVisible()


def test_the_button_asks_which_file_where_none_is_chosen(page: CasesPage, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    page.files.table.clearSelection()
    refs = list(page.desk.sheet.cases)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ReplaceCaseDialog)
        assert dialog.says.text() == "Choose the file."
        assert [dialog.which.itemData(place) for place in range(1, dialog.which.count())] == refs
        dialog.which.show_code(refs[3])
        dialog.which.activated.emit(4)
        dialog.why.show_code("other")
        dialog.why.activated.emit(5)
        assert dialog.other.hasFocus()
        hands.type("X123456 is on  paper")
        assert "probation case reference" in dialog._hint.text()
        assert dialog.replace.isEnabled()
        hands.key(Qt.Key.Key_Return)

    hands.in_dialog(lambda: hands.press(page, "Draw a replacement"), choose)
    assert page.desk.sheet.replaced[refs[3]].reason == "X123456 is on paper"


def test_a_group_that_is_used_up_says_so(new_scheme: Workspace, qtbot: QtBot) -> None:
    draw(new_scheme.desk, people({"a": 30, "b": 1}), 12)
    dialog = ReplaceCaseDialog(new_scheme.desk, "N-031")
    qtbot.addWidget(dialog)
    assert dialog.says.text() == "All files of b are drawn; nothing takes its place."
    dialog.why.show_code(REASONS[1])
    dialog.why.activated.emit(2)
    dialog.replace.click()
    assert new_scheme.desk.sheet.replaced["N-031"].replacement == ""
    assert new_scheme.desk.session.undo_name == "N-031 replaced"
    draw(new_scheme.desk, people({"": 3}), 3)
    whole = ReplaceCaseDialog(new_scheme.desk, "N-001")
    qtbot.addWidget(whole)
    assert whole.says.text() == "Every file of the list is drawn; nothing takes its place."


def test_a_reason_that_is_too_long_is_said_and_nothing_is_replaced(page: CasesPage, qtbot: QtBot) -> None:
    dialog = ReplaceCaseDialog(page.desk, next(iter(page.desk.sheet.cases)))
    qtbot.addWidget(dialog)
    dialog.why.show_code("other")
    dialog.other.setText("x" * 201)
    dialog.replace.click()
    assert dialog.says.text() == "The reason is too long; 200 characters are the most."
    assert page.desk.sheet.replaced == {}


def test_many_replaced_files_are_counted(page: CasesPage) -> None:
    gone = tuple(Edit(Address("replaced", f"R-{n}"), None, Replaced("", "", "Gone")) for n in range(8))
    page.desk.bridge.change("many", gone)
    assert page.files.replaced.text().startswith("8 replaced: R-0 by nothing, its group is used up, gone; R-1")
    assert page.files.replaced.text().endswith("and 2 more.")


def test_the_menu_adds_by_hand_only_what_no_draw_decides(new_scheme: Workspace) -> None:
    page = page_of(new_scheme)
    page.add_files(("N-001",))
    more = page.files.more
    assert [action.isEnabled() for action in (more.add, more.draw, more.send, more.merge)] == [True] * 4
    assert more.draw.text() == "Draw the files..."
    assert not page.files._replace.isVisible()
    draw(new_scheme.desk)
    assert not more.add.isEnabled()
    assert more.add.toolTip().startswith("Files were drawn, so none is added by hand.")
    assert more.draw.text() == "Draw again..."
    drawn = new_scheme.desk.sheet.draw
    assert drawn is not None
    new_scheme.bridge.change("list gone", (Edit(Address("draw"), drawn, drawn._replace(people=())),))
    assert more.add.isEnabled()
    assert not page.files._replace.isVisible()


def test_the_menu_sends_merges_and_leads_on(
    page: CasesPage, new_scheme: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(merge_case_sheets, "send_case_sheet", lambda *_: asked.append("send"))
    monkeypatch.setattr(merge_case_sheets, "merge_case_sheets", lambda *_: asked.append("merge"))
    page.files.more.send.trigger()
    page.files.more.merge.trigger()
    assert asked == ["send", "merge"]
    assert page.files.more.menu().actions()[1] is page.files.more.draw
    page.files.more.draw.trigger()
    assert new_scheme.place == Place(DRAW)


def test_a_file_that_can_only_be_read_offers_no_change(program: Program, page: CasesPage) -> None:
    path = page.desk.file.path
    program.window.asked.emit("close")
    with SchemeFile.open(path, clock=lambda: "2026-11-22T10:00:00", who=lambda: "Somebody else"):
        program.open(path)
        assert program.workspace is not None
        files = page_of(program.workspace).files
        more = files.more
        assert [action.isEnabled() for action in (more.add, more.draw, more.send, more.merge)] == [
            False,
            False,
            True,
            False,
        ]
        assert more.merge.toolTip() == "This file is open to read only."
        assert not files._replace.isEnabled()
        assert not files.links.remove.isVisible()
        files.table.focus()
        files._on_remove()


def test_the_state_of_a_late_file_is_seen_whole(practice: Workspace) -> None:
    files = page_of(practice).files
    states = [files.model.index(row, files.model.state_column).data() for row in range(files.model.rowCount())]
    late = states.index("2nd review differs")
    assert late > MEASURED
    needed = files.table.itemDelegate().sizeHint(
        QStyleOptionViewItem(), files.model.index(late, files.model.state_column)
    )
    assert files.table.columnWidth(files.model.state_column) >= needed.width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_dialog_fits_its_words(
    new_scheme: Workspace, program: Program, qtbot: QtBot, tmp_path: Path, scale: float
) -> None:
    program.settings.scale = scale
    program.relook()
    assert program.workspace is not None
    draw(program.workspace.desk)
    dialog = ReplaceCaseDialog(program.workspace.desk, next(iter(program.workspace.desk.sheet.cases)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.why.show_code("other")
    dialog.other.setText("A1234BC was archived and is kept on paper in another county")
    snap(dialog, tmp_path / "dialog.png")
    assert slips(dialog) == []
