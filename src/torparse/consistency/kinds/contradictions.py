"""Two rules of one body that cannot both hold: two quorums, a casting vote given and denied, two numbers of meetings.

Why it matters: whichever rule is followed, the other one is broken, and a decision can be challenged. Only fields that
can be compared are: rules for a kind of business of their own (a quorum for elections, a majority for spending) and
limits that both can hold ("at least two" and "four") are no contradiction, and two values out of one sentence are its
alternatives.
Source: the plan for consistency notes; the fields are those of the annotation guide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from torparse.consistency.note import Note, Reading, runs
from torparse.lexicon.durations import days
from torparse.model import Body, Clause, Source
from torparse.plain_words import duration, share

TITLE = "Two rules that cannot both hold"
ORDER = 6

_SURE = 0.5  # confidence below which a clause is no ground to speak of a contradiction
_OFFICES = ("chair", "vice_chair")


def find(reading: Reading) -> Iterator[Note]:
    """A note for each pair of clauses of a body that differ in what they measure."""
    for body in reading.bodies():
        for type_, differ in _PAIRS.items():
            for one, other in combinations(_clauses(reading, type_, body), 2):
                said = differ(one.value.as_dict(), other.value.as_dict())
                if said and not _same_words(one, other):
                    where = [clause.evidence[0].section for clause in (one, other)]
                    places = f" ({where[0]} and {where[1]})" if all(where) and where[0] != where[1] else ""
                    yield Note("contradictions", body.name, f"{said}{places}. Only one can hold.", runs([one, other]))


def _clauses(reading: Reading, type_: str, body: Body) -> list[Clause]:
    return [c for c in reading.stated(type_, body) if _is_sure(c) and "applies_to" not in c.value.as_dict()]


def _is_sure(clause: Clause) -> bool:
    """Whether the clause is likely right; what a person looked at is, whatever its confidence."""
    return clause.source is not Source.MACHINE or clause.confidence >= _SURE


def _same_words(one: Clause, other: Clause) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


_Given = Mapping[str, Any]


def _quorum(one: _Given, other: _Given) -> str:
    for name in ("count", "fraction"):
        if name in one and name in other and one[name] != other[name] and one.get("of") == other.get("of"):
            a, b = (share(str(v[name])) if name == "fraction" else v[name] for v in (one, other))
            return f"The terms give two quorums, {a} and {b}"
    return ""


def _casting_vote(one: _Given, other: _Given) -> str:
    if {one.get("casting_vote"), other.get("casting_vote")} == {True, False}:
        return "The terms both give and deny a casting vote"
    if None not in (a := one.get("votes_per_member"), b := other.get("votes_per_member")) and a != b:
        return f"The terms give each member {a} and {b} votes"
    return ""


def _frequency(one: _Given, other: _Given) -> str:
    low, high = sorted((one, other), key=lambda v: float(v.get("per_year", 0)))
    a, b = low.get("per_year"), high.get("per_year")
    if not a or not b or a == b or a <= 1:  # once a year is the annual meeting beside the others
        return ""
    if low.get("bound", "exact") in ("exact", "at_most") and high.get("bound", "exact") in ("exact", "at_least"):
        return f"The terms set both {a:g} and {b:g} meetings a year"
    return ""


def _term(one: _Given, other: _Given) -> str:
    role = one.get("role")
    a, b = one.get("term"), other.get("term")
    if role not in _OFFICES or role != other.get("role") or not a or not b or days(a) == days(b):
        return ""
    return f"The terms set two terms of office for the {role.replace('_', '-')}, {duration(a)} and {duration(b)}"


def _deputies(one: _Given, other: _Given) -> str:
    for name, what in (("allowed", "deputies"), ("voting", "deputies to vote")):
        if {one.get(name), other.get(name)} == {True, False}:
            return f"The terms both allow and forbid {what}"
    return ""


_PAIRS = {
    "quorum": _quorum,
    "voting": _casting_vote,
    "meeting_frequency": _frequency,
    "term_of_office": _term,
    "deputies": _deputies,
}
