"""Who decides where a body reaches no agreement, told with the decider as the one who acts."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.words import head

_STUCK = (
    r"(?:(?:cannot|can't|can not|could not|do not|don't|does not|doesn't|fails? to|failed to|unable to|not able to) "
    r"(?:all )?(?:agree\b|(?:reach|find|come to|achieve) (?:an? |any )?(?:consensus|agreement|decision|common))"
    r"|(?:no|without) (?:consensus|agreement) (?:is|can be|has been|emerges?|exists?)|(?:consensus"
    r"|agreement) (?:is not|"
    r"cannot be|can't be|has not been|proves?|fails?|isn't)|disagree\w*|objects?\b|(?:stale)?mate\b|stalemates?"
    r"|deadlock\w*"
    r"|impasses?|not (?:been )?(?:resolved|settled|agreed)|unresolved)"
)
_RULES = (
    r"(?:decides?|determines?|settles?|rules|resolves?|arbitrates?|(?:has|have) the (?:final|last|deciding) (?:say|word"
    r"|decision)|makes? (?:the|a) (?:final |binding )?decision|takes? (?:the|a) (?:final )?decision"
    r"|breaks? the (?:deadlock"
    r"|stalemate|impasse))"
)
_MAY = r"(?:(?:shall|will|may|can|must|is to|are to) )?(?:then |finally )?"
_DECIDERS = (
    phrase(
        rf"\b(?:if|where|when(?:ever)?|should|in the event)\b[^.;]{{0,90}}?\b{_STUCK}\b[^.;,]{{0,50}}, (?:then )?"
        rf"(?P<by>(?:the|its|our|an?) (?:[\w'’-]+ ){{0,5}}?[\w'’-]+?) {_MAY}{_RULES}\b"
    ),
    phrase(
        rf"\b{_STUCK}\b[^.;]{{0,60}}? (?:the )?(?:matter|issue|question|decision|point|proposal|disagreement|it)s? "
        r"(?:(?:shall|will|may|must) be|is|are) (?:then |finally )?(?:decided|determined|settled|resolved|made"
        r"|taken) by "
        r"(?P<by>(?:the |its |our )(?:[\w'’-]+ ){0,4}?[\w'’-]+)(?=[.,;]|$| (?:who|whose|after|at|in)\b)"
    ),
    phrase(
        r"(?:^|[.;] ?)\W*(?P<by>(?:the |our |its )(?:[\w'’-]+ ){0,4}?[\w'’-]+?) (?:may|shall|will|can|is|are)(?: also)?"
        r"(?: to)? (?:be )?(?:(?:called (?:up)?on|asked|invited|empowered|required) to )?(?:break|resolve|settle"
        r"|decide) "
        r"(?:an?y? |the |such |all )*(?:stalemates?|deadlocks?|impasses?|disagreements?)\b"
    ),
    phrase(
        r"\b(?:stalemates?|deadlocks?|impasses?)\b[^.;]{0,40}? (?:(?:shall|will|may|must) be|is|are) (?:resolved"
        r"|settled"
        r"|decided|broken|determined) by (?P<by>(?:the |its |our )(?:[\w'’-]+ ){0,4}?[\w'’-]+)(?=[.,;]|$| (?:who"
        r"|whose)\b)"
    ),
)
_THEMSELVES = phrase(
    r"\b(?:votes?|voting|majority|ballot|poll|members|meeting|show of hands|motion|proposal|decision|lot|proposer"
    r"|parties"
    r"|group|matter|issue|question|(?:co-?)?chair(?:man|person|woman)?|convener)$|^(?:the )?(?:two|both|other|same"
    r"|person|one)\b"
)
"""The body's own people or ways, which are no other place to go."""


def decided_by(text: str) -> str:
    """Who decides what the body could not agree on, lower-cased in the document's words; "" where it is not said."""
    for pattern in _DECIDERS:
        if match := pattern.search(text):
            found = head(match["by"], limit=6)
            return "" if _THEMSELVES.search(found) else found
    return ""
