"""From lines to blocks: paragraphs joined over line, column and page ends, headings by their font, simple tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from torparse.model import Block, BlockKind, Box
from torparse.readers import _marks
from torparse.readers._base import Piece, join, piece
from torparse.readers._pdf.glyphs import HYPHEN, Page, Run
from torparse.readers._pdf.headings import titled
from torparse.readers._pdf.layout import Row, box_of, rows
from torparse.readers._pdf.notes import NUMBERED, Note, parted
from torparse.readers._pdf.outline import Titles
from torparse.readers._pdf.tables import Filled, all_lines, ruled

_LARGER = 1.12  # a heading's font is so many times the body's
_HEADING_WORDS = 16
_ALIGNED = 8.0  # points by which the cells of a column may begin apart
_KEEP_HYPHEN = frozenset(
    ("anti", "co", "cross", "ex", "inter", "multi", "non", "pre", "re", "self", "semi", "sub", "vice", "well")
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


def blocks(pages: Sequence[Page]) -> tuple[str, list[Block]]:
    """The text and blocks of a document's pages; the text is the blocks' texts joined by line feeds."""
    return join(_Maker(rows(pages), {page.number: page.titles for page in pages}).pieces())


class _Maker:
    """Puts the rows of one document together."""

    def __init__(self, found: list[Row], bookmarks: Mapping[int, Titles]) -> None:
        self.body_size, self.body_bold = _body_font(list(all_lines(found)))
        self.rows, self.notes = parted(found, self.body_size)
        lines = list(all_lines(self.rows))
        self.pitch = _pitches(lines)
        self.styles = self._heading_styles()
        self.titled = titled(self.rows, bookmarks, lambda before, row: self.goes_on([before], row))
        self.levels = self._heading_levels()
        self.words = Counter(word.lower() for row in lines for word in _WORD.findall(row.text.rstrip(HYPHEN + "-‐")))
        self.indents: list[float] = []
        self.tables = 0

    def pieces(self) -> list[Piece]:
        out: list[Piece] = []
        at = 0
        while at < len(self.rows):
            end, level = self.titled.get(at, (self.table_end(at), 0))
            if level:
                out.append(self.paragraph(self.rows[at:end], level))
            elif self.rows[at].table:
                cells, end = ruled(self.rows, at)
                out += self.ruled(cells)
            elif end > at + 1:
                out += self.table(self.rows[at:end])
            else:
                end = self.paragraph_end(at)
                if re.search(r"\w", "".join(row.text for row in self.rows[at:end])):  # not a lone bullet or rule
                    out.append(self.paragraph(self.rows[at:end]))
            at = end
        return [*out, *map(self.note, self.notes)]

    def note(self, note: Note) -> Piece:
        """A footnote without its number."""
        text = NUMBERED.sub("", self.joined([line.text for line in note.lines]), count=1)
        boxes = tuple(line.box for line in note.lines)
        return piece(text, BlockKind.FOOTNOTE, label=note.label, page=note.lines[0].page, boxes=boxes)

    # Paragraphs

    def paragraph_end(self, at: int) -> int:
        """Where the paragraph that begins with row ``at`` ends."""
        end = at + 1
        while end < len(self.rows) and end not in self.titled and self.table_end(end) <= end + 1:
            if not self.goes_on(self.rows[at:end], self.rows[end]):
                break
            end += 1
        return end

    def goes_on(self, paragraph: Sequence[Row], row: Row) -> bool:
        """Whether ``row`` goes on with the paragraph that ends before it."""
        first, last = paragraph[0], paragraph[-1]
        if row.table or row.is_contents or last.is_contents or not self.same_font(last, row):
            return False
        before = last.text.rstrip(HYPHEN)
        full = last.x1 + self.first_word_width(row) > last.edge - 0.6 * row.size
        if _marks.mark(row.text) and not _marks.continues(before, row.text, full=full):
            return False
        broken = last.text.endswith(HYPHEN)
        ended = _marks.finished(before) and not broken
        if (row.page, row.column) != (last.page, last.column):
            return not ended and (broken or _marks.begins_lower(row.text)) and self.style(last) is None
        if row.bottom - last.bottom > 1.22 * self.pitch.get(round(row.size), 1.25 * row.size) + 0.5:
            return False
        if self.style(last) is not None:
            return broken or _marks.hangs(before) or _marks.begins_lower(row.text) or full
        if len(paragraph) > 1 and abs(row.x0 - last.x0) > 4 and (ended or row.x0 < first.x0 - 4):
            return False
        if _marks.mark(first.text) and row.x0 < first.x0 - 4:
            return False
        if full or broken:
            return True
        return not ended and _marks.begins_lower(row.text) and len(before) >= 30

    def same_font(self, one: Row, other: Row) -> bool:
        return abs(one.size - other.size) <= 0.08 * one.size and one.bold == other.bold

    @staticmethod
    def first_word_width(row: Row) -> float:
        """About how wide the first word of a row is with a space, in points."""
        run = row.runs[0]
        return (run.x1 - run.x0) * (len(run.text.split(None, 1)[0]) + 1) / max(len(run.text), 1)

    def paragraph(self, lines: Sequence[Row], marked: int = 0) -> Piece:
        """The lines as one block; ``marked`` is the level of the bookmark whose title they are."""
        text = self.joined([line.text for line in lines])
        boxes = tuple(line.box for line in lines)
        first = lines[0]
        style = self.style(first)
        looks = style and len(lines) <= 3 and len(text.split()) <= _HEADING_WORDS and self.titles(text)
        level = marked or (self.levels[style] if style and looks else 0)
        if level:
            self.indents.clear()
            return piece(text, BlockKind.HEADING, level=level, page=first.page, boxes=boxes)
        kind, level = BlockKind.PARAGRAPH, 0
        if _marks.bullet(text):
            kind, level = BlockKind.LIST_ITEM, self.nesting(first.x0)
        elif not _marks.mark(text):
            self.indents.clear()
        return piece(text, kind, level=level, page=first.page, boxes=boxes)

    @staticmethod
    def titles(text: str) -> bool:
        """Whether the words can be a heading's."""
        return bool(re.search(r"[^\W\d_]{2}", text)) and not text.endswith((".", ";", ",")) and "\t" not in text

    def nesting(self, x0: float) -> int:
        """The level of a list item by how far it is indented."""
        while self.indents and self.indents[-1] > x0 + 4:
            self.indents.pop()
        if not self.indents or self.indents[-1] < x0 - 4:
            self.indents.append(x0)
        return len(self.indents)

    def joined(self, lines: Sequence[str]) -> str:
        """The lines as one, hyphens at their ends undone where they only broke a word."""
        text = ""
        for line in lines:
            if not text:
                text = line
            elif text[-1] in HYPHEN + "-‐" and re.search(r"[^\W\d_].$", text):
                text = self.unbroken(text, line)
            else:
                text = f"{text} {line}"
        return text.replace(HYPHEN, "-" if text.endswith(HYPHEN) else "")

    def unbroken(self, before: str, after: str) -> str:
        """Two parts of a word put together, with its hyphen where the word has one elsewhere or by its first part."""
        head, tail = re.search(r"[\w-]*$", before[:-1]), re.match(r"[\w-]*", after)
        first, second = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
        whole, hyphened = self.words[first + second], self.words[f"{first}-{second}"]
        address = re.search(r"(?:://|www\.|@)\S*$", before)
        if address or not after[:1].islower() or (head and len(first) > 1 and head[0].isupper()):  # "TDWG-" "related"
            keep = True
        elif whole or hyphened:
            keep = hyphened > whole
        else:
            keep = first.rsplit("-", 1)[-1] in _KEEP_HYPHEN
        return before[:-1] + ("-" if keep else "") + after

    # Headings

    def style(self, row: Row) -> tuple[int, bool] | None:
        """The look of a row as a heading (font size in half points, bold), or None for the body's look."""
        if row.is_contents:
            return None
        larger = row.size >= _LARGER * self.body_size
        bolder = row.bold and not self.body_bold and row.size >= 0.95 * self.body_size
        return (round(row.size * 2), row.bold) if larger or bolder else None

    def _heading_styles(self) -> list[tuple[int, bool]]:
        """The looks of headings from the largest down; a heading's level is its place here."""
        plain = (row for row in self.rows if not row.table)
        return sorted({style for row in plain if (style := self.style(row))}, reverse=True)

    def _heading_levels(self) -> dict[tuple[int, bool], int]:
        """The level of each look: that of the bookmarks of most headings that have it, else one below the next larger.

        Without bookmarks that is its place among the looks.
        """
        votes: dict[tuple[int, bool], Counter[int]] = {}
        for at, (_, level) in self.titled.items():
            style = self.style(self.rows[at])
            if style:
                votes.setdefault(style, Counter())[level] += 1
        levels: dict[tuple[int, bool], int] = {}
        above = 0
        for style in self.styles:
            above = votes[style].most_common(1)[0][0] if style in votes else above + 1
            levels[style] = above
        return levels

    # Tables

    def table_end(self, at: int) -> int:
        """Where the table that begins at row ``at`` ends; ``at`` where none begins there."""
        columns = self.columns(at)
        if not columns:
            return at
        end = at + 2
        while end < len(self.rows):
            row = self.rows[end]
            near = row.page == self.rows[end - 1].page and row.column == self.rows[end - 1].column
            gap = row.bottom - self.rows[end - 1].bottom
            if (
                not near
                or row.table
                or end in self.titled
                or row.is_contents
                or gap > 3.2 * row.size
                or not _fits(row, columns)
            ):
                break
            if len(row.runs) == 1 and _column(row.runs[0], columns) == 0 and not self.row_follows(end, columns):
                break
            end += 1
        return end

    def row_follows(self, at: int, columns: list[float]) -> bool:
        """Whether a row with several cells comes within the next three, so that this one only lacks some."""
        for row in self.rows[at + 1 : at + 4]:
            if not _fits(row, columns) or row.page != self.rows[at].page:
                return False
            if len(row.runs) > 1:
                return True
        return False

    def columns(self, at: int) -> list[float]:
        """Where the columns begin if two rows with cells one under the other stand here, else nothing."""
        if at + 1 >= len(self.rows):
            return []
        one, two = self.rows[at], self.rows[at + 1]
        if len(one.runs) < 2 or len(two.runs) < 2 or one.page != two.page or one.is_contents or two.is_contents:
            return []
        if two.bottom - one.bottom > 3.2 * one.size:
            return []
        wide = one if len(one.runs) >= len(two.runs) else two
        columns = [run.x0 for run in wide.runs]
        if _fits(one, columns) and _fits(two, columns):
            return columns
        return self.under_heads(at)

    def under_heads(self, at: int) -> list[float]:
        """The columns of a table whose heads, in row ``at``, are centred over them."""
        heads = self.rows[at]
        if at + 2 >= len(self.rows) or len(heads.runs) != len(self.rows[at + 1].runs):
            return []
        columns = [run.x0 for run in self.rows[at + 1].runs]
        if not (_fits(self.rows[at + 2], columns) and len(self.rows[at + 2].runs) > 1):
            return []
        ends = [*columns[1:], float("inf")]
        over = all(
            start - _ALIGNED <= run.x0 and run.x1 < end
            for run, start, end in zip(heads.runs, columns, ends, strict=True)
        )
        return columns if over else []

    def table(self, lines: Sequence[Row]) -> list[Piece]:
        columns = self.columns(self.rows.index(lines[0]))
        grid: list[dict[int, list[tuple[Run, int]]]] = []
        for line in lines:
            wraps = grid and len(line.runs) < len(columns) and _column(line.runs[0], columns) > 0
            if not wraps:
                grid.append({})
            heads = line is lines[0] and len(line.runs) == len(columns)
            for place, run in enumerate(line.runs):
                grid[-1].setdefault(place if heads else _column(run, columns), []).append((run, line.page))
        out = []
        for number, cells in enumerate(grid):
            for column, parts in sorted(cells.items()):
                boxes: tuple[Box, ...] = tuple(box_of([run], page) for run, page in parts)
                text = self.joined([run.text for run, _ in parts])
                out.append(
                    piece(
                        text, BlockKind.TABLE_CELL, page=parts[0][1], boxes=boxes,
                        table=self.tables, row=number, column=column,
                    )
                )  # fmt: skip
        self.tables += 1
        self.indents.clear()
        return out

    def ruled(self, cells: Sequence[Filled]) -> list[Piece]:
        """A block for each cell of a ruled table, its paragraphs joined by line feeds."""
        out = []
        for cell in cells:
            paragraphs: list[list[Row]] = []
            for line in cell.lines:
                if paragraphs and self.goes_on(paragraphs[-1], line):
                    paragraphs[-1].append(line)
                else:
                    paragraphs.append([line])
            text = "\n".join(self.joined([line.text for line in lines]) for lines in paragraphs)
            boxes = tuple(line.box for line in cell.lines)
            out.append(
                piece(
                    text, BlockKind.TABLE_CELL, page=cell.lines[0].page, boxes=boxes,
                    table=self.tables, row=cell.row, column=cell.column,
                )
            )  # fmt: skip
        self.tables += 1
        self.indents.clear()
        return out


def _column(run: Run, columns: Sequence[float]) -> int:
    """The column that a run begins in: the nearest one."""
    return min(range(len(columns)), key=lambda i: abs(columns[i] - run.x0))


def _fits(row: Row, columns: Sequence[float]) -> bool:
    """Whether each run of a row begins where a column does, and no two in the same."""
    places = [_column(run, columns) for run in row.runs]
    aligned = all(abs(run.x0 - columns[place]) <= _ALIGNED for run, place in zip(row.runs, places, strict=True))
    inside = all(
        run.x1 < columns[place + 1] for run, place in zip(row.runs, places, strict=True) if place + 1 < len(columns)
    )
    return aligned and inside and len(set(places)) == len(places)


def _body_font(found: Sequence[Row]) -> tuple[float, bool]:
    """The size of most of the text, and whether that is bold."""
    weights: Counter[tuple[float, bool]] = Counter()
    for row in found:
        weights[(round(row.size * 2) / 2, row.bold)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else (10.0, False)


def _pitches(found: Sequence[Row]) -> dict[int, float]:
    """The usual distance from line to line for each font size, in points."""
    steps: dict[int, list[float]] = {}
    for one, two in pairwise(found):
        step = two.bottom - one.bottom
        if (one.page, one.column) == (two.page, two.column) and 0.8 * one.size < step < 2.2 * one.size:
            steps.setdefault(round(two.size), []).append(step)
    return {size: median(some) if len(some) < 8 else sorted(some)[len(some) // 4] for size, some in steps.items()}
