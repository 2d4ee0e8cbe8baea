"""The commands that tell and print: keys, glossary, about, the blank questions, who does what."""

from __future__ import annotations

from collections.abc import Callable

from iomsa import __version__
from iomsa.framework.load import framework_from_data
from iomsa.framework.model import Framework
from iomsa.framework.shipped import DEFAULT, shipped_data
from iomsa_desktop.program import Program


class HelpCommands:
    """Tell about the framework of the open period, or of the one that the program carries."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.acts: dict[str, Callable[[], object]] = {
            "keys": self._keys,
            "glossary": self._glossary,
            "about": self._about,
            "print-blank": self._print_blank,
            "print-who": self._print_who,
        }

    def _framework(self) -> Framework:
        workspace = self._program.workspace
        return workspace.desk.framework if workspace is not None else framework_from_data(shipped_data(DEFAULT))

    def _keys(self) -> None:
        from iomsa_desktop.dialogs.keys import KeysDialog

        KeysDialog.tell(self._program.window, self._program.look)

    def _glossary(self) -> None:
        from iomsa_desktop.dialogs.glossary import GlossaryDialog

        GlossaryDialog.tell(self._program.window, self._program.look, self._framework().glossary)

    def _about(self) -> None:
        from iomsa_desktop.dialogs.about import AboutDialog

        framework = self._framework()
        AboutDialog.tell(self._program.window, self._program.look, __version__, framework.ref, framework.self_rated)

    def _print_blank(self) -> None:
        from iomsa_desktop.printing_texts import BLANK, blank_questions

        self._print(BLANK, blank_questions(self._framework()))

    def _print_who(self) -> None:
        from iomsa_desktop.printing_texts import WHO, who_does_what

        self._print(WHO, who_does_what(self._framework()))

    def _print(self, title: str, html: str) -> None:
        from iomsa_desktop.dialogs.print_out import PrintOutDialog

        program = self._program
        PrintOutDialog(program.look, title, html, program.opening.documents, program.window).run()
