"""Install the app from its disk image as a person would, check it, remove it, look for traces.

Not run on macOS. What is decided here is tested elsewhere; the tools themselves exist on macOS only.
"""

from __future__ import annotations

import argparse
import platform
import plistlib
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import project
from macos import image, signing
from release import trial


def main(python: str, arguments: list[str]) -> int:
    """Copy the app out of the image into an Applications folder, check what was copied, and remove it."""
    del python
    parser = argparse.ArgumentParser(prog="make.py installed macos", description="Check the disk image.")
    parser.parse_args(arguments)
    if platform.system() != "Darwin":
        raise project.Stop("A disk image can be tried on macOS only.")
    made = image.image_path(project.RELEASE, project.version(), platform.machine())
    if not made.is_file():
        raise project.Stop(f"{made.name} is missing. Make it first: python3 build/make.py macos")
    with tempfile.TemporaryDirectory(prefix="iomsa ") as place:
        try_image(made, Path(place).resolve())
    print("Nothing of it is left.", flush=True)
    return 0


def try_image(made: Path, place: Path) -> None:
    """Install from an image in an empty folder, check, remove; raise Stop where something is wrong."""
    app, home = place / "Applications" / image.APP, place / "home"
    home.mkdir()
    copy_out(made, place / "mounted", app)
    print("Compare it with its signature", flush=True)
    project.do(signing.verify_command(app))
    print("Look at what it tells the system", flush=True)
    project.do(["plutil", "-lint", app / "Contents" / "Info.plist"])
    check_told((app / "Contents" / "Info.plist").read_bytes(), project.version())
    before = trial.listing(app)
    trial.self_check(app / "Contents" / "MacOS" / project.COMMAND, place / "checked", home)
    trial.expect_same(before, trial.listing(app), "Running the app")
    print("Put it in again over itself, as an upgrade does; what it wrote stays", flush=True)
    written = trial.listing(place / "checked")
    shutil.rmtree(app)
    copy_out(made, place / "mounted", app)
    trial.expect_same(written, trial.listing(place / "checked"), "The upgrade")
    print("Remove it", flush=True)
    shutil.rmtree(app)
    expect_gone(app, subprocess.run(["hdiutil", "info", "-plist"], capture_output=True, check=True).stdout, made)


def copy_out(made: Path, mounted: Path, app: Path) -> None:
    """Attach an image, copy the app out of it, and let go of the image again, whatever happens."""
    print(f"Attach {made.name} and copy {app.name} to {app.parent}", flush=True)
    app.parent.mkdir(exist_ok=True)
    project.do(attach_command(made, mounted))
    try:
        if (mounted / "Applications").readlink() != Path("/Applications"):
            raise project.Stop(f"{made.name} has no link to the Applications folder.")
        project.do(["ditto", mounted / image.APP, app])
    finally:
        project.do(["hdiutil", "detach", "-force", mounted])


def attach_command(made: Path, mounted: Path) -> signing.Command:
    """Attach an image to read it only, where no window shows it."""
    return ["hdiutil", "attach", "-readonly", "-nobrowse", "-noautoopen", "-mountpoint", mounted, made]


def check_told(plist: bytes, version: str) -> None:
    """Raise Stop unless an app tells macOS its version, the oldest system, and that .iomsa files open in it."""
    told = plistlib.loads(plist)
    if told.get("CFBundleShortVersionString") != version:
        raise project.Stop(f"The app says it is version {told.get('CFBundleShortVersionString')}, not {version}.")
    if not told.get("LSMinimumSystemVersion"):
        raise project.Stop("The app does not say which macOS it needs.")
    kinds = {kind for entry in told.get("CFBundleDocumentTypes", []) for kind in entry.get("LSItemContentTypes", [])}
    ours = {entry["UTTypeIdentifier"] for entry in told.get("UTExportedTypeDeclarations", []) if names_scheme(entry)}
    if not kinds & ours:
        raise project.Stop("The app does not tell macOS that .iomsa files open in it.")


def names_scheme(entry: Mapping[str, Mapping[str, list[str]]]) -> bool:
    """Tell whether a declared type is that of scheme files."""
    return project.COMMAND in entry.get("UTTypeTagSpecification", {}).get("public.filename-extension", [])


def expect_gone(app: Path, attached: bytes, made: Path) -> None:
    """Raise Stop where the app is still there or its image is still attached."""
    images = [entry.get("image-path") for entry in plistlib.loads(attached).get("images", [])]
    if app.exists() or str(made) in images:
        raise project.Stop("The app or its image is still there after it was removed.")
