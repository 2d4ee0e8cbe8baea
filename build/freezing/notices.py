"""Lay the licences of all that is shipped beside the frozen program, with a page in plain words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import environment
import project
from freezing import notices_table, notices_words
from freezing.notices_facts import Facts, Package, from_text
from freezing.notices_table import Row

NOTICES = "NOTICES.txt"
OUR_LICENCE = "iomsa.txt"
LGPL = "LGPL-3.0-only"
OLDER_LGPL = "LGPL-2.1-or-later"


def put(frozen: Path, python: str | None = None) -> None:
    """Write `licences/` in a frozen folder; raise Stop where something in it has no row in the table."""
    facts = facts_of(frozen, python)
    rows = notices_table.table()
    if missing := notices_table.uncovered(facts.held, rows):
        raise project.Stop(
            "No licence is known for these; add them to build/freezing/licences: " + ", ".join(missing[:20])
        )
    shipped = notices_table.shipped(facts.held, rows)
    target = frozen / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copyfile(project.ROOT / "LICENSE", target / OUR_LICENCE)
    for name in sorted({text for row in shipped for text in row.texts}):
        shutil.copyfile(notices_table.TEXTS / name, target / name)
    text = page(shipped, facts, project.version())
    (target / NOTICES).write_text(text, encoding="utf-8", newline="\n")


def facts_of(frozen: Path, python: str | None = None) -> Facts:
    """Ask the project's interpreter what a frozen folder holds; raise Stop where it can't tell."""
    chosen = python or str(environment.python_in(project.ROOT / ".venv"))
    command = [chosen, "-B", "-m", "freezing.notices_facts", str(frozen.resolve())]
    done = subprocess.run(
        command, cwd=project.ROOT / "build", capture_output=True, encoding="utf-8", env=project.steady(), check=False
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise project.Stop(f"What is in {frozen} can't be told: {last[0]}")
    return from_text(done.stdout)


def version_of(row: Row, facts: Facts) -> str:
    """Return the version of a row, as found out; empty where it is not known.

    A rule is dist:NAME of a Python distribution, crate:NAME of a Rust library, package for that of the system's
    package, the name of a part (notices_facts.versions), or empty.
    """
    kind, _, name = row.version.partition(":")
    if kind == "dist":
        return facts.distributions.get(name, "")
    if kind == "crate":
        return facts.crates.get(name, "")
    if kind == "package":
        package = package_of(row, facts)
        return package.version if package is not None else ""
    return facts.versions.get(kind, "")


def files_of(row: Row, facts: Facts) -> list[str]:
    """List the files of a frozen folder that a row covers, each by its path in `_internal`."""
    return [path for path in facts.held.files if any(notices_table.matches(path, wanted) for wanted in row.files)]


def page(shipped: Sequence[Row], facts: Facts, version: str) -> str:
    """Write NOTICES.txt."""
    by_key = {row.key: row for row in shipped}
    qt = version_of(by_key["qt"], facts) if "qt" in by_key else ""
    parts = [notices_words.opening(version, OUR_LICENCE)]
    parts.append(notices_words.rights(qt, replaceable(shipped, facts, LGPL)))
    older = replaceable(shipped, facts, OLDER_LGPL)
    if older:
        parts.append(notices_words.older_rights(older))
    for group, heading in notices_words.GROUPS.items():
        rows = [row for row in shipped if row.group == group]
        if rows:
            parts.append(notices_words.section(heading, (entry(row, facts, by_key) for row in rows)))
    parts.append(notices_words.credits())
    return "\n\n".join(parts) + "\n"


def replaceable(shipped: Iterable[Row], facts: Facts, licence: str) -> list[str]:
    """List the files under a licence that lets everybody replace them, by their paths in the program's folder."""
    rows = [row for row in shipped if row.licence == licence]
    return [f"{notices_table.INSIDE}/{path}" for row in rows for path in libraries(row, facts)]


def libraries(row: Row, facts: Facts) -> list[str]:
    """List the compiled files of a row; plug-ins and data are named by their folder elsewhere."""
    endings = (".dll", ".pyd", ".dylib")
    found = [path for path in files_of(row, facts) if path.endswith(endings) or ".so" in path]
    return [path for path in found if "/plugins/" not in path]


def entry(row: Row, facts: Facts, by_key: dict[str, Row]) -> str:
    """Describe one row in a few lines."""
    source = row.source
    package = package_of(row, facts)
    if package is not None:
        source = f"{facts.system.capitalize()} source package {package.source} {package.source_version}; {row.source}"
    if row.licence == LGPL:
        source = "named above, under Your rights in Qt"
    if not source and row.inside in by_key:
        source = f"in the source of {by_key[row.inside].name}"
    named = " ".join(filter(None, (row.name, version_of(row, facts))))
    return notices_words.entry(named, row.what, row.licence, row.texts, source)


def package_of(row: Row, facts: Facts) -> Package | None:
    """Return the system's package that a library was taken from; None where it came from elsewhere."""
    if row.group != "system":
        return None
    return next((facts.packages[path] for path in files_of(row, facts) if path in facts.packages), None)
