"""The layout of the return as data: thirteen sheets, their headings, what is frozen, printed and in the checksum."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from iomsa.framework.find import questions
from iomsa.framework.model import Framework

SCHEMA = 1
"""The number of this layout; adding columns at the end keeps it, anything else is a new one."""

NAME, CODE, WORD, FIGURE, SENTENCE, NOTE = 24, 14, 16, 9, 40, 60
FIGURE_ID, FIGURE_TITLE = 34, 56


class Heading(NamedTuple):
    """Name one column; its width is in characters.

    `kind` is text (wrapped), strong (wrapped and bold), word, whole, decimal or date.
    """

    name: str
    kind: str = "word"
    width: int = WORD

    @property
    def shown_width(self) -> int:
        """Return the width that the column has, wide enough for its heading and the button of the filter."""
        return max(self.width, min(len(self.name) + 4, NAME))

    @property
    def wraps(self) -> bool:
        """Tell whether long text goes on in the next line."""
        return self.kind in {"text", "strong"}


class Layout(NamedTuple):
    """Lay out one sheet; the column `check` always comes after the headings.

    `id` is the heading of the row id, empty where the sheet has one row. `outside` are row ids outside the checksum,
    or how they begin where one ends with a dot.
    `printed` are the first and last heading that print, where not all do; such a sheet is one page, upright.
    """

    name: str
    id: str
    headings: tuple[Heading, ...]
    frozen: int = 4
    outside: tuple[str, ...] = ()
    printed: tuple[str, str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the headings in words."""
        return tuple(heading.name for heading in self.headings)

    def is_outside(self, id: str) -> bool:
        """Tell whether a row is outside the checksum."""
        return any(id.startswith(each) if each.endswith(".") else id == each for each in self.outside)


SCHEME = (Heading("scheme_code", width=CODE), Heading("scheme", width=NAME), Heading("period", width=CODE))
RECEIPT = "Receipt"
NOT_CONTENT = ("program_version", "written", "checksum", "receipt", "sheet.")
SECOND_AGENCY, SECOND, AGREED = "second_agency", "second", "agreed"
"""The heading of the second reviewer's agency, and what those of second and of agreed answers end with."""
DRAWN = (Heading("stratum"), Heading("drawn", width=FIGURE))
"""On Case files: which stratum a file was drawn from, and whether it was drawn at all or added by hand."""
INSPECTORS = (Heading("inspector_rating"), Heading("inspector_note", "text", NOTE))


def layouts(framework: Framework, second: Collection[str] = ()) -> tuple[Layout, ...]:
    """Return the thirteen sheets in order, with the columns that this framework asks for.

    `second` names the columns of second reviews that hold anything: all of them would be many, and mostly empty.
    """
    files = (*_case_files(framework), *DRAWN, *_second(framework, second))
    special = {"One row": _one_row(framework), "Case files": files}
    return tuple(layout._replace(headings=(*layout.headings, *special.get(layout.name, ()))) for layout in SHEETS)


def layout_named(name: str) -> Layout | None:
    """Return the sheet of this name, without the columns that only a framework knows, or None."""
    return next((layout for layout in SHEETS if layout.name == name), None)


def _one_row(framework: Framework) -> tuple[Heading, ...]:
    found = [Heading(line.id, width=NAME) for line in framework.rules.lines if line.rated]
    found += [Heading(f"standard_{each.id}", width=NAME) for each in framework.standards if each.rule != "shown"]
    for question in questions(framework):
        if question.rule != "shown":
            found.append(Heading(question.id, width=NAME))
        if question.case_question:
            found += [Heading(f"{question.id}_{name}", "whole", FIGURE) for name in ("percent", "n")]
    return (*found, *(Heading(id, kind, CODE) for id, kind in main_figures(framework).items()))


def main_figures(framework: Framework) -> Mapping[str, str]:
    """Return the kind of each profile field whose figure every scheme is asked for, by its id."""
    kinds = {"whole": "whole", "number": "whole", "decimal": "decimal"}
    return {
        field.id: kinds[field.kind]
        for item in framework.profile
        if item.required
        for field in item.fields
        if field.kind in kinds
    }


def _case_files(framework: Framework) -> tuple[Heading, ...]:
    found = [Heading(f"about.{field.id}") for field in framework.case_review.about]
    for question in framework.case_review.questions:
        found += [
            Heading(question.id, width=CODE),
            Heading(f"{question.id}.reason", width=CODE),
            Heading(f"{question.id}.note", "text", SENTENCE),
        ]
    return tuple(found)


def _second(framework: Framework, wanted: Collection[str]) -> Iterator[Heading]:
    found = [Heading(SECOND_AGENCY)]
    for question in framework.case_review.questions:
        for part in (SECOND, AGREED):
            found += [
                Heading(f"{question.id}.{part}", width=CODE),
                Heading(f"{question.id}.{part}.reason", width=CODE),
                Heading(f"{question.id}.{part}.note", "text", SENTENCE),
            ]
    return (heading for heading in found if heading.name in wanted)


def _sheet(name: str, *headings: Heading, id: str = "id", frozen: int = 4) -> Layout:
    return Layout(name, id, (*SCHEME, *headings), frozen)


def _whole(*names: str) -> tuple[Heading, ...]:
    return tuple(Heading(name, "whole", FIGURE) for name in names)


MEASURES = ("agreed_share", "ac1", "kappa")
"""How far two reviewers agree on a question, each with its interval."""

SHEETS = (
    _sheet(
        "Summary",
        Heading("part", width=18),
        Heading("item", "text", 30),
        Heading("value", "strong", 26),
        Heading("note", "text", 52),
        id="item",
        frozen=3,
    )._replace(outside=(RECEIPT,), printed=("part", "note")),
    _sheet(
        "One row",
        Heading("framework", width=WORD),
        Heading("practice", width=CODE),
        Heading("complete", width=CODE),
        *_whole("answered", "prompts"),
        Heading("overall", width=NAME),
        id="",
        frozen=3,
    ),
    _sheet(
        "Ratings",
        Heading("level", width=CODE),
        Heading("id", width=CODE),
        Heading("title", "text", SENTENCE),
        Heading("self_rating", width=NAME),
        Heading("self_rating_label", width=NAME),
        Heading("moved_to", width=NAME),
        Heading("moved_by", "text", SENTENCE),
        Heading("moved_on", "date", CODE),
        Heading("move_reason", "text", SENTENCE),
        Heading("reason", "text", NOTE),
        Heading("so_far", width=FIGURE),
        *_whole("points", "n", "sufficient", "percent"),
        Heading("low", "decimal", FIGURE),
        Heading("high", "decimal", FIGURE),
        Heading("range", width=SENTENCE),
        *_whole("open", "not_known", "not_applicable", "threes_without_evidence"),
        *INSPECTORS,
        frozen=6,
    ),
    _sheet(
        "Answers",
        Heading("id", width=CODE),
        Heading("standard", width=FIGURE),
        Heading("key_question", width=FIGURE),
        Heading("wording", "text", NOTE),
        Heading("essential", width=FIGURE),
        Heading("code", width=CODE),
        Heading("label", width=NAME),
        Heading("reason_not_applicable", "text", SENTENCE),
        Heading("note", "text", NOTE),
        Heading("evidence", "text", NOTE),
        Heading("answered_by", width=NAME),
        Heading("date", "date", CODE),
        Heading("flag", width=FIGURE),
        Heading("wording_hash", width=WORD),
        *INSPECTORS,
    ),
    _sheet(
        "Profile",
        Heading("id", width=NAME),
        Heading("label", "text", SENTENCE),
        Heading("value", "text", SENTENCE),
        Heading("value_label", "text", SENTENCE),
        Heading("not_known", width=FIGURE),
        Heading("unit", width=CODE),
        Heading("source", width=NAME),
        Heading("note", "text", NOTE),
        Heading("answered_by", width=NAME),
        Heading("date", "date", CODE),
    ),
    _sheet(
        "Cases",
        Heading("id"),
        Heading("stratum"),
        *_whole("people", "drawn", "reviewed"),
        Heading("wording", "text", NOTE),
        *_whole("yes", "no", "not_applicable", "n"),
        Heading("wording_hash", width=WORD),
        *_whole("reviewed_twice", "agreed"),
        *(Heading(f"{name}{end}", "decimal", FIGURE) for name in MEASURES for end in ("", "_low", "_high")),
    ),
    _sheet("Case files", Heading("reference"), *_whole("position"), id="reference"),
    _sheet(
        "Outcomes",
        Heading("id", width=FIGURE_ID),
        Heading("title", "text", FIGURE_TITLE),
        Heading("value", "decimal", CODE),
        Heading("unit", width=WORD),
        *_whole("n"),
        Heading("low", "decimal", FIGURE),
        Heading("high", "decimal", FIGURE),
        Heading("note", "text", NOTE),
    ),
    _sheet(
        "Evidence",
        Heading("id", width=CODE),
        Heading("title", "text", NOTE),
        Heading("kind", width=NAME),
        Heading("held_by", width=NAME),
        Heading("date", "date", CODE),
        Heading("where", "text", SENTENCE),
        Heading("prompts", "text", SENTENCE),
    ),
    _sheet(
        "Actions",
        Heading("id", width=CODE),
        Heading("action", "text", NOTE),
        Heading("prompts", "text", SENTENCE),
        Heading("owner", width=NAME),
        Heading("agency", width=NAME),
        Heading("due", "date", CODE),
        Heading("status", width=CODE),
        Heading("note", "text", NOTE),
    ),
    _sheet(
        "Partners",
        Heading("id", width=CODE),
        Heading("agency", width=NAME),
        Heading("name", width=NAME),
        *_whole("asked", "answered"),
        Heading("date", "date", CODE),
        Heading("note", "text", NOTE),
    ),
    _sheet(
        "Recommendations",
        Heading("id", width=CODE),
        Heading("source", width=NAME),
        Heading("recommendation", "text", NOTE),
        Heading("status", width=CODE),
        Heading("evidence", "text", NOTE),
        Heading("note", "text", NOTE),
    ),
    _sheet("About", Heading("item", width=34), Heading("value", "text", 80), id="item")._replace(outside=NOT_CONTENT),
)
