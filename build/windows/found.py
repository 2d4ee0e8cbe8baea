"""Finds the tools whose own installers do not put them on PATH on Windows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_NSIS = "NSIS/makensis.exe"
_KITS = "Windows Kits/10/bin/10.*/x64/signtool.exe"


def makensis(outside: Mapping[str, str] = os.environ) -> str:
    """Give makensis where NSIS puts it, else its name."""
    return _newest(_NSIS, outside) or "makensis"


def signtool(outside: Mapping[str, str] = os.environ) -> str:
    """Give the newest signtool of the Windows SDK, else its name."""
    return _newest(_KITS, outside) or "signtool"


def _newest(pattern: str, outside: Mapping[str, str]) -> str:
    roots = [Path(outside[name]) for name in ("ProgramFiles(x86)", "ProgramFiles") if outside.get(name)]
    tools = [tool for root in roots for tool in root.glob(pattern)]
    # 10.0.9600.0 comes before 10.0.22621.0.
    tools.sort(key=lambda tool: [int(part) for part in tool.parent.parent.name.split(".") if part.isdigit()])
    return str(tools[-1]) if tools else ""
