"""What the second reviews say, in words and in rows: how far they are, and on which questions reviewers differ."""

from __future__ import annotations

from collections.abc import Iterable

from iomsa.framework.model import Framework
from iomsa.outcomes.agreement import FEWEST, Agreement, Figure, most_differing
from iomsa.outcomes.reviewed_twice import AGREED, DIFFERS, DONE, STARTED, TO_COME, Twice
from iomsa.scoring.words import counted
from iomsa_desktop.models.rows import Rows

NONE = "–"
HEADINGS = ("Question", "Same answer", "AC1 (95 % interval)", "Kappa (95 % interval)")
MEANING = """\
AC1 says how far they agree beyond chance: 1 is always, 0 is no more than chance would give. Kappa asks the same in \
another way, and is low where nearly all answers are alike. A wide interval says that the files are few."""
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
    parts = ((done, "done"), (differing, "differs" if differing == 1 else "differ"))
    rest = ((twice.count(STARTED), "begun"), (twice.count(TO_COME), "to come"))
    said = ", ".join(f"{n} {word}" for n, word in (*parts, *rest) if n)
    return f"{of} of {counted(listed, 'file')} {verb} to be reviewed twice: {said}."


def finding(framework: Framework, twice: Twice) -> str:
    """Say in one sentence how often both gave the same answer, or why that is not measured yet."""
    n, found = twice.compared, twice.questions.values()
    if not n:
        return ""
    same, of = sum(each.agreed for each in found), sum(each.n for each in found)
    if n < FEWEST:
        return (
            f"Too few to measure: {counted(n, 'file')} reviewed twice, {FEWEST} are needed. So far both gave the same "
            f"answer to {same} of {of} questions."
        )
    said = f"Over {n} files both gave the same answer to {same} of {of} questions ({_percent(same / of)})."
    first = next(iter(differing(twice)), "")
    if not first:
        return said
    return f"{said} They differ most on {_name(framework, first)}: the same in {_same(twice.questions[first])} files."


def differing(twice: Twice) -> tuple[str, ...]:
    """Return the questions that were answered differently in any file, the worst first."""
    found = twice.questions
    return tuple(id for id in most_differing(found) if found[id].agreed < found[id].n)


def question_rows(framework: Framework, twice: Twice, ids: Iterable[str]) -> Rows:
    """Return a row for each of these questions: how often both said the same, AC1 and kappa with their intervals."""
    columns = len(HEADINGS) if twice.compared >= FEWEST else 2
    rows = (_row(framework, id, twice.questions[id])[:columns] for id in ids)
    return Rows(HEADINGS[:columns], tuple(rows))


def file_rows(twice: Twice) -> Rows:
    """Return a row for each file that is to be reviewed twice."""
    return Rows(("Reference", "Second review"), tuple((ref, STATES[state]) for ref, state in twice.files.items()))


def _row(framework: Framework, id: str, found: Agreement) -> tuple[str, ...]:
    share = found.share.value
    same = _same(found) + (f" ({_percent(share)})" if share is not None else "")
    return _name(framework, id), same, _figure(found.ac1), _figure(found.kappa)


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return NONE
    value = f"{figure.value:.2f}"
    return value if figure.interval is None else f"{value} ({figure.interval[0]:.2f} to {figure.interval[1]:.2f})"


def _same(found: Agreement) -> str:
    return f"{found.agreed} of {found.n}"


def _percent(share: float) -> str:
    return f"{int(100 * share + 0.5)} %"


def _name(framework: Framework, id: str) -> str:
    short = next((each.short for each in framework.case_review.questions if each.id == id), "")
    return f"{id} {short}".strip()
