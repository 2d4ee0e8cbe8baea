"""The wheel holds the three packages whole, with their data, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def shipped_files() -> set[str]:
    """List every file under the three packages, by its path in the wheel."""
    return {
        path.relative_to(source).as_posix()
        for source in (ROOT / "forms", ROOT / "desktop", ROOT / "resources")
        for path in source.glob("iomsa*/**/*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_packages_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    before = shipped_files()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        (entry,) = [name for name in held if name.endswith("entry_points.txt")]
        assert "iomsa = iomsa_desktop.main:main" in archive.read(entry).decode()
    assert {name for name in held if ".dist-info/" not in name} == before
