"""What a person may do to a scheme file, as steps drawn at random, and a shadow that says what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st
from tests.builders import library
from tests.forms.store.desk import PERIOD, PROMPTS, clock, reopen

from iomsa.answers.sheet import AnswerSheet
from iomsa.scoring.score import score
from iomsa.session import edits
from iomsa.session.changes import FILL, Edit
from iomsa.session.edits import Stamp
from iomsa.session.fill import fill
from iomsa.store.scheme_file import SchemeFile

CASES = ("N-001", "N-002", "A3")
QUESTIONS = ("Q1", "SV", "RT", "CB")
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


class Step(NamedTuple):
    """Name one thing to do, with what it is done to."""

    kind: str
    key: str = ""
    part: str = ""
    value: str | None = None


def _steps(kind: str, key: st.SearchStrategy[str], part: object, value: object) -> st.SearchStrategy[Step]:
    parts = part if isinstance(part, st.SearchStrategy) else st.just("")
    values = value if isinstance(value, st.SearchStrategy) else st.none()
    return st.builds(Step, st.just(kind), key, parts, values)


PROMPT, CASE, NONE = st.sampled_from(PROMPTS), st.sampled_from(CASES), st.just("")
STEPS = st.one_of(
    _steps("answer", PROMPT, None, st.sampled_from(["0", "1", "2", "not-known", "not-applicable", None])),
    _steps("type", PROMPT, None, TEXT),
    _steps("profile", st.just("books"), None, st.sampled_from(["", "7", "not-known"])),
    _steps("add-case", CASE, None, None),
    _steps("remove-case", CASE, None, None),
    _steps("about-case", CASE, None, st.sampled_from(["", "maps", "novels"])),
    _steps("answer-case", CASE, st.sampled_from(QUESTIONS), st.sampled_from(["yes", "no", "not-applicable", None])),
    _steps("move", st.sampled_from(["B", "B.a"]), None, st.sampled_from(["poor", "fair", "fine", None])),
    _steps("fill", PROMPT, CASE, st.sampled_from(["yes", "no", None])),
    _steps("seal", NONE, None, None),
    _steps("undo", NONE, None, None),
    _steps("undo", NONE, None, None),
    _steps("redo", NONE, None, None),
    _steps("reopen", NONE, None, None),
)


class Walk:
    """Do steps one after the other on a file, and hold beside it what undo and redo must bring back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changes = 0
        self._open()

    def _open(self) -> None:
        self.file: SchemeFile = reopen(self.path)
        self.session = self.file.session(PERIOD)
        self.past: list[AnswerSheet] = []
        self.future: list[AnswerSheet] = []
        self.typing = ""

    def do(self, step: Step) -> None:
        """Do one step, then demand that the file holds what the session shows and that it can be rated."""
        match step.kind:
            case "reopen":
                before = self.session.sheet
                self.file.close()
                self._open()
                assert self.session.sheet == before
            case "undo":
                self._shift(self.session.undo, self.past, self.future)
            case "redo":
                self._shift(self.session.redo, self.future, self.past)
            case "seal":
                self.session.seal()
                self.typing = ""
            case _:
                self._change(step)
        score(library(), self.session.sheet)

    def _shift(self, action: Callable[[], object], source: list[AnswerSheet], target: list[AnswerSheet]) -> None:
        now = self.session.sheet
        if action() is None:
            assert source == []
            return
        self.changes += 1
        self.typing = ""
        target.append(now)
        assert self.session.sheet == source.pop()

    def _change(self, step: Step) -> None:
        before = self.session.sheet
        merge = step.key if step.kind == "type" else ""
        cause = FILL if step.kind == "fill" else "edit"
        if self.session.change(step.kind, edits_of(before, step), merge=merge, cause=cause) is None:
            return
        self.changes += 1
        if not (merge and merge == self.typing and not self.future):
            self.past.append(before)
        self.typing = merge
        self.future.clear()


def edits_of(sheet: AnswerSheet, step: Step) -> tuple[Edit, ...]:
    """Return the edits of a step; none where it makes no sense, such as removing a case that is not there."""
    if step.kind in ON_A_CASE and step.key not in sheet.cases:
        return ()
    return EDITS[step.kind](sheet, step, Stamp("Ada", clock()))


def _profile(sheet: AnswerSheet, step: Step, stamp: Stamp) -> tuple[Edit, ...]:
    unknown = step.value == "not-known"
    return edits.profile(sheet, step.key, stamp, "" if unknown else step.value or "", not_known=unknown)


def _add_case(sheet: AnswerSheet, step: Step, stamp: Stamp) -> tuple[Edit, ...]:
    return () if step.key in sheet.cases else edits.add_case(sheet, step.key, stamp)


def _move(sheet: AnswerSheet, step: Step, stamp: Stamp) -> tuple[Edit, ...]:
    if step.value is None:
        return edits.unmove(sheet, step.key)
    return edits.move(sheet, step.key, step.value, "why", [("Ada", "council")], stamp.on[:10])


def _fill(sheet: AnswerSheet, step: Step, stamp: Stamp) -> tuple[Edit, ...]:
    cases = [{"ref": step.part, "answers": {"SV": step.value}}]
    return fill(library(), sheet, {"answers": {step.key: 1}, "cases": cases}, stamp)


ON_A_CASE = ("remove-case", "about-case", "answer-case")
EDITS: dict[str, Callable[[AnswerSheet, Step, Stamp], tuple[Edit, ...]]] = {
    "answer": lambda sheet, step, stamp: edits.answer(sheet, step.key, stamp, choice=step.value),
    "type": lambda sheet, step, stamp: edits.answer(sheet, step.key, stamp, keep_choice=True, note=step.value),
    "profile": _profile,
    "add-case": _add_case,
    "remove-case": lambda sheet, step, _: edits.remove_case(sheet, step.key),
    "about-case": lambda sheet, step, stamp: edits.case_about(sheet, step.key, "shelf", step.value or "", stamp),
    "answer-case": lambda sheet, step, stamp: edits.case_answer(sheet, step.key, step.part, stamp, choice=step.value),
    "move": _move,
    "fill": _fill,
}
