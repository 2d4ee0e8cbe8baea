"""The share-safe version as text: to be read in a terminal, or pasted into a letter or a sheet."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from iomsa.outcomes.share_safe import HEADINGS, ShareSafe


def share_safe_text(version: ShareSafe) -> str:
    """Return the version in lines to be read."""
    found = [version.title, *version.notes, version.reason]
    for group, lines in groupby(version.lines, key=lambda line: line.group):
        found.append(f"{group}:")
        for line in lines:
            share = f" ({line.percent})" if line.percent else ""
            said = f"{line.value}{share}{'.' if line.value and line.note else ''} {line.note}".strip()
            found.append(f"  {line.label}: {said}")
    return "\n".join(line for line in found if line)


def share_safe_table(version: ShareSafe) -> str:
    """Return the version with tabs between its columns, for the clipboard."""
    rows = ["\t".join(row) for row in (HEADINGS, *version.lines)] if version.lines else [version.reason]
    return "\n".join((version.title, *version.notes, "", *rows))


def share_safe_data(version: ShareSafe) -> dict[str, Any]:
    """Return the version as plain data."""
    return {
        "title": version.title,
        "notes": list(version.notes),
        "lines": [line._asdict() for line in version.lines],
        "reason": version.reason or None,
    }
