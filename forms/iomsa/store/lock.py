"""The lock beside a scheme file: one writer at a time, and who that is."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
import json
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading a locked byte, so the byte lies far behind the text.
    _FAR = 1 << 30

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Holder(NamedTuple):
    """Name who holds a lock: the computer, since when (ISO time), and the name as typed; each may be empty."""

    computer: str = ""
    since: str = ""
    name: str = ""


# A holder names itself a moment after it has the lock, and two windows can be opened at once.
_PATIENCE = 1.0


class Locked(Exception):
    """Say that another holds the lock."""

    def __init__(self, holder: Holder) -> None:
        self.holder = holder
        super().__init__(holder)


class Lock:
    """Hold the operating system's lock on `<file>.lock` from construction to `release`.

    Raise Locked where another holds it, OSError where it can't be made. A lock file that was left over is taken.
    """

    def __init__(self, file: Path, holder: Holder) -> None:
        self._path = lock_path(file)
        self._handle = self._opened()
        _write(self._handle, holder)

    def release(self) -> None:
        """Let the lock go and take its file away; what can't be taken away harms nobody."""
        try:
            if sys.platform == "win32":
                os.close(self._handle)
                self._path.unlink()
            else:
                self._path.unlink()
                os.close(self._handle)
        except OSError:
            return

    def _opened(self) -> int:
        while True:
            handle = _open(self._path)
            try:
                _take(handle)
            except OSError as error:
                os.close(handle)
                if isinstance(error, BlockingIOError | PermissionError):
                    raise Locked(_named_holder(self._path)) from None
                raise
            if self._is_current(handle):
                return handle
            os.close(handle)

    def _is_current(self, handle: int) -> bool:
        # Between opening and locking, the holder before us may have taken its file away.
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not (path.exists() and os.access(path.parent, os.W_OK)):
            raise
    # Another person's, who has the file open or did not close it: it can be locked without being written.
    return os.open(path, os.O_RDONLY)


def lock_path(file: Path) -> Path:
    """Return where the lock of a file stands."""
    return file.with_name(file.name + ".lock")


def this_computer() -> str:
    """Return this computer's name, never its user's."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def read_holder(path: Path) -> Holder:
    """Read who holds a lock; whatever can't be read stays empty."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Holder()
    if not isinstance(found, dict):
        return Holder()
    return Holder(*(str(found.get(field, "")) for field in Holder._fields))


def _named_holder(path: Path) -> Holder:
    end = time.monotonic() + _PATIENCE
    found = read_holder(path)
    while not any(found) and path.exists() and time.monotonic() < end:
        found = read_holder(path)
    return found


def _write(handle: int, holder: Holder) -> None:
    text = json.dumps(holder._asdict(), ensure_ascii=False).encode("utf-8", "replace")
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text)
    except OSError:
        # On a full disk the lock holds all the same; it only can't say who.
        return
