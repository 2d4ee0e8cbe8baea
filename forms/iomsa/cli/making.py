"""Verbs that make: a scheme file, a period, the practice scheme, a scheme file from a return."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from iomsa.answers.period import make_period, span
from iomsa.answers.sheet import Period
from iomsa.answers.values import read_field
from iomsa.cli.arguments import Verbs, add_verb
from iomsa.cli.opened import clock, nobody, open_file
from iomsa.cli.say import complain, say
from iomsa.framework.find import field
from iomsa.framework.model import Framework
from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa.problems import refuse
from iomsa.scoring.words import counted

if TYPE_CHECKING:
    from iomsa.store.scheme_file import SchemeFile


def add_verbs(verbs: Verbs) -> None:
    """Add new, period, practice and open."""
    parser = add_verb(verbs, "new", "make a scheme file; a path that exists is refused", new, "FILE")
    parser.add_argument("--scheme", metavar="NAME", required=True, help="the scheme's name")
    parser.add_argument("--period", metavar="NAME", required=True, help="the first period, such as 2026-27")
    parser.add_argument("--framework", metavar="ID@VERSION", default=DEFAULT, help=f"the criteria ({DEFAULT})")
    _add_dates(parser)

    parser = add_verb(verbs, "period", "add a period to a scheme file", period, "FILE")
    parser.add_argument("NAME", help="such as 2027-28; other names need --from and --to")
    _add_dates(parser)

    add_verb(verbs, "practice", "make a complete fictional scheme to try things on", practice, "FILE")
    add_verb(verbs, "open", "make a scheme file from a return", open_a_return, "RETURN", "FILE")


def _add_dates(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="start", metavar="DATE", default="", help="its first day, as 2026-04-01")
    parser.add_argument("--to", dest="end", metavar="DATE", default="", help="its last day")
    parser.add_argument("--census", metavar="DATE", default="", help="the day on which people are counted")


def new(arguments: Namespace) -> int:
    """Make a scheme file with one period."""
    from iomsa.framework.load import framework_from_data
    from iomsa.store.scheme_file import SchemeFile

    data = shipped_data(arguments.framework)
    framework = framework_from_data(data)
    made = make_period(arguments.period, framework.ref, arguments.start, arguments.end)
    name = _read(framework, framework.roles.scheme_name, arguments.scheme, "--scheme")
    if not name:
        raise refuse("new.no-name", "--scheme", "the scheme needs a name.")
    census = _read(framework, framework.roles.census, arguments.census, "--census")
    with SchemeFile.create(arguments.FILE, data, made, name, practice=False, clock=clock, who=nobody) as file:
        _set_census(file, made.name, census)
    say(f"{arguments.FILE} is made: {name}, {_in_words(made)}, by {framework.ref}.")
    return 0


def period(arguments: Namespace) -> int:
    """Add a period with the criteria of the latest one."""
    with open_file(arguments.FILE) as file:
        framework = file.framework(file.latest().framework)
        made = make_period(arguments.NAME, framework.ref, arguments.start, arguments.end)
        census = _read(framework, framework.roles.census, arguments.census, "--census")
        file.add_period(made)
        _set_census(file, made.name, census)
        if file.backup_problem:
            complain(file.backup_problem)
    say(f"{arguments.FILE} has one more period: {_in_words(made)}.")
    return 0


def practice(arguments: Namespace) -> int:
    """Make the practice scheme."""
    from iomsa.store.from_sheets import create_practice

    with create_practice(arguments.FILE, clock=clock, who=nobody) as file:
        periods = ", ".join(each.name for each in file.periods())
    say(f"{arguments.FILE} is made: a fictional scheme with the periods {periods}.")
    say("Its returns say PRACTICE and are never collated as real.")
    return 0


def open_a_return(arguments: Namespace) -> int:
    """Make a scheme file from a return."""
    from iomsa.returns.open_return import open_return
    from iomsa.store.from_sheets import create_from_sheets

    found = open_return(arguments.RETURN, shipped_data)
    sheet = found.sheet
    with create_from_sheets(
        arguments.FILE, found.framework_data, (sheet,), practice=found.practice, clock=clock, who=nobody
    ):
        say(
            f"{arguments.FILE} is made: {_in_words(sheet.period)}, {counted(len(sheet.answers), 'answer')}, "
            f"{counted(len(sheet.cases), 'case file')}."
        )
    for problem in found.problems:
        complain(str(problem))
    if sheet.returned_cases is not None:
        say("It holds counts from a return; no case files here.")
    return 0


def _set_census(file: SchemeFile, name: str, census: str) -> None:
    from iomsa.session.edits import Stamp, profile

    if census:
        session = file.session(name)
        edits = profile(session.sheet, session.framework.roles.census, Stamp(*session.stamp()), census)
        session.change("Census date", edits)


def _read(framework: Framework, id: str, typed: str, option: str) -> str:
    found = field(framework, id)
    if found is None:
        if typed:
            raise refuse("new.no-field", option, f"{framework.ref} has no place for this.")
        return ""
    read = read_field(found, typed)
    if read.wrong:
        raise refuse("new.value", option, f"{typed!r} can't be read. {read.wrong}")
    return read.value


def _in_words(made: Period) -> str:
    return f"{made.name} ({span(made)})"
