"""Open a return on a new machine: give back everything that it holds, and name what can't be given back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from iomsa.answers.period import make_period
from iomsa.answers.sheet import AnswerSheet, Period
from iomsa.framework.load import framework_from_data
from iomsa.framework.model import Framework
from iomsa.problems import Problem
from iomsa.returns.about import About, read_about
from iomsa.returns.open_answers import answers_of, profile_of
from iomsa.returns.open_cases import files_of, returned_of
from iomsa.returns.open_draw import draw_of
from iomsa.returns.open_moves import moves_of
from iomsa.returns.open_outcomes import outcomes_of
from iomsa.returns.read import Book, read_book


class Opened(NamedTuple):
    """Give back a return: the framework it was written with, whether it is practice, its sheet, and what is wrong."""

    framework_data: Mapping[str, Any]
    practice: bool
    sheet: AnswerSheet
    problems: tuple[Problem, ...]


def open_return(path: Path, framework_data_of: Callable[[str], Mapping[str, Any]]) -> Opened:
    """Read a return and give its sheet back; raise Refused where it can't be read or its framework isn't known.

    Of the dates of single cases a return holds only the month; the first of that month is given back. It holds no list
    that files were drawn from, no reference of a file that was replaced and no row of a person: figures are given back
    as those of a return, and the months of the follow-up as days, from the first of one to the last of another.
    """
    book = read_book(path)
    about = read_about(book, path.name)
    data = framework_data_of(about.get("framework"))
    framework = framework_from_data(data)
    problems = list(_framework(framework, about))
    sheet = _sheet(book, framework, about, problems)
    return Opened(data, about.practice, sheet, tuple(problems))


def _framework(framework: Framework, about: About) -> tuple[Problem, ...]:
    if about.get("framework_hash") == framework.hash:
        return ()
    return (
        Problem(
            "return.framework",
            "About",
            f"this return was written with other criteria of the name {framework.ref} than this program has; answers "
            "are taken by their ids.",
        ),
    )


def _period(about: About) -> Period:
    return make_period(about.get("period"), about.get("framework"), about.get("period_from"), about.get("period_to"))


def _sheet(book: Book, framework: Framework, about: About, problems: list[Problem]) -> AnswerSheet:
    files = files_of(book, framework, problems)
    counted = None if files else returned_of(book, framework, problems)
    reviewed = counted.reviewed if counted else len(files)
    draw = draw_of(about, problems)
    if draw is not None:
        drawn = ((file.case.ref, file.stratum) for file in files)
        draw = draw._replace(people=tuple((ref, stratum) for ref, stratum in drawn if stratum is not None))
    outcomes = outcomes_of(book, about, reviewed, cases=bool(files), problems=problems)
    return AnswerSheet(
        _period(about),
        answers_of(book, framework, problems),
        profile_of(book, framework, problems),
        {file.case.ref: file.case for file in files},
        moves_of(book, framework, problems),
        counted,
        draw=draw,
        figures=outcomes.figures,
        **outcomes.basis._asdict(),
    )
