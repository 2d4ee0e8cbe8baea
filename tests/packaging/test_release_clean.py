"""Clean takes away dist/ and never what lies behind a link or a mount."""

from pathlib import Path

import pytest

from project import Stop
from release import clean


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    made = tmp_path / "a b" / "dist"
    (made / "work" / "deep").mkdir(parents=True)
    (made / "work" / "deep" / "file").write_bytes(b"1" * 200_000)
    (made / "release").mkdir()
    return made


def test_it_says_what_it_removed(dist: Path) -> None:
    (dist / "work" / "deep").chmod(0o500)
    assert clean.remove(dist, "") == [
        f"Removed {dist / 'release'} (0.0 MB)",
        f"Removed {dist / 'work'} (0.2 MB)",
        f"Removed {dist}",
    ]
    assert not dist.exists()
    assert clean.remove(dist, "") == []


def test_a_link_is_removed_and_not_followed(dist: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir(mode=0o555)
    (kept.parent / "file").write_text("kept", encoding="utf-8")
    (dist / "link").symlink_to(kept)
    (dist / "work" / "file").symlink_to(kept.parent / "file")
    clean.remove(dist, "")
    assert kept.stat().st_mode & 0o777 == 0o555
    assert (kept.parent / "file").read_text(encoding="utf-8") == "kept"


def test_a_dist_that_is_a_link_stays(dist: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(dist)
    with pytest.raises(Stop, match="is a link to another place"):
        clean.remove(link, "")
    assert dist.exists()


def mount(place: Path) -> str:
    return f"36 35 98:0 / {str(place).replace(' ', chr(92) + '040')} rw,noatime - ext4 /dev/root rw\n"


@pytest.mark.parametrize("place", ["", "work/deep", "work/chroot/proc"])
def test_nothing_is_removed_where_something_is_mounted(dist: Path, place: str) -> None:
    with pytest.raises(Stop, match=r"Something is mounted at .*dist.* nothing was removed"):
        clean.remove(dist, mount(dist / place))
    assert (dist / "work" / "deep" / "file").exists()


def test_mounts_elsewhere_do_not_matter(dist: Path) -> None:
    assert clean.mounted_below(dist, mount(dist.parent) + mount(dist.parent / "dist2") + "broken line\n") == []


def test_what_linux_tells_of_its_own_mounts_is_read() -> None:
    told = clean.MOUNTS.read_text(encoding="utf-8")
    assert "/" in clean.mounted_below(Path("/"), told)


def test_another_disk_below_is_seen_without_being_told(dist: Path) -> None:
    assert clean.places_of_other_disks(dist) == []
    assert clean.places_of_other_disks(Path("/dev")) != []
