"""What was not proved on Windows is said in the same words by the check and by the page for IT."""

from pathlib import Path

import project
from windows import unproved


def words_of(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").split())


def test_the_page_for_it_says_all_of_it() -> None:
    page = words_of(project.ROOT / "docs" / "it.md")
    assert [sentence for sentence in unproved.SENTENCES if sentence not in page] == []
    assert unproved.NOT_RUN in page
    assert unproved.NOT_RUN in words_of(project.ROOT / "README.md")
