"""A check after a change: it looks again at the files and people that are other than before, and at no others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import full, iom

from iomsa.answers.people import NONE, FollowUp, Person
from iomsa.answers.review import Draw, Replaced, SecondReview
from iomsa.answers.sheet import Address as At
from iomsa.answers.sheet import Answer, AnswerSheet, CaseAnswer, CaseHeader, Record
from iomsa.checks.check import OF_A_FILE, OF_A_PERSON, OF_LIST, RULES, Checked, check, check_again
from iomsa.checks.finding import STOPS, Finding
from iomsa.checks.order import form_order
from iomsa.outcomes.reviewed_twice import to_be_reviewed_twice
from iomsa.scoring.score import score

BARE = CaseAnswer("no")
EARLY = Person(1, "2022-04-18", left="2021-01-01")


def sheet() -> AnswerSheet:
    """Return a sheet with something to ask about every file and every person."""
    made = full(iom(), cases=4, sufficient=4)
    for ref in made.cases:
        made = made.with_record(At("case-answer", ref, "P3"), BARE)
    for place in range(1, 4):
        made = made.with_record(At("person", f"P-00{place}"), EARLY._replace(position=place))
    return made


def again(changed: AnswerSheet, before: Checked | None = None) -> Checked:
    found = check_again(iom(), changed, score(iom(), changed), before)
    assert found.findings == check(iom(), changed, score(iom(), changed))
    return found


def plainly(sheet: AnswerSheet) -> tuple[Finding, ...]:
    """Return what every rule finds in the whole sheet, in the order of the form and then of the rules."""
    card, place = score(iom(), sheet), form_order(iom(), sheet)
    found = (finding for rule in RULES for finding in rule(iom(), sheet, card))
    return tuple(sorted(found, key=lambda each: (each.weight != STOPS, place(each.address))))


def looked_at(before: Checked, after: Checked) -> set[str]:
    """Return the files and people whose findings were made anew."""
    known = set(map(id, before.findings))
    return {each.address.key for each in after.findings if is_of_record(each) and id(each) not in known}


def is_of_record(finding: Finding) -> bool:
    return finding.code in ("no-without-reason", "left-before-entry")


@pytest.mark.parametrize(
    ("at", "record", "looked"),
    [
        (At("case-answer", "N-002", "P4"), BARE, {"N-002"}),
        (At("person", "P-002"), EARLY._replace(position=2, left="2020-01-01"), {"P-002"}),
        (At("answer", "1.1.1"), None, set()),
        (At("case", "N-002"), None, set()),
        (At("follow-up"), FollowUp("2025-01-01"), {"P-001", "P-002", "P-003"}),
    ],
)
def test_only_what_changed_is_looked_at_again(at: At, record: CaseAnswer | Person | None, looked: set[str]) -> None:
    first = again(sheet())
    assert {each.address.key for each in first.findings if is_of_record(each)} == {*first.files, *first.people}
    assert looked_at(first, again(first.sheet.with_record(at, record), first)) == looked


def test_a_file_that_is_no_longer_to_be_reviewed_again_tells_which_questions_lack_a_reason() -> None:
    made = full(iom(), cases=12, sufficient=12)
    for ref in made.cases:
        made = made.with_record(At("case-answer", ref, "P3"), BARE)
    first = again(made)
    chosen = to_be_reviewed_twice(made.cases, None)
    other = next(ref for ref in made.cases if ref not in chosen)
    after = again(made.with_record(At("second-review", other), SecondReview("police")), first)
    assert looked_at(first, after) == {chosen[-1], other}


def test_another_period_is_checked_from_the_start() -> None:
    first = again(sheet())
    other = first.sheet._replace(period=first.sheet.period._replace(end="2027-03-31"))
    assert looked_at(first, again(other, first)) == {*first.files, *first.people}


FILES = [f"N-{place:03}" for place in range(1, 13)]
LIST = tuple((ref, "") for ref in (*FILES[2:], "N-013", "Ann Other"))
DRAWS = [Draw(seed, "2026-01-12", (("", len(LIST), drawn),), LIST) for seed, drawn in (("1", 6), ("2", 6), ("1", 9))]


def _to(kind: str, keys: list[str], *records: Record | None, part: str = "") -> st.SearchStrategy[tuple[At, object]]:
    return st.tuples(st.sampled_from([At(kind, key, part) for key in keys]), st.sampled_from(records))


STEPS = st.one_of(
    _to("case-answer", FILES, BARE, CaseAnswer("yes"), CaseAnswer("no", note="See 2011/123456K."), None, part="P3"),
    _to("case-answer", FILES, CaseAnswer("maybe"), CaseAnswer("yes"), None, part="C1"),
    _to("second-review", FILES, SecondReview("police"), SecondReview("probation"), None),
    _to("second-answer", FILES, BARE, CaseAnswer("yes"), part="P3"),
    _to("agreed-answer", FILES, BARE, None, part="P3"),
    _to("case", [*FILES, "N-013", "X123456"], CaseHeader(position=7), CaseHeader((("shoes", "9"),), 3), None),
    _to("draw", [""], *DRAWS, None),
    _to("replaced", FILES[:4], Replaced("", "N-013", "Born 3/4/1991"), Replaced("", "N-012", "Lost"), None),
    _to("person", ["P-001", "P-002", "P-003"], EARLY, Person(3, "2022-05-01", first_reoffence=NONE, offences_after=3)),
    _to("person", ["P-001", "A1234BC"], Person(2, "2022-06-01", predicted=100), None),
    _to("follow-up", [""], FollowUp("2025-01-01", joined_from="2022-05-01"), FollowUp("2025-01-01"), None),
    _to("answer", ["1.1.1"], Answer("3"), Answer("9"), None),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, min_size=8, max_size=20))
def test_whatever_changes_a_check_after_it_finds_what_every_rule_finds(steps: list[tuple[At, Record | None]]) -> None:
    made = full(iom(), cases=12, sufficient=12)._replace(people=sheet().people, draw=DRAWS[0])
    before = None
    for at, record in steps:
        if at.kind in ("case-answer", "second-review", "second-answer", "agreed-answer") and at.key not in made.cases:
            continue
        made = made.with_record(at, record)
        before = check_again(iom(), made, score(iom(), made), before)
        assert before.findings == plainly(made)


def test_every_rule_of_a_record_is_a_rule() -> None:
    assert set(RULES) > OF_LIST | OF_A_FILE | OF_A_PERSON
    assert not OF_LIST & OF_A_FILE
    assert not OF_A_FILE & OF_A_PERSON
