"""Verbs about the return: write it, and tell whether one is whole and unedited."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from iomsa import __version__
from iomsa.checks.finding import QUESTIONS
from iomsa.cli.arguments import Verbs, add_json, add_period, add_verb
from iomsa.cli.opened import clock, judge
from iomsa.cli.say import complain, say, say_json
from iomsa.scoring.words import counted


def add_verbs(verbs: Verbs) -> None:
    """Add return and verify."""
    parser = add_verb(verbs, "return", "write the return and read it back", write, "FILE")
    parser.add_argument("-o", dest="folder", metavar="DIR", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--marking", metavar="TEXT", help="the protective marking")
    parser.add_argument("--lowered-by", metavar="NAME", default="", help="who decided to lower the marking")
    parser.add_argument("--case-rows", action="store_true", help="add single cases; these rows can identify people")
    parser.add_argument("--asked-by", metavar="NAME", default="", help="the inspector who asked for single cases")
    add_period(parser)

    about = "tell whether a return is whole and unedited, and each cell that differs"
    add_json(add_verb(verbs, "verify", about, verify_a_return, "RETURN"))


def write(arguments: Namespace) -> int:
    """Write the return of one period, read it back, and print the counts and the receipt."""
    from iomsa.returns.content import Content
    from iomsa.returns.marking import default_marking
    from iomsa.returns.write import write_return

    judged = judge(arguments.FILE, arguments.period)
    marking = arguments.marking
    if marking is None:
        marking = default_marking(judged.sheet, case_rows=arguments.case_rows)
    content = Content(
        judged.framework,
        judged.sheet,
        judged.card,
        judged.findings,
        judged.practice,
        marking,
        arguments.lowered_by,
        arguments.case_rows,
        arguments.asked_by,
        __version__,
    )
    written = write_return(content, arguments.folder, clock=clock)
    questions = sum(each.weight == QUESTIONS for each in judged.findings)
    say(f"Written and read back: {written.counts}.")
    if questions:
        say(f"The check still asks {counted(questions, 'question')}; Summary lists them.")
    say(f"Marking: {content.marking}")
    say(f"Receipt: {written.receipt}")
    say(str(written.path))
    return 0


def verify_a_return(arguments: Namespace) -> int:
    """Print what differs in a return; 1 if anything does."""
    from iomsa.returns.verify import verify

    found = verify(arguments.RETURN)
    if arguments.json:
        differences = [each._asdict() for each in found.differences]
        say_json(
            {
                "whole": found.whole,
                "receipt": found.receipt,
                "counts": found.counts._asdict(),
                "differences": differences,
            }
        )
        return 0 if found.whole else 1
    for each in found.differences:
        complain(str(each))
    if found.whole:
        say(f"{arguments.RETURN} is whole and unedited: {found.counts}.")
    else:
        say(f"{arguments.RETURN} is not as it was written: {counted(len(found.differences), 'difference')}.")
    say("This finds accidents and edits by hand, not a forger.")
    say(f"Receipt: {found.receipt}")
    return 0 if found.whole else 1
