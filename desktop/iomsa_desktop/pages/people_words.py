"""The words of the people's pages, and the field that edits each value of a person."""

from __future__ import annotations

from iomsa.answers.people import DATE, LEVELS, PERCENT, TEXT, WHOLE, WORD, YEARS
from iomsa.framework.model import Choice, Field
from iomsa.session.person_cells import Cell, choice_label

NO_NAMES = "Only references that the scheme invented. The list that links them to people stays on your own system."
KINDS = {DATE: "date", WHOLE: "whole", PERCENT: "decimal", YEARS: "decimal", TEXT: "text", WORD: "choice"}
"""The kind of field that edits a kind of column; what is not named is text."""
UNITS = {"window_days": "days", "predicted": "%", "predicted_years": "years", "look_back_years": "years"}
JOINING = ("entry", "follow_up_start", "cohort", "left", "left_reason")
PREDICTION = ("predicted", "predicted_tool", "predicted_years")
SERIOUSNESS = ("seriousness_before", "seriousness_after")
WINDOWS = (
    ("earlier", "The earlier year", "The year before the one below."),
    ("before", "The year before", "Ends the day before they joined, or were released."),
    ("after", "The year after", "Begins on the day they joined, or were released."),
)
"""The three windows of somebody's time: how the names of their columns end, what they are called, where they lie."""
COUNTS = (("offences", "Proven offences"), ("custody", "Days in custody"))
OFFENCE = (
    "A proven offence led to a conviction or a caution. Count each on the day it was committed. Days in custody are "
    "taken off the days at liberty. An empty box means not known; type 0 where there was none."
)
REOFFENCE = (
    "The first offence within a year of the start that led to a conviction or caution within 18 months of it. An "
    "offence that led to neither does not count, and nobody is counted before the 18 months are over. Could not be "
    "traced is not the same as none: such a person is left out of the figure and counted apart."
)
SERIOUS = "For both years on one scale of your own, higher for worse. Leave it empty where you have no such scale."
ONE_YEAR = "Only a prediction for one year fits the year that is followed; one for two years is kept and not compared."
NEEDS = (
    "Not known is not the same as none: nobody counts as better, worse or the same from a level that is not known. "
    "Leave open what nobody has looked at; Delete takes a choice back."
)


def field_of(cell: Cell) -> Field:
    """Return the field that edits one value of a person."""
    given = cell.choices if cell.kind == WORD else ()
    choices = tuple(Choice(each, choice_label(each).capitalize()) for each in given)
    return Field(
        cell.name, cell.label, KINDS.get(cell.kind, "text"), UNITS.get(cell.name, ""), cell.hint, choices, optional=True
    )


def is_need(cell: Cell) -> bool:
    """Tell whether a column holds a level of a need."""
    return cell.choices == LEVELS
