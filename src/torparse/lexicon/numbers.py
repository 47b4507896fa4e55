"""Whole numbers in words and digits, cardinal and ordinal, up to 999.

"twenty-one", "21", "three (3)", "a dozen"; "fifth", "21st". Years, money, references ("4.5", "section 12") and
percentages are left to the patterns that know them.
"""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
_UNITS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_VALUES |= {"dozen": 12, "both": 2, "once": 1, "twice": 2, "thrice": 3}

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS |= {f"{word}th": n for word, n in _VALUES.items() if word in _UNITS[4:] and f"{word}th" not in _ORDINALS}
_ORDINALS |= {f"{word[:-1]}ieth": n for word, n in _VALUES.items() if word in _TENS}
for _wrong in ("fiveth", "eightth", "nineth", "twelveth"):
    _ORDINALS.pop(_wrong, None)

_SMALL = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_UNITS[1:10])}))?|(?:a\s+)?dozen|{_SMALL})"

NUMBER = (
    rf"(?:\b{_WORDS}\b(?:\s*\(\s*\d{{1,3}}\s*\))?|(?<![\d.£$/:])\b\d{{1,3}}\b(?![.:/]\d|%|\s*per\s?cent"
    rf"|(?:st|nd|rd|th)\b)(?:\s*\([a-z-]+\))?)"
)
"""A whole number in digits or words, "three (3)" included."""

ORDINAL = (
    rf"(?:\b(?:(?:{'|'.join(_TENS)})[\s-]+)?(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b"
    rf"|\b\d{{1,3}}(?:st|nd|rd|th)\b)"
)
"""An ordinal in digits or words."""


def number(text: str) -> int | None:
    """The value of ``text`` as a cardinal number, or None where it is none.

    >>> number("twenty-one"), number("three (3)"), number("12"), number("many")
    (21, 3, 12, None)
    """
    words = re.findall(r"[a-z]+|\d+", text.lower().split("(")[0])
    if not words and "(" in text:
        words = re.findall(r"[a-z]+|\d+", text.lower())
    total = 0
    for word in words:
        if word.isdigit():
            return int(word)
        if word in ("a", "and"):
            continue
        if word not in _VALUES:
            return None
        total += _VALUES[word]
    return total if words else None


def ordinal(text: str) -> int | None:
    """The value of ``text`` as an ordinal number, or None.

    >>> ordinal("twenty-first"), ordinal("3rd"), ordinal("fifteenth")
    (21, 3, 15)
    """
    digits = re.match(r"\s*(\d+)", text)
    if digits:
        return int(digits[1])
    words = re.findall(r"[a-z]+", text.lower())
    if not words or words[-1] not in _ORDINALS:
        return None
    return sum(_VALUES.get(word, 0) for word in words[:-1]) + _ORDINALS[words[-1]]
