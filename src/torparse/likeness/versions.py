"""Documents that have nearly all their wording in common: versions of one document, or drafted from one model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torparse.likeness.alike import FEWEST
from torparse.likeness.groups import Group
from torparse.likeness.wordings import Reader, Wording
from torparse.model import Record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEARLY_ALL = 0.8
"""Share of the clauses of each of two documents that the other words nearly alike."""
_CLAUSES = 4
_NAMES = 0.5


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Family:
    """Two or more documents with nearly all their wording in common.

    ``versions``: they also use the same names, so that they look like versions of one document. Otherwise one seems to
    be drafted from another, or all from one model; of documents that are versions of each other only the first is
    named. In a larger family each shares so much with another, not with every other. ``alike`` of ``clauses``
    are alike in the two that have least in common of those that are linked, seen from the one with the smaller share.
    """

    documents: tuple[str, ...]
    versions: bool
    alike: int
    clauses: int


def families_of(
    records: Sequence[Record], wordings: Mapping[str, Sequence[Wording]], groups: Sequence[Group], reader: Reader
) -> tuple[Family, ...]:
    """The families among ``records``, versions first; a document may be in one of each kind.

    Only clauses that are long enough to be looked for elsewhere count, and documents with four of them or more.
    """
    import numpy as np

    shared, total = _shared(records, wordings, groups)
    share = shared / np.maximum(total, 1)[:, None]
    close = (np.minimum(share, share.T) >= NEARLY_ALL) & (np.minimum.outer(total, total) >= _CLAUSES)
    own = [reader.names(record).own for record in records]
    first = list(range(len(records)))
    links: dict[bool, list[Pair]] = {True: [], False: []}
    for a, b in np.argwhere(np.triu(close, 1)).tolist():
        links[_same_names(own[a], own[b])].append((a, b))
    found = []
    for versions, pairs in links.items():
        linked = sorted({(first[a], first[b]) for a, b in pairs if first[a] != first[b]})
        for members in _joined(linked):
            if versions:
                first = [members[0] if i in members else one for i, one in enumerate(first)]
            inside = [(a, b) for a, b in pairs if first[a] in members and first[b] in members]
            _, a, b = min((float(share[x, y]), x, y) for one, other in inside for x, y in ((one, other), (other, one)))
            names = tuple(records[i].document.id for i in members)
            found.append(Family(names, versions, int(shared[a, b]), int(total[a])))
    return tuple(found)


def _shared(
    records: Sequence[Record], wordings: Mapping[str, Sequence[Wording]], groups: Sequence[Group]
) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """How many clauses of the document of a row that of a column words nearly alike; and how many each has."""
    import numpy as np

    at = {record.document.id: i for i, record in enumerate(records)}
    clauses = Counter(w.document for some in wordings.values() for w in some if len(w.keys) >= FEWEST)
    shared = np.zeros((len(records), len(records)), dtype=np.int32)
    for group in groups:
        mine = Counter(w.document for variant in group.variants for w in variant.wordings)
        places = np.array([at[document] for document in mine], dtype=np.intp)
        counts = np.array(list(mine.values()), dtype=np.int32) * len(group.types)
        shared[np.ix_(places, places)] += counts[:, None]
    return shared, np.array([clauses[record.document.id] for record in records], dtype=np.intp)


def _same_names(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether at least half of the smaller document's own names are the other's too; none at all are the same."""
    fewer = min(len(one), len(other))
    return len(one & other) >= _NAMES * fewer if fewer else len(one) == len(other)


def _joined(pairs: Sequence[Pair]) -> list[tuple[int, ...]]:
    """The sets that pairs hang together in, each in order."""
    root: dict[int, int] = {}

    def top(one: int) -> int:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for a, b in pairs:
        first, second = sorted((top(a), top(b)))
        root[second] = first
    sets: dict[int, list[int]] = {}
    for one in sorted(root):
        sets.setdefault(top(one), []).append(one)
    return [tuple(members) for _, members in sorted(sets.items())]
