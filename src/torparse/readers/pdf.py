"""PDF documents: reading order, paragraphs and headings made out from where the characters stand.

The text of pages that are only pictures is recognised where tesseract is installed and the choice is not "never".
Tables are found by the lines that are drawn, else by cells that stand one under the other; footnotes by their place and
number. Known gaps: a table without lines whose cells stand closer than two letters' widths is read as lines; of a table
in a table's cell only the words are read; two tables in a row with the same columns and no heading between them become
one; a right-aligned address is read as one paragraph; sub-headings that differ from headings only by their indentation
get the same level; text standing sideways on a page is read letter by letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from torparse.model import Document, Recognition
from torparse.readers._base import BY_NAME, CERTAIN, NO, RECOGNISED, Source
from torparse.readers._signatures import PDF

if TYPE_CHECKING:
    from torparse.readers._ocr.recognition import Outcome
    from torparse.readers._pdf.glyphs import Page

SUFFIXES = (".pdf",)

_FEW_CHARACTERS = 20
_STAMP = 150  # characters of a reference and page number stamped on a page that was scanned
_COVERED = 0.6  # the part of a page that the picture of a whole page takes up, margins left out
_GARBLED = 0.1


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for the mark of a PDF at the start; it may stand in the first 1024 bytes too (PDF 1.7, annex H.3.4.1)."""
    if head.startswith(PDF):
        return CERTAIN
    if path.suffix.lower() == ".pdf":
        return CERTAIN if PDF in head[:1024] else BY_NAME
    return RECOGNISED if PDF in head[:1024] and b"\x00" in head else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is damaged, protected, too long, or only pictures."""
    from torparse.readers._ocr import words as say
    from torparse.readers._ocr.recognition import turned_back
    from torparse.readers._pdf.blocks import blocks
    from torparse.readers._pdf.glyphs import load
    from torparse.readers._pdf.layout import running_texts

    pages = load(source)
    bare = [page.number for page in pages if _is_picture(page)]
    outcome = _recognised(source, pages, bare)
    done = {one.page.number: one.page for one in outcome.pages}
    pages = [done.get(page.number, page) for page in pages]
    text, found = blocks(pages)
    if not found:
        todo = "Leave out --ocr never" if bare else "Give a file that holds the words"
        raise source.unreadable("has no text in it, only pictures of pages", f"{todo}, or give the original")
    warnings = []
    if b"%%EOF" not in source.data[-2048:]:
        warnings.append("The end of the file is missing; pages may be missing too")
    if bare and source.choices.ocr == "never":
        warnings.append(say.unread(bare, "text recognition is off"))
    warnings += outcome.warnings
    hidden = [page.number for page in pages if page.hidden]
    if hidden:
        warnings.append(say.hidden(hidden))
    if text.count("\ufffd") > len(text) * _GARBLED:
        warnings.append("Many characters of this file have no meaning; check the text against the pages")
    marks = sorted([*outcome.marks, *map(Recognition, hidden)], key=lambda one: one.page)
    return source.document(
        text, turned_back(found, outcome.pages), "pdf", pages=len(pages), warnings=tuple(warnings),
        recognised=tuple(marks), running=tuple(running_texts(pages)),
    )  # fmt: skip


def _is_picture(page: Page) -> bool:
    """Whether a page is a picture of a page, with at most a reference stamped on it."""
    few = _STAMP if page.covered >= _COVERED else _FEW_CHARACTERS
    return page.has_images and page.characters < few and not (page.hidden and page.characters >= _FEW_CHARACTERS)


def _is_garbled(page: Page) -> bool:
    """Whether many of a page's characters have no meaning: its fonts do not say which letters they hold."""
    text = "".join(run.text for run in page.runs)
    odd = sum(1 for one in text if one == "\ufffd" or "\ue000" <= one <= "\uf8ff")
    return odd > len(text) * _GARBLED


def _recognised(source: Source, pages: Sequence[Page], bare: Sequence[int]) -> Outcome:
    """What text recognition gives for the pages that the choice and their looks ask it for."""
    from torparse.readers._ocr.recognition import Outcome, Sheet, recognised
    from torparse.readers._ocr.words import named
    from torparse.readers._pdf.pictures import Drawer

    forced = source.choices.ocr == "force"
    wanted = {page.number: page for page in pages if forced or page.number in bare or _is_garbled(page)}
    if not wanted or source.choices.ocr == "never":
        return Outcome()
    drawer = Drawer(source.data)
    try:
        sheets = [Sheet(at, page.width, page.height, partial(drawer.page, at - 1)) for at, page in wanted.items()]
        others = [run for page in pages if page.number not in wanted for run in page.runs]
        body = median([run.size for run in others for _ in run.text]) if others else None
        own = others or any(page.number not in bare and page.characters for page in pages)
        only = "" if own else f"has no text in it, only pictures of {named(list(wanted))}"
        return recognised(
            source, sheets, only=only, lack="text" if set(wanted) <= set(bare) else "legible text", body=body
        )
    finally:
        drawer.close()
