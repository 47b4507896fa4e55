"""From a PDF to runs of characters with their places, by pypdfium2's raw interface (fpdf_text.h).

A run is what stands on one line without a wide gap. Places are in points from the top left corner of the page as it
is shown, turned pages turned.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from torparse.readers._base import Source
from torparse.readers._pdf_pictures import all_hidden, covered

HYPHEN = "\u00ad"
"""Stands for a hyphen that may only break a word at the end of a line."""

_HYPHENS = (0x02, 0xAD, 0xFFFE)  # how pdfium gives a hyphen at the end of a line
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0a8": "☐", "\uf076": "❖",
    "\u00a0": " ",
}  # fmt: skip
_WIDE = 2.0  # a gap of so many times the font's size parts columns
_SPACE = 0.19  # a gap of this part of the font's size parts words
_BOLD_WEIGHT = 600
_LOCKED = "Open it with the password, save it without one and give that"


@dataclass(slots=True)
class Run:
    """Characters on one line without a wide gap between them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Page:
    """One page: its number from 1, its size in points, its runs in the file's order."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    has_images: bool = False
    covered: float = 0.0
    """The part of the page that its largest picture takes up, 0 to 1."""
    hidden: bool = False
    """Whether its text is invisible under or over a picture: what text recognition left."""

    @property
    def characters(self) -> int:
        """How many characters that are no space it holds."""
        return sum(len(run.text.replace(" ", "")) for run in self.runs)


@dataclass(slots=True)
class _Glyph:
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    index: int
    spaced: bool  # white space before it


def load(source: Source) -> list[Page]:
    """Every page's runs; raises UnreadableInput for a file that is protected, damaged or has too many pages."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise source.unreadable("is protected with a password", _LOCKED) from error
        if "security" in str(error).lower():
            raise source.unreadable("is protected in a way that torparse cannot open", _LOCKED) from error
        raise source.unreadable("is damaged: no PDF can be made out in it", "Save or download it again") from error
    try:
        if len(document) > source.limits.max_pages:
            raise source.unreadable(
                f"has {len(document):,} pages, more than the limit of {source.limits.max_pages:,}", "Split it"
            )
        if len(document) == 0:
            raise source.unreadable("is damaged: it has no pages", "Save or download it again")
        return [_page(document, at) for at in range(len(document))]
    except pdfium.PdfiumError as error:
        raise source.unreadable("is damaged: a page cannot be read", "Save or download it again") from error
    finally:
        document.close()


def _page(document: Any, at: int) -> Page:
    import pypdfium2.raw as raw

    page = document[at]
    try:
        width, height = page.get_size()
        made = Page(at + 1, width, height)
        made.has_images = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        textpage = page.get_textpage()
        try:
            glyphs = _glyphs(textpage, _placed(page, width, height))
            made.runs = list(_runs(glyphs, partial(_is_bold, textpage)))
            made.covered = covered(page) if made.has_images else 0.0
            made.hidden = made.covered > 0.5 and all_hidden(textpage)
        finally:
            textpage.close()
        return made
    finally:
        page.close()


def _placed(page: Any, width: float, height: float) -> Any:
    """A function from a box in the page's own space (left, bottom, right, top) to (x0, top, x1, bottom) as shown."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation() % 360

    def place(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        if turn == 90:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if turn == 180:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        if turn == 270:
            return top - y1, right - x1, top - y0, right - x0
        return x0 - left, top - y1, x1 - left, top - y0

    return place


def _glyphs(textpage: Any, place: Any) -> Iterator[_Glyph | None]:
    """The characters with their places; None where pdfium sees a line end."""
    import pypdfium2.raw as raw

    spaced = False
    high = 0
    box = raw.FS_RECTF()
    for i in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in (0x0A, 0x0D):
            yield None
            spaced = False
            continue
        character = HYPHEN if code in _HYPHENS else _LIGATURES.get(chr(code), chr(code))
        if character.isspace():
            spaced = True
            continue
        if code < 0x20 and code not in _HYPHENS:
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage.raw, i, ctypes.byref(box)):
            continue
        x0, top, x1, bottom = place(box.left, box.bottom, box.right, box.top)
        size = raw.FPDFText_GetFontSize(textpage.raw, i)
        height = bottom - top
        yield _Glyph(character, x0, top, x1, bottom, height / 1.15 if size <= 1.5 else size, i, spaced)
        spaced = False


def _is_bold(textpage: Any, index: int) -> bool:
    """Whether a character is in a bold font, by the font's weight or name."""
    import pypdfium2.raw as raw

    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage.raw, index, name, len(name), ctypes.byref(flags))
    called = name.value.decode("utf-8", "replace").lower()
    if any(word in called for word in ("bold", "black", "heavy")):
        return True
    return bool(raw.FPDFText_GetFontWeight(textpage.raw, index) >= _BOLD_WEIGHT)


def _runs(glyphs: Iterator[_Glyph | None], is_bold: Any) -> Iterator[Run]:
    open_run: list[_Glyph] = []
    for glyph in glyphs:
        if glyph is None:
            continue  # the places say more than pdfium's line ends, which also fall within lines
        if open_run and not _goes_on(open_run, glyph):
            yield _run(open_run, is_bold)
            open_run = []
        open_run.append(glyph)
    if open_run:
        yield _run(open_run, is_bold)


def _goes_on(run: list[_Glyph], glyph: _Glyph) -> bool:
    """Whether a character stands on the run's line, close behind its last one."""
    last = run[-1]
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    if overlap < 0.4 * min(last.bottom - last.top, glyph.bottom - glyph.top):
        return False
    size = max(last.size, glyph.size)
    return -0.7 * size <= glyph.x0 - last.x1 <= _WIDE * size


def _run(glyphs: list[_Glyph], is_bold: Any) -> Run:
    parts = [glyphs[0].text]
    for last, glyph in pairwise(glyphs):
        if glyph.spaced or glyph.x0 - last.x1 > _SPACE * max(last.size, glyph.size):
            parts.append(" ")
        parts.append(glyph.text)
    sizes: dict[float, int] = {}
    for glyph in glyphs:
        sizes[round(glyph.size, 1)] = sizes.get(round(glyph.size, 1), 0) + 1
    main = max(sizes, key=lambda size: (sizes[size], size))
    usual = [glyph for glyph in glyphs if round(glyph.size, 1) == main]
    return Run(
        text="".join(parts),
        x0=min(glyph.x0 for glyph in glyphs),
        top=min(glyph.top for glyph in usual),  # a raised "th" does not make the line taller
        x1=max(glyph.x1 for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in usual),
        size=main,
        bold=is_bold(glyphs[0].index) and is_bold(glyphs[-1].index),
    )
