"""TOML files that people edit: read with the line of every key, so that a mistake is named with its place.

``tomllib`` reads the values; the lines come from a second look at the same text, which by then is known to be valid.
Every refusal is a BadData of one line: the file, the line, what is wrong, and which names there are.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from torparse.errors import BadData
from torparse.toml_mistakes import mistake

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys, and the number (from 0) of an element of a list."""

_TOKEN = re.compile(
    r"""(?P<text>\"{3}(?:\\.|[^\\])*?\"{3}\"{0,2}|'{3}.*?'{3}'{0,2}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
    r"""|\#[^\n]*|(?P<mark>[\[\]{}=,.\n])|(?P<bare>[^\s\[\]{}=,."'\#]+)|\s""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file. The methods that take a value out raise BadData where it is not what is asked for."""

    data: Mapping[str, Any]
    label: str
    lines: Mapping[KeyPath, int]
    path: KeyPath = ()

    def line(self, *key: str | int) -> int:
        """The line (from 1) of what stands at ``key`` in this table, else of the nearest thing around it."""
        path = (*self.path, *key)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def error(self, what: str, *key: str | int, todo: str = "") -> BadData:
        """The refusal of what stands at ``key``, or of the whole table; for the caller to raise."""
        return BadData(what, where=f"{self.label}, line {self.line(*key)}", todo=todo)

    def keys(self, needed: Sequence[str], optional: Sequence[str] = (), what: str = "key") -> None:
        """Refuse a key that is in neither list, and the want of one that is needed."""
        known = (*needed, *optional)
        for key in self.data:
            if key not in known:
                raise self.error(f"unknown {what} {key!r}", key, todo=f"The ones there are: {', '.join(known)}")
        for key in needed:
            if key not in self.data:
                raise self.error(f"the {what} {key!r} is missing")

    def words(self, key: str, default: str | None = None) -> str:
        """The words at ``key`` with single spaces; ``default`` where there is no such key."""
        if key not in self.data and default is not None:
            return default
        return self._words(self.data.get(key), key, key)

    def code(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """The word at ``key``, one of ``known``."""
        word = self.words(key, default)
        if word not in known:
            raise self.error(f"unknown {key} {word!r}", key, todo=f"The ones there are: {', '.join(known)}")
        return word

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false at ``key``."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{key} is true or false", key, todo=f"Write {key} = true, without quotation marks")
        return value

    def values(self, key: str) -> tuple[Any, ...]:
        """The list at ``key``, empty where there is no such key."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            first = value if isinstance(value, str) else "one"
            todo = f"Write {key} = [{json.dumps(first, ensure_ascii=False)}], several with commas between them"
            raise self.error(f"{key} is a list in square brackets", key, todo=todo)
        return tuple(value)

    def strings(self, key: str) -> tuple[str, ...]:
        """The list of words at ``key``, empty where there is no such key."""
        return tuple(self._words(value, key, key, at) for at, value in enumerate(self.values(key)))

    def table(self, key: str) -> Table:
        """The table at ``key``, empty where there is no such key."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f"{key} is a table", key, todo=f"Write its fields in braces: {key} = {{ … }}")
        return Table(value, self.label, self.lines, (*self.path, key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """The list of tables at ``key``, with at least one in it."""
        value = self.data.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
            raise self.error(f"{key} is a list of tables with at least one in it", key)
        return tuple(Table(one, self.label, self.lines, (*self.path, key, at)) for at, one in enumerate(value))

    def _words(self, value: Any, name: str, *key: str | int) -> str:
        if not isinstance(value, str) or not value.strip():
            said = str(value) if isinstance(value, (int, float, date)) else "some words"
            todo = f"Words stand in quotation marks: {json.dumps(said)}"
            raise self.error(f"{name} needs some words", *key, todo=todo)
        return " ".join(value.split())


def parse(text: str, label: str) -> Table:
    """The whole file as a table; ``label`` is its name in messages. Raises BadData where it is not valid TOML."""
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
        lines = _Lines(text).found
    except tomllib.TOMLDecodeError as error:
        wrong = mistake(text, str(error))
        raise BadData(wrong.what, where=f"{label}, line {wrong.line}", todo=wrong.todo) from error
    except RecursionError as error:
        raise BadData("has brackets within brackets beyond all measure", where=label) from error
    except ValueError as error:  # Python's own limit, which tomllib lets through
        raise BadData("has a number with thousands of digits", where=label) from error
    return Table(data, label, lines)


class _Lines:
    """The line of every key, table and element of a text that is valid TOML."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._many: dict[KeyPath, int] = {}  # how many [[tables]] of a name so far
        self.found: dict[KeyPath, int] = {}
        around: KeyPath = ()
        while self._skip_lines():
            if self._mark() == "[":
                around = self._header()
            else:
                self._pair(around)

    def _header(self) -> KeyPath:
        line, start = self._tokens[self._at][2], self._at
        while self._mark() == "[":
            self._at += 1
        double = self._at - start == 2
        names = self._key()
        self._at += 2 if double else 1
        path: KeyPath = ()
        for name in names[:-1]:
            path = (*path, name)
            path = (*path, self._many[path] - 1) if path in self._many else path
            self.found.setdefault(path, line)
        path = (*path, names[-1])
        self.found.setdefault(path, line)
        if double:
            self._many[path] = self._many.get(path, 0) + 1
            path = (*path, self._many[path] - 1)
            self.found[path] = line
        return path

    def _pair(self, around: KeyPath) -> None:
        line, path = self._tokens[self._at][2], around
        for name in self._key():
            path = (*path, name)
            self.found.setdefault(path, line)
        self._at += 1  # the equals sign
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._mark()
        if opening not in ("[", "{"):
            while self._at < len(self._tokens) and self._mark() not in (",", "]", "}", "\n"):
                self._at += 1
            return
        self._at += 1
        number = 0
        while self._skip_lines() and self._mark() not in ("]", "}"):
            if self._mark() == ",":
                self._at += 1
            elif opening == "{":
                self._pair(path)
            else:
                self.found[*path, number] = self._tokens[self._at][2]
                self._value((*path, number))
                number += 1
        self._at += 1

    def _key(self) -> list[str]:
        """The names of a dotted key; stands behind it afterwards."""
        names = []
        while self._mark() in ("", "."):
            form, token, _ = self._tokens[self._at]
            if form != "mark":
                names.append(tomllib.loads(f"x = {token}")["x"] if form == "text" else token)
            self._at += 1
        return names

    def _mark(self) -> str:
        form, token, _ = self._tokens[self._at]
        return token if form == "mark" else ""

    def _skip_lines(self) -> bool:
        """Go on to the next token that is no line end; whether there is one."""
        while self._at < len(self._tokens) and self._mark() == "\n":
            self._at += 1
        return self._at < len(self._tokens)


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Form ("text", "mark", "bare"), characters and line of everything but spaces and comments."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup:
            yield match.lastgroup, match[0], line
        line += match[0].count("\n")
