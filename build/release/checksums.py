"""Write and check the SHA-256 sums of everything that is handed out."""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
from pathlib import Path

import project
from release import naming

SUMS = "SHA256SUMS"
SBOM = "sbom.cdx.json"
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\\0]+)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+~-]*")


def main(python: str, arguments: list[str]) -> int:
    """Write the sums of dist/release; `--check` reads them back, `--tag` compares a tag with the version."""
    del python
    parser = argparse.ArgumentParser(prog="make.py checksums", description="SHA-256 of everything in dist/release.")
    parser.add_argument("--check", action="store_true", help="compare the files with the sums that were written")
    parser.add_argument("--gather", type=Path, metavar="FOLDER", help="first bring here what other machines made")
    parser.add_argument("--tag", help="only compare this tag with the version")
    parser.add_argument("--platform", default=naming.platform_name(), help="what the list of parts is named by")
    chosen = parser.parse_args(arguments)
    if chosen.tag is not None:
        naming.check_tag(chosen.tag, project.version())
        print(f"The tag {chosen.tag} is the version's.")
        return 0
    if chosen.check:
        print(f"{SUMS}: all {verify(project.RELEASE)} files are as they were written.")
        return 0
    if chosen.gather is not None:
        gather(chosen.gather, project.RELEASE)
    copied = copy_sbom(project.FROZEN, project.RELEASE, naming.sbom_name(project.version(), chosen.platform))
    if copied is not None:
        print(f"{copied.name}: the list of what is shipped")
    sys.stdout.write(write(project.RELEASE))
    return 0


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def handed_out(folder: Path) -> list[Path]:
    """List what a folder hands out, by name; raise Stop for anything that is no plain file with a plain name."""
    found = sorted((path for path in folder.iterdir() if path.name != SUMS), key=lambda path: path.name)
    for path in found:
        if path.is_symlink() or not path.is_file():
            raise project.Stop(f"{path.name} in {folder} is not a plain file. Take it away and try again.")
        if not _NAME.fullmatch(path.name):
            raise project.Stop(f"{path.name!r} in {folder} has a name that a list of sums can't hold. Rename it.")
    return found


def write(folder: Path) -> str:
    """Write the sums of a folder in the format of `sha256sum -c` and return them; raise Stop where it is empty."""
    found = handed_out(folder) if folder.is_dir() else []
    if not found:
        raise project.Stop(f"There is nothing in {folder} yet. Make an installer first.")
    text = "".join(f"{digest(path)}  {path.name}\n" for path in found)
    (folder / SUMS).write_text(text, encoding="utf-8", newline="\n")
    return text


def read(folder: Path) -> dict[str, str]:
    """Read the sums of a folder, by name; raise Stop where they are missing or no list of sums."""
    path = folder / SUMS
    if not path.is_file():
        raise project.Stop(f"{SUMS} is missing in {folder}. Write it first: python3 build/make.py checksums")
    sums: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = _LINE.fullmatch(line)
        if parts is None or parts[2] in sums:
            raise project.Stop(f"Line {number} of {path} is not a sum of one more file. Write the list again.")
        sums[parts[2]] = parts[1]
    return sums


def problems(folder: Path) -> list[str]:
    """Say of each file that is changed, missing or extra what is wrong with it, a sentence each."""
    sums = read(folder)
    found = {path.name: path for path in handed_out(folder)}
    changed = [name for name in sorted(sums) if name in found and digest(found[name]) != sums[name]]
    return [
        *(f"{name} is not the file that was summed: its SHA-256 differs. Do not use it." for name in changed),
        *(f"{name} is missing, and its sum is in {SUMS}." for name in sorted(set(sums) - set(found))),
        *(f"{name} has no sum in {SUMS}: nobody vouches for it." for name in sorted(set(found) - set(sums))),
    ]


def verify(folder: Path) -> int:
    """Compare a folder with its sums and return how many files it holds; raise Stop with all that is wrong."""
    wrong = problems(folder)
    if wrong:
        raise project.Stop("\n".join(wrong))
    return len(read(folder))


def copy_sbom(frozen: Path, folder: Path, name: str) -> Path | None:
    """Copy the list of parts from the frozen folder to what is handed out; None where there is none."""
    source = frozen / SBOM
    if not source.is_file():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(source, folder / name))


def gather(source: Path, folder: Path) -> None:
    """Bring together what several machines made, a folder each, once the sums of each are checked; raise Stop."""
    places = sorted(path for path in source.iterdir() if path.is_dir()) if source.is_dir() else []
    if not places:
        raise project.Stop(f"There is no folder in {source} to gather from.")
    folder.mkdir(parents=True, exist_ok=True)
    for place in places:
        print(f"{place.name}: {verify(place)} files are as they were written.")
        for path in handed_out(place):
            if (folder / path.name).exists():
                raise project.Stop(f"{path.name} was made twice, the second time in {place.name}.")
            shutil.copyfile(path, folder / path.name)
