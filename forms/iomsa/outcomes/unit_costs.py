"""The unit costs of crime: those that a scheme starts from, and its own table in their place."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from iomsa.answers.review import UnitCosts
from iomsa.outcomes.break_even import UnitCost

SOURCE = (
    "Home Office, The economic and social costs of crime, 2nd edition, Research Report 99 (2018), "
    "as generally known, check the text"
)
PRICE_YEAR = "2015/16"
_POUNDS = {
    "Violence with injury": 14_050,
    "Violence without injury": 5_930,
    "Robbery": 11_320,
    "Domestic burglary": 5_930,
    "Theft of a vehicle": 10_290,
    "Theft from a vehicle": 870,
    "Theft from a person": 1_380,
    "Arson": 8_420,
    "Other criminal damage": 1_350,
    "Fraud": 1_290,
}
UNIT_COSTS = tuple(UnitCost(kind, pounds, PRICE_YEAR, SOURCE) for kind, pounds in _POUNDS.items())


def costs_of(own: UnitCosts | None) -> tuple[UnitCost, ...]:
    """Return the scheme's own table of unit costs where it has one, else the one it starts from."""
    return tuple(UnitCost(*each) for each in own.costs) if own and own.costs else UNIT_COSTS


def prices_of(own: UnitCosts | None) -> Mapping[str, Fraction]:
    """Return the price index by year; what is no number above nothing is left out."""
    pairs = ((year.strip(), _number(text)) for year, text in own.prices) if own else ()
    return {year: number for year, number in pairs if year and number > 0}


def _number(text: str) -> Fraction:
    try:
        return Fraction(text.strip().replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
