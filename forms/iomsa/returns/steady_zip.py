"""Pack a zip archive again with one time for all parts, so that the same parts give the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable


def steadied(data: bytes, time: datetime.datetime, filled: Callable[[str, bytes], bytes]) -> bytes:
    """Return the archive packed, each part with this time instead of the time of the day; a zip knows no 1979.

    `filled` gives what stands in a part, by its name and what stood there before.
    """
    stamp = max(time, datetime.datetime(1980, 1, 1, tzinfo=time.tzinfo)).timetuple()[:6]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = filled(name, source.read(name))
            archive.writestr(zipfile.ZipInfo(name, stamp), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()
