"""The content of a web page as blocks: headings, paragraphs, lists with their numbers, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from torparse.model import BlockKind
from torparse.readers import _marks
from torparse.readers._base import Piece, piece
from torparse.readers._cells import cell
from torparse.readers._html.page import HEADINGS, Page
from torparse.readers._word.numbers import shown

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr", "nobr", "blink", "rb", "output", "button",
))  # fmt: skip
_DEEP = 120  # an element nested deeper than this is read as plain words
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BACK = re.compile(r"[\s↩⤴↑^\ufe0e\u2191\[\]()]*")
# Lists' types and the names of style sheets, as the number formats that Word calls by these names.
_FORMS = {
    "a": "lowerLetter", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "i": "lowerRoman",
    "A": "upperLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "I": "upperRoman",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_Next = tuple[BlockKind, int, str]


class Blocks:
    """Reads one page; ``pieces`` is to be called once, then ``changes`` is set."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.changes = 0  # passages left out as deleted (as inserted, where the original is wanted)
        self.tables = 0
        self.out: list[Piece] = []
        self.words: list[str] = []
        self.next: _Next | None = None  # what the next text is, where it is no paragraph
        self.lists = 0  # how many lists are open
        self.last_heading = 0
        self.folded = 0  # how many details are open

    def pieces(self) -> list[Piece]:
        """The pieces of the content in reading order."""
        if self.page.root is None:
            return []
        title = self.page.heading()
        if title:
            self.out.append(piece(title, BlockKind.HEADING, level=1))
        self.children(self.page.root, 0)
        self.flush()
        return self.out

    def children(self, parent: LexborNode, depth: int) -> None:
        child = parent.child
        while child is not None:
            if child.is_text_node:
                self.words.append(_SPACE.sub(" ", child.text_content or ""))
            elif child.is_element_node:
                self.element(child, depth + 1)
            child = child.next

    def element(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == self.page.undone and node.text(deep=True).strip():
            self.changes += 1
        if tag == "br":
            self.words.append("\n")
        elif tag == "sup" and self.cited(node):
            self.words.append(f"[{self.cited(node)}]")
        elif tag == "a" and self.goes_back(node):
            return
        elif tag == "button" and self.next is None:
            self.button(node, depth)
        elif self.page.left_out(node):
            return
        elif depth > _DEEP:
            self.words.append(_SPACE.sub(" ", node.text(deep=True)))
        elif tag in _INLINE:
            self.children(node, depth)
        else:
            self.flush()
            self.block(node, tag, depth)
            self.flush()

    def block(self, node: LexborNode, tag: str, depth: int) -> None:
        if tag in HEADINGS:
            self.heading(node, int(tag[1]), depth)
        elif tag == "table":
            self.table(node, depth)
        elif tag in ("ul", "ol", "menu", "dir"):
            self.items(node, tag, depth)
        elif tag == "dl":
            self.definitions(node, depth)
        elif tag == "pre":
            self.words.append((node.text(deep=True)).strip("\n"))
        elif tag == "details":
            self.folded += 1
            self.children(node, depth)
            self.flush()
            self.folded -= 1
        elif tag == "summary" and node.css_first(", ".join(HEADINGS)) is None:
            self.heading(node, min(self.last_heading + self.folded, 9), depth)
        elif tag in ("p", "div") and not self.lists and _is_bold(node):
            self.heading(node, min(self.last_heading + 1, 9), depth)
        else:
            note = self.page.notes.get(node.id or "")
            with self.as_next((BlockKind.FOOTNOTE, 0, note) if note else self.next):
                self.children(node, depth)

    @contextmanager
    def as_next(self, what: _Next | None) -> Iterator[None]:
        """Within, the first text is ``what``; what was to come before is forgotten once there was text."""
        before, self.next = self.next, what
        yield
        self.flush()
        self.next = before if self.next is what is before else None

    def heading(self, node: LexborNode, level: int, depth: int) -> None:
        if node.tag in HEADINGS:
            self.last_heading = max(level - self.folded, 1) if _in_summary(node) else level
        number = self.next[2] if self.next and self.next[0] is BlockKind.LIST_ITEM else ""
        with self.as_next((BlockKind.HEADING, max(level, 1), number)):
            self.children(node, depth)

    def button(self, node: LexborNode, depth: int) -> None:
        """A button is no text, unless it opens a panel: then it is the panel's heading."""
        if node.attributes.get("aria-controls") or node.attributes.get("aria-expanded"):
            self.flush()
            self.heading(node, min(self.last_heading + 1, 9), depth)

    def items(self, node: LexborNode, tag: str, depth: int) -> None:
        self.lists += 1
        step = -1 if "reversed" in node.attributes else 1
        first = 1 if step > 0 else sum(1 for one in node.iter() if one.tag == "li")
        count = _number(node.attributes.get("start"), first)
        for one in node.iter():
            if one.tag != "li":
                self.element(one, depth + 1)
                continue
            if self.page.left_out(one):
                continue
            count = _number(one.attributes.get("value"), count)
            note = self.page.notes.get(one.id or "")
            label = _shown(count, _form(one, node)) if tag == "ol" else ""
            kind = (BlockKind.FOOTNOTE, 0, note) if note else (BlockKind.LIST_ITEM, self.lists, label)
            with self.as_next(kind):
                self.children(one, depth + 1)
            count += step
        self.lists -= 1

    def definitions(self, node: LexborNode, depth: int) -> None:
        """Terms with what they mean, as a table of two columns; headings with text where the meanings are long."""
        rows: list[tuple[list[LexborNode], list[LexborNode]]] = [([], [])]
        for one in _definition_parts(node):
            if one.tag == "dt" and rows[-1][1]:
                rows.append(([], []))
            rows[-1][0 if one.tag == "dt" else 1].append(one)
        if any(one.css_first("p + p, ul, ol, table, h1, h2, h3, h4, h5, h6, dl") for _, dd in rows for one in dd):
            for terms, meanings in rows:
                for one in terms:
                    self.heading(one, min(self.last_heading + 1, 9), depth)
                for one in meanings:
                    self.children(one, depth)
                    self.flush()
            return
        table, self.tables = self.tables, self.tables + 1
        for row, parts in enumerate(rows):
            for column, part in enumerate(parts):
                found = [one for node_ in part for one in self.apart(node_, depth)]
                self.out.extend(cell(found, table, row, column))

    def apart(self, node: LexborNode, depth: int) -> list[Piece]:
        """The pieces of an element on their own (a cell)."""
        kept, self.out = self.out, []
        with self.as_next(None):
            self.children(node, depth + 1)
        found, self.out = self.out, kept
        return found

    def table(self, node: LexborNode, depth: int) -> None:
        """A block for each cell, behind the caption; a table that only places things on the page is no table."""
        rows = list(_rows(node))
        cells = [one for row in rows for one in _cells(row)]
        framed = len(cells) == 1 or node.attributes.get("role") in ("presentation", "none")
        if framed or any(one.css_first("h1, h2, main, article") is not None for one in cells):
            for one in cells:
                self.children(one, depth)
                self.flush()
            return
        for one in node.iter():
            if one.tag == "caption":
                self.children(one, depth)
                self.flush()
        table, self.tables = self.tables, self.tables + 1
        taken: dict[int, int] = {}  # for each column, how many rows a cell from above still reaches down
        for number, row in enumerate(rows):
            column = 0
            for one in [] if self.page.left_out(row) else _cells(row):
                while taken.get(column, 0) > 0:
                    column += 1
                self.out.extend(cell(self.apart(one, depth), table, number, column))
                down = min(max(_number(one.attributes.get("rowspan"), 1), 1), len(rows))
                for _ in range(min(max(_number(one.attributes.get("colspan"), 1), 1), 1000)):
                    taken[column] = down
                    column += 1
            taken = {at: left - 1 for at, left in taken.items() if left > 1}

    def cited(self, node: LexborNode) -> str:
        """The mark of a note if the element is one that cites it, else an empty string."""
        link = node.css_first("a[href^='#']")
        target = (link.attributes.get("href") or "")[1:] if link is not None else ""
        return self.page.notes.get(target, "")

    def goes_back(self, node: LexborNode) -> bool:
        """Whether a link only leads from a note back to the text."""
        if not (node.attributes.get("href") or "").startswith("#"):
            return False
        return node.attributes.get("role") == "doc-backlink" or bool(_BACK.fullmatch(node.text(deep=True)))

    def flush(self) -> None:
        """End the block that is open: its lines, parted where two breaks stand or the next begins with a label."""
        text = re.sub(" {2,}", " ", "".join(self.words))
        self.words.clear()
        lines = _AROUND_BREAK.sub("\n", text).strip(" \n").split("\n")
        parts: list[list[str]] = [[]]
        for line in lines:
            if not line or (parts[-1] and _marks.mark(line) >= _marks.Mark.LABEL):
                parts.append([])
            if line:
                parts[-1].append(line)
        for part in parts:
            joined = "\n".join(part).strip()
            if joined:
                kind, level, label = self.next or (BlockKind.PARAGRAPH, 0, "")
                self.next = None
                self.out.append(piece(joined, kind, level=level, label=label))


def _is_bold(node: LexborNode) -> bool:
    """Whether a paragraph is a title by its look: all its words bold, and few."""
    words = "".join(node.text(deep=True).split())
    bold = sum(len("".join(one.text(deep=True).split())) for one in node.iter() if one.tag in ("b", "strong"))
    return bool(words) and bold == len(words) and _marks.titles(" ".join(node.text(deep=True).split()))


def _in_summary(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "summary"


def _definition_parts(node: LexborNode) -> Iterator[LexborNode]:
    """The dt and dd elements of a list; they may be grouped by div."""
    for one in node.iter():
        if one.tag in ("dt", "dd"):
            yield one
        elif one.tag == "div":
            yield from (inner for inner in one.iter() if inner.tag in ("dt", "dd"))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for one in table.iter():
        if one.tag == "tr":
            yield one
        elif one.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in one.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> list[LexborNode]:
    return [one for one in row.iter() if one.tag in ("td", "th")]


def _number(text: str | None, otherwise: int) -> int:
    match = re.match(r"\s*([-+]?\d{1,9})", text or "")
    return int(match[1]) if match else otherwise


def _form(item: LexborNode, list_: LexborNode) -> str:
    """How a list's numbers are written: the type attribute's letter or the inline style's name."""
    for one in (item, list_):
        styled = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", one.attributes.get("style") or "")
        if styled:
            return styled[1]
        if one.attributes.get("type"):
            return one.attributes.get("type") or ""
    return "1"


def _shown(count: int, form: str) -> str:
    """The number as a browser shows it before an item, with its full stop."""
    if form in ("none", "disc", "circle", "square"):
        return ""
    return f"{shown(count, _FORMS.get(form, 'decimal'))}."
