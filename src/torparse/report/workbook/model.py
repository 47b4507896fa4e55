"""What a sheet is made of: columns that say what they hold, cells that may lead somewhere, rows.

A row is a sequence of plain values (str, int, float, bool, date, None) or ``Cell``, one for each column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

#: The first day that Excel can show.
_FIRST_DAY = date(1900, 1, 1)

TEXT, NUMBER, SHARE, RATIO, DATE, YES_NO = "text", "number", "share", "ratio", "date", "yes_no"
"""How a column's values are shown: words, plain numbers, a share as per cent, a number with two places, a day, true or
false."""
FORMS: Mapping[str, str] = {
    TEXT: "text",
    NUMBER: "number",
    SHARE: "share of 1, shown in per cent",
    RATIO: "number from 0 to 1",
    DATE: "date; a month or a year alone is text",
    YES_NO: "TRUE or FALSE",
}
"""The same in words."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``name`` over it, what it holds (``about``), its ``width`` in characters, and its form.

    ``codes`` are the words that may stand in it with what each means, where they are a closed set.
    """

    name: str
    about: str
    width: int = 14
    form: str = TEXT
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, its ``fill`` (a code of ``styles.FILLS``), and the cell that it leads to (``target``, "Clauses!A5")."""

    value: Any
    fill: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is one table. ``frozen`` counts the columns that stay in sight.

    ``similar`` describe the columns of which there are any number; their own ``about`` is empty.
    """

    name: str
    table: str
    about: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    frozen: int = 0
    similar: Sequence[Column] = ()


def address(sheet: str, row: int, column: int) -> str:
    """A cell of a sheet for a link; ``row`` counts from 1 (the header), ``column`` from 0."""
    from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

    return f"{quote_sheetname(sheet)}!{xl_rowcol_to_cell(row - 1, column)}"


def as_date(iso: str | None) -> date | str | None:
    """A whole ISO 8601 date as a date; a month or year alone, and a day that Excel cannot show, as the text it is."""
    if not iso or not re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
        return iso or None
    try:
        day = date.fromisoformat(iso)
    except ValueError:  # the thirtieth of February: what the document says stays to be seen
        return iso
    return day if day >= _FIRST_DAY else iso
