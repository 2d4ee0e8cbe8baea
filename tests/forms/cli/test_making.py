"""New, period, practice: what is made, and what is refused."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.forms.cli.verbs import Run, periods, sheet_of

from iomsa.store.scheme_file import SchemeFile


def test_new_makes_a_file_with_one_period(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.iomsa"
    done = run("new", path, "--scheme", "  Northmoor \n IOM ", "--period", "2026-27", "--census", "31/03/2027")
    assert (done.code, done.err) == (0, "")
    assert "Northmoor IOM, 2026-27 (1 April 2026 to 31 March 2027), by iom@2026.1." in done.out
    assert periods(path) == [("2026-27", "2026-04-01", "2027-03-31")]
    assert sheet_of(path, "2026-27").profile["scheme.name"].value == "Northmoor IOM"
    assert sheet_of(path, "2026-27").profile["period.census"].value == "2027-03-31"


def test_new_takes_dates_for_other_names(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.iomsa"
    assert (
        run("new", path, "--scheme", "N", "--period", "Spring", "--from", "2026-03-01", "--to", "2026-05-31").code == 0
    )
    assert periods(path) == [("Spring", "2026-03-01", "2026-05-31")]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--scheme", " ", "--period", "2026-27"], "needs a name"),
        (["--scheme", "N", "--period", "Spring"], "when this period starts and ends"),
        (["--scheme", "N", "--period", "x" * 21], "1 to 20 characters"),
        (["--scheme", "N", "--period", "2026-28"], "when this period starts and ends"),
        (["--scheme", "N", "--period", "2026-27", "--from", "2026-13-01"], "is not a date"),
        (["--scheme", "N", "--period", "2026-27", "--from", "2027-04-01"], "ends before it starts"),
        (["--scheme", "N", "--period", "2026-27", "--census", "soon"], "--census: 'soon' can't be read"),
        (["--scheme", "N", "--period", "2026-27", "--framework", "iom@1999.1"], "it has iom@2026.1"),
        (["--scheme", "N", "--period", "2026-27", "--framework", "../secret"], "it has iom@2026.1"),
    ],
)
def test_new_refuses_in_a_sentence_and_leaves_nothing(tmp_path: Path, run: Run, options: list[str], words: str) -> None:
    done = run("new", tmp_path / "a.iomsa", *options)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert list(tmp_path.iterdir()) == []


def test_new_refuses_a_path_that_exists(new: Path, run: Run) -> None:
    before = new.read_bytes()
    done = run("new", new, "--scheme", "Other", "--period", "2026-27")
    assert done.code == 1
    assert new.name in done.err
    assert new.read_bytes() == before


def test_new_refuses_a_folder_that_is_not_there(tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "no" / "a.iomsa", "--scheme", "N", "--period", "2026-27").code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_name_beyond_ascii(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "Ŵythnos – ŷ 🦔.iomsa"
    assert run("new", path, "--scheme", "Gŵyl ŷ", "--period", "2026-27").code == 0
    assert sheet_of(path, "2026-27").profile["scheme.name"].value == "Gŵyl ŷ"
    assert run("score", path).code == 0


def test_period_adds_one_and_carries_the_name(new: Path, run: Run) -> None:
    done = run("period", new, "2027-28", "--census", "2028-03-31")
    assert (done.code, done.err) == (0, "")
    assert "2027-28 (1 April 2027 to 31 March 2028)" in done.out
    assert [name for name, _, _ in periods(new)] == ["2026-27", "2027-28"]
    assert sheet_of(new, "2027-28").profile["scheme.name"].value == "Northmoor"
    assert sheet_of(new, "2027-28").profile["period.census"].value == "2028-03-31"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["2026-27"], "a period of this name already"),
        (["Autumn"], "when this period starts and ends"),
        (["Autumn", "--from", "2026-09-01"], "when this period starts and ends"),
        (["2027-28", "--census", "2028-02-30"], "can't be read"),
    ],
)
def test_period_refuses_and_changes_nothing(new: Path, run: Run, arguments: list[str], words: str) -> None:
    done = run("period", new, *arguments)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert len(periods(new)) == 1


def test_practice_is_complete_and_never_written_over(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "p.iomsa"
    done = run("practice", path)
    assert (done.code, done.err) == (0, "")
    assert "2023-24, 2024-25, 2025-26" in done.out
    assert "never collated" in done.out
    assert run("score", path, "--json").data["complete"] is True
    again = run("practice", path)
    assert (again.code, again.out) == (1, "")


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def no_database(path: Path) -> None:
    path.write_text("This is a letter.", encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def from_the_future(path: Path, readable_from: int = 99) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE header SET format = 99, readable_from = ?, program = '9.0'", (readable_from,))
        connection.commit()


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("spoil", [damaged, no_database, empty, from_the_future, gone])
@pytest.mark.parametrize("verb", ["score", "check", "period", "return", "fill"])
def test_a_file_that_is_no_good_is_a_sentence(
    new: Path, tmp_path: Path, run: Run, verb: str, spoil: Callable[[Path], None]
) -> None:
    spoil(new)
    before = new.read_bytes() if new.exists() else None
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    more: dict[str, list[str | Path]] = {
        "period": ["2027-28"],
        "return": ["-o", tmp_path],
        "fill": [tmp_path / "a.json"],
    }
    done = run(verb, new, *more.get(verb, []))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("scheme.iomsa: ")
    assert (new.read_bytes() if new.exists() else None) == before


@pytest.mark.parametrize("verb", ["score", "check"])
def test_a_folder_is_no_scheme_file(tmp_path: Path, run: Run, verb: str) -> None:
    assert run(verb, tmp_path).code == 1


def test_a_file_of_a_newer_program_is_read_and_not_changed(new: Path, run: Run) -> None:
    from_the_future(new, readable_from=1)
    assert run("score", new).code == 0
    done = run("period", new, "2027-28")
    assert (done.code, done.out) == (1, "")
    assert "9.0" in done.err


def test_a_locked_file_is_read_and_not_changed(new: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.json").write_text('{"answers": {"1.1.1": 2}}', encoding="utf-8")
    with SchemeFile.open(new, clock=lambda: "2026-01-01T00:00:00", who=lambda: "Alex Example"):
        assert run("score", new).code == 0
        for verb in (["period", new, "2027-28"], ["fill", new, tmp_path / "a.json"]):
            done = run(*verb)
            assert (done.code, done.out) == (1, "")
            assert "Alex Example" in done.err
    assert len(periods(new)) == 1
