"""Run verbs inside this process, and files for them to work on."""

import json
import shutil
from pathlib import Path

import pytest
from tests.forms.cli.verbs import Done, Run

from iomsa.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def verb(*argv: str | Path) -> Done:
        capsys.readouterr()
        code = main([str(each) for each in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Done(code, said.out, said.err)

    return verb


@pytest.fixture
def new(tmp_path: Path, run: Run) -> Path:
    """A new scheme file with the period 2026-27."""
    path = tmp_path / "scheme.iomsa"
    assert run("new", path, "--scheme", "Northmoor", "--period", "2026-27").code == 0
    return path


@pytest.fixture(scope="session")
def practice_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.iomsa"
    assert main(["practice", str(path)]) == 0
    return path


@pytest.fixture
def practice(tmp_path: Path, practice_model: Path) -> Path:
    """A copy of the practice scheme of its own."""
    return Path(shutil.copyfile(practice_model, tmp_path / "practice.iomsa"))


@pytest.fixture
def fill(tmp_path: Path, run: Run) -> Run:
    """Fill a scheme file from data, or from the very bytes of an ANSWERS.json."""

    def filled(path: Path, data: object, *options: str) -> Done:
        source = tmp_path / "answers.json"
        source.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        return run("fill", path, source, *options)

    return filled
