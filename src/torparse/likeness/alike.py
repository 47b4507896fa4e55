"""How alike two wordings are, and how alike they must be to be called near-identical.

**Measure.** Of the words that count in two wordings (``words.py``), the share that stands in both in the same order:
twice the longest run of words, gaps allowed, that both have, by the number of words of both. 1: the same, 0: none.

**Threshold, by what was read.** 1,772 stated clauses of 100 documents were compared within their types: 5 of local
strategic partnerships, 76 other real ones (rules of committees, clubs and projects, among them 27 charters drafted from
two models and several versions of one paper), 19 written for the project in many voices. Of 66,880 pairs from documents
not nearly related, half lie below 0.12 and one in a thousand above 0.67. The pairs were read from the top down to 0.70,
each different one once:

- with eight words that count or more, all 96 from 0.80 on are copies, with a clause added, a figure or a name changed;
  not one is of unrelated documents;
- from 0.75 to 0.80 most are copies with a sentence more; one is not;
- from 0.70 to 0.75 conventional sentences of unrelated documents begin (so many days' written notice before a meeting);
- of six and seven words, pairs from 0.80 to 0.92 are conventions (whose leader holds the chair), those at 1 copies;
- of five and fewer, even the same words prove nothing: that a board meets once in so often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grid = NDArray[np.float32]
    Places = NDArray[np.intp]

ALIKE = 0.8
"""Near-identical from here on, 0 to 1."""
ALIKE_SHORT = 0.95
"""The same of wordings with fewer than ``SHORT`` words."""
SHORT = 8
FEWEST = 6
"""Wordings with fewer words that count are nobody's: they are not looked for in other documents."""

_ROWS = 256
_ROUNDING = 1e-6  # exactly four words in five are enough, however the fraction is rounded
_FIRST = 0x10000  # the first character that stands for a word; there are a million from here on

Keys = tuple[str, ...]
"""The words of a wording that count, in order (``Word.key``)."""


def likeness(one: Keys, other: Keys) -> float:
    """How alike two wordings are, 0 to 1; two without a word that counts are not alike.

    >>> round(likeness(("three", "members", "present"), ("members", "present")), 2)
    0.8
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other) if one and other else 0.0


def enough(one: int, other: int) -> float:
    """From which likeness on wordings of so many words are near-identical; above 1 where they never are."""
    fewer = min(one, other)
    return 2.0 if fewer < FEWEST else ALIKE_SHORT if fewer < SHORT else ALIKE


class Wordings:
    """Many wordings, compared with each other. Each word is written as one character, so that a wording is a string."""

    def __init__(self, wordings: Iterable[Keys]) -> None:
        import numpy as np

        known: dict[str, str] = {}
        self.texts = ["".join(known.setdefault(w, chr(_FIRST + len(known))) for w in keys) for keys in wordings]
        lengths = np.array([len(text) for text in self.texts], dtype=np.intp)
        self._enough = np.full(len(lengths), 2.0, dtype=np.float32)
        self._enough[lengths >= FEWEST] = ALIKE_SHORT
        self._enough[lengths >= SHORT] = ALIKE

    def grid(self) -> Grid:
        """How alike each is to each, 0 to 1: as many rows and columns as there are wordings."""
        return self._part(self.texts, self.texts)

    def degrees(self, weights: Sequence[int]) -> list[int]:
        """For each wording the weights of the wordings that are near-identical to it, added up, its own among them.

        The memory that this takes grows with the number of wordings, not with its square.
        """
        import numpy as np

        found: list[int] = []
        weight = np.array(weights, dtype=np.int64)
        for start in range(0, len(self.texts), _ROWS):
            rows = self.texts[start : start + _ROWS]
            part = self._part(rows, self.texts, least=ALIKE - _ROUNDING)
            found += (self._near(part, slice(start, start + len(rows)), slice(None)) @ weight).tolist()
        return found

    def near(self, one: int, others: Sequence[int]) -> Iterator[int]:
        """Those of ``others`` that are near-identical to ``one``."""
        import numpy as np

        places = np.array(others, dtype=np.intp)
        part = self._part([self.texts[one]], [self.texts[i] for i in others], least=ALIKE - _ROUNDING)
        for at in np.flatnonzero(self._near(part, slice(one, one + 1), places)[0]).tolist():
            yield others[at]

    def _near(self, part: Grid, rows: slice, columns: slice | Places) -> NDArray[np.bool_]:
        import numpy as np

        asked = np.maximum(self._enough[rows][:, None], self._enough[columns][None, :])
        near: NDArray[np.bool_] = part >= asked - np.float32(_ROUNDING)
        return near

    @staticmethod
    def _part(rows: list[str], columns: list[str], least: float | None = None) -> Grid:
        import numpy as np
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cdist

        scorer = Indel.normalized_similarity
        found: Grid = cdist(rows, columns, scorer=scorer, score_cutoff=least, dtype=np.float32, workers=1)
        return found
