"""Rich Text as blocks, without LibreOffice: control words of the Rich Text Format Specification 1.9.1.

Read are paragraphs, headings by style, the numbers that Word writes beside its lists, tables, notes, text boxes and
tracked changes (deletions left out, or insertions where the original is wanted). Known gaps: numbers of lists that are
not written out, merged cells' places, fonts of another code page than the document's.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from torparse.model import Block, BlockKind
from torparse.readers import _marks
from torparse.readers._base import Piece, Source, join, piece
from torparse.readers._cells import cell

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?\x20?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_SIGNS = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "endash": "–",
    "emdash": "—", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
_ESCAPED = {b"~": "\xa0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_NOT_TEXT = frozenset((
    "fonttbl", "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
    "footerf", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "fldinst", "annotation", "atnid",
    "atnauthor", "objdata", "xmlnstbl", "themedata", "datastore", "latentstyles", "filetbl", "sp", "shprslt", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "bkmkstart", "bkmkend", "nonshppict", "private", "template",
))  # fmt: skip
_STARRED = frozenset(("shpinst", "shptxt", "stylesheet", "footnote", "dptxbxtext"))  # read although marked as optional
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_MAX_GROUPS = 500  # deep enough for any document; Word itself stops at fewer


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within a pair of braces."""

    skip: bool = False
    into: str = "text"  # or "label" (the written number of a list), "styles" (the style sheet)
    hidden: bool = False
    undone: bool = False
    """Whether the text belongs to a tracked change that is left out."""
    bytes_after: int = 1  # how many bytes stand in for a Unicode character
    frame: int = 0  # which frame the text goes to: that of the body, a note or a text box


@dataclass(slots=True)
class _Frame:
    """The body, a note or a text box while it is read."""

    note: str = ""
    out: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    listed: bool = False
    row: list[list[Piece]] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)  # text boxes of the paragraph that is open
    in_table: bool = False
    outline: int = 0
    style: int = 0
    level: int = 1


class Reader:
    """Reads one document; ``read`` is to be called once, then ``changes`` and ``hidden`` are set."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.page = "cp1252"
        self.left_out = "revised" if source.choices.original else "deleted"
        self.groups = [_Group()]
        self.frames = [_Frame()]
        self.notes: list[Piece] = []
        self.styles: dict[int, int] = {}
        self.style_name: list[str] = []
        self.style_number = self.style_depth = 0
        self.starred = False
        self.to_skip = 0
        self.tables = self.changes = self.hidden = self.cited = 0

    def read(self) -> tuple[str, list[Block]]:
        """The text and its blocks, the notes behind the body; raises UnreadableInput for one nested too deeply."""
        data, at = self.source.data, 0
        while at < len(data):
            match = _TOKEN.match(data, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            if match[1] == b"bin":
                at += max(int(match[2] or 0), 0)
            else:
                self.token(match)
        body = self.frames[0]
        self.end_paragraph(body)
        self.end_table(body)
        return join([*body.out, *self.notes])

    def token(self, match: re.Match[bytes]) -> None:
        word, number, byte, sign, brace, text = match.groups()
        if brace == b"{":
            if len(self.groups) > _MAX_GROUPS:
                raise self.source.unreadable("is damaged: it is nested too deeply", "Open it and save it as .docx")
            self.groups.append(self.groups[-1])
        elif brace == b"}":
            self.close()
        elif word is not None:
            self.control(word.decode("ascii"), int(number) if number else None)
        elif sign == b"*":
            self.starred = True
        elif self.to_skip and (byte or sign):
            self.to_skip -= 1
        elif byte is not None:
            self.add(_decoded(bytes.fromhex(byte.decode("ascii")), self.page))
        elif sign is not None:
            self.add(_ESCAPED.get(sign, ""))
        elif text is not None:
            kept = text[self.to_skip :]
            self.to_skip = max(self.to_skip - len(text), 0)
            self.add(_decoded(kept, self.page))

    @property
    def frame(self) -> _Frame:
        return self.frames[self.groups[-1].frame]

    def close(self) -> None:
        """The end of a group; with it a style's name, a note or a text box may end."""
        ended = self.groups[-1]
        if len(self.groups) > 1:
            self.groups.pop()
        if ended.into == "styles" and self.style_name:
            self.name_style("".join(self.style_name))
            self.style_name.clear()
        if ended.frame != self.groups[-1].frame:
            frame = self.frames[ended.frame]
            self.end_paragraph(frame)
            self.end_table(frame)
            if frame.note:
                text = "\n".join(one.text.strip() for one in frame.out)
                self.notes.append(piece(text, BlockKind.FOOTNOTE, label=frame.note))
            else:
                self.frame.waiting.extend(frame.out)
            self.frames[ended.frame] = _Frame()  # what it held is where it belongs

    def name_style(self, name: str) -> None:
        called = name.split(";")[0].strip()
        match = _HEADING.match(called)
        depth = int(match[1]) if match else int(called.lower() == "title")
        self.styles[self.style_number] = depth or self.style_depth
        self.style_number = self.style_depth = 0

    def add(self, text: str) -> None:
        group = self.groups[-1]
        if group.skip or group.undone or not text:
            return
        if group.into == "styles":
            self.style_name.append(text)
        elif group.hidden:
            self.hidden += bool(text.strip())
        elif group.into == "label":
            self.frame.label.append(text)
        else:
            self.frame.words.append(text)

    def control(self, word: str, number: int | None) -> None:
        starred, self.starred = self.starred, False
        group, frame = self.groups[-1], self.frame
        if word in _NOT_TEXT or (starred and word not in _STARRED):
            self.groups[-1] = replace(group, skip=True)
        elif word in ("listtext", "pntext"):
            self.groups[-1] = replace(group, into="label")
            frame.listed = True
        elif word == "stylesheet":
            self.groups[-1] = replace(group, into="styles")
        elif word == "ansicpg":
            self.page = _page(number or 0)
        elif word in ("uc", "v", "deleted", "revised", "plain"):
            self.format(word, number)
        elif word == "u":
            self.to_skip = group.bytes_after
            self.add(_character(number or 0))
        elif group.skip or (group.into == "label" and word != "tab"):
            return
        elif word in ("footnote", "shptxt", "dptxbxtext"):
            self.open_frame(word == "footnote")
        elif word in _SIGNS:
            self.add(_SIGNS[word])
        else:
            self.paragraph_control(word, number, frame)

    def format(self, word: str, number: int | None) -> None:
        """How many bytes stand in for a Unicode character, and whether text is shown."""
        group = self.groups[-1]
        if word == "uc":
            self.groups[-1] = replace(group, bytes_after=min(max(number or 0, 0), 10))
        else:
            on = word != "plain" and number != 0
            self.changes += on and word in ("deleted", "revised") and not group.skip
            hidden = on if word in ("v", "plain") else group.hidden
            undone = on if word in (self.left_out, "plain") else group.undone
            self.groups[-1] = replace(group, hidden=hidden, undone=undone)

    def paragraph_control(self, word: str, number: int | None, frame: _Frame) -> None:
        styles = self.groups[-1].into == "styles"
        if word in ("par", "sect"):
            self.end_paragraph(frame)
        elif word == "pard":
            frame.in_table, frame.style, frame.outline, frame.level = False, 0, 0, 1
        elif word == "s" and styles:
            self.style_number = number or 0
        elif word == "s":
            frame.style = number or 0
        elif word == "outlinelevel" and styles:
            self.style_depth = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word == "sbasedon":
            self.style_depth = self.style_depth or self.styles.get(number or 0, 0)
        elif word == "outlinelevel":
            frame.outline = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word == "ilvl" and not styles:
            frame.level = min(max(number or 0, 0), 8) + 1
        elif word in ("intbl", "itap") and not styles:
            frame.in_table = word == "intbl" or bool(number)
        elif word in ("cell", "nestcell"):
            self.end_paragraph(frame, ended="cell")
            frame.row.append(frame.cell)
            frame.cell = []
        elif word in ("row", "nestrow"):
            frame.rows.append(frame.row)
            frame.row = []

    def open_frame(self, note: bool) -> None:
        """Begin a note, whose mark is left in the text, or a text box."""
        label = ""
        if note:
            self.cited += 1
            label = str(self.cited)
            self.frame.words.append(f"[{label}]")
        self.frames.append(_Frame(note=label))
        self.groups[-1] = replace(self.groups[-1], frame=len(self.frames) - 1)

    def end_paragraph(self, frame: _Frame, ended: str = "") -> None:
        """Put the paragraph that is open where it belongs: the cell that is open, or the text behind any table."""
        text = _whole(frame.words).strip()
        found = [self.block(frame, text)] if text else []
        found += frame.waiting
        frame.words, frame.label, frame.waiting, frame.listed = [], [], [], False
        if ended or frame.in_table:
            frame.cell.extend(found)
        elif found:
            self.end_table(frame)
            frame.out.extend(found)

    def block(self, frame: _Frame, text: str) -> Piece:
        label = _whole(frame.label).strip()
        label = label if re.search(r"\w", label) and label != "o" else ""
        depth = frame.outline or self.styles.get(frame.style, 0)
        if depth and not _marks.is_clause(text):
            return piece(text, BlockKind.HEADING, level=depth, label=label)
        if frame.listed:
            return piece(text, BlockKind.LIST_ITEM, level=frame.level, label=label)
        return piece(text)

    def end_table(self, frame: _Frame) -> None:
        """Write out the rows that are waiting; a table of one cell is only a frame."""
        rows, frame.rows = frame.rows + ([frame.row] if frame.row else []), []
        rows += [[frame.cell]] if frame.cell else []
        frame.row, frame.cell = [], []
        filled = [one for row in rows for one in row if one]
        if len(filled) == 1 and sum(map(len, rows)) == 1:
            frame.out.extend(filled[0])
            return
        if filled:
            frame.out.extend(self.cells(rows))

    def cells(self, rows: list[list[list[Piece]]]) -> Iterator[Piece]:
        table, self.tables = self.tables, self.tables + 1
        for number, row in enumerate(rows):
            for column, one in enumerate(row):
                yield from cell(one, table, number, column)


def _page(number: int) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def _decoded(data: bytes, page: str) -> str:
    return data.decode(page, "replace")


def _character(number: int) -> str:
    """The character of \\u, a signed 16-bit number; half of a pair until ``_whole`` joins it with the other."""
    return chr(number % 65536)


def _whole(parts: list[str]) -> str:
    """The parts as one text, with the halves of characters beyond 16 bits joined; a lone half becomes U+FFFD."""
    return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
