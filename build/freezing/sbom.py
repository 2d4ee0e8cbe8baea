"""Write the list of all that is in a frozen folder in a form that other tools read: CycloneDX 1.6 as JSON."""

from __future__ import annotations

import subprocess
from pathlib import Path

import project

CHILD = "freezing.sbom_child"


def write(python: str, frozen: Path, target: Path) -> None:
    """Write the list with the project's interpreter; raise Stop where it can't be made or is not well-formed."""
    command = [
        *(python, "-B", "-m", CHILD),
        *(str(frozen.resolve()), str(target.resolve())),
        *(project.version(), str(project.epoch())),
    ]
    done = subprocess.run(
        command, cwd=project.ROOT / "build", capture_output=True, encoding="utf-8", env=project.steady(), check=False
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise project.Stop(f"The list of what is in {frozen} can't be made: {last[0]}")
