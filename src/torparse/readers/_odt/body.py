"""The body of an OpenDocument text as blocks: paragraphs, lists with computed numbers, tables, text boxes, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from torparse.model import Block, BlockKind, Comment
from torparse.readers import _marks
from torparse.readers._base import Piece, join_with_prompts, left_out, piece, prompt
from torparse.readers._cells import cell
from torparse.readers._odt.changes import reject
from torparse.readers._odt.package import DRAW, OFFICE, TABLE, TEXT, Counter, Package, Styles
from torparse.readers._word.package import number

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_SKIPPED = {
    *(TEXT + name for name in (
        "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
        "alphabetical-index-auto-mark-file", "table-of-content-source", "hidden-text", "hidden-paragraph", "ruby-text",
        "script", "note-citation", "number",
    )),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms", "event-listeners", "binary-data")),
    _SVG + "title", _SVG + "desc", TABLE + "named-expressions", DRAW + "image-map", DRAW + "object",
}  # fmt: skip
_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_SPACE = re.compile(r"[ \t\r\n]+")
_WIDEST = 1_000  # spaces that one element may stand for, and cells that one may be repeated into


@dataclass(slots=True)
class _Text:
    """The text of one paragraph while it is read, and the text boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def add(self, raw: str | None) -> None:
        """Characters of the file, whose white space counts as one space, and none behind another (ODF 1.3, 6.1.2)."""
        text = _SPACE.sub(" ", raw or "")
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: its style, its counter and the level reached."""

    style: str
    counter: Counter
    level: int


class Body:
    """Reads one document; ``read`` is to be called once, then ``changes``, ``comments`` and ``warnings`` are set."""

    def __init__(self, package: Package) -> None:
        roots = package.roots()
        self.root = roots[0]
        self.source = package.source
        self.choices = package.source.choices
        self.styles = Styles(roots)
        self.outline = Counter(self.styles.outline)
        self.by_style: dict[str, Counter] = {}  # the counter of the last list of each style
        self.by_id: dict[str, Counter] = {}
        self.notes: list[tuple[str, etree._Element]] = []
        self.changes = self.hidden = self.tables = 0
        self.comments: list[Comment] = []
        self.prompts: list[tuple[int, int]] = []
        self.last_heading = 0  # the depth of the last one that is marked

    def read(self) -> tuple[str, list[Block]]:
        """The text and its blocks in reading order, the notes behind the body."""
        self.changes = sum(1 for _ in self.root.iter(TEXT + "changed-region"))
        self.comments = [_comment(one) for one in self.root.iter(OFFICE + "annotation")]
        if self.choices.original:
            reject(self.root)
        body = self.root.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise self.source.unreadable("is an OpenDocument file, but not a text", "Give a text document")
        pieces = list(self.container(body))
        for label, note in self.notes:  # grows while notes are read: one may cite another
            lines = [self.text(one).strip() for one in note.iter(*_PARAGRAPHS)]
            pieces.append(piece("\n".join(line for line in lines if line), BlockKind.FOOTNOTE, label=label))
        text, blocks, self.prompts = join_with_prompts(pieces)
        return text, blocks

    def warnings(self) -> Iterator[str]:
        """What a reader of the result should know."""
        yield from left_out(self.changes, self.hidden, self.choices)

    def container(self, parent: etree._Element) -> Iterator[Piece]:
        """The pieces of a body, a section, an index or a text box."""
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield from self.paragraph(child)
            elif child.tag == TEXT + "list":
                yield from self.items(child, None)
            elif child.tag == TABLE + "table":
                yield from self.table(child)
            elif child.tag == TEXT + "section" and child.get(TEXT + "display") == "none":
                self.hidden += 1
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self.container(child)

    def paragraph(
        self, element: etree._Element, within: _List | None = None, start: int | None = None
    ) -> Iterator[Piece]:
        """The paragraph as a block, then the text boxes that hang on it; ``within`` the list whose item it begins."""
        found = self.inside(element)
        text = "".join(found.parts).strip()
        if text:
            kind, level, label = self.kind(element, text, within, start)
            yield piece(text, kind, level=level, label=label)
        for box in found.boxes:
            yield from self.container(box)

    def kind(
        self, element: etree._Element, text: str, within: _List | None, start: int | None
    ) -> tuple[BlockKind, int, str]:
        """Kind, level and computed number of a paragraph; counts its list or the outline on."""
        name = element.get(TEXT + "style-name")
        depth = self.styles.heading_level(name)
        label = ""
        if element.tag == TEXT + "h":
            depth = number(element.get(TEXT + "outline-level")) or depth or 1
        if within:
            label = within.counter.label(within.level, start)
        elif element.tag == TEXT + "h" and element.get(TEXT + "is-list-header") != "true":
            restart = element.get(TEXT + "restart-numbering") == "true"
            label = self.outline.label(depth, number(element.get(TEXT + "start-value")) if restart else None)
        if depth and not _marks.is_clause(text):
            self.last_heading = depth
            return BlockKind.HEADING, depth, label
        if (not within or label[:1].isdigit()) and _marks.titles(text) and self.is_bold(element):
            return BlockKind.HEADING, self.last_heading and self.last_heading + 1, label
        if within:
            return BlockKind.LIST_ITEM, within.level, label
        return (BlockKind.LIST_ITEM, depth, label) if label else (BlockKind.PARAGRAPH, 0, "")

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Whether all words of a paragraph are bold."""
        return all(self._weights(paragraph, self.styles.is_bold(paragraph.get(TEXT + "style-name"))))

    def _weights(self, element: etree._Element, bold: bool) -> Iterator[bool]:
        """For each stretch of words in an element whether it is bold."""
        if (element.text or "").strip():
            yield bold
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED and not child.tag.startswith(DRAW):
                named = child.get(TEXT + "style-name") if child.tag == TEXT + "span" else None
                yield from self._weights(child, self.styles.span_is_bold(named, bold))
            if (child.tail or "").strip():
                yield bold

    def items(self, element: etree._Element, outer: _List | None) -> Iterator[Piece]:
        """The items of a list; the first paragraph of each has its number."""
        opened = self.opened(element, outer)
        for item in element:
            first = item.tag == TEXT + "list-item"
            start = number(item.get(TEXT + "start-value"))
            for child in item:
                if child.tag in _PARAGRAPHS:
                    for one in self.paragraph(child, opened if first else None, start):
                        first = False
                        yield one
                elif child.tag == TEXT + "list":
                    yield from self.items(child, opened)
                elif child.tag == TABLE + "table":
                    yield from self.table(child)

    def opened(self, element: etree._Element, outer: _List | None) -> _List:
        """The list that an element opens: the outer one a level deeper, one that goes on, or a new one."""
        style = element.get(TEXT + "style-name") or (outer.style if outer else "")
        if outer and style == outer.style:
            return _List(style, outer.counter, outer.level + 1)
        if not style:
            first = next(element.iter(*_PARAGRAPHS), None)
            style = self.styles.list_of(first.get(TEXT + "style-name")) if first is not None else ""
        level = outer.level + 1 if outer else 1
        goes_on = self.by_id.get(element.get(TEXT + "continue-list", ""))
        if goes_on is None and element.get(TEXT + "continue-numbering") == "true":
            goes_on = self.by_style.get(style)
        counter = goes_on or Counter(self.styles.lists.get(style, {}))
        self.by_style[style] = counter
        name = element.get(_XML_ID)
        if name:
            self.by_id[name] = counter
        return _List(style, counter, level)

    def text(self, element: etree._Element) -> str:
        """The text of a paragraph without what hangs on it."""
        return "".join(self.inside(element).parts)

    def inside(self, element: etree._Element) -> _Text:
        into = _Text()
        into.add(element.text)
        self.inline(element, into)
        return into

    def inline(self, parent: etree._Element, into: _Text) -> None:
        for child in parent:
            tag = child.tag
            if tag == TEXT + "s":
                into.parts.append(" " * min(number(child.get(TEXT + "c")) or 1, _WIDEST))
            elif tag == TEXT + "tab":
                into.parts.append("\t")
            elif tag == TEXT + "line-break":
                into.parts.append("\n")
            elif tag == TEXT + "placeholder":
                into.parts.append(prompt(" ".join("".join(child.itertext()).split())))
            elif tag == TEXT + "note":
                self.cite(child, into)
            elif isinstance(tag, str) and tag.startswith(DRAW):
                self.box(child, into)
            elif isinstance(tag, str) and child.get(TEXT + "style-name") in self.styles.hidden:
                self.hidden += 1
            elif isinstance(tag, str) and tag not in _SKIPPED:
                into.add(child.text)
                self.inline(child, into)
            into.add(child.tail)

    def box(self, element: etree._Element, into: _Text) -> None:
        """Text boxes and shapes with text, found in their frame."""
        if element.tag in _SKIPPED:
            return
        if element.tag == DRAW + "text-box" or any(child.tag in _PARAGRAPHS for child in element):
            into.boxes.append(element)
            return
        for child in element:
            if isinstance(child.tag, str) and child.tag.startswith(DRAW):
                self.box(child, into)

    def cite(self, note: etree._Element, into: _Text) -> None:
        """The mark of a note where it is cited, "[1]"; remembers the note."""
        body = note.find(TEXT + "note-body")
        label = (note.findtext(TEXT + "note-citation") or "").strip()
        if body is None or not re.search(r"\w", "".join(body.itertext())):
            return
        self.notes.append((label, body))
        into.parts.append(f"[{label}]")

    def table(self, element: etree._Element) -> Iterator[Piece]:
        """A block for each cell, a nested table's cells behind their cell; a table of one cell is only a frame."""
        rows = [list(_cells(row)) for row in _rows(element)]
        if sum(len(row) for row in rows) == 1:
            yield from self.container(next(one for row in rows for _, one in row))
            return
        table, self.tables = self.tables, self.tables + 1
        for row, cells in enumerate(rows):
            for column, one in cells:
                yield from cell(self.container(one), table, row, column)


def _comment(element: etree._Element) -> Comment:
    lines = (" ".join("".join(one.itertext()).split()) for one in element.iter(*_PARAGRAPHS))
    author, date = ((element.findtext(_DC + name) or "").strip() for name in ("creator", "date"))
    return Comment("\n".join(line for line in lines if line), author, date)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their column on the table's grid; what another cell covers is left out."""
    column = 0
    for one in row:
        repeated = min(max(number(one.get(TABLE + "number-columns-repeated")) or 1, 1), _WIDEST)
        if one.tag == TABLE + "table-cell":
            for i in range(repeated if len(one) else 1):
                yield column + i, one
        if one.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            column += repeated
