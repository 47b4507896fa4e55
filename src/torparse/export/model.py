"""What a table of an export is made of: columns that say what they hold, a key, and the rows of one document.

A row is a tuple of plain values, one for each column: str, int, float, bool, a tuple of texts, or None where there is
nothing. Dates are ISO 8601 texts, a year or a month alone among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torparse.export.part import Part

Row = tuple[Any, ...]
SEPARATOR = "|"
"""Between the items of a list where a form has texts only. In an item itself it is written ¦."""


class Kind(StrEnum):
    """Kinds of values of a column."""

    TEXT = "text"
    WHOLE_NUMBER = "whole_number"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    """ISO 8601: a day, or a month or a year alone."""
    MOMENT = "moment"
    """ISO 8601 with the time of day, UTC."""
    DURATION = "duration"
    """ISO 8601."""
    LIST = "list"
    """Texts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``about`` says what it holds; a number has a ``unit``; ``codes`` are all that may stand in it.

    ``needed``: it is never empty. ``least`` and ``most`` bound a number. ``refers`` is the table and the column of it
    in which the value stands, where it stands in one.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    needed: bool = False
    least: float | None = None
    most: float | None = None
    refers: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its ``name`` (of its file, without the ending), a sentence on it, its columns, the ``key`` that no two
    rows share, and its rows: those of one document (``rows_of``), or the same whatever the documents are (``fixed``).

    ``folder`` is where it lies below the export, "" for the export's own folder.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows_of: Callable[[Part], Iterable[Row]] = lambda part: ()
    fixed: Callable[[], Iterable[Row]] = lambda: ()
    folder: str = ""

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names) or not set(self.key) <= set(names):
            raise ValueError(f"the columns of {self.name} are not distinct, or lack its key")

    @property
    def path(self) -> str:
        """Its name with its folder: "values/quorum"."""
        return f"{self.folder}/{self.name}" if self.folder else self.name
