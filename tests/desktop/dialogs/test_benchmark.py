"""The way to figures of other areas: asked where from, read with a preview, drawn as a funnel, removed and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands
from tests.desktop.pages.outcomes_states import page_of, put

from iomsa.answers.review import Benchmark
from iomsa_desktop.dialogs import benchmark
from iomsa_desktop.dialogs.benchmark import NO_SOURCE, SourceDialog, remove_benchmark
from iomsa_desktop.dialogs.import_preview import ImportPreviewDialog
from iomsa_desktop.windows.workspace import Workspace

AREAS = "Area,People,Reoffended\nAshmere,64,27\nBrackholt,41,15\nColdwater,12,46\n"


def test_a_file_is_read_with_a_preview_and_each_bad_row_is_named(
    practice: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(practice, None, "benchmark")
    page, met = page_of(practice), list[QDialog]()
    (tmp_path / "areas.csv").write_text(AREAS, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "areas.csv"), ""))
    monkeypatch.setattr(SourceDialog, "run", lambda dialog: answer(dialog, met))
    monkeypatch.setattr(ImportPreviewDialog, "run", lambda dialog: note(dialog, met))
    assert page.areas.chart.isHidden()
    Hands(qtbot).press(page, "Read a file of other areas")
    assert [type(dialog) for dialog in met] == [SourceDialog, ImportPreviewDialog]
    preview = met[1]
    assert isinstance(preview, ImportPreviewDialog)
    assert [fault.sentence for fault in preview.faults] == [
        "areas.csv, row 4, Reoffended: found “46”, expected no more than the people."
    ]
    kept = practice.desk.sheet.benchmark
    assert kept is not None
    assert (kept.source, kept.areas) == ("Regional board, 2025", (("Ashmere", 64, 27), ("Brackholt", 41, 15)))
    assert page.areas.chart.isVisible()
    assert "All other areas (the rings) together: 40\u00a0%." in page.areas.chart.finding.text()


def note(dialog: QDialog, met: list[QDialog]) -> bool:
    met.append(dialog)
    return True


def answer(dialog: SourceDialog, met: list[QDialog]) -> bool:
    dialog.source = "Regional board, 2025"
    return note(dialog, met)


def test_nobody_is_let_on_without_saying_where_the_figures_are_from(practice: Workspace, qtbot: QtBot) -> None:
    dialog = SourceDialog(practice.desk.look, "")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose.click()
    assert dialog.isVisible()
    assert dialog.asked.line.accessibleDescription() == NO_SOURCE
    dialog.asked.line.setText("  Regional  board ")
    dialog.choose.click()
    assert (dialog.source, dialog.result()) == ("Regional board", QDialog.DialogCode.Accepted)


@pytest.mark.parametrize(("source", "file"), [(False, "areas.csv"), (True, "")])
def test_nothing_is_read_where_somebody_cancels(
    practice: Workspace, monkeypatch: pytest.MonkeyPatch, source: bool, file: str
) -> None:
    monkeypatch.setattr(SourceDialog, "run", lambda _: source)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (file, ""))
    before = practice.desk.sheet
    assert not benchmark.read_benchmark(practice.desk, page_of(practice))
    assert practice.desk.sheet is before


def test_the_figures_are_removed_and_come_back(practice: Workspace, qtbot: QtBot) -> None:
    page = page_of(practice)
    before = practice.desk.sheet.benchmark
    assert isinstance(before, Benchmark)
    Hands(qtbot).press(page, "Remove these figures")
    assert not page.areas.chart.isVisible()
    assert practice.desk.session.undo_name == "Figures of other areas removed"
    practice.bridge.undo()
    assert page.areas.chart.isVisible()
    assert practice.desk.sheet.benchmark == before
    assert remove_benchmark(practice.desk)
