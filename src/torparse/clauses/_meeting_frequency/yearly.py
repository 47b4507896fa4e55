"""Yearly general meetings: what is told beside them, and the longest time between two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.lexicon.frequencies import Frequency, frequencies
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase
from torparse.rules.base import Hit
from torparse.rules.context import Sentence

BETWEEN_YEARLY = phrase(
    r"\b(?:(?:not|no) (?:more|later) than|at most|within) {NUMBER} (?:calendar )?months (?:shall |may |must |should "
    r"|will "
    r"|can |are to |to |is to )?(?:elapse|pass|go by|apart"
    r"|between|after|from|separate)|\bintervals? of (?:not|no) more than {NUMBER} (?:calendar )?months"
    r"|\bwithin {NUMBER} (?:calendar )?months (?:of|after|from) the (?:last|previous|preceding)"
)
"""The longest time between two yearly meetings: a limit beside "each year", not a rate of its own."""
_BESIDE_AGM = phrase(
    r"(?P<least>(?:at least|(?:a )?minimum of|not (?:fewer|less) than) )?(?:one|an) (?:annual general meeting|AGM)"
    r"(?: \(AGM\))? (?:and|plus|together with|as well as) (?P<bound>at least |not (?:fewer|less) than "
    r"|(?:a )?minimum of "
    r"|up to |about )?(?P<n>{NUMBER}) (?:other|ordinary|further|general|regular|business|open|quarterly"
    r"|committee|members['’])* ?meetings\b(?=[^.;]{0,60}\b(?:in )?(?:each|every|per|a|the) (?:\w+ )?year\b"
    r"|[^.;]{0,40}\bannually\b)"
    r"|\b(?:each|every) (?:calendar )?year\b[^.;]{0,60}\b(?P<least2>(?:at least|(?:a )?minimum of) )?(?:one|an) "
    r"(?:annual general meeting|AGM) (?:and|plus) (?P<n2>{NUMBER}) (?:other |ordinary |further |general "
    r"|regular )*meetings\b"
)
"""The yearly general meeting and, in the same breath, the number of the ordinary ones."""


def beside_agm(sentence: Sentence) -> Iterator[Hit]:
    """Two rules of one sentence: the annual general meeting and the meetings beside it."""
    match = _BESIDE_AGM.search(sentence.text)
    count = number(match["n"] or match["n2"]) if match else None
    if not match or not count:
        return
    least = bool(match["least"] or match["least2"])
    told = frequencies(f"{match['bound'] or ''}{count} meetings a year")[0].bound
    agm = {"per_year": 1, "bound": "at_least" if least else "exact"}
    others = {"per_year": count, "bound": "at_least" if least and told == "exact" else told}
    yield Hit(agm, (sentence,), "meeting_frequency.annual", body="Annual General Meeting", key="agm")
    of_committee = re.search(r"\bcommittee\b", match[0], re.IGNORECASE)
    body = "Committee" if of_committee else None
    yield Hit(others, (sentence,), "meeting_frequency.value", body=body, no_body=body is None, key="ordinary")


def besides_limits(text: str) -> list[Frequency]:
    """The frequencies without the longest time between two yearly meetings, where the year itself is told."""
    told, limits = frequencies(text), [m.span() for m in BETWEEN_YEARLY.finditer(text)]
    rest = [one for one in told if not any(one.start < end and start < one.end for start, end in limits)]
    return rest if any(one.per_year == 1 for one in rest) else told
