"""The early signs in the case files: the share that is drawn and spoken is the one that is said, weighted or not."""

from __future__ import annotations

from tests.builders import iom

from iomsa.framework.find import questions
from iomsa.scoring.card import QUESTION, Part, Rated
from iomsa_desktop.pages.outcomes_signs import SignRow
from iomsa_desktop.windows.workspace import Workspace

ASKED = next(each for each in questions(iom()) if each.rule == "shown")
PARTS = (Part("Fixed", 90, 10, 9), Part("Free", 10, 10, 1))
RATED = Rated(
    ASKED.id,
    QUESTION,
    "",
    sufficient=10,
    n=20,
    percent=82,
    interval=(0.6, 0.9),
    share=(41, 50),
    people=100,
    parts=PARTS,
)


def test_a_weighted_share_is_drawn_and_spoken_as_it_is_said(new_scheme: Workspace) -> None:
    look = new_scheme.desk.look
    row = SignRow(look, ASKED)
    row.show_rated(look, RATED)
    assert (row.count.text(), row.percent.text()) == ("10 of 20", "82 % weighted")
    assert row.bar.accessibleName().endswith(": 82 % weighted, 95 % interval 60 to 90 % for all 100 people")
    row.show_rated(look, RATED._replace(interval=None, share=(1, 8), percent=13, sufficient=1, n=8, parts=()))
    assert row.bar.accessibleName().endswith(
        ": 13 %, All were reviewed: no sampling error; reviewers may still differ."
    )


def test_without_a_yes_or_no_there_is_nothing_to_draw(new_scheme: Workspace) -> None:
    look = new_scheme.desk.look
    row = SignRow(look, ASKED)
    row.show_rated(look, Rated(ASKED.id, QUESTION, "", sufficient=0, n=0))
    assert (row.count.text(), row.percent.text()) == ("No yes or no", "–")
    assert row.bar.accessibleName().endswith(": nothing to show yet")
