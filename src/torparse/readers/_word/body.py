"""The body of a Word document as blocks: paragraphs, lists with computed numbers, tables, text boxes, notes.

Of tracked changes insertions are read and deletions are not, or the other way round where the original is wanted
(formatting and numbering stay as they are now). ``Block.paragraph`` counts every ``w:p`` element of the
main part in document order from 0, those in tables and text boxes included, so that other code can find it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from torparse.model import Block, BlockKind
from torparse.readers import _marks
from torparse.readers._base import Piece, join_with_prompts, left_out, piece, prompt
from torparse.readers._word.numbers import Numbering, shown
from torparse.readers._word.package import Package, Styles, W, below, number, switch, value

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LETTERS = (W + "t", W + "delText", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_GONE = {W + name for name in ("pPr", "rPr", "sdtPr", "rt", "instrText", "delInstrText")} | {_FALLBACK}
_DELETED = frozenset(W + name for name in ("del", "moveFrom", "delText"))
_INSERTED = frozenset(W + name for name in ("ins", "moveTo"))
_BOX, _FIELD, _RUN, _WORDS = (W + name for name in ("txbxContent", "fldChar", "r", "t"))
_PROPERTIES, _STYLE, _NUMBER, _OUTLINE, _VALUE = (W + name for name in ("pPr", "pStyle", "numPr", "outlineLvl", "val"))
_CELL, _CONTROL = W + "tc", W + "sdt"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_BOLD = (W + "b", W + "rStyle")
_NOTES = (W + "footnoteReference", W + "endnoteReference")
# A paragraph without any of these is the text of its w:t elements, which is much faster to get.
_SPECIAL = (*_SIGNS, *_NOTES, _BOX, _FIELD, _LETTERS[-1], _FALLBACK, *_DELETED,
            *(W + name for name in ("sym", "vanish", "sdtPr", "rt")))  # fmt: skip
_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
# Characters of symbol fonts (Symbol, Wingdings), which lie in Unicode's private area, by what they look like.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FE: "☒", 0xF0FC: "✓", 0xF0E0: "→", 0xF02D: "-"}


@dataclass(slots=True)
class ParagraphText:
    """The text of one paragraph while it is read, and the text boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class Body:
    """Reads one document; ``read`` is to be called once, then ``warnings`` says what to know of it."""

    def __init__(self, package: Package) -> None:
        self.root = package.part(package.main)
        self.styles = Styles(package.related("styles"))
        self.numbers = Numbering(package.related("numbering"), self.styles)
        self.notes = {kind: _notes(package.related(kind + "s")) for kind in ("footnote", "endnote")}
        self.note_form = {"footnote": "decimal", "endnote": "lowerRoman"}
        self.cited: list[tuple[str, str, str]] = []  # kind, id, label
        self._paragraphs = list(self.root.iter(W + "p"))  # kept, or lxml would make new objects for the same elements
        self.index = {id(one): i for i, one in enumerate(self._paragraphs)}
        self.choices = package.source.choices
        self.gone = _GONE | (_INSERTED if self.choices.original else _DELETED)
        self.undone = "ins" if self.choices.original else "del"  # paragraph marks, rows and cells that are not there
        self.last_heading = 0  # the depth of the last one that is marked by its style
        self.prompts: list[tuple[int, int]] = []
        special = (*_SPECIAL, *_INSERTED) if self.choices.original else _SPECIAL
        self.with_bold = {id(one) for bold in self.root.iter(*_BOLD) for one in bold.iterancestors(W + "p")}
        self.special = {id(one) for sign in self.root.iter(*special) for one in sign.iterancestors(W + "p")}
        self.changes = sum(1 for _ in self.root.iter(*_CHANGES))
        self.hidden = 0
        self.foreign = 0
        self.tables = 0
        self.fields: list[bool] = []  # for each field that is open, whether its result has begun
        self.carried = ""  # text of a paragraph whose mark was deleted: it goes on in the next

    def read(self) -> tuple[str, list[Block]]:
        """The text and its blocks in reading order, the notes behind the body."""
        self.foreign = sum(1 for _ in self.root.iter(W + "altChunk"))
        body = self.root.find(W + "body")
        pieces = list(self.container(body)) if body is not None else []
        pieces.append(piece(self.carried))
        text, blocks, self.prompts = join_with_prompts([*pieces, *self.footnotes()])
        return text, blocks

    def warnings(self) -> Iterator[str]:
        """What a reader of the result should know."""
        yield from left_out(self.changes, self.hidden, self.choices)
        if self.foreign:
            yield f"{self.foreign} documents inserted from other files were not read"

    def container(self, parent: etree._Element) -> Iterator[Piece]:
        """The pieces of a body, a content control, a text box or a box made of a table with one cell."""
        for child in parent:
            if child.tag == W + "p":
                yield from self.paragraph(child)
            elif child.tag == W + "tbl":
                yield from self.table(child)
            elif isinstance(child.tag, str) and child.tag not in self.gone:
                unfilled = child.tag == _CONTROL and _is_unfilled(child)
                for one in self.container(child):
                    yield replace(one, text=prompt(one.text)) if unfilled else one

    def paragraph(self, element: etree._Element) -> Iterator[Piece]:
        """The paragraph as a block, then the text boxes that hang on it."""
        if self.fields:  # a code does not run on; a lost end swallows nothing
            self.fields = [begun for begun in self.fields if begun]
        found = self.text(element)
        text = self.carried + found.text
        self.carried = ""
        if self.changes and below(element, f"w:pPr/w:rPr/w:{self.undone}") is not None:
            self.carried = text
            text = ""
        text = text.strip()
        if text:
            kind, level, label = self.kind(element, text)
            yield piece(text, kind, level=level, label=label, paragraph=self.index.get(id(element)))
        for box in found.boxes:
            yield from self.container(box)

    def kind(self, element: etree._Element, text: str) -> tuple[BlockKind, int, str]:
        """Kind, level and computed number of a paragraph; counts its list on."""
        style, num, at, outline = _properties(element)
        place = self.numbers.place(num, at, style)
        label = self.numbers.label(*place) if place else ""
        own = outline + 1 if outline is not None and 0 <= outline < 9 else 0
        depth = self.styles.heading_level(style) if outline is None else own
        if depth and not _marks.is_clause(text):
            self.last_heading = depth
            return BlockKind.HEADING, depth, label
        if (
            len(text) < _marks.LONG_HEADING
            and (not place or label[:1].isdigit())
            and (id(element) in self.with_bold or self.styles.is_bold(style))
            and _marks.titles(text)
            and self.is_bold(element, style)
        ):
            return BlockKind.HEADING, self.last_heading and self.last_heading + 1, label
        if place:
            return BlockKind.LIST_ITEM, place[1] + 1, label
        return BlockKind.PARAGRAPH, 0, ""

    def is_bold(self, element: etree._Element, style: str | None) -> bool:
        """Whether all words of a paragraph are bold."""
        usual = self.styles.is_bold(style)
        for run in element.iter(_RUN):
            if not any((letters.text or "").strip() for letters in run.iter(_WORDS)):
                continue
            own = switch(below(run, "w:rPr/w:b"))
            named = value(run, "w:rPr/w:rStyle")
            if not (own if own is not None else usual or (named is not None and self.styles.is_bold(named))):
                return False
        return True

    def text(self, element: etree._Element) -> ParagraphText:
        """The text of a paragraph: what Word shows of it."""
        if id(element) in self.index and id(element) not in self.special:
            plain = not self.fields or all(self.fields)
            return ParagraphText([words.text or "" for words in element.iter(_WORDS)] if plain else [])
        into = ParagraphText()
        self.inline(element, into)
        return into

    def inline(self, parent: etree._Element, into: ParagraphText) -> None:
        for child in parent:
            tag = child.tag
            if tag in self.gone or not isinstance(tag, str):
                continue
            if tag == _CONTROL and _is_unfilled(child):
                inner = ParagraphText()
                self.inline(child, inner)
                into.parts.append(prompt(inner.text))
                into.boxes += inner.boxes
            elif tag == _BOX:
                into.boxes.append(child)
            elif tag == _FIELD:
                self.field(child)
            elif tag == _RUN and self.is_hidden(child):
                self.hidden += bool(child.findtext(_WORDS))
            elif tag not in _LETTERS and len(child):
                self.inline(child, into)
            elif all(self.fields):
                into.parts.append(self.leaf(child))

    def field(self, element: etree._Element) -> None:
        """A field's beginning, the end of its code, or its end; between the first two nothing is text."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    @staticmethod
    def is_hidden(run: etree._Element) -> bool:
        """Whether a run is formatted as hidden."""
        return bool(switch(below(run, "w:rPr/w:vanish")))

    def leaf(self, element: etree._Element) -> str:
        """The characters of an element without children."""
        tag = element.tag
        if tag in _LETTERS:
            return element.text or ""
        if tag == W + "sym":
            return next(
                (sign for code, sign in _SYMBOLS.items() if f"{code:04X}" == element.get(W + "char", "").upper()), ""
            )
        if tag in _NOTES:
            return self.cite(element)
        return _SIGNS.get(str(tag), "")

    def cite(self, element: etree._Element) -> str:
        """The mark of a note where it is cited, "[1]"; remembers the note."""
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        name = element.get(W + "id", "")
        if name not in self.notes[kind]:
            return ""
        count = sum(1 for one, _, _ in self.cited if one == kind) + 1
        label = shown(count, self.note_form[kind])
        self.cited.append((kind, name, label))
        own_mark = element.get(W + "customMarkFollows") in ("1", "true", "on")
        return "" if own_mark else f"[{label}]"

    def footnotes(self) -> Iterator[Piece]:
        """The notes that the text cites, in the order of their numbers."""
        for kind, name, label in list(self.cited):
            lines = [self.text(one).text.strip() for one in self.notes[kind][name].iter(W + "p")]
            yield piece("\n".join(line for line in lines if line), BlockKind.FOOTNOTE, label=label)

    def table(self, element: etree._Element) -> Iterator[Piece]:
        """A block for each cell, a nested table's cells behind their cell; a table of one cell is only a frame."""
        rows = [list(_cells(row, self.undone)) for row in _rows(element, self.undone)]
        if sum(len(row) for row in rows) == 1:
            yield from self.container(next(cell for row in rows for _, cell in row))
            return
        table = self.tables
        self.tables += 1
        for row, cells in enumerate(rows):
            for column, cell in cells:
                yield from self.cell(cell, table, row, column)

    def cell(self, cell: etree._Element, table: int, row: int, column: int) -> Iterator[Piece]:
        """The cell's paragraphs as one block, then its nested tables. Its first number is the block's label."""
        lines: list[tuple[str, Piece]] = []
        nested: list[Piece] = []
        for one in self.container(cell):
            if one.kind is BlockKind.TABLE_CELL:
                nested.append(one)
            elif one.text.strip():
                lines.append((one.label, one))
        if lines:
            label, first = lines[0]
            rest = [f"{number} {one.text.strip()}".strip() for number, one in lines[1:]]
            yield piece(
                "\n".join([first.text.strip(), *rest]), BlockKind.TABLE_CELL, label=label,
                paragraph=first.facts.get("paragraph"), table=table, row=row, column=column,
            )  # fmt: skip
        yield from nested


def _is_unfilled(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt."""
    return below(control, "w:sdtPr/w:showingPlcHdr") is not None


def _properties(paragraph: etree._Element) -> tuple[str | None, str | None, int | None, int | None]:
    """Of a paragraph's own properties: the style, the list, the level in the list (from 0), the outline level."""
    style = num = at = outline = None
    for one in paragraph.iterchildren(_PROPERTIES):
        for child in one:
            tag = child.tag
            if tag == _STYLE:
                style = child.get(_VALUE)
            elif tag == _NUMBER:
                num, at = value(child, "w:numId"), number(value(child, "w:ilvl"))
            elif tag == _OUTLINE:
                outline = number(child.get(_VALUE))
        break
    return style, num, at, outline


def _rows(table: etree._Element, undone: str) -> Iterator[etree._Element]:
    """The rows of a table, those in content controls too; without rows that a tracked change ``undone`` marks."""
    for child in table:
        if child.tag == W + "tr":
            if below(child, f"w:trPr/w:{undone}") is None:
                yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml"):
            yield from _rows(child, undone)


def _cells(row: etree._Element, undone: str) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their column on the table's grid; what only goes on from the row above is left out."""
    column = number(value(row, "w:trPr/w:gridBefore")) or 0
    for cell in _row_cells(row):
        properties = below(cell, "w:tcPr")
        if below(properties, f"w:cell{undone.capitalize()}") is not None:
            continue
        merge = below(properties, "w:vMerge")
        if merge is None or merge.get(_VALUE) == "restart":
            yield column, cell
        column += max(number(value(properties, "w:gridSpan")) or 1, 1)


def _row_cells(parent: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == _CELL:
            yield child
        elif len(child):
            yield from _row_cells(child)


def _notes(root: etree._Element | None) -> dict[str, etree._Element]:
    """The notes of a part by id, without the lines that separate them from the page."""
    if root is None:
        return {}
    real = [one for one in root if isinstance(one.tag, str) and one.get(W + "type") in (None, "normal")]
    return {one.get(W + "id", ""): one for one in real if re.search(r"\w", "".join(one.itertext()))}
