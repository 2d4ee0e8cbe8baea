"""The pages of case files, people and outcomes at 2,000 cases and 500 people, against 20 of each, in pairs."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.benchmarks.schemes import make_evidence
from tests.benchmarks.test_page import opened
from tests.benchmarks.yardstick import interleaved, ratio, say, timed

from iomsa.checks.check import check
from iomsa.session import edits
from iomsa_desktop.desk import CASES, OUTCOMES, OVERVIEW, PEOPLE, Desk, Place
from iomsa_desktop.pages.outcomes import OutcomesPage
from iomsa_desktop.program import Program

PAIRS = 15
BAR = 1.2
REST = 0.25
"""What the window may take at rest after an answer, of a check of all files and people."""


class Pair(NamedTuple):
    """Hold the program on a scheme with much evidence, and on one with little."""

    large: Program
    small: Program


@pytest.fixture
def pair(qapp: QApplication, tmp_path: Path) -> Iterator[Pair]:
    programs = []
    for name, cases, people in (("large", 2000, 500), ("small", 20, 20)):
        (tmp_path / name).mkdir()
        programs.append(opened(qapp, tmp_path / name, make_evidence(tmp_path / name / "s.iomsa", cases, people)))
    yield Pair(*programs)
    for program in programs:
        program.close_file()
        program.window.close()
        program.window.deleteLater()


@pytest.mark.bench
@pytest.mark.parametrize("page", [CASES, PEOPLE, OUTCOMES])
def test_pages_do_not_grow_with_files_and_people(page: str, pair: Pair, qtbot: QtBot) -> None:
    for program in pair:
        show(program, page)
        settle(program, qtbot)
    many, few = interleaved(lambda: shown(pair.large, page), lambda: shown(pair.small, page), PAIRS)
    say(f"page {page} at 2,000 cases and 500 people", ratio(many, few), BAR, ours=many, theirs=few)
    assert ratio(many, few) <= BAR


@pytest.mark.bench
def test_the_page_of_files_after_an_answer(pair: Pair) -> None:
    many, few = interleaved(lambda: after_an_answer(pair.large), lambda: after_an_answer(pair.small), PAIRS)
    say("page cases after an answer at 2,000 cases", ratio(many, few), BAR, ours=many, theirs=few)
    assert ratio(many, few) <= BAR


@pytest.mark.bench
def test_a_window_at_rest_after_an_answer_looks_again_only_at_its_file(pair: Pair) -> None:
    go(pair.large, CASES)
    assert pair.large.workspace is not None
    pair.large.workspace.settle()
    again, whole = interleaved(lambda: at_rest(pair.large), lambda: checked_whole(pair.large), PAIRS)
    what = "at rest after an answer at 2,000 cases, beside a whole check"
    say(what, ratio(again, whole), REST, ours=again, theirs=whole)
    assert ratio(again, whole) <= REST


@pytest.mark.bench
def test_figures_of_many_people_come_while_the_page_can_be_used(pair: Pair, qtbot: QtBot) -> None:
    go(pair.large, OVERVIEW)
    gc.collect()
    begin = time.perf_counter()
    show(pair.large, OUTCOMES)
    shows = (time.perf_counter() - begin) * 1000
    page = page_of(pair.large)
    waiting = page.working.isVisibleTo(page)
    qtbot.waitUntil(lambda: page.worked.found is not None and not page.worked.busy, timeout=60_000)
    stands = (time.perf_counter() - begin) * 1000
    again = shown(pair.large, OUTCOMES)
    print(
        f"\n  outcomes of 500 people: the page stands after {shows:.0f} ms and says that it works the figures out,"
        f" all figures stand after {stands:.0f} ms; shown again in {again:.0f} ms"
    )
    assert waiting
    assert not page.working.isVisibleTo(page)


def settle(program: Program, qtbot: QtBot) -> None:
    """Wait for the figures: a page that has none yet is painted sooner."""
    tasks = desk_of(program).tasks
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)


def after_an_answer(program: Program) -> float:
    """Time the page after one answer in one file was turned round elsewhere."""
    go(program, OVERVIEW)
    turn_round(program)
    return timed(lambda: show(program, CASES))


def at_rest(program: Program) -> float:
    """Time what the window does at rest after an answer: ratings, check, the page in front and the list of pages."""
    turn_round(program)
    return timed(desk_of(program).bridge.scored.emit)


def checked_whole(program: Program) -> float:
    """Time a check that knows of none before."""
    desk = desk_of(program)
    return timed(lambda: check(desk.framework, desk.sheet, desk.bridge.card))


def turn_round(program: Program) -> None:
    """Turn one answer in one file round."""
    desk = desk_of(program)
    question = desk.framework.case_review.questions[0].id
    turned = "no" if desk.sheet.cases["B-0003"].answers[question].choice == "yes" else "yes"
    edit = edits.case_answer(desk.sheet, "B-0003", question, desk.stamp(), choice=turned)
    assert desk.bridge.change("B-0003 answered", edit)


def shown(program: Program, page: str) -> float:
    """Time the page from the way in to its picture; coming from another one, as a user does."""
    go(program, OVERVIEW)
    return timed(lambda: show(program, page))


def show(program: Program, page: str) -> None:
    go(program, page)
    assert program.workspace is not None
    front = program.workspace.page
    assert front is not None
    front.grab()


def go(program: Program, page: str) -> None:
    assert program.workspace is not None
    program.workspace.go(Place(page))


def desk_of(program: Program) -> Desk:
    assert program.workspace is not None
    return program.workspace.desk


def page_of(program: Program) -> OutcomesPage:
    assert program.workspace is not None
    page = program.workspace.page
    assert isinstance(page, OutcomesPage)
    return page
