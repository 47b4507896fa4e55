"""Tables of document control: versions, authors and what was changed. They tell of the paper and lay nothing down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.lexicon.patterns import compiled
from torparse.structure import Structure
from torparse.structure.units import Role, Unit

_CONTROL = compiled(
    r"\W*(?:(?:document )?(?:version|revision|issue|draft|status|title|reference|owner|name|type"
    r"|control|history)(?: (?:no\.?"
    r"|number|history|control|date))?|(?:date|dated)(?: (?:of|issued|approved|created|changed|amended|last)\b[\w ]*)?"
    r"|authors?|editors?|(?:written|prepared|drafted|amended|changed|made|reviewed|updated|approved"
    r"|issued|created)(?: by| on)?"
    r"|(?:summary|details|description|nature|record|reasons?|history)(?: (?:of|for) (?:the )?(?:changes?|amendments?"
    r"|revisions?))?|changes?(?: made| history)?|amendments?(?: made| history)?|comments?|notes?"
    r"|distribution|circulation"
    r"|file ?name|location|(?:next )?review(?: date)?)\W*",
    re.IGNORECASE,
)
_VERSION = compiled(r"\b(?:version|revision|issue|draft|document control|change history)\b", re.IGNORECASE)
_TOLD = compiled(
    r"\W*(?:authors?|editors?|(?:written|prepared|drafted|amended|changed|made|updated|created) by|(?:summary|details"
    r"|description|nature|record|reasons?|history)(?: (?:of|for) (?:the )?(?:changes?|amendments?"
    r"|revisions?))?|changes?(?: made"
    r"| history)?|amendments?(?: made| history)?|comments?|notes?|distribution|circulation|file ?name|location)\W*",
    re.IGNORECASE,
)
"""The columns or rows of such a table that are told in words: who wrote it and what was changed."""
_LEAST = 3


def told_of_changes(structure: Structure) -> frozenset[int]:
    """The places of the units that are cells on a version's author or changes in a table of document control."""
    tables: dict[int, list[tuple[int, Unit]]] = {}
    for i, unit in enumerate(structure.units):
        if unit.role is Role.CELL and unit.block.table is not None:
            tables.setdefault(unit.block.table, []).append((i, unit))
    return frozenset(place for cells in tables.values() for place in _told(structure, cells))


def _told(structure: Structure, cells: list[tuple[int, Unit]]) -> Iterator[int]:
    head = {unit.block.column: structure.text(unit).strip() for _, unit in cells if not unit.block.row}
    side = {unit.block.row: structure.text(unit).strip() for _, unit in cells if not unit.block.column}
    if _is_control(head):
        yield from (i for i, unit in cells if unit.block.row and _TOLD.fullmatch(head.get(unit.block.column, "")))
    elif _is_control(side):
        yield from (i for i, unit in cells if unit.block.column and _TOLD.fullmatch(side.get(unit.block.row, "")))


def _is_control(names: dict[int | None, str]) -> bool:
    """Whether the column headings or row labels are those of document control, the version among them."""
    known = [name for name in names.values() if name and _CONTROL.fullmatch(name)]
    return len(known) >= _LEAST and any(_VERSION.search(name) for name in names.values())
