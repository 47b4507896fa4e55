"""When two values of a field, or two names of a body, are the same (GUIDE.md, Scoring)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from torparse.annotations import SCORED

FREE_TEXT = frozenset({"of", "composition", "by", "from", "casting_vote_by", "escalates_to", "consequence", "assets"})
"""Fields in the document's own words, compared by the words they share."""

_LEFT_OUT = {"the", "a", "an", "of", "s"}
_NAMED_FRACTIONS = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4)}
_DURATION = re.compile(r"p(?:(?P<count>\d+)(?P<unit>[ymwd])|t(?P<hours>\d+)h)")
_UNITS = {"y": ("months", 12), "m": ("months", 1), "w": ("days", 7), "d": ("days", 1)}


def fields_of(
    type_name: str, wanted: Mapping[str, Any], got: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scored fields that are right, and those that either side gives, in the guide's order."""
    asked = tuple(name for name in SCORED[type_name] if name in wanted or name in got)
    both = (name for name in asked if name in wanted and name in got)
    return tuple(name for name in both if same(name, wanted[name], got[name])), asked


def same(name: str, wanted: Any, got: Any) -> bool:
    """Whether two values of the field ``name`` agree."""
    if name in FREE_TEXT:
        one, other = _tokens(wanted), _tokens(got)
        return _alike(one, other) or not (one or other)
    return bool(canonical(wanted) == canonical(got))


def body_agrees(wanted: str | None, got: str | None, main: str | None = None) -> bool:
    """Whether a predicted body will do: any where gold names none, else one with half of the shorter name's words.

    ``main`` is the body that null stands for.
    """
    if not wanted:
        return True
    return _alike(_tokens(wanted), _tokens(got)) if got else wanted == main


def canonical(value: Any) -> Any:
    """A number, a fraction, a length of time or a word in the one form in which equals are equal."""
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word in _NAMED_FRACTIONS:
        return _NAMED_FRACTIONS[word]
    if re.fullmatch(r"\d+/0*[1-9]\d*", word):
        return Fraction(word)
    period = _DURATION.fullmatch(word)
    if period is None or (period["hours"] and int(period["hours"]) % 24):
        return word
    if period["hours"]:
        return "days", int(period["hours"]) // 24
    unit, times = _UNITS[period["unit"]]
    return unit, int(period["count"]) * times


def _tokens(value: Any) -> set[str]:
    """The words of a free text, or of a list of them, that tell something."""
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return set(re.findall(r"[a-z0-9]+", text.lower())) - _LEFT_OUT


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether the shared words are at least half of the shorter side's."""
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))
