"""The dialog that asks which rows go into a sheet for a colleague, and the writing of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from iomsa.problems import Refused
from iomsa_desktop.desk import Desk
from iomsa_desktop.dialogs import take_in
from iomsa_desktop.dialogs.advice import AdviceDialog
from iomsa_desktop.dialogs.import_words import Nouns
from iomsa_desktop.dialogs.turn_table import TurnTable
from iomsa_desktop.dialogs.waiting import wait_for
from iomsa_desktop.dialogs.wide import WideDialog
from iomsa_desktop.kit.buttons import Link
from iomsa_desktop.kit.row import side_by_side
from iomsa_desktop.kit.segments import Option, Segments
from iomsa_desktop.kit.words import show_words, small, strong, words
from iomsa_desktop.models.ticks import SIGNED, TicksModel

T = TypeVar("T")
Refs: TypeAlias = tuple[str, ...]
SPACE = "Space, or a click in the first column, takes a row in or leaves it out."
WRITTEN = (
    "{name} lies in {folder}. Send it from your own e\u2011mail: it is OFFICIAL-SENSITIVE. When it comes back, press "
    "{merge}."
)


class Sort(NamedTuple):
    """Name what is done with sheets of one sort, and what stands in their rows."""

    send: str
    merge: str
    about: str
    nouns: Nouns


class Kind(NamedTuple):
    """Describe one kind of sheet: the file's name, its own, which rows may go in with how far they are, which do so."""

    file: str
    name: str
    about: str
    listed: Sequence[tuple[str, str]]
    chosen: frozenset[str]


class SendSheetDialog(WideDialog):
    """Ask for the kind, where there are several, and for the rows; `kind` and `refs` are what was chosen."""

    def __init__(
        self, desk: Desk, title: str, about: str, kinds: Sequence[Kind], nouns: Nouns, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, desk.look, title, about)
        look = desk.look
        self._kinds, self._nouns = {each.file: each for each in kinds}, nouns
        self.kind = next((each for each in kinds if each.chosen), kinds[0])
        self.which = Segments(look, title, [Option(each.file, each.name, each.name) for each in kinds])
        self.which.show_code(self.kind.file)
        self.which.chosen.connect(self._on_kind)
        self.which.setVisible(len(kinds) > 1)
        self._about = words(look, "")
        self.model = TicksModel()
        self._counted = strong(look, "")
        self.table = TurnTable(look, nouns.many.capitalize(), self.model, stretched=2, turns=SIGNED)
        self.table.opened.connect(self.model.turn)
        every, none = Link(look, "Take all in"), Link(look, "Leave all out")
        every.clicked.connect(self.model.choose_all)
        none.clicked.connect(lambda: self.model.choose(()))
        for widget in (self.which, self._about, small(look, SPACE), self.table):
            self.column.addWidget(widget)
        self.column.addLayout(side_by_side(look, every, none, gap=16))
        self.column.addWidget(self._counted)
        self.write = self.add_choice("Choose where to write it")
        self.write.clicked.connect(self.accept)
        self.model.ticked.connect(self._refresh)
        self._on_kind(self.kind.file)

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the references that go in."""
        return self.model.chosen

    def _on_kind(self, file: str) -> None:
        self.kind = self._kinds[file]
        show_words(self._about, self.kind.about)
        self.model.show_listed(self.kind.listed, self.kind.chosen)
        self.table.fit()

    def _refresh(self) -> None:
        self._counted.setText(f"{self._nouns.of(len(self.refs))} in the sheet.")
        self.write.setEnabled(bool(self.refs))


def send_sheet(
    desk: Desk, parent: QWidget | None, sort: Sort, kinds: Sequence[Kind], write: Callable[[Path, Kind, Refs], Path]
) -> Path | None:
    """Ask for the rows and where, write the sheet in the background, and tell where it lies; None where it was not."""
    dialog = SendSheetDialog(desk, sort.send, sort.about, kinds, sort.nouns, parent)
    if not dialog.run():
        return None
    kind, refs = dialog.kind, dialog.refs
    target = take_in.ask_target(desk, parent, sort.send, f"{kind.file} {desk.sheet.period.name}.xlsx")
    if target is None:
        return None
    words = (sort.send, "Writing the sheet.")
    try:
        path = wait_for(desk.tasks, parent, desk.look, words, lambda _: write(target, kind, refs))
    except Refused as refusal:
        take_in.tell_refusal(desk, parent, take_in.NOT_WRITTEN, refusal)
        return None
    if path is None:
        return None
    told = WRITTEN.format(name=path.name, folder=path.parent, merge=sort.merge)
    if AdviceDialog.ask(parent, desk.look, "The sheet is written", told, "Open the folder", "Close"):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
    return path


def merge_sheets(
    desk: Desk,
    parent: QWidget | None,
    sort: Sort,
    read: Callable[[Sequence[Path]], T],
    preview: take_in.Previewing[T],
) -> bool:
    """Ask for sheets that came back and offer what they hold, all as one step; tell whether something was taken."""
    paths = take_in.ask_files(desk, parent, sort.merge, take_in.BOOKS, several=True)
    return bool(paths) and take_in.take_files(desk, parent, sort.merge, sort.nouns, lambda _: read(paths), preview)
