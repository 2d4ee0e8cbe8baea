"""Which editor serves which kind of field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iomsa.framework.model import Field
from iomsa_desktop.fields.choice import choice_editor
from iomsa_desktop.fields.date import date_editor
from iomsa_desktop.fields.editor import FieldEditor
from iomsa_desktop.fields.number import number_editor
from iomsa_desktop.fields.text import LongTextEditor, text_editor
from iomsa_desktop.fields.yes_no import yes_no_editor
from iomsa_desktop.look import Look

EDITORS: Mapping[str, Callable[[Look, Field, str], FieldEditor]] = MappingProxyType(
    {
        "text": text_editor,
        "long-text": LongTextEditor,
        "whole": number_editor,
        "number": number_editor,
        "decimal": number_editor,
        "date": date_editor,
        "choice": choice_editor,
        "yes-no": yes_no_editor,
    }
)


def make_editor(look: Look, field: Field, name: str) -> FieldEditor:
    """Make the editor of a field; `name` is what a screen reader calls it."""
    return EDITORS[field.kind](look, field, name)
