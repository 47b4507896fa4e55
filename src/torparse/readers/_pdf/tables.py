"""Ruled tables of a PDF: parts of one table on following pages put together, rows that a page's end cut made whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torparse.readers import _marks
from torparse.readers._pdf.glyphs import HYPHEN
from torparse.readers._pdf.layout import Row, Ruled

_NEAR = 3.0  # points by which the columns of two parts of one table may lie apart
_LOW = 0.5  # a table goes on over the page only if it ends below this part of the page's height


@dataclass(slots=True)
class Filled:
    """A cell with text: its place in the whole table from 0, and its lines."""

    row: int
    column: int
    lines: list[Row]


def all_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with the lines in the cells of ruled tables in place of the tables."""
    for row in rows:
        if row.table:
            for _, lines in row.table.cells:
                yield from lines
        else:
            yield row


def ruled(rows: Sequence[Row], at: int) -> tuple[list[Filled], int]:
    """The cells of the ruled table at ``rows[at]`` with those of its parts on the next pages, and the index behind it.

    A heading that is repeated on each page is kept once.
    """
    parts = [_table(rows[at])]
    end = at + 1
    while end < len(rows) and _goes_on(parts[0], rows[end - 1], rows[end]):
        parts.append(_table(rows[end]))
        end += 1
    edges = max((part.edges for part in parts), key=len)
    whole: list[list[Filled]] = []
    for part in parts:
        whole = _joined(whole, _rows(part, edges))
    return [cell for row in whole for cell in row], end


def _table(row: Row) -> Ruled:
    if row.table is None:
        raise TypeError("the row is a line of text")
    return row.table


def _goes_on(first: Ruled, before: Row, after: Row) -> bool:
    """Whether ``after`` is the next part of the table that began with ``first`` and whose last part is ``before``."""
    one, two = before.table, after.table
    if one is None or two is None or (after.page, after.column) != (before.page + 1, before.column):
        return False
    few, many = sorted((first.edges, two.edges), key=len)
    outer = abs(few[0] - many[0]) <= _NEAR and abs(few[-1] - many[-1]) <= _NEAR
    if one.low < _LOW or not outer or not all(abs(many[_nearest(many, x)] - x) <= _NEAR for x in few):
        return False
    heads, own = _top(first), _top(two)
    return _texts(heads) == _texts(own) or not (_all_bold(heads) and _all_bold(own))


def _top(table: Ruled) -> list[list[Row]]:
    """The lines of the cells in the first row."""
    return [lines for cell, lines in table.cells if cell.row == 0]


def _texts(cells: Sequence[Sequence[Row]]) -> list[str]:
    return [" ".join(line.text for line in lines) for lines in cells]


def _all_bold(cells: Sequence[Sequence[Row]]) -> bool:
    return all(line.bold for lines in cells for line in lines)


def _nearest(edges: Sequence[float], x: float) -> int:
    at = bisect_left(edges, x)
    return min((i for i in (at - 1, at) if 0 <= i < len(edges)), key=lambda i: abs(edges[i] - x))


def _rows(part: Ruled, edges: Sequence[float]) -> list[list[Filled]]:
    """The cells row by row, a row without text left empty; columns counted along ``edges``."""
    count = max(cell.row for cell, _ in part.cells) + 1
    found: list[list[Filled]] = [[] for _ in range(count)]
    for cell, lines in part.cells:
        found[cell.row].append(Filled(cell.row, _nearest(edges, cell.x0), lines))
    return found


def _joined(whole: list[list[Filled]], part: list[list[Filled]]) -> list[list[Filled]]:
    """The rows of the next part behind those of a table: its repeated heading left out, a row cut in two made whole."""
    if not whole:
        return part
    heads = 0
    while heads < min(len(whole), len(part) - 1) and _repeats(whole[: heads + 1], part[: heads + 1]):
        heads += 1
    part = part[heads:]
    if part and _cut(whole[-1], part[0], named=_names_rows(whole[heads:] + part[1:])):
        known = {cell.column: cell for cell in whole[-1]}
        for cell in part[0]:
            known[cell.column].lines = [*known[cell.column].lines, *cell.lines]
        part = part[1:]
    for number, row in enumerate(part, len(whole)):
        for cell in row:
            cell.row = number
    return whole + part


def _repeats(heads: Sequence[Sequence[Filled]], rows: Sequence[Sequence[Filled]]) -> bool:
    """Whether the last of ``rows`` is the same as the last of the table's first rows; a second one only in bold."""
    words = [[(cell.column, _texts([cell.lines])) for cell in some[-1]] for some in (heads, rows)]
    bold = all(_all_bold([cell.lines for cell in row]) for row in heads)
    return bool(words[0]) and words[0] == words[1] and (len(heads) == 1 or bold)


def _names_rows(rows: Sequence[Sequence[Filled]]) -> bool:
    """Whether every row has words in the first column."""
    return all(row[0].column == 0 for row in rows if row)


def _cut(above: Sequence[Filled], below: Sequence[Filled], *, named: bool) -> bool:
    """Whether two rows are one that a page's end cut: a sentence goes on, or a row lacks the name that rows have."""
    known = {cell.column: cell.lines[-1].text for cell in above}
    if not below or not all(cell.column in known for cell in below):
        return False
    if named and above[0].column == 0 and below[0].column > 0:
        return True
    return any(_broken(known[cell.column], cell.lines[0].text) for cell in below)


def _broken(before: str, after: str) -> bool:
    """Whether words go on from one line to the next."""
    return before.endswith(HYPHEN) or (not _marks.finished(before) and _marks.begins_lower(after))
