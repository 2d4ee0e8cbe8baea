"""The card of the second reviews: how far they are, what is next, and agreement that is honest with few files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.twice import list_files, review_again, told

from iomsa.answers.sheet import CaseAnswer
from iomsa.outcomes.agreement import Figure
from iomsa.session import edits
from iomsa_desktop.charts.agreement import AgreementBar
from iomsa_desktop.charts.rows_table import RowsTable
from iomsa_desktop.desk import AGREE, SECOND, Place
from iomsa_desktop.kit.flat_table import FlatTable
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.pages.agreement_card import AgreementCard
from iomsa_desktop.pages.agreement_words import two_places, with_interval
from iomsa_desktop.windows.workspace import Workspace

NO = {"A1": CaseAnswer("no")}


@pytest.fixture
def card(new_scheme: Workspace) -> AgreementCard:
    return placed(new_scheme)


def placed(workspace: Workspace) -> AgreementCard:
    """Lay a card over the page in front."""
    card = AgreementCard(workspace.desk)
    assert card.isHidden()
    card.setParent(workspace)
    card.resize(1000, 700)
    card.refresh()
    return card


def steps(card: AgreementCard) -> list[str]:
    return [each.text() for each in (card.agree, card.second) if not each.isHidden()]


def test_it_is_hidden_while_no_file_is_listed(card: AgreementCard, new_scheme: Workspace) -> None:
    assert card.isHidden()
    list_files(new_scheme, 3)
    card.refresh()
    assert not card.isHidden()


def test_none_begun(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    card.refresh()
    assert card.how_far.text() == "10 of 24 files are to be reviewed twice. No second review is begun yet."
    assert card.finding.text().startswith("Somebody of the other agency judges each of them again")
    assert steps(card) == [f"Second review of {chosen[0]}"]
    assert [each.head.text() for each in card.findChildren(Fold)] == ["Show which files are reviewed twice"]
    assert card.meaning.isHidden()


def test_too_few_to_measure(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen[:5])
    review_again(new_scheme, chosen[5:6], NO)
    desk = new_scheme.desk
    from iomsa.session.second_review import second_answer

    begun = second_answer(desk.framework, desk.sheet, chosen[8], "C1", desk.stamp(), choice="yes")
    desk.bridge.change("Begun", begun)
    card.refresh()
    assert card.how_far.text() == "10 of 24 files are to be reviewed twice: 5 done, 1 differs, 1 begun, 3 to come."
    assert card.finding.text() == (
        "Too few to measure: 6 files reviewed twice, 10 are needed. "
        "So far both gave the same answer to 173 of 174 questions."
    )
    assert "A1 Engaging" in told(card.rows)
    assert "5 of 6" in told(card.rows)
    assert card.rows.bars == {}
    assert "%" not in told(card.rows)
    assert steps(card) == [f"Agree on {chosen[5]}", f"Go on with the second review of {chosen[8]}"]


def test_all_done(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen)
    card.refresh()
    assert card.how_far.text() == "10 of 24 files are reviewed twice, and all is agreed."
    assert card.finding.text() == "Over 10 files both gave the same answer to 290 of 290 questions (100\u00a0%)."
    assert card.rows.isHidden()
    assert steps(card) == []


def test_a_list_of_one(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 1)
    card.refresh()
    assert card.how_far.text() == "1 of 1 file is to be reviewed twice. No second review is begun yet."
    review_again(new_scheme, chosen)
    card.refresh()
    assert card.how_far.text() == "1 of 1 file is reviewed twice, and all is agreed."
    assert card.finding.text().startswith("Too few to measure: 1 file reviewed twice, 10 are needed.")


def test_the_questions_they_differ_on_come_first(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen[:7])
    review_again(new_scheme, chosen[7:9], {"P2": CaseAnswer("no")})
    review_again(new_scheme, chosen[9:], {"P2": CaseAnswer("no"), "C1": CaseAnswer("not-applicable")})
    card.refresh()
    assert card.finding.text().endswith("They differ most on P2 Stopping offending: the same in 7 of 10 files.")
    assert list(card.rows.bars) == ["P2", "C1"]
    said = card.rows.bars["P2"].accessibleName()
    # 7 times yes and yes, 3 times yes and no: pa 0.7, pe (0.85 x 0.15 x 2) / 2, so AC1 (0.7 - 0.1275) / (1 - 0.1275).
    assert said.startswith("P2 Stopping offending: AC1 0.66, 95 % interval ")
    assert "AC1 says how far they agree beyond chance" in told(card)


def test_the_table_has_every_question(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen[:9])
    review_again(new_scheme, chosen[9:], NO)
    card.refresh()
    next(each for each in card.findChildren(Fold) if "29 questions" in each.head.text()).unfold()
    table = card.findChild(RowsTable)
    assert table is not None
    shown = table._rows_model.shown
    assert shown.headings == (
        "Question",
        "Files",
        "Same answer",
        "Share",
        "AC1",
        "Interval of AC1",
        "Kappa",
        "Interval of kappa",
    )
    rows = {row[0]: row[1:] for row in shown.rows}
    assert len(rows) == 29
    assert rows["C1 Person told"] == ("10", "10", "100\u00a0%", "1.00", "–", "–", "–")
    assert "no kappa where both gave one and the same answer throughout" in told(card)
    assert rows["A1 Engaging"][:3] == ("10", "9", "90\u00a0%")


def test_a_file_of_the_list_is_opened_by_enter(card: AgreementCard, new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen[:1], NO)
    card.refresh()
    fold = next(each for each in card.findChildren(Fold) if "which files" in each.head.text())
    fold.unfold()
    table = next(each for each in card.findChildren(FlatTable) if each.accessibleName() == "Files to be reviewed twice")
    assert [table.model().index(0, column).data() for column in (0, 1)] == [chosen[0], "Differs, to be agreed on"]
    for row, page in ((0, AGREE), (1, SECOND)):
        table.setCurrentIndex(table.model().index(row, 0))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert new_scheme.place == Place(page, chosen[row])
    review_again(new_scheme, chosen[1:2])
    card.refresh()
    assert [each.head.isChecked() for each in card.findChildren(Fold) if "which files" in each.head.text()] == [True]


def test_the_buttons_lead_on(card: AgreementCard, new_scheme: Workspace, qtbot: QtBot) -> None:
    chosen = list_files(new_scheme, 24)
    card.refresh()
    Hands(qtbot).press(card, f"Second review of {chosen[0]}")
    assert new_scheme.place == Place(SECOND, chosen[0])


def test_it_is_worked_out_anew_only_where_files_changed(card: AgreementCard, new_scheme: Workspace) -> None:
    list_files(new_scheme, 24)
    card.refresh()
    before = card.twice
    desk = new_scheme.desk
    desk.bridge.change("Answered", edits.answer(desk.sheet, "1.1.1", desk.stamp(), choice="3"))
    card.refresh()
    assert card.twice is before
    review_again(new_scheme, card.twice.files, NO)
    card.refresh()
    assert card.twice is not before


def test_two_reviews_by_one_agency_are_named(card: AgreementCard, new_scheme: Workspace) -> None:
    chosen = list_files(new_scheme, 24)
    review_again(new_scheme, chosen[:1], agency="probation")
    card.refresh()
    assert card.same.text() == f"Both reviews of {chosen[0]} are by Probation. The other agency makes the second."
    review_again(new_scheme, chosen[1:2], agency="probation")
    card.refresh()
    assert card.same.text() == (
        f"Both reviews of {chosen[0]} and {chosen[1]} are by the same agency. The other agency makes the second."
    )


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(0.742, (0.341, 1.0)), "0.74 (0.34 to 1.00)"),
        (Figure(1.0), "1.00"),
        (Figure(-0.001, (-0.2, 0.198)), "0.00 (-0.20 to 0.20)"),
        (Figure(reason="Too few"), "–"),
    ],
)
def test_figures_in_words(figure: Figure, said: str) -> None:
    assert with_interval(figure) == said
    assert two_places(-0.004) == "0.00"


def test_the_bar_widens_its_scale_below_chance(new_scheme: Workspace, qtbot: QtBot) -> None:
    bar = AgreementBar(new_scheme.desk.look, "A1")
    qtbot.addWidget(bar)
    bar.resize(300, 23)
    bar.show_figure(Figure(0.0, (-0.5, 0.5)), below_chance=True)
    assert bar._x(0.0) == pytest.approx((bar._x(-1.0) + bar._x(1.0)) / 2)
    bar.show_figure(Figure(0.5, (0.2, 0.8)), below_chance=False)
    assert bar._x(0.5) == pytest.approx((bar._x(0.0) + bar._x(1.0)) / 2)
    bar.show_figure(Figure(reason="Too few to measure"), below_chance=False)
    assert bar.accessibleName() == "A1: Too few to measure"


def test_nothing_but_looking_in_a_file_that_is_only_read(
    new_scheme: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_files(new_scheme, 24)
    monkeypatch.setattr(new_scheme.desk.session, "_journal", None)
    card = placed(new_scheme)
    assert not card.second.isEnabled()
    assert card.second.toolTip() == "This file is open to read only."
    assert QApplication.focusWidget() not in card.findChildren(QPushButton)
