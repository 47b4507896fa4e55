"""From a PDF to runs of characters with their places, by pypdfium2's raw interface (fpdf_text.h).

A run is what stands on one line without a wide gap. Places are in points from the top left corner of the page as it
is shown, turned pages turned.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from torparse.readers._base import Source
from torparse.readers._pdf.outline import Titles, titles
from torparse.readers._pdf.pictures import all_hidden, covered
from torparse.readers._pdf.rules import Grid, Place, drawn, grids

_RAISED, _LIFTED = 0.75, 0.2  # a note's mark is at most so large and stands so much higher, by the size of the text
_NOTE_MARK = re.compile(r"(?<=\.)\^{1,2}(?![.^])")  # behind a letter or a stop, and nothing but space behind it

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
_Glyph = tuple[str, float, float, float, float, float, bool, int]
"""A character: text, x0, top, x1, bottom, font size, whether white space stands before it, index on its page."""
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
    """One page: its number from 1, its size in points, its runs in the file's order, the grids of its ruled tables.

    ``titles`` are the bookmarks that lead to it, with their depth from 1.
    """

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    has_images: bool = False
    covered: float = 0.0
    """The part of the page that its largest picture takes up, 0 to 1."""
    hidden: bool = False
    """Whether its text is invisible under or over a picture: what text recognition left."""
    grids: list[Grid] = field(default_factory=list)
    titles: Titles = field(default_factory=list)

    @property
    def characters(self) -> int:
        """How many characters that are no space it holds."""
        return sum(len(run.text.replace(" ", "")) for run in self.runs)


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
        bookmarks = titles(document)
        return [_page(document, at, bookmarks.get(at + 1, [])) for at in range(len(document))]
    except pdfium.PdfiumError as error:
        raise source.unreadable("is damaged: a page cannot be read", "Save or download it again") from error
    finally:
        document.close()


def _page(document: Any, at: int, marked: Titles) -> Page:
    page = document[at]
    try:
        width, height = page.get_size()
        place = _placed(page, width, height)
        lines = drawn(page, place)
        made = Page(at + 1, width, height, has_images=lines.has_images, grids=grids(lines), titles=marked)
        textpage = page.get_textpage()
        try:
            made.runs = list(_runs(_glyphs(textpage, place), _Bold(textpage), made.grids))
            made.covered = covered(page) if made.has_images else 0.0
            made.hidden = made.covered > 0.5 and all_hidden(textpage)
        finally:
            textpage.close()
        return made
    finally:
        page.close()


def _placed(page: Any, width: float, height: float) -> Place:
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


def _glyphs(textpage: Any, place: Place) -> Iterator[_Glyph]:
    """The characters with their places.

    One call for a character's box is what pdfium costs; the codes come in one call for the page, and the size of the
    font is asked for only where the box's height or place changes, which it does not within a line.
    """
    import pypdfium2.raw as raw

    handle, box_of, size_of = textpage.raw, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontSize
    edges = (ctypes.c_float * 4)()  # left, top, right, bottom of an FS_RECTF
    box = ctypes.byref(raw.FS_RECTF.from_buffer(edges))
    shown = _SHOWN
    spaced = False
    low = high = size = float("nan")
    for i, code in enumerate(_codes(textpage)):
        text = shown[code]
        if text <= " ":
            spaced = text == " " or (spaced and text != "\n")
            continue
        if not box_of(handle, i, box):
            continue
        x0, y1, x1, y0 = edges
        if y0 != low or y1 != high:
            low, high, size = y0, y1, size_of(handle, i)
        x0, top, x1, bottom = place(x0, y0, x1, y1)
        yield text, x0, top, x1, bottom, (bottom - top) / 1.15 if size <= 1.5 else size, spaced, i
        spaced = False


class _Shown(dict[int, str]):
    """What a character's code stands for: a line feed for a line end, a space for white space, nothing for others."""

    def __missing__(self, code: int) -> str:
        text = HYPHEN if code in _HYPHENS else _LIGATURES.get(chr(code), chr(code))
        if code in (0x0A, 0x0D):
            text = "\n"
        elif text.isspace():
            text = " "
        elif code < 0x20 and code not in _HYPHENS:
            text = ""
        self[code] = text
        return text


_SHOWN = _Shown()


def _codes(textpage: Any) -> Iterable[int]:
    """The code of each of the page's characters; the first half of a surrogate pair is 0, the second both together."""
    import pypdfium2.raw as raw

    count = textpage.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage.raw, 0, count, buffer) == count + 1:  # a unit a character, none left out
        codes: list[int] = buffer[:count]
        if not any(0xD800 <= code < 0xE000 for code in set(codes)):
            return codes
    return _paired(raw.FPDFText_GetUnicode(textpage.raw, i) for i in range(count))


def _paired(codes: Iterable[int]) -> Iterator[int]:
    high = 0
    for code in codes:
        if 0xD800 <= code < 0xDC00:
            high = code
            yield 0
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        yield code


class _Bold:
    """Whether a character is in a bold font, by the font's weight or name."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as raw

        self._handle, self._info, self._weight = textpage.raw, raw.FPDFText_GetFontInfo, raw.FPDFText_GetFontWeight
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def __call__(self, index: int) -> bool:
        self._name.value = b""
        self._info(self._handle, index, self._name, len(self._name), ctypes.byref(self._flags))
        return _bold_name(self._name.value) or bool(self._weight(self._handle, index) >= _BOLD_WEIGHT)


@lru_cache(maxsize=1024)
def _bold_name(name: bytes) -> bool:
    called = name.decode("utf-8", "replace").lower()
    return any(word in called for word in ("bold", "black", "heavy"))


def _runs(glyphs: Iterable[_Glyph], is_bold: Callable[[int], bool], tables: Sequence[Grid]) -> Iterator[Run]:
    """The characters put together where one stands on the line of the one before, close behind it, in the same cell.

    pdfium's own line ends are not asked: they fall within lines too.
    """
    run: list[_Glyph] = []
    parts: list[str] = []
    last_top = last_x1 = last_bottom = last_size = 0.0
    for glyph in glyphs:
        text, x0, top, x1, bottom, size, spaced, _ = glyph
        gap, largest = x0 - last_x1, size if size > last_size else last_size
        level = (top == last_top and bottom == last_bottom) or min(last_bottom, bottom) - max(
            last_top, top
        ) >= 0.4 * min(last_bottom - last_top, bottom - top)
        if run and not (level and -0.7 * largest <= gap <= _WIDE * largest):
            yield _run(parts, run, is_bold)
            run, parts = [], []
        elif run and (spaced or gap > _SPACE * largest):
            if tables and _parted(run[-1], glyph, tables):
                yield _run(parts, run, is_bold)
                run, parts = [], []
            else:
                parts.append(" ")
        run.append(glyph)
        parts.append(text)
        last_top, last_x1, last_bottom, last_size = top, x1, bottom, size
    if run:
        yield _run(parts, run, is_bold)


def _parted(one: _Glyph, two: _Glyph, tables: Sequence[Grid]) -> bool:
    """Whether two characters of a line stand in different cells of a table, or only one of them in it."""
    level = (one[2] + one[4]) / 2
    return any(table.cell((one[1] + one[3]) / 2, level) != table.cell((two[1] + two[3]) / 2, level) for table in tables)


def _run(parts: list[str], glyphs: list[_Glyph], is_bold: Callable[[int], bool]) -> Run:
    text = "".join(parts)
    _, lefts, tops, rights, bottoms, sizes, _, _ = zip(*glyphs, strict=True)
    main = round(sizes[0], 1)
    if len(set(sizes)) > 1:
        counts = Counter(round(size, 1) for size in sizes)
        main = max(counts, key=lambda size: (counts[size], size))
        usual = [glyph for glyph in glyphs if round(glyph[5], 1) == main]  # a raised "th" makes the line no taller
        tops, bottoms = tuple(glyph[2] for glyph in usual), tuple(glyph[4] for glyph in usual)
        text = _cited(parts, glyphs, main, max(bottoms))
    bold = is_bold(glyphs[0][7]) and is_bold(glyphs[-1][7])
    return Run(text, min(lefts), min(tops), max(rights), max(bottoms), main, bold)


def _cited(parts: list[str], glyphs: list[_Glyph], size: float, bottom: float) -> str:
    """The text of a run with the raised figures that cite notes in brackets, "[1]", as in the other formats."""
    raised = iter(
        glyph[0].isdigit() and glyph[5] <= _RAISED * size and bottom - glyph[4] >= _LIFTED * size for glyph in glyphs
    )
    marks = "".join(" " if part == " " else "^" * len(part) if next(raised) else "." * len(part) for part in parts)
    text = "".join(parts)
    for match in reversed(list(_NOTE_MARK.finditer(marks))):
        text = f"{text[: match.start()]}[{text[slice(*match.span())]}]{text[match.end() :]}"
    return text
