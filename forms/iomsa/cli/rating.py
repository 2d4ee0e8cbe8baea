"""Verbs that judge: the self-ratings, and what stops or questions a return."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from iomsa.checks.check import stopping
from iomsa.checks.finding import QUESTIONS, Finding
from iomsa.cli.arguments import Verbs, add_json, add_period, add_verb
from iomsa.cli.opened import Judged, judge
from iomsa.cli.say import say, say_json
from iomsa.scoring.words import counted


def add_verbs(verbs: Verbs) -> None:
    """Add score and check."""
    for parser in (
        add_verb(verbs, "score", "say every self-rating and why", score, "FILE"),
        add_verb(verbs, "check", "say everything that stops or questions a return", check, "FILE"),
    ):
        add_json(parser)
        add_period(parser)


def score(arguments: Namespace) -> int:
    """Print the self-ratings of one period."""
    from iomsa.scoring.report import as_data, as_text

    judged = judge(arguments.FILE, arguments.period)
    if arguments.json:
        say_json(as_data(judged.framework, judged.card, stopped=bool(stopping(judged.findings))))
    else:
        say(as_text(judged.framework, judged.card))
    return 0


def check(arguments: Namespace) -> int:
    """Print what stops or questions the return of one period; 1 where something stops it."""
    judged = judge(arguments.FILE, arguments.period)
    stops = stopping(judged.findings)
    questions = tuple(each for each in judged.findings if each.weight == QUESTIONS)
    if arguments.json:
        say_json(_as_data(judged, len(stops), len(questions)))
    else:
        _print("Stops the return:", stops)
        _print("Questions:", questions)
        ending = f"{counted(len(stops), 'thing')} stop{'s' if len(stops) == 1 else ''}"
        say(
            f"{judged.sheet.period.name}: {ending if stops else 'nothing stops'} the return; "
            f"{counted(len(questions), 'question')}."
        )
    return 1 if stops else 0


def _print(title: str, findings: tuple[Finding, ...]) -> None:
    if findings:
        say(title)
        for each in findings:
            say(f"  {each.place}: {each.sentence}")


def _as_data(judged: Judged, stops: int, questions: int) -> dict[str, Any]:
    return {
        "framework": judged.framework.ref,
        "period": judged.sheet.period.name,
        "stops": stops,
        "questions": questions,
        "findings": [{**each._asdict(), "address": each.address._asdict()} for each in judged.findings],
    }
