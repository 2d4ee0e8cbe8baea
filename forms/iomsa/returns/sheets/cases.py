"""The rows of the sheet Cases: counts for each case question, over all files and by the groups that were drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from iomsa.answers.review import Figure
from iomsa.answers.sheet import Counts
from iomsa.framework.model import CaseQuestion, Framework
from iomsa.framework.wording import wording_hash
from iomsa.returns.canonical import Value
from iomsa.returns.layout import MEASURES
from iomsa.returns.table import number
from iomsa.scoring.tally import Stratum, Tally

ALL = "all"


def count_rows(
    framework: Framework, found: Tally, people: str, figures: Sequence[Figure]
) -> Iterator[tuple[Value, ...]]:
    """Yield one row for each case question over all files, then one for each stratum where there are several.

    `people` is how many are on the scheme, or empty, where no list was drawn from; `figures` hold the agreement.
    """
    listed = number(people) if found.people is None else found.people
    agreement = {each.id: each for each in figures}
    questions = framework.case_review.questions
    for question in questions:
        head = (question.id, ALL, listed, found.listed, found.reviewed)
        yield (*head, *_counts(question, found.of(question.id)), *_agreement(agreement, question.id))
    for stratum in named_strata(found):
        for question in questions:
            head = (stratum_id(question.id, stratum.name), *stratum[:2], stratum.listed, stratum.reviewed)
            yield (*head, *_counts(question, stratum.of(question.id)), *_agreement({}, ""))


def named_strata(found: Tally) -> tuple[Stratum, ...]:
    """Return the strata, where there are any to tell apart."""
    return tuple(each for each in found.strata if each.name) if len(found.strata) > 1 else ()


def stratum_id(question: str, stratum: str) -> str:
    """Return the row id of a case question in a stratum."""
    return f"{question}/{stratum}"


def _counts(question: CaseQuestion, counts: Counts) -> Iterator[Value]:
    yield question.text
    yield from counts
    yield counts.yes + counts.no
    yield wording_hash(question.text)


def _agreement(figures: Mapping[str, Figure], question: str) -> Iterator[Value]:
    agreed = figures.get(f"agreement.{question}.agreed", Figure("", ""))
    yield number(agreed.n)
    yield number(agreed.value)
    for measure in MEASURES:
        found = figures.get(f"agreement.{question}.{measure.removeprefix('agreed_')}", Figure("", ""))
        yield from map(number, (found.value, found.low, found.high))
