"""Where the characters of a Word document's text stand in its XML: for marks that are put on the very words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from torparse.model import Block, BlockKind
from torparse.readers._word.body import Body, ParagraphText
from torparse.readers._word.package import Package, W

_CELL, _PARAGRAPH = W + "tc", W + "p"


@dataclass(frozen=True, slots=True)
class Letter:
    """A character: which one (``at``, from 0) of those that ``element`` stands for."""

    element: etree._Element
    at: int


class Places(Body):
    """Reads a document as ``Body`` does and remembers which element each character came from."""

    def __init__(self, package: Package) -> None:
        super().__init__(package)
        self.special |= set(self.index)  # no paragraph is read the short way, which does not look at elements
        self._leaves: dict[etree._Element, list[tuple[etree._Element, str]]] = {}
        self._now: list[tuple[etree._Element, str]] = []
        self._citing: dict[str, etree._Element] = {}

    def text(self, element: etree._Element) -> ParagraphText:
        """As ``Body.text``; a paragraph whose mark was deleted is remembered with the one that it goes on in."""
        carried = self._now if self.carried else []
        self._now = []
        found = super().text(element)
        self._now = [*carried, *self._now]
        self._leaves[element] = self._now
        return found

    def leaf(self, element: etree._Element) -> str:
        """As ``Body.leaf``."""
        text = super().leaf(element)
        self._now.append((element, text))
        return text

    def cite(self, element: etree._Element) -> str:
        """As ``Body.cite``."""
        before = len(self.cited)
        mark = super().cite(element)
        if len(self.cited) > before:
            self._citing.setdefault(self.cited[-1][2], element)
        return mark

    def letters(self, text: str, blocks: Sequence[Block]) -> list[Letter | None]:
        """For each character of the ``text`` that was read its place in the main part, or None where it has none there
        (line ends between blocks, numbers that are computed, notes)."""
        places: list[Letter | None] = [None] * len(text)
        for block in blocks:
            at = block.start
            for paragraph in self._paragraphs_of(block):
                leaves = self._leaves.get(paragraph, [])
                said = "".join(part for _, part in leaves)
                where = text.find(said.strip(), at, block.end) if said.strip() else -1
                if where < 0:
                    continue
                at = where + len(said.strip())
                each = [Letter(element, i) for element, part in leaves for i in range(len(part))]
                blank = len(said) - len(said.lstrip())
                places[where:at] = each[blank : blank + at - where]
        return places

    def paragraph_of(self, block: Block) -> etree._Element | None:
        """The (first) paragraph of a block; of a note the one that cites it."""
        if block.paragraph is not None:
            return self._paragraphs[block.paragraph]
        citing = self._citing.get(block.label) if block.kind is BlockKind.FOOTNOTE else None
        return next(citing.iterancestors(_PARAGRAPH), None) if citing is not None else None

    def _paragraphs_of(self, block: Block) -> Iterator[etree._Element]:
        if block.paragraph is None:
            return
        first = self._paragraphs[block.paragraph]
        if block.kind is not BlockKind.TABLE_CELL:
            yield first
            return
        cell = next(first.iterancestors(_CELL))
        yield from (p for p in cell.iter(_PARAGRAPH) if next(p.iterancestors(_CELL)) is cell)
