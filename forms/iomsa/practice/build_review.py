"""Build the draw of the case files and their second reviews from the compact rows of a period's data file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iomsa.answers.review import Draw, Replaced, SecondReview
from iomsa.answers.sheet import NO, NOT_APPLICABLE, YES, AnswerSheet, CaseAnswer
from iomsa.framework.model import Framework

Data = Mapping[str, Any]

CASE_LETTERS = {"Y": YES, "N": NO, "X": NOT_APPLICABLE}


def with_review(framework: Framework, sheet: AnswerSheet, data: Data) -> AnswerSheet:
    """Return the sheet with its draw, what was replaced, and the second reviews; as it is where nothing was drawn."""
    if "draw" not in data:
        return sheet
    by_on = tuple(data["answered"]["cases"])
    groups = {name: words.split() for name, words in data["draw"]["people"].items()}
    drawn = {name: sum(ref in sheet.cases for ref in refs) for name, refs in groups.items()}
    replaced = {
        ref: Replaced(row["group"], row["by"], row["reason"], *by_on) for ref, row in data["draw"]["replaced"].items()
    }
    draw = Draw(
        data["draw"]["seed"],
        data["draw"]["on"],
        tuple((name, len(refs), drawn[name]) for name, refs in groups.items()),
        tuple((ref, name) for name, refs in groups.items() for ref in refs),
        by=by_on[0],
        on=by_on[1],
    )
    return _with_second(framework, sheet._replace(draw=draw, replaced=replaced), data["second"], by_on)


def _with_second(framework: Framework, sheet: AnswerSheet, data: Data, by_on: tuple[str, ...]) -> AnswerSheet:
    cases = dict(sheet.cases)
    ids = [question.id for question in framework.case_review.questions]
    for row in data["rows"]:
        ref, agency, *letters = row.split()
        second = zip(ids, "".join(letters), strict=True)
        cases[ref] = cases[ref]._replace(
            second_review=SecondReview(agency, *by_on),
            second={id: CaseAnswer(CASE_LETTERS[letter], by=by_on[0], on=by_on[1]) for id, letter in second},
            agreed={
                id: CaseAnswer(CASE_LETTERS[letter], by=by_on[0], on=by_on[1])
                for id, letter in data["agreed"].get(ref, {}).items()
            },
        )
    return sheet._replace(cases=cases)
