"""A chair that comes with another post, told by whoever holds that post or by what the chair goes with."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import OFFICE, POST, Found, role_of
from torparse.rules.words import head

_TIME = r"(?:,? for the time being,?|,? at (?:the|any) time,?|,? currently|,? of the day)?"
_VIRTUE = (
    r"(?:(?:by|in) (?:virtue|right|reason|consequence) of (?:holding )?(?:that|this|their|his or her|his|her|the|its"
    r"|such)"
    r" (?:office|post|position|role|job|capacity)|ex[ -]officio|as of right|as a matter of course|automatically"
    r"|by default|by right(?: of (?:office|that office))?|in that capacity)"
)
_TAKES = (
    r"(?:(?:shall|will|is to|does|also|then|thereby|always) )*(?:be|is|become|becomes|takes?|occup(?:y|ies)|holds?"
    r"|fills?"
    r"|serves? as|acts? as|has|have|gets)"
)
_WHOEVER = phrase(
    r"\b(?:whoever|whichever \w+|the (?:person|one|officer|individual|councillor) who|anyone who) (?:(?:is|happens to"
    r" be"
    r"|serves as|acts as|works as|becomes)|(?:holds|occupies|has|fills) (?:the (?:post|office|position|role|job) of))"
    rf"(?: currently| at the time| then| for the time being)? (?:the |our )?(?P<post>[^,.;:]{{3,70}}?){_TIME} "
    rf"(?P<chairs>(?:shall|will|is to) (?:\w+ )?(?:chair|preside)\b|(?:(?:also|automatically|always|then) )*(?:chairs"
    rf"|presides)\b"
    rf"|(?:{_VIRTUE},? )?{_TAKES} (?:{_VIRTUE} )?(?:the |our |its )?(?P<office>{OFFICE}))"
)
_HOLDING = phrase(
    r"\b(?:person|individual|officer|one|councillor)(?: for the time being| currently| at any time)? (?:(?:who is )?"
    r"(?:holding|occupying|filling)|who holds|in) (?:the )?(?:post|office|position|role) of (?:the )?"
    rf"(?P<post>[^,.;:]{{3,70}}?){_TIME},? {_TAKES.replace('(?:be|', '(?:')}?,? ?(?:{_VIRTUE},? )?"
    rf"(?:be|is|becomes?|serves? as|acts? as|takes?|holds?) (?:the |our |its )?(?P<office>{OFFICE})"
)
_BY_RIGHT = phrase(
    rf"^\W*(?P<post>[^.;:,]{{3,90}}?){_TIME} (?:(?:shall|will|is to|does|may|is|has) ?)?,? ?{_VIRTUE},? {_TAKES}?(?:"
    rf" (?:the |our |its )?(?P<office>{OFFICE})| ?(?P<chairs>chairs?|presides?)\b(?! (?:of|and)\b))"
)
_GOES_WITH = phrase(
    rf"\b(?:the |our )?(?P<office>{OFFICE}|chair(?:man)?ship)(?:['’]s (?:post|seat|job|place))? (?:(?:shall|will) )?"
    r"(?:automatically |always )?(?:comes?|goes?|go|is (?:tied|attached|linked|annexed)|attaches|belongs|falls"
    r"|passes) (?:automatically |by right )?(?:with|to) (?:the )?(?:post|office|job|role|position|holder) of (?:the )?"
    r"(?P<post>[^.;:]{3,70})"
)
_NOT_A_POST = phrase(
    r"\b(?:sends?|tells?|reports?|absen\w+|meeting|if|when|where|unless|no|not|may|can|cannot|each|every|any|chosen|elected|appointed|we|they|he"
    r"|she|who|presides)\b"
)
_STOP = r"\b(?:for the time being|who|whose|until|and|shall|will|is|at|by|in (?:right|virtue)|so|, )\b"


def by_right(context: Context, sentence: Sentence) -> Found:
    """ "Whoever is the Provost chairs the Forum"; "the chair goes with the office of Provost"."""
    text = sentence.text
    for pattern in (_WHOEVER, _HOLDING, _BY_RIGHT, _GOES_WITH):
        match = pattern.search(text)
        if not match or _NOT_A_POST.search(match["post"]) or not POST.search(match["post"]):
            continue
        office = match["office"] or "the chair"
        post = head(match["post"], limit=12, stop=_STOP)
        if post and phrase(rf"^{OFFICE}$").fullmatch(post) is None:
            return [({"role": role_of(office), "method": "ex_officio", "from": post}, None)]
    return []
