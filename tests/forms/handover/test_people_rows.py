"""A pasted or imported list of people: good rows are taken, bad cells named, and twice is once."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import blank, iom
from tests.forms.handover.desk import FULL, PEOPLE, STAMP, people_sheet, table, taken

from iomsa.answers.people import Person
from iomsa.answers.sheet import AnswerSheet
from iomsa.handover.people_rows import preview_people
from iomsa.handover.preview import Change, Choice, Conflict, Fault, Preview, Unknown
from iomsa.handover.table import Table, pasted
from iomsa.session.person_cells import cell_text, cell_value, person_columns

COLUMNS = person_columns(iom())
NAMES = ("ref", *(each.name for each in COLUMNS))
GOOD = {
    "date": "03/04/2024",
    "reoffence": "none",
    "whole": "12",
    "percent": "62.5",
    "years": "1",
    "text": "moved away",
}
BAD = {
    "date": ("31/02/2024", "12/31/2024", "soon"),
    "reoffence": ("no", "2024-13-01"),
    "whole": ("-1", "1.5", "many"),
    "percent": ("101", "high", "0.62"),
    "years": ("11", "one"),
    "word": ("big", "n/k"),
}


def preview(sheet: AnswerSheet, *tables: Table, own: bool = True, take: frozenset[Choice] = frozenset()) -> Preview:
    return preview_people(iom(), sheet, tables, STAMP, take, own=own)


class Block(NamedTuple):
    """Hold a block to paste, the faults that were put in, and the references of the rows that are good."""

    text: str
    faults: set[tuple[int, str, str]]
    good: tuple[str, ...]


@st.composite
def blocks(draw: st.DrawFn, rows: int = 200, faults: int = 15) -> Block:
    cells = [[f"P-{place:03}", *(good_cell(draw, place))] for place in range(rows)]
    where = draw(
        st.lists(
            st.tuples(st.integers(0, rows - 1), st.integers(0, len(COLUMNS))),
            min_size=faults,
            max_size=faults,
            unique=True,
        )
    )
    put = set()
    for row, column in where:
        kind = "ref" if column == 0 else COLUMNS[column - 1].kind
        found = "x" * 41 if kind == "ref" else draw(st.sampled_from(BAD.get(kind, ("x" * 32_001,))))
        cells[row][column] = found
        put.add((row, column, found))
    unread = {row for row, column, _ in put if column == 0}
    named = {(row + 2, NAMES[column], found) for row, column, found in put if column == 0 or row not in unread}
    bad = {row for row, _, _ in put}
    good = tuple(f"P-{place:03}" for place in range(rows) if place not in bad)
    return Block("\r\n".join("\t".join(row) for row in [list(NAMES), *cells]), named, good)


def good_cell(draw: st.DrawFn, place: int) -> list[str]:
    shift = draw(st.integers(0, 3)) + place
    return [
        ""
        if (shift + number) % 3 == 0
        else GOOD.get(each.kind, each.choices[shift % len(each.choices)] if each.choices else "")
        for number, each in enumerate(COLUMNS)
    ]


@settings(max_examples=20)
@given(blocks())
def test_of_200_rows_with_15_faults_the_good_ones_are_taken_and_each_bad_cell_is_named(block: Block) -> None:
    before = blank(iom())
    found = preview(before, pasted(block.text))
    assert {(fault.row, fault.column, fault.found) for fault in found.faults} == block.faults
    assert all(fault.expected in fault.sentence and f"ow {fault.row}, " in fault.sentence for fault in found.faults)
    assert found.new == block.good
    assert (found.rows, found.left_out) == (200, 200 - len(block.good))
    sheet = taken(before, found)
    assert tuple(sheet.people) == block.good
    again = preview(sheet, pasted(block.text))
    assert (again.new, again.changed, again.edits) == ((), (), ())
    assert set(again.same) == set(block.good)
    assert again.faults == found.faults


CELLS = st.sampled_from(["", "1", "2", "3"])
TABLES = st.lists(
    st.dictionaries(st.sampled_from(["P-001", "P-002", "P-008", "P-009"]), st.tuples(CELLS, CELLS), min_size=1).map(
        lambda rows: table(("ref", "window_days", "offences_before"), *((ref, *cells) for ref, cells in rows.items()))
    ),
    min_size=5,
    max_size=5,
)


@given(TABLES, st.permutations(range(5)), st.booleans())
def test_five_tables_in_any_order_give_the_same(tables: list[Table], order: list[int], own: bool) -> None:
    sheet = people_sheet()
    named = [each._replace(name=f"{place}.xlsx") for place, each in enumerate(tables)]
    one = preview(sheet, *named, own=own)
    other = preview(sheet, *(named[place] for place in order), own=own)
    assert one == other
    merged = taken(sheet, one)
    again = preview(merged, *named, own=own)
    assert again.edits == ()
    for conflict in one.conflicting:
        assert conflict.theirs != conflict.ours


@given(TABLES)
def test_what_tables_disagree_about_is_not_taken_and_a_choice_settles_it(tables: list[Table]) -> None:
    sheet = people_sheet()
    found = preview(sheet, *tables, own=False)
    for conflict in found.conflicting:
        settled = preview(sheet, *tables, own=False, take=frozenset((conflict.choice,)))
        assert not any((each.key, each.column) == (conflict.key, conflict.column) for each in settled.conflicting)
        person = taken(sheet, settled).people[conflict.key]
        column = next(each for each in COLUMNS if each.label == conflict.column)
        assert cell_text(column, cell_value(column, person)) == conflict.theirs
        both = {
            each.choice for each in found.conflicting if each.key == conflict.key and each.column == conflict.column
        }
        if len(both) > 1:
            assert preview(sheet, *tables, own=False, take=frozenset(both)).conflicting == found.conflicting


def test_headings_may_be_names_or_labels_in_any_order_and_unknown_ones_are_named() -> None:
    block = table(
        ("Sex work and exploitation, now", "COHORT", "Reference", "x", "follow-up starts", "ref"),
        ("some", "Fixed", "P-007", "1", "3 Apr 2024", "P-008"),
    )
    found = preview(blank(iom()), block)
    assert found.unknown == (Unknown("column", "x"), Unknown("column", "ref"))
    assert found.unknown[0].sentence == "There is no column “x” here; it was not taken."
    after = taken(blank(iom()), found).people["P-007"]
    assert after == Person(
        1, follow_up_start="2024-04-03", cohort="fixed", needs=(("sex-work", "", "some"),), by="Ada", on=STAMP.on
    )


def test_without_headings_the_columns_have_their_usual_order() -> None:
    cells = [GOOD.get(each.kind, "") for each in COLUMNS]
    found = preview(blank(iom()), table(("P-001", *cells), ("P-002", "soon"), ("P-003", *[""] * len(cells), "more")))
    assert found.new == ("P-001", "P-003")
    assert found.faults == (Fault(2, "Joined", "soon", "a date such as 31/03/2025"),)
    assert found.unknown == (Unknown("column", f"number {len(NAMES) + 1}"),)
    person = taken(blank(iom()), found).people["P-001"]
    assert (person.entry, person.first_reoffence, person.predicted) == ("2024-04-03", "none", 62.5)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (("", "fixed"), "Row 2, ref: found nothing, expected a reference of at most 40 characters."),
        (("P-001", "big"), "Row 2, cohort: found “big”, expected fixed, flex or free."),
        (("P-001", "x" * 99), f"Row 2, cohort: found “{'x' * 60}...”, expected fixed, flex or free."),
    ],
)
def test_a_fault_is_said_in_a_sentence(rows: tuple[str, str], sentence: str) -> None:
    (fault,) = preview(blank(iom()), table(("ref", "cohort"), rows)).faults
    assert fault.sentence == sentence


def test_a_reference_may_stand_in_one_row_only() -> None:
    found = preview(blank(iom()), table(("ref", "cohort"), ("P-001", "fixed"), ("P-001", "free"), name="list.csv"))
    assert [fault.sentence for fault in found.faults] == [
        "list.csv, row 3, ref: found “P-001”, expected one that no other row has; row 2 has it too."
    ]
    assert taken(blank(iom()), found).people["P-001"].cohort == "fixed"


def test_a_table_without_a_column_of_references_says_so() -> None:
    found = preview(blank(iom()), table(("entry", "cohort"), ("3 Apr 2024", "fixed")))
    assert [fault.sentence for fault in found.faults] == ["Row 1, ref: found nothing, expected a column headed ref."]
    assert (found.edits, preview(blank(iom())).edits) == ((), ())


def test_blank_never_overwrites_and_a_row_without_a_change_is_the_same() -> None:
    sheet = people_sheet()
    found = preview(sheet, table(NAMES, (PEOPLE[0],), (PEOPLE[1],)))
    assert (found.edits, found.same) == ((), PEOPLE[:2])


def test_the_schemes_own_list_changes_values_and_a_colleagues_fills_blanks_alone() -> None:
    sheet = people_sheet()
    block = table(("ref", "cohort", "window_days", "left_reason"), (PEOPLE[0], "flex", "365", ""), (PEOPLE[1], "free"))
    own = preview(sheet, block)
    assert own.changed == (
        Change(PEOPLE[0], "Cohort", "fixed", "flex"),
        Change(PEOPLE[1], "Cohort", "", "free"),
    )
    assert own.changed_keys == PEOPLE[:2]
    assert taken(sheet, own).people[PEOPLE[0]].cohort == "flex"
    theirs = preview(sheet, block, own=False)
    assert theirs.changed == own.changed[1:]
    assert theirs.conflicting == (Conflict(PEOPLE[0], "Cohort", "fixed", "flex"),)
    assert taken(sheet, theirs).people[PEOPLE[0]] == sheet.people[PEOPLE[0]]
    chosen = preview(sheet, block, own=False, take=frozenset((theirs.conflicting[0].choice,)))
    assert taken(sheet, chosen).people == taken(sheet, own).people


def test_what_stands_here_already_is_never_a_fault() -> None:
    sheet = people_sheet()
    person = sheet.people[PEOPLE[0]]._replace(predicted=0.5)
    sheet = sheet._replace(people={**sheet.people, PEOPLE[0]: person})
    assert preview(sheet, table(("ref", "predicted"), (PEOPLE[0], "0.5"))).faults == ()
    assert preview(sheet, table(("ref", "predicted"), (PEOPLE[0], "0.6"))).left_out == 1


def test_what_looks_as_if_it_could_identify_somebody_is_pointed_out_and_taken() -> None:
    found = preview(blank(iom()), table(("ref", "left_reason"), ("X123456", "call 020 7946 0991")))
    assert found.new == ("X123456",)
    assert found.doubts == (
        "X123456 holds what looks like a probation case reference (CRN); if it can identify a person, take it out.",
        "X123456 holds what looks like a telephone number; if it can identify a person, take it out.",
    )


@pytest.mark.parametrize(("ref", "like"), [("Alex Example", True), ("P-001", False), ("Fixed 12", False)])
def test_a_reference_that_looks_like_a_name_is_pointed_out_once(ref: str, like: bool) -> None:
    said = (f"{ref} looks like a name. Use a reference that says nothing of the person.",) if like else ()
    sheet, given = blank(iom()), table(("ref", "window_days"), (ref, "365"))
    found = preview(sheet, given)
    assert found.doubts == said
    later = preview(taken(sheet, found), table(("ref", "window_days"), (ref, "366")))
    assert later.changed
    assert later.doubts == ()


def test_marks_that_nobody_sees_make_no_other_person_and_no_fault() -> None:
    found = preview(people_sheet(), table(("ref", "entry"), (f"\ufeff{PEOPLE[0]}\u200b", "\u200e03/04/2023")))
    assert (found.new, found.faults) == ((), ())


def test_the_first_person_has_every_kind_of_value() -> None:
    assert {each.kind for each in COLUMNS if each.name in FULL} == {each.kind for each in COLUMNS}
