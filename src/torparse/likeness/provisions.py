"""What each body says on one provision, and how the bodies stand to each other on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from torparse.compare import FACTS, Cell, Column, Matrix
from torparse.likeness.alike import ALIKE, Keys, Wordings, likeness
from torparse.likeness.values import Agreement, Choices, agreement, choices
from torparse.likeness.wordings import Reader, Run
from torparse.model import Clause, Standing, Status
from torparse.provisions import Provision

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from torparse.likeness.alike import Grid

    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Said:
    """A body's cell, for comparing: ``runs`` and ``values`` are empty where it states nothing."""

    column: Column
    cell: Cell
    runs: tuple[Run, ...]
    values: Choices

    @property
    def stated(self) -> bool:
        """Whether the terms themselves lay it down."""
        return self.cell.status is Status.STATED

    @property
    def judged(self) -> bool:
        """Whether the terms can tell: they lay it down, or it is not in them though it may be needed."""
        return self.cell.status in (Status.STATED, Status.ABSENT) and not self.cell.not_needed

    @cached_property
    def keys(self) -> Keys:
        """The words that count."""
        return tuple(key for run in self.runs for key in run.keys)


class Relation(StrEnum):
    """How two bodies stand to each other on a provision that at least one of them lays down."""

    SAME_BOTH = "same_value_alike"
    SAME_VALUE = "same_value"
    SAME_WORDING = "other_value_alike"
    OTHER_BOTH = "other_value"
    ALIKE = "no_value_alike"
    UNLIKE = "no_value"
    ONLY_ONE = "only_one"
    ONLY_OTHER = "only_other"


_RELATIONS = {
    (Agreement.SAME, True): Relation.SAME_BOTH, (Agreement.SAME, False): Relation.SAME_VALUE,
    (Agreement.OTHER, True): Relation.SAME_WORDING, (Agreement.OTHER, False): Relation.OTHER_BOTH,
    (Agreement.NONE, True): Relation.ALIKE, (Agreement.NONE, False): Relation.UNLIKE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """What one provision adds to the likeness of two bodies: ``points`` of the 1 that it could (``mark``)."""

    provision: Provision
    relation: Relation
    points: float


def mark(value: Agreement, wording: float) -> float:
    """What a provision that both lay down counts, 0 to 1: half for the same value, half for the likeness of the wording
    (0 to 1). Where the two give no figure or choice that could be compared, the wording counts alone.
    """
    if value is Agreement.NONE:
        return wording
    return (wording + (value is Agreement.SAME)) / 2


def relation(one: Said, other: Said) -> tuple[Relation, float] | None:
    """How two bodies stand to each other on a provision, with its points; None where nothing can be said."""
    if not (one.judged and other.judged) or not (one.stated or other.stated):
        return None
    if not other.stated:
        return Relation.ONLY_ONE, 0.0
    if not one.stated:
        return Relation.ONLY_OTHER, 0.0
    value, wording = agreement(one.values, other.values), likeness(one.keys, other.keys)
    return _RELATIONS[value, round(wording, 6) >= ALIKE], mark(value, wording)


def compared(matrix: Matrix) -> tuple[Column, ...]:
    """The bodies that can be compared: those whose terms are in the documents."""
    return tuple(column for column in matrix.columns if column.body.standing is Standing.SUPPLIED)


def sayings(matrix: Matrix, reader: Reader) -> Iterator[tuple[Provision, tuple[Said, ...]]]:
    """What each body says on each provision but the document's own facts, one provision at a time."""
    columns = compared(matrix)
    for provision in matrix.provisions:
        if provision.id != FACTS:
            cells = (matrix.cell(column.id, provision.id) for column in columns)
            yield provision, tuple(_said(c, cell, provision, reader) for c, cell in zip(columns, cells, strict=True))


def _said(column: Column, cell: Cell, provision: Provision, reader: Reader) -> Said:
    if cell.status is not Status.STATED:
        return Said(column, cell, (), {})
    runs = reader.runs(column.record, cell.clauses)
    return Said(column, cell, runs, choices((c, _fields(c, provision)) for c in cell.clauses))


def _fields(clause: Clause, provision: Provision) -> tuple[str, ...]:
    return next(feed.fields for feed in provision.feeds if feed.accepts(clause))


@dataclass(frozen=True, eq=False)
class Table:
    """A provision over all bodies at once: what ``relation`` says of two, for all pairs of those that state it.

    ``stating`` are the places of these bodies, ``wording`` the likeness of each to each, ``same`` and ``other`` whether
    their values agree or differ (neither: nothing to compare).
    """

    provision: Provision
    said: tuple[Said, ...]
    stating: NDArray[np.intp]
    wording: Grid
    same: Flags
    other: Flags

    @classmethod
    def of(cls, provision: Provision, said: tuple[Said, ...]) -> Table:
        """The table of a provision: rows and columns are the bodies that state it."""
        import numpy as np

        stating = np.array([i for i, one in enumerate(said) if one.stated], dtype=np.intp)
        some = [said[i] for i in stating]
        different = list(dict.fromkeys(one.keys for one in some))
        places = {keys: i for i, keys in enumerate(different)}
        at = np.array([places[one.keys] for one in some], dtype=np.intp)
        grid = Wordings(different).grid()
        for i, keys in enumerate(different):
            if not keys:
                grid[i, :] = grid[:, i] = 0.0
        shared, clash = _values([one.values for one in some])
        return cls(provision, said, stating, grid[np.ix_(at, at)], shared & ~clash, clash)

    @property
    def points(self) -> Grid:
        """The points of each pair that states it, 0 to 1 (``mark``)."""
        import numpy as np

        half = (self.wording + self.same) / np.float32(2)
        return np.where(self.same | self.other, half, self.wording).astype(np.float32)

    @property
    def judged(self) -> Flags:
        """Of which bodies the terms can tell."""
        import numpy as np

        return np.array([one.judged for one in self.said], dtype=bool)


def _values(values: Sequence[Choices]) -> tuple[Flags, Flags]:
    """For each pair, whether they give a field in common, and whether they differ in one."""
    import numpy as np

    shared = np.zeros((len(values), len(values)), dtype=bool)
    clash = shared.copy()
    for name in sorted({name for given in values for name in given}):
        known: dict[tuple[str, ...], int] = {}
        codes = np.array([known.setdefault(v[name], len(known)) if name in v else -1 for v in values])
        given = codes >= 0
        both = given[:, None] & given[None, :]
        shared |= both
        clash |= both & (codes[:, None] != codes[None, :])
    return shared, clash
