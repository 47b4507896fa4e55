"""Which types are taken for which: a missed clause and an invented one of another type on the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from torparse.evaluate.matching import Assessed, shared_words

NOTHING = "nothing"


def confusion(documents: Iterable[Assessed]) -> dict[tuple[str, str], int]:
    """How often (type in gold, type predicted) occurs over all documents; ``NOTHING`` stands for no clause at all.

    The diagonal holds matched clauses. A missed clause goes with the invented one of another type that shares most
    words with it, one to one; among equals the first in the file goes first.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in documents:
        counts.update((pair.wanted.type, pair.wanted.type) for pair in one.pairs)
        shared = sorted(
            (-words, i, j)
            for i, wanted in enumerate(one.missed)
            for j, claim in enumerate(one.spurious)
            if wanted.type != claim.type and (words := shared_words(one.gold.text, wanted.runs, claim.spans))
        )
        taken: dict[int, int] = {}
        for _, i, j in shared:
            if i not in taken and j not in taken.values():
                taken[i] = j
        for i, wanted in enumerate(one.missed):
            counts[wanted.type, one.spurious[taken[i]].type if i in taken else NOTHING] += 1
        left = set(range(len(one.spurious))) - set(taken.values())
        counts.update((NOTHING, one.spurious[j].type) for j in left)
    return dict(sorted(counts.items()))
