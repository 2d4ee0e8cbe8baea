"""The audit trail is written by triggers, only for what changed, and tells the whole story."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.builders import blank, full, library
from tests.forms.store.desk import PERIOD, by_stranger, choose, hold, make, refusal, reopen
from tests.forms.store.trail import replay, trail

from iomsa.answers.period import make_period
from iomsa.answers.sheet import Address, Answer
from iomsa.store.triggers import TRIGGERS


def test_an_entry_tells_who_what_when_and_why(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa", who="Ada") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "2")
        choose(session, "B.a.1", "1")
        last = trail(file.path)[-1]
        answer = session.sheet.answers["B.a.1"]
        assert (last.actor, last.cause, last.period) == ("Ada", "edit", PERIOD)
        assert (last.address, last.new) == (Address("answer", "B.a.1"), answer)
        assert last.at >= answer.on
        assert isinstance(last.old, Answer)
        assert last.old.choice == "2"


def test_actions_are_numbered_on_from_opening_to_opening(tmp_path: Path) -> None:
    for choice in ("0", "1", "2"):
        with make(tmp_path / "a.iomsa") if choice == "0" else reopen(tmp_path / "a.iomsa") as file:
            choose(file.session(PERIOD), "B.a.1", choice)
    assert [entry.action for entry in trail(tmp_path / "a.iomsa")] == [1, 1, 2, 3, 4]


def test_what_did_not_change_writes_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    with make(path) as file:
        hold(file, full(library(), cases=2))
    with reopen(path) as file:
        choose(file.session(PERIOD), "B.a.1", "0")
        file.restore(file.backups()[0])
        count = len(trail(path))
        file.restore(file.backups()[1])
        assert len(trail(path)) == count
    by_stranger(path, "UPDATE answer SET choice = choice, note = note")
    assert len(trail(path)) == count


def test_a_stranger_can_not_change_an_answer_without_an_entry(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
    by_stranger(tmp_path / "a.iomsa", "UPDATE answer SET choice = '0'")
    by_stranger(tmp_path / "a.iomsa", "DELETE FROM answer")
    told = trail(tmp_path / "a.iomsa", kind="answer")
    assert [entry.new.choice if isinstance(entry.new, Answer) else None for entry in told] == ["2", "0", None]


def test_the_trail_replays_to_the_same_sheet(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        hold(file, full(library(), cases=2))
        session = file.session(PERIOD)
        choose(session, "B.a.1", None)
        session.undo()
        choose(session, "B.b.1", "0", "seen")
        hold(file, blank(library()))
        choose(file.session(PERIOD), "B.a.2", "1")
        kept = file.sheet(PERIOD)
    assert replay(tmp_path / "a.iomsa") == kept


def test_a_missing_trigger_is_made_again(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    by_stranger(tmp_path / "a.iomsa", "DROP TRIGGER trail_answer_update")
    with reopen(tmp_path / "a.iomsa") as file:
        assert file.read_only_because == ""
    with closing(sqlite3.connect(tmp_path / "a.iomsa")) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        assert dict(found.fetchall()) == TRIGGERS


def test_parts_of_strangers_make_a_file_read_only(tmp_path: Path) -> None:
    strange = {
        "a view": "CREATE VIEW spy AS SELECT * FROM answer",
        "a trigger": "CREATE TRIGGER spy AFTER INSERT ON answer BEGIN DELETE FROM trail; END",
        "a trigger under our name": "CREATE TRIGGER trail_answer_update AFTER UPDATE ON answer BEGIN SELECT 1; END",
    }
    for number, (what, statement) in enumerate(strange.items()):
        path = tmp_path / f"{number}.iomsa"
        make(path).close()
        if "trail_answer_update" in statement:
            by_stranger(path, "DROP TRIGGER trail_answer_update")
        by_stranger(path, statement)
        with reopen(path) as file:
            assert "not made by this program" in file.read_only_because, what
            assert file.session(PERIOD).read_only
            assert not (tmp_path / f"{number}.iomsa.lock").exists()
            refusal("store.read-only", partial(file.add_period, make_period("2026-27", "")))
