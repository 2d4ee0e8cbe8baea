"""The verb that draws the case files, replaces one, and says how they were drawn so that anybody can do it again."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iomsa.cli.arguments import Verbs, add_json, add_period, add_verb
from iomsa.cli.opened import open_file
from iomsa.cli.say import complain, say, say_json
from iomsa.problems import Problem, Refused, refuse
from iomsa.scoring.words import counted, listed

if TYPE_CHECKING:
    from iomsa.answers.sheet import AnswerSheet
    from iomsa.session.changes import Edit
    from iomsa.session.draw_list import Listed
    from iomsa.session.drawing import Plan
    from iomsa.session.session import Session

ABOUT = "draw the case files from a list, replace one, or say how they were drawn"
WIDEST = 50
"""The widest precision that can be asked for, in points of percent either way."""
WRONG_USAGE = 2


def add_verbs(verbs: Verbs) -> None:
    """Add sample."""
    parser = add_verb(verbs, "sample", ABOUT, sample, "FILE")
    parser.add_argument("--from", dest="list", metavar="LIST", type=Path, help="draw from this .csv or .xlsx list")
    parser.add_argument("--column", metavar="NAME", help="the column of the references, where it isn't plain")
    parser.add_argument("--group", metavar="COLUMN", help="draw from each group of this column, in proportion")
    parser.add_argument(
        "--more", metavar="GROUP=N", type=_of_group, action="append", help="draw N files of this group, not its share"
    )
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("--margin", metavar="POINTS", type=_points, help="points either way, 15 where nothing is said")
    wanted.add_argument("--number", metavar="N", type=int, help="draw so many files")
    wanted.add_argument("--all", action="store_true", help="take all of them")
    parser.add_argument(
        "--seed", metavar="TEXT", help="what the draw begins with; else that of the draw before, or new"
    )
    parser.add_argument("--again", action="store_true", help="draw again, though files leave with their answers")
    parser.add_argument("--replace", metavar="REF", help="put the next of its group in the place of this file")
    parser.add_argument("--reason", metavar="TEXT", help="why this file can't be reviewed")
    add_json(parser)
    add_period(parser)


def sample(arguments: Namespace) -> int:
    """Draw, replace, or say how the files of a period were drawn."""
    wrong = _wrong_usage(arguments)
    if wrong:
        complain(f"usage: iomsa sample FILE [--from LIST ... | --replace REF --reason TEXT]\niomsa sample: {wrong}")
        return WRONG_USAGE
    changes = arguments.list is not None or arguments.replace is not None
    with open_file(arguments.FILE, read_only=not changes) as file:
        session = file.session(arguments.period or file.latest().name)
        if changes:
            if session.read_only:
                raise refuse("store.read-only", file.path.name, file.read_only_because)
            (_draw if arguments.list is not None else _replace)(session, arguments)
            if file.backup_problem:
                complain(file.backup_problem)
        _tell(session.sheet, arguments)
    return 0


def _draw(session: Session, arguments: Namespace) -> None:
    from iomsa.session.drawing import answers_of, draw_edits, leaving
    from iomsa.session.drawing_words import by_hand_words
    from iomsa.session.edits import Stamp

    listed_people = _read(session.sheet, arguments)
    for odd in listed_people.odd:
        complain(str(odd))
    if listed_people.wrong:
        raise Refused(listed_people.wrong)
    plan, sheet = _plan(listed_people, session.sheet, arguments), session.sheet
    gone = [ref for ref in leaving(sheet, plan) if answers_of(sheet.cases[ref])]
    if gone and not arguments.again:
        raise refuse("sample.answers", "", _lost(gone))
    edits = draw_edits(session.framework, sheet, plan, Stamp(*session.stamp()))
    if plan.by_hand:
        complain(by_hand_words(plan))
    _change(session, f"{counted(plan.drawn, 'file')} drawn{' again' if sheet.draw else ''}", edits)


def _read(sheet: AnswerSheet, arguments: Namespace) -> Listed:
    from iomsa.handover.draw_list import column_named, columns_of
    from iomsa.handover.table import read_table
    from iomsa.session.draw_list import read_list

    columns = columns_of(read_table(arguments.list), [name for name in (arguments.column, arguments.group) if name])
    references = column_named(columns, arguments.column) if arguments.column else columns.references
    groups = column_named(columns, arguments.group) if arguments.group else None
    return read_list(columns.lines(references, groups), sheet.period)


def _plan(found: Listed, sheet: AnswerSheet, arguments: Namespace) -> Plan:
    import secrets

    from iomsa.session.drawing import SEEDS, USUAL_MARGIN, plan_draw

    seed, by_hand = arguments.seed, _by_hand(found, arguments.more or ())
    if seed is None:
        seed = sheet.draw.seed if sheet.draw is not None else str(secrets.choice(SEEDS))
    if arguments.number is not None:
        return plan_draw(found.people, seed, number=arguments.number, by_hand=by_hand)
    margin = None if arguments.all else arguments.margin or USUAL_MARGIN
    return plan_draw(found.people, seed, margin=margin, by_hand=by_hand)


def _by_hand(found: Listed, more: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Return how many files of single groups were asked for; capital letters make no difference."""
    known = {name.casefold(): name for name in found.groups if name}
    named = f"There is {listed(list(known.values()))}" if known else "There are no groups"
    problems: list[Problem] = []
    by_hand: dict[str, int] = {}
    for said, number in more:
        name = known.get(said.casefold())
        if name is None:
            problems.append(Problem("draw.group", said, f"there is no such group. {named}."))
        elif name in by_hand:
            problems.append(Problem("draw.group", name, "its number is given twice. Give it once."))
        else:
            by_hand[name] = number
    if problems:
        raise Refused(problems)
    return by_hand


def _replace(session: Session, arguments: Namespace) -> None:
    from iomsa.session.edits import Stamp
    from iomsa.session.replacing import replace_edits

    stamp = Stamp(*session.stamp())
    edits = replace_edits(session.framework, session.sheet, arguments.replace, arguments.reason, stamp)
    _change(session, f"{arguments.replace} replaced", edits)


def _change(session: Session, name: str, edits: tuple[Edit, ...]) -> None:
    if session.change(name, edits) is None:
        complain("These very files are drawn already; nothing is changed.")


def _tell(sheet: AnswerSheet, arguments: Namespace) -> None:
    from iomsa.session.drawing_report import as_data, as_text

    if arguments.json:
        say_json(as_data(sheet))
    else:
        say(as_text(sheet))


def _lost(gone: list[str]) -> str:
    named = listed(gone if len(gone) <= 6 else [*gone[:5], f"{len(gone) - 5} more"])
    return (
        f"{counted(len(gone), 'file')} with answers would leave the list: {named}. "
        "Say --again to draw all the same; their answers go."
    )


def _points(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= WIDEST:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is not a whole number from 1 to {WIDEST}")


def _of_group(text: str) -> tuple[str, int]:
    from iomsa.answers.text import clean_line

    name, _, number = text.rpartition("=")
    if clean_line(name) and number.strip().isdecimal():
        return clean_line(name), int(number)
    raise ArgumentTypeError(f"{text!r} is not a group and a number, such as Free=8")


def _wrong_usage(arguments: Namespace) -> str:
    of_draw = ("column", "group", "more", "margin", "number", "all", "seed", "again")
    alone = [f"--{name}" for name in of_draw if getattr(arguments, name) not in (None, False)]
    if arguments.list is None and alone:
        return f"{listed(alone)} {'goes' if len(alone) == 1 else 'go'} with --from LIST."
    if arguments.more and arguments.group is None:
        return "--more GROUP=N goes with --group COLUMN."
    if arguments.list is not None and arguments.replace is not None:
        return "draw with --from, or replace with --replace, one at a time."
    if (arguments.replace is None) != (arguments.reason is None):
        return "--replace REF and --reason TEXT go together."
    return ""
