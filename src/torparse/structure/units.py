"""What a document is to a reader: units with a role, and the words by which a line is told to be a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from torparse.lexicon.patterns import compiled
from torparse.model import Block
from torparse.structure.numbering import Label


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


VERB = compiled(
    r"\b(?:shall|will|must|may|is|are|was|were|has|have|can|should|would|meets?|been|comprises?|includes?|agreed?|"
    r"undertakes?|provides?)\b",
    re.IGNORECASE,
)
ENDS_SENTENCE = compiled(r"[.;,]['\")\]]*\s*$")
