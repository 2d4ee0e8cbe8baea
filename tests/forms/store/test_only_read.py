"""Why a file can only be read: who has it, where and since when, or what is in the way of a lock."""

import errno
from pathlib import Path

import pytest
from tests.forms.store.desk import make

from iomsa.store.lock import Holder
from iomsa.store.only_read import FULL, NO_LOCKS, READ_ONLY_FOLDER, held, unlocked
from iomsa.store.scheme_file import SchemeFile

US = Holder("PC-7", "2026-03-02T15:30:00", "Grace")


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (Holder("PC-9", "2026-03-02T14:02:11", "Ada"), "Ada on the computer PC-9 has this file open, since 14:02, so"),
        (Holder("PC-9", "2026-02-27T14:02:11"), "Someone on the computer PC-9 has this file open, since 14:02 on 27 F"),
        (Holder("PC-7", "2026-03-02T14:02:11", "Ada"), "Ada on this computer PC-7 has this file open, since 14:02, so"),
        (Holder("PC-7", "2026-03-02T14:02:11"), "A window on this computer PC-7 has this file open, since 14:02, so"),
        (Holder(name="Ada"), "Ada has this file open, so"),
        (Holder(since="some day"), "Someone has this file open, so"),
        (Holder(), "Someone has this file open, so"),
    ],
)
def test_it_is_said_who_has_a_file(by: Holder, said: str) -> None:
    assert held(by, US).startswith(said)


def test_what_to_do_depends_on_where_it_is_open() -> None:
    assert "close it there, then open it again" in held(Holder("PC-7"), US)
    assert "ask them to close it, then open it again" in held(Holder("PC-9"), US)
    assert "ask them to close it, then open it again" in held(Holder(), Holder())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EROFS, READ_ONLY_FOLDER),
        (errno.EACCES, READ_ONLY_FOLDER),
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.ENOLCK, NO_LOCKS),
        (errno.EOPNOTSUPP, NO_LOCKS),
        (errno.ENAMETOOLONG, NO_LOCKS),
    ],
)
def test_it_is_said_what_is_in_the_way_of_a_lock(number: int, said: str) -> None:
    assert unlocked(OSError(number, "no")) == said


def test_a_file_whose_name_leaves_no_room_for_a_lock_is_read(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    long = (tmp_path / "a.iomsa").rename(tmp_path / f"{'a' * 246}.iomsa")
    with SchemeFile.open(long, clock=str, who=str) as file:
        assert file.read_only_because == NO_LOCKS
