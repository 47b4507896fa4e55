"""Shares of a whole and majorities: "one third", "50%", "three fourths", "two out of every three", "more than half"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from torparse.lexicon.numbers import number
from torparse.lexicon.patterns import compiled

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_PARTS = "|".join(f"{word}s?" for word in _DENOMINATORS if word != "halves")
_TENS = "five|ten|fifteen|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = "one|two|three|four|five|six|seven|eight|nine|a|an|[1-9]"

FRACTION = (
    rf"(?:\b(?:{_TENS})(?:[\s-](?:five|one|two|three|six|seven))?\s+(?:per\s?cent|percent)\b"
    rf"|(?<![\d/])\b[1-9]/(?:[2-9]|10)(?:rds?|ths?)?\b(?!/)|\b\d{{1,3}}(?:\.\d+)?\s*(?:%|per\s?cent\b"
    rf"|percent\b)"
    rf"|\b(?:{_COUNT})(?:\s*\((?:{_COUNT})\))?[\s-]+(?:{_PARTS})\b(?!\s+(?:party|parties|sector|person|meeting"
    rf"|of\s+an?\s+(?:hour"
    rf"|day|year)|hour|of\s+(?:january"
    rf"|february|march|april|may|june|july|august|september|october|november|december)))"
    rf"|\b(?:{_COUNT})\s+(?:out\s+)?(?:of|in)\s+every\s+(?:two|three|four|five|[2-5])\b"
    r"|\b(?:one|two|three|four)\s+(?:out\s+of|in)\s+(?:three|four|five)\b(?!\s+(?:year|month|week|day|meeting|term))"
    r"|½|⅓|⅔|¼|¾|\bhalf\b(?!\s*(?:-?\s*(?:day|year|hour|an\s+hour|term|-?yearly))))"
)
"""A share: digits, per cent or words."""

MAJORITY = (
    r"(?:\b(?:simple|bare|straight|clear|overall|absolute|numerical)\s+majority\b|\bmajority\s+(?:vote"
    r"|decision|verdict|view)\b|\bmajority\b)"
)
"""A majority of no named size."""

_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PER_CENT_AS_SAID = {33: Fraction(1, 3), 66: Fraction(2, 3), 67: Fraction(2, 3)}


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction of a whole, 0 to 1; ``strict`` where more than that is meant ("more than half")."""

    value: Fraction
    strict: bool
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.value.numerator}/{self.value.denominator}"


_FIND = compiled(
    rf"(?P<more>\b(?:more\s+th[ae]n|over|in\s+excess\s+of|exceeding"
    rf"|greater\s+than)\s+)?(?:a\s+|the\s+)?(?P<share>{FRACTION})(?P<plus>\s*(?:plus\s+one|\+\s*1))?",
    re.IGNORECASE,
)


def parse(text: str) -> Fraction | None:
    """The value of one share, or None.

    "33%" and "66%" are read as the thirds they stand for in officers' texts.

    >>> str(parse("two-thirds")), str(parse("50 per cent")), str(parse("two out of every three"))
    ('2/3', '1/2', '2/3')
    """
    low = text.strip().lower()
    if low in _VULGAR:
        return _VULGAR[low]
    if match := re.match(r"(\d+)/(\d+)", low):
        return Fraction(int(match[1]), int(match[2]))
    if match := re.match(r"(\d+(?:\.\d+)?)\s*(?:%|per)", low):
        value = Fraction(match[1])
        return _PER_CENT_AS_SAID.get(int(value), value / 100) if value <= 100 else None
    if match := re.match(r"([a-z -]+?)\s+(?:per\s?cent|percent)", low):
        spelt = number(match[1])
        return (_PER_CENT_AS_SAID.get(spelt) or Fraction(spelt, 100)) if spelt and spelt <= 100 else None
    if match := re.match(r"(\w+)\s+(?:out\s+)?(?:of|in)\s+(?:every\s+)?(\w+)", low):
        top, bottom = number(match[1]), number(match[2])
        return Fraction(top, bottom) if top and bottom and top <= bottom else None
    words = re.findall(r"[a-z]+|\d", low)
    bottom = _DENOMINATORS.get(words[-1]) or _DENOMINATORS.get(words[-1].rstrip("s"))
    if not bottom:
        return None
    top = 1 if len(words) == 1 or words[0] in ("a", "an") else number(words[0])
    return Fraction(top, bottom) if top and top <= bottom else None


def shares(text: str) -> list[Share]:
    """All shares in ``text`` in reading order."""
    found = []
    for match in _FIND.finditer(text):
        value = parse(match["share"])
        if value is not None:
            found.append(Share(value, bool(match["more"] or match["plus"]), match.start(), match.end()))
    return found
