"""What stands under the shares of a stage or a theme: the lowest, what is near, and what the draw means."""

from __future__ import annotations

from collections.abc import Sequence

from iomsa.framework.find import rating
from iomsa.framework.model import Framework, Standard, Theme
from iomsa.scoring.card import Rated, StandardScore
from iomsa.scoring.lowest import all_lowest, lowest_of
from iomsa.scoring.ruler import ruler_of
from iomsa.scoring.shares import interval_words, percents, rounding, weighted_percent
from iomsa.scoring.words import be, listed, number
from iomsa_desktop.models.rows import Rows

NONE = "–"


def stage_words(framework: Framework, score: StandardScore) -> str:
    """Say which key question is the lowest, what it makes of the standard, what is near, and what could be.

    As in: 7.3 is the lowest, so standard 7 is Good so far. 11 of 18 would be Requires improvement, 13 still Good. For
    all 71 people the share could be 47 to 82 %.
    """
    rated = score.rated
    if rated.rating is None:
        draws = dict.fromkeys(each.sampling for each in score.questions)
        return _joined(rated.reason, *draws)
    lowest = lowest_of(score.questions)
    label = rating(framework, rated.rating).label
    so_far = " so far" if rated.so_far else ""
    lead = f"{_lowest(score.questions)}, so standard {rated.id} is {label}{so_far}."
    return _joined(lead, rounding(ruler_of(framework), lowest), _near(lowest), could_be(lowest), lowest.sampling)


def theme_words(theme: Theme, asked: Sequence[Rated]) -> str:
    """Say which key question of a theme is the lowest, and what its share could be."""
    counted = tuple(each for each in asked if each.n)
    if not counted:
        return "No file gave a yes or no to these questions yet."
    lowest = lowest_of(counted)
    alike = len(counted) == len(asked) and all_lowest(counted) == counted
    of = number(len(asked))
    which = f"all {of} are alike" if alike else f"{_lowest(counted)} of these {of}"
    lead = f"{theme.title}: {which}, {weighted_percent(lowest)}."
    after = "A theme has no self-rating of its own; it shows what runs through the work."
    return _joined(lead, could_be(lowest), lowest.sampling, after)


def could_be(rated: Rated) -> str:
    """Say what the share could be for everybody on the list of the draw, or in files like these; empty without one."""
    if rated.interval is None:
        return ""
    whom = "In files like these" if rated.people is None else f"For all {rated.people} people"
    return f"{whom} the share could be {percents(rated.interval)}."


def as_rows(names: Sequence[str], asked: Sequence[Rated], labels: Sequence[str]) -> Rows:
    """Return the same as a table."""
    headings = ("Key question", "Sufficient", "Percent", "95 % interval", "Self-rating")
    rows = []
    for name, rated, label in zip(names, asked, labels, strict=True):
        figures = (
            (f"{rated.sufficient} of {rated.n}", weighted_percent(rated), interval_words(rated))
            if rated.n
            else ("No yes or no", NONE, NONE)
        )
        rows.append((name, *figures, label))
    return Rows(headings, tuple(rows))


def _lowest(asked: Sequence[Rated]) -> str:
    """Say which key question is the lowest, or which are: 7.3 is the lowest."""
    ids = [each.id for each in all_lowest(asked)]
    return f"{listed(ids)} are alike" if len(ids) == len(asked) > 1 else f"{listed(ids)} {be(ids)} the lowest"


def _near(rated: Rated) -> str:
    """Return what other counts would mean, each of n: 11 of 18 would be Requires improvement, 13 still Good."""
    rest = rated.near.partition(". ")[2]
    first, _, after = rest.partition(" ")
    return rest if rated.parts or not first.isdigit() else f"{first} of {rated.n} {after}"


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part)


def rated_standard(standard: Standard | None) -> bool:
    """Tell whether the key questions of a standard are rated, not only shown."""
    return standard is not None and standard.rule != "shown"
