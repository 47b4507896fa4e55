"""Dates as British officers write them, whole and partial, as ISO 8601: "25 November 2008", "12.06.08", "June 2016"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.lexicon.numbers import ORDINAL, ordinal
from torparse.lexicon.patterns import compiled

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"

_DATE = compiled(
    rf"(?:{_WEEKDAY}(?P<d>\b\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+of)?[\s,-]+(?P<m>{_MONTH}),?[\s,-]+(?P<y>\d{{4}})\b"
    rf"|(?P<m2>\b{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
    rf"|(?P<nth>{ORDINAL})\s+(?:day\s+)?(?:of\s+)?(?P<m3>{_MONTH}),?\s+(?P<y3>\d{{4}})\b"
    r"|(?P<y4>\b(?:19|20)\d{2})-(?P<m4>\d{2})-(?P<d4>\d{2})\b"
    r"|(?P<d5>\b\d{1,2})[./](?P<m5>\d{1,2})[./](?P<y5>(?:19|20)\d{2}|\d{2})\b(?![./]\d)"
    rf"|(?P<m6>\b{_MONTH})\s+(?P<y6>(?:19|20)\d{{2}})\b)",
    re.IGNORECASE,
)

DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+[A-Z][a-z]{2,8},?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8}\s+\d{4})"
)
"""A date, roughly, without groups: for patterns that only need to know that there is one."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date at ``start``..``end`` of the text searched; ``iso`` is "2008-11-25" or, where partial, "2016-06"."""

    iso: str
    start: int
    end: int


def _month(word: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(word.lower().rstrip(".")[:3]))


def dates(text: str) -> list[Date]:
    """All dates in ``text``, in reading order; day before month where both are digits (British usage).

    >>> [d.iso for d in dates("Monday 3rd September 2007, 12.06.08 and June 2016")]
    ['2007-09-03', '2008-06-12', '2016-06']
    """
    found = []
    for match in _DATE.finditer(text):
        groups = {name: value for name, value in match.groupdict().items() if value}
        if "y4" in groups:
            year, month, day = int(groups["y4"]), int(groups["m4"]), int(groups["d4"])
        elif "y5" in groups:
            year, month, day = int(groups["y5"]), int(groups["m5"]), int(groups["d5"])
            year += 0 if year > 99 else 2000 if year < 70 else 1900
        elif "y6" in groups:
            year, month, day = int(groups["y6"]), _month(groups["m6"]), 0
        elif "y3" in groups:
            year, month, day = int(groups["y3"]), _month(groups["m3"]), ordinal(groups["nth"]) or 0
        else:
            suffix = "2" if "y2" in groups else ""
            year, month = int(groups["y" + suffix]), _month(groups["m" + suffix])
            day = int(groups["d" + suffix])
        if 1 <= month <= 12 and day <= 31:
            found.append(Date(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""), match.start(), match.end()))
    return found
