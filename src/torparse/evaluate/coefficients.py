"""Agreement beyond chance: Cohen's kappa for two annotators, Krippendorff's alpha for any number.

Cohen, J. (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 37-46.
Krippendorff, K. (2011), "Computing Krippendorff's alpha-reliability", University of Pennsylvania.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Labels = Sequence[tuple[Hashable, Hashable]]
"""For each unit the label of the first annotator and that of the second."""


def cohen_kappa(labels: Labels) -> float | None:
    """Cohen's kappa (1960), 1 for full agreement, 0 for that of chance; None where both use one and the same label."""
    n = len(labels)
    if not n:
        return None
    firsts, seconds = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    observed = sum(a == b for a, b in labels) / n
    expected = sum(count * seconds[label] for label, count in firsts.items()) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha (2011, section C) for nominal labels by any number of annotators.

    A unit is the labels that it was given; who gave none is left out of it. None where fewer than two different labels
    occur in units with two labels or more.
    """
    shares: dict[tuple[Hashable, Hashable], float] = {}
    for unit in units:
        if len(unit) < 2:
            continue
        for i, one in enumerate(unit):
            for j, other in enumerate(unit):
                if i != j:
                    shares[one, other] = shares.get((one, other), 0.0) + 1 / (len(unit) - 1)
    totals: dict[Hashable, float] = {}
    for (one, _), share in shares.items():
        totals[one] = totals.get(one, 0.0) + share
    n = sum(totals.values())
    if len(totals) < 2:
        return None
    observed = sum(share for (one, other), share in shares.items() if one != other)
    expected = (n**2 - sum(total**2 for total in totals.values())) / (n - 1)
    return 1 - observed / expected
