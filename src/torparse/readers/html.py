"""Web pages (.html): the main content with its headings, lists, tables, definition lists and accordions.

Navigation, banners, side columns, forms, scripts and what the page hides are left out. Nothing is fetched and no
script is run. Known gaps: numbers that only a style sheet makes ("4.5" by CSS counters) are not in the file; frames
and text that a script puts into the page are not read; whether a style sheet hides something is not known.
"""

from __future__ import annotations

import re
from pathlib import Path

from torparse.model import Document
from torparse.readers._base import CERTAIN, NO, RECOGNISED, Source
from torparse.readers._lines import is_text

SUFFIXES = (".html", ".htm", ".xhtml")

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*\b[^<>]*|!doctype\b[^<>]*)>", re.I)


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for a page's first tags; RECOGNISED for other tags under a page's name; NO without any tag."""
    if not is_text(head):
        return NO
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    if _START.match(text.removeprefix("\xef\xbb\xbf")):
        return CERTAIN
    return RECOGNISED if path.suffix.lower() in SUFFIXES and _TAG.search(text) else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a page that is nested beyond reason."""
    from torparse.readers._base import join
    from torparse.readers._html.blocks import Blocks
    from torparse.readers._html.page import Page

    page = Page(source)
    content = Blocks(page)
    text, blocks = join(content.pieces())
    warnings = [page.warning] if page.warning else []
    if content.changes:
        marked = "inserted" if source.choices.original else "deleted"
        warnings.append(f"{content.changes} passages are marked as {marked} and were left out")
    if page.frames:
        warnings.append(f"{page.frames} frames show other pages, which were not read")
    return source.document(text, blocks, "html", warnings=tuple(warnings))
