"""What a comparison of two versions consists of: plain immutable values, nothing masked yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from torparse.diff.fields import FieldChange
from torparse.model import Clause, Evidence, Record, Standing, Status


class Change(StrEnum):
    """What became of a provision, the weightiest first. The last three leave every value as it was."""

    VALUE = "changed_value"
    STATUS = "changed_status"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded_only"
    MOVED = "moved"
    READ = "read_otherwise"


WEIGHTY = frozenset([Change.VALUE, Change.STATUS, Change.ADDED, Change.REMOVED])
"""The changes that make the exit code 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change: a clause of the old version, of the new one, or both.

    ``status_old`` and ``status_new`` are those of the provision in each version, which may be absent or not assessable
    where there is no clause. ``fields`` are the fields of the value that differ, ``moved`` says that the place differs
    too, ``also`` are clauses, in pairs as in the row, that the same words state and that need no row of their own.
    ``notes`` say what a careful reader should know.
    """

    change: Change
    old: Clause | None
    new: Clause | None
    status_old: Status
    status_new: Status
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False
    also: tuple[tuple[Clause | None, Clause | None], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of one version that the row speaks of: the new one's, or the old one's where it is gone."""
        pairs = ((self.old, self.new), *self.also)
        return tuple(one for one in (new or old for old, new in pairs) if one is not None)


@dataclass(frozen=True, slots=True)
class BodyChanges:
    """A body in both versions, or in one: its names (None for a document whose body has none) and standings.

    ``renamed`` says that the names are of one body and differ. ``unchanged`` counts the clauses that are as they were.
    ``known`` is false where the other version has no terms in which the body could be looked for, ``named`` says of a
    body of one version that the other has its name in it.
    """

    name_old: str | None
    name_new: str | None
    in_old: bool
    in_new: bool
    standing_old: Standing | None
    standing_new: Standing | None
    renamed: bool
    rows: tuple[Row, ...]
    unchanged: int
    known: bool = True
    named: bool = True

    @property
    def weighty(self) -> bool:
        """Whether a value, a status, a provision or the body itself came, went or changed."""
        return (
            any(row.change in WEIGHTY for row in self.rows)
            or (self.in_old != self.in_new and not self.named)
            or (self.in_old and self.in_new and self.standing_old is not self.standing_new)
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or heading that differs and that torparse takes for no provision; one side only where it came or
    went."""

    old: Evidence | None
    new: Evidence | None


@dataclass(frozen=True, slots=True)
class DocumentChanges:
    """A document in two versions. ``by_likeness`` says that the two were taken for one by name and text."""

    old: Record
    new: Record
    bodies: tuple[BodyChanges, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    by_likeness: bool = False

    @property
    def weighty(self) -> bool:
        """Whether the exit code is to say so."""
        return any(body.weighty for body in self.bodies)

    @property
    def same(self) -> bool:
        """Whether nothing at all is to be told."""
        rows = any(body.rows or body.renamed or body.weighty for body in self.bodies)
        return not rows and not self.passages and not self.notes


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a document or of a folder. ``unread`` are ids of documents that could not be compared."""

    documents: tuple[DocumentChanges, ...]
    removed: tuple[Record, ...] = ()
    added: tuple[Record, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def weighty(self) -> bool:
        """Whether the exit code is to be 1."""
        return bool(self.removed or self.added) or any(one.weighty for one in self.documents)
