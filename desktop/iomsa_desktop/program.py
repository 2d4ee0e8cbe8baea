"""The running program: which file is open, which period, in which look; and what each command does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from iomsa.problems import Refused
from iomsa.store.backups import Backup
from iomsa.store.scheme_file import SchemeFile
from iomsa_desktop.desk import OVERVIEW, Place
from iomsa_desktop.look import Look, shape_of
from iomsa_desktop.looks import look_now, wear
from iomsa_desktop.opening import SUFFIX, Opening, with_suffix
from iomsa_desktop.sentences import FILES
from iomsa_desktop.settings import Settings
from iomsa_desktop.tasks import Tasks
from iomsa_desktop.whereabouts import OWN, TEMPORARY, Where
from iomsa_desktop.windows.main_window import MainWindow
from iomsa_desktop.windows.workspace import Workspace

WAIT_MS = 100
LEFT_OUT = "The file is made. These rows of the return could not be taken:"


class Program(QObject):
    """Hold the one window and what is open in it."""

    def __init__(
        self, app: QApplication, settings: Settings, documents: Path, room: QSize | None, where: Where
    ) -> None:
        super().__init__()
        self._app, self.settings = app, settings
        self._system_palette = QPalette(app.palette())
        self.opening = Opening(self._who, documents)
        self.tasks = Tasks()
        self.window = MainWindow(app, self.may_leave, room)
        self.file: SchemeFile | None = None
        self.workspace: Workspace | None = None
        self._where, self.where = where, OWN
        self._period = ""
        self.look = self._look()
        self.window.closed.connect(self.close_file)
        self.window.resized.connect(self._on_resized, Qt.ConnectionType.QueuedConnection)
        app.styleHints().colorSchemeChanged.connect(lambda _: self.relook())
        self._allow()

    def begin(self, path: Path | None, *, practice: bool = False) -> None:
        """Open this file, or the one last used, or the practice scheme where nothing was used before."""
        if path is not None:
            self.open_return(path) if path.suffix.lower() == ".xlsx" else self.open(path)
        elif self.settings.recent:
            self.attempt(lambda: self.take(self.opening.open(self.settings.recent[0])), self.show_start)
        elif practice:
            self.window.asked.emit("practice")
        if self.workspace is None and self.window.centralWidget() is None:
            self.show_start()

    def open(self, path: Path) -> None:
        """Open a scheme file, unless it is the one that is open here."""
        if not self.has_open(path):
            self.attempt(lambda: self.take(self.opening.open(path)), self.tell)

    def has_open(self, path: Path) -> bool:
        """Tell whether this very file is open here to be changed; opened again, it would be found held, by us."""
        if self.file is None or self.file.read_only_because:
            return False
        try:
            return path.samefile(self.file.path)
        except OSError:
            return False

    def open_return(self, book: Path) -> None:
        """Make a scheme file from a return, where the user says."""
        target = self.ask_target("Where to keep the scheme file", book.stem)
        if target is not None:
            self.attempt(lambda: self._take_return(book, target), self.tell)

    def _take_return(self, book: Path, target: Path) -> None:
        file, problems = self.opening.from_return(book, target)
        self.take(file)
        if problems:
            self.tell("\n".join((LEFT_OUT, *map(str, problems))))

    def show_start(self, problem: str = "") -> None:
        """Show the start page."""
        from iomsa_desktop.pages.start import StartPage

        page = StartPage(self.look, self.settings.recent, problem, self.settings.problem)
        for signal, name in (
            (page.new, "new"),
            (page.open, "open"),
            (page.open_return, "open-return"),
            (page.practice, "practice"),
            (page.print_blank, "print-blank"),
            (page.print_who, "print-who"),
        ):
            signal.connect(lambda *_, name=name: self.window.asked.emit(name))
        page.recent.connect(self.open)
        self.workspace = None
        self.window.put(page, self.look)
        self._allow()

    def show_period(self, name: str, place: Place | None = None) -> None:
        """Show a period of the open file."""
        if self.file is None:
            return
        if self.workspace is not None:
            self.workspace.close_down()
        self._period = name
        session = self.file.session(name)
        self.workspace = Workspace(self.file, session, self.look, self.settings, self.tasks, self.where)
        self.workspace.bridge.changed.connect(lambda _: self._allow())
        self.workspace.period_wanted.connect(self.turn_to_period, Qt.ConnectionType.QueuedConnection)
        self.workspace.command_wanted.connect(self.window.asked, Qt.ConnectionType.QueuedConnection)
        self.window.put(self.workspace, self.look, f"{self.file.path.stem}, {name}")
        self.workspace.go(place or Place(OVERVIEW))
        self._allow()

    def turn_to_period(self, name: str) -> None:
        """Show another period, unless something typed would be lost."""
        if self.may_leave():
            self.show_period(name)

    def restore(self, backup: Backup) -> None:
        """Bring a back-up back; what is there now is backed up first. Raise Refused."""
        if self.file is None:
            return
        if self.workspace is not None:
            self.workspace.close_down()
            self.workspace = None
        self.file.restore(backup)
        self.show_period(self.file.latest().name)

    def relook(self) -> None:
        """Put on the look of the settings, and build what is shown again in it, once no work is under way."""
        if self.tasks.busy:
            QTimer.singleShot(WAIT_MS, self, self.relook)
            return
        if not self.may_leave():
            return
        self.look = self._look()
        if self.workspace is None:
            self.show_start()
        else:
            self.show_period(self._period, self.workspace.place)

    def may_leave(self) -> bool:
        """Store what is still being typed; ask before what could not be stored is lost."""
        if self.workspace is None:
            return True
        self.workspace.flush()
        pages = self.workspace.pending
        if not pages:
            return True
        from iomsa_desktop.dialogs.unsaved import UnsavedDialog

        return UnsavedDialog(self.window, self.look, pages).run()

    def close_file(self) -> None:
        """Hand over what is being typed, then let go of the file."""
        if self.workspace is not None:
            self.workspace.close_down()
        self.tasks.end()
        if self.file is not None:
            self.file.close()
        self.file, self.workspace = None, None

    def take(self, file: SchemeFile) -> None:
        """Put an open file in the window, in place of what was there."""
        if not self.may_leave():
            file.close()
            return
        self.close_file()
        self.file, self.where = file, self._where(file.path)
        if self.where != TEMPORARY:
            self.settings.remember(file.path)
        self.show_period(file.latest().name)
        if self.where == TEMPORARY:
            self.window.asked.emit("temporary")
        if self.file is file and not file.read_only_because and self.settings.who(file.path) is None:
            self.window.asked.emit("who")
        if self.file is file and not file.read_only_because and self.settings.removing(file.path):
            self.window.asked.emit("removal-unfinished")

    def attempt(self, work: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Do some work; where the world says no, hand its sentence on."""
        try:
            work()
        except Refused as refusal:
            refused("\n".join(map(str, refusal.problems)))

    def tell(self, sentence: str) -> None:
        """Tell the user what could not be done, without stopping anything."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.NoIcon, "This could not be done", sentence, parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _on_resized(self) -> None:
        if shape_of(self.look.scale, self.window.width()) == self.look.shape:
            return
        if self.workspace is not None:
            self.workspace.flush()
            if self.workspace.pending:
                # To make room is not worth a question; what was typed stays in the shape it has.
                return
        self.relook()

    def _look(self) -> Look:
        look = look_now(self._app, self.settings.theme, self.settings.scale, self._system_palette, self.window.width())
        wear(self._app, look)
        return look

    def _allow(self) -> None:
        session = self.workspace.desk.session if self.workspace is not None else None
        changes = session is not None and not session.read_only
        undo, redo = (session.undo_name, session.redo_name) if session is not None else ("", "")
        self.window.allow(file=session is not None, changes=changes, undo=undo, redo=redo)

    def _who(self, path: Path) -> str:
        return ", ".join(part for part in (self.settings.who(path) or ("", "")) if part)

    def ask_target(self, title: str, stem: str) -> Path | None:
        """Ask where to keep a new scheme file."""
        from PySide6.QtWidgets import QFileDialog

        start = str(self.opening.documents / f"{stem}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self.window, title, start, FILES)
        return with_suffix(Path(name)) if name else None
