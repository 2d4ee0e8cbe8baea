"""What the overview shows while nothing is answered: what lies ahead and the one next step."""

from __future__ import annotations

from iomsa.answers.progress import profile_progress
from iomsa.framework.find import counted_standards
from iomsa_desktop.desk import PROFILE, STANDARD, Desk, Place
from iomsa_desktop.kit.buttons import Button
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.words import words
from iomsa_desktop.sentences import PLAN


class StartCard(Card):
    """Say what is ahead and offer the first step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Nothing is answered yet", edge=desk.look.theme.accent)
        self._desk = desk
        prompts = [prompt for standard in counted_standards(desk.framework) for prompt in standard.prompts]
        hours = round(sum(prompt.minutes for prompt in prompts) / 60)
        ahead = f"Ahead are {len(prompts)} prompts on how the scheme is organised, about {hours} hours in all"
        cases = " and a review of case files" if desk.framework.case_review.questions else ""
        self.add(words(desk.look, f"{ahead}, the facts about the scheme{cases}. {PLAN}"))
        self._next = Button(desk.look, "", lead=True)
        self._next.clicked.connect(lambda: desk.go(self._place()))
        self.add(self._next)

    def refresh(self) -> None:
        """Name the next step."""
        place = self._place()
        self._next.setText(
            "Start with the scheme profile" if place.page == PROFILE else f"Start with standard {place.about}"
        )
        self._next.updateGeometry()

    def _place(self) -> Place:
        framework = self._desk.framework
        required = [item for item in framework.profile if item.required]
        if not profile_progress(self._desk.sheet, required).complete:
            return Place(PROFILE)
        return Place(STANDARD, framework.standards[0].id)
