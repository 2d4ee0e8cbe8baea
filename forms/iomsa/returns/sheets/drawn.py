"""How the case files were drawn, replaced and reviewed twice: in words for Summary, as values for About."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from iomsa.answers.review import Draw, Figure
from iomsa.answers.sheet import AnswerSheet
from iomsa.answers.values import shown_date
from iomsa.returns.canonical import Value
from iomsa.returns.sheets.cases import named_strata
from iomsa.returns.table import dated
from iomsa.scoring.tally import BY_HAND, Tally
from iomsa.scoring.words import counted

Line = tuple[str, Value, str]
DRAW = "draw."
ORDER = "the first in the order of the SHA-256 of seed|reference"


def draw_values(sheet: AnswerSheet) -> Iterator[tuple[Value, ...]]:
    """Yield item and value of everything about the draw but the list: anybody who has that can draw again."""
    draw = sheet.draw
    if draw is not None:
        yield f"{DRAW}seed", draw.seed
        yield f"{DRAW}drawn_on", dated(draw.drawn_on)
        yield f"{DRAW}margin", draw.margin
        yield f"{DRAW}times", draw.times
        yield f"{DRAW}replaced", replaced(sheet, draw)
        yield f"{DRAW}strata", json.dumps(draw.strata, ensure_ascii=False)


def replaced(sheet: AnswerSheet, draw: Draw) -> int:
    """Return how many files left the list, with those whose own records are gone."""
    return draw.replaced + len(sheet.replaced)


def drawn_lines(sheet: AnswerSheet, found: Tally) -> Iterator[Line]:
    """Yield the lines of Summary on the draw; nothing where nothing was drawn."""
    draw = sheet.draw
    if draw is None:
        return
    people, drawn = sum(of for _, of, _ in draw.strata), sum(taken for _, _, taken in draw.strata)
    yield "How cases were drawn", f"{drawn} of {people}", _how(draw, drawn == people)
    groups = [f"{name or 'all'}: {taken} of {of}" for name, of, taken in draw.strata]
    if len(groups) > 1:
        weighted = " Weighted, as some were drawn more than their share." if found.weighted else ""
        yield "Groups drawn from", len(groups), f"{'; '.join(groups)}.{weighted}"
    if left := replaced(sheet, draw):
        yield "Files replaced", left, _reasons(sheet)
    by_hand = sum(each.listed for each in named_strata(found) if each.name == BY_HAND)
    if by_hand:
        yield "Files added by hand", by_hand, "These stand for themselves alone."


def twice_lines(sheet: AnswerSheet, figures: Sequence[Figure]) -> Iterator[Line]:
    """Yield the line of Summary on second reviews: how many of how many, and on how many answers both said the same."""
    agreed = [each for each in figures if each.id.startswith("agreement.") and each.id.endswith(".agreed")]
    files = next((each.value for each in figures if each.id == "agreement.files"), "")
    wanted = _wanted(sheet)
    if not agreed and not wanted:
        return
    alike, of = sum(_whole(each.value) for each in agreed), sum(_whole(each.n) for each in agreed)
    said = f"Both said the same in {alike} of {of} answers; Cases has each question." if of else ""
    value = f"{files or 0} of {wanted}" if wanted else files
    yield "Files reviewed twice", value, f"By another agency, blind to the first review. {said}".strip()


def _how(draw: Draw, whole: bool) -> str:
    day = f" on {shown_date(draw.drawn_on)}" if draw.drawn_on else ""
    times = "drawn once" if draw.times == 1 else f"drawn {draw.times} times, this is the last"
    if whole:
        return f"All files on the list{day}; {times}."
    wanted = f" For a precision of {counted(draw.margin, 'point')} of percent either way." if draw.margin else ""
    return f"At random{day}, seed {draw.seed}: {ORDER}, in each group; {times}.{wanted}"


def _reasons(sheet: AnswerSheet) -> str:
    found = Counter(each.reason for each in sheet.replaced.values())
    return "; ".join(f"{reason} ({count})" for reason, count in sorted(found.items()))


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _wanted(sheet: AnswerSheet) -> int:
    if not any(case.second_review or case.second for case in sheet.cases.values()):
        return 0
    from iomsa.outcomes.reviewed_twice import to_be_reviewed_twice

    return len(to_be_reviewed_twice(sheet.cases, sheet.draw))
