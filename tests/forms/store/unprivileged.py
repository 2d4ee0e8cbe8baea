"""Do things with a scheme file as a user without rights and print what came of each, as a line of JSON.

Root writes anywhere, so where this runs as root it first becomes the user nobody.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.forms.store.desk import PERIOD, choose, chosen, make, reopen

from iomsa.problems import Refused
from iomsa.store.scheme_file import SchemeFile

NOBODY = 65534


def drop_rights() -> None:
    """Become the user nobody, if this is root."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def create(path: Path) -> str:
    make(path).close()
    return "made"


def create_without_room(path: Path) -> str:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    return create(path)


def read(path: Path) -> str:
    with reopen(path) as file:
        return f"{chosen(file, 'B.a.1')}; {file.read_only_because}"


def look_for_private_copies(path: Path) -> str:
    """Open a file and say what lies in the folder for temporary files meanwhile."""
    with reopen(path) as file:
        found = Path(tempfile.gettempdir()).glob(f"iomsa-????????/{path.name}*")
        return f"{chosen(file, 'B.a.1')}; {[each.name for each in found]}"


def fill_the_disk(path: Path) -> str:
    """Write until the disk is full, take the ballast away that lies on it, and go on."""
    return _write_until_refused(path, (path.parent / "ballast").unlink)


def reach_the_limit(path: Path) -> str:
    """Write until the file may grow no more, as on a disk with quotas, allow more, and go on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, most))
    return _write_until_refused(path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))


def _write_until_refused(path: Path, make_room: Callable[[], None]) -> str:
    with reopen(path) as file:
        session = file.session(PERIOD)
        refused = _until_refused(file)
        whole = file.sheet(PERIOD) == session.sheet
        make_room()
        choose(session, "B.a.1", "1")
        return f"{refused}; {whole}; {file.sheet(PERIOD) == session.sheet}"


def _until_refused(file: SchemeFile) -> str:
    for number in range(1000):
        try:
            choose(file.session(PERIOD), "B.a.1", "2", f"{number} " * 4000)
        except Refused as refused:
            return refused.problems[0].code
    return "never"


ACTIONS: dict[str, Callable[[Path], str]] = {
    "create": create,
    "create-without-room": create_without_room,
    "read": read,
    "look-for-private-copies": look_for_private_copies,
    "fill-the-disk": fill_the_disk,
    "reach-the-limit": reach_the_limit,
}


def results(path: Path, names: list[str]) -> Iterator[list[str]]:
    for name in names:
        try:
            yield ["done", ACTIONS[name](path)]
        except Refused as refused:
            yield [refused.problems[0].code, refused.problems[0].sentence]


if __name__ == "__main__":
    # What is imported later may lie where nobody may read.
    importlib.import_module("sqlite_utils")
    drop_rights()
    for result in results(Path(sys.argv[1]), sys.argv[2:]):
        sys.stdout.write(json.dumps(result) + "\n")
