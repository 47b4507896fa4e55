"""Two wordings held against each other, word by word: how alike they are, and which words went and came.

What a conversion changes is no difference of wording: line ends, spaces, capitals, quotation marks, dashes, bullets and
hyphens at the end of a line. Letters, digits and the signs % and £ are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_SIGNS = frozenset("%£€$½¼¾⅓⅔")
_LABEL = re.compile(
    r"\s*(?:[•·▪●○◦*–—-]\s+)?[*_]{0,3}(?:\[\d{1,3}\]|\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})\\?[.)](?=\s|[A-Z“\"])"
    r"|\d{1,3}(?:\.\d{1,3})+\.?(?=\s))\s*"
)
_BARE_NUMBER = re.compile(r"\s*\d{1,3}\s+(?=\S)")
_APART = 0.35  # below this likeness two wordings are shown one after the other
_SHINGLE = 3  # words in a row by which documents are held against each other


class Mark(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words with what became of it. ``text`` has single spaces and none at its ends."""

    mark: Mark
    text: str


def key(text: str) -> str:
    """What of ``text`` counts as wording: its letters, digits and signs of quantity, small, without spaces.

    >>> key("“Two-thirds of the Board”") == key("- two- thirds of the board")
    True
    """
    return "".join(c for c in text.casefold() if c.isalnum() or c in _SIGNS)


def unlabelled(text: str, *, heading: bool = False) -> str:
    """``text`` without the number or letter that it begins with, which changes wherever something is put in before.

    A bare number is one before a ``heading`` only: "3 councillors" is no label.

    >>> unlabelled("4.5 A quorum is three."), unlabelled("(b) the Board"), unlabelled("3 MEETINGS", heading=True)
    ('A quorum is three.', 'the Board', 'MEETINGS')
    """
    rest = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    return _BARE_NUMBER.sub("", rest, count=1) if heading and _BARE_NUMBER.match(rest) else rest


def words(text: str) -> list[str]:
    """The words of ``text`` as they stand, each with the punctuation that is written to it or follows it."""
    found: list[str] = []
    for word in text.split():
        if found and not key(word):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def likeness(one: str, other: str) -> float:
    """How alike two wordings are: 0 nothing in common, 1 the same words in the same order."""
    if key(one) == key(other):
        return 1.0
    return _matcher(words(one), words(other)).ratio()


def overlap(one: str, other: str) -> float:
    """How much of two long texts is the same, whatever the order: 0 nothing, 1 all (Dice on runs of three words)."""
    a, b = _shingles(one), _shingles(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def marked(old: str, new: str) -> tuple[Run, ...]:
    """The two wordings as one, with the words that went and came marked. Words that stayed are the new wording's.

    Wordings that have little in common stand one after the other: marks in every second place help nobody.
    """
    before, after = words(old), words(new)
    if key(old) == key(new):
        return _runs([(Mark.SAME, after)])
    matcher = _matcher(before, after)
    if matcher.ratio() < _APART:
        return _runs([(Mark.DELETED, before), (Mark.INSERTED, after)])
    return _runs(_steps(matcher, before, after))


def _steps(
    matcher: SequenceMatcher[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Mark, Sequence[str]]]:
    gone: list[str] = []
    come: list[str] = []
    codes = matcher.get_opcodes()
    for number, (step, a, b, c, d) in enumerate(codes):
        island = step == "equal" and 0 < number < len(codes) - 1 and d - c == 1 and bool(gone) and bool(come)
        if step != "equal" or (island and len(key(after[c])) <= _SHINGLE):
            # a short word alone between two changes ("of") is easier to read as part of them
            gone += before[a:b]
            come += after[c:d]
            continue
        yield from ((Mark.DELETED, gone), (Mark.INSERTED, come), (Mark.SAME, after[c:d]))
        gone, come = [], []
    yield from ((Mark.DELETED, gone), (Mark.INSERTED, come))


def _runs(steps: Sequence[tuple[Mark, Sequence[str]]] | Iterator[tuple[Mark, Sequence[str]]]) -> tuple[Run, ...]:
    return tuple(Run(mark, " ".join(some)) for mark, some in steps if some)


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [*map(key, before)], [*map(key, after)], autojunk=False)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    found = [word for word in map(key, re.findall(r"\S+", text)) if word]
    return Counter(zip(*(found[n:] for n in range(_SHINGLE)), strict=False))
