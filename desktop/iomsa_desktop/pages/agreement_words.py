"""What the second reviews say, in words and in rows: how far they are, and on which questions reviewers differ."""

from __future__ import annotations

from collections.abc import Iterable

from iomsa.framework.model import Framework
from iomsa.outcomes.agreement import FEWEST, Agreement, Figure
from iomsa.outcomes.reviewed_twice import AGREED, DIFFERS, DONE, STARTED, TO_COME, Twice
from iomsa.scoring.words import counted
from iomsa_desktop.models.rows import Rows

NONE = "–"
COUNTED = ("Question", "Files", "Same answer")
MEASURED = (*COUNTED, "Share", "AC1", "Interval of AC1", "Kappa", "Interval of kappa")
PURPOSE = """\
Somebody of the other agency judges each of them again without seeing the first answers. Only this says how far two \
reviewers would rate a file alike."""
MEANING = """\
AC1 says how far they agree beyond chance: 1 is always, 0 is no more than chance would give. Kappa asks the same in \
another way, and is low where nearly all answers are alike. A wide interval says that the files are few."""
NO_FIGURE = f"""\
{NONE} stands where there is no figure: no interval where every file says the same, and no kappa where both gave one \
and the same answer throughout, for then chance alone would agree as well."""
STATES = {
    TO_COME: "To come",
    STARTED: "Begun",
    DONE: "Done, the same answers throughout",
    DIFFERS: "Differs, to be agreed on",
    AGREED: "Done, agreed where they differed",
}


def how_far(twice: Twice, listed: int) -> str:
    """Say how many files are to be reviewed twice, and how far that is."""
    of = len(twice.files)
    verb = "is" if of == 1 else "are"
    done, differing = twice.count(DONE, AGREED), twice.count(DIFFERS)
    if done == of:
        return f"{of} of {counted(listed, 'file')} {verb} reviewed twice, and all is agreed."
    if twice.count(TO_COME) == of:
        return f"{of} of {counted(listed, 'file')} {verb} to be reviewed twice. No second review is begun yet."
    parts = ((done, "done"), (differing, "differs" if differing == 1 else "differ"))
    rest = ((twice.count(STARTED), "begun"), (twice.count(TO_COME), "to come"))
    said = ", ".join(f"{n} {word}" for n, word in (*parts, *rest) if n)
    return f"{of} of {counted(listed, 'file')} {verb} to be reviewed twice: {said}."


def finding(framework: Framework, twice: Twice) -> str:
    """Say in one sentence how often both gave the same answer, or why that is not measured yet."""
    n = twice.compared
    if not n:
        return PURPOSE
    alike, of = sum(map(twice.alike, twice.pairs)), n * len(twice.pairs)
    if n < FEWEST:
        return (
            f"Too few to measure: {counted(n, 'file')} reviewed twice, {FEWEST} are needed. So far both gave the same "
            f"answer to {alike} of {of} questions."
        )
    said = f"Over {n} files both gave the same answer to {alike} of {of} questions ({_percent(alike / of)})."
    first = next(iter(twice.differing), "")
    if not first:
        return said
    name = question_name(framework, first)
    return f"{said} They differ most on {name}: the same in {twice.alike(first)} of {n} files."


def two_places(value: float) -> str:
    """Write a figure with two decimals; nought has no sign."""
    return f"{round(value, 2) + 0.0:.2f}"


def question_rows(framework: Framework, twice: Twice, ids: Iterable[str]) -> Rows:
    """Return a row for each of these questions: how often both said the same, AC1 and kappa with their intervals."""
    headings = MEASURED if twice.compared >= FEWEST else COUNTED
    rows = (_row(framework, id, twice.agreement(id))[: len(headings)] for id in ids)
    return Rows(headings, tuple(rows))


def file_rows(twice: Twice) -> Rows:
    """Return a row for each file that is to be reviewed twice."""
    return Rows(("Reference", "Second review"), tuple((ref, STATES[state]) for ref, state in twice.files.items()))


def question_name(framework: Framework, id: str) -> str:
    """Return id and short name of a case question."""
    short = next((each.short for each in framework.case_review.questions if each.id == id), "")
    return f"{id} {short}".strip()


def same(found: Agreement) -> str:
    """Say in how many files both gave the same answer."""
    return f"{found.agreed} of {found.n}"


def with_interval(figure: Figure) -> str:
    """Write a figure with its interval behind it."""
    return _value(figure) if figure.interval is None else f"{_value(figure)} ({_interval(figure)})"


def _row(framework: Framework, id: str, found: Agreement) -> tuple[str, ...]:
    share = found.share.value
    return (
        question_name(framework, id),
        str(found.n),
        str(found.agreed),
        _percent(share) if share is not None else NONE,
        _value(found.ac1),
        _interval(found.ac1),
        _value(found.kappa),
        _interval(found.kappa),
    )


def _value(figure: Figure) -> str:
    return NONE if figure.value is None else two_places(figure.value)


def _interval(figure: Figure) -> str:
    return NONE if figure.interval is None else " to ".join(map(two_places, figure.interval))


def _percent(share: float) -> str:
    return f"{int(100 * share + 0.5)}\u00a0%"
