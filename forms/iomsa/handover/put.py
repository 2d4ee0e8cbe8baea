"""Put a sheet for a colleague where it belongs: whole or not at all, and never over another file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from iomsa.returns.files import beside, put_together, refusing, settle, sync


def put(path: Path, make: Callable[[], bytes]) -> Path:
    """Make a workbook and write it under this name, or with -2, -3 where that is taken; return where it lies now.

    Raise Refused where the folder or the disk says no.
    """
    with put_together():
        data = make()
    with refusing(path.parent), beside(path.parent, path.name, data) as temporary:
        sync(temporary)
        return settle(temporary, path.name)
