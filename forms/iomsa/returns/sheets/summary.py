"""The rows of the sheet Summary: the one page that an inspector reads first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from iomsa.answers.review import Figure
from iomsa.answers.sheet import ProfileValue
from iomsa.answers.values import shown
from iomsa.framework.find import field as field_of
from iomsa.framework.find import field_name, item_of_field, questions
from iomsa.returns.canonical import Value
from iomsa.returns.content import Content, is_lowered
from iomsa.returns.layout import RECEIPT
from iomsa.returns.marking import SENSITIVE
from iomsa.returns.sheets.attention import attention, listed
from iomsa.returns.sheets.drawn import drawn_lines, twice_lines
from iomsa.returns.sheets.ratings import label
from iomsa.returns.sheets.reoffending import outcome_lines
from iomsa.returns.table import number
from iomsa.scoring.card import Rated
from iomsa.scoring.shares import percents
from iomsa.scoring.tally import Tally
from iomsa.scoring.words import opening

NOT_A_FORGER = (
    "Anyone can compare these words with what `iomsa verify` says of the file that arrived. It finds accidents and "
    "edits by hand, not a forger."
)


def summary_rows(
    content: Content, found: Tally, figures: Sequence[Figure], receipt: str
) -> Iterator[tuple[Value, ...]]:
    """Yield part, item, value and note of each line of the page."""
    parts = (
        ("Read this first", _first(content, receipt)),
        ("Who took part", _who(content)),
        ("People", _people(content)),
        ("Cases", _cases(content, found, figures)),
        ("Self-ratings", _lines(content)),
        ("Safety", _safety(content)),
        ("Outcomes", outcome_lines(content.sheet, figures)),
        ("Look at", attention(content)),
    )
    seen: Counter[str] = Counter()
    for part, lines in parts:
        for item, value, note in lines:
            seen[item] += 1
            yield part, item if seen[item] == 1 else f"{item} ({seen[item]})", value, note


def _first(content: Content, receipt: str) -> Iterator[tuple[str, Value, str]]:
    yield "Return", content.title, content.framework.title
    for item, name in _agreements(content):
        if not name:
            yield f"Not {opening(item)}", "", "Nobody has agreed for this service."
    lowered = f"Lowered from {SENSITIVE} by {content.lowered_by}." if is_lowered(content) else ""
    yield "Protective marking", content.marking, lowered
    yield "Self-rated", "", content.framework.self_rated
    yield RECEIPT, receipt, NOT_A_FORGER


def _agreements(content: Content) -> Iterator[tuple[str, str]]:
    for id in content.framework.roles.agreed_by:
        item = item_of_field(content.framework, id)
        if item:
            yield item.label, content.profile(id)


def _who(content: Content) -> Iterator[tuple[str, Value, str]]:
    sheet = content.sheet
    authors = [answer.by for answer in sheet.answers.values()] + [each.by for each in sheet.profile.values()]
    names = sorted({name for name in authors if name})
    yield "Answered by", len(names), listed(names)
    for id in content.framework.roles.agreed_by:
        item = item_of_field(content.framework, id)
        if item:
            rest = (shown(each, content.profile(each.id)) for each in item.fields if each.id != id)
            yield item.label, content.profile(id) or "Not agreed", ", ".join(text for text in rest if text)


def _people(content: Content) -> Iterator[tuple[str, Value, str]]:
    roles = content.framework.roles
    for id in (roles.people, *roles.summary):
        field, item = field_of(content.framework, id), item_of_field(content.framework, id)
        if field and item:
            value = content.sheet.profile.get(id, ProfileValue())
            words = content.framework.not_known if value.not_known else number(value.value)
            yield field_name(item, field), words if words != "" else "Not answered", value.note


def _cases(content: Content, found: Tally, figures: Sequence[Figure]) -> Iterator[tuple[str, Value, str]]:
    how = "Chosen and entered by the scheme; nothing was drawn by chance." if content.sheet.draw is None else ""
    if content.sheet.returned_cases is not None and not content.sheet.cases:
        how = "Counts from a return; no case files here."
    if not found.listed:
        how = "No case files have been reviewed."
    yield "Cases reviewed", f"{found.reviewed} of {found.listed}", how
    yield from drawn_lines(content.sheet, found)
    yield from twice_lines(content.sheet, figures)


def _lines(content: Content) -> Iterator[tuple[str, Value, str]]:
    for rated in (*content.card.lines, content.card.overall):
        yield rated.title, rating_words(content, rated), rated.reason


def rating_words(content: Content, rated: Rated) -> str:
    """Return a self-rating as a person reads it: with so far, a range in words, or that nothing is rated or started."""
    if rated.rating:
        return label(content.framework, rated.rating) + (" (so far)" if rated.so_far else "")
    if rated.range and not rated.started:
        return "Not started"
    if rated.range:
        return " to ".join(label(content.framework, each) for each in rated.range)
    return "Not rated"


def _safety(content: Content) -> Iterator[tuple[str, Value, str]]:
    for question in questions(content.framework):
        if question.safety:
            rated = content.card.question(question.id)
            yield f"{question.id} {question.short}", rating_words(content, rated), _figures(rated)


def _figures(rated: Rated) -> str:
    if not rated.n or rated.interval is None:
        return "No file gave a yes or no."
    figures = f"{rated.sufficient} of {rated.n} sufficient, {rated.percent} %"
    return f"{figures}; 95 % interval {percents(rated.interval)}."
