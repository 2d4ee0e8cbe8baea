"""What the head of a review is offered and takes only when it is pressed: the agency of the last file, and the day."""

from __future__ import annotations

from collections.abc import Iterable

from iomsa.answers.values import shown_date
from iomsa.framework.find import AGENCY, label
from iomsa.framework.model import Choice
from iomsa.session import edits
from iomsa.session.changes import Edit
from iomsa.session.second_review import agency_field, first_agency, offered_agency
from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button

DAY = "date"
"""The field in the head of a case for the day on which it was judged."""


def likely_agency(desk: Desk, choices: tuple[Choice, ...], *, second: bool = False) -> str:
    """Return the agency of the last file that the same person reviewed, else the one typed as theirs, or empty."""
    given = _seconds(desk) if second else _firsts(desk)
    allowed = {each.id for each in choices}
    last = max(((on, agency) for on, agency in given if agency in allowed), default=("", ""))[1]
    who = desk.settings.who(desk.file.path)
    return last or (offered_agency(choices, who[1]) if who else "")


class HeadOffer(Button):
    """Offer agency and day for the head of a first review, as far as they are not given."""

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(desk.look, "")
        self._desk, self._ref = desk, ref
        self._offered: dict[str, str] = {}
        self.setEnabled(not desk.read_only)
        self.clicked.connect(self._on_clicked)

    def refresh(self) -> None:
        """Offer what is still open; hide where there is nothing to offer."""
        self._offered = self._find()
        self.setVisible(bool(self._offered))
        self.setText(f"Fill in: {self._said()}")
        self.updateGeometry()

    def _find(self) -> dict[str, str]:
        desk, case = self._desk, self._desk.sheet.cases.get(self._ref)
        field = agency_field(desk.framework)
        if case is None or field is None or desk.read_only:
            return {}
        given, offered = dict(case.header.about), {}
        if not given.get(AGENCY) and (agency := likely_agency(desk, field.choices)):
            offered[AGENCY] = agency
        if not given.get(DAY) and any(each.id == DAY for each in desk.framework.case_review.about):
            offered[DAY] = desk.stamp().on[:10]
        return offered

    def _said(self) -> str:
        field = agency_field(self._desk.framework)
        agency = label(field.choices, self._offered.get(AGENCY, "")) if field is not None else ""
        return ", ".join(part for part in (agency, shown_date(self._offered.get(DAY, ""))) if part)

    def _on_clicked(self) -> None:
        desk, sheet = self._desk, self._desk.sheet
        steps: list[Edit] = []
        for id, value in self._offered.items():
            for edit in edits.case_about(sheet, self._ref, id, value, desk.stamp()):
                steps = [_after_all(steps, edit)]
                sheet = sheet.with_record(edit.address, edit.after)
        desk.bridge.change(f"{self._ref}: {self._said()} filled in", tuple(steps))


def _after_all(steps: list[Edit], edit: Edit) -> Edit:
    """Join edits of the same head into one."""
    return edit._replace(before=steps[0].before) if steps else edit


def _firsts(desk: Desk) -> Iterable[tuple[str, str]]:
    by = desk.stamp().by
    return ((case.header.on, first_agency(case)) for case in desk.sheet.cases.values() if case.header.by == by)


def _seconds(desk: Desk) -> Iterable[tuple[str, str]]:
    by = desk.stamp().by
    found = (case.second_review for case in desk.sheet.cases.values())
    return ((each.on, each.agency) for each in found if each is not None and each.by == by)
