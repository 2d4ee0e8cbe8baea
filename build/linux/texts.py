"""The texts of the Debian package: control fields, changelog, copyright, and the templates with their blanks filled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from textwrap import fill

import project

PACKAGE = Path(__file__).resolve().parent / "package"
MAINTAINER = f"{project.PUBLISHER} <nobody@iomsa.invalid>"
"""The project has no address for mail; names under .invalid are nobody's (RFC 2606)."""
ALSO_NEEDED = ("fontconfig", "hicolor-icon-theme", "shared-mime-info")
"""What no library asks for: a font to draw with, a place for icons, and what makes files open by double click."""
DESCRIPTION = f"""\
{project.SUMMARY[0].lower()}{project.SUMMARY[1:]}
 Once a year, a local Integrated Offender Management scheme (police, probation
 and partners) judges its own work against the criteria that joint inspections
 use. This program helps with that. It needs no network and keeps everything
 in one file. It shows how the scheme would be rated and why, and writes an
 Excel return for the inspectors.
 .
 All ratings are self-rated: no inspectorate has rated the scheme.
 .
 Python and Qt come with it; other libraries come from the system.
"""
COPYRIGHT_HEAD = f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {project.NAME}
Upstream-Contact: {MAINTAINER}
Source: the project's own repository; the wheels named in its requirements.lock
Comment:
 The package holds the program and what it runs on: Python, Qt,
 PySide6 and others. /usr/lib/iomsa/licences/NOTICES.txt says which part comes
 under which licence; the full texts lie beside it.
"""

_RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def control(version: str, depends: str, kilobytes: int) -> str:
    """Write the control file of a package of this version that asks for `depends` and takes so many kilobytes."""
    fields = {
        "Package": project.COMMAND,
        "Version": version,
        "Section": "misc",
        "Priority": "optional",
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join([depends, *ALSO_NEEDED]),
        "Description": DESCRIPTION.rstrip("\n"),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def filled(name: str, version: str, epoch: int) -> str:
    """Return a template of `package/` with the version and the day of the build (seconds since 1970) in it."""
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    text = (PACKAGE / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", day)


def changelog(changes: str, version: str, epoch: int) -> str:
    """Write CHANGELOG.md as Debian writes changelogs, from this version down; one it does not name gets one line.

    Releases are dated at noon of their day, others at `epoch`, in seconds since 1970.
    """
    parts = _RELEASE.split(changes)[1:]
    releases = [
        (name, datetime.fromisoformat(f"{day}T12:00:00+00:00"), _points(text))
        for name, day, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]
    shown = [each for each in releases if _order(each[0]) <= _order(version)]
    if not shown or shown[0][0] != version:
        shown.insert(0, (version, datetime.fromtimestamp(epoch, UTC), ["Not released."]))
    return "\n".join(_entry(*each) for each in shown)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _points(text: str) -> list[str]:
    points = re.findall(r"^- (.+(?:\n  .+)*)", text, re.MULTILINE)
    return [re.sub(r"\s+", " ", point) for point in points]


def _entry(version: str, when: datetime, points: list[str]) -> str:
    lines = "".join(_wrapped(point) for point in points)
    return (
        f"{project.COMMAND} ({version}) stable; urgency=medium\n\n{lines}\n -- {MAINTAINER}  {format_datetime(when)}\n"
    )


def _wrapped(point: str) -> str:
    return fill(point, 78, initial_indent="  * ", subsequent_indent="    ") + "\n"


def copyright_text(own: str, licences: Iterable[str]) -> str:
    """Write the copyright file: our own licence, then each file of `licences` by name.

    Raise Stop where ours is not the MIT licence.
    """
    title, _, rest = own.partition("\n\n")
    holder, _, terms = rest.partition("\n\n")
    if title != "MIT License":
        raise project.Stop("LICENSE is not the MIT licence any more: say so in build/linux/texts.py too.")
    listed = "".join(f" /usr/lib/iomsa/licences/{name}\n" for name in sorted(licences))
    return (
        f"{COPYRIGHT_HEAD}\n"
        f"Files: *\nCopyright: {holder.removeprefix('Copyright (c) ')}\nLicense: MIT\n{_indented(terms)}\n"
        "Files: usr/lib/iomsa/_internal/*\n"
        "Copyright: those whom /usr/lib/iomsa/licences/NOTICES.txt names\n"
        f"License: several\n NOTICES.txt says for each part which of these texts it comes under.\n .\n{listed}"
    )


def _indented(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\f", "").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f" {line or '.'}\n" for line in lines)
