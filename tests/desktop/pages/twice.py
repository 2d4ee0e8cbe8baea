"""What tests of the second review share: files that were reviewed once or twice, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QLabel, QWidget

from iomsa.answers.review import SecondReview
from iomsa.answers.sheet import Address, CaseAnswer, CaseHeader
from iomsa.outcomes.reviewed_twice import to_be_reviewed_twice
from iomsa.session.changes import Edit
from iomsa_desktop.windows.workspace import Workspace

FIRST_NOTE = "What only the first reviewer knows"


def list_files(workspace: Workspace, n: int, agency: str = "probation", choice: str = "yes") -> tuple[str, ...]:
    """Put reviewed files on the list; return those that are to be reviewed twice, in their order."""
    desk, steps = workspace.desk, []
    about = (("reviewing-agency", agency),) if agency else ()
    for place in range(1, n + 1):
        ref = f"N-{place:03}"
        steps.append(Edit(Address("case", ref), None, CaseHeader(about, place)))
        for question in desk.framework.case_review.questions:
            note = FIRST_NOTE if question.id == "A1" else ""
            steps.append(Edit(Address("case-answer", ref, question.id), None, CaseAnswer(choice, "", note)))
    desk.bridge.change("Files listed", tuple(steps))
    return to_be_reviewed_twice(desk.sheet.cases, desk.sheet.draw)


def review_again(
    workspace: Workspace, refs: Iterable[str], others: Mapping[str, CaseAnswer] | None = None, agency: str = "police"
) -> None:
    """Give files a complete second review: the first answers again, but for the others."""
    desk, steps = workspace.desk, []
    for ref in refs:
        steps.append(Edit(Address("second-review", ref), None, SecondReview(agency)))
        for id, first in desk.sheet.cases[ref].answers.items():
            given = (others or {}).get(id, CaseAnswer(first.choice))
            steps.append(Edit(Address("second-answer", ref, id), None, given))
    desk.bridge.change("Reviewed again", tuple(steps))


def told(widget: QWidget) -> str:
    """Return every word in sight, and what a screen reader is told."""
    shown = [each for each in widget.findChildren(QWidget) if not each.isHidden()]
    texts = [each.text() for each in shown if isinstance(each, QLabel)]
    return "\n".join((*texts, *(each.accessibleName() for each in shown), *(each.toolTip() for each in shown)))
