"""The page of ``torparse read --html``: what torparse sees, beside pictures of a PDF's pages with its boxes on them.

It is self-contained, works without a network and without a script, and depends on the document and torparse's version
only. Texts are exact; the template escapes them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from torparse import __version__
from torparse.model import Box, Record
from torparse.readers import PageImage
from torparse.reading_forms import MARK, Part, beside, extent, facts, standing
from torparse.report.pages import environment

#: Letter and meaning of a role, in the order of the key. The role's word names the style.
SIGNS: Mapping[str, tuple[str, str]] = {
    "heading": ("H", "Heading"),
    "paragraph": ("P", "Paragraph"),
    "list item": ("L", "List item, or a numbered part of a paragraph"),
    "cell": ("C", "Cell of a table"),
    "note": ("N", "Note"),
    "contents": ("T", "Line of a table of contents: never read as a rule"),
    MARK: ("M", "A number or mark standing alone: not read, a number goes to what follows"),
}
_TITLE = 80  # characters of a block's text in the title of its box
_DEEPEST = 6  # HTML has no headings below
_TOP = 3  # the level of the document's first headings in the page
_CAPTION = 9.0  # points: the height of a box's number
_CHARACTER = 4.9  # points: the width of one of its characters, in bold
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A block in the page. ``box`` is the anchor of its box or an empty string, ``tag`` that of a heading's HTML."""

    part: Part
    box: str = ""
    tag: int = 0

    @property
    def sign(self) -> str:
        """Its name in the page and over the picture: "H12"."""
        return f"{SIGNS[self.part.role][0]}{self.part.number}"

    @property
    def style(self) -> str:
        """The name of its style."""
        return self.part.role.replace(" ", "-")

    @property
    def what(self) -> str:
        """Its role with the level, and what the file calls it where that is something else."""
        part = self.part
        level = f", level {part.level}" if part.level else ""
        otherwise = f" (the file: {part.otherwise})" if part.otherwise else ""
        return f"{part.role[:1].upper()}{part.role[1:]}{level}{otherwise}"

    @property
    def where(self) -> str:
        """Page, line or paragraph, and how an officer cites it where there is a number to cite."""
        block = self.part.block
        places = (("page", block.page), ("line", block.line), ("paragraph", block.paragraph))
        found = [f"{name} {number}" for name, number in places if number is not None][:1]
        if self.part.citation not in ("", self.part.under):
            found.append(f"cited as {self.part.citation}")
        return ", ".join(found)


@dataclass(slots=True)
class Item:
    """A list item with the items under it."""

    entry: Entry
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``rows`` are its row's number and, for each of ``columns``, the entries of that cell."""

    table: int
    extent: str
    columns: tuple[int, ...]
    rows: tuple[tuple[int, tuple[tuple[Entry, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A block's boxes on one page: each line of it, outlines around lines that follow one another, and its number."""

    id: str
    entry: Entry
    lines: tuple[Box, ...]
    outlines: tuple[Box, ...]
    title: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its blocks: ``flow`` holds entries, lists of items and tables. ``number`` is 0 without pages."""

    number: int
    image: PageImage | None
    source: str
    marks: tuple[Mark, ...]
    flow: tuple[Entry | Grid | list[Item], ...]


def page(record: Record, found: Sequence[Part], pictures: Sequence[PageImage]) -> str:
    """The HTML page of a document, its blocks and the pictures of its pages."""
    document = record.document
    drawn = {one.number: one for one in pictures}
    entries = _entries(found, drawn)
    used = {entry.part.role for entry in entries}
    return environment().get_template("read.html").render(
        version=__version__,
        name=document.name,
        facts=facts(record, len(found)),
        bodies=[standing(body) for body in record.bodies],
        warnings=document.warnings,
        beside=beside(document),
        pages=document.pages,
        first=min(drawn, default=0),
        last=max(drawn, default=0),
        signs={role: sign for role, sign in SIGNS.items() if role in used},
        headings=[entry for entry in entries if entry.tag],
        sheets=_sheets(entries, drawn, document.pages),
        caption=_CAPTION,
    )  # fmt: skip


def _entries(found: Sequence[Part], drawn: Mapping[int, PageImage]) -> list[Entry]:
    """The blocks with their anchors; a heading's HTML level counts the headings that it stands under."""
    entries = []
    above: list[int] = []
    for part in found:
        tag = 0
        if part.role == "heading":
            while above and above[-1] >= part.level:
                above.pop()
            tag = min(_TOP + len(above), _DEEPEST)
            above.append(part.level)
        page = next((box.page for box in part.block.boxes if box.page in drawn and drawn[box.page].data), None)
        entries.append(Entry(part, f"p{page}-{part.number}" if page else "", tag))
    return entries


def _sheets(entries: Sequence[Entry], drawn: Mapping[int, PageImage], pages: int | None) -> list[Sheet]:
    by_page: dict[int, list[Entry]] = {number: [] for number in range(1, (pages or 0) + 1)}
    for entry in entries:
        by_page.setdefault(entry.part.block.page or 0, []).append(entry)
    sheets = []
    for number, some in by_page.items():
        image = drawn.get(number)
        marks = tuple(_marks(entries, image)) if image and image.data else ()
        source = f"data:{image.media};base64,{base64.b64encode(image.data).decode()}" if image and image.data else ""
        sheets.append(Sheet(number, image, source, marks, tuple(_flow(some))))
    return sheets


def _flow(entries: Sequence[Entry]) -> Iterator[Entry | Grid | list[Item]]:
    """The blocks of a page as they are shown: cells of a table and items of a list put together."""
    for (table, listed), group in groupby(entries, lambda one: (one.part.block.table, one.part.role == "list item")):
        some = list(group)
        if table is not None:
            yield _grid(table, some)
        elif listed:
            yield _nested(some)
        else:
            yield from some


def _nested(entries: Sequence[Entry]) -> list[Item]:
    """List items under those of a lower level before them."""
    top: list[Item] = []
    above: list[Item] = []
    for entry in entries:
        item = Item(entry)
        while above and above[-1].entry.part.level >= entry.part.level:
            above.pop()
        (above[-1].items if above else top).append(item)
        above.append(item)
    return top


def _grid(table: int, entries: Sequence[Entry]) -> Grid:
    cells: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        cells.setdefault((entry.part.block.row or 0, entry.part.block.column or 0), []).append(entry)
    columns = tuple(sorted({column for _, column in cells}))
    rows = tuple(
        (row, tuple(tuple(cells.get((row, column), ())) for column in columns))
        for row in sorted({row for row, _ in cells})
    )
    return Grid(table, extent([entry.part for entry in entries]), columns, rows)


def _marks(entries: Sequence[Entry], image: PageImage) -> Iterator[Mark]:
    """What is drawn over a page: the boxes of every block that stands on it, also of one that began before it."""
    for entry in entries:
        lines = tuple(box for box in entry.part.block.boxes if box.page == image.number)
        if not lines:
            continue
        text = " ".join(entry.part.text.split())
        short = text if len(text) <= _TITLE else f"{text[:_TITLE].rstrip()} …"
        width = _CHARACTER * len(entry.sign) + _MARGIN
        yield Mark(
            id=f"p{image.number}-{entry.part.number}",
            entry=entry,
            lines=lines,
            outlines=tuple(_outlines(lines)),
            title=f"{entry.sign}: {entry.what}: {' '.join(filter(None, (entry.part.label, short)))}",
            x=max(lines[0].x0 - width - _MARGIN, 0.0),
            width=width,
        )


def _outlines(lines: Sequence[Box]) -> Iterator[Box]:
    """Lines under one another as one rectangle; a block that goes on in another column has more than one."""
    last: Box | None = None
    for line in lines:
        height = line.bottom - line.top
        if last and -height < line.top - last.bottom < height and line.x0 < last.x1 and last.x0 < line.x1:
            last = Box(last.page, min(last.x0, line.x0), last.top, max(last.x1, line.x1), line.bottom)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last
