"""What may stand in a field of an answer, and how an officer's way of writing it becomes the value model's.

A length of time may be "P2Y" or "2 years", a share "1/2" or "half", a date a TOML date, ISO 8601 or "31 January 2026".
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from torparse.lexicon import dates as lexicon_dates
from torparse.lexicon import durations as lexicon_durations
from torparse.lexicon import fractions as lexicon_fractions
from torparse.model import Value
from torparse.toml_lines import Table

DURATIONS = frozenset(
    ["term", "max_total", "period", "notice", "interval", "within", "until", "held_within", "absent_for"]
)
DATES = frozenset(["agreed", "next_review"])
_SHARES = ("fraction", "threshold")
THRESHOLDS = ("simple_majority", "two_thirds", "three_quarters", "unanimous")
_BASES = ("present", "present_and_voting", "all_members")
CODES: Mapping[str, tuple[str, ...]] = {
    "quorum.combine": ("greater_of", "lesser_of", "and"),
    "voting.method": ("consensus", "vote", "consensus_then_vote", "consensus_then_escalate", "chair_decides"),
    "voting.threshold_basis": _BASES,
    "dissolution.threshold_basis": _BASES,
    "dissolution.assets": ("returned_to_contributors", "similar_body", "host_organisation"),
    "chair_appointment.method": ("elected", "selected", "appointed", "nominated", "ex_officio", "rotating"),
    "meeting_frequency.bound": ("exact", "at_least", "at_most", "about"),
    "notice.day_kind": ("clear", "working", "calendar"),
    "interests.when": ("at_meeting", "register", "both"),
    "legal_status.form": ("unincorporated", "company", "charity", "committee", "advisory", "voluntary"),
    "subgroups.terms": ("here", "elsewhere", "unwritten"),
    "role_descriptions.roles": ("chair", "vice_chair", "member", "coordinator"),
    "member_authority.authority": ("speak", "decide", "commit"),
}
"""The words that a field (``type.field``) may hold, one or several of them."""

_ISO_DURATION = re.compile(r"P(?:\d+[YMWD]|T\d+H)")
_ISO_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FRACTION = re.compile(r"[1-9]\d*/[1-9]\d*")


def read(table: Table, type_: str, model: type[Value], name: str) -> Any:
    """The value of the field ``name`` in ``table``; raises BadData where it is not what the field holds."""
    kind = next(str(f.type) for f in fields(model) if f.name.rstrip("_") == name)
    value = table.data[name]
    if kind.startswith("bool"):
        return table.flag(name)
    if kind.startswith(("int", "float")):
        return _number(table, name, whole=kind.startswith("int"))
    codes = CODES.get(f"{type_}.{name}")
    if kind.startswith("tuple"):
        listed = table.strings(name)
        for at, word in enumerate(listed):
            if codes and word not in codes:
                raise table.error(f"unknown {name} {word!r}", name, at, todo=f"The ones there are: {', '.join(codes)}")
        return listed
    if isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    elif codes:
        return table.code(name, codes)
    elif name in (*DURATIONS, *DATES, *_SHARES) and isinstance(value, (int, float)):
        value = str(value)  # refused below, with an example
    else:
        value = table.words(name)
    return _words(table, name, value)


def duration(words: str) -> tuple[str, str | None] | None:
    """ISO 8601 of a length of time with its kind of days, or None: "5 clear days", "P5D".

    >>> duration("5 clear days"), duration("P1Y")
    (('P5D', 'clear'), ('P1Y', None))
    """
    if _ISO_DURATION.fullmatch(words):
        return words, None
    found = lexicon_durations.durations(words)
    return (found[0].iso, found[0].day_kind) if len(found) == 1 else None


def date(words: str) -> str | None:
    """ISO 8601 of a date or year-month, or None.

    >>> date("31 January 2026"), date("2026-03")
    ('2026-01-31', '2026-03')
    """
    if _ISO_DATE.fullmatch(words):
        return words if len(words) < 10 or _is_day(words) else None
    found = lexicon_dates.dates(words)
    return found[0].iso if len(found) == 1 else None


def _is_day(iso: str) -> bool:
    """Whether the calendar has the day."""
    year, month, day = map(int, iso.split("-"))
    return year > 0 and day <= calendar.monthrange(year, month)[1]


def later(date: str, length: str) -> str | None:
    """The date that is ``length`` in years or months after ``date``, both ISO 8601; None where it cannot be told.

    >>> later("2026-01-31", "P2Y"), later("2026-08-31", "P6M"), later("2026-01", "P30D")
    ('2028-01-31', '2027-02-28', None)
    """
    unit = re.fullmatch(r"P(\d+)([YM])", length)
    parts = [int(part) for part in date.split("-")]
    if unit is None or len(parts) == 1:
        return None
    months = parts[0] * 12 + parts[1] - 1 + int(unit[1]) * (12 if unit[2] == "Y" else 1)
    year, month = divmod(months, 12)
    if len(parts) == 2:
        return f"{year:04}-{month + 1:02}"
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year:04}-{month + 1:02}-{min(parts[2], last):02}"


def fraction(words: str) -> str | None:
    """A share as "1/2", or None where it is none or not between 0 and 1.

    >>> fraction("one third"), fraction("50%"), fraction("3/2")
    ('1/3', '1/2', None)
    """
    value = lexicon_fractions.parse(words)
    return f"{value.numerator}/{value.denominator}" if value is not None and 0 < value <= 1 else None


def _number(table: Table, name: str, *, whole: bool) -> int | float:
    value = table.data[name]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0 or (whole and value != int(value)):
        what = f"{name} is a {'whole ' if whole else ''}number above 0"
        raise table.error(what, name, todo=f"Write it in figures without quotation marks: {name} = 4")
    return int(value) if whole else float(value)


def _words(table: Table, name: str, value: str) -> str:
    if name in DURATIONS:
        length = duration(value)
        if length is None:
            raise table.error(f"{name} is no length of time: {value!r}", name, todo='Write "2 years" or "P2Y"')
        return length[0]
    if name in DATES:
        day = date(value)
        if day is None:
            raise table.error(f"{name} is no date: {value!r}", name, todo="Write 2026-01-31")
        return day
    if name == "threshold" and value in THRESHOLDS:
        return value
    if name in _SHARES:
        share = fraction(value)
        if share is None:
            known = f"{', '.join(THRESHOLDS)} or a share" if name == "threshold" else "a share"
            raise table.error(f"{name} is no share: {value!r}", name, todo=f'It is {known} such as "2/3"')
        return {"2/3": "two_thirds", "3/4": "three_quarters"}.get(share, share) if name == "threshold" else share
    return value
