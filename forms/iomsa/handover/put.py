"""Put a sheet for a colleague where it belongs: whole or not at all, and never over another file."""

from __future__ import annotations

from pathlib import Path

from iomsa.problems import Refused
from iomsa.returns.files import beside, put_together, refusing, settle

_RETURN, _SHEET = "No return was written.", "No sheet was written."


def put(path: Path, data: bytes) -> Path:
    """Write the data under this name, or with -2, -3 where that is taken; return where it lies now.

    Raise Refused where the folder or the disk says no.
    """
    try:
        with refusing(path.parent), put_together(), beside(path.parent, path.name, data) as temporary:
            return settle(temporary, path.name)
    except Refused as refused:
        mended = (each._replace(sentence=each.sentence.replace(_RETURN, _SHEET)) for each in refused.problems)
        raise Refused(mended) from refused
