"""Return, verify, open: written and read back, whole or not, and back to a scheme file."""

import shutil
from pathlib import Path

import pytest
from tests.builders import iom
from tests.forms.cli.verbs import Run, read_only, sheet_of

from iomsa.checks.check import check
from iomsa.scoring.score import score


@pytest.fixture(scope="session")
def written_model(tmp_path_factory: pytest.TempPathFactory, practice_model: Path) -> Path:
    from iomsa.cli import main

    folder = tmp_path_factory.mktemp("return")
    assert main(["return", str(practice_model), "-o", str(folder)]) == 0
    (path,) = folder.glob("*.xlsx")
    return path


@pytest.fixture
def written(tmp_path: Path, written_model: Path) -> Path:
    """A return of the practice scheme of its own."""
    return Path(shutil.copyfile(written_model, tmp_path / "return.xlsx"))


def edited(path: Path, sheet: str, cell: str, value: str) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def test_return_prints_counts_receipt_and_path(practice: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "Ŵ out"
    folder.mkdir()
    done = run("return", practice, "-o", folder)
    assert (done.code, done.err) == (0, "")
    counts, questions, marking, receipt, path = done.out.splitlines()
    assert counts.startswith("Written and read back: 116 of 116 answers, 102 notes, 37 evidence items, ")
    assert questions == "The check still asks 11 questions; Summary lists them."
    assert marking == "Marking: OFFICIAL-SENSITIVE"
    assert [Path(path)] == list(folder.iterdir())
    assert run("verify", path).out.endswith(f"{receipt}\n")
    assert "PRACTICE" in Path(path).name


def test_a_return_without_notes_is_official(new: Path, tmp_path: Path, run: Run) -> None:
    done = run("return", new, "-o", tmp_path)
    assert done.code == 0
    assert "Marking: OFFICIAL\n" in done.out


def test_the_period_can_be_named(practice: Path, tmp_path: Path, run: Run) -> None:
    assert "_2023-24_" in run("return", practice, "-o", tmp_path, "--period", "2023-24").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--marking", "OFFICIAL"], "name of the person who decided it"),
        (["--marking", " "], "one line of 1 to 60 characters"),
        (["--case-rows"], "say who asked"),
        (["--period", "1999-00"], "it has 2023-24"),
    ],
)
def test_return_refuses_in_a_sentence(practice: Path, tmp_path: Path, run: Run, options: list[str], words: str) -> None:
    done = run("return", practice, "-o", tmp_path, *options)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_is_lowered_or_asked_for_by_name_is_written(practice: Path, tmp_path: Path, run: Run) -> None:
    options = ["--marking", "OFFICIAL", "--lowered-by", "Alex Example", "--case-rows", "--asked-by", "Pat Pretend"]
    done = run("return", practice, "-o", tmp_path, *options)
    assert done.code == 0
    assert "Marking: OFFICIAL\n" in done.out


def test_what_stops_a_return_is_said_and_nothing_is_written(
    practice: Path, tmp_path: Path, fill: Run, run: Run
) -> None:
    assert fill(practice, {"profile": {"scheme.name": None}}).code == 0
    done = run("return", practice, "-o", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "Scheme name and code: The return has no scheme name" in done.err
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_folder_that_is_not_there(practice: Path, tmp_path: Path, run: Run) -> None:
    done = run("return", practice, "-o", tmp_path / "none")
    assert (done.code, done.out) == (1, "")
    assert done.err


def test_verify_of_a_whole_return(written: Path, run: Run) -> None:
    done = run("verify", written)
    assert (done.code, done.err) == (0, "")
    assert "is whole and unedited: 116 of 116 answers" in done.out
    data = run("verify", written, "--json").data
    assert list(data) == ["whole", "receipt", "counts", "differences"]
    assert (data["whole"], data["differences"], data["counts"]["answers"]) == (True, [], 116)
    assert f"Receipt: {data['receipt']}" in done.out


def test_verify_of_an_edited_return(written: Path, run: Run) -> None:
    whole = run("verify", written, "--json").data["receipt"]
    edited(written, "Answers", "K5", "Something else.")
    done = run("verify", written)
    assert done.code == 1
    assert "is not as it was written: 1 difference." in done.out
    assert "Answers" in done.err
    again = run("verify", written, "--json")
    assert again.code == 1
    assert again.data["whole"] is False
    assert again.data["receipt"] != whole
    assert list(again.data["differences"][0]) == ["code", "place", "sentence"]


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 and so on"])
@pytest.mark.parametrize("verb", ["verify", "open"])
def test_what_is_no_return_is_a_sentence(tmp_path: Path, run: Run, verb: str, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    more = [tmp_path / "y.iomsa"] if verb == "open" else []
    done = run(verb, path, *more)
    assert (done.code, done.out) == (1, "")
    assert done.err
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("verb", ["verify", "open"])
def test_a_return_that_is_not_there(tmp_path: Path, run: Run, verb: str) -> None:
    more = [tmp_path / "y.iomsa"] if verb == "open" else []
    assert run(verb, tmp_path / "x.xlsx", *more).code == 1
    assert list(tmp_path.iterdir()) == []


def test_open_gives_back_what_the_return_holds(practice: Path, written: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "again.iomsa"
    done = run("open", written, path)
    assert (done.code, done.err) == (0, "")
    assert "It holds counts from a return; no case files here." in done.out
    before, after = sheet_of(practice, "2025-26"), sheet_of(path, "2025-26")
    assert {id: each[:4] for id, each in after.answers.items()} == {id: each[:4] for id, each in before.answers.items()}
    assert after.moves == before.moves
    assert score(iom(), after).overall == score(iom(), before).overall
    assert [each.code for each in check(iom(), after, score(iom(), after)) if each.weight == "stops"] == []
    with read_only(path) as file:
        assert file.practice


def test_open_names_what_it_has_to_leave_out(written: Path, tmp_path: Path, run: Run) -> None:
    from openpyxl import load_workbook

    header = load_workbook(written)["Answers"][1]
    cell = next(f"{each.column_letter}2" for each in header if each.value == "code")
    edited(written, "Answers", cell, "seven")
    path = tmp_path / "again.iomsa"
    done = run("open", written, path)
    assert done.code == 0
    assert f"Answers!{cell}: " in done.err
    assert "seven" in done.err
    assert "1.1.1" not in sheet_of(path, "2025-26").answers


def test_open_refuses_a_path_that_exists(written: Path, new: Path, run: Run) -> None:
    before = new.read_bytes()
    done = run("open", written, new)
    assert (done.code, done.out) == (1, "")
    assert new.read_bytes() == before
