"""Remove rows about people as a user without rights and print what came of it, as a line of JSON."""

from __future__ import annotations

import importlib
import json
import resource
import signal
import sys
from pathlib import Path

from tests.forms.store.desk import reopen
from tests.forms.store.removing import names_of, sheets_of
from tests.forms.store.unprivileged import drop_rights

from iomsa.problems import Refused
from iomsa.store.removal import copies_beside
from iomsa.store.removal_totals import without_people

SMALL = 60_000
"""Bytes that a file may have where no small disk can be mounted."""


def outcome(path: Path) -> dict[str, list[str]]:
    with reopen(path) as file:
        try:
            done = file.remove_people(names_of(file))
        except Refused as refused:
            return {"refused": [each for problem in refused.problems for each in (problem.code, str(problem))]}
    return {
        "cleaned": list(done.cleaned),
        "deleted": list(done.deleted),
        "left": [each for problem in done.left for each in (problem.code, str(problem))],
    }


def main(path: Path, *, limited: bool) -> None:
    # What is imported later may lie where nobody may read.
    for module in ("sqlite_utils", "tempfile"):
        importlib.import_module(module)
    for each in (path, *copies_beside(path)):
        with reopen(each, read_only=True) as file:
            for sheet in sheets_of(file):
                without_people(file.framework(sheet.period.framework), sheet, "", "")
    drop_rights()
    if limited:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    sys.stdout.write(json.dumps(outcome(path)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), limited="limited" in sys.argv[2:])
