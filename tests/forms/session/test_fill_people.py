"""People, quarters and the follow-up as a program gives them: merged, cleared, or refused with their place."""

from __future__ import annotations

import pytest
from tests.builders import blank, iom

from iomsa.answers.people import COLUMNS, FollowUp, Person, Quarter
from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.find import pathways
from iomsa.problems import Refused
from iomsa.session.changes import apply
from iomsa.session.edits import Stamp
from iomsa.session.fill import fill

STAMP = Stamp("Ada", "2026-11-22T10:00:00")
FULL = {
    "ref": "P01",
    "entry": "2024-04-03",
    "follow_up_start": "2024-05-10",
    "cohort": "fixed",
    "left": "2025-01-31",
    "left_reason": "moved away",
    "window_days": 365,
    "offences_earlier": 4,
    "custody_earlier": 10,
    "offences_before": 7,
    "custody_before": 30,
    "offences_after": 3,
    "custody_after": 0,
    "first_reoffence": "2024-09-12",
    "seriousness_before": 3,
    "seriousness_after": 2,
    "predicted": 62.5,
    "predicted_tool": "A tool",
    "predicted_years": 1,
    "accommodation_entry": "serious",
    "accommodation_now": "some",
    "health_entry": "not-known",
}


def filled(data: object, sheet: AnswerSheet | None = None) -> AnswerSheet:
    sheet = sheet or blank(iom())
    return apply(sheet, fill(iom(), sheet, data, STAMP))


def test_there_are_nine_pathways() -> None:
    assert len(pathways(iom())) == 9
    assert pathways(iom())[:2] == ("accommodation", "work-training")


def test_a_person_takes_all_that_is_given() -> None:
    person = filled({"people": [FULL]}).people["P01"]
    assert {column.name: getattr(person, column.name) for column in COLUMNS} == {
        name: value for name, value in FULL.items() if name != "ref" and not name.endswith(("_entry", "_now"))
    }
    assert person.needs == (("accommodation", "serious", "some"), ("health", "not-known", ""))
    assert (person.position, person.by, person.on) == (1, *STAMP)


def test_a_known_person_is_updated_and_null_clears() -> None:
    before = filled({"people": [FULL, {"ref": "P02"}]})
    after = filled({"people": [{"ref": "P01", "left": None, "accommodation_now": "none"}, {"ref": "P03"}]}, before)
    assert (after.people["P01"].left, after.people["P01"].left_reason) == ("", "moved away")
    assert after.people["P01"].needs[0] == ("accommodation", "serious", "none")
    assert [person.position for person in after.people.values()] == [1, 2, 3]
    assert after.people["P02"] is before.people["P02"]


def test_filling_twice_changes_nothing_more() -> None:
    once = filled({"people": [FULL], "follow_up": {"data_to": "2026-09-30"}})
    assert fill(iom(), once, {"people": [FULL], "follow_up": {"data_to": "2026-09-30"}}, STAMP) == ()


def test_quarters_and_the_follow_up() -> None:
    sheet = filled(
        {
            "quarters": [{"quarter": "2025-04-01", "offences": 5, "days_at_liberty": 900, "people": 11}],
            "follow_up": {"data_to": "2026-09-30", "look_back_years": 1},
        }
    )
    assert sheet.quarters == {"2025-04-01": Quarter(5, 900, 11, *STAMP)}
    assert sheet.follow_up == FollowUp("2026-09-30", 1.0, by=STAMP.by, on=STAMP.on)
    again = filled({"quarters": [{"quarter": "2025-04-01", "offences": 6}]}, sheet)
    assert again.quarters["2025-04-01"][:3] == (6, 900, 11)


def test_the_follow_up_says_who_is_meant_and_when_they_offended() -> None:
    given = {
        "data_to": "2026-09-30",
        "look_back_years": 2,
        "joined_from": "2024-04-01",
        "joined_to": "2025-03-31",
        "offence_dates": ["2025-06-02", "2025-01-07", "2025-06-02"],
    }
    sheet = filled({"follow_up": given})
    assert sheet.follow_up == FollowUp(
        "2026-09-30", 2.0, "2024-04-01", "2025-03-31", ("2025-01-07", "2025-06-02", "2025-06-02"), *STAMP
    )
    assert fill(iom(), sheet, {"follow_up": given}, STAMP) == ()
    only = filled({"follow_up": {"offence_dates": None, "look_back_years": None}}, sheet)
    assert only.follow_up == FollowUp("2026-09-30", None, "2024-04-01", "2025-03-31", (), *STAMP)
    gone = filled({"follow_up": dict.fromkeys(given)}, sheet)
    assert gone.follow_up is None


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"people": [{"entry": "2024-01-01"}]}, "people number 1", "give the reference"),
        ({"people": [{"ref": "x" * 41}]}, "people number 1 ref", "at most 40 characters"),
        ({"people": [{"ref": "A"}, {"ref": "A"}]}, "people number 2 ref", "twice"),
        ({"people": [{"ref": "A", "name": "x"}]}, "people number 1 name", "no such key"),
        ({"people": [{"ref": "A", "entry": "3 April"}]}, "people A entry", "give a date such as 2025-03-31."),
        ({"people": [{"ref": "A", "entry": 2024}]}, "people A entry", "this has to be text"),
        ({"people": [{"ref": "A", "first_reoffence": "no"}]}, "people A first_reoffence", "or none, or untraced"),
        ({"people": [{"ref": "A", "cohort": "big"}]}, "people A cohort", "give one of fixed, flex, free."),
        ({"people": [{"ref": "A", "window_days": -1}]}, "people A window_days", "a whole number, 0 or more"),
        ({"people": [{"ref": "A", "window_days": True}]}, "people A window_days", "a whole number, 0 or more"),
        ({"people": [{"ref": "A", "predicted": 101}]}, "people A predicted", "a number from 0 to 100"),
        ({"people": [{"ref": "A", "predicted": float("nan")}]}, "people A predicted", "a number from 0 to 100"),
        ({"people": [{"ref": "A", "predicted": 0.62}]}, "people A predicted", "not a fraction of one"),
        ({"people": [{"ref": "A", "health_now": "bad"}]}, "people A health_now", "none, some, serious, not-known"),
        ({"quarters": [{"offences": 1}]}, "quarters number 1", "give the first day of the quarter"),
        ({"quarters": [{"quarter": "2025-05-01"}]}, "quarters number 1 quarter", "January, April, July or October"),
        ({"follow_up": {"data_to": "soon"}}, "follow_up data_to", "give a date"),
        ({"follow_up": {"look_back_years": -1}}, "follow_up look_back_years", "a number from 0 to 100"),
        ({"follow_up": {"joined_from": 2024}}, "follow_up joined_from", "this has to be text"),
        ({"follow_up": {"joined_to": "31/03/2025"}}, "follow_up joined_to", "give a date"),
        ({"follow_up": {"offence_dates": "2025-01-01"}}, "follow_up offence_dates", "this has to be a list"),
        ({"follow_up": {"offence_dates": ["May"]}}, "follow_up offence_dates number 1", "give a date"),
        (
            {"follow_up": {"joined_from": "2025-04-01", "joined_to": "2025-03-31"}},
            "follow_up",
            "joined_from is later than joined_to",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(data: object, place: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        filled(data)
    (problem,) = caught.value.problems
    assert problem.place == place
    assert words in problem.sentence


def test_an_empty_person_is_a_person() -> None:
    assert filled({"people": [{"ref": "A"}]}).people == {"A": Person(1, by=STAMP.by, on=STAMP.on)}
