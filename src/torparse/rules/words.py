"""Head phrases in the document's own words, for the free-text fields (``by``, ``from``, ``of`` …)."""

from __future__ import annotations

import re

_STOP = (
    r"\b(?:who|whom|which|whose|that|and shall|and will|shall|will|must|may|should|is|are|was|were|being|to be|for|at|on|in|"
    r"under|subject|provided|unless|if|when|where|with|before|after|upon|annually|each|every|whichever|present|"
    r"attending|but|so|until|during|within|having|has|have|as|by|can|then|not|once|following)\b"
)
_LEAD = re.compile(r"^(?:by|of|the|a|an|its|their|our|any|all|each|every|from|among(?:st)?|within|out of|and|those|of the)\s+", re.I)


def head(text: str, *, limit: int = 9, stop: str = _STOP) -> str:
    """The first noun phrase of ``text``, lower-cased, articles and what follows a verb or a relative left out.

    >>> head("the LSP Board, or as need arises")
    'lsp board'
    """
    cut = re.split(rf"[,;:.()\[\]!?]|{stop}|\s-\s", text.strip(), maxsplit=1, flags=re.IGNORECASE)[0]
    cut = " ".join(cut.split()[:limit]).lower().strip(" '\"")
    while (shorter := _LEAD.sub("", cut)) != cut:
        cut = shorter
    return re.sub(r"(?:'s|\s+(?:and|or|of|the|to))$", "", cut).strip()


def subject(text: str, verb_start: int) -> str:
    """The noun phrase before the verb that begins at ``verb_start``, lower-cased."""
    before = re.split(r"[.;:()\[\]]|,\s|\b(?:that|and|which|when|if|where|then|but|meeting|year|time)\b\s+(?=the|a|its|each)", text[:verb_start])[-1]
    words = before.lower().split()[-9:]
    cut = " ".join(words)
    while (shorter := _LEAD.sub("", cut)) != cut:
        cut = shorter
    return re.sub(r"\s*\b(?:shall|will|may|must|should|to|also|annually|by ballot|can|is|are|normally|each year)$", "", cut).strip()
