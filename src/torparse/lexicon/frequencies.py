"""How often: "quarterly", "at least twice a year", "every other month", "five ordinary meetings a year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.lexicon.numbers import NUMBER, ORDINAL, number, ordinal
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase

_YEAR = (
    r"(?:(?:a|per|each|every|in each|in every|in any|during the|in a|during each|throughout the|over the"
    r"|in the course of a) (?:(?:calendar|municipal|financial|academic|civic|council) )?year|annually"
    r"|yearly|(?:throughout|during|over|in) (?:the|each|every|a) (?:school |academic |parliamentary "
    r"|playing )?(?:session|season)"
    r"|per annum|p\.?a\.?\b|in (?:any|a|each|every) (?:twelve|12)[ -]months?(?: period)?)"
)
_MULTIPLE = {"once": 1, "twice": 2, "thrice": 3}
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_UNITS_A_YEAR = {
    "day": 365,
    "week": 52,
    "fortnight": 26,
    "month": 12,
    "quarter": 4,
    "term": 3,
    "year": 1,
    "half term": 6,
    "half-term": 6,
}
_ADVERBS = {
    "weekly": 52, "fortnightly": 26, "monthly": 12, "bimonthly": 6, "bi-monthly": 6, "quarterly": 4, "termly": 3,
    "half-yearly": 2, "half yearly": 2, "six-monthly": 2, "six monthly": 2, "6 monthly": 2, "6-monthly": 2,
    "twice-yearly": 2, "twice yearly": 2, "biannually": 2, "bi-annually": 2, "biannual": 2, "bi-annual": 2,
    "four-monthly": 3, "three-monthly": 4, "three monthly": 4, "two-monthly": 6, "two monthly": 6, "annually": 1,
    "yearly": 1, "annual": 1, "biennially": 0.5, "biennial": 0.5, "triennially": 1 / 3, "six-weekly": 52 / 6,
    "six weekly": 52 / 6, "eight-weekly": 6.5,
}  # fmt: skip

AMBIGUOUS = compiled(r"\bbi-?(?:annual(?:ly)?|monthly|weekly)\b", re.IGNORECASE)
"""Words that readers take in two ways ("biannually": twice a year or every other year)."""

_ADVERB = compiled(
    r"\b(?:annual\b(?!\s+(?:general|meeting|report|assembl|conference|plan|review|budget|leave|audit"
    r"|account|statement|event|return|governance))|"
    + "|".join(sorted((re.escape(a) for a in _ADVERBS if a != "annual"), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
_TIMES = phrase(
    rf"(?P<times>once|twice|thrice|(?:{NUMBER}|a minimum of {NUMBER}"
    rf"|{NUMBER} or more)(?: or (?P<more>more))? times?|{NUMBER}) ?(?:{_YEAR})"
)
_HELD = phrase(rf"(?P<times>{NUMBER}) (?:shall|will|must|are to|to|should) (?:be held|take place) {_YEAR}")
_MEETINGS = phrase(
    rf"(?P<times>{NUMBER})(?: (?:\w+[\s-]){{0,3}}?(?:meetings?|times|sessions|gatherings|occasions"
    rf"|assemblies|events))\b(?:\W+\w+){{0,9}}?\W+{_YEAR}"
)
_YEAR_FIRST = phrase(
    rf"\b(?:(?:in )?(?:each|every)|per) (?:(?:(?:calendar|municipal|financial|academic|civic|council) )?year"
    r"|(?:12|twelve)[ -]months?(?: period)?)\b,?"
    rf"(?: (?!in\b|at\b|on\b|and\b|or\b|but\b)[\w'-]+){{0,6}}? (?:hold|holds|held|convenes?|have|has|call|calls"
    rf"|arranges?)(?: a)?"
    rf" (?:at least |not (?:fewer|less) than |no (?:fewer|less) than |(?:a )?minimum of |up to |at most |about )?"
    rf"(?P<times>{NUMBER}) (?:\w+ ){{0,2}}?(?:meetings?|sessions|gatherings|assemblies)\b"
)
"""The year told first ("in each year the Forum must hold four meetings")."""
_EVERY = phrase(
    rf"\b(?:(?:once )?(?:every|each|per)|once (?:a|in (?:a|every|each))) (?:calendar )?(?:(?P<other>other"
    rf"|alternate|second) |(?P<nth>{ORDINAL}) |(?P<n>{NUMBER})(?:[ -](?:to|or"
    rf"|-)[ -]?(?P<n2>{NUMBER}))?[\s-])?(?P<unit>day|week|fortnight|month|quarter|half-?[ ]?term|term|year"
    rf"|{_WEEKDAY})s?\b"
    rf"|\b(?P<other2>alternate) (?P<unit2>week|month|year|{_WEEKDAY})s\b"
    rf"|\b(?:at|on) (?:an? )?(?P<n3>{NUMBER})[ -](?P<unit3>week|month|year)(?:ly)? (?:intervals?|cycle|basis"
    rf"|rotation)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SEASONS = "spring|summer|autumn|winter"
_RANGE = phrase(
    rf"(?:(?:between|from|at least|minimum of|(?:no|not) (?:fewer|less) than) (?P<low>{NUMBER})"
    rf" (?:times )?(?:and|to|but|or) (?:a maximum of |(?:no|not) more than |at most |up to )?"
    rf"|(?P<bare>{NUMBER}) (?:to|but (?:no|not) more than) )(?:{NUMBER})"
    rf"(?: (?:\w+ ){{0,3}}?(?:times|meetings|occasions))?(?:\W+\w+){{0,5}}?\W+{_YEAR}"
)
_COUNTED = phrase(rf"\b(?:meetings?|times|sessions) {_YEAR} ?(?::|=|-|is|will be) ?(?P<n>{NUMBER})")
_NTH_WEEKDAY = phrase(
    rf"\b(?:{ORDINAL}|last) (?:{_WEEKDAY}) (?:of|in) (?:the|each|every|a) (?:calendar )?(?P<unit>month|quarter|term)\b"
)
_PERIODIC = phrase(r"(?P<n>{NUMBER})[ -]?(?P<unit>week|month|year)ly\b")
_NAMED = compiled(
    rf"\b(?:(?:in|every|each|(?:{ORDINAL}|last)\s+(?:{_WEEKDAY})\s+(?:of|in))\s+(?:early\s+|late\s+"
    rf"|mid-?\s*)?(?P<months>(?:{_MONTHS})(?:(?:\s*,\s*|\s+and\s+"
    rf"|\s*,\s+and\s+|\s*&\s*)(?:{_MONTHS}))*)"
    rf"|(?:in\s+(?:the\s+)?(?=\w+\s+and\s+(?:in\s+)?(?:{_SEASONS}))|every|each)\s*(?P<seasons>(?:{_SEASONS})(?:(?:,\s*"
    rf"|\s+and\s+(?:in\s+|every\s+|each\s+)?)(?:{_SEASONS}))*))"
    r"\b(?!,?\s+(?:\d{1,2},?\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_APART = phrase(
    rf"(?:not|no) more than (?P<n>{NUMBER}) (?:calendar )?(?P<unit>week|month)s? (?:apart|between"
    rf"|(?:shall |may |must |should |will |can |are to )?(?:elapse|pass|go by) between)"
    rf"|(?:gap|interval|time|period) between (?:[\w ]+ )?meetings (?:shall|will|must|should|may|is|to|does|can)"
    rf" (?:never |not |be )*(?:exceed|longer than|more than) (?P<n4>{NUMBER}) (?P<unit4>week|month)s?"
    rf"|intervals? (?:of )?(?:not|no) (?:exceeding|more than|longer than) (?P<n3>{NUMBER}) (?P<unit3>week"
    rf"|month)s?"
)

_AT_LEAST = compiled(
    r"\b(?:a[t]?\s+least|not\s+(?:be\s+)?(?:fewer|less)\s+(?:often\s+|frequently\s+|regularly\s+)?than|no\s+(?:fewer"
    r"|less)\s+(?:often\s+|frequently\s+|regularly\s+)?than"
    r"|a?\s*minimum(?:\s+of)?|or\s+more|never\s+(?:fewer|less)\s+than)\b",
    re.IGNORECASE,
)
_AT_MOST = compiled(
    r"\b(?:at\s+most|(?:not|no)\s+more\s+(?:often\s+)?than|up\s+to|a?\s*maximum(?:\s+of)?)\b", re.IGNORECASE
)
_AT_LEAST_BEHIND = compiled(
    r"[\s,(]*(?:basis|intervals?)?[\s,(]*(?:(?:at|as)\s+(?:a|the|an\s+absolute|a\s+bare)\s+(?:very\s+)?(?:minimum"
    r"|least)\b"
    r"|at\s+least\b(?!\s+\w+\s+(?:days?|weeks?|months?|members))|minimum\b|or\s+more\s+(?:often|frequently)\b)",
    re.IGNORECASE,
)
_ABOUT = compiled(
    r"\b(?:for\s+(?:example|instance)|e\.g\.?(?=\W)|such\s+as|say)\W|\b(?:about|approximately|around|roughly"
    r"|normally|usually|typically|generally|ordinarily|or\s+so|some|circa"
    r"|aim(?:s|ing)?\s+(?:to|for)|(?:anticipate|expect|intend|envisage)[sd]?|intention|ideally|wherever\s+possible"
    r"|where\s+possible|in\s+principle|target\s+of|on\s+average)\b",
    re.IGNORECASE,
)
_EXCEPT = compiled(
    rf"(?P<months2>(?:{_MONTHS})(?:(?:\s*,\s*|\s+(?:and|or)\s+)(?:{_MONTHS}))*) (?:excepted|apart)"
    rf"|\b(?:except|other\s+than|bar|but\s+not|save|apart\s+from|excluding|none"
    rf"|no\s+meetings?)\b(?:\s+(?:in|for|during))?\s+(?P<months>(?:{_MONTHS})(?:(?:\s*,\s*|\s+(?:and"
    rf"|or)\s+)(?:{_MONTHS}))*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Frequency:
    """Occasions a year with the bound: "exact", "at_least", "at_most" or "about"."""

    per_year: float
    bound: str
    start: int
    end: int


def _bound(text: str, start: int, end: int, default: str = "exact") -> str:
    """The bound said before (or within) the words at ``start``..``end``."""
    if _AT_LEAST_BEHIND.match(text[end : end + 45]):
        return "at_least"
    near = text[max(0, start - 45) : end]
    for name, pattern in (("at_least", _AT_LEAST), ("at_most", _AT_MOST), ("about", _ABOUT)):
        if pattern.search(near):
            return name
    return default


def _tidy(value: float) -> float:
    return round(value, 2) if value != int(value) else int(value)


def months_in(text: str) -> list[str]:
    """The months that ``text`` names, lower-cased, in reading order."""
    return [m.lower() for m in re.findall(rf"\b(?:{_MONTHS})\b", text, re.IGNORECASE)]


def _months(text: str) -> int:
    return len(re.findall(rf"{_MONTHS}|{_SEASONS}", text, re.IGNORECASE))


def _candidates(text: str) -> list[Frequency]:
    found: list[Frequency] = []

    def add(value: float, match: re.Match[str], default: str = "exact") -> None:
        found.append(Frequency(_tidy(value), _bound(text, match.start(), match.end(), default), *match.span()))

    # A range comes first: of two readings of the same words, the first is kept.
    for match in _RANGE.finditer(text):
        low = number(match["low"] or match["bare"])
        if low:
            found.append(Frequency(_tidy(low), "at_least", *match.span()))
    for pattern in (_TIMES, _HELD, _MEETINGS, _YEAR_FIRST):
        for match in pattern.finditer(text):
            words = re.sub(r"(?i)a minimum of|or more|times?", "", match["times"]).strip().lower()
            count = _MULTIPLE.get(words) or number(words)
            if count:
                add(count, match)
    for match in _EVERY.finditer(text):
        every: float | None = number(match["n"] or match["n3"] or "1")
        if match["other"] or match["other2"]:
            every = 2
        elif match["nth"]:
            every = ordinal(match["nth"])
        if match["n2"]:
            every = ((every or 1) + (number(match["n2"]) or 1)) / 2  # "every six to eight weeks"
        unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
        if every:
            add(_UNITS_A_YEAR.get(unit, 52) / every, match, "about" if match["n2"] else "exact")
    for match in _COUNTED.finditer(text):
        add(number(match["n"]) or 1, match)
    for match in _NTH_WEEKDAY.finditer(text):
        add(_UNITS_A_YEAR[match["unit"].lower()], match)
    for match in _PERIODIC.finditer(text):
        count = number(match["n"])
        if count:
            add(_UNITS_A_YEAR[match["unit"].lower()] / count, match)
    for match in _ADVERB.finditer(text):
        add(_ADVERBS[match[0].lower()], match)
    for match in _APART.finditer(text):
        count, unit = (
            number(match["n"] or match["n3"] or match["n4"]),
            (match["unit"] or match["unit3"] or match["unit4"]).lower(),
        )
        if count:
            found.append(Frequency(_tidy(_UNITS_A_YEAR[unit] / count), "at_least", *match.span()))
    for match in _NAMED.finditer(text):
        add(_months(match["months"] or match["seasons"]), match)
    return found


def frequencies(text: str) -> list[Frequency]:
    """All frequencies in ``text``, longest first where they overlap, in reading order.

    "Once a month, except in August" is 11 a year.

    >>> [(f.per_year, f.bound) for f in frequencies("at least twice a year")]
    [(2, 'at_least')]
    """
    found = sorted(_candidates(text), key=lambda f: (f.start - f.end, f.start))
    kept: list[Frequency] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    kept.sort(key=lambda f: f.start)
    without = _EXCEPT.search(text)
    if without and kept and kept[0].per_year == 12:
        first = kept[0]
        kept[0] = Frequency(
            first.per_year - _months(without["months"] or without["months2"]), first.bound, first.start, without.end()
        )
    return kept
