"""What of the predictions about people can't be compared with anything, or can hardly be meant so."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.sheet import AnswerSheet
from iomsa.checks.finding import QUESTION, Finding, of_person
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard
from iomsa.scoring.words import counted

ONE_YEAR = 1
"""The years of the only predictions that a one-year follow-up can be compared with."""
CERTAIN = (0, 100)
"""The percentages that leave nothing to chance."""


def unusable(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Say of predictions that are not for one year that nothing can be compared with them."""
    predicted = _predicted(sheet)
    refs = [ref for ref in predicted if sheet.people[ref].predicted_years != ONE_YEAR]
    if refs:
        sentence = (
            f"{len(refs)} of {counted(len(predicted), 'prediction')} {'is' if len(refs) == 1 else 'are'} not said to "
            "be for one year, this one the first; only a one-year prediction can be compared with a one-year "
            "follow-up, so they are left out."
        )
        yield of_person("prediction-unusable", QUESTION, refs[0], sentence)


def certain(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask about predictions of 0 or 100 %, which are no chance: one that came out otherwise could never have."""
    refs = [ref for ref in _predicted(sheet) if sheet.people[ref].predicted in CERTAIN]
    if refs:
        sentence = (
            f"{counted(len(refs), 'person was', 'people were')} predicted at 0 or 100 %, this one the first; no tool "
            "is certain of anybody, so give the chance that it gave, or leave it blank."
        )
        yield of_person("prediction-certain", QUESTION, refs[0], sentence)


def several_tools(_: Framework, sheet: AnswerSheet, __: Scorecard) -> Iterator[Finding]:
    """Ask where predictions that are added up come from different tools, which may foretell different things."""
    by_tool: dict[str, list[str]] = {}
    for ref in _predicted(sheet):
        tool = sheet.people[ref].predicted_tool.casefold()
        if tool and sheet.people[ref].predicted_years == ONE_YEAR:
            by_tool.setdefault(tool, []).append(ref)
    if len(by_tool) > 1:
        fewest = min(by_tool.values(), key=len)
        sentence = (
            f"The one-year predictions come from {len(by_tool)} tools, this one from that which predicted fewest "
            "people; they are added up as if all foretold the same. Keep to the tool that foretells proven "
            "reoffending, or say beside the figure that there are several."
        )
        yield of_person("prediction-tools", QUESTION, fewest[0], sentence)


def _predicted(sheet: AnswerSheet) -> list[str]:
    return [ref for ref, person in sheet.people.items() if person.predicted is not None]
