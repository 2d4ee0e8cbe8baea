"""The rows of the overview's chart."""

from __future__ import annotations

from iomsa.framework import find
from iomsa.framework.model import Framework
from iomsa.scoring.card import Scorecard
from iomsa_desktop.charts.standards_layout import Row
from iomsa_desktop.kit.rating_mark import mark_of
from iomsa_desktop.look import Look
from iomsa_desktop.pages.overview_words import behind_words, earlier_of, rated_standards


def chart_rows(look: Look, framework: Framework, card: Scorecard, earlier: Scorecard | None) -> tuple[Row, ...]:
    """Return the rows of the chart."""
    rows = []
    for score in rated_standards(framework, card):
        rated, found = score.rated, find.standard(framework, score.rated.id)
        behind = behind_words(framework, rated, earlier_of(earlier, rated.id))
        mark = mark_of(look, framework, rated)
        said = ", ".join((f"{rated.id} {rated.title}: {'self-rated ' if rated.rating else ''}{mark.word}", *behind))
        name = found.short if found is not None else rated.title
        rows.append(Row(rated.id, name, mark, behind, said))
    return tuple(rows)
