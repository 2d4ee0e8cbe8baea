"""What the page of files keeps between changes: the same as if it were worked out anew after each."""

from __future__ import annotations

from iomsa.answers.sheet import Address
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa_desktop.desk import CASES, Place
from iomsa_desktop.pages.cases import CasesPage
from iomsa_desktop.pages.review_next import twice_of
from iomsa_desktop.windows.workspace import Workspace


def test_second_reviews_and_files_by_hand_follow_the_list_and_the_draw(practice: Workspace) -> None:
    practice.go(Place(CASES))
    page, desk = practice.page, practice.desk
    assert isinstance(page, CasesPage)
    seen = set()

    def change(*made: Edit) -> None:
        assert desk.bridge.change("changed for a test", made)
        assert page.agreement.twice == twice_of(desk.framework, desk.sheet)
        seen.add(tuple(page.agreement.twice.files))

    ref, question = next(iter(desk.sheet.cases)), desk.framework.case_review.questions[0].id
    change(*edits.case_answer(desk.sheet, ref, question, desk.stamp(), choice="not-applicable"))
    assert not page.files.by_hand.isVisible()
    change(*edits.add_case(desk.sheet, "N-900", desk.stamp()))
    assert "N-900 is on the list, but not drawn." in page.files.by_hand.text()
    change(*edits.remove_case(desk.sheet, "N-900"))
    assert not page.files.by_hand.isVisible()
    draw = desk.sheet.draw
    assert draw is not None
    change(Edit(Address("draw"), draw, draw._replace(seed="1")))
    assert len(seen) == 2
    without = tuple(pair for pair in draw.people if pair[0] != ref)
    change(Edit(Address("draw"), desk.sheet.draw, draw._replace(people=without)))
    assert f"{ref} is on the list, but not drawn." in page.files.by_hand.text()
