"""Pack the frozen folder into one archive that runs from any folder, the same each time."""

from __future__ import annotations

import lzma
import re
import shutil
import tarfile
from collections.abc import Iterable
from pathlib import Path

import project
from linux import libraries, texts

_GLIBC = re.compile(rb"\0GLIBC_(\d+)\.(\d+)")


def main(python: str, arguments: list[str]) -> int:
    """Make the archive."""
    if arguments:
        raise project.Stop("tar takes no arguments.")
    made = build(project.version(), project.RELEASE)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


def build(version: str, folder: Path) -> Path:
    """Make the archive of a version in a folder and return its path."""
    libraries.need_linux()
    frozen = project.need_frozen()
    epoch = project.epoch()
    stage = project.WORK / "tar" / f"{project.COMMAND}-{version}"
    shutil.rmtree(stage.parent, ignore_errors=True)
    shutil.copytree(frozen, stage, symlinks=True)
    binaries = libraries.binaries(stage)
    said = texts.filled("README.txt", version, epoch).replace("@GLIBC@", glibc_of(binaries))
    (stage / "README.txt").write_text(said, encoding="utf-8", newline="\n")
    folder.mkdir(parents=True, exist_ok=True)
    return pack(stage, folder / f"{project.COMMAND}-{version}-linux-x86_64.tar.xz", epoch)


def glibc_of(binaries: Iterable[Path]) -> str:
    """Return the oldest version of glibc that has everything these programs and libraries ask for."""
    asked = {found for path in binaries for found in _GLIBC.findall(path.read_bytes())}
    return ".".join(str(number) for number in max((int(major), int(minor)) for major, minor in asked))


def pack(stage: Path, target: Path, epoch: int) -> Path:
    """Pack a folder under its own name; `epoch` is the date of everything in it, in seconds since 1970."""

    def as_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch
        runs = member.isdir() or member.issym() or member.name == f"{stage.name}/{project.COMMAND}"
        member.mode = 0o755 if runs else 0o644
        return member

    with (
        lzma.open(target, "wb", preset=6) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.add(stage, stage.name, recursive=False, filter=as_root)
        for path in sorted(stage.rglob("*")):
            archive.add(path, f"{stage.name}/{path.relative_to(stage).as_posix()}", recursive=False, filter=as_root)
    return target
