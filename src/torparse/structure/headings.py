"""Which units are headings: those that the file marks, and those that look like one.

By look a heading is a number, capitals, a question, or a short line without a verb over longer text. A lead-in ("The
Board consists of:") and an item of a numbered list are none, however short.
"""

from __future__ import annotations

import re
from dataclasses import replace

from torparse.lexicon.patterns import compiled
from torparse.model import BlockKind
from torparse.structure.numbering import Label
from torparse.structure.units import ENDS_SENTENCE, VERB, Role, Unit

_LISTS = frozenset(["html", "md"])
"""Formats in which a numbered list item is an item; in Word's, numbered headings and clauses are list items too."""

_MAX_WORDS = 14
_SHORT = 4  # words of a title among numbered clauses
_SMALL = compiled(
    r"(?:an?|and|at|by|for|from|in|into|of|on|or|the|to|with|what|how|who|when|why|is|are|do|does|[&/-])$",
    re.IGNORECASE,
)
_FIELD = compiled(r"=|:\s*[\d.]+$")  # "PEP: 13", "PL = PROJECT LEADER"
_NO_TITLE = compiled(r"\d{3}|\btel\b|www\.|http|@|\||=", re.IGNORECASE)


def headings(units: list[Unit], clean: str, media: str) -> tuple[Unit, ...]:
    """The units with headings recognised, each with its level; ``media`` is the document's format."""
    return _Headings(units, clean, media in _LISTS).found()


class _Headings:
    """One pass over a document's units from the top; what came before tells what a number means."""

    def __init__(self, units: list[Unit], clean: str, lists_are_lists: bool) -> None:
        self.units, self.clean, self.lists_are_lists = units, clean, lists_are_lists
        self.marked = any(unit.block.kind is BlockKind.HEADING for unit in units)
        self.levels: dict[tuple[str, int], int] = {}  # of marked headings by the kind and depth of their numbers
        self.last_marked = 0
        self.out: list[Unit] = []

    def found(self) -> tuple[Unit, ...]:
        for i, unit in enumerate(self.units):
            text = self.text(unit)
            if unit.role is Role.HEADING:
                self.out.append(self.as_marked(unit, text))
                continue
            level = self.level(unit, text, self.units[i + 1] if i + 1 < len(self.units) else None)
            if level:
                unit = replace(unit, role=Role.HEADING, level=level, question=text.rstrip().endswith("?"))
            self.out.append(unit)
        return tuple(self.out)

    def text(self, unit: Unit) -> str:
        return self.clean[unit.start : unit.end]

    def as_marked(self, unit: Unit, text: str) -> Unit:
        """A heading that the file marks, with its depth; by its number where the file gives none."""
        level = unit.level or 1
        numbered = unit.label is not None and unit.label.depth < 9
        if self.marked and unit.label and numbered and not unit.block.level:
            level = unit.label.depth
        if unit.block.kind is BlockKind.HEADING:  # and not only a line with a number glued to its end
            self.last_marked = level
            if unit.label and numbered:
                self.levels.setdefault((unit.label.kind, unit.label.depth), level)
        return replace(unit, level=level, question=text.rstrip().endswith("?"))

    def level(self, unit: Unit, text: str, following: Unit | None) -> int:
        """The depth of a heading recognised by look, or 0."""
        label, words = unit.label, text.split()
        numbered = label is not None and not label.is_item and not self.lists_are_lists
        if unit.role not in (Role.TEXT, Role.ITEM) or (unit.block.kind is BlockKind.LIST_ITEM and not numbered):
            return 0
        if not words or len(words) > _MAX_WORDS or not re.search(r"[A-Za-z]{2}", text):
            return 0
        if label and label.kind == "question":
            return 3
        if text.endswith("?") and text.count("?") == 1 and not re.search(r"[.!] ", text):
            listed = label is not None and self.among_items(unit, text, following)
            return 0 if listed else self.depth(label) if label and label.depth < 9 else 3
        if ENDS_SENTENCE.search(text) or unit.role is Role.ITEM or (label and label.depth > 2):
            return 0
        if label and label.kind == "named" and len(words) <= 10 and not (VERB.search(text) and text[0].islower()):
            return self.depth(label)
        if text.isupper() and len(words) <= 10 and not _FIELD.search(text):
            return self.depth(label) if label else 1
        if following is None:
            return 0
        if label:
            return self.depth(label) if self.numbered(unit, text, following) else 0
        return self.plain(text, following)

    def depth(self, label: Label) -> int:
        """The level of a heading with this number: as the file marks others of its kind, else under the last marked."""
        known = self.levels.get((label.kind, label.depth))
        return known or (self.last_marked + label.depth if self.last_marked else label.depth)

    def numbered(self, unit: Unit, text: str, following: Unit) -> bool:
        """ "3. Membership" over text is a heading; "3. Northampton College" among "2." and "4." is an item."""
        if text.endswith(":") or not text[0].isupper() or self.among_items(unit, text, following):
            return False
        return len(text.split()) <= 8 or not VERB.search(text)

    def among_items(self, unit: Unit, text: str, following: Unit | None) -> bool:
        """Whether the number before or behind stands at once before or behind, as in a list."""
        if following is not None and _siblings(unit, following):
            return True
        before = self.out[-1] if self.out else None
        if before is None or before.role is Role.HEADING or not _siblings(before, unit) or not _next(before, unit):
            return False
        over_text = following is not None and following.role is Role.TEXT and following.label is None
        clauses = bool(ENDS_SENTENCE.search(self.text(before))) and not self.lists_are_lists
        return not (over_text and clauses and len(text.split()) <= _SHORT)

    def plain(self, text: str, following: Unit) -> int:
        """A short line without a verb over other text."""
        words = text.split()
        if not text[0].isupper() or VERB.search(text) or _NO_TITLE.search(text) or words[0] == "To":
            return 0
        titled = all(bool(_SMALL.match(w)) or w[:1].isupper() or not w[:1].isalpha() for w in words)
        if text.endswith(":"):
            listing = following.role is Role.ITEM or following.label is not None
            leads = following.role is Role.CELL or (listing and (words[0].lower() == "the" or not titled))
            return 3 if not leads and len(words) <= (6 if titled else 3) else 0
        if len(words) > 10 or ":" in text or following.role is Role.CONTENTS:
            return 0
        after = self.text(following)
        if following.role is Role.CELL or (len(after) < len(text) and not titled and len(words) > _SHORT):
            return 3 if following.role is Role.CELL and len(words) <= 6 else 0
        return 3 if self.marked else 2


def _siblings(one: Unit, other: Unit) -> bool:
    """Whether two units have numbers of the same kind and depth."""
    if one.label is None or other.label is None:
        return False
    return (one.label.kind, one.label.depth) == (other.label.kind, other.label.depth)


def _next(one: Unit, other: Unit) -> bool:
    """Whether the second unit's number is the first one's and one more."""
    numbers = [re.findall(r"\d+", unit.label.text) if unit.label else [] for unit in (one, other)]
    if not all(numbers):
        return False
    return numbers[0][:-1] == numbers[1][:-1] and int(numbers[1][-1]) == int(numbers[0][-1]) + 1
