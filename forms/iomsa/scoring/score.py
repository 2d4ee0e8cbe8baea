"""Score one period: every self-rating of a framework for an answer sheet, each with its sentence."""

from __future__ import annotations

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.scoring.advice import resting_on, worth_changing
from iomsa.scoring.card import Scorecard, StandardScore
from iomsa.scoring.lines import rate_line, rate_overall
from iomsa.scoring.lowest import judge_lowest, judge_shown
from iomsa.scoring.moves import with_moves
from iomsa.scoring.ruler import ruler_of
from iomsa.scoring.standards import Judged, judge
from iomsa.scoring.tally import Tally
from iomsa.scoring.tally import tally as count


def score(framework: Framework, sheet: AnswerSheet, tally: Tally | None = None) -> Scorecard:
    """Rate everything by the framework's rules; `tally` saves counting the cases again where they are the same.

    Moved ratings stand beside the computed ones and never enter what lies above.
    """
    tally = count(framework, sheet) if tally is None else tally
    ruler = ruler_of(framework)
    judged: list[Judged] = []
    scores: list[StandardScore] = []
    for standard in framework.standards:
        if standard.rule == "mean":
            found = judge(framework, ruler, standard, sheet.answers)
            judged.append(found)
            scores.append(found.score._replace(resting_on=resting_on(ruler, found)))
        elif standard.rule == "lowest":
            scores.append(judge_lowest(ruler, standard, tally))
        else:
            scores.append(judge_shown(ruler, standard, tally))
    moved = tuple(with_moves(ruler, each, sheet.moves, tally) for each in scores)
    prompts = sum(len(each.standard.prompts) for each in judged)
    is_open = sum(each.score.rated.open for each in judged)
    return Scorecard(
        framework=framework.ref,
        period=sheet.period.name,
        complete=is_open == 0
        and not tally.so_far
        and _all_rated(framework, moved)
        and _in_order(framework, sheet, moved),
        answered=prompts - is_open,
        prompts=prompts,
        overall=rate_overall(framework, ruler, scores, tally),
        lines=tuple(rate_line(framework, ruler, line, scores, tally) for line in framework.rules.lines),
        standards=moved,
        worth_changing=worth_changing(framework, ruler, judged),
    )


def _all_rated(framework: Framework, scores: tuple[StandardScore, ...]) -> bool:
    lowest = {each.id for each in framework.standards if each.rule == "lowest"}
    return all(each.rating is not None for score in scores if score.rated.id in lowest for each in score.questions)


def _in_order(framework: Framework, sheet: AnswerSheet, scores: tuple[StandardScore, ...]) -> bool:
    """Tell whether nothing seen from here stops a return: the scheme has its name, each move a reason, and it holds."""
    name = sheet.profile.get(framework.roles.scheme_name)
    rated = {each.id: each for score in scores for each in (score.rated, *score.questions)}
    held = (id in rated and rated[id].moved_to is not None and move.reason != "" for id, move in sheet.moves.items())
    return name is not None and name.value != "" and all(held)
