"""What the check says of draws and second reviews, as rows: code, change of a sound sheet, record, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.builders import BY, ON, PEOPLE, with_move

from iomsa.answers.review import Draw, Replaced, SecondReview
from iomsa.answers.sheet import Address as At
from iomsa.answers.sheet import AnswerSheet, Case, CaseAnswer, Counts, ReturnedCases
from iomsa.outcomes.sampling import in_order

Change = Callable[[AnswerSheet], AnswerSheet]

LIST = [f"L-{number:02}" for number in range(1, 21)]
ORDER = in_order("48213", LIST)
DRAW = Draw("48213", "2026-01-12", (("", 20, 10),), tuple((ref, "") for ref in LIST))


def twice(
    second: Mapping[str, str] = {},
    agreed: Mapping[str, str] = {},
    agencies: tuple[str, str] = ("police", "probation"),
    reason: str = "late",
) -> Change:
    """Review every file twice; in N-002 the second review says otherwise here, and this was agreed."""

    def change(sheet: AnswerSheet) -> AnswerSheet:
        cases = {ref: _twice(case, "police", "probation") for ref, case in sheet.cases.items()}
        case = _twice(sheet.cases["N-002"], *agencies)
        given = {id: CaseAnswer(choice, reason) for id, choice in second.items()}
        settled = {id: CaseAnswer(choice) for id, choice in agreed.items()}
        cases["N-002"] = case._replace(second={**case.second, **given}, agreed=settled)
        return sheet._replace(cases=cases)

    return change


def _twice(case: Case, first: str, second: str) -> Case:
    about = (("reviewing-agency", first),) if first else ()
    header = case.header._replace(about=about, by=BY, on=ON)
    return case._replace(header=header, second_review=SecondReview(second, BY, ON), second=case.answers)


def open_again(sheet: AnswerSheet) -> AnswerSheet:
    """Leave one question of the second review of N-003 open, in a list that is reviewed twice."""
    sheet = twice()(sheet)
    case = sheet.cases["N-003"]
    second = {id: each for id, each in case.second.items() if id != "C1"}
    return sheet._replace(cases={**sheet.cases, "N-003": case._replace(second=second)})


def drawn(refs: tuple[str, ...], draw: Draw = DRAW, replaced: Mapping[str, str] = {}) -> Change:
    """Put these files on the list, drawn so; `replaced` names which file took the place of which."""

    def change(sheet: AnswerSheet) -> AnswerSheet:
        cases = {ref: case._replace(ref=ref) for ref, case in zip(refs, sheet.cases.values(), strict=False)}
        notes = {old: Replaced("", new, "The file is at another office.") for old, new in replaced.items()}
        return sheet._replace(cases=cases, draw=draw, replaced=notes)

    return change


def moved_up(sheet: AnswerSheet) -> AnswerSheet:
    """Move standard 7 up in a sheet that came from a return."""
    counts = tuple((each, Counts(7, 3)) for each in next(iter(sheet.cases.values())).answers)
    returned = sheet._replace(cases={}, returned_cases=ReturnedCases(10, 10, counts))
    return with_move(returned, "7", "outstanding", PEOPLE)


FIRST = ORDER[:10]
MANY = {ORDER[place]: ORDER[10 + place] for place in range(3)}
FEW = {ORDER[place]: ORDER[10 + place] for place in range(2)}

OF_REVIEWS: list[tuple[str, Change, At, str]] = [
    ("case-not-drawn", drawn((*FIRST[1:], ORDER[12])), At("case", ORDER[12]), "take it off"),
    ("case-by-hand", drawn((*FIRST[1:], "M-01")), At("case", "M-01"), "Added by hand"),
    ("drawn-again", drawn(FIRST, DRAW._replace(times=3)), At("draw"), "Drawn 3 times: say why in a note"),
    ("many-replaced", drawn((*FIRST[3:], *MANY.values()), replaced=MANY), At("draw"), "3 of 10 files drawn were"),
    ("many-replaced", drawn(FIRST, DRAW._replace(replaced=3)), At("draw"), "more than a fifth"),
    ("too-few-reviewed-twice", open_again, At("second-review", "N-003"), "9 of 10 files wanted are reviewed twice"),
    ("reviews-differ", twice({"A3": "no"}), At("agreed-answer", "N-002", "A3"), "differ on A3, and nothing is agreed"),
    ("reviews-differ", twice({"A3": "no", "C1": "no"}, {"C1": "yes"}), At("agreed-answer", "N-002", "A3"), "on A3,"),
    (
        "reviews-differ",
        twice(dict.fromkeys(("C1", "C2", "A1", "A2", "A3"), "no")),
        At("agreed-answer", "N-002", "C1"),
        "differ on 5 questions, C1 the first,",
    ),
    ("reviewing-agency-missing", twice(agencies=("", "police")), At("case", "N-002"), "made the first review"),
    ("reviewing-agency-missing", twice(agencies=("police", "")), At("second-review", "N-002"), "made the second"),
    ("same-reviewing-agency", twice(agencies=("police", "police")), At("second-review", "N-002"), "Police made both"),
    (
        "no-without-reason",
        twice({"P3": "no"}, {"P3": "no"}, reason=""),
        At("agreed-answer", "N-002", "P3"),
        "choose the one",
    ),
    ("move-not-seen", moved_up, At("move", "7"), "This return holds no second reviews"),
    ("looks-like-identifier", drawn(FIRST, DRAW._replace(people=(*DRAW.people, ("A1234BC", "")))), At("draw"), "pris"),
    (
        "looks-like-identifier",
        drawn(FIRST, DRAW._replace(people=(*DRAW.people, ("Alex Example", "")))),
        At("draw"),
        "a name",
    ),
]

REVIEWED: list[Change] = [
    twice(),
    twice({"A3": "no"}, {"A3": "yes"}),
    twice({"A3": "no"}, {"A3": "no"}),
    drawn(FIRST),
    drawn((*FIRST[2:], *FEW.values()), replaced=FEW),
    drawn(tuple(f"N-{n}" for n in range(10)), DRAW._replace(people=())),
]
