"""One installer's life on one machine: install, check, upgrade, repair, refuse, remove, and look for what is left."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from project import NAME, PUBLISHER
from windows import product
from windows.machine import Machine, check, say
from windows.packages import Made, Package, User
from windows.stub_tree import OLDER_ONLY

FOREIGN = "not ours.txt"
SCHEME = "My scheme é.iomsa"


class Belongings(NamedTuple):
    """What belongs to the user and must outlive every step."""

    scheme: Path
    settings: Path

    def are_kept(self) -> bool:
        """Tell whether they are as they were made."""
        return all(path.is_file() and path.read_text(encoding="utf-8") == "mine" for path in self)


def live(package: Package, older: Made, newer: Made) -> None:
    """Lead one installer through its life; raise Stop at the first thing that is not as it has to be."""
    machine = package.machine
    say(f"{package.title}, {machine.described}")
    mine = _belongings(machine)
    before = machine.traces()
    _installs(package, older)
    if package.opens:
        opened = machine.open_file(mine.scheme)
        both = str(machine.name(package.folder / product.PROGRAM)) in opened and mine.scheme.name in opened
        check(both, "a double-click on a scheme file opens the program with it", opened)
    _checks_itself(package)
    foreign = package.folder / FOREIGN
    foreign.write_text("mine", encoding="utf-8")
    _upgrades(package, older, newer)
    _repairs(package, newer)
    _refuses(package, older, newer)
    check(machine.code(0) == package.uninstall(newer), "uninstalls silently")
    _is_gone(package, newer, {FOREIGN})
    check(foreign.read_text(encoding="utf-8") == "mine", "a user's file in the program's folder is still there")
    foreign.unlink()
    foreign.parent.rmdir()
    check(mine.are_kept(), "the user's scheme file and settings are as before")
    left = sorted(machine.traces() - before)
    if before:
        check(not left, "nothing else is left: every file and registry value is as before", "\n".join(left[:20]))
    for path in mine:
        path.unlink()
    with suppress(OSError):
        mine.settings.parent.rmdir()


def _belongings(machine: Machine) -> Belongings:
    settings = machine.places.local / NAME / "kept by the check.ini"
    mine = Belongings(machine.places.documents / SCHEME, settings)
    settings.parent.mkdir(exist_ok=True)
    for path in mine:
        path.write_text("mine", encoding="utf-8")
    return mine


def _installs(package: Package, made: Made) -> None:
    check(package.install(made) == 0, f"{package.file(made).name} installs silently")
    _is_there(package, made, set())
    machine = package.machine
    if not machine.is_signed:
        say("  - no certificate is configured, so no signature is looked at")
        return
    signed = [package.file(made), *(package.folder / name for name in _signed_names(package))]
    for path in signed:
        check(machine.signature_holds(path), f"{path.name} is signed")


def _signed_names(package: Package) -> list[str]:
    return [product.PROGRAM, product.CONSOLE, *(name for name in package.own if name.endswith(".exe"))]


def _is_there(package: Package, made: Made, foreign: set[str]) -> None:
    found = {name: value for name, value in hashes(package.folder).items() if name not in package.own | foreign}
    wanted = made.contents()
    wrong = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    check(not wrong, f"its {len(wanted)} files are there, whole by SHA-256, and no other", wrong[:10])
    links = [menu / product.SHORTCUT for menu in package.machine.places.menus if (menu / product.SHORTCUT).exists()]
    check(len(links) == 1, "the Start menu has one link", links)
    target = package.machine.name(package.folder / product.PROGRAM)
    data = links[0].read_bytes()
    check(target.encode() in data or target.encode("utf-16-le") in data, "the link leads to the program", target)
    wanted_values = package.values(made.version)
    found_values = _association(package)
    wrong_values = {at: found_values.get(at) for at, value in wanted_values.items() if found_values.get(at) != value}
    check(not wrong_values, f"the {len(wanted_values)} registry values of the association are right", wrong_values)
    entries = package.entries()
    check(len(entries) == 1, "there is one entry under Add or remove programs", entries)
    ((entry),) = entries.values()
    named = entry.get("DisplayVersion"), entry.get("Publisher")
    check(named == (made.version, PUBLISHER), f"it names version {made.version} and the publisher", named)


def _association(package: Package) -> dict[tuple[str, str], str]:
    keys = [rf"{product.CLASSES}\{product.EXTENSION}", rf"{product.CLASSES}\{product.PROG_ID}", product.MACHINE_KEY]
    found: dict[tuple[str, str], str] = {}
    for key in keys:
        found.update(package.machine.registry(rf"{package.hive}\{key}"))
    return found


def _checks_itself(package: Package) -> None:
    folder = package.machine.places.documents / "self-check"
    program = package.folder / product.CONSOLE
    check(package.machine.run([program, "--self-check", folder]) == 0, package.machine.self_check)
    shutil.rmtree(folder, ignore_errors=True)


def _upgrades(package: Package, older: Made, newer: Made) -> None:
    check(package.install(newer) == 0, f"{package.file(newer).name} upgrades {older.version} silently")
    _is_there(package, newer, {FOREIGN})
    check(not (package.folder / OLDER_ONLY).parent.exists(), "what only the older version shipped is gone")


def _repairs(package: Package, newer: Made) -> None:
    (package.folder / product.CONSOLE).unlink()
    (package.folder / product.FILE_ICON).write_text("broken", encoding="utf-8")
    check(package.repair(newer) == 0, "the same version installs again over a damaged one")
    _is_there(package, newer, {FOREIGN})


def _refuses(package: Package, older: Made, newer: Made) -> None:
    code = package.install(older)
    check(code == package.machine.code(package.downgrade_code), "an older version is refused", code)
    _is_there(package, newer, {FOREIGN})
    if not isinstance(package, User):
        return
    with package.machine.running(package.folder / product.PROGRAM):
        code = package.repair(newer)
        check(code == package.running_code, "an upgrade is refused while the program is open", code)
        code = package.try_to_remove(package.machine.places.documents / "remove.cmd")
        check(code == package.running_code, "so is removing it", code)
    _is_there(package, newer, {FOREIGN})


def _is_gone(package: Package, made: Made, foreign: set[str]) -> None:
    left = set(hashes(package.folder)) - foreign if package.folder.exists() else set()
    check(not left, "its files are gone", sorted(left)[:10])
    folders = [path for path in package.folder.rglob("*") if path.is_dir()]
    check(not folders, "so are its folders, but for one with a file that is not ours", folders)
    links = [menu / product.SHORTCUT for menu in package.machine.places.menus if (menu / product.SHORTCUT).exists()]
    check(not links, "its link in the Start menu is gone", links)
    values = _association(package).keys() & package.values(made.version).keys()
    check(not values, "its registry values are gone", values)
    check(not package.entries(), "its entry under Add or remove programs is gone")


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder by its path."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
