"""The way to the next open prompt: after the one in front, from the top again, and the end of it."""

from __future__ import annotations

from iomsa.framework.find import counted_standards
from iomsa.session import edits
from iomsa_desktop.desk import CASES, STANDARD, Place
from iomsa_desktop.windows.workspace import Workspace


def test_the_next_open_prompt_comes_after_the_one_in_front_and_then_from_the_top(new_scheme: Workspace) -> None:
    first, *_, last = counted_standards(new_scheme.desk.framework)
    one, two, three, *_ = (prompt.id for prompt in first.prompts)
    desk = new_scheme.desk
    desk.bridge.change("answered", edits.answer(desk.sheet, two, desk.stamp(), choice="2"))
    new_scheme.go(Place(CASES))
    new_scheme.go_next_open()
    assert new_scheme.place == Place(STANDARD, first.id, one)
    new_scheme.go_next_open()
    assert new_scheme.place == Place(STANDARD, first.id, three)
    new_scheme.go(Place(STANDARD, last.id, last.prompts[-1].id))
    new_scheme.go_next_open()
    assert new_scheme.place == Place(STANDARD, first.id, one)


def test_where_no_prompt_is_open_it_says_so_and_stays(practice: Workspace) -> None:
    practice.go(Place(CASES))
    practice.go_next_open()
    assert practice.place == Place(CASES)
    assert "No prompt is open." in practice.status.changed.text()
