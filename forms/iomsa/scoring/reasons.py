"""Say why a rating from points is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from iomsa.scoring.limits import Cap, Held
from iomsa.scoring.prompts import Mark, Marks
from iomsa.scoring.ruler import Ruler
from iomsa.scoring.sums import Summed
from iomsa.scoring.words import NAMED, be, counted, listed, lowest, sentence, standards


def reason_of_question(ruler: Ruler, marks: Marks, low: Held | None, high: Held | None) -> str:
    """Explain a key question that is rated from prompts."""
    if low is None or high is None:
        return "Every prompt is not applicable, so this key question is left out of its standard."
    summed = Summed(len(marks.applicable), (marks.total(0), marks.total(ruler.top)), low, high)
    if len(marks.open) == len(marks.applicable) and not marks.not_applicable:
        return _not_started(len(marks.open))
    whys = {cap.limit.id: _why_prompts(cap, marks.applicable) for cap in high.caps}
    parts = [
        reason_of_sum(ruler, summed, "", opened(len(marks.open), marks.open), whys),
        _spared(marks.applicable, high),
    ]
    if marks.not_known:
        parts.append(f"{listed(marks.not_known)} {be(marks.not_known)} not known and {_counts(marks.not_known)} as 0.")
    if marks.not_applicable:
        parts.append(f"{listed(marks.not_applicable)} {be(marks.not_applicable)} not applicable and left out.")
    return " ".join(part for part in parts if part)


def reason_of_standard(
    ruler: Ruler, summed: Summed | None, open_ids: Sequence[str], all_open: bool, out: Sequence[str]
) -> str:
    """Explain a standard that is rated from its key questions; `out` are those that are wholly not applicable."""
    if summed is None:
        return "Every key question is not applicable, so this standard leaves the overall self-rating."
    if all_open:
        return _not_started(len(open_ids))
    whys = {cap.limit.id: why_ratings(ruler, cap) for cap in summed.high.caps}
    is_open = opened(len(open_ids), open_ids)
    parts = [reason_of_sum(ruler, summed, f" from {counted(summed.n, 'key question')}", is_open, whys)]
    if out:
        parts.append(f"{listed(out)} {be(out)} not applicable and left out.")
    return " ".join(parts)


def reason_of_sum(ruler: Ruler, summed: Summed, of: str, is_open: str, whys: dict[str, str]) -> str:
    """Explain a sum of points: what they earn, what holds them down; `is_open` says what is open, or is empty."""
    low, high = ruler.labels[summed.low.place], ruler.labels[summed.high.place]
    if summed.low.place != summed.high.place:
        ends = f"{is_open}. With what is open at 0 this would be {low}, at {ruler.top} {high}."
        return " ".join(part for part in (ends, _at_most(ruler, summed.high, whys)) if part)
    if is_open:
        same = f"{is_open}, but what is open makes no difference: {high}."
        return " ".join(part for part in (same, _at_most(ruler, summed.high, whys)) if part)
    points = f"{summed.points[1]} of {counted(ruler.top * summed.n, 'point')}{of}"
    if not summed.high.by:
        return f"{points}: {high}."
    return f"{points} would be {ruler.labels[summed.high.earned]}, but {_held(ruler, summed.high, whys)}."


def why_ratings(ruler: Ruler, cap: Cap) -> str:
    """Say what set off a cap that looks at ratings."""
    if cap.limit.kind == "nth-lowest":
        return f"the {lowest(cap.limit.number)} of {standards(cap.limit.of)} is {ruler.labels[cap.place]}"
    return f"{listed(cap.of)} {be(cap.of)} {ruler.labels[ruler.places[cap.limit.rating]]}"


def _why_prompts(cap: Cap, marks: Sequence[Mark]) -> str:
    known = [mark.known for mark in marks if mark.prompt.id in cap.of]
    bound = f"at {cap.limit.points}" if cap.limit.kind == "essential-at" else f"under {cap.limit.points}"
    state = bound if all(known) else "not known" if not any(known) else f"{bound} or not known"
    essential = "essential " if cap.limit.kind == "essential-at" else ""
    return f"{essential}{listed(cap.of)} {be(cap.of)} {state}"


def _held(ruler: Ruler, held: Held, whys: dict[str, str]) -> str:
    ours = " of ours" if all(cap.limit.source == "ours" for cap in held.by) else ""
    limit = f"limits{ours} hold" if len(held.by) > 1 else f"a limit{ours} holds"
    return f"{' and '.join(whys[cap.limit.id] for cap in held.by)}, so {limit} it at {ruler.labels[held.place]}"


def _at_most(ruler: Ruler, held: Held, whys: dict[str, str]) -> str:
    return f"{sentence(_held(ruler, held, whys))} at most." if held.by else ""


def _spared(marks: Sequence[Mark], held: Held) -> str:
    """Name essential prompts that would hold the rating down if the points were better."""
    caps = (cap for cap in held.caps if cap.limit.kind == "essential-at" and cap not in held.by)
    known = {mark.prompt.id for mark in marks if mark.known}
    found = [(cap.limit.points, [id for id in cap.of if id in known]) for cap in caps]
    return " ".join(f"Essential {listed(ids)} {be(ids)} at {points}." for points, ids in found if ids)


def opened(count: int, ids: Sequence[str] = ()) -> str:
    """Say that prompts are open, by their ids where these are given and few; empty where none is."""
    if not count:
        return ""
    if ids and count <= NAMED:
        return f"{listed(ids)} {be(ids)} open"
    return f"{counted(count, 'prompt')} {'is' if count == 1 else 'are'} open"


def _not_started(prompts: int) -> str:
    return f"Not started: {'its one prompt is' if prompts == 1 else f'all {prompts} prompts are'} open."


def _counts(ids: Sequence[str]) -> str:
    return "counts" if len(ids) == 1 else "count"
