"""The one door for everything that is run from outside: the app, its tests, proofs, measurements and installers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module

import environment
import project
import system
from project import ROOT

SELF_CHECK = "self-check"
USAGE = """\
python3 build/make.py VERB [arguments]     (Windows: py build\\make.py VERB)

  run [arguments of the app]    open the app; where there is no screen, check it without one
  test [arguments of pytest]    run what this machine can
  bench                         measure the contracts
  proof                         run the long proofs
  setup                         make .venv and install what the tests need, run nothing

Installers, made in dist/ from what `freeze` made:

  freeze                        build the wheel and the frozen app; check itself with it
  deb                           Debian and Ubuntu package
  tar                           Linux folder in one archive
  windows                       MSI, per-user installer and zip
  macos                         disk image
  checksums                     SHA-256 of everything in dist/release
  installed [deb|tar|windows|macos]
                                install it, check what was installed, upgrade it, remove it, look for traces
  clean                         remove dist/
"""
RUNS = ("run", "test", "bench", "proof", "setup")
MAKES = {
    "freeze": "freezing.freeze",
    "deb": "linux.deb",
    "tar": "linux.tar",
    "windows": "windows.installers",
    "macos": "macos.image",
    "checksums": "release.checksums",
    "installed": "release.installed",
    "clean": "release.clean",
}
"""The module of each verb that makes something to hand out; its `main` takes the interpreter and the arguments."""


def app_command(arguments: list[str], screen: bool) -> list[str]:
    """Give the arguments that start the app: as asked; else on the practice scheme, or the check without a screen."""
    if not arguments:
        arguments = ["--practice"] if screen else ["--self-check", SELF_CHECK]
    return ["-m", "iomsa_desktop.main", *arguments]


def pytest_command(verb: str, arguments: list[str]) -> list[str]:
    """Give the arguments that start pytest for `test`, `proof` or `bench`."""
    chosen = {
        "test": ["-n", "2"],
        "proof": ["-n", "2", "--timeout=0", "-m", "proof or hypothesis"],
        "bench": ["tests/benchmarks", "-s", "--timeout=0", "-m", "bench"],
    }[verb]
    return ["-m", "pytest", *chosen, *arguments]


def test_environment(verb: str, outside: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a pytest run: no screen unless one is asked for; proofs run long."""
    inside = {"QT_QPA_PLATFORM": "offscreen", **outside}
    return {**inside, "IOMSA_PROOF": "1"} if verb == "proof" else inside


def run(python: str, arguments: list[str]) -> int:
    """Open the app on the screen, or check it in a folder where there is none."""
    screen = system.prepare_screen(python)
    inside = dict(os.environ)
    if not screen:
        inside["QT_QPA_PLATFORM"] = "offscreen"
        if not arguments:
            print(
                f"There is no screen here, so the app checks itself without one, in {ROOT / SELF_CHECK}",
                flush=True,
            )
    return subprocess.run([python, *app_command(arguments, screen)], cwd=ROOT, env=inside, check=False).returncode


def test(python: str, verb: str, arguments: list[str]) -> int:
    """Run pytest for one of its verbs."""
    system.install_missing_parts()
    command = [python, *pytest_command(verb, arguments)]
    return subprocess.run(command, cwd=ROOT, env=test_environment(verb, os.environ), check=False).returncode


def main(arguments: list[str]) -> int:
    """Do what the first argument says; return the exit status."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb not in {*RUNS, *MAKES}:
        print(USAGE)
        return 0 if verb in {"-h", "--help"} else 2
    try:
        python = str(environment.prepare(ROOT))
        return start(verb, python, rest)
    except (environment.NotReady, project.Stop) as problem:
        print(problem)
        return 1


def start(verb: str, python: str, rest: list[str]) -> int:
    """Do what a verb says with the project's interpreter; return the exit status."""
    if verb in MAKES:
        made: int = import_module(MAKES[verb]).main(python, rest)
        return made
    if not system.prepare_qt(python):
        return 1
    if verb == "run":
        return run(python, rest)
    if verb == "setup":
        system.install_missing_parts()
        return 0
    return test(python, verb, rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
