"""What the page of outcomes says of rates and predictions, in plain words, each with its uncertainty beside it."""

from __future__ import annotations

from iomsa.outcomes.exposure import FEWEST_DAYS
from iomsa.outcomes.needs import Pathway
from iomsa.outcomes.predicted import CouldShow, ObservedPredicted
from iomsa.outcomes.rate_ratio import EXACT, RateRatio, Ratio
from iomsa.scoring.words import counted, listed, number, sentence
from iomsa_desktop.charts.directions_layout import Bar
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.outcomes_words import SURE, often, p_words, whole

NO_CHANGE = "so it can't be told from no change"
UNLIKELY = 0.05


def ratio_words(found: RateRatio) -> str:
    """Say how the rate after joining compares with that before, at liberty."""
    ratio = found.corrected
    if ratio.ratio is None and ratio.interval is None:
        return ratio.reason
    if ratio.ratio is None or ratio.interval is None:
        return f"{sentence(_times(ratio))}. {ratio.reason}"
    people = counted(found.people, "person", "people")
    low, high = ratio.interval
    unsure = f", {NO_CHANGE}" if low <= 1 and (high is None or high >= 1) else ""
    fall = whole(abs(1 - ratio.ratio))
    change = "as many" if fall == 0 else f"{fall} % {'fewer' if ratio.ratio < 1 else 'more'}"
    than = "as" if fall == 0 else "than"
    return (
        f"For each year at liberty these {people} had {change} proven offences after joining {than} before: "
        f"{_times(ratio, sure=True)}{unsure}."
    )


def uncorrected_words(found: RateRatio) -> str:
    """Say the same without correction for custody; it always stands beside the other."""
    ratio = found.uncorrected
    if ratio.ratio is None and ratio.interval is None:
        return "" if ratio.reason == found.corrected.reason else f"Days in custody counted too: {ratio.reason}"
    return f"If days in custody counted too: {_times(ratio)}."


def custody_words(found: RateRatio, followed: int) -> str:
    """Say how many days were in custody and who of so many that were followed was left out, and why."""
    if not followed:
        return ""
    days = f"Days in custody: {found.custody_before:,} in the time before and {found.custody_after:,} after."
    short = f"with under {FEWEST_DAYS} days at liberty in one of them"
    why = (
        (found.too_short, short),
        (followed - found.people - found.too_short, "as offences or days of one of them are not filled in"),
    )
    out = [f"{_left_out(people)}, {reason}." for people, reason in why if people]
    return " ".join((days, *(out or ["Nobody is left out."])))


def predicted_words(found: ObservedPredicted) -> str:
    """Say how many reoffended against how many were predicted to, and how far chance would go."""
    if found.observed is None or found.predicted is None or found.ratio is None:
        return found.reason
    people = f"{found.observed} of {found.n} reoffended; {found.predicted:.1f} were predicted to when they joined."
    if found.p is None:
        return f"{people} {found.reason}"
    could = ""
    if found.interval is not None:
        low, high = found.interval
        ends = f"{low:.2f} to {high:.2f} ({SURE})"
        could = f" That is {found.ratio:.2f} times as many; with this many people it could be {ends}."
    chance = f" Were the predictions right, a difference as large would come by chance {often(found.p)}"
    so = "so it doesn't show a difference" if found.p >= UNLIKELY else "so chance alone is unlikely"
    return f"{people}{could}{chance} ({p_words(found.p)}), {so}.{f' {found.reason}' if found.reason else ''}"


def left_out_words(found: ObservedPredicted) -> str:
    """Say whose predictions are for another time."""
    if not found.left_out or found.observed is None:
        return ""
    return (
        f"{counted(found.left_out, 'person', 'people')} left out: "
        "their prediction is not for one year, so it can't be compared."
    )


def could_show_words(found: CouldShow) -> str:
    """Say what so many people could show."""
    return found.sentence or found.reason


def need_bar(label: str, found: Pathway) -> Bar:
    """Return the bar of one pathway."""
    counts = (found.better, found.same, found.worse)
    if found.of == 0:
        return Bar(label, counts, "nobody with a need", "")
    words = f"{found.better} better, {found.same} the same, {found.worse} worse"
    return Bar(label, counts, words, "")


def needs_words(found: dict[str, Pathway]) -> str:
    """Say where more than chance is at work, after allowing for so many comparisons."""
    if not any(each.of for each in found.values()):
        return "Nobody is known to have had a need, when they joined or now."
    tested = {label: each for label, each in found.items() if each.p is not None}
    if not tested:
        return "No need is known to have changed, so there is nothing to test."
    comparisons = f"{number(len(tested))} comparison{'s' if len(tested) != 1 else ''}"
    sure = [(label, each) for label, each in tested.items() if each.p is not None and each.p < UNLIKELY]
    if not sure:
        return f"After allowing for {comparisons}, none shows more than chance alone could."
    parts = []
    for better, words in ((True, "got better than got worse"), (False, "got worse than got better")):
        names = [f"{label} ({p_words(each.p or 0)})" for label, each in sure if (each.better > each.worse) is better]
        if names:
            parts.append(f"more people {words}, by more than chance alone would explain, in {listed(names)}")
    return f"{sentence(f'after allowing for {comparisons}')}, {'; '.join(parts)}. It doesn't say why."


def needs_rows(found: dict[str, Pathway]) -> Rows:
    """Return the table behind the bars of needs."""
    headings = ("Pathway", "Better", "Same", "Worse", "Not known", "Chance alone", "p")
    return Rows(headings, tuple(_need_row(label, each) for label, each in found.items()))


def _need_row(label: str, found: Pathway) -> tuple[str, ...]:
    shares = (f"{n} ({whole(n / found.of)} %)" if found.of else "–" for n in (found.better, found.same, found.worse))
    chance = "no test" if found.p is None else "unlikely" if found.p < UNLIKELY else "possible"
    return label, *shares, str(found.not_known), chance, "–" if found.p is None else p_words(found.p).removeprefix("p ")


def _left_out(people: int) -> str:
    return f"{counted(people, 'person', 'people')} {'is' if people == 1 else 'are'} left out"


def _times(ratio: Ratio, *, sure: bool = False) -> str:
    if ratio.interval is None:
        return f"{ratio.ratio:.2f} times as many"
    low, high = ratio.interval
    head = f"{ratio.ratio:.2f} times as many; " if ratio.ratio is not None else ""
    ends = f"{low:.2f} to {high:.2f}" if high is not None else f"{low:.2f} or more times as many"
    method = f" ({EXACT})" if ratio.method == EXACT else f" ({SURE})" if sure else ""
    return f"{head}with this many people it could be {ends}{method}"
