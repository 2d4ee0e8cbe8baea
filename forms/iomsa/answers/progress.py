"""How much is answered: progress, which is never the same as a rating."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from iomsa.answers.sheet import NOT_APPLICABLE, Answer, AnswerSheet, Case
from iomsa.framework.model import Framework, ProfileItem, Prompt, Standard


class Progress(NamedTuple):
    """Count what is done of what there is."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        """Tell whether all is done."""
        return self.done == self.of


def is_open(answer: Answer | None) -> bool:
    """Tell whether a prompt is open: no choice, or not applicable without its reason."""
    if answer is None or answer.choice is None:
        return True
    return answer.choice == NOT_APPLICABLE and not answer.reason


def prompts_progress(sheet: AnswerSheet, prompts: Iterable[Prompt]) -> Progress:
    """Count answered prompts."""
    opened = [is_open(sheet.answers.get(prompt.id)) for prompt in prompts]
    return Progress(opened.count(False), len(opened))


def open_prompts(sheet: AnswerSheet, standards: Iterable[Standard]) -> tuple[tuple[Standard, Prompt], ...]:
    """Return the open prompts of these standards, each with its standard, in order."""
    return tuple(
        (standard, prompt)
        for standard in standards
        for prompt in standard.prompts
        if is_open(sheet.answers.get(prompt.id))
    )


def item_done(sheet: AnswerSheet, item: ProfileItem) -> bool:
    """Tell whether every field of a profile item that is not optional has a value or is not known."""
    return all(
        field.optional
        or ((value := sheet.profile.get(field.id)) is not None and (value.value != "" or value.not_known))
        for field in item.fields
    )


def profile_progress(sheet: AnswerSheet, items: Iterable[ProfileItem]) -> Progress:
    """Count profile items that are done."""
    done = [item_done(sheet, item) for item in items]
    return Progress(done.count(True), len(done))


def is_reviewed(framework: Framework, case: Case) -> bool:
    """Tell whether every case question has yes, no or not applicable."""
    return _all_chosen(case, [question.id for question in framework.case_review.questions])


def cases_progress(framework: Framework, sheet: AnswerSheet) -> Progress:
    """Count reviewed cases among those on the list."""
    if sheet.returned_cases is not None and not sheet.cases:
        return Progress(sheet.returned_cases.reviewed, sheet.returned_cases.listed)
    asked = [question.id for question in framework.case_review.questions]
    reviewed = [_all_chosen(case, asked) for case in sheet.cases.values()]
    return Progress(reviewed.count(True), len(reviewed))


def _all_chosen(case: Case, asked: Sequence[str]) -> bool:
    # Every page counts all files at each change, so this walks no answer twice.
    chosen = {id for id, answer in case.answers.items() if answer.choice is not None}
    return chosen.issuperset(asked)
