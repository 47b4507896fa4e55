"""How much of what careful readers annotated a program gives: torparse strictly, others with the most generous reading.

A *value* is one scored field of an annotated provision (the count of a quorum, the period of a notice), or the
provision itself where it has none (equalities, complaints …). A *provision* is one annotated clause.

torparse has a value where its clause is matched with the annotated one by ``torparse evaluate``: same type, evidence
that overlaps, same status, and the field equal.

Another program has it on much easier terms:

- nothing need be said of what a value is for: a number that overlaps the evidence is the quorum, whatever it counts;
- what comes without a place counts wherever in the document it was annotated, as often as it is annotated there;
- a share is right within a hundredth, whether given as 2/3, 66.7 % or 0.67, and also where it was given as a number;
  "two_thirds" and "three_quarters" are shares, and so is one half for a simple majority;
- a number of meetings a year also counts where the text was read as a period (every three months), or a period as one;
- free text is right where it shares half of the shorter side's words, whatever it was given as;
- a word of the guide's (elected, chair, consensus) is right where the program's text or title holds it;
- a provision without values is found where the title of a section that overlaps it holds a word of its name.

Nothing that another program gives counts against it. How many of its values it also says the meaning of (a period of
notice, a section's title that names the provision) is counted apart, as ``named``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from torparse.annotations import SCORED, Annotation, Gold
from torparse.evaluate.matching import assess
from torparse.evaluate.values import FREE_TEXT, canonical, same
from torparse.model import Record

_NEAR = 0.011
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.25, "year": 365.0, "annum": 365.0}
_SPREAD = 0.04  # a month of 30 days is a month, and twelve of them are a year
_SHARES = {"two_thirds": 2 / 3, "three_quarters": 0.75, "simple_majority": 0.5, "unanimous": 1.0}
_COUNTS = frozenset({"count", "votes_per_member", "max_terms", "per_year", "missed"})
_YEAR = 365.0


@dataclass(frozen=True, slots=True)
class Score:
    """``values`` right of ``values_all``, ``named`` of them with their meaning, ``provisions`` found of
    ``provisions_all``, ``given`` things in all."""

    values: int = 0
    named: int = 0
    values_all: int = 0
    provisions: int = 0
    provisions_all: int = 0
    given: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in Score.__dataclass_fields__))


def of_torparse(gold: Gold, record: Record) -> Score:
    """torparse's own score for one document."""
    found = assess(gold, record)
    right = [pair for pair in found.pairs if pair.status_right]
    values = sum(len(pair.fields_right) or not _wanted(pair.wanted) for pair in right)
    given = sum(len(clause.value.as_dict()) or 1 for clause in record.clauses)
    return Score(values, values, _all_values(gold), len(right), len(gold.clauses), given)


def of_peer(gold: Gold, found: Sequence[Mapping[str, Any]]) -> Score:
    """Another program's score for one document, by the rules above."""
    values = named = provisions = 0
    for wanted in gold.clauses:
        near = [one for one in found if _overlaps(one, wanted.runs)]
        titled = any(one["kind"] == "title" and _names(one["value"], wanted.type) for one in near)
        fields = _wanted(wanted)
        right = _right(fields, near)
        values += right or (titled and not fields)
        # a section whose title names the provision says it of all that is in it; else the thing itself must
        told = near if titled else [one for one in near if one["of"] and one["of"] in wanted.type]
        named += _right(fields, told) or (titled and not fields)
        provisions += bool(right or titled)
    return Score(values, named, _all_values(gold), provisions, len(gold.clauses), len(found))


def _right(fields: Mapping[str, Any], things: Sequence[Mapping[str, Any]]) -> int:
    return sum(any(_gives(one, name, value) for one in things) for name, value in fields.items())


def _wanted(clause: Annotation) -> dict[str, Any]:
    """The scored fields that are annotated."""
    value = clause.value.as_dict()
    return {name: value[name] for name in SCORED[clause.type] if name in value}


def _all_values(gold: Gold) -> int:
    return sum(len(_wanted(clause)) or 1 for clause in gold.clauses)


def _overlaps(one: Mapping[str, Any], runs: Iterable[tuple[int, int]]) -> bool:
    return one["start"] is None or any(one["start"] < end and start < one["end"] for start, end in runs)


def _gives(one: Mapping[str, Any], name: str, wanted: Any) -> bool:
    """Whether a thing that was found is the value of a field, read as kindly as can be."""
    kind, value = one["kind"], one["value"]
    if name in FREE_TEXT:
        return kind in ("text", "title") and same(name, wanted, value)
    if name in _COUNTS:
        return (kind == "number" and value == wanted) or (name == "per_year" and _as_period(one, wanted))
    if (share := _share(wanted)) is not None:
        return kind in ("share", "number") and abs(value - share) < _NEAR
    if (days := _days(wanted)) is not None:
        return kind == "duration" and abs(value[0] * _DAYS.get(value[1], 0.0) - days) <= _SPREAD * days
    if isinstance(wanted, str) and re.match(r"\d{4}", wanted):
        return kind == "date" and str(value).startswith(wanted)
    return isinstance(wanted, str) and kind in ("text", "title") and _names(value, wanted)


def _as_period(one: Mapping[str, Any], per_year: float) -> bool:
    if one["kind"] != "duration" or not per_year:
        return False
    days = one["value"][0] * _DAYS.get(one["value"][1], 0.0)
    return abs(days - _YEAR / per_year) <= _SPREAD * days


def _share(wanted: Any) -> float | None:
    """A fraction of the guide's as a number, None for what is none."""
    if not isinstance(wanted, str):
        return None
    if wanted in _SHARES:
        return _SHARES[wanted]
    made = canonical(wanted)
    return float(made) if isinstance(made, Fraction) else None


def _days(wanted: Any) -> float | None:
    """A period of the guide's in days, None for what is none."""
    made = canonical(wanted)
    if not isinstance(made, tuple):
        return None
    unit, number = made
    return number * (_DAYS["month"] if unit == "months" else 1.0)


def _names(text: object, name: str) -> bool:
    """Whether a title or a text holds a telling word of a name: "data_protection", "vice_chair", "elected"."""
    words = {word for word in name.lower().split("_") if len(word) > 3}
    return any(word[:6] in str(text).lower() for word in words)
