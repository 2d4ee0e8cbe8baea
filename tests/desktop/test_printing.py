"""What is printed: every question, who does what, and a PDF that is written or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import iom, library

from iomsa.framework.find import prompts
from iomsa.framework.model import Framework
from iomsa.problems import Refused
from iomsa_desktop.dialogs.print_out import PrintOutDialog
from iomsa_desktop.look import Look, load_theme
from iomsa_desktop.printing import save_pdf
from iomsa_desktop.printing_texts import WHO, blank_questions, who_does_what


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return " ".join(document.toPlainText().split())


@pytest.mark.parametrize("framework", [iom(), library()], ids=lambda each: each.id)
def test_every_question_is_on_paper(qapp: QApplication, framework: Framework) -> None:
    text = plain(blank_questions(framework))
    for prompt in prompts(framework):
        assert f"{prompt.id} {prompt.text}" in text
    for question in framework.case_review.questions:
        assert question.text in text
    for item in framework.profile:
        assert item.label in text


def test_who_does_what_adds_up(qapp: QApplication) -> None:
    text = plain(who_does_what(iom()))
    first = iom().standards[0]
    assert f"{first.id} {first.title}" in text
    minutes = sum(prompt.minutes for prompt in prompts(iom()) if "analyst" in prompt.agency)
    count = sum("analyst" in prompt.agency for prompt in prompts(iom()))
    assert f"analyst {count} {minutes}" in text


def test_words_of_a_framework_are_not_taken_for_html(qapp: QApplication) -> None:
    framework = library()._replace(title="Books & <b>shelves</b>")
    assert "Books & <b>shelves</b>" in plain(blank_questions(framework))


def test_a_pdf_is_written(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "who.pdf"
    save_pdf(who_does_what(iom()), WHO, path)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_gone_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be written there"):
        save_pdf("<p>x</p>", "x", tmp_path / "gone" / "x.pdf")


def test_the_dialog_says_where_it_saved_or_why_not(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PrintOutDialog(Look(load_theme("light"), 1.0, qapp.font()), WHO, "<p>x</p>", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_to(tmp_path / "x.pdf")
    assert dialog.says.text() == f"Saved as {tmp_path / 'x.pdf'}."
    dialog.save_to(tmp_path / "gone" / "x.pdf")
    assert "can't be written there" in dialog.says.text()
