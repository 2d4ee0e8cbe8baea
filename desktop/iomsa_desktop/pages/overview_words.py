"""What the overview says in words: the finding under the chart, what is provisional, how much is answered."""

from __future__ import annotations

from iomsa.answers.progress import Progress
from iomsa.framework import find
from iomsa.framework.model import Framework
from iomsa.framework.rules import Line
from iomsa.scoring.card import Rated, Scorecard, StandardScore
from iomsa.scoring.shares import interval_words, weighted_percent
from iomsa.scoring.words import counted, listed, opening
from iomsa_desktop.kit.rating_mark import label_of, moved_words

ONLY_COMPLETE = "Worked out for standards with every prompt answered; none is yet."
NOTHING_BETTER = "Every prompt is at the top of its scale; no change would count."


def rated_standards(framework: Framework, card: Scorecard) -> tuple[StandardScore, ...]:
    """Return the scores of the standards that can have a rating, in order."""
    shown = {each.id for each in framework.standards if each.rule == "shown"}
    return tuple(each for each in card.standards if each.rated.id not in shown)


def was_words(framework: Framework, rated: Rated, earlier: Rated | None) -> str:
    """Return `was Good` where the rating was another one last period."""
    if earlier is None or earlier.rating is None or earlier.rating == rated.rating or not rated.started:
        return ""
    return f"was {find.rating(framework, earlier.rating).label}"


def earlier_of(card: Scorecard | None, id: str) -> Rated | None:
    """Return how a standard was rated last period, or None where it was not there."""
    return next((each.rated for each in card.standards if each.rated.id == id), None) if card else None


def behind_words(framework: Framework, rated: Rated, earlier: Rated | None) -> tuple[str, ...]:
    """Return the small words behind a standard's rating."""
    parts = (
        "so far" if rated.so_far and rated.rating else "",
        was_words(framework, rated, earlier),
        moved_words(framework, rated),
    )
    return tuple(part for part in parts if part)


def finding_words(framework: Framework, card: Scorecard) -> str:
    """Say which standards have which rating, best first; then what is not settled."""
    by_label: dict[str, list[str]] = {each.label: [] for each in reversed(framework.ratings)}
    by_label |= {"Not settled while prompts are open": [], "Not rated": [], "Not started": [], "Not applicable": []}
    for score in rated_standards(framework, card):
        ranged = score.rated.rating is None and score.rated.range is not None and score.rated.started
        label = "Not settled while prompts are open" if ranged else label_of(framework, score.rated)
        by_label[label].append(score.rated.id)
    said = {label: ids for label, ids in by_label.items() if ids}
    if len(said) == 1:
        return f"All standards: {opening(next(iter(said)))}."
    return " ".join(f"{label}: {listed(ids)}." for label, ids in said.items())


def progress_words(card: Scorecard, files: Progress) -> str:
    """Say how much is answered and reviewed."""
    reviewed = f"{files.done} of {counted(files.of, 'file')} reviewed" if files.of else "no files on the list yet"
    return f"{card.answered} of {counted(card.prompts, 'prompt')} answered; {reviewed}."


def standing_words(card: Scorecard, files: Progress) -> str:
    """Say what the overall self-rating rests on, or why there is none."""
    overall = card.overall
    if overall.rating is None and overall.range is None:
        return overall.reason
    parts = []
    if files.of > files.done:
        parts.append(f"{counted(files.of - files.done, 'file')} not reviewed yet.")
    if overall.open:
        same = ": it makes no difference" if overall.open == 1 else ": they make no difference"
        parts.append(f"{counted(overall.open, 'prompt')} open{same if overall.rating else ''}.")
    if overall.limited_by:
        parts.append("A limit holds it down.")
    return " ".join(parts) or "Everything it rests on is answered and reviewed."


def line_words(files: Progress, line: Line, rated: Rated) -> str:
    """Return the small words behind one of the lines above the standards."""
    if rated.so_far and rated.rating:
        return f"so far, {files.done} of {counted(files.of, 'file')}"
    if rated.rating is None and rated.range is None:
        return "no files reviewed yet" if not rated.started else rated.reason
    return f"{counted(rated.open, 'prompt')} open" if rated.open and rated.started and line.rated else ""


def outcome_words(framework: Framework, card: Scorecard, line: Line) -> tuple[str, str]:
    """Return the figure of a line without a rating, and the small words behind it."""
    if not line.headline:
        return "Shown, not rated", ""
    figures = card.question(line.headline)
    if not figures.n:
        return "Nothing to show yet", "not rated"
    question = find.question(framework, line.headline)
    asked = find.case_question(framework, question.case_question) if question is not None else None
    what = f": {opening(asked.short)}" if asked is not None else ""
    return (
        f"{figures.sufficient} of {figures.n}{what}",
        f"{weighted_percent(figures)} ({interval_words(figures)}); not rated",
    )
