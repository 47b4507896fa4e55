"""Finding a quote again in a text that may have changed since.

A quote is found only by its very words (white space may differ): a clause whose number was changed from "three" to
"five" is another clause, and the correction of the old one must not slide onto it unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from torparse.corrections.events import Quote
from torparse.model import Evidence

_LIKE = 60.0  # of 100: below this a passage is no later wording of the quote


def placed(quote: Quote, text: str) -> tuple[int, int] | None:
    """Where the quote's words stand in ``text`` now (code points, end exclusive), or None where they are gone.

    Of several places the one with the likest words around it counts, then the one nearest to where it stood.
    """
    if not quote.exact.strip():
        return None
    pattern = r"\s+".join(re.escape(word) for word in quote.exact.split())
    places = [match.span() for match in re.finditer(pattern, text)]
    if len(places) <= 1:
        return places[0] if places else None
    return max(places, key=lambda place: (_likeness(quote, text, place), -abs(place[0] - quote.start), -place[0]))


def all_placed(quotes: Iterable[Quote], text: str) -> tuple[tuple[int, int], ...] | None:
    """The places of every quote in the order of the text, or None where one of them is gone."""
    places = [placed(quote, text) for quote in quotes]
    known = [place for place in places if place is not None]
    return tuple(sorted(set(known))) if known and len(known) == len(places) else None


def likest(quote: Quote, passages: Iterable[Evidence]) -> Evidence | None:
    """The passage that may be the quote's later wording, or None where none is like it."""
    scored = [(fuzz.ratio(quote.exact, passage.quote), passage) for passage in passages]
    best = max(scored, key=lambda one: (one[0], -one[1].start), default=None)
    return best[1] if best is not None and best[0] >= _LIKE else None


def _likeness(quote: Quote, text: str, place: tuple[int, int]) -> float:
    before, behind = (
        text[max(place[0] - len(quote.prefix), 0) : place[0]],
        text[place[1] : place[1] + len(quote.suffix)],
    )
    return round(fuzz.ratio(quote.prefix, before) + fuzz.ratio(quote.suffix, behind))
