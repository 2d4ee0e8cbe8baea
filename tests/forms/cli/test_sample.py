"""The verb `sample`: draw from a list, draw again, replace, and tell it so that anybody can draw the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from tests.forms.cli.verbs import Done, Run, sheet_of
from tests.forms.session.drawn import SEED, THREE, drawn_24, write_list

from iomsa.answers.sheet import Address
from iomsa.session.changes import Edit
from iomsa.session.drawing import draw_files, plan_draw
from iomsa.store.scheme_file import SchemeFile

YEAR = "2026-27"
Make = Callable[..., Path]


@pytest.fixture
def listed(tmp_path: Path) -> Make:
    """Write rows to a list."""

    def make(rows: Sequence[Sequence[str]], name: str = "list.csv") -> Path:
        return write_list(tmp_path / name, rows)

    return make


@pytest.fixture
def of_three(listed: Make) -> Path:
    return listed([("No", "Reference", "Part"), *((str(n), *pair) for n, pair in enumerate(THREE, start=1))])


def draw_24(run: Run, new: Path, source: Path, *more: str) -> Done:
    return run("sample", new, "--from", source, "--group", "Part", "--number", "24", "--seed", SEED, *more)


def test_files_are_drawn_from_a_list_and_told(new: Path, run: Run, of_three: Path) -> None:
    done = draw_24(run, new, of_three)
    assert (done.code, done.err) == (0, "")
    assert f"{YEAR}: 24 files drawn at random from 71 on " in done.out
    assert "(seed 48213)." in done.out
    assert "13 of 38 Fixed, 6 of 19 Flex and 5 of 14 Free." in done.out
    assert "SHA-256 of seed|reference" in done.out
    sheet = sheet_of(new, YEAR)
    assert sorted(sheet.cases) == sorted(drawn_24().cases)
    assert sheet.draw is not None
    assert (sheet.draw.seed, set(sheet.draw.people)) == (SEED, set(THREE))
    assert run("sample", new).out == done.out


def test_what_is_printed_lets_an_inspector_repeat_the_draw(new: Path, run: Run, of_three: Path) -> None:
    data = draw_24(run, new, of_three, "--json").data
    assert (data["seed"], data["rule"]) == (SEED, "SHA-256 of seed|reference, ascending")
    assert (data["people"], data["drawn"], data["margin"], data["times"]) == (71, 24, None, 1)
    assert data["groups"][1] == {"name": "Flex", "people": 19, "drawn": 6}
    for group in ("Fixed", "Flex", "Free"):
        refs = [ref for ref, each in THREE if each == group]
        order = sorted(refs, key=lambda ref: sha256(f"{SEED}|{ref}".encode()).hexdigest())
        told = [each for each in data["order"] if each["group"] == group]
        assert [each["ref"] for each in told] == order
        assert all(each["sha256"] == sha256(f"{SEED}|{each['ref']}".encode()).hexdigest() for each in told)
        count = next(each["drawn"] for each in data["groups"] if each["name"] == group)
        assert [each["ref"] for each in told if each["state"] == "drawn"] == order[:count]


@pytest.mark.parametrize(
    ("options", "drawn", "margin"),
    [((), 27, 15), (("--margin", "10"), 42, 10), (("--number", "5"), 5, None), (("--all",), 71, None)],
)
def test_how_many(new: Path, run: Run, listed: Make, options: tuple[str, ...], drawn: int, margin: int | None) -> None:
    data = run("sample", new, "--from", listed([(ref,) for ref, _ in THREE]), "--json", *options).data
    assert (data["drawn"], len(data["files"]), data["margin"]) == (drawn, drawn, margin)
    assert len(data["seed"]) == 5
    assert data["seed"].isdecimal()


def test_a_workbook_reads_as_a_text_file_does(new: Path, run: Run, listed: Make, tmp_path: Path) -> None:
    rows = [("Reference", "Part"), *THREE]
    book = run("sample", new, "--from", listed(rows, "list.xlsx"), "--group", "part", "--seed", "7", "--json").data
    other = tmp_path / "other.iomsa"
    run("new", other, "--scheme", "Northmoor", "--period", YEAR)
    text = run("sample", other, "--from", listed(rows), "--group", "Part", "--seed", "7", "--json").data
    assert book == text
    assert book["drawn"] == 27


def test_a_list_without_a_heading_loses_nobody(new: Path, run: Run, listed: Make) -> None:
    data = run("sample", new, "--from", listed([("N-1",), ("N-2",), ("",), ("N-3",)]), "--json").data
    assert sorted(data["files"]) == ["N-1", "N-2", "N-3"]


def test_drawing_again_is_refused_where_answers_would_be_lost(new: Path, run: Run, fill: Run, of_three: Path) -> None:
    draw_24(run, new, of_three)
    first = next(iter(sheet_of(new, YEAR).cases))
    assert fill(new, {"cases": [{"ref": first, "answers": {"C1": "yes"}}]}).code == 0
    before = sheet_of(new, YEAR)
    other = ("sample", new, "--from", of_three, "--group", "Part", "--number", "3", "--seed", "other")
    refused = run(*other)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(f"1 file with answers would leave the list: {first}. Say --again")
    assert sheet_of(new, YEAR) == before
    again = run(*other, "--again")
    assert again.code == 0
    assert "It was drawn again; this is draw number 2." in again.out
    assert first not in sheet_of(new, YEAR).cases


def test_without_answers_it_is_drawn_again_with_the_same_seed(new: Path, run: Run, of_three: Path) -> None:
    few = draw_24(run, new, of_three, "--json").data
    many = run("sample", new, "--from", of_three, "--group", "Part", "--number", "40", "--json").data
    assert many["seed"] == SEED
    assert set(few["files"]) < set(many["files"])
    same = run("sample", new, "--from", of_three, "--group", "Part", "--number", "40")
    assert "These very files are drawn already; nothing is changed." in same.err
    assert run("sample", new, "--json").data["times"] == 2


def test_a_file_is_replaced_by_the_next_of_its_group(new: Path, run: Run, of_three: Path) -> None:
    order = [each for each in draw_24(run, new, of_three, "--json").data["order"] if each["group"] == "Free"]
    ref, following = order[0]["ref"], order[5]["ref"]
    done = run("sample", new, "--replace", ref, "--reason", "The file can't be found")
    assert done.code == 0
    assert f"1 replaced: {ref} by {following}, the file can't be found." in done.out
    assert f"{ref}  {order[0]['sha256'][:12]}  drawn, replaced by {following}" in done.out
    assert f"{following}  {order[5]['sha256'][:12]}  in the place of {ref}" in done.out
    second = run("sample", new, "--replace", following, "--reason", "Restricted")
    assert f"in the place of {ref}, replaced by {order[6]['ref']}" in second.out
    assert second.out.count("replaced by") == 2
    data = run("sample", new, "--json").data
    assert data["replaced"][0] == {"ref": ref, "group": "Free", "by": following, "reason": "The file can't be found"}
    refused = run("sample", new, "--replace", ref, "--reason", "Again")
    assert (refused.code, refused.err) == (1, f"{ref}: this file was replaced already by {following}.\n")


def test_a_group_is_drawn_more_than_its_share(new: Path, run: Run, of_three: Path) -> None:
    done = draw_24(run, new, of_three, "--more", "free=14", "--more", "Flex=9")
    assert done.code == 0
    assert "13 of 38 Fixed, 9 of 19 Flex and 14 of 14 Free." in done.out
    assert "The number for Flex and Free is not their share of the list. The figures are then weighted" in done.err
    sheet = sheet_of(new, YEAR)
    assert sheet.draw is not None
    assert (sheet.draw.strata, sheet.draw.margin) == ((("Fixed", 38, 13), ("Flex", 19, 9), ("Free", 14, 14)), None)
    by_hand = plan_draw(THREE, SEED, number=24, by_hand={"Flex": 9, "Free": 14})
    assert set(sheet.cases) == set(draw_files(by_hand).refs)


def test_a_group_that_keeps_its_share_is_not_said_to_be_weighted(new: Path, run: Run, of_three: Path) -> None:
    assert draw_24(run, new, of_three, "--more", "Free=5").err == ""


def test_nothing_was_drawn(new: Path, run: Run) -> None:
    assert run("sample", new).out == f"{YEAR}: no files were drawn.\n"
    data = run("sample", new, "--json").data
    assert (data["seed"], data["drawn"], data["order"], data["groups"]) == (None, None, None, [])


def test_a_draw_whose_list_is_gone_says_so(practice: Path, run: Run) -> None:
    with SchemeFile.open(practice, clock=lambda: "2026-01-01T00:00:00", who=str) as file:
        name = file.latest().name
        session = file.session(name)
        draw = session.sheet.draw
        assert draw is not None
        session.change("gone", (Edit(Address("draw"), draw, draw._replace(people=(), replaced=2)),))
    done = run("sample", practice)
    assert "The list that they were drawn from is not in this file." in done.out
    assert "for 2 of them it is no longer known which" in done.out


def test_what_is_odd_is_pointed_out_and_what_is_wrong_refused_by_row(new: Path, run: Run, listed: Make) -> None:
    odd = run("sample", new, "--from", listed([("Ref",), ("N-1",), ("N-1",), ("A1234BC",)]))
    assert odd.code == 0
    assert "line 3: N-1 stands in line 2 already. It counts once.\n" in odd.err
    assert "line 4: “A1234BC” looks like a prison number." in odd.err
    wrong = run(
        "sample", new, "--from", listed([("Ref", "Part"), ("N-1", "a"), ("N-1", "b"), ("N-2", "")]), "--group", "Part"
    )
    assert wrong.code == 1
    assert wrong.err.splitlines() == [
        "line 3: N-1 stands in line 2 as a and here as b. Keep one of the two lines.",
        "line 4: N-2 has no group, but others have. Give it one, or take all groups out.",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--column", "Name"), "Name: there is no such column. There is No, Reference and Part."),
        (("--group", "Region"), "Region: there is no such column."),
        (("--number", "72"), "72 can't be drawn from 71. Choose from 1 to 71."),
        (("--group", "Part", "--more", "Fre=5"), "Fre: there is no such group. There is Fixed, Flex and Free."),
        (("--group", "Part", "--more", "Free=15"), "Free: 15 can't be drawn from 14. Choose from 1 to 14."),
        (("--group", "Part", "--more", "Free=0"), "Free: 0 can't be drawn from 14. Choose from 1 to 14."),
        (
            ("--group", "Part", "--more", "Free=5", "--more", "FREE=6"),
            "Free: its number is given twice. Give it once.",
        ),
        (("--seed", " "), "The draw needs a number or a word to begin with, such as 48213."),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    new: Path, run: Run, of_three: Path, options: Sequence[str], said: str
) -> None:
    done = run("sample", new, "--from", of_three, *options)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)
    assert sheet_of(new, YEAR).draw is None


def test_a_list_that_is_not_there_or_empty_is_refused(new: Path, run: Run, listed: Make, tmp_path: Path) -> None:
    gone = run("sample", new, "--from", tmp_path / "gone.csv")
    assert gone.code == 1
    assert "gone.csv: this file can't be read" in gone.err
    assert "there is nothing in this table" in run("sample", new, "--from", listed([])).err
    twice = run("sample", new, "--from", listed([("Part", "Part"), ("1", "2")]), "--column", "Part")
    assert "Part: several columns have this heading; rename one of them." in twice.err


@pytest.mark.parametrize(
    "options",
    [
        ("--number", "3"),
        ("--again", "--seed", "x"),
        ("--from", "list.csv", "--number", "3", "--all"),
        ("--from", "list.csv", "--margin", "0"),
        ("--from", "list.csv", "--margin", "some"),
        ("--from", "list.csv", "--more", "Free=3"),
        ("--from", "list.csv", "--group", "Part", "--more", "Free"),
        ("--from", "list.csv", "--group", "Part", "--more", "=3"),
        ("--from", "list.csv", "--group", "Part", "--more", "Free=many"),
        ("--group", "Part", "--more", "Free=3"),
        ("--from", "list.csv", "--replace", "N-1", "--reason", "x"),
        ("--replace", "N-1"),
        ("--reason", "x"),
    ],
)
def test_wrong_usage_is_two(new: Path, run: Run, options: Sequence[str]) -> None:
    done = run("sample", new, *options)
    assert (done.code, done.out) == (2, "")
    assert "usage: iomsa" in done.err


def test_a_file_that_somebody_has_open_is_told_but_not_drawn(new: Path, run: Run, of_three: Path) -> None:
    with SchemeFile.open(new, clock=lambda: "2026-01-01T00:00:00", who=str):
        assert run("sample", new).code == 0
        done = draw_24(run, new, of_three)
    assert done.code == 1
    assert sheet_of(new, YEAR).cases == {}
