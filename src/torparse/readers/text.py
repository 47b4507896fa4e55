"""Plain text, Markdown and reStructuredText. The document's text is the decoded file, its line ends untouched.

Known gaps: front matter (YAML) and directives of reStructuredText are read as text; a numbered list that is not
indented is read as numbered paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from torparse.model import Block, BlockKind, Document
from torparse.readers import _marks, _tables
from torparse.readers._base import LIKELY, NO, Source
from torparse.readers._lines import Line, Margins, decode, first_word, is_text, split
from torparse.readers._markup import Marked, Role, roles

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst")

_MEDIA = {".md": "md", ".markdown": "md", ".rst": "rst"}
_MARKDOWN_HEADING = re.compile(r"^#{1,4} +[^\W_]", re.MULTILINE)
_UNNAMED = 20  # text by its content under another name: more than a name alone, less than a format's own mark
_RAGGED = 3  # columns by which a line may fall short of the margin in the middle of a sentence
_MIN_JOINED = 30  # a shorter line over one in lower case is rather a title or an item than a wrapped line


def sniff(head: bytes, path: Path) -> int:
    """LIKELY for text under a name of its own; less under another name; NO for bytes that are no text."""
    if not is_text(head):
        return NO
    return LIKELY if path.suffix.lower() in SUFFIXES else _UNNAMED


def read(source: Source) -> Document:
    """The Document; never raises for want of a known encoding, which is a warning."""
    text, warning = decode(source.data)
    media = _MEDIA.get(source.suffix) or ("md" if _looks_like_markdown(text) else "txt")
    blocks = _Blocks(split(text), media).build()
    return source.document(text, blocks, media, warnings=(warning,) if warning else ())


def _looks_like_markdown(text: str) -> bool:
    """Whether a text that calls itself plain has Markdown's headings: two or more lines with "#" before words."""
    return len(_MARKDOWN_HEADING.findall(text)) > 1


def blocks_of(text: str) -> list[Block]:
    """The blocks of plain text; for text that another program made of a document."""
    return [replace(one, line=None) for one in _Blocks(split(text), "txt").build()]


class _Blocks:
    """Puts lines together into blocks, one pass from the top."""

    def __init__(self, lines: list[Line], media: str) -> None:
        self.media = media
        self.marked = roles(lines, media)
        self.margins, self.pair_at = _margins(self.marked)
        self.blocks: list[Block] = []
        self.indents: list[int] = []  # of the list's levels that are open
        self.open: Line | None = None  # the first line of the block being put together
        self.last: Line | None = None
        self.bare_list = False  # below a lead-in that ends in a colon, lines in lower case are items
        self.lone_bullet: Line | None = None
        self.tables = 0

    def build(self) -> list[Block]:
        at = 0
        lines = [one.line if one.role is Role.TEXT or _tables.is_rule(one.line.text) else _EMPTY for one in self.marked]
        while at < len(self.marked):
            one = self.marked[at]
            rows: list[_tables.Row] = []
            if one.role is Role.TEXT:
                rows, end = _tables.find_table(lines, at, markdown=self.media == "md")
            if rows:
                self.close()
                self.table(rows)
                at = end
                continue
            self.line(one, at)
            at += 1
        self.close()
        return self.blocks

    def line(self, one: Marked, at: int) -> None:
        if one.role is Role.BLANK:
            self.close()
            self.bare_list = False
            if _marks.bullet(one.line.text + " ") and len(one.line.text) == 1 and one.line.text not in "*-_+":
                self.lone_bullet = one.line
        elif one.role is Role.HEADING:
            self.close()
            self.indents.clear()
            self.blocks.append(self.block(one.line, one.line, BlockKind.HEADING, one.level))
        elif one.role is Role.CODE:
            self.last = one.line
            self.open = self.open or one.line
        elif self.open and self.last and self.joined(self.last, one.line, self.pair_at.get(at - 1, -1)):
            self.last = one.line
        else:
            self.close()
            self.open = self.last = one.line

    def joined(self, before: Line, after: Line, pair: int) -> bool:
        """Whether ``after`` goes on with the paragraph that ``before`` is the last line of."""
        if after.page and not _marks.begins_lower(after.text):
            return False
        width = self.margins.width(pair) if pair >= 0 else 0
        ended = _marks.finished(before.text)
        reach = before.width + 1 + first_word(after.text) + (0 if ended else _RAGGED)
        full = bool(width) and reach > width
        if before.hard and self.media == "md":
            return False
        if _marks.mark(after.text):
            return _marks.continues(before.text, after.text, full=full)
        if self.open and _marks.mark(self.open.text) and after.indent >= self.content_column(self.open) > 0:
            return True
        if _marks.separate(before.text, after.text):
            return False
        if before.text.endswith(":"):
            self.bare_list = _marks.begins_lower(after.text)
            return full and not self.bare_list
        if full:
            return True
        if ended or self.bare_list:
            return False
        wraps = _marks.begins_lower(after.text) and len(before.text) >= _MIN_JOINED
        return wraps or (_marks.hangs(before.text) and len(before.text) >= _MIN_JOINED)

    def content_column(self, line: Line) -> int:
        """The column at which the text behind the bullet or label begins; continuation lines stand there or further."""
        words = line.text.split(None, 1)
        gap = line.text.find(words[1], len(words[0])) if len(words) > 1 else len(line.text) + 1
        return line.indent + min(gap, 3)

    def close(self) -> None:
        """End the block that is open."""
        if self.open is None or self.last is None:
            return
        kind, level = self.kind(self.open)
        self.blocks.append(self.block(self.open, self.last, kind, level))
        self.open = self.last = self.lone_bullet = None

    def kind(self, line: Line) -> tuple[BlockKind, int]:
        """A list item with its level for a bullet or an indented label, else a paragraph."""
        mark = _marks.mark(line.text)
        item = mark is _marks.Mark.BULLET or _marks.bullet(line.text) > 0
        item = item or (self.lone_bullet is not None and mark is _marks.Mark.NONE)
        if line.indent > 0 and _marks.numbers_an_item(line.text):
            item = True
        if not item:
            if line.indent == 0:
                self.indents.clear()
            return BlockKind.PARAGRAPH, 0
        while self.indents and self.indents[-1] > line.indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < line.indent:
            self.indents.append(line.indent)
        return BlockKind.LIST_ITEM, len(self.indents)

    def block(self, first: Line, last: Line, kind: BlockKind, level: int) -> Block:
        return Block(first.start, last.end, kind, level=level, line=first.number)

    def table(self, rows: list[_tables.Row]) -> None:
        self.indents.clear()
        for number, row in enumerate(rows):
            for column, start, end in row.cells:
                self.blocks.append(
                    Block(
                        start, end, BlockKind.TABLE_CELL, line=row.line.number,
                        table=self.tables, row=number, column=column,
                    )
                )  # fmt: skip
        self.tables += 1


_EMPTY = Line(0, 0, 0, "", 0)


def _margins(marked: list[Marked]) -> tuple[Margins, dict[int, int]]:
    """The margins, and for each line that another follows at once its index among them."""
    pairs: list[tuple[int, int]] = []
    pair_at: dict[int, int] = {}
    for i, (one, after) in enumerate(pairwise(marked)):
        if one.role is Role.TEXT and after.role is Role.TEXT:
            pair_at[i] = len(pairs)
            if _marks.mark(after.line.text) >= _marks.Mark.LABEL or "|" in one.line.text:
                pairs.append((0, 0))  # says nothing about the width
            else:
                pairs.append((one.line.width, first_word(after.line.text)))
    return Margins(pairs), pair_at
