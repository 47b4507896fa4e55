"""What the classifier sees of a sentence: its words, pairs of words and parts of words, with what varies masked.

A number, a length of time, a share, a date, a body and an office are each one word, whatever they are ("<num>",
"<dur>" …), so that "five trustees" and "12 trustees" look alike. Heading and lead-in count apart from the sentence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from zlib import crc32

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import expand

SIZE = 1 << 16
"""How many columns features are hashed into."""

_GRAM = 4
_MASKS = (
    ("dur", expand(r"{DURATION}")),
    ("date", expand(r"{DATE}")),
    ("frac", expand(r"{FRACTION}")),
    ("vice", expand(r"{VICE}")),
    ("chair", r"\b(?:co-?\s?)?(?:chair(?:man|person|woman|men|persons|s)?|conven[eo]rs?|presidents?|cathaoirleach)\b"),
    ("num", expand(r"\b(?:{NUMBER})\b")),
    (
        "body",
        (
            r"\b(?:sub-?)?(?:board|executive|forum|partnership|committee|panel|group|assembly|council|trust|alliance"
            r"|network|consortium|commission|lsp|task ?force|working party|federation|tsc|pmc|association|society|club"
            r"|(?:steering|working) group|management committee|governing body|cabinet|secretariat)s?\b"
        ),
    ),
    (
        "post",
        (
            r"\b(?:secretar(?:y|ies)|treasurers?|clerks?|chief (?:executives?|officers?)|directors? of [a-z]+"
            r"|managers?|coordinators?|administrators?|(?:monitoring|lead|proper) officers?)\b"
        ),
    ),
    (
        "member",
        (
            r"\b(?:members?|trustees?|directors|governors?|councillors?|delegates?|representatives?|reps?|partners?"
            r"|participants?|maintainers?|commissioners?|kaitiaki)\b"
        ),
    ),
)
_COUNTED = compiled(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|half|halves|thirds?|quarters?|\w+ths?|days?|weeks?|fortnights?|months?|years?|hours?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
"""Without one of these there is no length of time, date, share or number to mask: the long patterns are left out."""
_NUMERIC = ("dur", "date", "frac", "num")


@cache
def _mask(counted: bool) -> re.Pattern[str]:
    wanted = [(name, pattern) for name, pattern in _MASKS if counted or name not in _NUMERIC]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in wanted), re.IGNORECASE)


_WORD = compiled(r"<\w+>|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[%£]")


def masked(text: str) -> str:
    """``text`` in lower case, with what varies from document to document replaced by its kind.

    >>> masked("Five members of the Board shall give 14 days' notice")
    '<num> <member> of the <body> shall give <dur> notice'
    """
    mask = _mask(_COUNTED.search(text) is not None)
    return mask.sub(lambda match: f"<{match.lastgroup}>", text).lower()


def columns(text: str, topic: str = "", lead_in: str = "") -> set[int]:
    """The hashed features of a sentence, of the heading over it and of the words it hangs on."""
    return {*_features(text, "s"), *_features(topic, "t"), *_features(lead_in, "l")}


@lru_cache(maxsize=4096)  # a heading stands over many sentences, and the confidence of a clause looks at them again
def _features(text: str, where: str) -> tuple[int, ...]:
    if not text:
        return ()
    words = _WORD.findall(masked(text))
    found: list[int] = []
    for word in words:
        found += _word(word, where)
    marked = ["^", *words, "$"] if where == "s" else words
    found += [_column(f"{where}:{one} {other}") for one, other in pairwise(marked)]
    found += [_column(f"{where}:{one} * {other}") for one, other in zip(words, words[2:], strict=False)]
    return tuple(set(found))


@lru_cache(maxsize=50_000)
def _word(word: str, where: str) -> tuple[int, ...]:
    """The columns of a word and of its parts."""
    found = [_column(f"{where}:{word}")]
    if not word.startswith("<") and len(word) > _GRAM - 2:
        padded = f"_{word}_"
        found += [_column(f"{where}#{padded[i : i + _GRAM]}") for i in range(len(padded) - _GRAM + 1)]
    return tuple(found)


@lru_cache(maxsize=200_000)
def _column(feature: str) -> int:
    return crc32(feature.encode()) % SIZE
