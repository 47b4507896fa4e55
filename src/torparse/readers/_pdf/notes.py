"""Footnotes: small lines at the end of a page or column that begin with a number which the page's text cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from torparse.readers._pdf.layout import Row

_SMALLER = 0.94  # a note's font is at most so many times the text's
_GAP = 1.9  # from line to line, in font sizes, above notes that are set like the text
_LINES = 12  # of such notes in a column
_CITED = re.compile(r"\[(\d{1,2})\]")
NUMBERED = re.compile(r"\[?(\d{1,2})\]?\s+(?=\S)")
"""The number at the head of a note."""


@dataclass(slots=True)
class Note:
    """A note's number and its lines; the first begins with the number."""

    label: str
    lines: list[Row] = field(default_factory=list)


def parted(found: Sequence[Row], size: float) -> tuple[list[Row], list[Note]]:
    """The rows without the notes, and the notes in their order; ``size`` is the font size of most of the text."""
    kept: list[Row] = []
    notes: list[Note] = []
    for _, of_page in groupby(found, key=lambda row: row.page):
        rows = list(of_page)
        cited = {label for row in rows for label in _CITED.findall(row.text)}
        for _, of_column in groupby(rows, key=lambda row: row.column) if cited else [(0, iter(rows))]:
            column = list(of_column)
            start = _first(column, size, cited)
            kept += column[:start]
            notes += _notes(column[start:], cited)
    return kept, notes


def _first(column: Sequence[Row], size: float, cited: set[str]) -> int:
    """Where the notes at the foot of a column begin; its length where it has none.

    They are in a smaller font than the text, or few and set off by a gap (Word's rule above them is no character).
    """
    small = len(column)
    while small and column[small - 1].size <= _SMALLER * size and not column[small - 1].table:
        small -= 1
    for at, row in enumerate(column):
        if row.table or _label(row) not in cited:
            continue
        apart = at > 0 and row.bottom - column[at - 1].bottom >= _GAP * row.size
        few = len(column) - at <= _LINES and not any(one.table for one in column[at:])
        if at >= small or (apart and few):
            return at
    return len(column)


def _label(row: Row) -> str:
    match = NUMBERED.match(row.text)
    return match[1] if match else ""


def _notes(lines: Sequence[Row], cited: set[str]) -> Iterator[Note]:
    note: Note | None = None
    for row in lines:
        if _label(row) in cited and not (note and note.label == _label(row)):
            if note:
                yield note
            note = Note(_label(row))
        if note:
            note.lines.append(row)
    if note:
        yield note
