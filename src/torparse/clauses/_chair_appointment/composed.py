"""Offices named in the make-up of a body, with the word of choosing before them or after the whole body."""

from __future__ import annotations

from torparse.clauses._chair_appointment.agents import appointment
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import OFFICE, POST, Found, chosen_by, from_post, method_of, offices_in, pool_of, role_of
from torparse.rules.words import head

_BODY = r"(?:committee|executive|board|council|team|panel|officers|group)"
_PREPOSED = phrase(
    rf"\b(?:being|namely|that is|i\.?e\.?|comprising|including|consist(?:s|ing)? of|compris(?:es|ed of)|made up of"
    rf"|composed of)\b[:,]? (?:the |its |an? )?(?:duly |annually |democratically )?(?P<verb>elected|appointed|chosen) "
    rf"(?P<office>{OFFICE}(?:,? (?:and )?[^.;:()]{{0,80}})?)"
)
"""The word before the list ("seven members, being the elected Chair, Vice-Chair and Treasurer")."""
_WHOLE = phrase(
    rf"^\W*(?:an?|the) (?:\w+ ){{0,2}}{_BODY} (?:of|consisting of|comprising|made up of) (?:the |an? )?"
    rf"(?P<office>{OFFICE}\b[^.;:]{{0,110}}?),? (?:is|are|shall be|will be|to be|must be) (?:\w+ly )?"
    rf"(?P<verb>elected|appointed|chosen|selected)\b"
)
"""The word after a body told by its people ("a committee of Chair, Secretary and six others is elected by …")."""
_COMPLEMENT = phrase(
    rf"(?P<office>{OFFICE})(?: of (?:the )?[\w &]{{3,40}}?)? (?:is|shall be|will be|must be|is to be|to be|should be) "
    r"(?P<pool>(?:an?|one of (?:the|its|their))\b[^.;,]{3,60}?) (?:(?:who|which|that) (?:is|shall be|will be) )?"
    r"(?P<verb>elected|appointed|chosen|selected|nominated) by\b"
)
"""What sort of person, and who chooses ("the chair is to be a resident elected by the committee")."""
_OF_ONE_ELSE = phrase(r"\b(?:mayor|councillors?|elected (?:chair|president)\w* of (?:the|an?|another))\b")


_HEADING = phrase(
    rf"^\W*(?:the |role of |position of |post of )*(?P<office>{OFFICE})(?: of (?:the )?[\w &]{{3,40}})?\W*$"
)
_FRAGMENT_WORDS = 12
"""The most words of a line under the name of an office that says no more than who holds it."""
_CHOSEN_FIRST = phrase(
    r"^\W*(?:to be |shall be |will be |is |are )?(?:elected|appointed|selected|chosen|nominated|rotat\w+)\b"
)
_VERBAL = phrase(
    r"\b(?:shall|will|must|may|can|should|is|are|was|has|have|does|do|to)\b|^\W*(?:chairs?|presides?|leads?|acts?"
    r"|calls?|signs?"
    r"|supports?|ensures?|represents?|convenes?|manages?|facilitates?|works?|helps?|assists?|deputi[sz]es|in|at|on"
    r"|for|as|see"
    r"|no|tb[ca]|vacant|responsible|vacancy)\b"
)


def headed(context: Context, sentence: Sentence) -> Found:
    """The line under a heading that names the office and nothing else ("Chair" over "Elected by the members")."""
    told = _HEADING.match(sentence.topic)
    if not told or offices_in(sentence.text) or context.under_topic(sentence)[0].index != sentence.index:
        return []
    text, office = sentence.text, told["office"]
    if verb := _CHOSEN_FIRST.match(text):
        found = appointment(text, office, method_of(verb[0].split()[-1], text), chosen_by(text), pool_of(text))
        return found if len(found) == 1 or " and " in office else found[:1]
    if len(text.split()) > _FRAGMENT_WORDS or _VERBAL.search(text) or not POST.search(text):
        return []
    return from_post(text, text.strip(" ."), role_of(office))


def composed(context: Context, sentence: Sentence) -> Found:
    """The chair and vice-chair of a body whose people are named and said to be elected or appointed."""
    text = sentence.text
    if told := _COMPLEMENT.search(text):
        pool = head(told["pool"], limit=6)
        return appointment(text, told["office"], method_of(told["verb"], told["verb"]), chosen_by(text), pool)
    match = _PREPOSED.search(text) or _WHOLE.search(text)
    if not match or _OF_ONE_ELSE.search(match[0]):
        return []
    return appointment(text, match["office"], method_of(match["verb"], match["verb"]), chosen_by(text), "")
