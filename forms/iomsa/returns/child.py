"""Read a workbook in a process of its own: bytes in by standard input, cells out as JSON.

Told of a file, it waits for a line on standard input and then reads that file: one that the program itself wrote.
The reader aborts its whole process on some files, so it never runs in the program's own.
"""

from __future__ import annotations

import datetime
import gc
import io
import json
import os
import sys
from collections.abc import Sequence

MEMORY = 1 << 30
"""Bytes of address space that the reader may take, where the system can say so."""

OUTPUT = 100 << 20
"""Bytes of cells that are handed back at most."""

UNREADABLE = 3


def main(arguments: Sequence[str] = ()) -> int:
    """Read one workbook and end the process with 0, or 3 and the reason on standard error."""
    code = _read(*arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    # All is handed over: to give each piece of memory back first would only keep the program waiting.
    os._exit(code)


def _read(path: str = "") -> int:
    _limit_memory()
    # Cells refer to nothing, and the process ends as soon as they are handed over.
    gc.disable()
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    data = _own(path) if path else sys.stdin.buffer.read()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = [
                {
                    "name": meta.name,
                    "hidden": meta.visible != SheetVisibleEnum.Visible,
                    "rows": book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
                }
                for meta in book.sheets_metadata
            ]
    except CalamineError as error:
        sys.stderr.write(str(error))
        return UNREADABLE
    text = json.dumps(sheets, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()
    if len(text) > OUTPUT:
        sys.stderr.write("its cells hold far more text than any return")
        return UNREADABLE
    sys.stdout.buffer.write(text)
    return 0


def _own(path: str) -> bytes:
    if not sys.stdin.buffer.readline():
        # Nothing was written after all.
        return b""
    with io.FileIO(path) as file:
        return file.readall()


def _plain(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1:])
