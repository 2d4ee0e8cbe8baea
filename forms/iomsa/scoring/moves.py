"""Moving a rating by hand: when it is allowed, and what is wrong with a move that is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iomsa.answers.sheet import AnswerSheet, Move
from iomsa.framework.find import standard_of
from iomsa.framework.model import Framework
from iomsa.scoring.card import STANDARD, Moved, Rated, StandardScore
from iomsa.scoring.lowest import judge_lowest, lowest_of
from iomsa.scoring.near import crossing, is_near
from iomsa.scoring.ruler import Ruler, ruler_of
from iomsa.scoring.shares import weighted_percent
from iomsa.scoring.standards import judge
from iomsa.scoring.tally import Tally
from iomsa.scoring.words import counted, number

By = Sequence[tuple[str, str]]
TWICE = 8
"""Files reviewed twice that a move up in standards from cases rests on, or all where fewer are on the list."""
UNSEEN = (
    "This return holds no second reviews, so it can't be seen here whether this move up rests on files reviewed twice. "
    "The scheme's own file shows it."
)


def move_problem(framework: Framework, sheet: AnswerSheet, tally: Tally, level_id: str, to: str, by: By) -> str:
    """Return why this rating can't be moved there by these names, as a sentence; empty where it can.

    `by` pairs names with agencies. Source: the triggers are those of HM Inspectorate of Probation's ratings panels, as
    generally known; the names and the files reviewed twice are ours (design, rating rule 7).
    """
    ruler = ruler_of(framework)
    standard = standard_of(framework, level_id)
    if standard is None or standard.rule == "shown":
        return f"{level_id} is not rated, so there is nothing to move."
    if standard.rule == "lowest":
        score = judge_lowest(ruler, standard, tally)
    else:
        score = judge(framework, ruler, standard, sheet.answers).score
    found = next((each for each in (score.rated, *score.questions) if each.id == level_id), None)
    if found is None:
        return f"{level_id} is a prompt; only key questions and standards can be moved."
    return problem_of(ruler, score, found, to, by, tally)


def with_moves(ruler: Ruler, score: StandardScore, moves: Mapping[str, Move], tally: Tally) -> StandardScore:
    """Return the score with each move beside the rating it is about; the computed rating stays."""
    if not any(each.id in moves for each in (score.rated, *score.questions)):
        return score
    return score._replace(
        rated=_beside(ruler, score, score.rated, moves, tally),
        questions=tuple(_beside(ruler, score, each, moves, tally) for each in score.questions),
    )


def _beside(ruler: Ruler, score: StandardScore, rated: Rated, moves: Mapping[str, Move], tally: Tally) -> Rated:
    move = moves.get(rated.id)
    if move is None:
        return rated
    problem = problem_of(ruler, score, rated, move.to, move.by, tally)
    if problem:
        return rated._replace(moved=Moved(None, move.reason, move.by, move.on, problem))
    up = ruler.places[move.to] > (rated.points or 0)
    unseen = UNSEEN if up and _from_cases(score) and tally.twice is None else ""
    return rated._replace(moved=Moved(move.to, move.reason, move.by, move.on, "", unseen))


def problem_of(ruler: Ruler, score: StandardScore, rated: Rated, to: str, by: By, tally: Tally) -> str:
    """Return why one rating of a standard's score can't be moved there; empty where it can."""
    from_cases = _from_cases(score)
    if from_cases and rated.level != STANDARD:
        return f"{rated.id} is a percentage of files and stays as it is; its standard may be moved."
    if rated.rating is None:
        state = "has only a range while prompts are open" if rated.range else "has no rating"
        return f"{rated.id} {state}; only a rating can be moved."
    if to not in ruler.places:
        return f"{to!r} is not a rating; it is one of: {', '.join(ruler.ids)}."
    here, there = ruler.places[rated.rating], ruler.places[to]
    if abs(there - here) != 1:
        return (
            f"{rated.id} is {ruler.labels[here]}; it can be moved one band up or down, and "
            f"{ruler.labels[there]} is not one band away."
        )
    if from_cases and not has_trigger(ruler, lowest_of(score.questions), there - here):
        return _no_trigger(ruler, lowest_of(score.questions), max(here, there))
    return _names_problem(ruler, by, up=there > here) or (_twice_problem(tally) if from_cases and there > here else "")


def _from_cases(score: StandardScore) -> bool:
    return any(each.n is not None for each in score.questions)


def _twice_problem(tally: Tally) -> str:
    wanted = min(TWICE, tally.listed)
    if tally.twice is None or tally.twice >= wanted:
        return ""
    fewer = f" ({TWICE}, or all where fewer are on the list)" if wanted < TWICE else ""
    return (
        f"A move up from case files needs {counted(wanted, 'file')} reviewed twice{fewer}, every question of both "
        f"reviews answered; {tally.twice or 'none'} {'is' if tally.twice == 1 else 'are'}. "
        f"Review {wanted - tally.twice} more a second time, by the other agency."
    )


def has_trigger(ruler: Ruler, lowest: Rated, direction: int) -> bool:
    """Tell whether the lowest key question lets its standard be moved up (1) or down (-1).

    (a) its whole percentage is near the boundary crossed, (b) one case judged otherwise would put it in the next band,
    with weights in any stratum, (c) it rests on few cases.
    """
    few = (lowest.n or 0) <= ruler.rules.moves.few
    return few or is_near(ruler, lowest, direction) or bool(crossing(ruler, lowest, direction))


def _no_trigger(ruler: Ruler, lowest: Rated, upper: int) -> str:
    moves = ruler.rules.moves
    return (
        f"{lowest.id} is the lowest with {weighted_percent(lowest)}: that is more than {moves.near} points from the "
        f"boundary at {ruler.rules.share.bands[upper - 1]} %, one file judged otherwise would not cross it, and it "
        f"rests on {counted(lowest.n or 0, 'file')}, more than {moves.few}. So this standard can't be moved that way."
    )


def _names_problem(ruler: Ruler, by: By, *, up: bool) -> str:
    moves = ruler.rules.moves
    named = [(name.strip().casefold(), agency.strip().casefold()) for name, agency in by if name.strip()]
    if not up:
        enough = len({name for name, _ in named}) >= moves.names_down
        return "" if enough else f"A move down needs {_people(moves.names_down)}."
    placed = [(name, agency) for name, agency in named if agency]
    if min(len({name for name, _ in placed}), len({agency for _, agency in placed})) >= moves.names_up:
        return ""
    return f"A move up needs {_people(moves.names_up)}{' from different agencies' if moves.names_up > 1 else ''}."


def _people(n: int) -> str:
    return "one named person" if n == 1 else f"{number(n)} named people"
