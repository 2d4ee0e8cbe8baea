"""Rate a standard and its key questions from prompts."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.sheet import Answer
from iomsa.framework.find import scale
from iomsa.framework.model import Framework, Standard
from iomsa.scoring.card import QUESTION, STANDARD, Rated, StandardScore
from iomsa.scoring.limits import Held
from iomsa.scoring.prompts import Marks, hold_question, read_marks
from iomsa.scoring.reasons import reason_of_question, reason_of_standard
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.sums import Summed, add, standard_caps


class Judged(NamedTuple):
    """Hold a standard's score together with the marks it was made from, for advice."""

    standard: Standard
    score: StandardScore
    marks: tuple[Marks, ...]


def judge(framework: Framework, ruler: Ruler, standard: Standard, answers: Mapping[str, Answer]) -> Judged:
    """Rate a standard whose prompts count."""
    codes = {level.code: level.points for level in scale(framework, standard.scale).levels}
    marks = tuple(read_marks(question, answers, codes) for question in standard.questions)
    questions = tuple(_rate_question(ruler, each) for each in marks)
    return Judged(standard, StandardScore(_rate_standard(ruler, standard, marks, questions), questions), marks)


def sum_questions(ruler: Ruler, ends: Mapping[str, tuple[int, int]]) -> Summed | None:
    """Rate a standard from the ends of its key questions that are not out."""
    return add(ruler, ends.values(), lambda end: standard_caps(ruler, ends, end))


def _rate_question(ruler: Ruler, marks: Marks) -> Rated:
    low = hold_question(ruler, marks, 0)
    high = hold_question(ruler, marks, ruler.top) if marks.open else low
    rated = Rated(
        marks.question.id,
        QUESTION,
        marks.question.text,
        started=len(marks.open) < len(marks.question.prompts),
        out=low is None,
        open=len(marks.open),
        not_known=len(marks.not_known),
        not_applicable=len(marks.not_applicable),
        threes_without_evidence=sum(mark.points == ruler.top and not mark.evidence for mark in marks.applicable),
        reason=reason_of_question(ruler, marks, low, high),
    )
    return rated if low is None or high is None else _place(ruler, rated, low, high)


def _rate_standard(ruler: Ruler, standard: Standard, marks: Sequence[Marks], questions: Sequence[Rated]) -> Rated:
    ends = {each.id: found for each in questions if (found := ruler.ends(each)) is not None}
    summed = sum_questions(ruler, ends)
    open_ids = tuple(id for each in marks for id in each.open)
    all_open = len(open_ids) == len(standard.prompts)
    rated = Rated(
        standard.id,
        STANDARD,
        standard.title,
        started=not all_open,
        out=summed is None,
        open=len(open_ids),
        not_known=sum(each.not_known for each in questions),
        not_applicable=sum(each.not_applicable for each in questions),
        threes_without_evidence=sum(each.threes_without_evidence for each in questions),
        reason=reason_of_standard(ruler, summed, open_ids, all_open, tuple(each.id for each in questions if each.out)),
    )
    return rated if summed is None else _place(ruler, rated, summed.low, summed.high)


def _place(ruler: Ruler, rated: Rated, low: Held, high: Held) -> Rated:
    if low.place != high.place:
        return rated._replace(range=(ruler.ids[low.place], ruler.ids[high.place]))
    return rated._replace(
        rating=ruler.ids[high.place],
        points=high.place,
        max=ruler.top,
        limited_by=tuple(name for cap in high.by for name in cap.names),
    )
