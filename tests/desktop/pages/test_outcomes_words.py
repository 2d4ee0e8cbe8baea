"""What the page of outcomes says: every sentence, with its uncertainty beside it and p never without plain words."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import blank, iom

from iomsa.answers.people import FollowUp, Person
from iomsa.answers.review import UnitCosts
from iomsa.answers.sheet import ProfileValue
from iomsa.outcomes.break_even import BreakEven, Cost
from iomsa.outcomes.direction import Direction, as_in_2020
from iomsa.outcomes.needs import Pathway
from iomsa.outcomes.predicted import CouldShow, ObservedPredicted
from iomsa.outcomes.rate_ratio import EXACT, JACKKNIFE, RateRatio, Ratio
from iomsa.outcomes.regression_to_mean import Regression
from iomsa.outcomes.reoffending import Followed, Reoffending, reoffending
from iomsa_desktop.pages.outcomes_rate_words import (
    could_show_words,
    custody_words,
    left_out_words,
    need_bar,
    needs_rows,
    needs_words,
    predicted_words,
    ratio_words,
    uncorrected_words,
)
from iomsa_desktop.pages.outcomes_side import CHOSEN, PEAK, fall_words, kinds_table, size_words, usual_kind
from iomsa_desktop.pages.outcomes_words import (
    SURE,
    as_in_2020_words,
    direction_bar,
    head_words,
    often,
    p_words,
    proven_title,
    proven_words,
    sign_words,
)
from iomsa_desktop.pages.outcomes_worked import basis_of

OF_58 = Reoffending(58, 20, 20 / 58, (0.2356, 0.4733), 13, 9, 0, 0)
NOBODY = reoffending((), date(2026, 1, 1))


def head(proven: Reoffending, follow_up: FollowUp | None = None, *entries: str) -> str:
    people = {f"P-{n}": Person(entry=entry) for n, entry in enumerate(entries)}
    return head_words(blank(iom())._replace(people=people, follow_up=follow_up), proven)


def test_the_head_says_who_is_meant_and_who_is_missing() -> None:
    given = FollowUp("2026-01-01", None, "2023-07-01", "2024-06-30")
    assert head(OF_58, given) == (
        "Everyone who joined between July 2023 and June 2024, whether still on the scheme or not: 71 people, of "
        "whom 58 could be followed. 9 have left. 13 joined too recently."
    )
    few = Reoffending(1, 0, 0.0, (0, 1), 0, 1, 2, 3)
    assert head(few, None, "2024-03-09", "", "2024-03-02") == (
        "Everyone who joined in March 2024, whether still on the scheme or not: 6 people, of whom 1 could be followed. "
        "1 has left. "
        "2 could not be traced. For 3 it is not filled in yet whether they reoffended."
    )
    assert head(Reoffending(58, 20, 20 / 58, (0.2356, 0.4733), 0, 0, 0, 0)).endswith("or not: 58 people.")
    assert "2 people, of whom nobody could be followed. 2 joined" in head(NOBODY._replace(too_recent=2))
    backwards = FollowUp("2026-01-01", None, "2024-07-01", "2023-06-30")
    assert head(NOBODY, backwards).startswith("Everyone who joined, whether")
    assert head(NOBODY) == "Everyone who joined, whether still on the scheme or not: 0 people."


def test_the_head_says_who_joined_outside_the_dates_that_it_names() -> None:
    given = FollowUp("2026-01-01", None, "2023-07-01", "2024-06-30")
    inside, before, after = "2023-07-01", "2023-06-30", "2024-07-01"
    assert "outside" not in head(OF_58, given, inside, "")
    assert "could be followed. 2 of them joined outside these dates. 9 have left." in head(
        OF_58, given, inside, before, after
    )
    assert "outside" not in head(OF_58, None, inside, before, after)


def test_the_share_comes_with_how_far_it_could_be_from_the_truth() -> None:
    assert proven_title(OF_58) == "Proven reoffending within a year: 20 of 58"
    assert proven_words(OF_58) == f"34 %; with this many people the true figure could be 24 to 47 % ({SURE})."
    assert proven_title(NOBODY) == "Proven reoffending within a year"
    assert proven_words(NOBODY) == NOBODY.reason


def test_sixty_per_cent_of_108_and_the_table_of_2020() -> None:
    people = [Followed(date(2024, 1, 1), date(2024, 5, 1))] * 65 + [Followed(date(2024, 1, 1), "none")] * 43
    found = reoffending(people, date(2026, 1, 1))
    assert proven_title(found) == "Proven reoffending within a year: 65 of 108"
    assert proven_words(found).startswith("60 %; ")
    of_2020 = as_in_2020([-1] + [0] * 13 + [1] * 6, 38)
    assert direction_bar("How often", of_2020)[2:] == ("1 less, 13 the same, 6 more", "5 %, 65 % and 30 %")
    assert as_in_2020_words(OF_58, of_2020) == (
        "As in the 2020 inspection, among the 20 who reoffended. This leaves out the 38 who did not reoffend, so it "
        "can't show whether offending rose or fell."
    )


def test_the_bars_of_2020_say_who_could_not_be_compared_and_when_nobody_could() -> None:
    assert "the 20 who reoffended (2 could not be compared). " in as_in_2020_words(
        OF_58, as_in_2020([1, None, None], 38)
    )
    nobody = as_in_2020([], 58)
    assert as_in_2020_words(OF_58, nobody) == "Nobody who reoffended could be compared."
    assert direction_bar("How often", nobody)[2:] == ("nobody could be compared", "")


@pytest.mark.parametrize(
    ("p", "words", "written"),
    [
        (0.0004, "in fewer than 1 of 1,000 such groups", "p under 0.001"),
        (0.004, "in about 4 of 1,000 such groups", "p 0.004"),
        (0.041, "in about 4 of 100 such groups", "p 0.041"),
        (0.27, "in about 27 of 100 such groups", "p 0.27"),
        (1.0, "in nearly every such group", "p 1.00"),
    ],
)
def test_a_p_is_said_in_numbers_that_can_be_pictured(p: float, words: str, written: str) -> None:
    assert (often(p), p_words(p)) == (words, written)
    said = sign_words("How often", Direction(40, 25, 5, 10, p))
    assert said.startswith("How often: 25 of 40 less, 10 more. If chance alone decided who went which way, a split as")
    assert f"a split as uneven as 25 to 10 would come {words} ({written}), so " in said
    assert said.endswith("so chance alone is unlikely; it doesn't say why." if p < 0.05 else "doesn't show a change.")


def test_without_a_sign_test_the_reason_stands() -> None:
    assert sign_words("How often", Direction(0, 0, 0, 0, reason="Nobody could be compared.")) == (
        "How often: Nobody could be compared."
    )
    even = Direction(3, 0, 3, 0, reason="Nobody went up or down, so there is nothing to test.")
    assert sign_words("How often", even).endswith(
        "0 of 3 less, 0 more. Nobody went up or down, so there is nothing to test."
    )


def rates(corrected: Ratio, uncorrected: Ratio | None = None, too_short: int = 0) -> RateRatio:
    return RateRatio(55, too_short, 1325, 1111, corrected, uncorrected or corrected)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (
            Ratio(0.57, (0.43, 0.76), method=JACKKNIFE),
            (
                "For each year at liberty these 55 people had 43 % fewer proven offences after joining than before: "
                "0.57 times as many; with this many people it could be 0.43 to 0.76 (95\u00a0%\u00a0interval)."
            ),
        ),
        (
            Ratio(1.2, (0.8, 1.8), method=JACKKNIFE),
            (
                "For each year at liberty these 55 people had 20 % more proven offences after joining than before: "
                "1.20 times as many; with this many people it could be 0.80 to 1.80 (95\u00a0%\u00a0interval), "
                "so it can't be told from no change."
            ),
        ),
        (
            Ratio(1.0, (0.8, 1.25), method=JACKKNIFE),
            (
                "For each year at liberty these 55 people had as many proven offences after joining as before: "
                "1.00 times as many; with this many people it could be 0.80 to 1.25 (95\u00a0%\u00a0interval), "
                "so it can't be told from no change."
            ),
        ),
        (
            Ratio(0.0, (0.0, 0.31), method=EXACT),
            (
                "For each year at liberty these 55 people had 100 % fewer proven offences after joining than before: "
                f"0.00 times as many; with this many people it could be 0.00 to 0.31 ({EXACT})."
            ),
        ),
        (
            Ratio(None, (2.5, None), method=EXACT, reason="Nobody offended before."),
            f"With this many people it could be 2.50 or more times as many ({EXACT}). Nobody offended before.",
        ),
        (
            Ratio(0.5, reason="One person committed all of them."),
            "0.50 times as many. One person committed all of them.",
        ),
        (Ratio(reason="Too few people."), "Too few people."),
    ],
)
def test_the_ratio_of_rates_in_words(ratio: Ratio, words: str) -> None:
    assert ratio_words(rates(ratio)) == words


def test_the_ratio_without_custody_always_stands_beside_it() -> None:
    found = rates(Ratio(0.57, (0.43, 0.76), method=JACKKNIFE), Ratio(0.49, (0.36, 0.67), method=JACKKNIFE), 3)
    assert uncorrected_words(found) == (
        "If days in custody counted too: 0.49 times as many; with this many people it could be 0.36 to 0.67."
    )
    assert custody_words(found, 58) == (
        "Days in custody: 1,325 in the time before and 1,111 after. 3 people are left out, with under 30 days at "
        "liberty in one of them."
    )
    assert custody_words(rates(Ratio()), 55).endswith("1,111 after. Nobody is left out.")
    assert "1 person is left out, with under 30 days" in custody_words(rates(Ratio(), too_short=1), 56)
    assert custody_words(rates(Ratio()), 0) == ""


def test_who_has_no_figures_is_left_out_of_the_ratio_and_that_is_said() -> None:
    assert custody_words(rates(Ratio()), 57).endswith(
        "1,111 after. 2 people are left out, as offences or days of one of them are not filled in."
    )
    both = custody_words(rates(Ratio(), too_short=3), 59)
    assert "3 people are left out, with under 30 days" in both
    assert "1 person is left out, as offences or days" in both
    assert "Nobody" not in both


def test_the_ratio_beside_it_may_be_missing() -> None:
    assert uncorrected_words(rates(Ratio(reason="Too few people."))) == ""
    assert uncorrected_words(rates(Ratio(0.5), Ratio(reason="Another reason."))) == (
        "Days in custody counted too: Another reason."
    )


def test_observed_against_predicted_in_words() -> None:
    found = ObservedPredicted(52, 6, 18, 22.4, 0.80, 0.24, (0.52, 1.12))
    assert predicted_words(found) == (
        "18 of 52 reoffended; 22.4 were predicted to when they joined. That is 0.80 times as many; with this many "
        "people it could be 0.52 to 1.12 (95\u00a0%\u00a0interval). Were the predictions right, a difference as large "
        "would come by chance in about 24 of 100 such groups (p 0.24), so it doesn't show a difference."
    )
    assert "so chance alone is unlikely." in predicted_words(found._replace(p=0.01))
    no_chance = found._replace(p=None, interval=None, reason="Somebody came out otherwise.")
    people, _ = predicted_words(found).split(" That is ", 1)
    assert predicted_words(no_chance) == f"{people} Somebody came out otherwise."
    assert left_out_words(found).startswith("6 people left out: their prediction is not for one year")
    assert left_out_words(found._replace(left_out=0)) == ""
    none = ObservedPredicted(0, 3, reason="A two-year figure: it can't be compared with one year of following up.")
    assert (predicted_words(none), left_out_words(none)) == (none.reason, "")
    assert (
        could_show_words(CouldShow(reason="Nobody has a one-year prediction.")) == "Nobody has a one-year prediction."
    )


def test_needs_in_words_and_as_a_table() -> None:
    found = {
        "Accommodation": Pathway(39, 13, 25, 1, 8, 0.016),
        "Drugs": Pathway(10, 1, 2, 7, 0, 0.03),
        "Health": Pathway(8, 3, 2, 3, 1, 1.0),
        "Family": Pathway(0, 0, 0, 0, 2, reason="Nobody is known to have had a need here."),
    }
    assert needs_words(found) == (
        "After allowing for three comparisons, more people got better than got worse, by more than chance alone "
        "would explain, in Accommodation (p 0.016); more people got worse than got better, by more than chance alone "
        "would explain, in Drugs (p 0.030). It doesn't say why."
    )
    health = {"Health": found["Health"]}
    assert needs_words(health) == "After allowing for one comparison, none shows more than chance alone could."
    assert needs_words({"Family": found["Family"]}) == "Nobody is known to have had a need, when they joined or now."
    unchanged = Pathway(3, 0, 3, 0, 0, reason="Nobody's need changed, so there is nothing to test.")
    assert needs_words({"Family": unchanged}).startswith("No need is known to have changed")
    rows = {row[0]: row[1:] for row in needs_rows(found).rows}
    assert rows["Accommodation"] == ("13 (33 %)", "25 (64 %)", "1 (3 %)", "8", "unlikely", "0.016")
    assert rows["Health"][-2:] == ("possible", "1.00")
    assert rows["Family"] == ("–", "–", "–", "2", "no test", "–")
    assert need_bar("Family", found["Family"]).words == "nobody with a need"


def test_a_fall_is_to_be_expected_and_how_much_of_one() -> None:
    said = "A fall of 29 % or more from the year before may be that alone; a fall of 43 % was seen."
    assert fall_words(Regression(0.71, 0.29, 0.43, 40, said)) == (f"{CHOSEN} {said} This is worked out from 40 people.")
    lower = "Offending was no lower in the earlier year, so no fall is to be expected from the choice alone."
    assert fall_words(Regression(1.2, -0.2, 0.43, 40, lower)) == f"{PEAK} {lower} This is worked out from 40 people."
    none = Regression(reason="How far back the selection score looks has not been given.")
    assert fall_words(none) == f"{CHOSEN} How much of one can't be said here. {none.reason}"


def test_a_size_to_compare_with_in_words() -> None:
    burglary = BreakEven("Domestic burglary", whole=1052, price_year="2025/26")
    robbery = BreakEven("Robbery", whole=27, price_year="2025/26")
    none = BreakEven("Arson", reason="There is no price index for 2015/16.")
    assert size_words(usual_kind((robbery, burglary))) == (
        "The scheme costs as much as society bears from about 1,052 domestic burglaries, in 2025/26 prices; mostly "
        "harm to victims, not money saved."
    )
    assert "about 27 crimes of the kind “robbery”, in 2025/26 prices" in size_words(usual_kind((none, robbery)))
    lacks = Cost(100_000, "2025/26", 1).lacks
    assert size_words(burglary._replace(lacks=lacks)).endswith(f"not money saved. {lacks}")
    assert size_words(usual_kind((none,))) == none.reason
    assert size_words(usual_kind(())) == "No kind of crime is listed with its cost."
    assert kinds_table((burglary, none)).rows == (
        ("Domestic burglary", "1,052"),
        ("Arson", "none: There is no price index for 2015/16."),
    )


def test_figures_rest_on_these_records_and_no_others() -> None:
    sheet = blank(iom())._replace(people={"P-1": Person()}, unit_costs=UnitCosts(()))
    basis = basis_of(sheet)
    assert basis.same_as(basis_of(sheet._replace(answers={}, benchmark=None)))
    assert not basis.same_as(None)
    assert not basis.same_as(basis_of(sheet._replace(people={**sheet.people})))
    assert not basis.same_as(basis_of(sheet._replace(unit_costs=UnitCosts((), ()))))
    assert not basis.same_as(basis_of(sheet._replace(follow_up=FollowUp())))
    named = {**sheet.profile, "scheme.note": ProfileValue("Other")}
    assert basis.same_as(basis_of(sheet._replace(profile=named)))
    paid = basis_of(sheet._replace(profile={**named, "money.police": ProfileValue("5")}))
    assert not basis.same_as(paid)
    assert not paid.same_as(basis_of(sheet._replace(profile={**named, "money.police": ProfileValue("6")})))
