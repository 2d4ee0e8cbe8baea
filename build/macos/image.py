"""Make the disk image for macOS from the frozen app.

Not run on macOS. What is decided here is tested elsewhere; the tools themselves exist on macOS only.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
from pathlib import Path

import project
from macos import keychain, signing

APP = f"{project.NAME}.app"
SHIPPED = ("licences", "sbom.cdx.json")
DOCUMENT_ICON = "iomsa-file.icns"


def main(python: str, arguments: list[str]) -> int:
    """Sign the app, put it in a disk image beside a link to Applications, and have it notarised where configured."""
    del python
    argparse.ArgumentParser(prog="make.py macos", description="Make the disk image.").parse_args(arguments)
    if platform.system() != "Darwin":
        raise project.Stop("A disk image can be made on macOS only.")
    chosen = signing.settings(os.environ)
    image = image_path(project.RELEASE, project.version(), platform.machine())
    with keychain.holding(chosen) as private:
        make(need_app(project.FROZEN.parent), image, chosen, private)
    print(f"{image.name}: {image.stat().st_size / 1e6:.1f} MB, {signed_by(chosen)}", flush=True)
    return 0


def image_path(folder: Path, version: str, machine: str) -> Path:
    """Name the image by its version and the processor that it is for."""
    return folder / f"{project.COMMAND}-{version}-macos-{machine}.dmg"


def need_app(folder: Path) -> Path:
    """Return the frozen app; raise Stop where it was not made yet."""
    app = folder / APP
    if not (app / "Contents" / "Info.plist").is_file():
        raise project.Stop(f"{APP} is missing. Make it first: python3 build/make.py freeze")
    return app


def signed_by(chosen: signing.Settings) -> str:
    """Say who signed, and whether Apple was asked."""
    if chosen.ad_hoc:
        return "signed by nobody (ad hoc): macOS will ask before it opens the app"
    return f"signed by {chosen.identity}, {'notarised' if chosen.notarises else 'not notarised'}"


def make(app: Path, image: Path, chosen: signing.Settings, private: Path) -> None:
    """Stage the app, sign it, pack it, sign and notarise the image; raise Stop where a step fails."""
    stage = project.WORK / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    staged = stage / APP
    print(f"Stage {APP}", flush=True)
    project.do(["ditto", app, staged])
    add_texts(project.FROZEN, staged)
    add_document_icon(project.WORK / "icons", staged)
    (stage / "Applications").symlink_to("/Applications")
    print("Sign it and all that is in it", flush=True)
    for command in signing.sign_commands(staged, signing.code_in(staged), chosen.identity):
        project.do(command)
    project.do(signing.verify_command(staged))
    print(f"Pack {image.name}", flush=True)
    image.parent.mkdir(parents=True, exist_ok=True)
    project.do(pack_command(stage, image, project.version()))
    for command in signing.image_sign_commands(image, chosen.identity):
        project.do(command)
    if chosen.notarises:
        notarise(image, chosen, private)


def pack_command(stage: Path, image: Path, version: str) -> signing.Command:
    """Pack a folder in a compressed image that can't be written to."""
    name = f"{project.NAME} {version}"
    kind: signing.Command = ["-fs", "HFS+", "-format", "UDZO", "-ov"]
    return ["hdiutil", "create", "-volname", name, "-srcfolder", stage, *kind, image]


def add_texts(frozen: Path, app: Path) -> None:
    """Put the licences and the list of parts into the app, before it is signed; raise Stop where they are missing."""
    inside = app / "Contents" / "Resources"
    for name in SHIPPED:
        source = frozen / name
        if not source.exists():
            raise project.Stop(f"{name} is missing in {frozen}. Make it again: python3 build/make.py freeze")
        if source.is_dir():
            shutil.copytree(source, inside / name, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, inside / name)


def add_document_icon(icons: Path, app: Path) -> None:
    """Put the icon of scheme files into the app, where its list of document types names it; raise Stop."""
    source = icons / DOCUMENT_ICON
    if not source.is_file():
        raise project.Stop(f"{source} is missing. Make it again: python3 build/make.py freeze")
    shutil.copyfile(source, app / "Contents" / "Resources" / DOCUMENT_ICON)


def notarise(image: Path, chosen: signing.Settings, private: Path) -> None:
    """Have Apple look at an image; the key lies in a private folder for as long as that takes."""
    key = private / "notary.p8"
    key.write_bytes(keychain.decoded(chosen.notary_key, "IOMSA_MAC_NOTARY_KEY"))
    print("Have it notarised", flush=True)
    for command in signing.notary_commands(image, key, chosen):
        project.do(command)
    key.unlink()
