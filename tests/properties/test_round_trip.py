"""Whatever is done, in whatever order: the file holds it, undo brings it back, the trail tells it, scores follow."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import full, library
from tests.forms.store.desk import PERIOD, hold, make, reopen
from tests.forms.store.trail import replay
from tests.properties.steps import STEPS, Step, Walk

from iomsa.scoring.score import score

MEMORY = Path("/dev") / "shm"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder in memory where there is one: what a disk does to a file is tested elsewhere."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


@pytest.mark.parametrize("sequences", [1_000, pytest.param(10_000, marks=pytest.mark.proof)])
def test_any_sequence_of_changes_is_kept_undone_told_and_rated(
    folder: Path, sequences: int, request: pytest.FixtureRequest
) -> None:
    model = folder / "model.iomsa"
    with make(model) as file:
        hold(file, full(library(), cases=2))
    walked: list[int] = []

    @settings(max_examples=sequences, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(STEPS, min_size=6, max_size=18))
    def walk(steps: list[Step]) -> None:
        path = folder / "a.iomsa"
        shutil.rmtree(folder / "a back-ups", ignore_errors=True)
        shutil.copyfile(model, path)
        walker = Walk(path)
        try:
            for step in steps:
                walker.do(step)
            shown = walker.session.sheet
        finally:
            walker.file.close()
        with reopen(path) as file:
            assert file.sheet(PERIOD) == shown
            assert score(library(), file.sheet(PERIOD)) == score(library(), shown)
        assert replay(path) == shown
        walked.append(walker.changes)

    walk()
    assert sum(walked) > len(walked)
    text = f"{len(walked):,} sequences with {sum(walked):,} changes kept, undone, told and rated"
    request.node.user_properties.append(("counted", text))
