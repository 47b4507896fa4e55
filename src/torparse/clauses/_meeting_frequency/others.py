"""What is told as often as meetings are, and is none of the body's own meetings."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase

_DONE = (
    r"(?!(?:held|called|convened|arranged|scheduled|organi[sz]ed|supplemented|preceded|followed|added)\b)"
    r"(?:\w+ed|made|chosen|set|given|put|laid|drawn)"
)
"""What is done at a meeting, which is not its being held."""
IN_PASSING = phrase(
    r"^\W*at (?:its|their|the|each|every) (?:\w+ ){0,3}?(?:meeting|assembly)\b(?! (?:is|are|shall|will"
    r"|must))"
    r"|\bat (?:its|their|the|our) (?:[\w-]+ ){0,3}?meeting(?: of [\w ]{3,30})?,? (?:and|then)(?: is)? "
    r"(?:thereafter|then"
    r"|subsequently|afterwards|again)\b"
    rf"|\b(?:shall|will|must|is|are|may|should|to) (?:\w+ )?be (?:\w+ly )?{_DONE}\b[^.;,]{{0,40}}? (?:at|by|to"
    rf"|before) "
    r"(?:the|its|their|our|each|every) (?:[\w-]+ ){0,2}?(?:annual|yearly|quarterly|monthly|termly)(?: general)? "
    r"meeting\b"
)
TIME_GIVEN = phrase(
    r"^\W*(?:about |around |up to |approximately |an? (?:average|estimated) (?:of )?)?(?:{NUMBER}"
    r"|half a)(?:\.\d)?(?: (?:to|-) {NUMBER})? (?:working )?"
    r"(?:days?|hours?) (?:a|per|each|every|in each) |\b(?:time )?commitment (?:is|of|will be)\b[^.;]{0,30}\b(?:days?"
    r"|hours?)\b"
)
"""The time that members give."""
NOT_OUR_OWN = phrase(
    r"\bmeets? (?:privately |separately |formally |alone |in private )?(?:with )?(?:the |its |their |any "
    r")?(?:[\w-]+ )?"
    r"(?:auditors?|regulators?|inspectors?|ministers?|commissioners?|management|chief (?:executive|officers?)"
    r"|director of [\w ]{3,30}|head of [\w ]{3,30}|actuar(?:y|ies))\b"
)
"""A meeting with somebody from outside is none of the body's own."""
NOT_A_RATE = phrase(
    r"^\W*(?:the |its |their )?(?:first|last|final|next|opening|closing) (?:\w+ )?meeting (?:of|in|for) (?:each|every"
    r"|the|a) (?:\w+ ){0,2}?(?:year|season|session|term)\b"
)
"""When in the year one of the meetings falls."""
EVENTS = phrase(
    r"^(?!.*\b(?:meet(?:s|ings?)?|assembl\w+|plenar\w+|sessions?)\b).*\b(?:(?:social|open|public|outreach"
    r"|fund-?raising"
    r"|community|training|networking|cultural|educational) events|events (?:on|about|targeting|for|to|that|with|aimed"
    r"|celebrating|promoting|around))\b"
)
"""What a body puts on for others is no meeting of its own."""


def named_in(text: str) -> bool:
    """Whether what is told as often is an event, a time that members give, or somebody else's meeting.

    >>> named_in("Members give two days a month."), named_in("2 days a month"), named_in("The Board meets yearly.")
    (False, True, False)
    """
    return any(words.search(text) for words in (EVENTS, IN_PASSING, TIME_GIVEN, NOT_OUR_OWN, NOT_A_RATE))
