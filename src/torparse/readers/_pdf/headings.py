"""Which lines of a PDF are the titles of its bookmarks.

A line is a heading of a bookmark's level if it is the bookmark's whole title, its number apart, and stands by itself.
Bookmarks that some programs make of pages ("Page 1", a page's first words) find no such line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from torparse.readers._pdf.glyphs import HYPHEN
from torparse.readers._pdf.layout import Row
from torparse.readers._pdf.outline import Titles

_LINES = 3  # of a title
_DOTTED = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_LABEL = re.compile(rf"(?:\(?(?:[a-z]|[ivxl]{{1,5}}|{_DOTTED})[.):]|{_DOTTED})\s+(?=\w)", re.IGNORECASE)


def titled(
    rows: Sequence[Row], known: Mapping[int, Titles], joined: Callable[[Row, Row], bool]
) -> dict[int, tuple[int, int]]:
    """Of each row that begins a bookmark's title: the index behind its last row, and the level.

    ``joined`` says whether a row goes on with the paragraph of the one before.
    """
    levels = {page: {_key(text): level for text, level in reversed(some)} for page, some in known.items()}
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(rows):
        end, level = _match(rows, at, levels.get(rows[at].page, {}))
        alone = level and not (at and joined(rows[at - 1], rows[at]))
        if alone and not (end < len(rows) and joined(rows[end - 1], rows[end])):
            found[at] = end, level
        at = max(end, at + 1)
    return found


def _match(rows: Sequence[Row], at: int, levels: Mapping[str, int]) -> tuple[int, int]:
    """The index behind the longest title that begins with row ``at``, and its level; ``at`` and 0 for none."""
    text, best = "", (at, 0)
    for end in range(at, min(at + _LINES, len(rows)) if levels else at):
        row = rows[end]
        if row.table or row.is_contents or (row.page, row.column) != (rows[at].page, rows[at].column):
            break
        text = text.removesuffix(HYPHEN) + row.text if text.endswith(HYPHEN) else f"{text} {row.text}"
        level = next((levels[key] for key in _keys(text) if key in levels), 0)
        if level:
            best = end + 1, level
    return best


def _keys(title: str) -> list[str]:
    """A line for comparing, with and without its label."""
    return [_key(title), _key(_LABEL.sub("", title.strip(), count=1))]


def _key(title: str) -> str:
    """A title for comparing: white space, capitals, hyphens that may break a word and a colon do not count."""
    return "".join(title.replace(HYPHEN, "").split()).casefold().rstrip(":.")
