"""The notices of the return page: what stops it, what it will be asked about, what was written, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from iomsa.answers.sheet import Address
from iomsa.checks.finding import Finding
from iomsa.problems import Refused
from iomsa.returns.write import Written
from iomsa.scoring.words import counted, sentence
from iomsa.store.removal_totals import held
from iomsa_desktop.desk import CHECK, Desk, Place
from iomsa_desktop.kit.buttons import Button, Link
from iomsa_desktop.kit.card import Card
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.words import small, unwidowed, words
from iomsa_desktop.look import TITLE
from iomsa_desktop.pages.check_group import FindingRows
from iomsa_desktop.pages.places import place_of

MOST = 3
RECEIPT = "Receipt. The inspectors see the same words if the file reaches them whole and unchanged."
BUTTONS = "Open folder", "Copy receipt"
REMOVE = "Remove rows about people..."
REMOVE_ABOUT = "Now this file can keep the totals alone. What you send stays with whom you send it to."


def stopped(desk: Desk, findings: Sequence[Finding]) -> Card:
    """Make the notice of what stops the return."""
    title = "This stops the return" if len(findings) == 1 else f"{len(findings)} things stop the return"
    return _listed(desk, Card(desk.look, title, edge=desk.look.theme.inadequate), findings)


def questioned(desk: Desk, findings: Sequence[Finding]) -> Card:
    """Make the notice of what the return would be asked about."""
    title = f"{counted(len(findings), 'question')} before you send"
    return _listed(desk, Card(desk.look, title, edge=desk.look.theme.requires_improvement), findings)


def refused(desk: Desk, refusal: Refused) -> Card:
    """Make the notice of what the world said no to."""
    card = Card(desk.look, "No return was written", edge=desk.look.theme.inadequate)
    for problem in refusal.problems[:MOST]:
        text = sentence(problem.sentence)
        card.add(words(desk.look, f"{problem.place}: {text}" if problem.place else text))
    return card


def cancelled(desk: Desk) -> Card:
    """Make the notice of a return that somebody stopped."""
    card = Card(desk.look, "Cancelled", edge=desk.look.theme.edge)
    card.add(words(desk.look, "No return was written."))
    return card


def written(desk: Desk, result: Written) -> Card:
    """Make the notice of a return that was written and read back."""
    look = desk.look
    card = Card(look, "✓ Written and read back", edge=look.theme.outstanding)
    size = f"{max(1, round(result.size / 1000))} kB"
    card.add(words(look, f"Every cell was compared with your answers: {result.counts}. {size}."))
    receipt = words(look, result.receipt, TITLE)
    receipt.setAccessibleName(f"Receipt {result.receipt}")
    card.add(receipt)
    card.add(words(look, RECEIPT, soft=True))
    card.add(small(look, result.path.name))
    folder, copy = (Button(look, text) for text in BUTTONS)
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(result.path.parent))))
    copy.clicked.connect(lambda: _copy(desk, result.receipt))
    card.column.addLayout(side_by_side(look, folder, copy))
    if not desk.read_only and any(held(desk.sheet)):
        remove = Link(look, REMOVE)
        remove.clicked.connect(lambda: desk.ask("remove-people"))
        card.add(small(look, unwidowed(REMOVE_ABOUT)))
        card.column.addLayout(side_by_side(look, remove))
    return card


def _copy(desk: Desk, receipt: str) -> None:
    QGuiApplication.clipboard().setText(receipt)
    desk.announce("Receipt copied")


def _listed(desk: Desk, card: Card, findings: Sequence[Finding]) -> Card:
    def go(address: Address) -> None:
        desk.go(place_of(desk.framework, address))

    card.add(FindingRows(desk.look, findings[:MOST], go, stacked=True))
    if len(findings) > MOST:
        link = Link(desk.look, f"See all {len(findings)} on the check page")
        link.clicked.connect(lambda: desk.go(Place(CHECK)))
        card.column.addLayout(side_by_side(desk.look, link))
    return card
