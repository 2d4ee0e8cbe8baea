"""Rows about people are gone from every byte beside the file, totals stay, and the file is whole at every moment."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.builders import iom
from tests.forms.store.desk import by_stranger, refusal, reopen
from tests.forms.store.removing import (
    DAYS,
    EARLIER,
    LATEST,
    change_something,
    contents,
    left_in,
    names_of,
    references,
    sheets_of,
    twin,
    with_copies,
    with_people,
)
from tests.forms.store.trail import trail

from iomsa.answers.review import REMOVED, KeptFigures
from iomsa.outcomes.figures import figures
from iomsa.outcomes.work_out import work_out
from iomsa.problems import Refused
from iomsa.scoring.report import as_data
from iomsa.scoring.score import score
from iomsa.session import edits
from iomsa.session.edits import Stamp
from iomsa.store import removal
from iomsa.store.removal import CAUSE
from iomsa.store.removal_totals import KINDS, Held, held, without_people
from iomsa.store.scheme_file import SchemeFile


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_people(tmp_path_factory.mktemp("model") / "scheme.iomsa")


@pytest.fixture(scope="module")
def copied(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a scheme file, its back-ups and what else the program may have left there."""
    path = twin(model, tmp_path_factory.mktemp("copied"))
    with_copies(path)
    return path.parent


@pytest.fixture
def among(copied: Path, tmp_path: Path) -> Path:
    """A scheme file with people and with copies beside it, in a folder of its own."""
    return Path(shutil.copytree(copied, tmp_path / "among")) / "scheme.iomsa"


@pytest.fixture
def path(model: Path, tmp_path: Path) -> Path:
    """A scheme file with people, in a folder of its own."""
    return twin(model, tmp_path / "scheme")


class Ready(NamedTuple):
    """Hold an open file, its references, and what it held."""

    file: SchemeFile
    refs: set[str]

    def remove(self, *periods: str) -> removal.Removed:
        return self.file.remove_people(periods or names_of(self.file))


@contextmanager
def opened(path: Path) -> Iterator[Ready]:
    with reopen(path) as file:
        yield Ready(file, references(sheets_of(file)))


def test_no_reference_is_left_in_any_byte(among: Path) -> None:
    among.with_name("scheme (damaged 2026-03-02).iomsa").write_bytes(b"nonsense" + among.read_bytes()[8:])
    other = among.with_name("scheme of another.iomsa")
    shutil.copyfile(among, other)
    others = {other.name, f".{other.name}.77.part"}
    shutil.copyfile(among, among.with_name(f".{other.name}.77.part"))
    with opened(among) as ready:
        before = left_in(among.parent, ready.refs)
        assert len([name for name, count in before.items() if count > 100]) > 6
        done = ready.remove()
        after = left_in(among.parent, ready.refs)
        assert len(done.cleaned) > 4
        assert done.deleted == ("scheme (damaged 2026-03-02).iomsa",)
        # What is not the file's own stays as it is, which shows that the search finds what is there.
        assert {name for name, count in after.items() if count} == others
    assert {name for name, count in left_in(among.parent, ready.refs).items() if count} == others
    with closing(sqlite3.connect(among)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        # Some builds of SQLite overwrite what is deleted; others leave it in free pages, of which there are none.
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_ratings_and_figures_stay(path: Path) -> None:
    with opened(path) as ready:
        before = {sheet.period.name: sheet for sheet in sheets_of(ready.file)}
        ready.remove()
        for sheet in sheets_of(ready.file):
            old = before[sheet.period.name]
            assert as_data(iom(), score(iom(), sheet)) == as_data(iom(), score(iom(), old))
            assert not any(held(sheet))
            assert sheet.quarters == old.quarters
            assert (sheet.answers, sheet.profile, sheet.moves) == (old.answers, old.profile, old.moves)
        latest, old = ready.file.sheet(LATEST), before[LATEST]
    assert latest.returned_cases is not None
    assert (latest.returned_cases.listed, latest.returned_cases.reviewed) == (len(old.cases), len(old.cases))
    assert latest.draw is not None
    assert old.draw is not None
    assert latest.draw == old.draw._replace(people=(), replaced=old.draw.replaced + len(old.replaced))
    kept = latest.figures
    assert kept is not None
    assert (kept.origin, kept.people, kept.cases, kept.by) == (REMOVED, len(old.people), len(old.cases), "Ada")
    assert next(each.value for each in kept.figures if each.id == "proven_reoffending.reoffended") == "20"
    assert any(each.id.startswith("agreement.") and each.value for each in kept.figures)


def test_the_trail_says_what_and_when_and_of_nobody(path: Path) -> None:
    with opened(path) as ready:
        ready.remove()
        told = trail(ready.file.path)
        assert not [entry for entry in told if entry.address.kind in KINDS]
        assert [entry for entry in told if entry.address.kind == "answer"]
        said = [entry for entry in told if entry.cause == CAUSE and isinstance(entry.new, KeptFigures)]
        assert LATEST in {entry.period for entry in said}
        assert {(entry.actor, entry.at[:10]) for entry in said} == {("Ada", "2026-03-02")}
    assert not [day for day in DAYS if day.encode() in path.read_bytes()]


def test_what_was_undoable_is_gone(path: Path) -> None:
    with opened(path) as ready:
        change_something(ready.file.session(LATEST))
        assert ready.file.session(LATEST).undo_name
        ready.remove()
        session = ready.file.session(LATEST)
        assert (session.undo_name, session.redo_name, session.sheet.cases) == ("", "", {})


def test_one_period_alone(path: Path) -> None:
    with opened(path) as ready:
        before = ready.file.sheet(EARLIER)
        own = references([ready.file.sheet(LATEST)]) - references([before])
        done = ready.remove(LATEST)
        assert ready.file.sheet(EARLIER) == before
        assert done.held.people
        assert own
        assert set(left_in(path.parent, own).values()) == {0}
        assert trail(ready.file.path, EARLIER, "case") != ()
        assert trail(ready.file.path, LATEST, "case") == ()


def test_the_file_works_on_and_its_back_ups_restore(among: Path) -> None:
    with opened(among) as ready:
        ready.remove()
        session = ready.file.session(LATEST)
        session.change("Money", edits.profile(session.sheet, "money.police", Stamp(*session.stamp()), "5"))
        ready.file.restore(ready.file.backups()[-1])
        assert not any(any(held(sheet)) for sheet in sheets_of(ready.file))
    with reopen(among) as file:
        assert file.read_only_because == ""
        assert file.sheet(LATEST).figures is not None
    assert set(left_in(among.parent, ready.refs).values()) == {0}


def test_removing_twice_keeps_the_figures(path: Path) -> None:
    with opened(path) as ready:
        ready.remove()
        kept = ready.file.sheet(LATEST).figures
        again = ready.remove()
        assert again.held == Held(0, 0, 0, 0)
        assert ready.file.sheet(LATEST).figures == kept


def test_figures_of_people_stay_when_only_cases_came_since(path: Path) -> None:
    with reopen(path, read_only=True) as file:
        sheet = file.sheet(LATEST)
    bare = without_people(iom(), sheet, "Ada", "2026-03-02T09:00:00")
    found = without_people(iom(), bare._replace(cases=sheet.cases, draw=sheet.draw), "Ada", "2026-04-02T09:00:00")
    assert found.figures is not None
    assert bare.figures is not None
    assert found.figures.people == len(sheet.people)
    assert found.figures.figures == bare.figures.figures
    assert without_people(iom(), bare, "Ada", "2026-04-02T09:00:00") == bare


def test_without_rows_nothing_is_kept(path: Path) -> None:
    with reopen(path, read_only=True) as file:
        sheet = file.sheet(LATEST)._replace(cases={}, people={}, draw=None, replaced={}, follow_up=None)
    assert without_people(iom(), sheet, "Ada", "2026-03-02T09:00:00") is sheet
    assert figures(work_out(sheet, ()), {})


def opened_elsewhere(path: Path) -> Callable[[], object]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM period").fetchall()
    return other.close


def written_elsewhere(path: Path) -> Callable[[], object]:
    by_stranger(path, "UPDATE answer SET choice = '0'")
    return lambda: None


def a_small_disk(path: Path) -> Callable[[], object]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    ("hindrance", "code", "said"),
    [
        (opened_elsewhere, "store.locked", "another program is using this file"),
        (written_elsewhere, "store.not-overwritten", "nothing was changed. Close this file, open it again"),
        (a_small_disk, "", ""),
    ],
)
def test_what_is_in_the_way_is_said_and_nothing_is_done(
    among: Path, hindrance: Callable[[Path], Callable[[], object]], code: str, said: str
) -> None:
    with opened(among) as ready:
        ready.file._connection.execute("PRAGMA busy_timeout = 1")
        end = hindrance(among)
        before = contents(among.parent)
        try:
            if code:
                assert said in refusal(code, ready.remove)
            else:
                with pytest.raises(Refused):
                    ready.remove()
        finally:
            end()
        assert contents(among.parent) == before


def test_without_room_for_the_change_nothing_is_done(among: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(among) as ready:
        before = contents(among.parent)
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
            assert "Make room on the disk" in refusal("store.full", ready.remove)
        assert contents(among.parent) == before
        ready.remove()
        assert set(left_in(among.parent, ready.refs).values()) == {0}


def test_a_file_that_is_only_read_refuses(path: Path) -> None:
    with reopen(path, read_only=True) as file:
        refusal("store.read-only", lambda: file.remove_people([LATEST]))
