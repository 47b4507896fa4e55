"""Placing quotes from one rendering of a document in another (GUIDE.md, Scoring).

Annotations count in a reference text; the text that a reader of PDF or Word files gives has other spaces, line ends,
hyphens and numbers. A quote is then placed by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""


class Aligner:
    """Places quotes from another rendering of a document in its reference text, by their words.

    Each three words in a row of the quote are looked up in the text. Where the quote is, they lie at about the same
    distance from the quote's beginning, so the stretch of text with the most of them is taken. Distances are taken
    eight words wide, two stretches together, which bridges words that one rendering lacks.
    """

    WIDTH = 8

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> list[re.Match[str]]:
        """The words of the text, in order."""
        return list(re.finditer(r"\w+", self.text))

    @cached_property
    def places(self) -> Mapping[tuple[str, ...], list[int]]:
        """Where each three words in a row begin, as indices of words."""
        places: dict[tuple[str, ...], list[int]] = {}
        for place, three in enumerate(_threes([word.group().lower() for word in self.words])):
            places.setdefault(three, []).append(place)
        return places

    def place(self, quote: str) -> tuple[Span, ...]:
        """The runs of the text that carry the quote, three words each; nothing where it is not found."""
        words = re.findall(r"\w+", quote.lower())
        if len(words) < 3:
            found = re.search(r"\W+".join(map(re.escape, words)), self.text, re.IGNORECASE) if words else None
            return (found.span(),) if found else ()
        stretches: dict[int, list[int]] = {}
        for offset, three in enumerate(_threes(words)):
            for place in self.places.get(three, ()):
                stretches.setdefault((place - offset) // self.WIDTH, []).append(place)
        if not stretches:
            return ()
        best = max(stretches, key=lambda one: len(stretches[one]) + len(stretches.get(one + 1, ())))
        hits = sorted({*stretches[best], *stretches.get(best + 1, ())})
        return tuple((self.words[hit].start(), self.words[hit + 2].end()) for hit in hits)


def _threes(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)
