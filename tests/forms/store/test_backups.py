"""Back-ups: on the first change after opening, ten, whole, and one of them can be restored."""

from pathlib import Path

import pytest
from tests.builders import full, library
from tests.forms.store.desk import PERIOD, choose, chosen, hold, make, refusal, reopen
from tests.forms.store.trail import replay, trail

from iomsa.answers.period import make_period
from iomsa.answers.sheet import Answer
from iomsa.store.backups import list_backups


def test_a_back_up_is_made_on_the_first_change_only(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        assert file.backups() == ()
        choose(file.session(PERIOD), "B.a.1", "1")
        choose(file.session(PERIOD), "B.a.1", "2")
        assert [backup.why for backup in file.backups()] == ["first change"]
    with reopen(tmp_path / "a.iomsa"):
        assert len(list_backups(tmp_path / "a.iomsa")) == 1, "reading makes none"


def test_a_back_up_holds_what_was_there_before_the_change(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    with reopen(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        newest = file.backups()[0].path
    assert newest.parent == tmp_path / "a back-ups"
    with reopen(newest, read_only=True) as backup:
        assert chosen(backup, "B.a.1") == "1"


def test_ten_are_kept_the_newest_first(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    (tmp_path / "a back-ups").mkdir()
    (tmp_path / "a back-ups" / "mine.txt").write_text("not a back-up")
    for number in range(13):
        with reopen(tmp_path / "a.iomsa") as file:
            choose(file.session(PERIOD), "B.a.1", str(number % 3), f"note {number}")
    backups = list_backups(tmp_path / "a.iomsa")
    assert len(backups) == 10
    notes = []
    for backup in backups:
        with reopen(backup.path, read_only=True) as copy:
            notes.append(copy.sheet(PERIOD).answers["B.a.1"].note)
    assert notes == [f"note {number}" for number in range(11, 1, -1)]
    assert (tmp_path / "a back-ups" / "mine.txt").exists()


def test_a_restored_file_is_as_it_was_and_its_trail_grew(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        hold(file, full(library(), cases=3))
    with reopen(path) as file:
        before = file.sheet(PERIOD)
        choose(file.session(PERIOD), "B.a.1", "0", "changed")
        hold(file, full(library(), level=0, cases=1))
        file.add_period(make_period("2026-27", ""))
        length = len(trail(file.path))
        file.restore(file.backups()[0])
        assert [period.name for period in file.periods()] == [PERIOD]
        assert file.sheet(PERIOD) == before == file.session(PERIOD).sheet
        assert {entry.cause for entry in trail(file.path)[length:]} == {"restore"}
        assert [backup.why for backup in file.backups()][:1] == ["before restore"]
        choose(file.session(PERIOD), "B.a.1", "1")
        after = file.sheet(PERIOD)
    assert replay(path) == after


def test_a_restore_can_be_restored(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        empty = file.backups()[0]
        file.restore(empty)
        assert chosen(file, "B.a.1") is None
        file.restore(file.backups()[0])
        assert chosen(file, "B.a.1") == "2"


def test_an_answer_is_saved_even_where_no_back_up_can_be_made(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        (tmp_path / "a back-ups").write_text("a file where the folder should be")
        choose(file.session(PERIOD), "B.a.1", "2")
        assert chosen(file, "B.a.1") == "2"
        assert file.backup_problem.startswith("No back-up could be made")
        (tmp_path / "a back-ups").unlink()
        choose(file.session(PERIOD), "B.a.1", "1")
        assert file.backup_problem == ""
        assert len(file.backups()) == 1


def test_without_a_back_up_nothing_is_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        monkeypatch.setattr("iomsa.store.backups.settle", no_room)
        refusal("store.full", lambda: file.restore(file.backups()[0]))
        answer = file.sheet(PERIOD).answers["B.a.1"]
        assert isinstance(answer, Answer)
        assert answer.choice == "2"
        assert len(list((tmp_path / "a back-ups").iterdir())) == 1
