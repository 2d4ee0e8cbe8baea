"""Make the package for Debian and Ubuntu from the frozen folder, the same each time."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import shutil
from pathlib import Path

import project
from freezing import notices, sbom
from linux import libraries, texts

ICONS = project.ROOT / "build" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
APP = Path("usr/lib") / project.COMMAND


def main(python: str, arguments: list[str]) -> int:
    """Make the package; `--version` and `--folder` make another one, to try upgrading with."""
    parser = argparse.ArgumentParser(prog="make.py deb", description="Make the package for Debian and Ubuntu.")
    parser.add_argument("--version", default=project.version(), help="another version, to try upgrading with")
    parser.add_argument("--folder", type=Path, default=project.RELEASE, help="where the package goes")
    chosen = parser.parse_args(arguments)
    made = build(python, chosen.version, chosen.folder)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


def build(python: str, version: str, folder: Path, *, quick: bool = False) -> Path:
    """Make the package of a version in a folder and return its path; `quick` packs it loosely, for a trial."""
    libraries.need_linux()
    frozen = project.need_frozen()
    need_tools()
    epoch = project.epoch()
    stage = project.WORK / "deb" / version
    shutil.rmtree(stage, ignore_errors=True)
    place_program(frozen, stage)
    gone = libraries.leave_to_system(stage / APP / "_internal")
    print(f"deb: {len(gone)} libraries are left to the system", flush=True)
    notices.put(stage / APP, python)
    sbom.write(python, stage / APP, stage / APP / "sbom.cdx.json")
    place_icons(python, stage)
    place_texts(stage, version, epoch)
    set_modes(stage)
    needed = libraries.depends(stage, stage / APP / "_internal")
    print(f"deb: it asks for {needed.count(',') + 1} packages with libraries", flush=True)
    place_control(stage, version, needed)
    date(stage, epoch)
    return pack(stage, folder / f"{project.COMMAND}_{version}_amd64.deb", ["-Zgzip", "-z1"] if quick else ["-Zxz"])


def need_tools() -> None:
    """Raise Stop where a tool that makes packages is missing."""
    missing = [tool for tool in ("dpkg-deb", "dpkg-shlibdeps", "objdump") if shutil.which(tool) is None]
    if missing:
        raise project.Stop(
            f"{' and '.join(missing)} missing. This line installs what makes packages: {libraries.TOOLS}"
        )


def place_program(frozen: Path, stage: Path) -> None:
    """Copy the frozen folder to where the package has it, with the command as a link.

    dpkg-shlibdeps knows by the folder DEBIAN where the package begins.
    """
    shutil.copytree(frozen, stage / APP, symlinks=True)
    link = stage / "usr" / "bin" / project.COMMAND
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{project.COMMAND}/{project.COMMAND}")
    (stage / "DEBIAN").mkdir()


def place_icons(python: str, stage: Path) -> None:
    """Draw the icons and put them where desktops look: the program's and its files'."""
    drawn = project.WORK / "icons"
    inside = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    project.do([python, ICONS / "icons.py", drawn], env=inside)
    theme = stage / "usr" / "share" / "icons" / "hicolor"
    for source, kind, name in (("iomsa", "apps", "iomsa"), ("iomsa-file", "mimetypes", "application-x-iomsa")):
        _place(ICONS / f"{source}.svg", theme / "scalable" / kind / f"{name}.svg")
        for size in SIZES:
            _place(drawn / "png" / str(size) / f"{source}.png", theme / f"{size}x{size}" / kind / f"{name}.png")


def place_texts(stage: Path, version: str, epoch: int) -> None:
    """Write all that tells the system about the program: desktop entry, file type, manual, licences, changes."""
    share = stage / "usr" / "share"
    for name, place in (
        ("iomsa.desktop", "applications"),
        ("iomsa.xml", "mime/packages"),
        ("invalid.iomsa.iomsa.metainfo.xml", "metainfo"),
    ):
        _write(share / place / name, texts.filled(name, version, epoch))
    _write(share / "lintian" / "overrides" / "iomsa", texts.filled("lintian-overrides", version, epoch))
    _zip(share / "man" / "man1" / "iomsa.1.gz", texts.filled("iomsa.1", version, epoch))
    about = share / "doc" / project.COMMAND
    changes = (project.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _zip(about / "changelog.gz", texts.changelog(changes, version, epoch))
    shipped = stage / APP / "licences"
    names = [path.relative_to(shipped).as_posix() for path in shipped.rglob("*") if path.is_file()]
    own = (project.ROOT / "LICENSE").read_text(encoding="utf-8")
    _write(about / "copyright", texts.copyright_text(own, names))


def set_modes(stage: Path) -> None:
    """Let everybody read everything and nobody but root write; only the program itself is run."""
    for path in (stage, *stage.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == stage / APP / project.COMMAND else 0o644)


def place_control(stage: Path, version: str, needed: str) -> None:
    """Write what dpkg reads: the control file and a sum of each file."""
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(stage)}\n"
        for path in files
    ]
    kilobytes = sum((path.stat().st_size + 1023) // 1024 for path in files)
    about = stage / "DEBIAN"
    _write(about / "md5sums", "".join(sums))
    _write(about / "control", texts.control(version, needed, kilobytes))
    about.chmod(0o755)
    for path in about.iterdir():
        path.chmod(0o644)


def date(stage: Path, epoch: int) -> None:
    """Give every file, folder and link the date of the build."""
    for path in (stage, *stage.rglob("*")):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def pack(stage: Path, target: Path, how: list[str]) -> Path:
    """Pack a staged folder as root's; the same folder gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    project.do(["dpkg-deb", "--root-owner-group", *how, "--build", stage, target], env=project.steady())
    return target


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _zip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
