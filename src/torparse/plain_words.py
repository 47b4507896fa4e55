"""Lengths of time, dates, shares, majorities and lists in plain words: what the words for a clause are made of."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

Given = Mapping[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_DURATION = re.compile(
    r"P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?"
    r"(?:T(?:(?P<hour>\d+)H)?(?:(?P<minute>\d+)M)?)?"
)
_FRACTIONS = {
    "1/3": "one third", "2/3": "two thirds", "1/6": "one sixth", "5/6": "five sixths", "1/7": "one seventh",
    "1/8": "one eighth", "1/9": "one ninth",
}  # fmt: skip
_THRESHOLDS = {
    "simple_majority": "simple majority",
    "two_thirds": "two-thirds majority",
    "three_quarters": "three-quarters majority",
    "unanimous": "unanimous agreement",
}
BASES = {
    "present": "of those present",
    "present_and_voting": "of those present and voting",
    "all_members": "of all members",
}
_ROLES = {"vice_chair": "vice-chair"}


def duration(iso: str, day_kind: str | None = None) -> str:
    """An ISO 8601 duration in words: ``P21D`` is "21 days", with ``day_kind`` "clear" "21 clear days".

    A text that is no such duration comes back as it is.
    """
    match = _DURATION.fullmatch(iso)
    if match is None or not any(match.groups()):
        return iso
    parts = []
    for unit, number in match.groupdict().items():
        if number is not None:
            kind = f"{day_kind} " if day_kind and unit == "day" else ""
            parts.append(f"{number} {kind}{unit}{'' if int(number) == 1 else 's'}")
    return " ".join(parts)


def ahead(iso: str, day_kind: str | None = None) -> str:
    """A period of notice in words: ``P21D`` is "21 days' notice", ``P1W`` "1 week's notice"."""
    words = duration(iso, day_kind)
    owner = "'" if words.endswith("s") else "'s"
    return f"{words}{owner} notice"


def day(iso: str) -> str:
    """An ISO 8601 date, year-month or year in words: "25 November 2008", "June 2016", "2016"."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return iso
    year, month, date = match.groups()
    return " ".join(p for p in (str(int(date)) if date else "", MONTHS[int(month) - 1] if month else "", year) if p)


def share(fraction: str) -> str:
    """A fraction in words: "1/2" is "50%", "1/3" "one third"; one that is no round percentage stays as it is."""
    if fraction in _FRACTIONS:
        return _FRACTIONS[fraction]
    try:
        percent = Fraction(fraction) * 100
    except (ValueError, ZeroDivisionError):
        return fraction
    return f"{percent.numerator}%" if percent.denominator == 1 else fraction


def threshold(name: str, basis: str | None = None) -> str:
    """A majority in words: "two-thirds majority of those present and voting"."""
    words = _THRESHOLDS.get(name) or f"{share(name)} majority"
    return f"{words} {BASES.get(basis, basis)}" if basis else words


def role(name: str) -> str:
    """A role's name as people write it: ``vice_chair`` is "vice-chair"."""
    return _ROLES.get(name, name.replace("_", " "))


def joined(words: Iterable[str], last: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    items = [w for w in words if w]
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def listed(parts: Iterable[str]) -> str:
    """The parts that are not empty, with semicolons between them."""
    return "; ".join(p for p in parts if p)


def word(v: Given, name: str, words: Mapping[Any, str]) -> str:
    """The words for the value of a field, the value itself where there are none for it, "" where it is not given."""
    given = v.get(name)
    return "" if given is None else words.get(given, str(given))


def many(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 body", "2 bodies"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """``text`` in lines of ``width`` columns; no word is broken, so that addresses stay whole."""
    begin = text[: len(text) - len(text.lstrip())]
    return textwrap.wrap(
        text.lstrip(), width, initial_indent=begin, subsequent_indent=indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
