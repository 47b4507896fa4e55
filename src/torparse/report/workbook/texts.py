"""Texts as Excel's cells and headers can hold them, and about how much room they take."""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_TEXT = 32_767
"""The characters of a cell, counted in UTF-16 as Excel does."""
MAX_HEAD = 255
"""The characters of the header of a table's column."""
CUT = " […]"
"""What stands where a text was cut."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_WORD = re.compile(r"[^\s-]*(?:-+|\s+|$)")  # with what may stand at the end of a line
_LETTERS = 1.15  # of Arial 10 in the width of a figure of the typeface that widths of columns count in
_LINE, _PADDING, _MAX_HEIGHT = 13.0, 3.0, 409.0  # points
MOST_LINES = int((_MAX_HEIGHT - _PADDING) // _LINE)
"""The lines that the highest row of Excel shows."""


def clean(text: str) -> str:
    """``text`` as a cell can hold it: line ends as LF, a space for each character that is no text."""
    plain = _NOT_TEXT.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    # xlsxwriter would take this for markup of its own and write it as it is
    return f"{plain} " if plain.startswith("<r>") and plain.endswith("</r>") else plain


def shortened(text: str, most: int = MAX_TEXT) -> str:
    """``text``, or as much of its beginning as fits into ``most`` UTF-16 units with the sign of a cut behind it."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * most:
        return text
    return encoded[: 2 * (most - len(CUT))].decode("utf-16-le", "ignore") + CUT


def heads(names: Sequence[str]) -> list[str]:
    """Headers as Excel wants them: on one line, at most 255 characters, and no two alike whatever their case."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        plain = " ".join(clean(name).split())
        head, number = shortened(plain, MAX_HEAD), 1
        while head.lower() in taken:
            number += 1
            more = f" ({number})"
            head = shortened(plain, MAX_HEAD - len(more)) + more
        taken.add(head.lower())
        found.append(head)
    return found


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take ``text`` for a formula if somebody typed it."""
    return text.startswith(_FORMULA)


def lines_of(text: str, width: float) -> int:
    """About how many lines ``text`` takes in a column of ``width`` characters: rather one too many than one too few.

    Neither Excel nor LibreOffice makes rows as high as wrapped text needs in every case, so that it is worked out here.
    """
    lines, width = 0, int(width * _LETTERS)
    for part in text.split("\n"):
        lines, room = lines + 1, width
        for word in _WORD.findall(part) if len(part) > width else ():
            long = len(word.rstrip())
            if long > room and room < width:
                lines, room = lines + 1, width
            broken = max(long - 1, 0) // width  # a word longer than a line goes on in the next
            lines, room = lines + broken, room - len(word) + broken * width
    return lines


def height(lines: int) -> float:
    """The height of a row of that many lines, in points; Excel has none higher than 409."""
    return min(lines * _LINE + _PADDING, _MAX_HEIGHT)
