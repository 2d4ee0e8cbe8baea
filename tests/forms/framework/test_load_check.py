"""What single values can't show: ids that stand twice, references to nothing, rules that do not fit together."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from tests.builders import iom, library, library_data

from iomsa.framework.check import check
from iomsa.framework.load import framework_from_data
from iomsa.problems import Refused

Data = dict[str, Any]


def prompt(data: Data) -> Data:
    found: Data = data["standards"][0]["questions"][0]["prompts"][0]
    return found


NTH = {"id": "nth", "applies": "overall", "kind": "nth-lowest", "number": 1, "of": ["L"], "source": "ours"}


class Slip(NamedTuple):
    """One slip of the pen in the library's data, and the one problem that must come of it."""

    change: Callable[[Data], object]
    code: str
    place: str
    says: str


SLIPS = [
    Slip(
        lambda d: prompt(d).update(id="B.a.2"),
        "framework.doubled-id",
        "standards, key questions, prompts and case questions",
        "'B.a.2' stands 2 times",
    ),
    Slip(
        lambda d: d["profile"].append(d["profile"][1] | {"fields": []}),
        "framework.doubled-id",
        "profile items",
        "'books'",
    ),
    Slip(lambda d: prompt(d).update(agency=["baker"]), "framework.no-such-id", "prompts[B.a.1]", "agency 'baker'"),
    Slip(lambda d: prompt(d).update(agency=[]), "framework.no-agency", "prompts[B.a.1]", "which agency"),
    Slip(lambda d: prompt(d).update(minutes=0), "framework.no-minutes", "prompts[B.a.1]", "minutes"),
    Slip(lambda d: prompt(d).update(sources=[]), "framework.no-source", "prompts[B.a.1]", "at least one source"),
    Slip(lambda d: prompt(d).update(sources=["XX 9"]), "framework.no-such-id", "prompts[B.a.1]", "'XX 9'"),
    Slip(lambda d: d["standards"][0].update(domain="attic"), "framework.no-such-id", "standards[B]", "domain 'attic'"),
    Slip(lambda d: d["standards"][0].update(scale="length"), "framework.no-such-id", "standards[B]", "'length'"),
    Slip(
        lambda d: d["standards"][2]["questions"][0].update(case_question="Q1"),
        "framework.no-such-id",
        "questions[L.a]",
        "summary question of the case review 'Q1'",
    ),
    Slip(
        lambda d: d["standards"][2]["questions"][0].update(rule="shown"),
        "framework.mixed-rules",
        "questions[L.a]",
        "'share'",
    ),
    Slip(lambda d: d["standards"][0].update(questions=[]), "framework.empty", "standards[B]", "key question"),
    Slip(
        lambda d: d["standards"][0]["questions"][1].update(prompts=[]), "framework.empty", "questions[B.b]", "prompts"
    ),
    Slip(
        lambda d: d["case_review"]["questions"][0].update(stage="roof"),
        "framework.no-such-id",
        "case_review.questions[Q1]",
        "stage 'roof'",
    ),
    Slip(
        lambda d: d["case_review"]["themes"][0]["questions"].append("ZZ"),
        "framework.no-such-id",
        "case_review.themes[reader]",
        "'ZZ'",
    ),
    Slip(
        lambda d: d["case_review"]["about"][0].update(choices=[]),
        "framework.choices",
        "case_review.about[shelf]",
        "choices",
    ),
    Slip(lambda d: d["profile"][1].update(who="baker"), "framework.no-such-id", "profile[books]", "'baker'"),
    Slip(lambda d: d["profile"][1].update(sums_to="pages"), "framework.no-such-id", "profile[books]", "'pages'"),
    Slip(lambda d: d["profile"][1].update(fields=[]), "framework.empty", "profile[books]", "at least one"),
    Slip(lambda d: d["ratings"][2].update(points=3), "framework.ratings", "ratings", "worst first"),
    Slip(lambda d: d["scales"][0]["levels"].pop(), "framework.levels", "scales[habit]", "one level"),
    Slip(lambda d: d["rules"]["mean"].update(steps=[1, 3, 5]), "framework.steps", "rules.mean.steps", "need 2 numbers"),
    Slip(lambda d: d["rules"]["share"].update(bands=[60]), "framework.steps", "rules.share.bands", "need 2 numbers"),
    Slip(
        lambda d: d["rules"]["limits"][0].update(at_most="awful"),
        "framework.no-such-id",
        "rules.limits[unlabelled]",
        "rating 'awful'",
    ),
    Slip(
        lambda d: d["rules"]["limits"][2].update(of=["L.z"]), "framework.no-such-id", "rules.limits[service]", "'L.z'"
    ),
    Slip(lambda d: d["rules"]["lines"][0].update(standards=["Z"]), "framework.no-such-id", "rules.lines[house]", "'Z'"),
    Slip(lambda d: d["rules"]["sound"].update(rating="grand"), "framework.no-such-id", "rules.sound", "'grand'"),
    *(
        Slip(change, "framework.limit", place, says)
        for change, place, says in (
            (lambda d: d["rules"]["limits"][0].pop("at_most"), "rules.limits[unlabelled]", "which rating"),
            (
                lambda d: d["rules"]["limits"][0].update(applies="overall"),
                "rules.limits[unlabelled]",
                "'question' alone",
            ),
            (lambda d: d["rules"]["limits"][1].pop("rating"), "rules.limits[poor-part]", "at which rating"),
            (lambda d: d["rules"]["limits"][1].pop("number"), "rules.limits[poor-part]", "at least 1"),
            (lambda d: d["rules"]["limits"][2].update(of=["L"]), "rules.limits[service]", "names key questions"),
            (lambda d: d["rules"]["limits"][2].update(of=[]), "rules.limits[service]", "list the key questions"),
            (lambda d: d["rules"]["limits"].append(NTH | {"number": 2}), "rules.limits[nth]", "within its list"),
            (lambda d: d["rules"]["limits"].append(NTH | {"of": ["L.a"]}), "rules.limits[nth]", "names standards"),
        )
    ),
    Slip(lambda d: d["rules"]["sound"].update(share=100), "framework.share", "rules.sound", "between 0 and 100"),
    Slip(lambda d: d["roles"].update(scheme_name="nobody"), "framework.no-such-id", "roles", "'nobody'"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code} {slip.place} {slip.says}")
def test_a_slip_is_found_where_it_is(slip: Slip) -> None:
    data: Data = copy.deepcopy(dict(library_data()))
    slip.change(data)
    with pytest.raises(Refused) as refused:
        framework_from_data(data)
    found = {(each.code, each.place): each.sentence for each in refused.value.problems}
    assert slip.says in found[slip.code, slip.place]


def test_what_fits_together_has_no_problem() -> None:
    assert check(iom()) == ()
    assert check(library()) == ()


def test_several_slips_are_told_together() -> None:
    data: Data = copy.deepcopy(dict(library_data()))
    for slip in SLIPS[2:6]:
        slip.change(data)
    data["roles"]["scheme_name"] = "nobody"
    with pytest.raises(Refused) as refused:
        framework_from_data(data)
    assert {each.place for each in refused.value.problems} == {"prompts[B.a.1]", "roles"}
