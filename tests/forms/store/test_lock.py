"""One writer at a time: a second one reads, and is told who writes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from tests.forms.store.desk import PERIOD, choose, chosen, make, reopen

from iomsa.store.lock import Holder, Lock, Locked, lock_path, read_holder, this_computer

HOLD = """
import sys
from pathlib import Path
from iomsa.store.scheme_file import SchemeFile
file = SchemeFile.open(Path(sys.argv[1]), clock=lambda: "2026-03-02T14:02:00", who=lambda: "Ada")
print(file.read_only_because or "writing", flush=True)
sys.stdin.read()
"""


def another_process(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def test_a_file_open_elsewhere_is_read_and_the_sentence_says_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    make(path).close()
    with another_process(path) as process:
        with reopen(path, who="Grace") as file:
            assert "Ada" in file.read_only_because
            assert this_computer() in file.read_only_because
            assert "since 14:02, so" in file.read_only_because
            assert file.session(PERIOD).read_only
            assert chosen(file, "B.a.1") is None
        process.communicate("")
    with reopen(path, who="Grace") as file:
        assert file.read_only_because == ""


def test_the_lock_of_a_killed_program_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.iomsa"
    make(path).close()
    with another_process(path) as process:
        process.kill()
    assert lock_path(path).exists()
    with reopen(path, who="Grace") as file:
        assert file.read_only_because == ""
        assert read_holder(lock_path(path)).name == "Grace"
    assert not lock_path(path).exists()


def test_a_holder_that_has_not_named_itself_yet_is_given_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine who names itself after a moment may do so after many.
    monkeypatch.setattr("iomsa.store.lock._PATIENCE", 60)
    path = tmp_path / "a.iomsa"
    first = Lock(path, Holder())
    naming = Timer(0.03, lock_path(path).write_text, [json.dumps({"computer": "PC-9", "since": "2026-03-02T14:02:00"})])
    naming.start()
    with pytest.raises(Locked) as locked:
        Lock(path, Holder("PC-7"))
    naming.join()
    first.release()
    assert locked.value.holder == Holder("PC-9", "2026-03-02T14:02:00")


def test_the_same_program_can_not_write_a_file_twice(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        with reopen(tmp_path / "a.iomsa") as second:
            assert second.read_only_because.startswith("Ada")
        choose(file.session(PERIOD), "B.a.1", "2")
        with reopen(tmp_path / "a.iomsa") as third:
            assert third.read_only_because
            assert chosen(third, "B.a.1") == "2"


def test_reading_takes_no_lock(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    with reopen(tmp_path / "a.iomsa", read_only=True) as reader, reopen(tmp_path / "a.iomsa") as writer:
        assert reader.read_only_because == "This file was opened to be read only."
        choose(writer.session(PERIOD), "B.a.1", "1")
        assert chosen(reader, "B.a.1") == "1"


def test_a_lock_file_of_nonsense_is_no_obstacle(tmp_path: Path) -> None:
    for text in ("", "nonsense", "[1]", json.dumps({"name": 3})):
        (tmp_path / "x.lock").write_text(text, encoding="utf-8")
        assert isinstance(read_holder(tmp_path / "x.lock"), Holder)


def test_the_lock_names_the_computer_but_never_its_login(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa", who=""):
        text = lock_path(tmp_path / "a.iomsa").read_text(encoding="utf-8")
    said = json.loads(text)
    assert said.pop("since").startswith("2026-03-02T")
    assert said == {"computer": this_computer(), "name": ""}
    assert "USER" not in os.environ or f'"{os.environ["USER"]}"' not in text
