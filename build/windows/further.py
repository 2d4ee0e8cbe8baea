"""What is tried besides an installer's life: two installers at once, a foreign association, the archive, tampering."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

from windows import product
from windows.machine import Machine, check, long_key, say
from windows.packages import Made, Msi, User
from windows.trial import hashes

OTHER = "SomebodyElse.Scheme"


def both(machine: Machine, newer: Made) -> None:
    """See that the per-user installer stays away silently where the package for everyone is."""
    say(f"Both installers, {machine.described}")
    everyone, user = Msi(machine), User(machine)
    check(everyone.install(newer) == 0, "the MSI installs silently")
    code = user.install(newer)
    check(code == user.for_all_code, "the per-user installer says that the program is there for everyone", code)
    check(not user.folder.exists() and not user.entries(), "it changed nothing")
    check(everyone.uninstall(newer) == 0, "the MSI uninstalls silently")


def foreign_association(machine: Machine, newer: Made) -> None:
    """See that removing the per-user installer leaves an association that another program took over."""
    say(f"An association that another program took over, {machine.described}")
    user = User(machine)
    key = rf"HKCU\{product.CLASSES}\{product.EXTENSION}"
    check(user.install(newer) == 0, "the per-user installer installs silently")
    check(machine.run(["reg", "add", key, "/ve", "/d", OTHER, "/f"]) == 0, "another program takes the files over")
    check(user.uninstall(newer) == 0, "the per-user installer uninstalls silently")
    found = machine.registry(key)
    check(found.get((long_key(key), "")) == OTHER, "the other program's association is still there", found)
    machine.run(["reg", "delete", key, "/f"])


def archive_runs(machine: Machine, older: Made, newer: Made) -> None:
    """Unpack the archive to a folder with an odd name, run it there, update it, delete it."""
    say(f"Zip, {machine.described}")
    before = machine.traces()
    home = machine.places.documents / "Ordner ä & (1)"
    folders = []
    for made in (older, newer):
        with zipfile.ZipFile(made.zip) as opened:
            opened.extractall(home)
        folder = home / made.zip.stem
        folders.append(folder)
        wanted = made.contents()
        found = {name: value for name, value in hashes(folder).items() if name in wanted}
        check(found == wanted, f"{made.zip.name} unpacks to {len(found)} files, whole by SHA-256")
        code = machine.run([folder / product.CONSOLE, "--self-check", home / "self-check"])
        check(code == 0, machine.self_check, code)
        if machine.is_signed:
            check(machine.signature_holds(folder / product.PROGRAM), f"its {product.PROGRAM} is signed")
    shutil.rmtree(folders[0])
    check(folders[1].is_dir(), "the older folder goes, the newer one stays")
    shutil.rmtree(home)
    left = sorted(machine.traces() - before)
    if before:
        check(not left, "deleting the folder leaves nothing", "\n".join(left[:10]))


def tampering(machine: Machine, made: Made, work: Path) -> None:
    """Change one byte of each installer and of a program, and see that it is found."""
    say("Tampering")
    sums = work / "SHA256SUMS"
    paths = [made.msi, made.user, made.zip]
    sums.write_text("".join(f"{_sum(path)}  {path.name}\n" for path in paths), encoding="ascii")
    program = work / product.PROGRAM
    with zipfile.ZipFile(made.zip) as opened:
        program.write_bytes(opened.read(f"{made.zip.stem}/{product.PROGRAM}"))
    for path in (*paths, program):
        changed = work / f"changed-{path.name}"
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        changed.write_bytes(data)
        if path != program:
            line = f"{_sum(changed)}  {path.name}"
            found = line not in sums.read_text(encoding="ascii")
            check(found, f"SHA256SUMS tells one changed byte of {path.name}")
        if path != made.zip and machine.is_signed:
            check(machine.signature_holds(path), f"the signature of {path.name} holds")
            check(not machine.signature_holds(changed), "it no longer does after one changed byte")
        changed.unlink()


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
