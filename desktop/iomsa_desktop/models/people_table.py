"""The people who joined as a table: when, how often they offended before and after, and what is still to fill in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from iomsa.answers.people import NONE, UNTRACED, Person
from iomsa.answers.values import MONTHS
from iomsa.outcomes.reoffending import settled
from iomsa_desktop.kit.flat_table import WEIGHT
from iomsa_desktop.kit.index import ROOT, Index
from iomsa_desktop.look import STRONG
from iomsa_desktop.models.by_reference import ReferenceModel

TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
NOTHING = "–"
HEADINGS = (
    ("Reference", "The scheme's own reference"),
    ("Joined", "The day they joined the scheme"),
    ("Cohort", "The cohort they belonged to on joining"),
    ("Left", "The day they left the scheme"),
    ("Offences earlier", "Proven offences in the year before the one before they joined"),
    ("Offences before", "Proven offences in the year before they joined, or were released"),
    ("Offences after", "Proven offences in the year after they joined, or were released"),
    ("First reoffence", "The first offence within the year that led to a conviction or caution within 18 months"),
    ("State", "What is still to be filled in"),
)
COUNTS = (4, 5, 6)
"""The columns of counts, which line up at the right."""
WORDS = {NONE: "None", UNTRACED: "Untraced", "": NOTHING}
EVER_NEEDED = ("window_days", "offences_earlier", "custody_earlier", "offences_before", "custody_before")
AFTERWARDS = ("offences_after", "custody_after", "first_reoffence")
"""What can only be known once the follow-up is over."""
RECENT = "Recent"


class Row(NamedTuple):
    """Hold what the table says of one person and by what each column sorts."""

    ref: str
    texts: tuple[str, ...]
    keys: tuple[tuple[bool, int | float, str], ...]


def short_date(iso: str) -> str:
    """Return an ISO date as 3 Apr 2025, as a table has room for; a dash where there is none."""
    if not iso:
        return NOTHING
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def missing(person: Person, data_to: str) -> int:
    """Count what has to be there for every figure and is not; what is still to come is not missing."""
    names = EVER_NEEDED if is_recent(person, data_to) else (*EVER_NEEDED, *AFTERWARDS)
    return (not person.entry) + sum(getattr(person, name) in (None, "") for name in names)


def is_recent(person: Person, data_to: str) -> bool:
    """Tell whether somebody joined too recently to be followed to the end."""
    start = person.follow_up_start or person.entry
    return bool(start and data_to) and not settled(
        datetime.date.fromisoformat(start), datetime.date.fromisoformat(data_to)
    )


class PeopleModel(ReferenceModel):
    """Show people in the order in which they were entered, or sorted by one column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: Mapping[str, Person] = {}
        self._data_to = ""
        self._rows: list[Row] = []
        self._made: dict[str, tuple[Person, str, Row]] = {}

    def show_people(self, people: Mapping[str, Person], data_to: str) -> None:
        """Show people, seen from the day up to which offences are known."""
        self.beginResetModel()
        self._people, self._data_to = people, data_to
        self._rows = [self._row(ref, person) for ref, person in people.items()]
        self._sort()
        self.endResetModel()

    def ref(self, row: int) -> str:
        """Return the reference of the person in a row, or empty."""
        return self._rows[row].ref if 0 <= row < len(self._rows) else ""

    def row_of(self, ref: str) -> int:
        """Return the row of a person, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.ref == ref), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in COUNTS:
            return Qt.AlignmentFlag.AlignRight
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section][0]
        return HEADINGS[section][1] if role in TEXT_ROLES else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Qt.AlignmentFlag | None:
        if role in TEXT_ROLES:
            return self._rows[index.row()].texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in COUNTS:
            return Qt.AlignmentFlag.AlignRight
        return STRONG if role == WEIGHT and index.column() == 0 else None

    def _sort(self) -> None:
        column, order = self._sorted
        places = {ref: place for place, ref in enumerate(self._people)}
        self._rows.sort(key=lambda row: places[row.ref])
        if 0 <= column < len(HEADINGS):
            self._rows.sort(key=lambda row: row.keys[column], reverse=order == Qt.SortOrder.DescendingOrder)

    def _row(self, ref: str, person: Person) -> Row:
        made = self._made.get(ref)
        if made is None or made[0] is not person or made[1] != self._data_to:
            made = self._made[ref] = (person, self._data_to, _row(ref, person, self._data_to))
        return made[2]


def _row(ref: str, person: Person, data_to: str) -> Row:
    counts = (person.offences_earlier, person.offences_before, person.offences_after)
    left_out = missing(person, data_to)
    state = f"{left_out} open" if left_out else RECENT if is_recent(person, data_to) else "Complete"
    first = person.first_reoffence
    dates = (person.entry, person.left)
    joined, left = map(short_date, dates)
    return Row(
        ref,
        (
            ref,
            joined,
            person.cohort.capitalize() or NOTHING,
            left,
            *(NOTHING if count is None else f"{count:,}" for count in counts),
            WORDS[first] if first in WORDS else short_date(first),
            state,
        ),
        (
            _by_nature(ref),
            *((not text, 0, text) for text in (person.entry, person.cohort, person.left)),
            *((count is None, count or 0, "") for count in counts),
            (not first, 0, first),
            (False, left_out, state),
        ),
    )


def _by_nature(ref: str) -> tuple[bool, int | float, str]:
    head = ref.rstrip("0123456789")
    tail = ref[len(head) :]
    return False, 0, f"{head.casefold()}{int(tail):020}" if tail.isdecimal() else ref.casefold()
