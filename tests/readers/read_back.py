"""A document's blocks in the forms that the readers' tests compare."""

from __future__ import annotations

from torparse.model import BlockKind, Document


def texts(found: Document) -> list[str]:
    """The words of each block."""
    return [found.text[block.start : block.end] for block in found.blocks]


def shape(found: Document) -> list[tuple[BlockKind, int, str]]:
    """Kind, level and words of each block."""
    return [(block.kind, block.level, words) for block, words in zip(found.blocks, texts(found), strict=True)]
