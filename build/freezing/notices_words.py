"""Hold the words of NOTICES.txt: what is in, what the licences allow, and where the sources are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

import project

WIDTH = 78
GROUPS = {
    "python": "Python and what is installed for it",
    "qt": "Qt and what is compiled into it",
    "system": "Libraries of the system that the program was made on",
}


def opening(version: str, licence: str) -> str:
    """Say what this page is, and under what licence the program is."""
    title = f"{project.NAME} {version}: licences"
    return "\n\n".join(
        (
            f"{title}\n{'=' * len(title)}",
            _wrap(
                f"{project.NAME} is free software under the MIT licence ({licence}). You may use it, copy it, change it"
                " and pass it on; keep the licence with it. It comes without warranty."
            ),
            _wrap(
                "It stands on the work of many others, which is in this folder too, each under a licence of its own."
                " This page names all of it, and each licence by its name in the SPDX list. The texts of the licences"
                " are the files beside this page. The list for machines is sbom.cdx.json, which comes with the program."
            ),
        )
    )


def rights(qt: str, files: Sequence[str]) -> str:
    """Say what the LGPL lets everybody do with Qt, how, and where its source is."""
    minor = ".".join(qt.split(".")[:2])
    return "\n\n".join(
        (
            heading("Your rights in Qt"),
            _wrap(
                f"The window is drawn by Qt {qt}, through Qt for Python (PySide6) and Shiboken {qt}. All three are used"
                " under the GNU Lesser General Public License, version 3 (LGPL-3.0.txt, which builds on GPL-3.0.txt)."
                " We use them unchanged, as the Qt project publishes them for Python."
            ),
            _wrap(
                "You may change Qt, Qt for Python and Shiboken, and use this program with your own version of them."
                " They are not mixed into the program: they are files of their own, named below, and Qt's plug-ins are"
                " in the folder plugins beside them. To use your version, close the program, put your file in the"
                " place of ours under the same name, and start the program again. It has to have the same interface,"
                f" as any later {minor} has. Where the program's folder may not be written to, copy the"
                " whole folder to a place of your own and do it there; the program runs from any folder. Nothing in"
                " the program looks at these files or stops you. On a managed computer, the people who run it may have"
                " to allow a file that they have not signed or approved."
            ),
            _wrap(
                "You may also take this program apart and reverse engineer it to find faults in such changes. No term"
                " of ours forbids that."
            ),
            "The files:\n" + "\n".join(f"  {path}" for path in files),
            "The complete source of Qt and Qt for Python, for everybody and without charge:\n"
            + "\n".join(_sources(qt)),
        )
    )


def _sources(qt: str) -> list[str]:
    minor = ".".join(qt.split(".")[:2])
    folder = f"https://download.qt.io/archive/qt/{minor}/{qt}/submodules/"
    return [
        f"  {folder}",
        f"    qtbase-everywhere-src-{qt}.tar.xz, qtsvg-everywhere-src-{qt}.tar.xz,",
        f"    qtwayland-everywhere-src-{qt}.tar.xz",
        f"  https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{qt}-src/",
        f"    pyside-setup-everywhere-src-{qt}.tar.xz (Qt for Python and Shiboken)",
        f"  https://code.qt.io/cgit/ (the same, tag v{qt}: qt/qtbase, qt/qtsvg, qt/qtwayland, pyside/pyside-setup)",
    ]


def older_rights(files: Sequence[str]) -> str:
    """Say the same of the libraries under the older LGPL."""
    return "\n\n".join(
        (
            heading("The same rights in these libraries"),
            _wrap(
                "These are under the GNU Lesser General Public License, version 2.1 or later (LGPL-2.1.txt). You may"
                " change and replace them in the same way. They are the unchanged files of the system that the program"
                " was made on; their source is in its source packages, named further down."
            ),
            "\n".join(f"  {path}" for path in files),
        )
    )


def section(title: str, entries: Iterable[str]) -> str:
    """Put entries under a heading."""
    return "\n\n".join((heading(title), *entries))


def entry(named: str, what: str, licence: str, texts: Sequence[str], source: str) -> str:
    """Write one entry: name and version, what it does, licence, texts, source."""
    lines = [named, f"  {what[:1].upper()}{what[1:]}.", f"  Licence: {licence} ({', '.join(texts)})"]
    if source:
        lines.append(f"  Source: {source}")
    return "\n".join(lines)


def credits() -> str:
    """Say what some licences ask to be said."""
    return "\n\n".join(
        (
            heading("Credits"),
            _wrap(
                "Portions of this software are copyright The FreeType Project (www.freetype.org). All rights reserved."
            ),
            _wrap(
                "Qt is a trade mark of The Qt Company Ltd. Python is a trade mark of the Python Software Foundation."
                " Neither has to do with this program."
            ),
        )
    )


def heading(text: str) -> str:
    """Underline a heading."""
    return f"{text}\n{'-' * len(text)}"


def _wrap(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
