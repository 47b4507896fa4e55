"""``python -m torparse.statistics``: train the classifier anew from its marked sentences and write weights.npz.

Needs scikit-learn (``pip install torparse[train]``). The same sentences give the same weights.
"""

from __future__ import annotations

import sys

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression

from torparse.statistics.features import SIZE, columns
from torparse.statistics.model import WEIGHTS, length
from torparse.statistics.sentences import marked

STRENGTH = 10.0
"""C: the weight of the data against the penalty; 3 to 50 do equally well in cross validation."""


def main() -> int:
    """Train and write; prints how much there was to learn from."""
    sentences = marked()
    seen = [sorted(columns(one.words, one.topic, one.lead_in)) for one in sentences]
    rows = np.repeat(np.arange(len(seen)), [len(one) for one in seen])
    flat = np.concatenate([np.array(one) for one in seen])
    found, frequency = np.unique(flat, return_counts=True)
    rarity = np.zeros(SIZE)
    rarity[found] = np.log((len(seen) + 1) / (frequency + 1)) + 0.5
    squares = np.bincount(rows, weights=rarity[flat] ** 2)
    scale = length(squares.astype(np.float32))
    matrix = sparse.csr_matrix((rarity[flat] / scale[rows], (rows, flat)), shape=(len(seen), SIZE))
    types = sorted({name for one in sentences for name in one.types})
    table, bias = np.zeros((SIZE, len(types))), np.zeros(len(types))
    for j, name in enumerate(types):
        wanted = np.array([name in one.types for one in sentences])
        regression = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(matrix, wanted)
        table[:, j], bias[j] = regression.coef_[0], regression.intercept_[0]
    known = np.concatenate([table * rarity[:, None], (rarity**2)[:, None]], axis=1)[found]
    unseen = np.zeros((1, len(types) + 1))
    unseen[0, -1] = (np.log(len(seen) + 1) + 0.5) ** 2
    np.savez_compressed(
        WEIGHTS,
        types=np.array(types),
        used=found.astype(np.int32),
        table=np.concatenate([unseen, known]).astype(np.float16),
        bias=bias.astype(np.float32),
        size=np.array(SIZE),
    )
    print(f"{len(sentences)} sentences, {len(found)} features, {len(types)} types: {WEIGHTS.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
