"""The outcomes for programs: every figure with its n and its uncertainty, null with a reason where there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from iomsa.answers.review import KeptFigures
from iomsa.outcomes.agreement import Agreement
from iomsa.outcomes.break_even import NOTE, BreakEven
from iomsa.outcomes.claims import claims
from iomsa.outcomes.direction import Direction
from iomsa.outcomes.over_time import OverTime
from iomsa.outcomes.rate_ratio import RateRatio
from iomsa.outcomes.report_words import NO_CHART
from iomsa.outcomes.work_out import Outcomes

NOT_HERE = "The rows about people are not in this file; the figures that were kept are under kept."


class _Named(Protocol):
    def _asdict(self) -> dict[str, Any]: ...


def as_data(
    outcomes: Outcomes, agreement: Mapping[str, Agreement] | None = None, kept: KeptFigures | None = None
) -> dict[str, Any]:
    """Return the outcomes as plain data; a figure that can't be had is null, with its reason beside it.

    `agreement` is that of the second reviews by case question; `kept` are figures whose rows are not here.
    """
    found = _sections(outcomes)
    gone = kept is not None and not outcomes.people
    reason = NOT_HERE if gone else outcomes.reason
    if reason:
        # Nobody was counted, which is not the same as that there is nobody.
        open_still = found if gone else [name for name in found if name != "pathways"]
        found |= {name: _without(found[name], reason, keep=() if gone else ("left",)) for name in open_still}
    return {
        "people": None if gone else outcomes.people,
        "reason": reason or None,
        **found,
        "break_even": {each.kind: _break_even_data(each) for each in outcomes.break_even},
        "break_even_note": NOTE,
        "over_time": _over_time_data(outcomes.over_time),
        "other_areas": _other_areas(outcomes, reason),
        "agreement": {id: _agreement_data(each) for id, each in (agreement or {}).items()},
        "claims": _data(claims(outcomes)._replace(may=()) if gone else claims(outcomes)),
        "kept": None if kept is None else _kept_data(kept),
    }


def _sections(outcomes: Outcomes) -> dict[str, Any]:
    """Return the figures that come from people."""
    return {
        "proven_reoffending": _data(outcomes.proven),
        "frequency": _direction_data(outcomes.frequency),
        "seriousness": _direction_data(outcomes.seriousness),
        "frequency_all": _direction_data(outcomes.frequency_all),
        "seriousness_all": _direction_data(outcomes.seriousness_all),
        "rate_ratio": _ratio_data(outcomes.rate_ratio),
        "observed_predicted": _data(outcomes.predicted),
        "could_show": _data(outcomes.could_show),
        "regression_to_mean": _data(outcomes.regression),
        "pathways": {name: _data(pathway) for name, pathway in outcomes.needs.items()},
    }


def _other_areas(outcomes: Outcomes, reason: str) -> dict[str, Any]:
    """Return where the scheme lies among other areas; without its own figure there is nothing to lie there."""
    found = _data(outcomes.other_areas)
    return found if outcomes.other_areas.benchmark is None or not reason else {**found, "n": None, "reason": reason}


def _without(data: dict[str, Any], reason: str, keep: Collection[str] = ()) -> dict[str, Any]:
    """Return data of the same shape in which every figure is null for this reason, but for those kept."""
    found: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, dict):
            found[name] = _without(value, reason)
        elif name == "reason":
            found[name] = reason
        else:
            found[name] = value if name in keep else [] if name == "cautions" else None
    return found


def _direction_data(found: Direction) -> dict[str, Any]:
    return {**_data(found), "percents": found.percents and list(found.percents)}


def _ratio_data(found: RateRatio) -> dict[str, Any]:
    return {
        **_data(found.corrected),
        "people": found.people,
        "too_short": found.too_short,
        "offences_before": found.offences_before,
        "offences_after": found.offences_after,
        "custody_before": found.custody_before,
        "custody_after": found.custody_after,
        "uncorrected": _data(found.uncorrected),
    }


def _break_even_data(found: BreakEven) -> dict[str, Any]:
    unit = found.unit
    return {
        "offences": found.whole,
        "price_year": found.price_year or None,
        "reason": found.reason or found.lacks or None,
        "unit_cost": unit and unit.pounds,
        "unit_price_year": unit and unit.price_year,
        "source": unit and unit.source,
        "prices_source": found.prices_source or None,
    }


def _over_time_data(found: OverTime | None) -> dict[str, Any]:
    if found is None:
        return {"chart": None, "points": [], "reason": NO_CHART}
    points = [
        {
            **_data(point),
            "day": point.day.isoformat(),
            "mark": point.mark.colour,
            "says": point.mark.sentence,
        }
        for point in found.points
    ]
    missing = [first.isoformat() for first in found.missing]
    return {**_data(found), "chart": found.chart.value, "points": points, "missing": missing}


def _agreement_data(found: Agreement) -> dict[str, Any]:
    three = {"share": found.share, "ac1": found.ac1, "kappa": found.kappa}
    return {**_data(found), **{name: _data(figure) for name, figure in three.items()}}


def _kept_data(kept: KeptFigures) -> dict[str, Any]:
    figures = [_data(figure) for figure in kept.figures]
    return {"origin": kept.origin, "on": kept.made_on, "cases": kept.cases, "people": kept.people, "figures": figures}


def _data(value: _Named) -> dict[str, Any]:
    return {name: _plain(each, name) for name, each in value._asdict().items()}


def _plain(value: object, name: str) -> object:
    if isinstance(value, tuple):
        return list(value)
    return None if name == "reason" and value == "" else value
