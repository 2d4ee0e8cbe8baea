"""Read what a program gave as JSON: each value that is not as it should be becomes a problem with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iomsa.answers.sheet import LONGEST_REFERENCE
from iomsa.answers.text import LIMIT, clean, clean_line, too_long
from iomsa.problems import Problem

TOO_LONG = f"this text is too long; {LIMIT:,} characters are the most."


class Given:
    """Hold one value with its place; every complaint goes to one list, so that all are said at once."""

    def __init__(self, value: object, place: str, problems: list[Problem]) -> None:
        self.value = value
        self.place = place
        self._problems = problems

    def inside(self, value: object, name: str) -> Given:
        """Hold a value that stands within this one."""
        return Given(value, f"{self.place} {name}".strip(), self._problems)

    def refuse(self, code: str, sentence: str) -> None:
        """Say what is wrong here."""
        self._problems.append(Problem(f"fill.{code}", self.place, sentence))

    def table(self, known: Iterable[str] | None = None) -> Mapping[str, Given]:
        """Return the parts of an object by their keys; a key that is not known is refused by name."""
        if not isinstance(self.value, Mapping):
            self.refuse("object", "this has to be an object, in { }.")
            return {}
        parts = {str(key): self.inside(value, str(key)) for key, value in self.value.items()}
        if known is None:
            return parts
        names = tuple(known)
        for key, part in parts.items():
            if key not in names:
                part.refuse("unknown", f"there is no such key here; known are {', '.join(names)}.")
        return {key: part for key, part in parts.items() if key in names}

    def rows(self) -> tuple[Given, ...]:
        """Return the parts of a list, each with its number as its place."""
        if not isinstance(self.value, list | tuple):
            self.refuse("list", "this has to be a list, in [ ].")
            return ()
        return tuple(self.inside(value, f"number {number}") for number, value in enumerate(self.value, 1))

    def text(self, *, line: bool = False) -> str:
        """Return cleaned text, null as empty; on one line where asked for."""
        if self.value is None:
            return ""
        if not isinstance(self.value, str):
            self.refuse("text", "this has to be text, in quotation marks.")
            return ""
        cleaned = clean_line(self.value) if line else clean(self.value)
        if too_long(cleaned):
            self.refuse("too-long", TOO_LONG)
            return ""
        return cleaned

    def needed_text(self, *, line: bool = False, why: str) -> str:
        """Return cleaned text that may not be empty."""
        before = len(self._problems)
        text = self.text(line=line)
        if not text and len(self._problems) == before:
            self.refuse("empty", why)
        return text

    def flag(self) -> bool:
        """Return true or false; null is false."""
        if self.value is not None and not isinstance(self.value, bool):
            self.refuse("flag", "this has to be true or false.")
        return self.value is True


def reference(row: Given, parts: Mapping[str, Given], whose: str) -> str:
    """Return the reference that a row begins with; empty where it was refused."""
    why = f"give the reference that your scheme invented for this {whose}."
    if "ref" not in parts:
        row.refuse("ref", why)
        return ""
    ref = parts["ref"].needed_text(line=True, why=why)
    if len(ref) > LONGEST_REFERENCE:
        parts["ref"].refuse("ref", f"a reference has at most {LONGEST_REFERENCE} characters.")
        return ""
    return ref
