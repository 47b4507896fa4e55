"""What people type into a form, as the value model holds it: numbers, shares, lengths of time, dates, words.

Digits, ISO 8601 and words will do ("5", "five"; "P1M", "one month"). Whatever cannot be taken as it stands raises
Misread, whose message says what to write; nothing is taken in part.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from torparse.lexicon import dates as lexicon_dates
from torparse.lexicon import durations as lexicon_durations
from torparse.lexicon import fractions as lexicon_fractions
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.numbers import NUMBER, number
from torparse.plain_words import MONTHS, joined

LONGEST = 1000
"""Characters that one text, or one line of several, may have."""
_MOST_A_YEAR = 366
_SHOWN = 40
_ISO_LENGTH = re.compile(r"P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?")
_ISO_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_MINUTES = re.compile(rf"({NUMBER})[\s-]+min(?:ute)?s?", re.IGNORECASE)
_YEARS_AND_MONTHS = re.compile(r"P(?P<years>\d+)Y(?P<months>\d+)M")


class Misread(Exception):
    """A text that cannot be taken; the message is for whoever typed it and says what to write."""


def tidy(text: str) -> str:
    """One line of text: runs of white space are one space, none at the ends, no control characters."""
    return "".join(c for c in " ".join(text.split()) if c >= " " and c != "\x7f")


def whole(text: str) -> int:
    """A whole number in figures or words."""
    found = _cardinal(tidy(text))
    if found is None:
        raise Misread(f"{said(text)} is not a whole number. Write only the number, for example 3.")
    return found


def decimal(text: str) -> float:
    """A number above 0, with a point before decimals; whole where it can be."""
    typed = tidy(text)
    count = _cardinal(typed)
    if count is None and re.fullmatch(r"\d{1,9}\.\d{1,20}|\d{1,9}(?:\.\d+)?e-\d{1,2}", typed):
        value = float(typed)
    elif count is not None:
        value = float(count)
    else:
        raise Misread(f"{said(text)} is not a number. Write a number, for example 4 or 6.5.")
    if not value > 0:
        raise Misread("Write a number above 0, or leave this empty.")
    return int(value) if value.is_integer() else value


def times_a_year(text: str) -> float:
    """How often a year: a number, or words such as "quarterly" and "every two months"."""
    typed = tidy(text)
    example = "for example 4, or quarterly, or every two months"
    if re.fullmatch(r"[\d.,e-]+", typed) or _cardinal(typed) is not None:
        value = decimal(typed)
    else:
        found = frequencies(typed)
        whole_text = len(found) == 1 and (found[0].start, found[0].end) == (0, len(typed))
        if not whole_text or found[0].bound != "exact":
            raise Misread(f"{said(text)} does not say how many times a year. Write only the number, {example}.")
        value = found[0].per_year
    if value > _MOST_A_YEAR:
        raise Misread(f"That is more than one a day. Write how many times a year, {example}.")
    return value


def share(text: str) -> str:
    """A share of a whole as "1/3": typed as a fraction, in per cent or in words."""
    typed = tidy(text)
    if match := re.fullmatch(r"(\d{1,6}) ?/ ?(\d{1,6})", typed):
        top, bottom = int(match[1]), int(match[2])
        made, value = f"{top}/{bottom}", Fraction(top, bottom) if bottom else Fraction(0)
    else:
        found = lexicon_fractions.shares(typed)
        if (len(found) == 1 and found[0].strict) or _is_majority(typed):
            raise Misread(f"{said(text)} means more than a share. Write only the share, for example 1/2.")
        if len(found) != 1 or (found[0].start, found[0].end) != (0, len(typed)):
            raise Misread(f"{said(text)} is not a share. Write 1/3, one third, half or 33%.")
        made, value = str(found[0]), found[0].value
    if not 0 < value <= 1:
        raise Misread(f"{said(text)} is not a part of the whole. Write a share such as 1/3, half or 33%.")
    return made


def share_or_number(text: str) -> str:
    """A share as "1/3", or a whole number as "5"."""
    count = _cardinal(tidy(text))
    if count is not None:
        return str(count)
    try:
        return share(text)
    except Misread as misread:
        raise Misread(f"{said(text)} is neither a number nor a share. Write 5, or 1/3.") from misread


def majority(text: str) -> str:
    """A majority as the guide names it: "two_thirds" for 2/3, "simple_majority" for more than half, else a share."""
    typed = tidy(text)
    found = lexicon_fractions.shares(typed)
    more_than_half = len(found) == 1 and found[0].strict and found[0].value == Fraction(1, 2)
    if _is_majority(typed) or (more_than_half and (found[0].start, found[0].end) == (0, len(typed))):
        return "simple_majority"
    return {"2/3": "two_thirds", "3/4": "three_quarters"}.get(made := share(text), made)


def length(text: str, unit: str, units: Sequence[str]) -> str:
    """A length of time as ISO 8601: a number with its ``unit`` ("day"), or words that have the unit in them.

    ``units`` are the ones that will do here.
    """
    typed = tidy(text)
    wanted = f"Choose {joined((f'{one}s' for one in units), 'or')} beside the number"
    if unit and unit not in units:
        raise Misread(f"{wanted}.")
    if not typed:
        raise Misread(f"Write how many {unit}s, for example 2, or set the unit to “Not said”.")
    count = _cardinal(typed)
    if count is None:
        return _length_in_words(typed, unit, units)
    if not unit:
        raise Misread(f"{wanted} {count}.")
    if not count:
        raise Misread("Write a number above 0, or leave this empty.")
    return _iso(count, unit)


def _length_in_words(typed: str, unit: str, units: Sequence[str]) -> str:
    made = typed.upper() if _ISO_LENGTH.fullmatch(typed.upper()) else _spoken(typed)
    if made is None or not re.search("[1-9]", made):
        raise Misread(
            f"{said(typed)} is not a length of time. Write a number and choose its unit, for example 2 and weeks."
        )
    unsuitable = [one for one in _units_of(made) if one not in units]
    if unsuitable:
        raise Misread(f"{unsuitable[0].capitalize()}s cannot be used here. Write {joined(units, 'or')}s.")
    if unit and _units_of(made) != [unit]:
        raise Misread(f"{said(typed)} and {unit}s do not agree. Write only the number, or set the unit to “Not said”.")
    return made


def _spoken(typed: str) -> str | None:
    """ISO 8601 of a length of time in words and nothing else, or None; raises Misread where it says the kind of days.

    Clear and working days have a field of their own, or no place: they must not turn into calendar days unnoticed.
    """
    if match := _MINUTES.fullmatch(typed):
        return f"PT{number(match[1])}M"
    found = lexicon_durations.durations(typed)
    if any(one.day_kind for one in found):
        raise Misread(f"{said(typed)} says what kind of days. Write only the number and choose days.")
    between = [typed[one.end : other.start] for one, other in pairwise(found)]
    if not found or found[0].start or found[-1].end != len(typed):
        return None
    if len(found) == 1:
        return found[0].iso
    joint = found[0].iso + found[1].iso.removeprefix("P")
    is_sum = len(found) == 2 and re.fullmatch(r",? (?:and )?", between[0]) and _YEARS_AND_MONTHS.fullmatch(joint)
    return joint if is_sum else None


def _units_of(iso: str) -> list[str]:
    date, _, time = iso.removeprefix("P").partition("T")
    names = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    return [names[letter] for letter in re.findall("[YMWD]", date)] + [
        {"H": "hour", "M": "minute"}[letter] for letter in re.findall("[HM]", time)
    ]


def _iso(count: int, unit: str) -> str:
    return f"PT{count}M" if unit == "minute" else lexicon_durations.iso(count, unit)


def length_shown(iso: str, units: Sequence[str]) -> tuple[str, str]:
    """The number and the unit of a length of time, as ``length`` reads them back.

    One of more than one unit is shown in words (years and months) or as it is, and then has no unit.
    """
    if re.fullmatch(r"P(?:[1-9]\d*[YMWD]|T[1-9]\d*[HM])", iso) and (unit := _units_of(iso)[0]) in units:
        shown = (re.sub(r"\D", "", iso), unit)
    elif match := _YEARS_AND_MONTHS.fullmatch(iso):
        shown = (f"{_many(match['years'], 'year')} and {_many(match['months'], 'month')}", "")
    else:
        return iso, ""
    return shown if _reads_as(iso, *shown, units) else (iso, "")


def _reads_as(iso: str, text: str, unit: str, units: Sequence[str]) -> bool:
    try:
        return length(text, unit, units) == iso
    except Misread:
        return False


def _many(count: str, noun: str) -> str:
    return f"{count} {noun}{'' if count == '1' else 's'}"


def day(text: str) -> str:
    """A date, a month or a year as ISO 8601; day before month where both are figures (British usage)."""
    typed = tidy(text).rstrip(".")
    if match := _ISO_DAY.fullmatch(typed):
        iso = typed
    elif match := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", typed):
        iso = f"{match[2]}-{int(match[1]):02}"
    else:
        if re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", typed):
            typed = typed.replace("-", "/")
        found = lexicon_dates.dates(typed)
        if len(found) != 1 or (found[0].start, found[0].end) != (0, len(typed)):
            raise Misread(f"{said(text)} is not a date. Write 25 November 2008, June 2016 or 2016.")
        iso = found[0].iso
    year, month, date = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    try:
        datetime.date(year, month, date)
    except ValueError as error:
        named = f"{date} {MONTHS[month - 1]} {year}" if 1 <= month <= 12 else "such month"
        raise Misread(f"There is no {named}. Write the date as 25 November 2008, June 2016 or 2016.") from error
    return iso


def words(text: str, lower: bool = False) -> str:
    """Some words on one line."""
    made = tidy(text)
    if len(made) > LONGEST:
        raise Misread(f"That is {len(made):,} characters long. Write at most {LONGEST:,}: the head phrase will do.")
    return made.lower() if lower else made


def code(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The code that ``text`` is, or whose words it is, whatever its case and hyphens; None where it is none."""
    typed = tidy(text)
    pairs = list(known)
    if typed in [one for one, _ in pairs]:
        return typed
    return next((one for one, shown in pairs if _plain(typed) in (_plain(one), _plain(shown))), None)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[_-]", " ", text.casefold()).split())


def _cardinal(typed: str) -> int | None:
    """A whole number in figures ("1,200") or words ("three", "three (3)"), or None."""
    if re.fullmatch(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}", typed):
        return int(typed.replace(",", ""))
    if not re.fullmatch(NUMBER, typed, re.IGNORECASE):
        return None
    twice = re.fullmatch(r"(.+?)\s*\((.+)\)", typed)
    if twice and number(twice[1]) != number(twice[2]):
        return None
    return number(typed)


def _is_majority(typed: str) -> bool:
    return re.fullmatch(rf"(?:an? )?{lexicon_fractions.MAJORITY}", typed, re.IGNORECASE) is not None


def said(text: str) -> str:
    """What was typed, in quotation marks and shortened, for a message."""
    typed = tidy(text)
    return f"“{typed if len(typed) <= _SHOWN else typed[: _SHOWN - 1] + '…'}”"
