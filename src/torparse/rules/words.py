"""Head phrases in the document's own words, for the free-text fields (``by``, ``from``, ``of`` …)."""

from __future__ import annotations

import re

from torparse.lexicon.fractions import FRACTION
from torparse.lexicon.numbers import NUMBER
from torparse.lexicon.patterns import compiled

_STOP = (
    r"\b(?:who|whom|which|whose|that|and shall|and will|shall|will|must|may|should|is|are|was|were|being"
    r"|to be|for|at|on|in|"
    r"under|subject|provided|unless|if|when|where|with|before|after|upon|annually|each|every|whichever|present|"
    r"attending|but|so|until|during|within|having|has|have|as|by|can|then|not|once|following)\b"
)
_LEAD = compiled(
    r"^(?:by|of|the|a|an|its|their|our|any|all|each|every|from|among(?:st)?|within|out of|and|those"
    r"|of the)\s+",
    re.I,
)

_SHARE = compiled(
    rf"^(?:at least |not (?:less|fewer) than |a majority of "
    rf"|(?:{FRACTION})(?:\s+majority)?\s+(?:of\s+)?)+(?=\w)",
    re.IGNORECASE,
)


def head(text: str, *, limit: int = 9, stop: str = _STOP, share: bool = False) -> str:
    """The first noun phrase of ``text``, lower-cased, articles and what follows a verb or a relative left out.

    A share before it ("two thirds of the members") is left out too, unless ``share``.

    >>> head("the LSP Board, or as need arises")
    'lsp board'
    """
    cut = re.split(rf"[,;:.()\[\]!?]|{stop}|\s-\s", text.strip(), maxsplit=1, flags=re.IGNORECASE)[0]
    cut = cut.strip() if share else _SHARE.sub("", cut.strip())
    cut = " ".join(cut.split()[:limit]).lower().strip(" '\"")
    while (shorter := _LEAD.sub("", cut)) != cut:
        cut = shorter
    return re.sub(r"(?:'s|\s+(?:and|or|of|the|to))$", "", cut).strip()


_GLOSS = compiled(rf"(?<=\w)\s*\(\s*{NUMBER}\s*\)", re.IGNORECASE)


def without_gloss(text: str) -> str:
    """``text`` without a number said twice ("two (2) thirds").

    >>> without_gloss("at least 2 (two) thirds of the members")
    'at least 2 thirds of the members'
    """
    return _GLOSS.sub("", text)


def subject(text: str, verb_start: int) -> str:
    """The noun phrase before the verb that begins at ``verb_start``, lower-cased.

    >>> subject("At its first meeting the Board shall by ballot elect a Chair", 44)
    'board'
    """
    before = text[:verb_start].strip()
    while (shorter := _TAIL.sub("", before)) != before:
        before = shorter
    before = re.split(r"[.;:()\[\]]|,(?=\s)", before)[-1].lower().strip()
    before = re.split(r"\b(?:that|which|when|if|where|then|but|unless|while)\b", before)[-1].strip()
    phrases = re.split(r"\b(?:the|each|every|an?|its|their|our|any|this|these)\s+", before)
    last = phrases[-1].strip() if phrases[-1].strip() else before
    if len(phrases) > 2 and re.search(r"\b(?:of|and|or|with|from)\s*$", phrases[-2]) and len(last.split()) <= 3:
        last = f"{phrases[-2].strip()} {last}"
    words = last.split()
    return " ".join(words[-8:]).strip(" '\"-")


_TAIL = compiled(
    r"\s*[,-]?\s*\b(?:shall|will|may|must|should|to|also|annually|(?:by|through) (?:secret )?ballot|can|is"
    r"|are|normally|each year|every year|then|having|with|has|have|formally|usually|jointly|periodically|regularly"
    r"|responsible for|from time to time|in turn|be entitled|entitled|on appointment|duly|further)\s*,?$",
    re.IGNORECASE,
)
