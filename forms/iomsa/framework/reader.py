"""A reader of nested data that collects every problem with its place instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from iomsa.problems import Problem

T = TypeVar("T")
EMPTY: Mapping[str, Any] = {}


class Reader:
    """Read one table of the data; a reader of a table inside it shares the list of problems."""

    def __init__(
        self, data: object, key: str, problems: list[Problem], above: Reader | None = None, index: int | None = None
    ) -> None:
        self.problems = problems
        self._key, self._above, self._index = key, above, index
        self._data: Mapping[str, Any] = data if isinstance(data, Mapping) else EMPTY
        self._left = dict(self._data)
        if self._data is not data:
            self.complain("framework.not-a-table", "", "should be a table of named values.")

    @property
    def place(self) -> str:
        """Return where this table stands, such as standards[1].questions[1.1]; only a problem needs it."""
        here = self._key if self._index is None else f"{self._key}[{self._id() or self._index + 1}]"
        return f"{self._above.place}.{here}".lstrip(".") if self._above is not None else here

    def complain(self, code: str, key: str, sentence: str) -> None:
        """Note a problem with one key of this table."""
        where = ".".join(part for part in (self.place, key) if part)
        self.problems.append(Problem(code, where, sentence))

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text that is not empty, or the default where one is given."""
        value = self._left.pop(key, default)
        if isinstance(value, str) and (value.strip() or default == value):
            return value
        return self._wrong(key, value, "a text that is not empty", "")

    def whole(self, key: str, default: int | None = None) -> int:
        """Read a whole number."""
        value = self._left.pop(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        return self._wrong(key, value, "a whole number", 0)

    def flag(self, key: str) -> bool:
        """Read true or false; false where the key is absent."""
        value = self._left.pop(key, False)
        return value if isinstance(value, bool) else self._wrong(key, value, "true or false", default=False)

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Read a text that is one of a closed list."""
        value = self._left.pop(key, default)
        if isinstance(value, str) and value in allowed:
            return value
        return self._wrong(key, value, "one of: " + ", ".join(allowed), allowed[0])

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; empty where the key is absent."""
        value = self._left.pop(key, ())
        if isinstance(value, list | tuple) and all(isinstance(each, str) and each for each in value):
            return tuple(value)
        return self._wrong(key, value, "a list of texts", ())

    def wholes(self, key: str) -> tuple[int, ...]:
        """Read a list of whole numbers that rises."""
        value = self._left.pop(key, None)
        if isinstance(value, list | tuple) and value and all(type(each) is int for each in value):
            if all(low < high for low, high in pairwise(value)):
                return tuple(value)
            self.complain("framework.not-rising", key, "these numbers should rise.")
            return tuple(value)
        return self._wrong(key, value, "a list of whole numbers", ())

    def table(self, key: str, build: Callable[[Reader], T]) -> T:
        """Read a table inside this one."""
        value = self._left.pop(key, EMPTY)
        return self._build(Reader(value, key, self.problems, self), build)

    def tables(self, key: str, build: Callable[[Reader], T]) -> tuple[T, ...]:
        """Read a list of tables inside this one; empty where the key is absent."""
        value = self._left.pop(key, ())
        if not isinstance(value, list | tuple):
            return self._wrong(key, value, "a list of tables", ())
        return tuple(
            self._build(Reader(each, key, self.problems, self, index), build) for index, each in enumerate(value)
        )

    def _build(self, inner: Reader, build: Callable[[Reader], T]) -> T:
        built = build(inner)
        for key in inner._left:
            inner.complain("framework.unknown-key", key, "this key is not known here; look for a slip of the pen.")
        return built

    def _id(self) -> object:
        data = self._data
        return data.get("id", data.get("tag", data.get("term")))

    def _wrong(self, key: str, value: object, expected: str, default: T) -> T:
        if value is None:
            self.complain("framework.missing", key, f"this is missing; it should be {expected}.")
        else:
            self.complain("framework.wrong-value", key, f"found {value!r}, expected {expected}.")
        return default
