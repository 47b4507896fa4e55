"""From blocks to units with a role: heading, text, list item, table cell, contents line.

The file's own marks (Word styles, ``#``) are believed; where there are none, headings are recognised by look. Lines of
a contents list are recognised and never read as rules.
"""

from __future__ import annotations

import re
from dataclasses import replace

from torparse.lexicon.patterns import compiled
from torparse.model import Block, BlockKind, Document
from torparse.structure.headings import headings
from torparse.structure.numbering import Label, label_of, trailing_label
from torparse.structure.units import ENDS_SENTENCE, VERB, Role, Unit

_LEADERS = compiled(r"(?:\.\s?){4,}\s*\d{1,3}\s*$|\s{3,}\d{1,3}\s*$|\t\d{1,3}\s*$")
_CONTENTS_TITLE = compiled(r"\s*(?:table of )?contents?(?: page)?\s*:?\s*$", re.IGNORECASE)


def layout(document: Document, clean: str) -> tuple[Unit, ...]:
    """The document's units in reading order. ``clean`` is the reading copy of its text."""
    drafts = [_draft(block, clean) for block in document.blocks]
    units = _carry_labels([unit for unit in drafts if unit is not None], clean)
    units = _contents(_without_answer_marks(units), clean)
    return headings(units, clean, document.media)


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
    found = label_of(block.label + " X")  # a capital, before which a bare "1" is a number
    text = block.label.strip().rstrip(".")
    return Label(text, found.kind if found else "letter", found.depth if found else 9, 0)


def _carry_labels(units: list[Unit], clean: str) -> list[Unit]:
    """A label that stands alone, or is glued to the end of a heading, belongs to what follows.

    A heading that is only a label ("Part A") has its number for a heading at once below it, else it is a title. An
    empty item's number is none for a heading below it.
    """
    out: list[Unit] = []
    waiting: tuple[Label, int] | None = None
    alone: Unit | None = None  # the heading that is only a label, while it waits
    for unit in units:
        text = clean[unit.start : unit.end]
        marked = unit.block.kind is BlockKind.HEADING
        if not text.strip():
            if unit.label:
                waiting, alone = (unit.label, unit.outer), unit if marked else None
            continue
        if alone and not marked:
            out.append(replace(alone, start=alone.outer, label=None))
        elif waiting and not unit.label and unit.role is not Role.CELL and bool(alone) == marked:
            unit = replace(unit, label=waiting[0], outer=waiting[1])
        waiting = alone = None
        glued = trailing_label(text) if unit.role is not Role.CELL else None
        if glued and glued[1] and not VERB.search(text):
            label = label_of(glued[0] + " x")
            unit = replace(unit, end=unit.start + glued[1], role=Role.HEADING, level=unit.level or 2)
            waiting = (label, unit.end) if label else None
        out.append(unit)
    return out


def _without_answer_marks(units: list[Unit]) -> list[Unit]:
    """ "A." under "Q. How many make a quorum?" is no letter of a list."""
    out: list[Unit] = []
    for unit in units:
        asked = bool(out) and out[-1].label is not None and out[-1].label.kind == "question"
        if asked and unit.label and unit.label.kind == "letter" and unit.label.text.strip("):") == "A":
            unit = replace(unit, label=None, role=Role.TEXT if unit.role is Role.ITEM else unit.role)
        out.append(unit)
    return out


def _contents(units: list[Unit], clean: str) -> list[Unit]:
    """Mark contents lines: leader dots or a page number, a two-column table of titles and pages, or titles alone."""
    out = list(units)
    inside = False
    listed = 0  # up to where lines without page numbers are titles too
    page_tables = _page_tables(units, clean)
    for i, unit in enumerate(units):
        text = clean[unit.start : unit.end]
        if _CONTENTS_TITLE.match(text):
            out[i], inside = replace(unit, role=Role.CONTENTS), True
            listed = i + 1 + _titles(units[i + 1 :], clean)
        elif i < listed or (
            (unit.block.table is not None and unit.block.table in page_tables)
            or (_LEADERS.search(clean[unit.outer : unit.end]) and not ENDS_SENTENCE.search(text) and len(text) < 120)
            or (inside and len(text) < 80 and not ENDS_SENTENCE.search(text) and re.search(r"\s\d{1,3}$", text))
        ):
            out[i] = replace(unit, role=Role.CONTENTS)
        else:
            inside = False
    return out


_FEWEST = 3
"""Titles that a contents list without page numbers has at least."""
_DOTS = compiled(r"(?:\.{2,}|…)[\s.…]*\d*\s*$")


def _titles(units: list[Unit], clean: str) -> int:
    """How many of ``units`` are a contents list without page numbers: short lines with no verb, none said twice.

    The title that comes again is the first heading of the text itself; what the file marks as a heading is one.
    """
    seen: set[str] = set()
    for unit in units:
        title = _DOTS.sub("", clean[unit.start : unit.end]).strip().lower()
        plain = unit.role in (Role.TEXT, Role.ITEM) and unit.block.kind is not BlockKind.HEADING
        if not plain or title in seen or len(title) > 80 or ENDS_SENTENCE.search(title) or VERB.search(title):
            break
        seen.add(title)
    return len(seen) if len(seen) >= _FEWEST else 0


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
