"""Whatever is done to the case files, in whatever order: what the window counts, rates and finds is what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from tests.builders import blank, iom
from tests.forms.session.drawn import STAMP, people

from iomsa.answers.sheet import CASE_CHOICES, OF_CASE, AnswerSheet
from iomsa.checks.check import check
from iomsa.problems import Refused
from iomsa.scoring.score import score
from iomsa.scoring.tally import tally
from iomsa.session import edits
from iomsa.session.changes import ChangeSet, Edit
from iomsa.session.drawing import Plan, draw_edits, draw_files, plan_draw
from iomsa.session.renaming import rename_case
from iomsa.session.replacing import replace_edits
from iomsa.session.second_review import second_answer
from iomsa.session.session import Session
from iomsa_desktop.bridge import Bridge

Edits = tuple[Edit, ...]
Change = Callable[[AnswerSheet, str, str, str | None], Edits]
PLANS = (
    plan_draw(people({"Fixed": 14, "Flex": 8}), "48213", number=9),
    plan_draw(people({"Fixed": 14, "Flex": 8}), "48213", number=9, by_hand={"Flex": 6}),
    plan_draw(people({"": 15}), "7"),
    # The same files from a longer list.
    plan_draw((*people({"Fixed": 14, "Flex": 8}), ("Z-1", "Flex")), "48213", number=9, by_hand={"Fixed": 6, "Flex": 3}),
)
REFS = [*(f"N-{number:03}" for number in range(1, 12)), "H-1", "H-2"]
ASKED = [each.id for each in iom().case_review.questions]


class Paper:
    """Take every change, as a file does."""

    def write(self, _: ChangeSet) -> None:
        """Take a change."""


def _replace(sheet: AnswerSheet, ref: str, _: str, __: str | None) -> Edits:
    return replace_edits(iom(), sheet, ref, "The file is restricted", STAMP)


def _of_kind(kind: str) -> Change:
    return lambda sheet, ref, id, choice: edits.case_answer(sheet, ref, id, STAMP, kind=kind, choice=choice)


def _by(plan: Plan) -> Change:
    return lambda sheet, _, __, ___: draw_edits(iom(), sheet, plan, STAMP)


ON_A_FILE: Mapping[str, Change] = {
    "remove": lambda sheet, ref, _, __: edits.remove_case(sheet, ref),
    "rename": lambda sheet, ref, id, __: rename_case(sheet, ref, f"H-{id}"),
    "replace": _replace,
    "begin": lambda sheet, ref, id, choice: second_answer(iom(), sheet, ref, id, STAMP, choice=choice),
    **{kind: _of_kind(kind) for kind in OF_CASE},
}
ANY: Mapping[str, Change] = {
    "add": lambda sheet, ref, _, __: () if ref in sheet.cases else edits.add_case(sheet, ref, STAMP),
    **{f"draw {place}": _by(plan) for place, plan in enumerate(PLANS)},
}
STEPS = st.tuples(
    st.sampled_from([*ON_A_FILE, *ANY, "undo", "redo", *["look"] * 4]),
    st.sampled_from(REFS),
    st.sampled_from(ASKED),
    st.sampled_from([*CASE_CHOICES, None]),
)


def edits_of(sheet: AnswerSheet, kind: str, ref: str, id: str, choice: str | None) -> Edits:
    """Return the edits of a step; none where it makes no sense or is refused."""
    if kind in ON_A_FILE and ref not in sheet.cases:
        return ()
    try:
        return {**ON_A_FILE, **ANY}[kind](sheet, ref, id, choice)
    except Refused:
        return ()


def test_two_of_the_plans_draw_the_same_files() -> None:
    assert set(draw_files(PLANS[0]).refs) == set(draw_files(PLANS[3]).refs)
    assert PLANS[0].strata != PLANS[3].strata


@settings(max_examples=150, deadline=None)
@given(st.lists(STEPS, min_size=5, max_size=40))
def test_counts_ratings_and_findings_are_of_now(
    qapp: QApplication, steps: list[tuple[str, str, str, str | None]]
) -> None:
    assert qapp is not None
    session = Session(iom(), blank(iom()), Paper(), lambda: STAMP.on, lambda: STAMP.by)
    session.change("drawn", draw_edits(iom(), session.sheet, PLANS[0], STAMP))
    bridge = Bridge(session)
    for kind, ref, id, choice in [*steps, ("look", "", "", None)]:
        match kind:
            case "undo":
                assert bridge.undo()
            case "redo":
                assert bridge.redo()
            case "look":
                assert bridge.tally == tally(iom(), session.sheet)
                assert bridge.card == score(iom(), session.sheet)
                assert bridge.findings == check(iom(), session.sheet, bridge.card)
            case _:
                assert bridge.change(kind, edits_of(session.sheet, kind, ref, id, choice))
    bridge.close()
