"""Lengths of time and what kind of days they count: "fourteen clear days", "a fortnight", "three (3) working days".

Clear, working and calendar days are different things in law and are never converted into each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.lexicon.numbers import NUMBER, ORDINAL, number, ordinal
from torparse.lexicon.patterns import compiled

_UNIT = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_SHORT = {"hr": "hour", "wk": "week", "mth": "month", "yr": "year"}
_UNITS = r"hour|hr|day|week|wk|month|mth|year|yr"
_SORT_OF_YEAR = r"(?:academic|school|municipal|civic|council|financial)(?=\s+years?\b)"
_KIND = (
    r"(?:(?P<kind>(?:clear|working|calendar|business|full|whole|ordinary|consecutive"
    r"|week)(?:[\s,]+(?:clear|working|calendar|business))?)[\s-]+)?"
)

_DURATION = compiled(
    rf"(?:(?<!quarter of )(?<!third of )(?<!half )(?P<count>{NUMBER}|\b(?:a|an"
    rf"|one)\b)[\s-]+(?:\(\d+\)\s*)?(?:(?:calendar\s+)?(?:further|complete"
    rf"|consecutive|additional|more|single|{_SORT_OF_YEAR})\s+)?{_KIND}(?P<unit>{_UNITS})s?(?:[’'](?:s)?)?(?![a-z])"
    rf"|(?P<fortnight>\b(?:a|one)?\s*fortnight)(?:[’']s)?\b|(?P<twelvemonth>\b(?:a|one)\s+twelve-?month)(?:[’']s)?\b)",
    re.IGNORECASE,
)

DURATION = (
    rf"(?:(?:{NUMBER}|\b(?:a|an)\b)[\s-]+(?:(?:clear|working|calendar|business|full|whole|further|complete"
    rf"|consecutive|single|{_SORT_OF_YEAR})[\s,]+)*(?:hour|hr|day|week|wk|month|mth|year|yr)s?\b(?:[’']s?)?|\b(?:a\s+)?fortnight(?:[’']s)?"
    rf"|\b(?:a|one)\s+twelve-?month\b)"
)
"""A length of time, without groups."""

_RANGE = compiled(
    rf"(?P<low>{NUMBER})\s+(?:(?:clear|working|calendar|business)\s+)?(?:(?:day|week|month|year)s?\s+)?"
    rf"(?:(?:nor|and|but|or)\s+(?:not\s+|no\s+)?(?:more|later)\s+than|(?:and|but)\s+(?:at\s+most|a\s+maximum\s+of))\s+"
    rf"(?:{NUMBER})[\s-]+{_KIND}(?P<unit>hour|day|week|month|year)s?(?:[’'])?",
    re.IGNORECASE,
)
"""The shortest and the longest period allowed ("not less than 10 nor more than 30 days"): the shorter one binds."""
_ORDINAL_DAY = compiled(rf"(?P<nth>{ORDINAL})\s+{_KIND}day\s+(?:before|prior|preceding)", re.IGNORECASE)
_WEEK_BEFORE = compiled(r"\bthe\s+(?P<unit>day|week|month)\s+(?:before|prior)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at ``start``..``end`` of the text searched; ``iso`` as ISO 8601, ``day_kind`` where said."""

    iso: str
    day_kind: str | None
    start: int
    end: int


def _day_kind(words: str | None, unit: str) -> str | None:
    """ "Clear working days" count as clear (GUIDE.md, Notice)."""
    low = (words or "").lower()
    if unit != "day":
        return None
    if "clear" in low:
        return "clear"
    if "working" in low or "business" in low or low == "week":
        return "working"
    return "calendar" if "calendar" in low else None


def iso(count: int, unit: str) -> str:
    """ISO 8601 for ``count`` hours, days, weeks, months or years.

    >>> iso(48, "hour"), iso(2, "week")
    ('PT48H', 'P2W')
    """
    return f"PT{count}H" if unit == "hour" else f"P{count}{_UNIT[unit]}"


def durations(text: str) -> list[Duration]:
    """All lengths of time in ``text``, in reading order; a day counted backwards ("the fifth working day before") too.

    >>> [(d.iso, d.day_kind) for d in durations("not less than five clear working days, or a fortnight")]
    [('P5D', 'clear'), ('P2W', None)]
    """
    found = []
    ranges = []
    for match in _RANGE.finditer(text):
        low, unit = number(match["low"]), match["unit"].lower()
        if low:
            ranges.append(match.span())
            found.append(Duration(iso(low, unit), _day_kind(match["kind"], unit), *match.span()))
    for match in _DURATION.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in ranges):
            continue
        if match["fortnight"]:
            found.append(Duration("P2W", None, match.start(), match.end()))
            continue
        if match["twelvemonth"]:
            found.append(Duration("P1Y", None, match.start(), match.end()))
            continue
        count = 1 if match["count"].strip().lower() in ("a", "an") else number(match["count"])
        unit = match["unit"].lower()
        unit = _SHORT.get(unit, unit)
        if count:
            found.append(Duration(iso(count, unit), _day_kind(match["kind"], unit), match.start(), match.end()))
    for match in _ORDINAL_DAY.finditer(text):
        count = ordinal(match["nth"])
        if count:
            found.append(Duration(iso(count, "day"), _day_kind(match["kind"], "day"), match.start(), match.end()))
    for match in _WEEK_BEFORE.finditer(text):
        found.append(Duration(iso(1, match["unit"].lower()), None, match.start(), match.end()))
    return sorted(found, key=lambda d: d.start)


def days(iso_duration: str) -> float | None:
    """Length in days for comparing (a month as 365.25/12); None where it is not a duration of one unit.

    >>> days("P2W"), days("P1Y")
    (14.0, 365.25)
    """
    match = re.fullmatch(r"P(T?)(\d+)([HDWMY])", iso_duration)
    if not match:
        return None
    factor = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 365.25 / 12, "Y": 365.25}[match[3]]
    return int(match[2]) * factor
