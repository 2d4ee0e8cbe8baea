"""Each rule of the check: what it finds, where, and where it keeps silent."""

import pytest
from tests.builders import blank, full, iom, library, with_answers, with_open_case, with_profile
from tests.forms.checks.files import OF_REVIEWS, REVIEWED
from tests.forms.checks.form import QUESTIONED, SILENT, STOPPED, Change, answer, as_returned, field, row
from tests.forms.checks.rows_of_people import FOLLOWED, OF_PEOPLE

from iomsa.answers.sheet import Address as At
from iomsa.answers.sheet import Answer, AnswerSheet, CaseAnswer, Period, ProfileValue
from iomsa.checks.check import RULES, check, stopping
from iomsa.checks.finding import OPEN, QUESTIONS, STOPS, Finding
from iomsa.framework.model import Framework
from iomsa.scoring.score import score

AGREED = {
    "agreed.police.name": "Alex Example",
    "agreed.police.date": "2026-05-12",
    "agreed.probation.name": "Sam Sample",
    "agreed.probation.date": "2026-05-13",
    "period.census": "2026-03-31",
    "cohort.total": "42",
}


def sound() -> AnswerSheet:
    """Return a sheet about which nothing at all is to be said; its files are as a return gives them."""
    return with_profile(as_returned(full(iom(), cases=10, sufficient=10)), AGREED)


def findings(sheet: AnswerSheet, framework: Framework | None = None) -> tuple[Finding, ...]:
    framework = framework or iom()
    return check(framework, sheet, score(framework, sheet))


@pytest.mark.parametrize(("code", "change", "address", "words"), STOPPED)
def test_what_stops_a_return(code: str, change: Change, address: At, words: str) -> None:
    found = [each for each in findings(change(sound())) if (each.code, each.address) == (code, address)]
    assert [each.weight for each in found] == [STOPS]
    assert words in found[0].sentence


@pytest.mark.parametrize(("code", "change", "address", "words"), [*QUESTIONED, *OF_REVIEWS, *OF_PEOPLE])
def test_what_questions_a_return(code: str, change: Change, address: At, words: str) -> None:
    found = findings(change(sound()))
    assert [(each.code, each.weight, each.address) for each in found] == [(code, QUESTIONS, address)]
    assert words in found[0].sentence


@pytest.mark.parametrize("change", [*SILENT, *REVIEWED, *FOLLOWED])
def test_where_the_check_keeps_silent(change: Change) -> None:
    assert findings(change(sound())) == ()


def test_every_rule_finds_something_somewhere_in_these_tests() -> None:
    seen = set()
    for _, change, _, _ in (*STOPPED, *QUESTIONED, *OF_REVIEWS, *OF_PEOPLE):
        sheet = change(sound())
        card = score(iom(), sheet)
        seen |= {rule for rule in RULES if next(rule(iom(), sheet, card), None)}
    assert [rule.__name__ for rule in RULES if rule not in seen] == []


def test_a_blank_sheet_is_asked_for_everything_once() -> None:
    found = findings(blank(iom()))
    assert stopping(found) == ()
    assert [each.kind for each in found] == [OPEN] * len(found)
    prompts = [each.place for each in found if each.code == "prompt-open"]
    assert len(prompts) == len(set(prompts)) == 82
    assert [each.code for each in found].count("profile-open") == 11
    assert [each.code for each in found].count("not-agreed") == 2
    assert found[-1].code == "no-cases"


def test_stops_come_first_then_the_order_of_the_form() -> None:
    sheet = with_answers(sound(), {"6.1.1": None, "1.1.1": None, "4.2.4": "not-applicable"})
    sheet = with_profile(as_returned(with_open_case(iom(), sheet)), {"cohort.joined": "", "lead.agency": "army"})
    sheet = answer("7.1.1", Answer("2", flag=True))(sheet)
    assert [each.place for each in findings(sheet)] == [
        "lead.agency",
        "4.2.4",
        "Joined and left in the period",
        "1.1.1",
        "6.1.1",
        "case N-900",
        "7.1.1",
    ]


def test_a_finding_tells_what_to_do_in_sentences() -> None:
    for _, change, _, _ in (*STOPPED, *QUESTIONED, *OF_REVIEWS, *OF_PEOPLE):
        for each in findings(change(sound())):
            assert each.sentence[0] in "\"0123456789'" or each.sentence[0].isupper()
            assert each.sentence.endswith(".")
            assert "_" not in each.sentence


def test_broken_dates_of_the_period_and_values_do_not_break_the_check() -> None:
    sheet = sound()._replace(period=Period("x", "soon", "later", iom().ref))
    sheet = sheet._replace(profile={**sheet.profile, "agreement.iom": ProfileValue("whenever")})
    assert "invalid-value" in [each.code for each in findings(sheet)]


def test_a_framework_that_is_about_something_else() -> None:
    village = library()
    sheet = as_returned(full(village, 1, cases=5, sufficient=5))
    assert findings(sheet, village) == ()
    sheet = with_answers(sheet, {"B.a.1": None, "B.a.2": "not-applicable", "H.a.1": 2})
    sheet = sheet.with_record(row("N-001", "SV"), CaseAnswer("no"))
    sheet = sheet.with_record(field("library.name"), None)
    assert [(each.code, each.place) for each in findings(sheet, village)] == [
        ("scheme-name-missing", "Name of the library"),
        ("not-applicable-without-reason", "B.a.2"),
        ("prompt-open", "B.a.1"),
        ("top-without-evidence", "H.a.1"),
        ("no-without-reason", "case N-001"),
    ]
    assert "As a rule" in findings(sheet, village)[3].sentence
