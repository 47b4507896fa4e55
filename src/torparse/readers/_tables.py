"""Tables in plain text: rows of cells between bars or tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from torparse.readers import _marks
from torparse.readers._lines import Line

_RULE = re.compile(r"\|?(?:\s*:?-{1,}:?\s*\|)+(?:\s*:?-+:?\s*)?$|\+(?:[-=]+\+)+$")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t+")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line as (column, start, end) in the text, and how many columns it has."""

    line: Line
    columns: int
    cells: tuple[tuple[int, int, int], ...]


def is_rule(text: str) -> bool:
    """Whether a line only rules off a table's rows (|---|---|)."""
    return bool(_RULE.match(text)) and "-" in text


def _row(line: Line, separator: re.Pattern[str]) -> Row:
    text = line.text
    edges = [match.span() for match in separator.finditer(text)]
    starts, ends = [0] + [end for _, end in edges], [start for start, _ in edges] + [len(text)]
    spans = list(zip(starts, ends, strict=True))
    if separator is _BAR:  # a bar at either end frames the row and makes no column
        spans = spans[1:] if text.startswith("|") else spans
        spans = spans[:-1] if text.endswith("|") and not text.endswith("\\|") and len(spans) > 1 else spans
    cells = []
    for column, (start, end) in enumerate(spans):
        cell = text[start:end]
        start += len(cell) - len(cell.lstrip())
        if cell.strip():
            cells.append((column, line.start + start, line.start + start + len(cell.strip())))
    return Row(line, len(spans), tuple(cells))


def find_table(lines: Sequence[Line], at: int, *, markdown: bool) -> tuple[list[Row], int]:
    """The table that begins at ``lines[at]`` as rows, and the index behind it; no rows where none begins there.

    At least two lines with the same number of cells, two or more. Under a Markdown rule their number may vary. Lines
    that begin with a label and a tab ("4.5<tab>A quorum …") are no table.
    """
    text = lines[at].text
    for separator, has in ((_BAR, "|" in text), (_TAB, "\t" in text)):
        if not has:
            continue
        rows, end = _rows(lines, at, separator, markdown=markdown)
        if len(rows) >= 2 and not (separator is _TAB and _labelled(rows)):
            return rows, end
    return [], at


def _rows(lines: Sequence[Line], at: int, separator: re.Pattern[str], *, markdown: bool) -> tuple[list[Row], int]:
    rows: list[Row] = []
    ruled = False
    end = at
    while end < len(lines) and lines[end].text:
        line = lines[end]
        if separator is _BAR and is_rule(line.text):
            ruled = True
        elif not separator.search(line.text):
            break
        else:
            row = _row(line, separator)
            same = not rows or row.columns == rows[0].columns or (markdown and ruled)
            if not same or (row.columns < 2 and not (markdown and line.text.startswith("|"))):
                break
            rows.append(row)
        end += 1
    return rows, end


def _labelled(rows: Sequence[Row]) -> bool:
    """Whether every first cell is only a label or a bullet, so that the tab is an indentation."""
    heads = [row.line.text.split("\t", 1)[0].strip() for row in rows]
    return rows[0].columns == 2 and all(
        _marks.mark(head + " x") >= _marks.Mark.WEAK and len(head) < 8 for head in heads
    )
