"""The unit costs of crime that a scheme starts from; it can edit them."""

from __future__ import annotations

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
