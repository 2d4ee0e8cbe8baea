"""What stands in the way of cleaning one copy is said by name, the others are cleaned, and it is tried again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.builders import iom
from tests.forms.store.desk import by_stranger, refusal, reopen
from tests.forms.store.removing import (
    LATEST,
    contents,
    left_in,
    names_of,
    references,
    sheets_of,
    with_copies,
    with_people,
)

from iomsa.answers.sheet import AnswerSheet
from iomsa.problems import Refused
from iomsa.store.lock import Holder, Lock
from iomsa.store.place import part_of
from iomsa.store.removal import COPIES_ONLY, STOPPED, Step, copies_beside
from iomsa.store.removal_totals import without_people

End = Callable[[], object]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = with_people(tmp_path_factory.mktemp("copied") / "scheme.iomsa")
    with_copies(path)
    return path.parent


@pytest.fixture
def path(copied: Path, tmp_path: Path) -> Path:
    """A scheme file with people and with copies beside it, in a folder of its own."""
    return Path(shutil.copytree(copied, tmp_path / "among")) / "scheme.iomsa"


def opened_in_a_window(copy: Path) -> End:
    return Lock(copy, Holder()).release


def not_closed(copy: Path) -> End:
    journal = copy.with_name(f"{copy.name}-journal")
    journal.write_bytes(b"half a change")
    return journal.unlink


def not_closed_by_another(copy: Path) -> End:
    beside = copy.with_name(f"{copy.name}-wal")
    beside.write_bytes(b"half a change")
    return beside.unlink


def of_a_newer_format(copy: Path) -> End:
    by_stranger(copy, "UPDATE header SET format = 99")
    return lambda: by_stranger(copy, "UPDATE header SET format = 3")


def not_to_be_read_by_this_version(copy: Path) -> End:
    by_stranger(copy, "UPDATE header SET format = 99, readable_from = 99")
    return lambda: by_stranger(copy, "UPDATE header SET format = 3, readable_from = 3")


def held_by_another_program(copy: Path) -> End:
    other = sqlite3.connect(copy, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other.close


@pytest.mark.parametrize(
    ("hindrance", "code", "said"),
    [
        (opened_in_a_window, "store.copy-open", "Close it there, then do this again."),
        (not_closed, "store.copy-not-closed", "Open it once and close it"),
        (not_closed_by_another, "store.copy-not-closed", "Open it once and close it"),
        (of_a_newer_format, "store.copy-newer", "a newer version of the program made this copy"),
        (not_to_be_read_by_this_version, "store.copy-newer", "Install the newer version, or delete the copy"),
        (held_by_another_program, "store.copy-locked", "another program is using this copy"),
    ],
)
def test_one_copy_that_stays_is_named_and_is_tried_again(
    path: Path, hindrance: Callable[[Path], End], code: str, said: str
) -> None:
    copy = copies_beside(path)[1]
    with reopen(path) as file:
        refs = references(sheets_of(file))
        end = hindrance(copy)
        before = copy.read_bytes()
        done = file.remove_people(names_of(file))
        (left,) = done.left
        assert (left.code, left.place) == (code, copy.name)
        assert said in left.sentence
        assert "It still holds its rows." in left.sentence
        assert copy.read_bytes() == before
        assert copy.name not in done.cleaned
        assert {name for name, count in left_in(path.parent, refs).items() if count} == {
            copy.relative_to(path.parent).as_posix()
        }
        end()
        again = file.remove_people(names_of(file))
        assert (again.left, again.cleaned) == ((), (copy.name,))
        assert set(again.clean) == set(done.cleaned)
    assert set(left_in(path.parent, refs).values()) == {0}


def test_a_damaged_copy_is_deleted_and_named(path: Path) -> None:
    copies = copies_beside(path)
    copies[0].write_bytes(b"")
    copies[1].write_bytes(copies[1].read_bytes()[:5000])
    with reopen(path) as file:
        done = file.remove_people(names_of(file))
    assert done.deleted == (copies[0].name, copies[1].name)
    assert (copies[0].exists(), copies[1].exists(), done.left) == (False, False, ())


def test_what_can_not_be_put_in_place_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, replace = copies_beside(path)[0], Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == copy:
            raise PermissionError(13, "held")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with reopen(path) as file:
        done = file.remove_people(names_of(file))
    assert [(left.code, left.place) for left in done.left] == [("store.copy-read-only", copy.name)]
    assert copy.name not in done.cleaned
    assert not part_of(copy).exists()


class Walk:
    """Note the steps, and stop at one."""

    def __init__(self, until: int = 1000) -> None:
        self.steps: list[Step] = []
        self._until = until

    def go_on(self, step: Step) -> bool:
        self.steps.append(step)
        return len(self.steps) < self._until


def test_stopped_at_any_step_nothing_is_removed(path: Path) -> None:
    copies = copies_beside(path)
    with reopen(path) as file:
        before = contents(path.parent)
        for until in range(1, len(copies) + 3):
            walk = Walk(until)
            said = refusal(STOPPED, file.removing(names_of(file), walk.go_on))
            assert "stopped before anything was removed" in said
            assert len(walk.steps) == until
            assert contents(path.parent) == before
        walk = Walk()
        file.removing(names_of(file), walk.go_on)()
    assert walk.steps == [
        Step(path, 0, len(copies)),
        *(Step(copy, number, len(copies)) for number, copy in enumerate(copies, 1)),
        Step(path, 0, len(copies), last=True),
    ]


def test_where_the_file_itself_fails_last_the_clean_copies_are_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "no room")

    with reopen(path) as file:
        before = sheets_of(file)
        with monkeypatch.context() as patch:
            patch.setattr("iomsa.store.writer.become", no_room)
            with pytest.raises(Refused) as caught:
                file.remove_people(names_of(file))
        why, done = caught.value.problems
        assert (why.code, done.code, done.place) == ("store.full", COPIES_ONLY, path.name)
        assert all(copy.name in done.sentence for copy in copies_beside(path))
        assert "the file itself still holds its rows" in done.sentence
        assert sheets_of(file) == before
        again = file.remove_people(names_of(file))
        assert (again.cleaned, again.left) == ((), ())
        assert len(again.clean) == len(copies_beside(path))
        assert set(left_in(path.parent, references(before)).values()) == {0}


def test_each_copy_keeps_the_totals_of_its_own_rows(path: Path) -> None:
    """What is worked out once for equal rows is what each copy would have kept alone; one of them has other rows."""
    copies = copies_beside(path)
    by_stranger(copies[0], f"UPDATE case_answer SET choice = 'no' WHERE period = '{LATEST}'")
    before = {copy: read(copy) for copy in copies}
    with reopen(path) as file:
        assert len(file.remove_people(names_of(file)).cleaned) == len(copies)
    for copy, sheets in before.items():
        for was, now in zip(sheets, read(copy), strict=True):
            alone = without_people(iom(), was, "", "")
            assert now.returned_cases == alone.returned_cases
            assert (now.figures and now.figures.figures) == (alone.figures and alone.figures.figures)
            assert (now.draw, now.follow_up, now.answers) == (alone.draw, alone.follow_up, alone.answers)
    totals = [next(sheet for sheet in read(copy) if sheet.period.name == LATEST).returned_cases for copy in copies]
    assert totals[0] != totals[1] == totals[2]


def read(copy: Path) -> list[AnswerSheet]:
    with reopen(copy, read_only=True) as file:
        return sheets_of(file)
