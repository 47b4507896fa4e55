"""A PDF's bookmarks: their titles, by the pages that they lead to."""

from __future__ import annotations

import ctypes
import re
from typing import Any

Titles = list[tuple[str, int]]
"""Titles with their depth from 1."""

_MOST = 5_000  # bookmarks; a damaged outline may have no end
_DEEPEST = 9
_LONGEST = 120  # characters of a title; a longer one is a clause that was styled as a heading


def titles(document: Any) -> dict[int, Titles]:
    """The bookmarks of a document of pypdfium2's by the number of the page (from 1) that they lead to."""
    import pypdfium2.raw as raw

    found: dict[int, Titles] = {}
    seen: set[int] = set()
    waiting = [(raw.FPDFBookmark_GetFirstChild(document.raw, None), 1)]
    while waiting and len(seen) < _MOST:
        one, level = waiting.pop()
        if not one or ctypes.addressof(one.contents) in seen:
            continue
        seen.add(ctypes.addressof(one.contents))
        waiting.append((raw.FPDFBookmark_GetNextSibling(document.raw, one), level))
        if level < _DEEPEST:
            waiting.append((raw.FPDFBookmark_GetFirstChild(document.raw, one), level + 1))
        target = raw.FPDFBookmark_GetDest(document.raw, one)
        page = raw.FPDFDest_GetDestPageIndex(document.raw, target) if target else -1
        title = _title(one)
        if page >= 0 and title:
            found.setdefault(page + 1, []).append((title, level))
    return found


def _title(bookmark: Any) -> str:
    """The title, or nothing for one that is no heading's."""
    import pypdfium2.raw as raw

    size = raw.FPDFBookmark_GetTitle(bookmark, None, 0)
    if not 2 < size <= 2 * (_LONGEST + 1):
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFBookmark_GetTitle(bookmark, buffer, size)
    text = buffer.raw[: size - 2].decode("utf-16-le", "replace")
    ends = text.rstrip().endswith((".", ";")) and len(text.split()) > 10
    return "" if ends or not re.search(r"[^\W\d_]{2}", text) else text
