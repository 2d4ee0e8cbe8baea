"""What the check says of the form: changes of a sound sheet, each with what is found there; and such as are fine."""

from collections.abc import Callable

from tests.builders import PEOPLE, iom, with_answers, with_cases, with_move, with_open_case, with_profile

from iomsa.answers.sheet import Address as At
from iomsa.answers.sheet import Answer, AnswerSheet, CaseAnswer, Counts, Period, ReturnedCases

Change = Callable[[AnswerSheet], AnswerSheet]

NOTE = "We do this as the guide says."


def prompt(id: str) -> At:
    return At("answer", id)


def field(id: str) -> At:
    return At("profile", id)


def row(ref: str, id: str) -> At:
    return At("case-answer", ref, id)


def as_returned(sheet: AnswerSheet) -> AnswerSheet:
    """Take the times from the files: then nobody asks for second reviews, which a return does not hold."""
    files = {ref: case._replace(header=case.header._replace(by="", on="")) for ref, case in sheet.cases.items()}
    return sheet._replace(cases=files)


def answer(id: str, given: Answer) -> Change:
    return lambda sheet: sheet._replace(answers={**sheet.answers, id: given})


def answers(*ids: str, choice: str = "2", note: str = "", evidence: str = "") -> Change:
    given = dict.fromkeys(ids, Answer(choice, note=note, evidence=evidence))
    return lambda sheet: sheet._replace(answers={**sheet.answers, **given})


def profile(values: dict[str, str]) -> Change:
    return lambda sheet: with_profile(sheet, values)


def case(ref: str, id: str, given: CaseAnswer | None) -> Change:
    def change(sheet: AnswerSheet) -> AnswerSheet:
        return sheet.with_record(row(ref, id), given)

    return change


def about(**values: str) -> Change:
    def change(sheet: AnswerSheet) -> AnswerSheet:
        header = sheet.cases["N-002"].header._replace(about=tuple(values.items()))
        return sheet.with_record(At("case", "N-002"), header)

    return change


def move(id: str, to: str, by: tuple[tuple[str, str], ...] = PEOPLE, reason: str = "Seen.") -> Change:
    return lambda sheet: with_move(sheet, id, to, by, reason)


def renamed(sheet: AnswerSheet, ref: str) -> AnswerSheet:
    first, *others = sheet.cases.values()
    return sheet._replace(cases={case.ref: case for case in (first._replace(ref=ref), *others)})


def returned(reviewed: int, counts: dict[str, Counts]) -> Change:
    record = ReturnedCases(10, reviewed, tuple(counts.items()))
    return lambda sheet: sheet._replace(cases={}, returned_cases=record)


ALL_YES = {each.id: Counts(yes=10) for each in iom().case_review.questions}
STANDARD_3 = [f"3.{n}" for n in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3")] + [
    f"3.3.{n}" for n in range(1, 5)
]

STOPPED = [
    ("scheme-name-missing", profile({"scheme.name": ""}), field("scheme.name"), "type it"),
    ("period-missing", lambda s: s._replace(period=Period("", "", "", s.period.framework)), At("period"), "dates"),
    (
        "not-applicable-without-reason",
        lambda s: with_answers(s, {"4.2.4": "not-applicable"}),
        prompt("4.2.4"),
        "give the reason",
    ),
    (
        "not-applicable-without-reason",
        lambda s: with_answers(s, {"8.1.2": "not-applicable"}),
        prompt("8.1.2"),
        "give the reason",
    ),
    ("moved-without-reason", move("2.1", "outstanding", reason=""), At("move", "2.1"), "give the reason"),
    ("move-does-not-hold", move("2.1", "inadequate"), At("move", "2.1"), "Look at this move again."),
    ("move-does-not-hold", move("2.1", "outstanding", by=()), At("move", "2.1"), "Look at this move again."),
    ("move-does-not-hold", move("9", "good", by=(("A", "police"),)), At("move", "9"), "Look at this move again."),
    ("move-does-not-hold", move("99", "good"), At("move", "99"), "take the move back"),
    ("invalid-value", move("2.1", "splendid"), At("move", "2.1"), "'splendid' is no rating"),
    ("invalid-value", answer("1.1.1", Answer("4")), prompt("1.1.1"), "choose one of 0, 1, 2, 3"),
    ("invalid-value", answer("1.1.1", Answer("not-applicable", "x")), prompt("1.1.1"), "another"),
    ("invalid-value", answer("1.9.9", Answer("2")), prompt("1.9.9"), "no prompt of this name"),
    ("invalid-value", answer("1.1.1", Answer("2", note="x" * 32_001)), prompt("1.1.1"), "Shorten"),
    ("invalid-value", answer("1.1.1", Answer("2", evidence="🦔" * 16_001)), prompt("1.1.1"), "Shorten"),
    ("invalid-value", profile({"cohort.total": "many"}), field("cohort.total"), "whole number"),
    ("invalid-value", profile({"cohort.total": "1,000"}), field("cohort.total"), "'1000'"),
    ("invalid-value", profile({"period.census": "31/02/2026"}), field("period.census"), "a date"),
    ("invalid-value", profile({"lead.agency": "army"}), field("lead.agency"), "Choose one of"),
    ("invalid-value", profile({"no.such": "x"}), field("no.such"), "no field of this name"),
    ("invalid-value", case("N-002", "A3", CaseAnswer("maybe")), row("N-002", "A3"), "'maybe'"),
    ("invalid-value", case("N-002", "Z1", CaseAnswer("yes")), row("N-002", "Z1"), "no case question"),
    ("invalid-value", case("N-002", "A3", CaseAnswer("no", "whim")), row("N-002", "A3"), "'whim'"),
    ("invalid-value", case("N-002", "A3", CaseAnswer("yes", note="x" * 32_001)), row("N-002", "A3"), "long"),
    ("invalid-value", about(cohort="purple"), At("case", "N-002"), "Choose one of"),
    ("invalid-value", about(shoes="9"), At("case", "N-002"), "no field of this name"),
    ("invalid-value", returned(10, {**ALL_YES, "Z1": Counts(1)}), At("returned-cases"), "no case question"),
]  # fmt: skip

QUESTIONED = [
    ("prompt-open", lambda s: with_answers(s, {"3.1.2": None}), prompt("3.1.2"), "Answer it"),
    ("top-without-evidence", answer("3.1.2", Answer("3")), prompt("3.1.2"), "what would show it"),
    ("top-without-evidence", answer("3.1.2", Answer("3", evidence=" \n ")), prompt("3.1.2"), "what would show it"),
    ("bottom-with-evidence", answer("3.1.3", Answer("0", evidence="Minutes")), prompt("3.1.3"), "Not in place"),
    ("all-at-the-top", answers(*STANDARD_3, choice="3", evidence="Seen"), prompt("3.1.1"), "All 13 prompts"),
    ("flagged", answer("3.1.2", Answer("2", flag=True)), prompt("3.1.2"), "take the flag away"),
    ("flagged", answer("9.1.2", Answer("2", flag=True)), prompt("9.1.2"), "take the flag away"),
    ("same-note", answers("1.1.1", "1.1.2", "1.1.3", "2.1.1", "9.1.1", note=NOTE), prompt("1.1.1"), "9.1.1"),
    ("looks-like-identifier", answer("3.1.2", Answer("2", note="See 2011/123456K.")), prompt("3.1.2"), "a PNC ID;"),
    ("looks-like-identifier", answer("3.1.2", Answer("2", evidence="Born 3/4/1991")), prompt("3.1.2"), "of birth;"),
    ("looks-like-identifier", profile({"disagreement": "Ask 01632 960123"}), field("disagreement"), "telephone"),
    ("looks-like-identifier", case("N-002", "P3", CaseAnswer("yes", note="A1234BC")), row("N-002", "P3"), "prison"),
    ("looks-like-identifier", move("2.1", "outstanding", reason="As for X123456"), At("move", "2.1"), "(CRN)"),
    ("looks-like-identifier", lambda s: renamed(s, "X123456"), At("case", "X123456"), "(CRN)"),
    ("profile-open", profile({"cohort.joined": ""}), field("cohort.joined"), "Missing: Joined."),
    ("profile-open", profile({"agreed.police.role": ""}), field("agreed.police.role"), "Missing: Role."),
    ("not-agreed", profile({"agreed.probation.name": ""}), field("agreed.probation.name"), "Not agreed by probation"),
    ("not-agreed", profile({"agreed.police.name": "not-known"}), field("agreed.police.name"), "Not agreed by police"),
    (
        "sum-differs",
        profile({"cohort.community": "20", "cohort.custody": "20", "cohort.place-not-recorded": "1"}),
        field("cohort.community"),
        'The parts make 41, but "People on the scheme" says 42',
    ),
    ("fewer-people-than-cases", profile({"cohort.total": "9"}), field("cohort.total"), "9 people, but 10 case"),
    ("census-outside-period", profile({"period.census": "2026-04-01"}), field("period.census"), "1 April 2026"),
    ("agreed-before-period", profile({"agreed.police.date": "2025-03-31"}), field("agreed.police.date"), "1 April"),
    ("date-far-off", profile({"agreement.iom": "2205-01-30"}), field("agreement.iom"), "check the year"),
    ("date-far-off", profile({"agreement.iom": "0205-01-30"}), field("agreement.iom"), "check the year"),
    ("no-cases", lambda s: s._replace(cases={}), At("case"), "add files"),
    ("case-not-reviewed", lambda s: as_returned(with_open_case(iom(), s)), row("N-900", "C1"), "29 of 29"),
    ("case-not-reviewed", case("N-002", "A3", None), row("N-002", "A3"), "1 of 29"),
    ("case-not-reviewed", returned(9, ALL_YES), At("returned-cases"), "Of 10 cases on the list 9"),
    (
        "no-yes-or-no",
        lambda s: as_returned(
            with_cases(iom(), s, {q.id: (10, 10) for q in iom().case_review.questions if q.id != "P3"})
        ),
        row("N-001", "P3"),
        "No file gave a yes or no to P3",
    ),
    ("no-yes-or-no", returned(10, {**ALL_YES, "P3": Counts()}), At("returned-cases"), "P3"),
    ("no-without-reason", case("N-003", "P3", CaseAnswer("no")), At("case", "N-003"), "A reason is missing in"),
]  # fmt: skip

SILENT = [
    lambda s: s,
    lambda s: with_answers(s, {"4.2.4": "out", "3.1.2": "not-known", "7.1.1": None}),
    move("2.1", "outstanding"),
    answer("3.1.2", Answer("3", evidence="Seen")),
    answer("3.1.2", Answer("0")),
    answer("7.1.1", Answer("3")),
    answers(*STANDARD_3[:-1], choice="3", evidence="Seen"),
    answers("1.1.1", "1.1.2", "1.1.3", "2.1.1", note=NOTE),
    answers("1.1.1", "1.1.2", "1.1.3", "2.1.1", "9.1.1", note="Yes."),
    profile({"scheme.code": "", "cohort.mappa": ""}),
    profile({"cohort.community": "20", "cohort.custody": "20", "cohort.place-not-recorded": "2"}),
    profile({"cohort.community": "20", "cohort.custody": "20", "cohort.place-not-recorded": "not-known"}),
    profile({"cohort.total": "10"}),
    profile({"period.census": "2025-04-01", "agreed.police.date": "2025-04-01", "agreement.iom": "2010-01-30"}),
    returned(10, ALL_YES),
    case("N-003", "P3", CaseAnswer("no", "late")),
    case("N-003", "C1", CaseAnswer("no")),
    case("N-003", "O2", CaseAnswer("no")),
    answer("3.1.2", Answer("2", note="Signed on 3 April 2025, with 36 of 40 looked at.")),
    about(cohort="fixed", months="12", date="2026-04-21"),
]
