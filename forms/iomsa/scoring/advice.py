"""Where a real change would count most, and on which answers a rating rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from iomsa.framework.find import scale
from iomsa.framework.model import Framework
from iomsa.scoring.card import WorthChanging
from iomsa.scoring.limits import Held
from iomsa.scoring.prompts import Mark, Marks, hold_question
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.standards import Judged, sum_questions
from iomsa.scoring.words import opening

MOST_RESTING = 3
_STANDARD, _QUESTION, _NEITHER = range(3)
_RAISES = ("standard", "question", "")
Order = tuple[int, ...]


def worth_changing(framework: Framework, ruler: Ruler, judged: Sequence[Judged]) -> tuple[WorthChanging, ...]:
    """Try each answer under the top at the top alone, in standards without an open prompt; what counts most is first.

    In order: raises its standard's rating, then its key question's, then neither; within these essential first, then
    the lowest key question, then the largest gap, then id. Where nothing is raised the largest gap comes first, since
    it is then what the sentence names (design, rating rule 9).
    """
    found = chain.from_iterable(_of_standard(framework, ruler, each) for each in judged)
    return tuple(worth for _, worth in sorted(found, key=lambda each: each[0]))


def _of_standard(framework: Framework, ruler: Ruler, judged: Judged) -> Iterator[tuple[Order, WorthChanging]]:
    if any(marks.open for marks in judged.marks):
        return
    places = _places(ruler, judged.marks)
    now = _standard_place(ruler, places)
    for marks in judged.marks:
        for place, mark in enumerate(marks.applicable):
            if mark.points is None or mark.points == ruler.top:
                continue
            held = _with_mark(ruler, marks, place, mark._replace(points=ruler.top, known=True))
            then = _standard_with(ruler, places, now, marks.question.id, held.place)
            before = places[marks.question.id]
            raises = _STANDARD if then > now else _QUESTION if held.place > before else _NEITHER
            gap = ruler.top - mark.points
            within = (not mark.prompt.essential, before, -gap)
            order = (raises, *within) if raises != _NEITHER else (raises, -gap, *within)
            reached = (
                f"standard {judged.standard.id} would be {ruler.labels[then]}",
                f"key question {marks.question.id} would be {ruler.labels[held.place]}",
                "",
            )[raises]
            sentence = _sentence(mark, _now(framework, judged, mark), reached)
            yield order, WorthChanging(mark.prompt.id, judged.standard.id, _RAISES[raises], sentence)


def _sentence(mark: Mark, now: str, reached: str) -> str:
    asked = f"{mark.prompt.id} {mark.prompt.text} Now: {now}."
    if reached:
        return f"{asked} If this were in place and you could show it, {reached}."
    return f"No single change would alter a rating. The largest gap: {asked}"


def _now(framework: Framework, judged: Judged, mark: Mark) -> str:
    if not mark.known:
        return opening(framework.not_known)
    levels = scale(framework, judged.standard.scale).levels
    return opening(next(level.short for level in levels if level.points == mark.points))


def resting_on(ruler: Ruler, judged: Judged) -> tuple[str, ...]:
    """Return the prompts whose answer, one level lower, would lower the standard's rating; none if more than three."""
    if judged.score.rated.rating is None or any(marks.open for marks in judged.marks):
        return ()
    places = _places(ruler, judged.marks)
    now = _standard_place(ruler, places)
    found = []
    for marks in judged.marks:
        for place, mark in enumerate(marks.applicable):
            if mark.points:
                held = _with_mark(ruler, marks, place, mark._replace(points=mark.points - 1))
                if _standard_with(ruler, places, now, marks.question.id, held.place) < now:
                    found.append(mark.prompt.id)
    return tuple(found) if len(found) <= MOST_RESTING else ()


def _places(ruler: Ruler, marks: Sequence[Marks]) -> dict[str, int]:
    held = {each.question.id: hold_question(ruler, each, 0) for each in marks}
    return {id: each.place for id, each in held.items() if each is not None}


def _standard_place(ruler: Ruler, places: dict[str, int]) -> int:
    summed = sum_questions(ruler, {id: (place, place) for id, place in places.items()})
    return 0 if summed is None else summed.high.place


def _standard_with(ruler: Ruler, places: dict[str, int], now: int, question: str, place: int) -> int:
    """Return the standard's place with one key question at another place; most changes of a prompt stop before here."""
    return now if place == places[question] else _standard_place(ruler, {**places, question: place})


def _with_mark(ruler: Ruler, marks: Marks, place: int, mark: Mark) -> Held:
    applicable = (*marks.applicable[:place], mark, *marks.applicable[place + 1 :])
    held = hold_question(ruler, marks._replace(applicable=applicable), 0)
    if held is None:
        raise ValueError("a key question with a mark has a rating")
    return held
