"""The values of an appointment, and who chooses where the chooser is the subject of the sentence."""

from __future__ import annotations

import re

from torparse.clauses._term_of_office.lengths import values as term_values
from torparse.lexicon.phrase import phrase
from torparse.rules.offices import Found, offices_in
from torparse.rules.words import head, subject

_CHOOSER = phrase(r"^\W*(?:at [^,]{3,60}, )?(?P<by>(?:the |our |each )?[\w' ]{2,40}?) (?:shall|will|must|may)\b(?! be)")
_AT_A_MEETING = phrase(
    r"^\W*(?:\d[\d.]* )?(?P<by>(?:the |our |each )?[\w&'’ -]{2,50}?),? (?:shall|will|must|may),? (?:at|in|on|by"
    r"|during|after"
    r"|within|before) [^.;]{3,90}\W*$"
)
"""The chooser, and the meeting or time at which it chooses ("The Panel shall at its first meeting in May elect …")."""
_CHOOSER_IN_LEAD = phrase(
    r"^\W*(?:at [^,]{3,60},? )?(?P<by>(?:the |our )?[\w' ]{2,40}?) (?:shall|will|must|should|may|is to|are to|has"
    r"|needs?)\b"
)
_ELECT = phrase(r"\b(?:chair|president|convener)\w*[ -]elect\b")
_THEN_CHAIR = phrase(r"\b(?:followed by|then|thereafter|before)\b[^.;]{0,50}\bas (?:the )?{CHAIR}")


def appointment(text: str, office: str, method: str, by: str, pool: str) -> Found:
    """The values for each office that ``office`` names."""
    term = (term_values(text, "term of office") or {}).get("term")
    roles = offices_in(office)
    if roles == ["chair", "vice_chair"] and re.search(r"different [\w ]+ from the chair", text, re.I):
        roles = ["vice_chair"]
    if roles == ["vice_chair"] and _ELECT.search(office) and _THEN_CHAIR.search(text):
        roles = ["chair"]
    values = ({"role": role, "method": method, "by": by, "from": pool, "term": term} for role in roles)
    return [({k: v for k, v in value.items() if v}, None) for value in values]


def agent_before(text: str, at: int, lead: str = "") -> str:
    """The subject of the verb at ``at``, or of a list's lead-in; "" where it is "we" or no chooser."""
    if re.search(r"\bwe\s*(?:all |will |shall |then )?$|\ba (?:[\w-]+ )?meeting to\s*$", text[:at], re.I):
        return ""
    if (told := _AT_A_MEETING.match(text[:at])) and not told["by"].lower().strip().startswith("at "):
        return head(told["by"])
    by = subject(text, at)
    at_it = phrase(rf"\bat (?:its|the|each|every|their|our) {re.escape(by)}\W*$").search(text[:at])
    if re.fullmatch(r"(?:and|or|it|they|who|responsibility.*)?", by) or at_it:
        own = _CHOOSER.search(text[:at]) or (_CHOOSER_IN_LEAD.search(lead) if lead else None)
        by = head(own["by"]) if own else ""
    return "" if re.search(r"\b(?:business|agenda|purpose|item|shall|will|is|are)\b", by) else by
