"""The session of one period: every change goes through here, is written down, and can be undone by name."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from collections.abc import Callable
from typing import NamedTuple, Protocol

from iomsa.answers.sheet import AnswerSheet
from iomsa.framework.model import Framework
from iomsa.session.changes import EDIT, REDO, UNDO, ChangeSet, Edit, apply

Listener = Callable[[ChangeSet], None]


class Journal(Protocol):
    """Write a change down durably before it is taken; raise Refused where the world says no."""

    def write(self, change: ChangeSet) -> None:
        """Make the change durable."""


class Step(NamedTuple):
    """Keep what one undo takes back; `merge` names the field that is being typed in, else empty."""

    name: str
    edits: tuple[Edit, ...]
    merge: str


class Session:
    """Hold the open period: its sheet, what can be undone, and who listens.

    `clock` gives the ISO time, `who` the name as typed; both are asked at each change.
    """

    def __init__(
        self,
        framework: Framework,
        sheet: AnswerSheet,
        journal: Journal | None,
        clock: Callable[[], str],
        who: Callable[[], str],
    ) -> None:
        self.framework = framework
        self.sheet = sheet
        self._journal = journal
        self._clock = clock
        self._who = who
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []
        self._number = 0

    @property
    def read_only(self) -> bool:
        """Tell whether changes have nowhere to go."""
        return self._journal is None

    @property
    def undo_name(self) -> str:
        """Return the name of the step that undo would take back, or empty."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """Return the name of the step that redo would bring again, or empty."""
        return self._undone[-1].name if self._undone else ""

    def stamp(self) -> tuple[str, str]:
        """Return author and ISO time for a record that changes now."""
        return self._who(), self._clock()

    def change(
        self,
        name: str,
        edits: tuple[Edit, ...],
        *,
        origin: object | None = None,
        merge: str = "",
        cause: str = EDIT,
    ) -> ChangeSet | None:
        """Write the edits down and take them; None where nothing would change. Raise Refused where the disk says no.

        Edits with the same `merge` name one after the other become one step of undo, until `seal`.
        """
        edits = tuple(edit for edit in edits if edit.before != edit.after)
        if not edits:
            return None
        change = self._commit(cause, name, edits, origin)
        last = self._done[-1] if self._done else None
        if merge and last is not None and last.merge == merge and not self._undone:
            self._done[-1] = Step(name, _joined(last.edits, edits), merge)
        else:
            self._done.append(Step(name, edits, merge))
        self._undone.clear()
        return self._tell(change)

    def seal(self) -> None:
        """End the merging of typed text: what is typed next is a step of its own."""
        if self._done and self._done[-1].merge:
            self._done[-1] = self._done[-1]._replace(merge="")

    def undo(self) -> ChangeSet | None:
        """Take the last step back; values, authors and dates become as they were."""
        return self._shift(UNDO, self._done, self._undone)

    def redo(self) -> ChangeSet | None:
        """Bring the last step again that was taken back."""
        return self._shift(REDO, self._undone, self._done)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each change; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _shift(self, cause: str, source: list[Step], target: list[Step]) -> ChangeSet | None:
        if not source:
            return None
        step = source[-1]
        backwards = tuple(edit.reversed for edit in reversed(step.edits))
        change = self._commit(cause, step.name, backwards, None)
        source.pop()
        target.append(Step(step.name, backwards, ""))
        return self._tell(change)

    def _commit(self, cause: str, name: str, edits: tuple[Edit, ...], origin: object | None) -> ChangeSet:
        by, at = self.stamp()
        change = ChangeSet(self._number + 1, cause, name, edits, origin, by, at)
        sheet = apply(self.sheet, edits)
        if self._journal is not None:
            self._journal.write(change)
        self.sheet = sheet
        self._number += 1
        return change

    def _tell(self, change: ChangeSet) -> ChangeSet:
        for listener in tuple(self._listeners):
            listener(change)
        return change


def _joined(earlier: tuple[Edit, ...], later: tuple[Edit, ...]) -> tuple[Edit, ...]:
    first = {edit.address: edit.before for edit in reversed((*earlier, *later))}
    last = {edit.address: edit.after for edit in (*earlier, *later)}
    return tuple(Edit(address, first[address], last[address]) for address in last)
