"""The trained classifier: how likely it is that a sentence states a provision of each type. Needs numpy only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.statistics.features import columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True, slots=True)
class Classifier:
    """One logistic regression a type.

    ``table`` has a row for each column that was seen in training: its weight for each type, and last its squared
    rarity (inverse document frequency), by whose root of the root a sentence's score is divided, so that long
    sentences are not drowned. ``rows`` maps a hashed feature to its row; row 0 is for features never seen.
    """

    types: tuple[str, ...]
    rows: NDArray[np.int32]
    table: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, sentences: Iterable[tuple[str, str, str]]) -> NDArray[np.float32]:
        """Sentence × type, each from 0 to 1, for sentences given as text, heading and lead-in."""
        import numpy as np

        sums = [self.table[self.rows[sorted(columns(*one))]].sum(axis=0) for one in sentences]
        if not sums:
            return np.zeros((0, len(self.types)), dtype=np.float32)
        added = np.stack(sums)
        score = added[:, :-1] / length(added[:, -1])[:, None] + self.bias
        return (1 / (1 + np.exp(-score))).astype(np.float32)


def length(squares: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a row is divided by: midway between its length and a constant."""
    import numpy as np

    return 3 * np.maximum(squares, 1) ** np.float32(0.25)


@cache
def trained() -> Classifier:
    """The classifier as it was shipped."""
    import numpy as np  # whoever shows what was found before does not need it

    with np.load(WEIGHTS, allow_pickle=False) as stored:
        table = stored["table"].astype(np.float32)
        rows = np.zeros(int(stored["size"]), dtype=np.int32)
        rows[stored["used"]] = np.arange(1, len(table))
        return Classifier(tuple(str(name) for name in stored["types"]), rows, table, stored["bias"])
