"""What the case review leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from iomsa.answers.progress import cases_progress
from iomsa.answers.sheet import NO, Address, AnswerSheet, Case, CaseAnswer
from iomsa.checks.finding import OPEN, QUESTION, QUESTIONS, Finding
from iomsa.framework.find import questions
from iomsa.framework.model import Framework
from iomsa.outcomes.reviewed_twice import blind_files
from iomsa.scoring.card import Scorecard

KEPT_BACK = "A reason is missing in the first review; whoever made it can look there for it and choose one."


def none(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for case files where there are none at all."""
    rated = any(each.rule == "share" for each in questions(framework))
    if rated and not sheet.cases and not cases_progress(framework, sheet).of:
        yield Finding(
            "no-cases",
            QUESTIONS,
            OPEN,
            Address("case"),
            "Case review",
            "No case file is on the list, so the work with people can't be rated; add files and review them.",
        )


def not_reviewed(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for every case on the list that is not wholly reviewed."""
    for ref, case in sheet.cases.items():
        given = {id for id, answer in case.answers.items() if answer.choice is not None}
        left = [each.id for each in framework.case_review.questions if each.id not in given]
        if left:
            of = len(framework.case_review.questions)
            yield Finding(
                "case-not-reviewed",
                QUESTIONS,
                OPEN,
                Address("case-answer", ref, left[0]),
                f"case {ref}",
                f"{len(left)} of {of} questions are open; answer them, or take the case off the list.",
            )


def returned_not_reviewed(framework: Framework, sheet: AnswerSheet, _: Scorecard) -> Iterator[Finding]:
    """Ask for the cases that were not reviewed where a return gives their counts alone."""
    if sheet.cases:
        return
    progress = cases_progress(framework, sheet)
    if not progress.complete:
        sentence = (
            f"Of {progress.of} cases on the list {progress.done} were reviewed when this was returned;"
            " to complete it, review the cases again."
        )
        yield Finding("case-not-reviewed", QUESTIONS, OPEN, Address("returned-cases"), "Case review", sentence)


def no_yes_or_no(framework: Framework, sheet: AnswerSheet, card: Scorecard) -> Iterator[Finding]:
    """Ask about key questions that no reviewed case says anything about."""
    silent = [each for each in questions(framework) if each.rule == "share" and not card.question(each.id).n]
    if not silent or not cases_progress(framework, sheet).done:
        return
    first = next(iter(sheet.cases), "")
    for each in silent:
        address = Address("case-answer", first, each.case_question) if first else Address("returned-cases")
        sentence = (
            f"No file gave a yes or no to {each.case_question}, so this key question can't be rated;"
            " look whether not applicable is right in all of them."
        )
        yield Finding("no-yes-or-no", QUESTIONS, QUESTION, address, each.id, sentence)


def no_without_reason(
    framework: Framework, sheet: AnswerSheet, _: Scorecard, blind: frozenset[str] | None = None
) -> Iterator[Finding]:
    """Ask why, where a no counts towards a rating; of a file to be reviewed again it is not told on which question.

    `blind` names these files, where they are known already or the sheet holds some of the files alone.
    """
    rating = {each.case_question for each in questions(framework) if each.rule == "share"}
    bare = {
        ref: ids
        for ref, case in sheet.cases.items()
        if (ids := [id for id, answer in case.rates.items() if id in rating and _is_bare(case, id, answer)])
    }
    if blind is None:
        asked = [each.id for each in framework.case_review.questions]
        blind = blind_files(asked, sheet.cases, sheet.draw) if bare else frozenset()
    for ref, ids in bare.items():
        if ref in blind:
            yield Finding("no-without-reason", QUESTIONS, QUESTION, Address("case", ref), f"case {ref}", KEPT_BACK)
            continue
        for id in ids:
            kind = "agreed-answer" if id in sheet.cases[ref].agreed else "case-answer"
            sentence = "No without a reason; choose the one that fits best."
            address = Address(kind, ref, id)
            yield Finding("no-without-reason", QUESTIONS, QUESTION, address, f"case {ref}, {id}", sentence)


def _is_bare(case: Case, question: str, answer: CaseAnswer) -> bool:
    return answer.choice == NO and not (answer.reason or _reason_before(case, question))


def _reason_before(case: Case, question: str) -> str:
    """Return the reason for a No that either reviewer gave; it stands for what both agreed, too."""
    given = (case.answers.get(question), case.second.get(question))
    return next((each.reason for each in given if each is not None and each.choice == NO and each.reason), "")
