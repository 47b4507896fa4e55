"""From blocks to units with a role: heading, text, list item, table cell, contents line.

The file's own marks (Word styles, ``#``) are believed; where there are none, headings are recognised by look: a
number, capitals, a question, or a short line without a verb over longer text. Lines of a contents list are
recognised and never read as rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from torparse.model import Block, BlockKind, Document
from torparse.structure.numbering import Label, label_of, trailing_label


class Role(StrEnum):
    """What a unit is to a reader."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as a reader sees it. ``start``..``end`` is its range without the label; ``label`` as an officer cites it.

    ``level`` is a heading's depth from 1. ``outer`` is the start with the label, where it is part of the text.
    """

    start: int
    end: int
    outer: int
    role: Role
    label: Label | None
    level: int
    block: Block
    question: bool = False


_MAX_HEADING_WORDS = 14
_VERB = re.compile(
    r"\b(?:shall|will|must|may|is|are|was|were|has|have|can|should|would|meets?|been|comprises?|includes?|agreed?|"
    r"undertakes?|provides?)\b",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.;,]['\")\]]*\s*$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}\s*$|\s{3,}\d{1,3}\s*$|\t\d{1,3}\s*$")
_CONTENTS_TITLE = re.compile(r"\s*(?:table of )?contents?(?: page)?\s*:?\s*$", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "&",
        "/",
        "-",
        "what",
        "how",
        "who",
        "when",
        "why",
        "is",
        "are",
        "do",
        "does",
    ]
)


def layout(document: Document, clean: str) -> tuple[Unit, ...]:
    """The document's units in reading order. ``clean`` is the reading copy of its text."""
    drafts = [_draft(block, clean) for block in document.blocks]
    units = _carry_labels([unit for unit in drafts if unit is not None], clean)
    units = _contents(units, clean)
    return _headings(units, clean, marked=any(b.kind is BlockKind.HEADING for b in document.blocks))


def _draft(block: Block, clean: str) -> Unit | None:
    text = clean[block.start : block.end]
    if not re.search(r"\w", text):
        return None
    roles = {BlockKind.HEADING: Role.HEADING, BlockKind.TABLE_CELL: Role.CELL, BlockKind.FOOTNOTE: Role.NOTE}
    role = roles.get(block.kind, Role.ITEM if block.kind is BlockKind.LIST_ITEM else Role.TEXT)
    own = _own_label(block)
    if own and not own.is_item and role is Role.ITEM:
        role = Role.TEXT  # Word numbers its clauses as list items: "4.5" numbers a paragraph, "(a)" an item
    start = block.start + len(text) - len(text.lstrip())
    end = block.start + len(text.rstrip())
    label = own
    if label is None and role is not Role.CELL:
        bullet = re.match(r"(?:[-·•▪●○◦>❖➢✓\uf0b7\uf0a7]|o(?=\s{2}))\s+", clean[start:end])
        if bullet:
            role, start = Role.ITEM, start + bullet.end()
        label = label_of(clean[start:end])
        if label:
            if bullet and label.kind in ("bare", "letter"):
                label = None  # "- 10 a year": the number is part of what the item says
            else:
                start += label.end
                role = Role.ITEM if label.is_item and role is Role.TEXT else role
    return Unit(start, end, block.start, role, label, block.level, block)


def _own_label(block: Block) -> Label | None:
    """The label that the file computes (Word's automatic numbers), with its depth."""
    if not block.label:
        return None
    found = label_of(block.label + " x")
    text = block.label.strip().rstrip(".")
    return Label(text, found.kind if found else "letter", found.depth if found else 9, 0)


def _carry_labels(units: list[Unit], clean: str) -> list[Unit]:
    """A label that stands alone, or is glued to the end of a heading, belongs to what follows."""
    out: list[Unit] = []
    waiting: tuple[Label, int] | None = None
    for unit in units:
        text = clean[unit.start : unit.end]
        if not text.strip():
            if unit.label:
                waiting = (unit.label, unit.outer)
            continue
        if waiting and not unit.label and unit.role is not Role.CELL:
            unit = replace(unit, label=waiting[0], outer=waiting[1])
        waiting = None
        glued = trailing_label(text) if unit.role is not Role.CELL else None
        if glued and glued[1] and not _VERB.search(text):
            label = label_of(glued[0] + " x")
            unit = replace(unit, end=unit.start + glued[1], role=Role.HEADING, level=unit.level or 2)
            waiting = (label, unit.end) if label else None
        out.append(unit)
    return out


def _contents(units: list[Unit], clean: str) -> list[Unit]:
    """Mark contents lines: leader dots or a page number at the end, or a two-column table of titles and pages."""
    out = list(units)
    inside = False
    page_tables = _page_tables(units, clean)
    for i, unit in enumerate(units):
        text = clean[unit.start : unit.end]
        if _CONTENTS_TITLE.match(text):
            out[i], inside = replace(unit, role=Role.CONTENTS), True
        elif (
            (unit.block.table is not None and unit.block.table in page_tables)
            or (_LEADERS.search(clean[unit.outer : unit.end]) and not _ENDS_SENTENCE.search(text) and len(text) < 120)
            or (inside and len(text) < 80 and not _ENDS_SENTENCE.search(text) and re.search(r"\s\d{1,3}$", text))
        ):
            out[i] = replace(unit, role=Role.CONTENTS)
        else:
            inside = False
    return out


def _page_tables(units: list[Unit], clean: str) -> set[int]:
    """Tables whose last column holds nothing but page numbers, in rising order."""
    last: dict[int, list[str]] = {}
    width: dict[int, int] = {}
    for unit in units:
        if unit.block.table is not None and unit.block.column is not None:
            width[unit.block.table] = max(width.get(unit.block.table, 0), unit.block.column)
    for unit in units:
        block = unit.block
        if block.table is not None and block.column == width[block.table]:
            last.setdefault(block.table, []).append(clean[unit.start : unit.end].strip())
    return {
        table
        for table, cells in last.items()
        if len(cells) >= 3 and all(c.isdigit() for c in cells) and sorted(map(int, cells)) == list(map(int, cells))
    }


def _headings(units: list[Unit], clean: str, *, marked: bool) -> tuple[Unit, ...]:
    out = []
    for i, unit in enumerate(units):
        text = clean[unit.start : unit.end]
        if unit.role is Role.HEADING:
            level = unit.level or 1
            if marked and unit.label and unit.label.depth < 9 and not unit.block.level:
                level = unit.label.depth
            out.append(replace(unit, level=level, question=text.rstrip().endswith("?")))
            continue
        following = units[i + 1] if i + 1 < len(units) else None
        level = _heading_level(unit, text, following, clean, marked=marked)
        if level:
            unit = replace(unit, role=Role.HEADING, level=level, question=text.rstrip().endswith("?"))
        out.append(unit)
    return tuple(out)


def _heading_level(unit: Unit, text: str, following: Unit | None, clean: str, *, marked: bool) -> int:
    """The depth of a heading recognised by look, or 0."""
    listed = unit.block.kind is BlockKind.LIST_ITEM and not (unit.label and not unit.label.is_item)
    if unit.role not in (Role.TEXT, Role.ITEM) or listed:
        return 0
    label, words = unit.label, text.split()
    if not words or len(words) > _MAX_HEADING_WORDS or not re.search(r"[A-Za-z]{2}", text):
        return 0
    if label and label.kind == "question":
        return 3
    if text.endswith("?") and text.count("?") == 1 and not re.search(r"[.!] ", text):
        return label.depth if label and label.depth < 9 else 3
    if _ENDS_SENTENCE.search(text) or unit.role is Role.ITEM or (label and label.depth > 2):
        return 0
    if label and label.kind == "named" and len(words) <= 10 and not (_VERB.search(text) and text[0].islower()):
        return 1
    if text.isupper() and len(words) <= 10:
        return label.depth if label else 1
    if following is None:
        return 0
    if label:
        return label.depth if _numbered_heading(unit, text, following, clean) else 0
    return _plain_heading(text, following, clean, marked=marked)


def _numbered_heading(unit: Unit, text: str, following: Unit, clean: str) -> bool:
    """ "3. Membership" over text is a heading; "3. Northampton College" between "2." and "4." is an item."""
    if text.endswith(":") or not text[0].isupper():
        return False
    sibling = following.label
    same_kind = sibling is not None and unit.label is not None and sibling.kind == unit.label.kind
    if same_kind and unit.label and sibling and sibling.depth == unit.label.depth:
        return False
    return len(text.split()) <= 8 or not _VERB.search(text)


def _plain_heading(text: str, following: Unit, clean: str, *, marked: bool) -> int:
    """A short line without a verb over other text."""
    words = text.split()
    if text.endswith(":"):
        return 3 if len(words) <= 6 and following.role is not Role.CELL and not _VERB.search(text) else 0
    if len(words) > 10 or ":" in text or not text[0].isupper() or _VERB.search(text) or "@" in text or "|" in text:
        return 0
    if re.search(r"\d{3}|\btel\b|www\.|http", text, re.IGNORECASE) or following.role is Role.CONTENTS:
        return 0
    capitals = [w for w in words if w[:1].isupper() or w.lower() in _SMALL or not w[:1].isalpha()]
    after = clean[following.start : following.end]
    if following.role is Role.CELL or (len(after) < len(text) and len(capitals) < len(words) and len(words) > 4):
        return 3 if following.role is Role.CELL and len(words) <= 6 else 0
    return 3 if marked else 2
