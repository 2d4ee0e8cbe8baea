"""Bring the practice scheme's outcomes into a state: other people, other quarters, figures without rows."""

from __future__ import annotations

from collections.abc import Mapping

from tests.desktop.hands import page_at

from iomsa.answers.people import FollowUp, Quarter
from iomsa.answers.review import FROM_RETURN, Figure, KeptFigures
from iomsa.answers.sheet import Address, Record
from iomsa.session.changes import Edit
from iomsa_desktop.desk import OUTCOMES, Place
from iomsa_desktop.pages.outcomes import OutcomesPage
from iomsa_desktop.windows.workspace import Workspace

KEPT = KeptFigures(
    FROM_RETURN,
    "2026-05-04",
    3,
    58,
    (
        Figure("proven_reoffending.rate", "Proven reoffending", "0.3448", "0.2356", "0.4733", "58", "Take care."),
        Figure("frequency.reduced", "Less often", "1", n="20"),
        Figure("something.new", "Something of a later program", reason="Not known here."),
    ),
)


def page_of(workspace: Workspace, field: str = "") -> OutcomesPage:
    return page_at(workspace, Place(OUTCOMES, "", field), OutcomesPage)


def put(workspace: Workspace, record: Record | None, kind: str, key: str = "") -> None:
    """Let a record stand in place of the one that is there."""
    address = Address(kind, key)
    edit = Edit(address, workspace.desk.sheet.record(address), record)
    assert workspace.bridge.change("changed for a test", (edit,))


def keep_people(workspace: Workspace, count: int) -> None:
    """Keep only so many people."""
    people = workspace.desk.sheet.people
    edits = tuple(Edit(Address("person", ref), people[ref], None) for ref in list(people)[count:])
    assert workspace.bridge.change("changed for a test", edits)


def known_up_to(workspace: Workspace, data_to: str, dates: tuple[str, ...] = ()) -> None:
    """Say up to which day offences are known, and the dates of all of them where they are held."""
    before = workspace.desk.sheet.follow_up or FollowUp()
    put(workspace, before._replace(data_to=data_to, offence_dates=dates), "follow-up")


def put_quarters(workspace: Workspace, quarters: Mapping[str, Quarter]) -> None:
    """Let other quarters stand in place of those that are there."""
    before = workspace.desk.sheet.quarters
    away = [Edit(Address("quarter", first), each, None) for first, each in before.items()]
    new = [Edit(Address("quarter", first), None, each) for first, each in quarters.items()]
    assert workspace.bridge.change("changed for a test", (*away, *new))


def quarters_of(*offences: int, start: int = 2020, days: int = 4000) -> dict[str, Quarter]:
    """Return quarters with so many offences each, one after the other."""
    firsts = (f"{start + n // 4}-{1 + 3 * (n % 4):02}-01" for n in range(len(offences)))
    return {first: Quarter(count, days, 44) for first, count in zip(firsts, offences, strict=True)}
