"""What the rules of all types have found in a document, before it becomes clauses."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.model import Body
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision before it is a clause: its type, what a rule found, and the body that it is for (None: all)."""

    type: ClauseType
    hit: Hit
    body: str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """A document as far as one of its clauses has to do with it: its bodies and all of its provisions.

    ``mentioned`` are the groups without a column; ``by_content`` says that no title told what the document is, only
    what it lays down.
    """

    context: Context
    bodies: tuple[Body, ...]
    mentioned: tuple[str, ...]
    provisions: tuple[Provision, ...]
    by_content: bool = False
