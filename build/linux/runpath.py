"""Take the build machine's folders out of programs and libraries: where they look for others is decided on site."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_ELF64 = b"\x7fELF\x02\x01"
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 5, 15, 29


class _Dynamic(NamedTuple):
    """What the loader reads in one file: where its entries lie, the entries, and where their texts begin."""

    offset: int
    entries: list[tuple[int, int]]
    texts: int


def clear(binaries: Iterable[Path]) -> list[Path]:
    """Remove search paths that begin at the root from these files; return the files that had one.

    Paths that begin at the file itself ($ORIGIN) stay: by them Qt finds its own parts.
    """
    changed = []
    for path in binaries:
        data = bytearray(path.read_bytes())
        if remove(data):
            path.write_bytes(data)
            changed.append(path)
    return changed


def remove(data: bytearray) -> bool:
    """Remove the search paths of one program or library (64 bit, little end first) that begin at the root."""
    found = _dynamic(data)
    if found is None:
        return False
    kept = [entry for entry in found.entries if not _is_fixed(data, found.texts, entry)]
    gone = len(found.entries) - len(kept)
    for place, entry in enumerate([*kept, *[(_DT_NULL, 0)] * gone]):
        _ENTRY.pack_into(data, found.offset + place * _ENTRY.size, *entry)
    return gone > 0


def paths(data: bytes | bytearray) -> list[str]:
    """List the search paths of one program or library."""
    found = _dynamic(data)
    if found is None:
        return []
    return [_text(data, found.texts + value) for kind, value in found.entries if kind in {_DT_RPATH, _DT_RUNPATH}]


def _is_fixed(data: bytes | bytearray, texts: int, entry: tuple[int, int]) -> bool:
    kind, value = entry
    if kind not in {_DT_RPATH, _DT_RUNPATH}:
        return False
    return any(part.startswith("/") for part in _text(data, texts + value).split(":"))


def _dynamic(data: bytes | bytearray) -> _Dynamic | None:
    if data[:6] != _ELF64:
        return None
    segments = list(_segments(data))
    for kind, _, offset, _, _, size, _, _ in segments:
        if kind == _PT_DYNAMIC:
            entries = list(_ENTRY.iter_unpack(data[offset : offset + size]))
            end = next((place for place, entry in enumerate(entries) if entry[0] == _DT_NULL), len(entries))
            address = dict(entries[:end]).get(_DT_STRTAB)
            if address is not None:
                return _Dynamic(offset, entries[:end], _offset(segments, address))
    return None


def _segments(data: bytes | bytearray) -> Iterator[tuple[int, ...]]:
    header = _HEADER.unpack_from(data)
    first, size, count = header[5], header[9], header[10]
    for number in range(count):
        yield _SEGMENT.unpack_from(data, first + number * size)


def _offset(segments: list[tuple[int, ...]], address: int) -> int:
    for kind, _, offset, start, _, size, _, _ in segments:
        if kind == _PT_LOAD and start <= address < start + size:
            return offset + address - start
    raise ValueError("This program's own table of texts lies outside of it.")


def _text(data: bytes | bytearray, offset: int) -> str:
    return bytes(data[offset : data.index(b"\0", offset)]).decode("utf-8")
