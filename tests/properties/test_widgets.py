"""Random edits at the screen against a plain model: the file, the session and the widgets agree at the end of each."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.hands import Hands

from iomsa.answers.period import make_period
from iomsa.answers.sheet import Answer, AnswerSheet, ProfileValue
from iomsa.framework.shipped import DEFAULT
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.app import build
from iomsa_desktop.desk import CASES, OVERVIEW, PROFILE, RETURN, STANDARD, Place
from iomsa_desktop.fields.prompt import PromptField
from iomsa_desktop.looks import set_up_style
from iomsa_desktop.pages.profile import ProfilePage
from iomsa_desktop.pages.profile_field import ProfileField
from iomsa_desktop.program import Program
from iomsa_desktop.windows.workspace import Workspace

PERIOD = "2025-26"
PROMPTS = {"1.1.1": "1", "1.1.2": "1", "1.3.2": "1", "3.1.1": "3"}
FIELDS = ("cohort.total", "board.meetings")
KEYS = {"0": "0", "1": "1", "2": "2", "3": "3", "k": "not-known"}
WORDS = ("board", "K 3 n", "42", "Ärger & co", "x")
STEPS = 15


class Shown(NamedTuple):
    """What one prompt says: choice, note, evidence, flag."""

    choice: str | None = None
    note: str = ""
    evidence: str = ""
    flag: bool = False


State = tuple[tuple[str, Shown | tuple[str, bool]], ...]


class Model:
    """Keep what must stand on the screen, and every state that undo comes back to."""

    def __init__(self) -> None:
        self.now: dict[str, Shown | tuple[str, bool]] = {}
        self.done: list[State] = []
        self.undone: list[State] = []

    def prompt(self, id: str) -> Shown:
        found = self.now.get(id, Shown())
        assert isinstance(found, Shown)
        return found

    def put(self, id: str, value: Shown | tuple[str, bool]) -> None:
        if value == self.now.get(id, Shown() if id in PROMPTS else ("", False)):
            return
        self.done.append(tuple(self.now.items()))
        self.undone.clear()
        self.now[id] = value

    def shift(self, source: list[State], target: list[State]) -> None:
        if source:
            target.append(tuple(self.now.items()))
            self.now = dict(source.pop())


class Walk:
    """Do random things at the screen and the same in the model."""

    def __init__(self, program: Program, path: Path, seed: int, hands: Hands) -> None:
        self.program, self.path, self.hands = program, path, hands
        self.dice, self.model = random.Random(seed), Model()
        self.acts: tuple[Callable[[], None], ...] = (
            self.choose,
            self.choose,
            self.clear,
            self.flag,
            self.type,
            self.type,
            self.type_and_go,
            self.fill,
            self.not_known,
            self.undo,
            self.undo,
            self.redo,
            self.look_elsewhere,
            self.reopen,
        )

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    def step(self) -> None:
        self.dice.choice(self.acts)()
        self.hands.rest()

    def choose(self) -> None:
        id = self.go()
        key = self.dice.choice(tuple(KEYS))
        if self.dice.random() < 0.5:
            self.hands.type(key)
        else:
            self.hands.choose(self.field(id).control, KEYS[key])
        self.model.put(id, self.model.prompt(id)._replace(choice=KEYS[key]))

    def clear(self) -> None:
        id = self.go()
        self.hands.key(Qt.Key.Key_Delete)
        self.model.put(id, self.model.prompt(id)._replace(choice=None))

    def flag(self) -> None:
        id = self.go()
        self.hands.type("f")
        self.model.put(id, self.model.prompt(id)._replace(flag=not self.model.prompt(id).flag))

    def type(self) -> None:
        part, text = self.dice.choice(("note", "evidence")), self.dice.choice(WORDS)
        id = self.go(part)
        self.write(id, part, text)
        self.field(id).control.focus()

    def type_and_go(self) -> None:
        """Type a note and go to another page before it was ever left."""
        id, text = self.go("note"), self.dice.choice(WORDS)
        self.write(id, "note", text)
        self.look_elsewhere()

    def write(self, id: str, part: str, text: str) -> None:
        self.hands.key(Qt.Key.Key_End)
        self.hands.type(text)
        before = self.model.prompt(id)
        noted, shown = before._replace(note=before.note + text), before._replace(evidence=before.evidence + text)
        self.model.put(id, noted if part == "note" else shown)

    def fill(self) -> None:
        id, value = self.dice.choice(FIELDS), str(self.dice.randrange(100))
        self.workspace.go(Place(PROFILE, "", id))
        self.hands.key(Qt.Key.Key_Backspace, 3)
        self.hands.type(value)
        self.hands.key(Qt.Key.Key_Tab)
        self.model.put(id, (value, False))

    def not_known(self) -> None:
        id = self.dice.choice(FIELDS)
        self.workspace.go(Place(PROFILE, "", id))
        box = self.profile_field(id).not_known
        self.model.put(id, ("", not box.isChecked()))
        self.hands.click(box)

    def undo(self) -> None:
        self.program.window.asked.emit("undo")
        self.model.shift(self.model.done, self.model.undone)

    def redo(self) -> None:
        self.program.window.asked.emit("redo")
        self.model.shift(self.model.undone, self.model.done)

    def look_elsewhere(self) -> None:
        self.workspace.go(Place(self.dice.choice((OVERVIEW, CASES, RETURN, PROFILE))))

    def reopen(self) -> None:
        self.program.window.asked.emit("close")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.program.open(self.path)
        self.model.done.clear()
        self.model.undone.clear()

    def go(self, part: str = "") -> str:
        id = self.dice.choice(tuple(PROMPTS))
        self.workspace.go(Place(STANDARD, PROMPTS[id], f"{id}/{part}" if part else id))
        return id

    def field(self, id: str) -> PromptField:
        page = self.workspace.page
        assert page is not None
        return next(each for each in page.findChildren(PromptField) if each.prompt.id == id)

    def profile_field(self, id: str) -> ProfileField:
        page = self.workspace.page
        assert isinstance(page, ProfilePage)
        return next(each for each in page.findChildren(ProfileField) if each.field.id == id)

    def on_screen(self) -> dict[str, Shown | tuple[str, bool]]:
        found: dict[str, Shown | tuple[str, bool]] = {}
        for id, standard in PROMPTS.items():
            self.workspace.go(Place(STANDARD, standard, id))
            field = self.field(id)
            texts = field.note.toPlainText(), field.evidence.toPlainText()
            found[id] = Shown(field.control.code, *texts, flag=field.flag.isChecked())
        for id in FIELDS:
            self.workspace.go(Place(PROFILE, "", id))
            found[id] = self.profile_field(id).editor.text(), self.profile_field(id).not_known.isChecked()
        return found

    def wanted(self) -> dict[str, Shown | tuple[str, bool]]:
        blank: dict[str, Shown | tuple[str, bool]] = {id: Shown() for id in PROMPTS}
        return blank | dict.fromkeys(FIELDS, ("", False)) | self.model.now


def stored(sheet: AnswerSheet) -> dict[str, Shown | tuple[str, bool]]:
    found: dict[str, Shown | tuple[str, bool]] = {}
    for id in PROMPTS:
        answer = sheet.answers.get(id, Answer())
        found[id] = Shown(answer.choice, answer.note, answer.evidence, answer.flag)
    values = ((id, sheet.profile.get(id, ProfileValue())) for id in FIELDS)
    return found | {id: (value.value, value.not_known) for id, value in values}


def walk(program: Program, path: Path, seed: int, qtbot: QtBot) -> None:
    program.opening.new(path, "Example", make_period(PERIOD, DEFAULT)).close()
    program.settings.set_who(path, "Alex Example", "police")
    program.open(path)
    way = Walk(program, path, seed, Hands(qtbot))
    for _ in range(STEPS):
        way.step()
    assert way.on_screen() == way.wanted(), seed
    assert stored(way.workspace.desk.sheet) == way.wanted(), seed
    way.hands.rest()
    program.window.asked.emit("close")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with SchemeFile.open(path, clock=str, who=str, read_only=True) as file:
        assert stored(file.sheet(PERIOD)) == way.wanted(), seed


@pytest.mark.parametrize("seeds", [range(20), pytest.param(range(20, 220), marks=pytest.mark.proof)], ids=["20", "200"])
def test_random_edits_at_the_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, seeds: range, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_style(qapp)
    program = build(qapp, tmp_path / "settings.ini", tmp_path)
    qtbot.addWidget(program.window)
    with qtbot.waitActive(program.window, timeout=20_000):
        program.window.show()
        program.window.activateWindow()
    for seed in seeds:
        walk(program, tmp_path / f"{seed}.iomsa", seed, qtbot)
    with capsys.disabled():
        sys.stdout.write(f"\n{len(seeds)} sequences of {STEPS} edits at the screen\n")
