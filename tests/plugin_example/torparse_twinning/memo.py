"""Memo files (.memo), a format made up for this example: "%MEMO" first, "= " before headings, "- " before items."""

from __future__ import annotations

from pathlib import Path

from torparse.model import BlockKind, Document
from torparse.readers import CERTAIN, NO, Piece, Source, join, piece

SUFFIXES = (".memo",)
_MARK = b"%MEMO"


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN where the file begins with the mark, whatever it is called."""
    return CERTAIN if head.startswith(_MARK) else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput where the file is no UTF-8."""
    try:
        lines = source.data.decode("utf-8").splitlines()[1:]
    except UnicodeDecodeError as error:
        raise source.unreadable("is not UTF-8", "Save it as UTF-8") from error
    text, blocks = join(_piece(line) for line in lines)
    return source.document(text, blocks, "memo")


def _piece(line: str) -> Piece:
    if line.startswith("= "):
        return piece(line[2:], BlockKind.HEADING, level=1)
    if line.startswith("- "):
        return piece(line[2:], BlockKind.LIST_ITEM, level=1)
    return piece(line)
