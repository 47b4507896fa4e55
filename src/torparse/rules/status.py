"""Is the provision here, somewhere else, or still to be written (GUIDE.md, Status)."""

from __future__ import annotations

import re
from functools import lru_cache

from torparse.lexicon.patterns import compiled
from torparse.model import Status

PLACEHOLDER = compiled(
    r"\b(?:(?:still |yet |has yet |have yet |remains? )?to be (?:\w+ly )?(?:worked up|developed|agreed"
    r"|confirmed|drafted|written|"
    r"determined|decided|finali[sz]ed|produced|completed|added|inserted|prepared|provided|formulated"
    r"|established|resolved|drawn up|advised)"
    r"(?! (?:by (?:the board|each|all|both|members|a)|between|at (?:the|each|its)|in accordance|annually"
    r"|each|from time))"
    r"|tb[cad]\b|t\.b\.[cad]\.?|to follow\b(?!\s+(?:[\w'’\[]+\s+){0,4}?(?:code|rules?|procedures?|polic|guid|princip"
    r"|instruct))|coming soon|under (?:development|preparation"
    r"|review and will)|(?:is|are|still|currently|now|\() ?under discussion|in (?:preparation|development)|(?:is"
    r"|are|still|currently|remains?|only|\() ?in draft form"
    r"|(?:shall|will|is to) be drawn up|(?:is|are) being co-produced|will be added here|yet to be|awaiting"
    r"|await(?:s|ed)? (?:text|a steer|advice|guidance|confirmation)"
    r"|not yet (?:been )?(?:agreed|written|developed|decided|drafted)"
    r"|(?:is|are) (?:being|currently being) (?:developed|drafted|written|prepared|worked up|revised)"
    r"|working (?:party|group) is (?:writing|drafting|preparing)"
    r"|will be (?:developed|drafted|drawn up|worked up|written(?! up))(?! (?:by the board|and))"
    r"|to suggest (?:the )?wording|wording to come|going to be one|(?:is not|isn't) finished|not drafted"
    r"|writing (?:it|one)\b"
    r"|(?:intends?|plans?) to (?:adopt|draft|draw up|write)|asked to draft"
    r"|to come from\b|(?:legal|finance|hr|services|officers?|governance) to advise)"
    r"|\bto be settled(?=\W*$|[\])]| (?:later|once|when|after|at (?:launch|an? |our |the (?:first|inaugural|next)))\b)"
    r"|\(\s*0{2,}\s*\)|\(\s*(?:\?|\.{2,})\s*\)|[\[(]\s*\d{1,3}\s*\?[^\])]{0,20}[\])]"
    r"|\?{2,}|\[\s*(?:insert|x|xx|n|\.{2,}|…|tbc|name|number|date|to be|wording|add|standard|describe|give"
    r"|state|delete|ap to|mechanism)\b[^\]]*\]?"
    r"|\[\s*\]|\[\s*x+\s*\]|_{4,}|\.{6,}|<\s*(?:insert|name|number|date)[^>]*>|\[\d+\]\s*\[\d+\]|\bto go here\b",
    re.IGNORECASE,
)

_PLACE = (
    r"(?:annex(?:e|es|ure)?s?|append(?:ix|ices)|schedules?|protocols?|polic(?:y|ies)"
    r"|procedures?(?: rules)?|code(?:s)? of (?:conduct|practice|governance)|"
    r"codes?|constitution|handbook|standing orders|guidance|agreement|document|leaflet|scheme|memorandum"
    r"|framework|statement|rules|charter|by-?laws|"
    r"arrangements|regulations|terms of reference|website|strategy|flowchart|section \d+ of)"
)
DEFERRED = compiled(
    rf"\b(?:(?:as )?(?:set|laid|spelt|spelled) (?:out|down) (?:only )?(?:in|at|by)|contained (?:in|within)"
    rf"|(?:described|detailed|defined|specified|given|found|available|provided|included|listed|covered"
    rf"|dealt with|outlined|attached|published|recorded|held) (?:separately|in|at|as|under|on|within)"
    rf"|in accordance with|in line with|accord(?:ing|ance) (?:to|with)|governed by|regulated by"
    rf"|(?:dealt with|handled|investigated|considered|settled|managed|resolved|made|processed|treated"
    rf"|addressed) (?:under|through|by(?! (?:mutual |common |general )?agreement\b)|via|using|in)|(?:go|goes|be made"
    rf"|be) (?:through|via)|"
    rf"under|follows?|abide by|comply with|compl(?:y|ies|iance) with|adhere to|adopts?|subject to|bound by"
    rf"|sign(?:ed)? up to|conform(?:ing|s)? to|refer(?:red)? to|refer to|see|as per"
    rf"|use)\b[^.;]{{0,80}}?\b{_PLACE}\b"
    rf"|\bcovered by [^.;]{{0,60}}\bcodes? of (?:conduct|practice|behaviour)\b"
    rf"|\bonly as (?:the |its )[^.;]{{3,60}}? (?:permits|allows|provides|requires)\b|\b(?:is|are) (?:in|at"
    rf"|on) (?:the |an? |its |their )?(?:[\w']+ ){{0,3}}(?:annex\w*|appendix|schedule|handbook"
    rf"|partnership agreement)\b"
    rf"|(?<!\bto )(?<!\bmay )(?<!\bcan )\bsee (?:separate|the)\b|\b(?:published|set out|available) separately\b"
    rf"|\bin a separate\b"
    rf"|\brules of the (?:authority|organisation|body) from which\b",
    re.IGNORECASE,
)
ANNEX = compiled(r"\b(?:annex(?:e)?|appendix|schedule)\s+(?:\d+|[A-Z])\b", re.IGNORECASE)
"""An annex named by its number or letter."""
_SETTLED_EACH_TIME = compiled(
    r"\b(?:places?|venues?|locations?|times?|dates?|days?)(?:,?\s+(?:and|or)\s+(?:an?\s+|the\s+)?\w+)*\s+to\s+be\s+"
    r"(?:determined|decided|agreed|confirmed|fixed|set|advised|arranged)\s+(?:by|with|between|from|in\s+advance)\b",
    re.IGNORECASE,
)
_ASKED = compiled(
    r"\W*(?:(?:to|by|from|for|with) )?(?:how|whether|who|whom|what|when|which|where)\b[^.;:?]*"
    r"\b(?P<answer>(?:is|are|remains?|has|have|will be)\b[^.;:?]{0,40})\W*$",
    re.IGNORECASE,
)
_WISHED = compiled(
    r"\b(?:request|ask|appl|wish|want|lik|invit|entitl|eligibl|nominat|elect)\w*(?:\s+\w+)?\s+to\s+be\s+(?:added|confirmed|provided|inserted"
    r"|agreed|completed|resolved|decided)\b",
    re.IGNORECASE,
)
"""What somebody may ask for is no wording that is still to come."""
_OWNED_ELSEWHERE = compiled(
    r"\b(?:council|authority|organisation|accountable body|trust|nhs|corporate|employer|parent body"
    r"|their own|own organi[sz]ation|host|foundation|partner(?:'s|s'))\b",
    re.I,
)


@lru_cache(maxsize=8192)  # most types ask it of each sentence
def is_placeholder(text: str) -> bool:
    """Whether the words say that the wording is unwritten or are an unfilled prompt.

    A place or time that somebody settles for each meeting ("at a venue to be determined by the Chair") is written.
    """
    return bool(PLACEHOLDER.search(_WISHED.sub(" ", _SETTLED_EACH_TIME.sub(" ", text))))


def left_open(text: str) -> str:
    """What the words ask where they only promise the answer, else "".

    >>> left_open("Who may speak is still to be agreed.")
    'Who may speak'
    """
    asked = _ASKED.match(text)
    if asked is None or not is_placeholder(text[asked.start("answer") :]):
        return ""
    return text[: asked.start("answer")].strip()


def is_deferred(text: str) -> bool:
    """Whether the words send the reader to another place for the rule itself."""
    return bool(DEFERRED.search(text))


def owned_elsewhere(text: str) -> bool:
    """Whether the words name another body's own policy or procedure."""
    return bool(_OWNED_ELSEWHERE.search(text))


def reading(text: str) -> Status:
    """The status of words that themselves state nothing measurable: placeholder before deferred before stated."""
    if is_placeholder(text):
        return Status.PLACEHOLDER
    return Status.DEFERRED if is_deferred(text) else Status.STATED
