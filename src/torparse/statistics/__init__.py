"""A sentence classifier that proposes provisions where no rule has found one.

It was trained by ``python -m torparse.statistics`` on sentences that the project wrote itself (``training/*.txt``);
what it has learned is in ``weights.npz``, plain arrays. Rules go first: they know values, bodies and subjects. Words
that no rule expects still look like a quorum or a deputy, and that is what this layer adds.
"""
