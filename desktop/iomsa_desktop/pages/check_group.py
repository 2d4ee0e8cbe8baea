"""One group of findings on the check page: each a link to its field; long lists fold by the part they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from iomsa.answers.sheet import Address
from iomsa.checks.finding import OPEN, Finding
from iomsa.framework.model import Framework
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.fold import Fold
from iomsa_desktop.kit.words import small, words
from iomsa_desktop.look import Look
from iomsa_desktop.pages.places import group_of

SHORT_LIST, FEW = 8, 3
"""A list this short is shown whole; of a longer one a part with more than a few findings folds."""
NOUNS = {"answer": ("prompt", "prompts"), "profile": ("item", "items"), "case-answer": ("file", "files")}

Go = Callable[[Address], None]


class FindingRows(QWidget):
    """Show findings one below the other: the place as a link, and what was found there."""

    def __init__(self, look: Look, findings: Sequence[Finding], go: Go, *, stacked: bool = False) -> None:
        super().__init__()
        stacked = stacked or look.side_below
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6 if stacked else 8))
        for row, finding in enumerate(findings):
            link = Link(look, finding.place)
            link.setAccessibleName(f"Go to {finding.place}: {finding.sentence}")
            link.clicked.connect(lambda _=False, address=finding.address: go(address))
            said = words(look, finding.sentence)
            said.setContentsMargins(0, look.px(0 if stacked else 2), 0, look.px(5 if stacked else 0))
            places = ((2 * row, 0), (2 * row + 1, 0)) if stacked else ((row, 0), (row, 1))
            grid.addWidget(link, *places[0], Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(said, *places[1])
        grid.setColumnStretch(0 if stacked else 1, 1)


class FindingsCard(Card):
    """Show one group of findings under its title."""

    def __init__(
        self,
        look: Look,
        framework: Framework,
        title: str,
        about: str,
        findings: Sequence[Finding],
        go: Go,
        edge: QColor | None = None,
    ) -> None:
        super().__init__(look, f"{title} ({len(findings)})", edge=edge)
        self.add(small(look, about))
        for part, found in parts(framework, findings):
            if part:
                self.add(self._fold(look, part, found, go))
            else:
                self.add(FindingRows(look, found, go))

    def _fold(self, look: Look, part: str, found: Sequence[Finding], go: Go) -> Fold:
        return Fold(look, f"{part}: {counted(found)}", lambda: FindingRows(look, found, go))


def parts(framework: Framework, findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Cut findings, in order, into runs: those of a part that folds under its name, the others under nothing."""
    by_part: dict[str, list[Finding]] = {}
    for finding in findings:
        by_part.setdefault(group_of(framework, finding.address), []).append(finding)
    cut: list[tuple[str, list[Finding]]] = []
    for part, found in by_part.items():
        folds = part and len(findings) > SHORT_LIST and len(found) > FEW
        if not folds and cut and not cut[-1][0]:
            cut[-1][1].extend(found)
        else:
            cut.append((part if folds else "", found))
    return cut


def counted(findings: Sequence[Finding]) -> str:
    """Count findings of one part: 13 prompts open, or 4 to look at."""
    kinds = {finding.address.kind for finding in findings}
    if any(finding.kind != OPEN for finding in findings) or len(kinds) != 1 or not kinds & NOUNS.keys():
        return f"{len(findings)} to look at"
    one, many = NOUNS[kinds.pop()]
    return f"{len(findings)} {one if len(findings) == 1 else many} open"
