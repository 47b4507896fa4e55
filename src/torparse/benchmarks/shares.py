"""How many members a body has, and which share of them its quorum asks for.

A quorum in numbers is a share only where the terms tell how many members there are. Where that is open (organisations
or their representatives, "8 to 12 members"), every share that fits is kept: the lowest and the highest. No number of
members is ever supposed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from torparse.benchmarks.numbers import AT_LEAST, AT_MOST, EXACT, Number, percent, said
from torparse.compare import Column
from torparse.consistency.membership import Members, members_of
from torparse.consistency.note import Reading
from torparse.fields.numbers import fraction as fraction_in
from torparse.model import Clause
from torparse.plain_words import listed, many

_OF_ORGANISATIONS = re.compile(r"\b(?:organi[sz]ations?|partners?|agenc(?:y|ies)|authorit(?:y|ies)|bodies)\b")
_OF_PEOPLE = re.compile(r"\b(?:representatives?|individuals?|people|persons?)\b")
_OF_OTHER_BUSINESS = ("amendment", "dissolution", "election")
_NO_LIST = "cannot be placed: no member list"


def membership(column: Column) -> Members:
    """The members of a column's body, as far as its document says."""
    # who the members are does not depend on the date that reviews are held against
    return members_of(Reading(column.record, date.min), column.body)


def members(column: Column, clause: Clause) -> Number:
    """The number of members: as said, a range, or the organisations of the list with their representatives."""
    found, value = membership(column), clause.value.as_dict()
    if found.organisations and not found.number:
        organisations = len(found.organisations)
        words = many(organisations, "member organisation")
        if found.seats > organisations:
            words += f" with {many(found.seats, 'representative')}"
        return Number(words, float(organisations), float(max(found.seats, organisations)), EXACT)
    for name in ("number", "seats"):
        if name in value:
            return Number(many(value[name], "member"), float(value[name]), float(value[name]), EXACT)
    low, high = value.get("minimum"), value.get("maximum")
    if low and high:
        return Number(f"{low} to {high} members", float(low), float(high), EXACT)
    if low:
        return Number(f"at least {many(low, 'member')}", float(low), float(low), AT_LEAST)
    if high:
        return Number(f"at most {many(high, 'member')}", float(high), float(high), AT_MOST)
    return Number("no number given")


def quorum(column: Column, clause: Clause) -> Number:
    """A quorum as a share of the members in per cent; a share to be exceeded is given as that share."""
    value = clause.value.as_dict()
    words = said(clause, "count", "fraction", "strict", "combine", "of") or said(clause, "composition")
    if value.get("applies_to") in _OF_OTHER_BUSINESS:
        return Number(f"for {value['applies_to']} only: {words}")
    fraction = fraction_in(value.get("fraction") or "")
    count = value.get("count")
    if count is None:
        if fraction is not None:
            return Number(words, percent(fraction), percent(fraction), EXACT)
        return Number(listed((words, "cannot be placed: no number is given")) if value else "no quorum is required")
    return _counted(words, count, fraction, value, membership(column))


def _counted(words: str, count: int, fraction: Fraction | None, value: Mapping[str, Any], of: Members) -> Number:
    """A quorum in numbers, alone or with a share, of the members there are."""
    fewest, most, nouns = _size(str(value.get("of", "")), of)
    combine = value.get("combine")
    if fewest is None and most is None:
        bound = {"greater_of": AT_LEAST, "and": AT_LEAST, "lesser_of": AT_MOST}.get(combine or "", "")
        if fraction is None or not bound:
            return Number(f"{words}; {_NO_LIST}")
        return Number(f"{words}; no member list", percent(fraction), percent(fraction), bound)
    if count > (most or fewest or count):
        return Number(f"{words}; cannot be placed: there are fewer members than that")
    low, high = Fraction(count, most or fewest or count), min(Fraction(1), Fraction(count, fewest or most or count))
    bound = EXACT if fewest and most else AT_LEAST if most else AT_MOST
    join = {"greater_of": max, "and": max, "lesser_of": min}.get(combine or "")
    if fraction is not None and join is None:
        low, high = min(low, fraction), max(high, fraction)
        return Number(f"{words}: {_whole(low)} to {_whole(high)} of {nouns[0]}", percent(low), percent(high), bound)
    if fraction is not None and join is not None:
        low, high = join(low, fraction), join(high, fraction)
    open_ = {AT_LEAST: " or more", AT_MOST: " or less"}.get(bound, "")
    shares = f"{_whole(high)}{open_} of {nouns[0]}"
    shares += f", or {_whole(low)} of {nouns[1]}" if low != high else ""
    return Number(f"{words}: {shares}", percent(low), percent(high), bound)


_Size = tuple[int | None, int | None, tuple[str, str]]


def _size(whose: str, of: Members) -> _Size:
    """The fewest and the most members whose presence may count, and each of the two in words."""
    if one := of.number or of.places:
        return one, one, (many(one, "member"),) * 2
    if of.organisations:
        return _listed(whose, of)
    if of.minimum and of.maximum:
        return of.minimum, of.maximum, (many(of.minimum, "member"), many(of.maximum, "member"))
    if of.maximum:
        return None, of.maximum, (f"at most {many(of.maximum, 'member')}",) * 2
    return of.minimum, None, (f"at least {many(of.minimum or 0, 'member')}",) * 2


def _listed(whose: str, of: Members) -> _Size:
    """The same of a list of organisations: either they count or their representatives, unless the quorum says which."""
    organisations, people = len(of.organisations), of.seats
    first, second = many(organisations, "member organisation"), many(people, "representative")
    if not of.differ or _OF_ORGANISATIONS.search(whose):
        return organisations, organisations, (first, first)
    if _OF_PEOPLE.search(whose):
        return people, people, (second, second)
    return organisations, people, (first, second)


def _whole(part: Fraction) -> str:
    return f"{float(part * 100):.0f}%"
