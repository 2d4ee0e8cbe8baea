"""Put a finished file where it belongs: beside first, then under its name, never over another file."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

from iomsa.problems import Refused, refuse

MOST_TRIES = 999
AN_HOUR = 3600
"""No file takes so many seconds to write: a temporary one that is older is left of a program that was killed."""
_WHY = {
    errno.ENOSPC: "the disk is full; free some space or choose another folder",
    errno.EACCES: "this folder can't be written to; choose another one",
    errno.EPERM: "this folder can't be written to; choose another one",
    errno.EROFS: "this folder is read-only; choose another one",
    errno.ENOENT: "this folder is not there any more; choose another one",
    errno.ENOTDIR: "this is not a folder; choose another one",
    errno.ENAMETOOLONG: "the path is too long; choose a folder with a shorter one",
}


def part_of(folder: Path, name: str) -> Path:
    """Return the temporary file that stands for a name until it is finished."""
    return folder / f".{name}.{os.getpid()}.part"


@contextlib.contextmanager
def beside(folder: Path, name: str, data: bytes, like: str = "") -> Iterator[Path]:
    """Write the data to a temporary file in the folder, which is gone afterwards; raise Refused where that fails.

    The data is on the disk for sure after `sync` only, which comes before `settle`. What killed programs left of files
    of this name, or of names `like` this (a pattern), is deleted.
    """
    path = part_of(folder, name)
    try:
        with refusing(folder), path.open("wb") as file:
            file.write(data)
        _sweep(path, like or re.escape(name))
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _sweep(own: Path, like: str) -> None:
    left = re.compile(rf"\.{like}\.\d+\.part")
    with contextlib.suppress(OSError):
        # By the clock of the folder's own computer, which may be another than ours.
        until = own.stat().st_mtime - AN_HOUR
        for path in [each for each in own.parent.iterdir() if left.fullmatch(each.name)]:
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < until:
                    path.unlink()


def sync(temporary: Path) -> None:
    """Wait until a temporary file is on the disk; raise Refused where that fails."""
    with refusing(temporary.parent), temporary.open("rb+") as file:
        os.fsync(file.fileno())


def settle(temporary: Path, name: str) -> Path:
    """Rename a temporary file to its name, or with -2, -3 where that is taken; return where it lies now."""
    with refusing(temporary.parent):
        path = _reserve(temporary.parent, Path(name))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return path


def _reserve(folder: Path, name: Path) -> Path:
    for number in range(1, MOST_TRIES):
        path = folder / (name.name if number == 1 else f"{name.stem}-{number}{name.suffix}")
        with contextlib.suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise refuse("return.names", str(folder), f"there are {MOST_TRIES} files of this name; choose another folder.")


@contextlib.contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """Turn what the operating system says into a refusal with a sentence."""
    try:
        yield
    except OSError as error:
        raise _refusal(folder, error) from error


@contextlib.contextmanager
def put_together() -> Iterator[None]:
    """Turn what is wrong with the folder for temporary files, where a workbook is put together, into a refusal."""
    try:
        yield
    except OSError as error:
        why = "is full" if error.errno == errno.ENOSPC else f"can't be used ({error.strerror or error})"
        raise refuse(
            "return.temporary",
            "",
            f"this computer's folder for temporary files, which workbooks are put together in, {why}. Free some space "
            "there, or ask those who look after your computer. Nothing was written.",
        ) from error


def _refusal(folder: Path, error: OSError) -> Refused:
    why = _WHY.get(error.errno or 0, f"it can't be written here: {error.strerror or error}")
    return refuse("return.folder", str(folder), f"{why}. Nothing was written.")
