"""A button that takes the next step of the case review and is named after it."""

from __future__ import annotations

from iomsa_desktop.desk import Desk
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.pages.cases_menu import READ_ONLY
from iomsa_desktop.pages.review_next import Step


class StepButton(Button):
    """Take one step of the case review; hidden where there is none."""

    def __init__(self, desk: Desk, *, lead: bool = False) -> None:
        super().__init__(desk.look, "", lead=lead)
        self._desk = desk
        self.step: Step | None = None
        self.setEnabled(not desk.read_only)
        self.setToolTip(READ_ONLY if desk.read_only else "")
        self.clicked.connect(self._on_clicked)

    def show_step(self, step: Step | None) -> None:
        """Offer another step, or none."""
        self.step = step
        self.setVisible(step is not None)
        self.setText(step.name if step else "")
        self.updateGeometry()

    def _on_clicked(self) -> None:
        if self.step is not None:
            self._desk.go(self.step.place)
