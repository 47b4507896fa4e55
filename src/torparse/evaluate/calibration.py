"""Does a confidence of 0.9 mean that nine in ten are right, and do the least certain clauses hold the errors?

A clause is right where a gold clause matches it and status, body and every field agree. Clauses that count neither way
are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

Rated = tuple[float, bool]
"""A predicted clause: its confidence (0 to 1), and whether it is right."""

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Bounds of the rows of the reliability table; the last one is included."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A row of the reliability table: clauses with a confidence from ``low`` to ``high``."""

    low: float
    high: float
    n: int
    confidence: float
    right: float

    def as_dict(self) -> dict[str, float]:
        """For machines, rounded to three places."""
        shares = {"confidence": round(self.confidence, 3), "right": round(self.right, 3)}
        return {"from": self.low, "to": self.high, "n": self.n, **shares}


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidences can be trusted.

    ``error`` is the expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between a row's
    confidence and its share right, weighed by its clauses. ``brier`` is the mean square of the distance between
    confidence and 1 or 0 (Brier 1950). ``held`` is the share of all errors among the least certain tenth of the
    clauses, None where there is no error.
    """

    bins: tuple[Bin, ...]
    n: int
    errors: int
    error: float
    brier: float
    held: float | None

    def as_dict(self) -> dict[str, object]:
        """For machines, rounded to three places."""
        return {
            "n": self.n,
            "errors": self.errors,
            "expected_calibration_error": round(self.error, 3),
            "brier": round(self.brier, 3),
            "errors_in_least_certain_tenth": None if self.held is None else round(self.held, 3),
            "bins": [row.as_dict() for row in self.bins],
        }


def calibration(rated: Iterable[Rated], edges: Sequence[float] = EDGES) -> Calibration:
    """The reliability table over ``edges`` and its summary; rows without a clause are left out."""
    all_ = list(rated)
    bins = []
    for low, high in pairwise(edges):
        inside = [one for one in all_ if low <= one[0] < high or one[0] == high == edges[-1]]
        if inside:
            sure, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            bins.append(Bin(low, high, len(inside), sure, right))
    n = len(all_)
    return Calibration(
        bins=tuple(bins),
        n=n,
        errors=sum(not right for _, right in all_),
        error=sum(b.n * abs(b.confidence - b.right) for b in bins) / n if n else 0.0,
        brier=sum((sure - right) ** 2 for sure, right in all_) / n if n else 0.0,
        held=errors_held(all_),
    )


def errors_held(rated: Iterable[Rated], share: float = 0.1) -> float | None:
    """The share of all errors that the least certain ``share`` of the clauses hold; None where there is no error.

    Of clauses with the same confidence at the boundary, errors count in proportion: the order among them is chance, and
    chance is not to flatter.
    """
    all_ = sorted(rated)
    errors = sum(not right for _, right in all_)
    if not errors:
        return None
    left, held = share * len(all_), 0.0
    for _, group in groupby(all_, key=lambda one: one[0]):
        rights = [right for _, right in group]
        part = min(1.0, left / len(rights))
        held += part * rights.count(False)
        left -= part * len(rights)
        if left <= 0:
            break
    return held / errors
