"""A scheme file is made, opened, worked on and closed; what was in it is there again."""

import stat
from pathlib import Path

import pytest
from tests.builders import blank, full, iom, iom_data, library, library_data, with_move
from tests.forms.store.desk import PERIOD, choose, chosen, clock, hold, make, refusal, reopen
from tests.forms.store.trail import trail

from iomsa.answers.period import make_period
from iomsa.answers.sheet import Counts, ReturnedCases
from iomsa.framework.digest import hash_of
from iomsa.session import edits
from iomsa.store.from_sheets import create_from_sheets
from iomsa.store.scheme_file import SchemeFile


def test_a_new_file_holds_the_scheme_the_period_and_the_framework(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        assert [period.name for period in file.periods()] == [PERIOD]
        assert file.latest() == make_period(PERIOD, library().ref)
        assert file.framework(library().ref) == library()
        assert hash_of(file.framework_data(library().ref)) == library().hash
        assert file.sheet(PERIOD).profile["library.name"].value == "Northmoor"
        assert (file.practice, file.read_only_because, file.backups()) == (False, "", ())


def test_an_answer_is_there_after_closing(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2", "A note — with ünïcode\nand two lines")
        before = file.session(PERIOD).sheet
    with reopen(tmp_path / "a.iomsa") as file:
        assert file.sheet(PERIOD) == before


@pytest.mark.parametrize("name", ["a.iomsa", "50% #1? & Nörthmoor's.iomsa", "no suffix"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with make(tmp_path / name) as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    assert (tmp_path / name).is_file()
    with reopen(tmp_path / name) as file:
        assert chosen(file, "B.a.1") == "1"


def test_a_closed_file_leaves_nothing_beside_it_but_back_ups(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a back-ups", "a.iomsa"]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    head = (tmp_path / "a.iomsa").read_bytes()[:100]
    assert head[68:72] == b"IOMS"
    assert head[18:20] == b"\x01\x01", "WAL breaks on network drives"


def test_an_existing_path_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.iomsa").write_text("mine")
    assert "already" in refusal("store.exists", lambda: make(tmp_path / "a.iomsa"))
    assert (tmp_path / "a.iomsa").read_text() == "mine"


def test_a_failed_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("iomsa.store.making.settle", full_disk)
    refusal("store.full", lambda: make(tmp_path / "a.iomsa"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_while_ours_is_made_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: False)
    (tmp_path / "a.iomsa").write_text("mine")
    refusal("store.exists", lambda: make(tmp_path / "a.iomsa"))
    assert (tmp_path / "a.iomsa").read_text() == "mine"


def test_a_journal_of_an_earlier_file_never_gets_into_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "a.iomsa-journal").write_bytes(b"not empty")
    refusal("store.journal-left", lambda: make(tmp_path / "a.iomsa"))


@pytest.mark.parametrize("framework", [iom(), library()])
def test_a_whole_sheet_goes_in_and_comes_out(tmp_path: Path, framework: object) -> None:
    data = iom_data() if framework == iom() else library_data()
    known = iom() if framework == iom() else library()
    sheet = with_move(full(known, cases=3), known.standards[0].questions[0].id, "good")
    with create_from_sheets(tmp_path / "a.iomsa", data, [sheet], practice=True, clock=clock, who=str) as file:
        assert file.sheet(PERIOD) == sheet
        assert file.practice


def test_an_imported_sheet_replaces_what_the_period_held(tmp_path: Path) -> None:
    counts = ReturnedCases(4, 3, (("SV", Counts(2, 1, 0)), ("RT", Counts())))
    with make(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "2")
        hold(file, full(library(), cases=2))
        sheet = blank(library())._replace(returned_cases=counts)
        hold(file, sheet)
        assert file.sheet(PERIOD) == sheet == file.session(PERIOD).sheet


def test_other_wordings_under_a_known_name_are_refused(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        other = {**library_data(), "title": "Another"}
        refusal("store.framework-differs", lambda: file.add_period(make_period("2026-27", ""), other))
        assert [period.name for period in file.periods()] == [PERIOD]


def test_a_new_period_takes_only_the_schemes_name_along(tmp_path: Path) -> None:
    period = make_period("2025-26", iom().ref)
    path = tmp_path / "a.iomsa"
    with SchemeFile.create(path, iom_data(), period, "Northmoor", practice=False, clock=clock, who=str) as file:
        hold(file, full(iom(), cases=2))
        file.add_period(make_period("2026-27", ""))
        assert [each.name for each in file.periods()] == ["2025-26", "2026-27"]
        new = file.sheet("2026-27")
        assert set(new.profile) == {"scheme.name", "scheme.code"}
        assert (new.answers, new.cases, new.moves, new.period.framework) == ({}, {}, {}, iom().ref)


def test_periods_stand_by_their_end(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        file.add_period(make_period("2019-20", ""))
        file.add_period(make_period("Spring", "", "2026-04-01", "2026-06-30"))
        assert [period.name for period in file.periods()] == ["2019-20", "2025-26", "Spring"]
        assert file.latest().name == "Spring"


def test_a_period_is_added_once(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        refusal("period.exists", lambda: file.add_period(make_period(PERIOD, "")))
        assert "2025-26" in refusal("period.unknown", lambda: file.sheet("1999-00"))


def test_undo_gives_value_author_and_date_back(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa", who="Ada") as file:
        choose(file.session(PERIOD), "B.a.1", "2", "as it was")
        before = file.sheet(PERIOD)
    with reopen(tmp_path / "a.iomsa", who="Grace") as file:
        session = file.session(PERIOD)
        choose(session, "B.a.1", "0", "changed")
        assert file.sheet(PERIOD).answers["B.a.1"].by == "Grace"
        session.undo()
        assert file.sheet(PERIOD) == before
        assert [entry.cause for entry in trail(file.path, key="B.a.1")] == ["edit", "edit", "undo"]
        assert trail(file.path)[-1].actor == "Grace"


def test_cases_keep_their_order(tmp_path: Path) -> None:
    with make(tmp_path / "a.iomsa") as file:
        session = file.session(PERIOD)
        for ref in ("Z", "A", "M"):
            stamp = edits.Stamp(*session.stamp())
            session.change("case", edits.add_case(session.sheet, ref, stamp))
        session.change("answer", edits.case_answer(session.sheet, "A", "SV", edits.Stamp("Ada", "now"), choice="no"))
        session.change("gone", edits.remove_case(session.sheet, "A"))
        session.undo()
        assert list(file.sheet(PERIOD).cases) == ["Z", "A", "M"] == list(session.sheet.cases)
        assert file.sheet(PERIOD) == session.sheet


def test_a_back_up_is_as_private_as_its_file(tmp_path: Path) -> None:
    make(tmp_path / "a.iomsa").close()
    (tmp_path / "a.iomsa").chmod(0o600)
    with reopen(tmp_path / "a.iomsa") as file:
        choose(file.session(PERIOD), "B.a.1", "1")
        assert stat.S_IMODE(file.backups()[0].path.stat().st_mode) == 0o600


def test_a_copy_holds_all_and_can_be_written_where_the_file_can_not(tmp_path: Path) -> None:
    path, target = tmp_path / "a.iomsa", tmp_path / "own" / "copy.iomsa"
    target.parent.mkdir()
    with make(path) as file:
        choose(file.session(PERIOD), "B.a.1", "2")
    path.chmod(0o440)
    with reopen(path, read_only=True) as file:
        file.save_copy(target)
    assert target.stat().st_mode & 0o777 == 0o640
    with reopen(target) as copy:
        assert copy.read_only_because == ""
        choose(copy.session(PERIOD), "B.a.1", "3")
    assert [each.name for each in sorted(target.parent.iterdir())] == ["copy back-ups", "copy.iomsa"]
    with reopen(path, read_only=True) as file:
        assert chosen(file, "B.a.1") == "2"


def test_a_copy_never_goes_over_a_file_nor_where_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "taken.iomsa").write_text("mine", encoding="utf-8")
    with make(tmp_path / "a.iomsa") as file:
        refusal("store.exists", lambda: file.save_copy(tmp_path / "taken.iomsa"))
        refusal("store.exists", lambda: file.save_copy(tmp_path / "a.iomsa"))
        refusal("store.no-folder", lambda: file.save_copy(tmp_path / "none" / "b.iomsa"))
    assert (tmp_path / "taken.iomsa").read_text(encoding="utf-8") == "mine"
