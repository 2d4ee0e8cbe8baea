"""Which page stands at which place; each page's code is loaded when it is first asked for."""

from __future__ import annotations

from iomsa.framework import find
from iomsa_desktop.desk import (
    AGREE,
    CASE,
    CASES,
    CHECK,
    DRAW,
    FIRST,
    OUTCOMES,
    OVERVIEW,
    PEOPLE,
    PERSON,
    PROFILE,
    RETURN,
    SECOND,
    STANDARD,
    Desk,
    Place,
)
from iomsa_desktop.pages.page import Page


def make_page(desk: Desk, place: Place) -> Page:
    """Make the page of a place."""
    makers = {
        OVERVIEW: _overview,
        PROFILE: _profile,
        STANDARD: _standard,
        CASES: _cases,
        DRAW: _draw,
        CASE: _case,
        FIRST: _first,
        SECOND: _second,
        AGREE: _agree,
        OUTCOMES: _outcomes,
        PEOPLE: _people,
        PERSON: _person,
        CHECK: _check,
        RETURN: _return,
    }
    return makers[place.page](desk, place.about)


def _overview(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.overview import OverviewPage

    return OverviewPage(desk)


def _profile(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.profile import ProfilePage

    return ProfilePage(desk)


def _standard(desk: Desk, id: str) -> Page:
    from iomsa_desktop.pages.standard import StandardPage

    standard = find.standard(desk.framework, id)
    if standard is None:
        raise LookupError(id)
    return StandardPage(desk, standard)


def _cases(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.cases import CasesPage

    return CasesPage(desk)


def _draw(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.draw import DrawPage

    return DrawPage(desk)


def _case(desk: Desk, ref: str) -> Page:
    from iomsa_desktop.pages.case_form import CaseFormPage
    from iomsa_desktop.pages.kept_back import KeptBackPage, kept_back

    return KeptBackPage(desk, ref) if kept_back(desk, ref) else CaseFormPage(desk, ref)


def _first(desk: Desk, ref: str) -> Page:
    from iomsa_desktop.pages.case_form import CaseFormPage

    return CaseFormPage(desk, ref, shown_anyway=True)


def _second(desk: Desk, ref: str) -> Page:
    from iomsa_desktop.pages.second_form import second_page

    return second_page(desk, ref)


def _agree(desk: Desk, ref: str) -> Page:
    from iomsa_desktop.pages.agree import AgreePage

    return AgreePage(desk, ref)


def _outcomes(desk: Desk, about: str) -> Page:
    shown = next((each for each in desk.framework.standards if each.rule == "shown"), None)
    if shown is None:
        return _overview(desk, about)
    from iomsa_desktop.pages.outcomes import OutcomesPage

    return OutcomesPage(desk, shown)


def _people(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.people import PeoplePage

    return PeoplePage(desk)


def _person(desk: Desk, ref: str) -> Page:
    from iomsa_desktop.pages.people_form import PersonPage

    return PersonPage(desk, ref)


def _check(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.check import CheckPage

    return CheckPage(desk)


def _return(desk: Desk, _: str) -> Page:
    from iomsa_desktop.pages.return_page import ReturnPage

    return ReturnPage(desk)
