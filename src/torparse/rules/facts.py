"""When the present terms were agreed: a line of its own, a cover, or the last row of a version history."""

from __future__ import annotations

import re

from torparse.lexicon.dates import dates
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence

_AGREED = phrase(
    r"\b(?:agreed|adopted|approved|ratified|endorsed|accepted|signed off|amended at the meeting|(?:as "
    r"|last )?(?:amended|altered|revised) (?:on|at|by)|last (?:amended|revised|updated)"
    r"|last (?:\w+ )?changed?|takes? effect (?:up)?on|date (?:adopted|approved|agreed)"
    r"|came into (?:force|effect))\b(?! (?:priorit|target|minutes|outcome|plan|strateg|action))"
)
_NOT_TERMS = phrase(
    r"\b(?:strateg\w+|plan|minutes|new structure|action plan|budget|policy|priorities|designat\w+|grant"
    r"|motion|report|act \d{4})\b|\bterms of reference of its own|\bseparate document\b|\bfirst adopted\b"
    r"|\bwhich the board approved"
)
_FRONT_WORDS = 26
_LINES = 25


def agreed_on(context: Context) -> tuple[str, Sentence] | None:
    """ISO 8601 date on which the present terms were agreed, and where that is said; the last one where several do.

    Only short lines count, or one at the front or end of the document: running text tells history.
    """
    found: tuple[str, Sentence] | None = None
    total = len(context.sentences)
    for sentence in context.sentences:
        text = sentence.text
        match = _AGREED.search(text)
        if not match or _NOT_TERMS.search(text) or re.search(r"\b(?:shall|will|may|must|to be|should)\b", text):
            continue
        edge = sentence.index < _LINES or sentence.index > total - _LINES
        if len(text.split()) > (_FRONT_WORDS if edge else 14):
            continue
        said = max(m.start() for m in _AGREED.finditer(text))
        after = [d for d in dates(text) if d.start > said] or [d for d in dates(text) if d.start > match.start()]
        if after:
            found = (after[0].iso, sentence)
    return found
