"""Peers' wording: which clauses are alike across documents, who differs most, and who is nearest to whom.

``words`` and ``wordings`` are the clauses in the form in which they are compared, ``alike`` the measure and where its
threshold comes from, ``values`` the figures and choices; ``groups`` finds clauses that are nearly alike, ``versions``
documents that are, ``provisions`` and ``peers`` the likeness of bodies.
"""

from __future__ import annotations

from dataclasses import dataclass

from torparse.compare import Matrix
from torparse.likeness.groups import Group, Variant, groups_of
from torparse.likeness.peers import Peer, Spread, peers_and_spreads
from torparse.likeness.provisions import Relation, Said
from torparse.likeness.versions import Family, families_of
from torparse.likeness.wordings import Reader, Run, Wording, records_of, wordings_of

__all__ = ["Family", "Group", "Likeness", "Peer", "Relation", "Run", "Said", "Spread", "Variant", "Wording", "likeness"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``groups`` of near-identical clauses, ``families`` of documents, the nearest ``peers`` of each body (in the order
    of the matrix; empty where it has none), and the ``spreads`` of the provisions, the most different first."""

    documents: int
    groups: tuple[Group, ...]
    families: tuple[Family, ...]
    peers: tuple[tuple[Peer, ...], ...]
    spreads: tuple[Spread, ...]


def likeness(matrix: Matrix) -> Likeness | None:
    """How alike the documents behind a matrix are; None where fewer than two have a body that is compared."""
    records = records_of(matrix)
    if len(records) < 2:
        return None
    reader = Reader(records)
    wordings = wordings_of(records, reader)
    groups = groups_of(wordings)
    families = families_of(records, wordings, groups, reader)
    peers, spreads = peers_and_spreads(matrix, families, reader)
    return Likeness(len(records), groups, families, peers, spreads)
