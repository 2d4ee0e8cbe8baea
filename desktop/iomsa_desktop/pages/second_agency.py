"""The card that asks which agency makes the second review, which is never the one that made the first."""

from __future__ import annotations

from PySide6.QtCore import Qt

from iomsa.framework.find import label
from iomsa.framework.model import Field
from iomsa.session.second_review import agency_field, first_agency, second_agencies, second_agency
from iomsa_desktop.desk import Desk
from iomsa_desktop.fields.registry import make_editor
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.segments import Segments
from iomsa_desktop.kit.words import field_label, show_words, small, words
from iomsa_desktop.pages.case_form_offer import likely_agency

FIRST_UNKNOWN = """\
The first review does not say yet which agency made it. Ask its reviewer to fill that in; this review comes from the \
other agency."""
SAME = """\
The first review was by {agency} too, so this one is not blind to it as it should be. Choose the agency that really \
made this review, or let somebody of another agency make it anew."""


class AgencyCard(Card):
    """Ask for the agency of the second reviewer and save it as it is chosen."""

    def __init__(self, desk: Desk, ref: str, field: Field) -> None:
        super().__init__(desk.look, "Who reviews this file a second time?")
        self._desk, self._ref, self._field = desk, ref, field
        case = desk.sheet.cases[ref]
        self._first = first_agency(case)
        self._choices = second_agencies(desk.framework, case)
        self.editor = make_editor(desk.look, field._replace(hint="", choices=self._choices), f"{ref} {field.label}")
        about = self._about()
        self.editor.anchor.setAccessibleDescription(about)
        self.editor.typed.connect(self._on_typed)
        if desk.read_only:
            self.editor.lock()
        self._wrong = words(desk.look)
        self.add(words(desk.look, about))
        self.add(field_label(desk.look, field.label, self.editor.anchor))
        self.column.addLayout(side_by_side(desk.look, self.editor))
        self.add(self._wrong)
        self.add(small(desk.look, "Kept: the agency and the answers. How long it takes is not recorded."))
        self.refresh()

    @property
    def agency(self) -> str:
        """Return the agency that is stored, or empty."""
        case = self._desk.sheet.cases.get(self._ref)
        return case.second_review.agency if case and case.second_review else ""

    @property
    def stale(self) -> bool:
        """Tell whether the first review is now by another agency than when this card was made."""
        case = self._desk.sheet.cases.get(self._ref)
        return case is not None and first_agency(case) != self._first

    def refresh(self) -> None:
        """Show what is stored."""
        self.editor.show_value(self.agency)
        same = bool(self.agency) and self.agency == self._first
        show_words(self._wrong, SAME.format(agency=label(self._field.choices, self._first)) if same else "")

    def focus(self) -> None:
        """Give the focus to what is chosen, else to what is likely: it is stored only when it is pressed."""
        control = self.editor.anchor
        likely = likely_agency(self._desk, self._choices, second=True) if not self.agency else ""
        button = None
        if isinstance(control, Segments):
            button = next((each for each in control.buttons if each.option.code == likely), None)
        if button is None:
            self.editor.focus()
        else:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _about(self) -> str:
        if not self._first:
            return FIRST_UNKNOWN
        return f"The first review was by {label(self._field.choices, self._first)}. Another agency makes this one."

    def _on_typed(self, agency: str) -> None:
        if agency:
            self._store(agency)
        else:
            # What is taken away by Delete stays until another is chosen: a review is always somebody's.
            self.refresh()

    def _store(self, agency: str) -> None:
        desk = self._desk
        if self._ref in desk.sheet.cases:
            what = second_agency(desk.framework, desk.sheet, self._ref, agency, desk.stamp())
            name = f"{self._ref} second review by {label(self._field.choices, agency)}"
            desk.bridge.change(name, what, origin=self)


def agency_card(desk: Desk, ref: str) -> AgencyCard | None:
    """Make the card, where the framework asks for the agency."""
    field = agency_field(desk.framework)
    return None if field is None else AgencyCard(desk, ref, field)
