"""The tables behind the overview's chart: the standards, and the summary questions by theme."""

from __future__ import annotations

from iomsa.answers.progress import cases_progress, prompts_progress
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework import find
from iomsa.framework.model import Framework, Standard
from iomsa.scoring.card import Rated, Scorecard, StandardScore
from iomsa.scoring.lowest import lowest_of
from iomsa.scoring.shares import interval_words, weighted_percent
from iomsa_desktop.kit.rating_mark import label_of
from iomsa_desktop.models.rows import Rows
from iomsa_desktop.pages.overview_words import earlier_of, rated_standards

NONE = "–"
HARD = "\N{NO-BREAK SPACE}"
"""A space at which a cell is never broken into two lines."""


def standards_table(framework: Framework, sheet: AnswerSheet, card: Scorecard, earlier: Scorecard | None) -> Rows:
    """Return the standards with their self-ratings, what they were, where moved, figures and progress."""
    headings = ("Standard", "Self-rating", "Was", "Moved to", "Points or files", "Progress")
    scores = rated_standards(framework, card)
    return Rows(headings, tuple(_standard(framework, sheet, each, earlier) for each in scores))


def themes_table(framework: Framework, card: Scorecard) -> Rows:
    """Return the summary questions of the case review by theme."""
    headings = ("Theme", "Key question", "Self-rating", "Sufficient", "Percent", "95 % interval")
    by_case = {each.case_question: each for each in find.questions(framework) if each.case_question}
    rows = []
    for theme in framework.case_review.themes:
        for id in theme.questions:
            question = by_case.get(id)
            if question is not None:
                share = _share(framework, card.question(question.id))
                rows.append((theme.title, f"{question.id}{HARD}{question.short}", *share))
    return Rows(headings, tuple(rows))


def _standard(
    framework: Framework, sheet: AnswerSheet, score: StandardScore, earlier: Scorecard | None
) -> tuple[str, ...]:
    rated, found = score.rated, find.standard(framework, score.rated.id)
    before = earlier_of(earlier, rated.id)
    was = label_of(framework, before) if before is not None else NONE
    moved = NONE
    if rated.moved is not None:
        moved = find.rating(framework, rated.moved.to).label if rated.moved.to else "Look at this move again"
    so_far = " so far" if rated.so_far and rated.rating else ""
    name = f"{rated.id}{HARD}{found.short}" if found is not None else rated.id
    label = f"{label_of(framework, rated)}{so_far}"
    return name, label, was, moved, _figures(score), _progress(framework, sheet, found)


def _figures(score: StandardScore) -> str:
    if score.rated.points is not None and not any(each.n is not None for each in score.questions):
        return f"{score.rated.points} of {score.rated.max}"
    counted = [each for each in score.questions if each.n]
    if not counted:
        return NONE
    lowest = lowest_of(counted)
    return f"{lowest.id}: {lowest.sufficient}{HARD}of{HARD}{lowest.n}"


def _progress(framework: Framework, sheet: AnswerSheet, standard: Standard | None) -> str:
    if standard is None or standard.rule == "lowest":
        files = cases_progress(framework, sheet)
        return f"{files.done}{HARD}of{HARD}{files.of} files"
    done, of = prompts_progress(sheet, standard.prompts)
    return f"{done}{HARD}of{HARD}{of} prompts"


def _share(framework: Framework, rated: Rated) -> tuple[str, ...]:
    if not rated.n:
        return label_of(framework, rated), NONE, NONE, NONE
    so_far = " so far" if rated.so_far else ""
    return (
        f"{label_of(framework, rated)}{so_far}",
        f"{rated.sufficient} of {rated.n}",
        weighted_percent(rated),
        interval_words(rated),
    )
