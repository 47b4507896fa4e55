"""The logistic model: weights of features, added up and turned into a share."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

START = "(start)"
"""The name of the weight that every clause has."""

LEAST, MOST = 0.02, 0.98
"""Bounds: a few hundred annotated clauses prove nothing beyond them."""


@dataclass(frozen=True, slots=True)
class Rating:
    """``confidence`` is 0 to 1; ``parts`` are the weights (in log odds) that led to it, the start first."""

    confidence: float
    parts: tuple[tuple[str, float], ...]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature in log odds, as fitted."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(text)["weights"].items()}


def rating(features: Iterable[str], known: Mapping[str, float] | None = None) -> Rating:
    """The rating of a clause with these features, by the shipped weights or by others."""
    known = weights() if known is None else known
    parts = tuple((name, known[name]) for name in (START, *features) if name in known)
    share = 1 / (1 + math.exp(-math.fsum(weight for _, weight in parts)))
    return Rating(round(min(MOST, max(LEAST, share)), 3), parts)
