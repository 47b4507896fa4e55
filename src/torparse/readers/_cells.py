"""What the readers of tables share: a cell's pieces as one block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from torparse.model import BlockKind
from torparse.readers._base import Piece, piece


def cell(found: Iterable[Piece], table: int, row: int, column: int) -> Iterator[Piece]:
    """The paragraphs of a cell as one block, then the cells of the tables nested in it.

    The first paragraph's number is the block's label; the numbers of the others are put before their text.
    """
    lines: list[Piece] = []
    nested: list[Piece] = []
    for one in found:
        if one.kind is BlockKind.TABLE_CELL:
            nested.append(one)
        elif one.text.strip():
            lines.append(one)
    if lines:
        rest = [f"{one.label} {one.text.strip()}".strip() for one in lines[1:]]
        yield piece(
            "\n".join([lines[0].text.strip(), *rest]), BlockKind.TABLE_CELL, label=lines[0].label,
            table=table, row=row, column=column,
        )  # fmt: skip
    yield from nested
