"""Every released format opens; an older file is backed up and migrated, a newer one is read or named."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.forms.store.desk import PERIOD, by_stranger, choose, chosen, clock, make, refusal, reopen
from tests.forms.store.trail import replay, trail

from iomsa.answers.people import FollowUp, Quarter
from iomsa.answers.sheet import Address, Answer, Counts, Move, ReturnedCases
from iomsa.framework.load import framework_from_data
from iomsa.session.changes import Edit
from iomsa.session.edits import remove_case
from iomsa.store.migrate import FORMATS, Formats, format_1, format_2, format_3, read_header
from iomsa.store.scheme_file import SchemeFile
from iomsa.store.triggers import TRIGGERS

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def format_4(db: Database) -> None:
    """Do what the next format may do: rebuild a table, which loses its triggers, and change what it holds."""
    db.table("profile_value").transform(types={"note": str})
    db.execute("UPDATE answer SET note = upper(note)")


NEXT = Formats(current=4, readable_from=4, steps=(format_1, format_2, format_3, format_4))


def open_next(path: Path, *, read_only: bool = False) -> SchemeFile:
    return SchemeFile.open(path, clock=clock, who=lambda: "Ada", read_only=read_only, formats=NEXT)


def test_a_sample_of_every_released_format_is_kept() -> None:
    assert {path.name for path in GOLDEN.glob("*.iomsa")} == {
        f"format-{number}.iomsa" for number in range(1, FORMATS.current + 1)
    }


def test_format_1_opens_and_holds_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    shutil.copyfile(GOLDEN / "format-1.iomsa", path)
    with reopen(path) as file:
        assert file.read_only_because == ""
        assert [period.name for period in file.periods()] == ["2025-26", "2026-27"]
        sheet = file.sheet("2025-26")
        framework = file.framework("village-library@1")
        assert framework == framework_from_data(file.framework_data("village-library@1"))
        assert len(sheet.answers) == 5
        assert sheet.answers["B.a.1"].note == "Seen in March: “every shelf”\nand the cellar — £5"
        assert sheet.answers["B.a.2"] == Answer(
            "not-applicable", "There is no cellar", "", "Plan\nPhoto", True, "Grace", "2026-03-02T10:00:00"
        )
        assert [case.answers["SV"].choice for case in sheet.cases.values()] == ["yes", "yes"]
        assert isinstance(sheet.moves["B"], Move)
        assert sheet.moves["B"].by == (("Ada Lovelace", "police"), ("Grace Hopper", "probation"))
        later = file.sheet("2026-27")
        assert later.returned_cases == ReturnedCases(4, 3, (("SV", Counts(2, 1, 0)),))
        assert later.profile["library.name"].value == "Northmoor"
        choose(file.session("2026-27"), "B.a.1", "1")
        changed = file.sheet("2026-27")
    assert replay(path) == changed


def test_format_2_opens_and_holds_people(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    shutil.copyfile(GOLDEN / "format-2.iomsa", path)
    with reopen(path) as file:
        assert file.read_only_because == ""
        sheet = file.sheet("2026-27")
        assert list(sheet.people) == ["P01"]
        person = sheet.people["P01"]
        assert (person.entry, person.left, person.window_days, person.offences_before) == (
            "2024-04-03",
            "2025-01-31",
            365,
            7,
        )
        assert (person.predicted, person.needs) == (62.5, (("accommodation", "serious", "some"),))
        assert sheet.quarters == {"2025-04-01": Quarter(5, 900, 11, "Ada", "2026-11-22T10:00:00")}
        assert sheet.follow_up == FollowUp("2026-09-30", 1.0, by="Ada", on="2026-11-22T10:00:00")
        file.session("2026-27").change("Remove", (Edit(Address("person", "P01"), person, None),))
        changed = file.sheet("2026-27")
    assert changed.people == {}
    assert replay(path) == changed


def test_format_3_opens_and_holds_a_draw_and_a_second_review(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    shutil.copyfile(GOLDEN / "format-3.iomsa", path)
    with reopen(path) as file:
        assert file.read_only_because == ""
        sheet = file.sheet("2025-26")
        assert sheet.draw is not None
        assert (sheet.draw.seed, sheet.draw.strata) == ("48213", (("Fixed", 5, 1), ("Flex", 3, 1)))
        assert sheet.draw.people == (("A01", "Fixed"), ("A02", "Flex"))
        assert sheet.replaced["A09"].replacement == "N-001"
        case = sheet.cases["N-001"]
        assert case.second_review is not None
        assert (case.second_review.agency, case.second["SV"].note) == ("police", "Seen twice")
        assert (case.answers["SV"].choice, case.rates["SV"].choice) == ("yes", "no")
        assert sheet.unit_costs is not None
        assert sheet.unit_costs.prices == (("2015/16", "100"), ("2025/26", "131.5"))
        assert sheet.benchmark is not None
        assert sheet.benchmark.areas == (("Northmoor", 58, 20),)
        assert sheet.figures is not None
        assert sheet.figures.figures[0].high == "0.4735"
        file.session("2025-26").change("Remove", remove_case(sheet, "N-001"))
        changed = file.sheet("2025-26")
    assert list(changed.cases) == ["N-002"]
    assert replay(path, "2025-26") == changed


def test_an_older_file_is_backed_up_then_migrated(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1", "shouted")
        length = len(trail(file.path))
    with open_next(path) as file:
        assert file.read_only_because == ""
        assert file.sheet(PERIOD).answers["B.a.1"].note == "SHOUTED"
        assert len(trail(file.path)) == length, "a migration is no change of anyone's answer"
        assert file.backups()[0].why == "before migration"
        before = file.backups()[0].path
        choose(file.session(PERIOD), "B.a.1", "2")
        assert len(trail(file.path)) == length + 1
    with reopen(before) as old:
        assert old.sheet(PERIOD).answers["B.a.1"].note == "shouted"
    with closing(sqlite3.connect(path)) as connection:
        found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
        assert found == TRIGGERS
        header = read_header(connection)
        assert header is not None
        assert (header.format, header.readable_from) == (4, 4)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    def format_4(db: Database) -> None:
        db.execute("DELETE FROM answer")
        raise ZeroDivisionError

    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    broken = Formats(4, 4, (format_1, format_2, format_3, format_4))
    with pytest.raises(ZeroDivisionError):
        SchemeFile.open(path, clock=clock, who=str, formats=broken)
    with reopen(path) as file:
        assert chosen(file, "B.a.1") == "1"
        assert file.read_only_because == ""


def test_an_older_file_that_is_only_read_is_migrated_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1", "shouted")
    before = path.read_bytes()
    with open_next(path, read_only=True) as file:
        assert file.sheet(PERIOD).answers["B.a.1"].note == "SHOUTED"
    assert path.read_bytes() == before


def test_a_newer_file_is_read_where_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    by_stranger(path, "UPDATE header SET format = 5, readable_from = 1, program = '4.2'")
    with reopen(path) as file:
        assert "4.2" in file.read_only_because
        assert chosen(file, "B.a.1") == "1"
    by_stranger(path, "UPDATE header SET readable_from = 4")
    assert "4.2" in refusal("store.from-the-future", lambda: reopen(path))


def test_an_older_back_up_can_be_restored(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    with open_next(path) as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        oldest = file.backups()[-1]
        assert oldest.why == "first change"
        file.restore(oldest)
        assert chosen(file, "B.a.1") is None
