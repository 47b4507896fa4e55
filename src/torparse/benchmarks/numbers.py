"""A clause read as a number: days, months, meetings a year, a share of the votes.

Nothing is worked out that the clause does not say. Clear, working and calendar days are never converted into each
other: the number is that of the document and the words say which days it counts (GUIDE.md, conventions). Weeks are
seven days each; hours are parts of a day; a month counted in days, or weeks counted in months, is "about".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from torparse.fields.numbers import share
from torparse.lexicon.durations import days
from torparse.model import Clause
from torparse.plain_words import duration, threshold
from torparse.words import describe, kinds_of_days

EXACT, AT_LEAST, AT_MOST, ABOUT = "exact", "at_least", "at_most", "about"

_WEEKS_A_MONTH = 365.25 / 12 / 7
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Number:
    """What a clause says of a measure: its words, and the lowest and the highest number where it gives one.

    ``bound`` is "exact", "at_least", "at_most" or "about", and "" where there is no number.
    """

    words: str
    low: float | None = None
    high: float | None = None
    bound: str = ""


def plainly(words: str) -> str:
    """Words without the capital letter of a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def said(clause: Clause, *fields: str) -> str:
    """The named fields of a clause in plain words, kinds of days as in its quotes; "" where it gives none of them."""
    given = {k: v for k, v in clause.value.as_dict().items() if k in fields}
    return plainly(describe(clause.type, given, [e.quote for e in clause.evidence])) if given else ""


def period(clause: Clause, field: str) -> str:
    """A period of a clause with the kind of its days: "10 working days"; "" where the clause does not give it."""
    value = clause.value.as_dict()
    if field not in value:
        return ""
    if "day_kind" in value:
        return duration(value[field], value["day_kind"])
    return kinds_of_days({field: value[field]}, tuple(e.quote for e in clause.evidence)).get(field) or duration(
        value[field]
    )


def in_days(field: str, words: Callable[[str], str], missing: str) -> Callable[[Clause], Number]:
    """A reader of the period in ``field`` as days. ``words`` completes the period, ``missing`` stands for none."""

    def read(clause: Clause) -> Number:
        value = clause.value.as_dict()
        if value.get("method") == "annual_calendar":
            # a year's notice of that would stand beside a week's notice of a meeting that somebody calls
            return Number("the dates of a whole year are set together")
        iso = str(value.get(field, ""))
        number = days(iso)
        if number is None:
            return _by_weekdays(value, words) or Number(words(period(clause, field)) if iso else missing)
        about = iso[-1] in "MY"
        number = float(round(number)) if about else number
        return Number(
            words(period(clause, field)) + _counted(iso[-1], number), number, number, ABOUT if about else EXACT
        )

    return read


def _counted(unit: str, number: float) -> str:
    """How a period in another unit is counted in days."""
    if unit == "D":
        return ""
    return f", counted as {'about ' if unit in 'MY' else ''}{number:g} {'day' if number <= 1 else 'days'}"


def _by_weekdays(value: Mapping[str, Any], words: Callable[[str], str]) -> Number | None:
    """Days between two weekdays that the document names ("on the Thursday before a Tuesday meeting")."""
    number = days(str(value.get("derived", "")))
    if number is None:
        return None
    return Number(f"{words(duration(value['derived']))}, counted from the weekdays", number, number, EXACT)


def months(iso: str) -> tuple[float, str] | None:
    """A duration of one unit in months with its bound; None where it is no such duration.

    >>> months("P2Y"), months("P18M"), months("P1D2M")
    ((24.0, 'exact'), (18.0, 'exact'), None)
    """
    match = re.fullmatch(r"P(\d+)([DWMY])", iso)
    if match is None:
        return None
    count = int(match[1])
    if match[2] in "MY":
        return float(count * (12 if match[2] == "Y" else 1)), EXACT
    return round(count / (_WEEKS_A_MONTH if match[2] == "W" else _DAYS_A_MONTH), 1), ABOUT


def in_months(field: str, missing: str, *beside: str) -> Callable[[Clause], Number]:
    """A reader of the period in ``field`` as months; its words tell the fields ``beside`` as well."""

    def read(clause: Clause) -> Number:
        found = months(str(clause.value.as_dict().get(field, "")))
        words = said(clause, field, *beside)
        if found is None:
            return Number(f"{words}; {missing}" if words else missing)
        return Number(words, found[0], found[0], found[1])

    return read


def meetings(clause: Clause) -> Number:
    """Meetings a year with the document's bound."""
    value = clause.value.as_dict()
    number = value.get("per_year")
    if number is None:
        return Number("meets, but no number a year is given")
    return Number(said(clause, "per_year", "bound"), float(number), float(number), value.get("bound", EXACT))


def majority(clause: Clause) -> Number:
    """The share of the votes that carries a decision, in per cent; a share to be exceeded is given as that share."""
    value = clause.value.as_dict()
    name = value.get("threshold")
    words = threshold(name, value.get("threshold_basis")) if name else "no majority given"
    if "applies_to" in value:
        # a majority for one kind of decision says nothing of the others
        return Number(f"for {value['applies_to']} only: {words}")
    part = share(str(name))
    if part is None:
        return Number(words)
    shown = f"{words} (more than half)" if name == "simple_majority" else words
    return Number(shown, percent(part), percent(part), EXACT)


def percent(part: Fraction) -> float:
    """A share in per cent, with one decimal place.

    >>> percent(Fraction(1, 3))
    33.3
    """
    return round(float(part * 100), 1)
