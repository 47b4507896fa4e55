"""Quorum times majority: how few of the members can decide, change the terms or end the partnership.

Why it matters: a quorum and a majority look strict one by one, and together may let a third of the members dissolve a
partnership. Numbers are used where the document gives them; where it does not say how many members there are, the two
shares are multiplied (half of the members present, two thirds of those: a third of all). Majorities of all members need
no such note. Noted are decisions by less than a quarter of a counted membership or less than a sixth by shares, ending
by a third or less, changing the terms by less than a third: what is usual (a third present, more than half of those)
is none.
Source: job B6 of the report design.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from torparse.consistency.membership import Members, members_of
from torparse.consistency.note import Note, Reading, runs
from torparse.model import Body, Clause
from torparse.plain_words import share, threshold
from torparse.rules.thresholds import basis
from torparse.structure.names import is_outsider, may_mean

TITLE = "A small share can decide"
ORDER = 1

_MAJORITIES = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4)}
_PRESENT = ("present", "present_and_voting")
_SIXTH, _QUARTER, _THIRD = Fraction(1, 6), Fraction(1, 4), Fraction(1, 3)
_DOES = {"voting": "decide", "amendment": "change the terms", "dissolution": "end the partnership"}


@dataclass(frozen=True, slots=True)
class _Majority:
    """A majority of those present: a share, or (None) more than half of them."""

    words: str
    part: Fraction | None

    def of(self, present: int) -> int:
        """How many of ``present`` votes carry a decision."""
        return present // 2 + 1 if self.part is None else math.ceil(self.part * present)


def find(reading: Reading) -> Iterator[Note]:
    """Notes on the ordinary decisions of each body, and on changing the terms and ending the partnership."""
    for body in reading.bodies():
        for quorum in reading.stated("quorum", body)[:1]:
            members = members_of(reading, body)
            for type_ in _DOES:
                for clause in _rules(reading, body, type_, quorum):
                    text = _text(type_, quorum, clause, members)
                    if text:
                        yield Note("small_share", body.name, text, runs([quorum, clause], members.evidence))


def _rules(reading: Reading, body: Body, type_: str, quorum: Clause) -> Iterator[Clause]:
    """The clauses whose meetings need ``quorum``."""
    if type_ == "voting":
        yield from (c for c in reading.stated(type_, body) if "applies_to" not in c.value.as_dict())
        return
    special = " ".join(quorum.value.as_dict().get("special", ()))
    if type_ in special:
        return
    bodies = reading.bodies()
    for clause in reading.stated(type_):
        by = str(clause.value.as_dict().get("by", ""))
        if clause.body not in (None, bodies[0].name) or is_outsider(by):
            continue
        meant = [b for b in bodies if by and may_mean(by, b.name)] or bodies[:1]
        if body is meant[0]:
            yield clause


def _text(type_: str, quorum: Clause, clause: Clause, members: Members) -> str | None:
    present, rule = quorum.value.as_dict(), clause.value.as_dict()
    majority = _majority(clause, rule, ordinary=type_ == "voting")
    if majority is None or present.get("applies_to") not in (None, "votes", "decisions"):
        return None
    limit = {"voting": _QUARTER, "amendment": _THIRD, "dissolution": _THIRD}[type_]
    does = _DOES[type_]
    if "fraction" in present and "count" not in present:
        return _of_shares(type_, present, majority, does)
    if "count" not in present or "fraction" in present:
        return None
    count, votes = present["count"], majority.of(present["count"])
    whole = members.whole
    if whole is None or count > whole:
        return None
    if Fraction(votes, whole) > limit or (Fraction(votes, whole) == limit and type_ != "dissolution"):
        return None
    also = f", and {members.seats} votes in all if every representative has one" if members.differ else ""
    return (
        f"With a quorum of {count} and a {majority.words}, {votes} votes of {whole} can {does}: there are {whole} "
        f"{members.noun}{also}."
    )


def _of_shares(type_: str, present: Mapping[str, Any], majority: _Majority, does: str) -> str | None:
    quorum = Fraction(present["fraction"])
    total = quorum * (majority.part or Fraction(1, 2))
    small = {"voting": total < _SIXTH, "amendment": total < _THIRD, "dissolution": total <= _THIRD}[type_]
    if not small:
        return None
    just_over = "just over " if majority.part is None or present.get("strict") else "about "
    more = "more than " if present.get("strict") else ""
    return (
        f"A meeting is quorate with {more}{share(str(quorum))} of the members, "
        f"and a {majority.words} is enough: {just_over}{_words(total)} of all members can {does}."
    )


def _words(total: Fraction) -> str:
    """ "one third" where there is a word for it, else a whole percentage."""
    if total == _QUARTER:
        return "one quarter"
    words = share(f"{total.numerator}/{total.denominator}")
    return words if "/" not in words else f"{round(total * 100)}%"


def _majority(clause: Clause, rule: Mapping[str, Any], *, ordinary: bool) -> _Majority | None:
    """The majority of those present that the clause asks for; None where it is of all members or not said."""
    name = rule.get("threshold")
    of = rule.get("threshold_basis") or basis(" ".join(run.quote for run in clause.evidence))
    if name in (None, "unanimous") or of == "all_members" or (of not in _PRESENT and not ordinary):
        return None
    if name == "simple_majority":
        return _Majority(threshold(name, of), None)
    return _Majority(threshold(name, of), _MAJORITIES.get(name) or Fraction(name))
