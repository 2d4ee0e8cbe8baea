"""Build one period's answer sheet from the compact rows of its data file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iomsa.answers.period import make_period
from iomsa.answers.sheet import (
    NOT_APPLICABLE,
    NOT_KNOWN,
    Answer,
    AnswerSheet,
    Case,
    CaseAnswer,
    CaseHeader,
    Move,
    ProfileValue,
)
from iomsa.framework.model import Framework
from iomsa.practice.build_review import CASE_LETTERS, with_review

Data = Mapping[str, Any]

LEVEL_WORDS = {"K": NOT_KNOWN, "N": NOT_APPLICABLE}


def build_sheet(framework: Framework, data: Data) -> AnswerSheet:
    """Return the sheet that one period's data describes; `data` as TOML gives it."""
    sheet = AnswerSheet(
        make_period(data["period"], framework.ref),
        answers=dict(_answers(framework, data)),
        profile=dict(_profile(data)),
        cases={case.ref: case for case in _cases(framework, data)},
        moves={id: _move(row) for id, row in data.get("moves", {}).items()},
    )
    return with_review(framework, sheet, data)


def _answers(framework: Framework, data: Data) -> Iterator[tuple[str, Answer]]:
    for standard in framework.standards:
        for question in standard.questions:
            words = data["levels"].get(question.id, "").split()
            for prompt, word in zip(question.prompts, words, strict=bool(words)):
                by, on = data["answered"][standard.id]
                yield (
                    prompt.id,
                    Answer(
                        choice=LEVEL_WORDS.get(word, word),
                        reason=data["reasons"].get(prompt.id, ""),
                        note=data["notes"].get(prompt.id, ""),
                        evidence="\n".join(data["evidence"].get(prompt.id, ())),
                        flag=prompt.id in data.get("flags", ()),
                        by=by,
                        on=on,
                    ),
                )


def _profile(data: Data) -> Iterator[tuple[str, ProfileValue]]:
    by, on = data["answered"]["profile"]
    notes = data.get("profile_notes", {})
    for field, value in data["profile"].items():
        yield field, ProfileValue(value, note=notes.get(field, ""), by=by, on=on)
    for field in data["not_known"]["fields"]:
        yield field, ProfileValue(not_known=True, note=notes.get(field, ""), by=by, on=on)


def _cases(framework: Framework, data: Data) -> Iterator[Case]:
    review, by_on = framework.case_review, data["answered"]["cases"]
    for position, row in enumerate(data["cases"]["rows"], start=1):
        ref, *words = row.split()
        about, letters = words[: len(review.about)], "".join(words[len(review.about) :])
        reasons, notes = data["cases"]["reasons"].get(ref, {}), data["cases"]["notes"].get(ref, {})
        answers = {
            question.id: CaseAnswer(
                CASE_LETTERS[letter], reasons.get(question.id, ""), notes.get(question.id, ""), *by_on
            )
            for question, letter in zip(review.questions, letters, strict=True)
        }
        pairs = sorted(zip((field.id for field in review.about), about, strict=True))
        yield Case(ref, CaseHeader(tuple(pairs), position, *by_on), answers)


def _move(row: Data) -> Move:
    return Move(row["to"], row["reason"], tuple((name, agency) for name, agency in row["by"]), row["on"])
