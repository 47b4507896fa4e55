"""The sentences of a document as evidence, for what no clause type looks for."""

from __future__ import annotations

from functools import lru_cache

from torparse.model import Block, BlockKind, Document, Evidence, Record, Section
from torparse.structure.sentences import split

_LONGEST_LIST = 20


class Passages:
    """The sentences of a record in their order, headings left out; made when they are first asked for."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def all(self) -> tuple[Evidence, ...]:
        """Every sentence, with its section, page and line as far as the format has them."""
        return _sentences(self._record.document, self._record.sections)

    def title(self, passage: Evidence) -> str:
        """The title of the innermost section that the passage stands in, or ""."""
        around = [s for s in self._record.sections if s.start <= passage.start < s.end]
        return max(around, key=lambda s: (s.level, s.start)).title if around else ""

    def headings(self) -> tuple[Evidence, ...]:
        """The headings of the sections that have text under them, as far as the line of the heading goes."""
        document, found = self._record.document, []
        for section in self._record.sections:
            block = next((b for b in document.blocks if b.start <= section.start < b.end), None)
            if block and section.title and any(section.start < b.start < section.end for b in document.blocks):
                found.append(_evidence(document, self._record.sections, block, block.start, block.end))
        return tuple(found)

    def listed(self, lead: Evidence) -> tuple[Evidence, ...]:
        """The sentences that a quote ending in a colon leads in: those behind it in its section, 20 at most."""
        if not lead.quote.rstrip().endswith(":"):
            return ()
        around = [s for s in self._record.sections if s.start <= lead.start < s.end]
        last = min((s.end for s in around), default=lead.end)
        last = min((s.start for s in self._record.sections if lead.end <= s.start < last), default=last)
        return tuple(e for e in self.all() if lead.end <= e.start and e.end <= last)[:_LONGEST_LIST]


@lru_cache(maxsize=4)
def _sentences(document: Document, sections: tuple[Section, ...]) -> tuple[Evidence, ...]:
    """The sentences of a document; a checklist asks for them once for each body, and more than once."""
    found = []
    titles = {" ".join(s.title.split()) for s in sections}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or " ".join(document.text[block.start : block.end].split()) in titles:
            continue
        for start, end in split(document.text[block.start : block.end]):
            found.append(_evidence(document, sections, block, block.start + start, block.start + end))
    return tuple(found)


def evidence_at(record: Record, start: int, end: int) -> Evidence:
    """The run of the text at ``start``..``end`` (code points, end exclusive) with its section, page and line."""
    blocks = record.document.blocks
    block = next((b for b in blocks if b.start <= start < b.end), None)
    return _evidence(record.document, record.sections, block, start, end)


def _evidence(
    document: Document, sections: tuple[Section, ...], block: Block | None, start: int, end: int
) -> Evidence:  # fmt: skip
    around = [s for s in sections if s.start <= start < s.end]
    inner = max(around, key=lambda s: (s.level, s.start), default=None)
    section = (inner.number or inner.title) if inner else ""
    numbered = block is not None and block.line is not None
    line = document.text.count("\n", 0, start) + 1 if numbered else None
    return Evidence(document, start, end, section, block.page if block else None, line)
