"""When the next review is."""

from __future__ import annotations

from torparse.lexicon.dates import dates
from torparse.lexicon.phrase import phrase

NEXT = phrase(
    r"\b(?:next (?:\w+ )?(?:review|look)(?: date| due)?"
    r"|review(?:ed)?(?: date)?(?: by [\w ]+?)?(?: is)? due|review date|due for review|date (?:of"
    r"|for) (?:next )?review|to be reviewed(?: by| in| on)?|(?:first|next) such review|(?:finished"
    r"|completed) by|review by"
    r"|be reviewed (?:by|in|on)|for review(?: (?:by|in|on))?"
    r"|review of (?:the |these |its |our |this )?(?:{TERMS}|tors?(?:['’]s)?|membership) (?:will|shall|is to|must"
    r"|to) (?:be "
    r")?(?:undertaken|carried out"
    r"|conducted|held|take place|completed|done|made)(?: (?:by|in|on|during))?)\b"
)


NEXT_TIME = phrase(
    r"\bnext (?:one|overhaul|revision|update|due|time|occasion)\b|\b(?:do|does|does it|do it|be done|happens?|falls?"
    r"|comes round|reviewed|looked at) (?:so )?(?:next|again)\b"
    r"|\breview following (?:the )?[^.,;]{3,50}? (?:takes place"
    r"|is|will be|falls)\b"
)
"""The next time, in words that are of a review only beside one."""
_THEN_NEXT = phrase(r"^,? (?:is|will be) (?:when|the (?:date|month|time)) [^.;]{0,30}?\bnext\b")
"""A date that stands before what it is of."""
_SEASON = phrase(
    r"^\W*(?:is |due |again |to be |scheduled |planned )*(?:in|for|by|during)? ?(?:the )?(?:(?:early|late|mid)[ -])?"
    r"(?:spring|summer|autumn|winter|beginning|end|course|start|middle)(?: of| term)? (?P<year>20\d\d)\b"
)
"""A review due in a part of a year: the year is all that is told."""


def upcoming(text: str) -> str | None:
    """When the next review is, as an ISO 8601 date, or the year alone; None where the sentence does not say."""
    told = NEXT.search(text) or NEXT_TIME.search(text)
    found = [
        date.iso for date in dates(text) if (told and date.start > told.start()) or _THEN_NEXT.match(text[date.end :])
    ]
    if found:
        return found[-1]
    season = _SEASON.match(text[told.end() :]) if told else None
    return season["year"] if season else None
