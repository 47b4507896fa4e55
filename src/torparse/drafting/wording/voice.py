"""The voice in which terms are written: formal or plain, with numbers, lengths, shares and names in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from torparse.drafting.facts import Facts
from torparse.plain_words import duration, joined

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the words of a place that somebody must still fill in; private characters, which no answer holds."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
          10: "tenth"}  # fmt: skip
_HAS_ARTICLE = re.compile(r"(?:the|an?|each|every|any|all|its|their|our|one|two|at least)\b", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:officers?|managers?|secretar(?:y|ies)|clerk|directors?|co-?ordinators?|chair|leader|mayor|commissioner"
    r"|executive|head|team|committee|cabinet|board|forum|panel|unit|office|treasurer|partners?|members)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice of the terms of one body."""

    facts: Facts

    def do(self, formal: str, plain: str) -> str:
        """The verb of a duty: "shall meet", or "meets"."""
        return plain if self.facts.is_plain else f"shall {formal}"

    def either(self, formal: str, plain: str) -> str:
        """One wording or the other."""
        return plain if self.facts.is_plain else formal

    def must(self, verb: str) -> str:
        """The verb of a person's duty: "shall tell", or "must tell"."""
        return f"{'must' if self.facts.is_plain else 'shall'} {verb}"

    @property
    def may_not(self) -> str:
        """The verb of what is not permitted."""
        return "cannot" if self.facts.is_plain else "may not"

    @property
    def may(self) -> str:
        """The verb of a permission."""
        return "can" if self.facts.is_plain else "may"

    def told(self, period: str | None, of: str, day_kind: str | None = None) -> str:
        """That notice is given to all members; nothing where no period is."""
        if period is None:
            return ""
        return f"{capital(notice(period, day_kind))} of {of} {self.do('be given', 'is given')} to all members."

    @property
    def body(self) -> str:
        """The body inside a sentence: "the Board"."""
        return f"the {self.facts.short}"

    @property
    def Body(self) -> str:  # noqa: N802 (the capital letter is the point)
        """The body at the beginning of a sentence: "The Board"."""
        return f"The {self.facts.short}"

    @property
    def host(self) -> str:
        """The organisation that gives the support."""
        return the(self.facts.host) if self.facts.host else blank("name of the organisation that gives the support")

    @property
    def secretary(self) -> str:
        """The post that people write to."""
        return the(self.facts.secretary or "secretary")


def blank(what: str) -> str:
    """A place that somebody must still fill in."""
    return f"{OPEN}{what}{CLOSE}"


def capital(text: str) -> str:
    """``text`` with a capital letter at the beginning."""
    return text[:1].upper() + text[1:]


def count(number: float) -> str:
    """A number in words up to ten, else in digits: "four", "12"."""
    whole = int(number)
    return _NUMBERS[whole] if whole == number and 0 <= whole <= 10 else f"{number:g}"


def times(per_year: float) -> str:
    """How often in a year: "once a year", "four times a year", "once every two years"."""
    if per_year < 1:
        return f"once every {count(round(1 / per_year))} years"
    return "once a year" if per_year == 1 else "twice a year" if per_year == 2 else f"{count(per_year)} times a year"


def length(iso: str, day_kind: str | None = None) -> str:
    """A length of time, small numbers in words: "seven clear days", "two years"."""
    words = duration(iso, day_kind)
    number, _, unit = words.partition(" ")
    return f"{count(int(number))} {unit}" if number.isdigit() else words


def notice(iso: str, day_kind: str | None = None) -> str:
    """A period of notice: "at least 21 days' notice"."""
    words = length(iso, day_kind)
    return f"at least {words}{'’' if words.endswith('s') else '’s'} notice"


def share(fraction: str) -> str:
    """A share: "half", "two thirds", "40%"."""
    part = Fraction(fraction)
    if part == Fraction(1, 2):
        return "half"
    name = _PARTS.get(part.denominator)
    if name:
        return f"{count(part.numerator)} {name}{'s' if part.numerator > 1 else ''}"
    percent = part * 100
    return f"{percent.numerator}%" if percent.denominator == 1 else fraction


def the(words: str) -> str:
    """A post, a body or people with their article: "the chair", "the members"; an organisation's name has none.

    >>> the("chair"), the("Partnership Officer"), the("Northshire Police"), the("an independent mediator")
    ('the chair', 'the Partnership Officer', 'Northshire Police', 'an independent mediator')
    """
    if not words or _HAS_ARTICLE.match(words) or words.startswith(OPEN):
        return words
    own_name = words[0].isupper() and not _POST.search(re.split(r" (?:of|for|at|in) ", words)[0])
    return words if own_name else f"the {words}"


def all_of(items: Iterable[str]) -> str:
    """A list in words with its articles: "the chair and the leader of the council"."""
    return joined(map(the, items))


def sentences(*parts: str) -> str:
    """The sentences that are not empty, one after the other."""
    return " ".join(part for part in parts if part)
