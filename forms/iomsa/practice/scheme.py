"""The practice scheme, Northmoor: a made-up scheme in three periods, read from the data files beside this."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.load import data_from_path
from iomsa.framework.model import Framework
from iomsa.practice.build import build_sheet
from iomsa.practice.build_people import with_people
from iomsa.problems import refuse

FRAMEWORK = "iom@2026.1"
"""The framework whose questions the practice scheme answers."""

PERIODS = ("2023-24", "2024-25", "2025-26")


def practice_sheets(framework: Framework) -> tuple[AnswerSheet, ...]:
    """Return the sheets of all periods, earliest first, the same each time; raise Refused for another framework."""
    if framework.ref != FRAMEWORK:
        raise refuse(
            "practice.framework",
            framework.ref,
            f"the practice scheme answers the questions of {FRAMEWORK} alone.",
        )
    folder = Path(str(files("iomsa.practice"))) / "northmoor"
    *earlier, latest = (build_sheet(framework, data_from_path(folder / f"{name}.toml")) for name in PERIODS)
    people = data_from_path(folder / f"{PERIODS[-1]}.people.toml")
    return (*earlier, with_people(framework, latest, people))
