"""The pages of case files, people and outcomes at 2,000 cases and 500 people, against 20 of each, in pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.benchmarks.schemes import make_evidence
from tests.benchmarks.test_page import opened
from tests.benchmarks.yardstick import interleaved, ratio, say, timed

from iomsa_desktop.desk import CASES, OUTCOMES, OVERVIEW, PEOPLE, Place
from iomsa_desktop.program import Program

PAIRS = 15
BAR = 1.2


@pytest.mark.bench
@pytest.mark.parametrize("page", [CASES, PEOPLE, OUTCOMES])
def test_pages_do_not_grow_with_files_and_people(page: str, qapp: QApplication, tmp_path: Path) -> None:
    programs = {}
    for name, cases, people in (("large", 2000, 500), ("small", 20, 20)):
        (tmp_path / name).mkdir()
        programs[name] = opened(qapp, tmp_path / name, make_evidence(tmp_path / name / "s.iomsa", cases, people))
    many, few = interleaved(lambda: shown(programs["large"], page), lambda: shown(programs["small"], page), PAIRS)
    say(f"page {page} at 2,000 cases and 500 people", ratio(many, few), BAR, ours=many, theirs=few)
    for program in programs.values():
        program.close_file()
        program.window.close()
        program.window.deleteLater()
    assert ratio(many, few) <= BAR


def shown(program: Program, page: str) -> float:
    """Time the page from the way in to its picture; coming from another one, as a user does."""
    assert program.workspace is not None
    program.workspace.go(Place(OVERVIEW))
    return timed(lambda: show(program, page))


def show(program: Program, page: str) -> None:
    assert program.workspace is not None
    program.workspace.go(Place(page))
    front = program.workspace.page
    assert front is not None
    front.grab()
