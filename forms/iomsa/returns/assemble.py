"""Put the thirteen sheets of a return together, with check digits, checksum and receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from iomsa.answers.review import Figure
from iomsa.returns.canonical import Grid, Sealed, Value, checksum, seal
from iomsa.returns.content import Content
from iomsa.returns.layout import Layout, layouts
from iomsa.returns.receipt import receipt
from iomsa.returns.sheets.about import about_rows, sheet_rows
from iomsa.returns.sheets.answers import answer_rows, profile_rows
from iomsa.returns.sheets.case_files import case_rows, second_headings
from iomsa.returns.sheets.cases import count_rows
from iomsa.returns.sheets.one_row import one_row
from iomsa.returns.sheets.outcomes import figures_of, outcome_rows
from iomsa.returns.sheets.ratings import rating_rows
from iomsa.returns.sheets.summary import summary_rows
from iomsa.returns.table import Table, table
from iomsa.scoring.tally import Tally, tally

Rows = Iterable[tuple[Value, ...]]


class Assembled(NamedTuple):
    """Hold a whole return: tables as they are meant, the same as canonical texts, and the checks of each row."""

    tables: tuple[Table, ...]
    grids: tuple[Grid, ...]
    checks: tuple[tuple[str, ...], ...]
    checksum: str
    receipt: str


def assemble(content: Content, when: str) -> Assembled:
    """Build every sheet of the return; `when` is the ISO time of writing."""
    found = tally(content.framework, content.sheet)
    scheme = (content.scheme_code, content.scheme, content.sheet.period.name)
    second = second_headings(content.sheet) if content.case_rows else frozenset()
    laid_out = {layout.name: layout for layout in layouts(content.framework, second)}
    figures = figures_of(content.framework, content.sheet)
    second_names = [name for name in laid_out["Case files"].names if name in second]
    rows: dict[str, Rows] = {
        **_fixed_rows(content, found, figures, second_names),
        "Summary": summary_rows(content, found, figures, ""),
        "About": about_rows(content, when),
    }
    tables = {name: table(layout, scheme, rows.get(name, ())) for name, layout in laid_out.items()}
    grids = {name: each.grid() for name, each in tables.items()}
    sealed = {name: _seal(tables[name], grid) for name, grid in grids.items()}
    inside = sorted(record for part in sealed.values() for record in part.records)
    total = checksum(inside)
    words = receipt(total)
    sums = {name: checksum(sorted(part.records)) for name, part in sealed.items()}
    about = (*about_rows(content, when), *_tail(laid_out["About"], grids, sums, total, words))
    for name, last in {"Summary": summary_rows(content, found, figures, words), "About": about}.items():
        tables[name] = table(laid_out[name], scheme, last)
        grids[name] = tables[name].grid()
        sealed[name] = _seal(tables[name], grids[name])
    checks = tuple(part.checks for part in sealed.values())
    return Assembled(tuple(tables.values()), tuple(grids.values()), checks, total, words)


def _seal(table: Table, grid: Grid) -> Sealed:
    return seal(grid, table.layout.is_outside)


def _fixed_rows(content: Content, found: Tally, figures: Sequence[Figure], second: Sequence[str]) -> dict[str, Rows]:
    framework, sheet = content.framework, content.sheet
    people = content.profile(framework.roles.people)
    return {
        "One row": (one_row(content),),
        "Ratings": rating_rows(framework, content.card),
        "Answers": answer_rows(framework, sheet),
        "Profile": profile_rows(framework, sheet),
        "Cases": count_rows(framework, found, people, figures),
        "Case files": case_rows(framework, sheet, second) if content.case_rows else (),
        "Outcomes": outcome_rows(sheet, figures),
    }


def _tail(
    about: Layout, grids: Mapping[str, Grid], sums: Mapping[str, str], total: str, words: str
) -> list[tuple[Value, ...]]:
    """Return the rows of About that tell of all sheets, About's own rows among them."""
    own = grids[about.name]
    last: list[tuple[Value, ...]] = [("checksum", total), ("receipt", words)]
    others = [name for name in grids if name != about.name]
    rows = list(sheet_rows([grids[name] for name in others], [sums[name] for name in others]))
    itself = Grid(about.name, own.headings, (), ())
    names = [*rows, *sheet_rows([itself], [""]), *last]
    itself = itself._replace(ids=(*own.ids, *(str(row[0]) for row in names)))
    return [*rows, *sheet_rows([itself], [sums[about.name]]), *last]
