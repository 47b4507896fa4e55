"""The nearest peers of each body with a likeness that is explained, and the provisions on which bodies differ most.

**The likeness of two bodies**, 0 to 1: of the provisions that at least one of them lays down and that can be judged in
both, each counts 1 at most. Half of that is for the same value (the figures and choices that both give), half for how
alike the wording is; where there is no value that could be compared, the wording counts alone. A provision that only
one of them has counts 0. The likeness is the mean. What neither has says nothing and is left out, and so is what one of
them defers, promises or keeps in a paper that was not supplied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torparse.compare import Column, Matrix
from torparse.likeness.alike import FEWEST
from torparse.likeness.provisions import Point, Relation, Said, Table, compared, relation, sayings
from torparse.likeness.versions import Family
from torparse.likeness.wordings import Reader
from torparse.provisions import Provision

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from torparse.likeness.provisions import Flags

PEERS = 3
"""How many peers of a body are named at most."""
FEWEST_PROVISIONS = 5
"""Two bodies with fewer provisions that can be judged in both are too little known to be called peers."""


@dataclass(frozen=True, slots=True)
class Peer:
    """How alike two bodies of different documents are, provision by provision.

    ``left_out`` are provisions that at least one of them lays down and that cannot be judged in the other.
    """

    one: Column
    other: Column
    points: tuple[Point, ...]
    left_out: tuple[Provision, ...]

    @property
    def likeness(self) -> float:
        """The mean of the points, 0 to 1."""
        return sum(point.points for point in self.points) / len(self.points)

    def of(self, relation: Relation) -> tuple[Point, ...]:
        """The provisions in which they stand so to each other."""
        return tuple(point for point in self.points if point.relation is relation)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far bodies of different documents differ on a provision.

    ``stating`` is the number of bodies that lay it down. ``same`` of the ``comparable`` pairs of them (those that both
    give a figure or choice) agree in value. ``wording`` is the mean likeness of the wordings of all pairs, 0 to 1.
    ``furthest`` are the two least alike: of those with other values, if there are any.
    """

    provision: Provision
    stating: int
    same: int
    comparable: int
    wording: float
    furthest: tuple[Said, Said]

    @property
    def agreeing(self) -> float | None:
        """The share of pairs that agree in value, 0 to 1; None where there is nothing to compare."""
        return self.same / self.comparable if self.comparable else None


def peers_and_spreads(
    matrix: Matrix, families: Sequence[Family], reader: Reader
) -> tuple[tuple[tuple[Peer, ...], ...], tuple[Spread, ...]]:
    """For each body that can be compared its nearest peers, the nearest first; and the spread of each provision.

    Bodies of one document are no peers, nor are those of versions of it. The provisions with most pairs of other values
    come first, then those with the least alike wordings.
    """
    import numpy as np

    columns = compared(matrix)
    apart = _apart(columns, families)
    points = np.zeros((len(columns), len(columns)), dtype=np.float32)
    counted = np.zeros((len(columns), len(columns)), dtype=np.int16)
    said: list[tuple[Provision, tuple[Said, ...]]] = []
    spreads = []
    for provision, some in sayings(matrix, reader):
        said.append((provision, some))
        table = Table.of(provision, some)
        judged, stated = table.judged, np.zeros(len(columns), dtype=bool)
        stated[table.stating] = True
        counted += judged[:, None] & judged[None, :] & (stated[:, None] | stated[None, :])
        points[np.ix_(table.stating, table.stating)] += table.points
        spread = _spread(table, apart[np.ix_(table.stating, table.stating)])
        spreads += [spread] if spread else []
    known = apart & (counted >= FEWEST_PROVISIONS) & (points > 0)
    mean = np.where(known, points / np.maximum(counted, 1), -1.0)
    rounded = np.round(mean, 5)  # the same whatever the order of additions was
    peers = []
    for i in range(len(columns)):
        nearest = np.argsort(-rounded[i], kind="stable")[:PEERS]
        peers.append(tuple(_peer(columns, said, i, int(j)) for j in nearest if known[i, j]))
    return tuple(peers), tuple(sorted(spreads, key=_most_different))


def _apart(columns: Sequence[Column], families: Sequence[Family]) -> Flags:
    """Which pairs of bodies are of different documents, versions of one document counted as one."""
    import numpy as np

    documents = {name: family.documents[0] for family in families if family.versions for name in family.documents}
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(documents.get(c.document, c.document), len(known)) for c in columns])
    apart: NDArray[np.bool_] = codes[:, None] != codes[None, :]
    return apart


def _peer(columns: Sequence[Column], said: Sequence[tuple[Provision, tuple[Said, ...]]], i: int, j: int) -> Peer:
    points, left_out = [], []
    for provision, some in said:
        found = relation(some[i], some[j])
        if found is not None:
            points.append(Point(provision, *found))
        elif some[i].stated or some[j].stated:
            left_out.append(provision)
    return Peer(columns[i], columns[j], tuple(points), tuple(left_out))


def _spread(table: Table, apart: Flags) -> Spread | None:
    """The spread of a provision, or None where fewer than two documents state it."""
    import numpy as np

    pairs = np.triu(apart, 1)
    if not pairs.any():
        return None
    other = pairs & table.other
    long = np.array([len(table.said[i].keys) >= FEWEST for i in table.stating])
    telling = [some for some in (other & long[:, None] & long[None, :], other, pairs) if some.any()]
    least = np.where(telling[0], np.round(table.wording, 5), 2.0)
    a, b = np.unravel_index(int(np.argmin(least)), least.shape)
    furthest = (table.said[table.stating[a]], table.said[table.stating[b]])
    same = int((pairs & table.same).sum())
    mean = float(table.wording[pairs].mean(dtype=np.float64))
    return Spread(table.provision, len(table.stating), same, same + int(other.sum()), mean, furthest)


def _most_different(spread: Spread) -> tuple[object, ...]:
    agreeing = spread.agreeing
    return agreeing is None, agreeing, spread.wording, spread.provision.id
