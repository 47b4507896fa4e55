"""Months and seasons as people name them for what comes round every year: "every April", "each March and September"."""

from __future__ import annotations

import re

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_WORD = r"(?:the |early |mid-?|late |(?:start|end|beginning|middle) of )*"
_NAME = (
    rf"{_WORD}(?P<name>{'|'.join(m[:3] + f'(?:{m[3:]})?' if m[3:] else m for m in _MONTHS)}|sept|{'|'.join(_SEASONS)})"
)
_NAMED = re.compile(
    r"(?P<first>(?:(?:once a year|yearly|annually|every year|each year|meets?) )?(?:(?:in|every|each|at) )+)"
    r"(?P<names>[a-z ,-]+?)(?P<last> (?:(?:of )?(?:every|each) year|yearly|annually|a year))?",
    re.IGNORECASE,
)


def named(text: str) -> tuple[tuple[int, ...], bool]:
    """The months (1 to 12) in which something comes round, and whether they are named as months and not as seasons.

    Nothing where the words say anything else besides.

    >>> named("every April"), named("in March and September each year"), named("each autumn"), named("in April")
    (((4,), True), ((3, 9), True), ((9,), False), ((), False))
    """
    match = _NAMED.fullmatch(text.strip(" ."))
    if match is None or not re.search(r"year|every|each|annual", f"{match['first']} {match['last'] or ''}", re.I):
        return (), False
    parts = re.split(r",? and (?:every |each |in )?|, ?", match["names"])
    found = [re.fullmatch(_NAME, part, re.IGNORECASE) for part in parts]
    if not all(found):
        return (), False
    names = [one["name"].lower() for one in found if one]
    return tuple(sorted({_month(name) for name in names})), not any(name in _SEASONS for name in names)


def apart(months: tuple[int, ...]) -> int | None:
    """How many months there are between one and the next, 1 to 12; None where that differs.

    >>> apart((4,)), apart((3, 9)), apart((1, 2))
    (12, 6, None)
    """
    gaps = {(after - before - 1) % 12 + 1 for before, after in zip(months, months[1:] + months[:1], strict=True)}
    return gaps.pop() if len(gaps) == 1 else None


def _month(name: str) -> int:
    return _SEASONS.get(name) or next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))
