"""The frameworks that the program carries with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from iomsa.framework.load import data_from_path
from iomsa.problems import refuse

DEFAULT = "iom@2026.1"


def shipped() -> tuple[str, ...]:
    """Return the names of all frameworks that are carried, as `iom@2026.1`."""
    return tuple(sorted(f"{path.parent.name}@{path.stem}" for path in _folder().glob("*/*.toml")))


def shipped_data(ref: str) -> Mapping[str, Any]:
    """Return the raw data of a carried framework; raise Refused where there is none of this name."""
    id, _, version = ref.partition("@")
    if ref not in shipped():
        raise refuse(
            "framework.not-carried",
            ref,
            f"this program has no framework of this name; it has {', '.join(shipped())}.",
        )
    return data_from_path(_folder() / id / f"{version}.toml")


def _folder() -> Path:
    return Path(__file__).parents[1] / "criteria"
