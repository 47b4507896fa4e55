"""A document's blocks as torparse sees them, and how they are shown in a terminal and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from torparse.model import Block, BlockKind, Body, Document, Record
from torparse.structure import Structure
from torparse.structure.units import Role, Unit

WIDTH = 100
"""Columns of a terminal that the text is made for."""

_PLACE, _WHAT, _LABEL = 6, 24, 8  # columns before the text
_TRACKED = frozenset(("doc", "docx", "odt", "rtf"))  # formats with tracked changes and comments

KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.LIST_ITEM: "list item",
    BlockKind.TABLE_CELL: "cell",
    BlockKind.FOOTNOTE: "note",
}
ROLES = {
    Role.HEADING: "heading",
    Role.TEXT: "paragraph",
    Role.ITEM: "list item",
    Role.CELL: "cell",
    Role.NOTE: "note",
    Role.CONTENTS: "contents",
}
MARK = "mark"
"""What a block is called that torparse does not read: a number (it goes to what follows), a rule, a lone symbol."""

# what could move a terminal's cursor or change a page's look; white space stays
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\v\f\r\x85"}


@dataclass(frozen=True, slots=True)
class Part:
    """A block with what torparse sees in it. ``number`` is its place in the document from 1.

    ``unit`` is None for a block that is not read. ``citation`` is how an officer cites it, or an empty string;
    ``under`` the title of the section that it stands in, which is the citation where there are no numbers.
    """

    number: int
    block: Block
    unit: Unit | None
    citation: str
    under: str
    text: str
    """Its words: without the label, where there is one; control characters as the replacement character."""

    @property
    def role(self) -> str:
        """What it is to a reader, as a word."""
        return ROLES[self.unit.role] if self.unit else MARK

    @property
    def level(self) -> int:
        """A heading's depth or a list item's nesting, from 1, else 0."""
        if self.unit and self.unit.role is Role.HEADING:
            return self.unit.level
        return max(self.block.level, 1) if self.unit and self.unit.role is Role.ITEM else 0

    @property
    def label(self) -> str:
        """Its number, computed by the file or part of the text."""
        return self.unit.label.text if self.unit and self.unit.label else ""

    @property
    def otherwise(self) -> str:
        """What the file calls it, where torparse sees something else."""
        kind = KINDS[self.block.kind]
        return "" if kind == self.role else kind

    @property
    def own_citation(self) -> str:
        """The citation where it says more than the label: "1.1(a)" for the item "(a)"."""
        more = self.label and self.citation != self.label and self.citation.endswith(self.label)
        return self.citation if more else ""

    @property
    def place(self) -> str:
        """Where it is in the file: "p3", "l12" (line) or "¶12" (paragraph, from 0), or an empty string."""
        block = self.block
        if block.page or block.line:
            return f"p{block.page}" if block.page else f"l{block.line}"
        return "" if block.paragraph is None else f"¶{block.paragraph}"


def parts(structure: Structure) -> tuple[Part, ...]:
    """The blocks of a document in reading order."""
    text = structure.document.text
    units = {unit.block.start: (at, unit) for at, unit in enumerate(structure.units)}
    found = []
    for number, block in enumerate(structure.document.blocks, 1):
        at, unit = units.get(block.start, (0, None))
        words = text[unit.start : unit.end] if unit else text[block.start : block.end]
        citation = structure.citations[at] if unit else ""
        section = structure.outline.of_unit[at] if unit else None
        under = structure.outline.sections[section].title if section is not None else ""
        found.append(Part(number, block, unit, citation, under, words.translate(_CONTROLS)))
    return tuple(found)


def facts(record: Record, count: int) -> list[str]:
    """What there is to say of the document as a whole, in a few words each; ``count`` is that of its blocks."""
    document = record.document
    found = [document.media, str(record.kind).replace("_", " "), _many(len(document.text), "character")]
    if document.pages is not None:
        found.append(_many(document.pages, "page"))
    found.append(_many(count, "block"))
    if document.media in _TRACKED or document.changes or document.comments:
        found += [_many(document.changes, "tracked change"), _many(len(document.comments), "comment")]
    return found


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def standing(body: Body) -> str:
    """A body's name and where its terms are."""
    return f"{body.name} ({str(body.standing).replace('_', ' ')})"


def extent(cells: Sequence[Part]) -> str:
    """How large the table of these cells is."""
    rows = {part.block.row for part in cells}
    columns = {part.block.column for part in cells}
    return f"{_many(len(rows), 'row')}, {_many(len(columns), 'column')}"


def as_text(record: Record, found: Sequence[Part]) -> str:
    """The structure to be read in a terminal of 100 columns."""
    document = record.document
    head = textwrap.wrap(f"{document.name}: {', '.join(facts(record, len(found)))}", WIDTH, subsequent_indent="  ")
    lines = [*head, *(f"  body: {standing(body)}" for body in record.bodies), ""]
    if any(part.otherwise for part in found):
        lines += ["In brackets: what the file calls a block, where torparse sees something else.", ""]
    tables: dict[int, list[Part]] = {}
    for part in found:
        if part.block.table is not None:
            tables.setdefault(part.block.table, []).append(part)
    shown: set[int] = set()
    for part in found:
        table = part.block.table
        if table is not None and table not in shown:
            shown.add(table)
            lines.append(f"{part.place:>{_PLACE - 1}} table {table}: {extent(tables[table])}")
        lines += _lines(part)
    lines += ["", "Beside the text, not read as part of it:"] if beside(document) else []
    for title, text in beside(document):
        lines += textwrap.wrap(f"{title}: {text}", WIDTH, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines).translate(_CONTROLS)


def beside(document: Document) -> list[tuple[str, str]]:
    """What stands beside the text and is not read: comments, headers and footers, each as what it is and its words."""
    found = []
    for one in document.comments:
        by = ", ".join(filter(None, (one.author, one.date)))
        found.append((f"comment ({by})" if by else "comment", " ".join(one.text.split())))
    found += [("header or footer", " ".join(text.split())) for text in document.running]
    return [(title.translate(_CONTROLS), text.translate(_CONTROLS)) for title, text in found]


def _lines(part: Part) -> Iterator[str]:
    """A block's lines: place, what it is, label, text; a list item is indented by its nesting."""
    what = f"{part.role} {part.level}" if part.level else part.role
    if part.block.table is not None:
        what += f" t{part.block.table} r{part.block.row} c{part.block.column}"
    if part.otherwise and part.block.table is None:
        what += f" ({part.otherwise})"
    text = " ".join(part.text.split())
    if part.own_citation:
        text += f" [{part.own_citation}]"
    indent = "  " * (part.level - 1) if part.role == ROLES[Role.ITEM] else ""
    head = f"{part.place:>{_PLACE - 1}} {what:{_WHAT - 1}} {indent}{part.label:{_LABEL - 1}} "
    behind = " " * (_PLACE + _WHAT + _LABEL + len(indent))
    wrapped = textwrap.wrap(
        text, WIDTH, initial_indent=head, subsequent_indent=behind, drop_whitespace=True, break_on_hyphens=False
    )
    yield from wrapped or [head.rstrip()]


def as_json(record: Record, found: Sequence[Part]) -> str:
    """The document's facts and its blocks for programs: a block's ``text`` is the document's at ``start``..``end``.

    ``kind``, ``level`` and ``label`` are the file's. ``seen`` is what torparse makes of the block: role, level, label,
    how an officer cites it, and its range without the label; null where it is not read.
    """
    document = record.document
    data = {
        "document": document.name,
        "sha256": document.sha256,
        "media": document.media,
        "kind": str(record.kind),
        "characters": len(document.text),
        "pages": document.pages,
        "changes": document.changes,
        "comments": [asdict(comment) for comment in document.comments],
        "running": list(document.running),
        "prompts": [{"start": start, "end": end} for start, end in document.prompts],
        "bodies": [{"name": body.name, "standing": str(body.standing)} for body in record.bodies],
        "warnings": list(document.warnings),
        "blocks": [_row(document, part) for part in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _row(document: Document, part: Part) -> dict[str, Any]:
    block, unit = part.block, part.unit
    seen = None
    if unit:
        seen = {
            "role": str(unit.role), "level": part.level, "label": part.label, "citation": part.citation,
            "start": unit.start, "end": unit.end,
        }  # fmt: skip
    return {
        "number": part.number, "kind": str(block.kind), "level": block.level, "label": block.label,
        "page": block.page, "line": block.line, "paragraph": block.paragraph,
        "table": block.table, "row": block.row, "column": block.column,
        "boxes": [asdict(box) for box in block.boxes],
        "start": block.start, "end": block.end, "text": document.text[block.start : block.end],
        "seen": seen,
    }  # fmt: skip
