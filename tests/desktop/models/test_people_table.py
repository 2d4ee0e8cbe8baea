"""The table of people: what is open, who joined recently, how it is sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iomsa.answers.people import Person
from iomsa_desktop.models.people_table import PeopleModel, short_date


def column(model: PeopleModel, place: int) -> list[str]:
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def test_the_table_says_what_is_open_and_who_joined_recently() -> None:
    whole = Person(
        1, "2023-04-01", window_days=365, offences_earlier=0, custody_earlier=0, offences_before=3, custody_before=0
    )
    people = {
        "P-10": whole._replace(offences_after=1, custody_after=0, first_reoffence="2023-05-01", cohort="flex"),
        "P-9": whole,
        "P-1": whole._replace(entry="2025-01-01", first_reoffence=""),
        "P-2": whole._replace(offences_after=0, custody_after=9, first_reoffence="untraced", left="2023-08-01"),
    }
    model = PeopleModel(QApplication.instance() or QApplication([]))
    model.show_people(people, "2026-01-01")
    assert column(model, 8) == ["Complete", "3 open", "Recent", "Complete"]
    assert column(model, 7) == ["1 May 2023", "–", "–", "Untraced"]
    assert column(model, 3) == ["–", "–", "–", "1 Aug 2023"]
    model.sort(0)
    assert column(model, 0) == ["P-1", "P-2", "P-9", "P-10"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert column(model, 0)[0] == "P-1"
    model.sort(-1)
    assert column(model, 0) == list(people)
    model.show_people(people, "")
    assert column(model, 8) == ["Complete", "3 open", "3 open", "Complete"]


def test_dates_are_short_in_the_table() -> None:
    assert short_date("2024-09-03") == "3 Sep 2024"
    assert short_date("") == "–"


def test_counts_line_up_at_the_right_under_their_headings() -> None:
    model = PeopleModel(QApplication.instance() or QApplication([]))
    model.show_people({"P-1": Person(1, "2023-04-01")}, "")
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    cells = [model.data(model.index(0, place), role) for place in range(model.columnCount())]
    assert cells == [model.headerData(place, across, role) for place in range(model.columnCount())]
    right = [str(model.headerData(place, across)) for place, side in enumerate(cells) if side]
    assert right == ["Offences earlier", "Offences before", "Offences after"]
