"""Whose term a sentence speaks of: the subject of the holding, or the object of the choosing, else what stands"
" around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Sentence

_CHAIR, _VICE = phrase(r"{CHAIR}"), phrase(r"{VICE}")
_OFFICER = phrase(
    r"\b(?:(?:each|every|any) (?:office|post)\b|officers?|office[- ](?:holders?|bearers?)|treasurers?"
    r"|secretar(?:y|ies)|the same (?:office|post))\b"
    r"(?! of the (?:council|authority))"
)
_MEMBER = phrase(
    r"\b(?:members?|directors?|trustees?|each of them|councillors?|places|seats?|nominees|people"
    r"|delegates?|representatives?|governors?|membership|everyone|leaders?|maintainers?|traders?)\b"
)
_ACTIVE = phrase(r"\b(?:elects?|appoints?|chooses?|selects?|nominates?|picks?|votes? for|votes? in)\b")
_VERB = phrase(
    r"\b(?:shall|will|is|are|may|must|should|can|hold|holds|serves?|remains?|retires?|stands? down|steps? down|sits?"
    r"|has|have"
    r"|elected|appointed|chosen|selected|each)\b"
)
_AGENT = phrase(
    r"\b(?:by|with|to|from|consent of|agreement of|approval of|discretion of|permission of|other than|except"
    r"|apart from|excluding"
    r"|not) (?:the |an? )?(?:{CHAIR}|{VICE})(?: (?:and|or) (?:the )?(?:{CHAIR}|{VICE}))?"
)
_CHOSEN_BY = phrase(
    r"\b((?:elected|appointed|chosen|selected|nominated)\b[^.;,]{0,60}?) by (?:the |all |its |their )*(?:\w+ "
    r")?members(?:hip)?\b"
)
_BECOMES = phrase(
    r"\b(?:(?:is|are|be|becomes?|(?:serves?|acts?|years?|months?|service|terms?) as) (?:the |an? )?"
    r"|(?:appointed|elected|moved|called|named|promoted) to (?:(?:act|serve) as )?(?:the |an? )?"
    r"(?:(?:post|position|office|role) of (?:the )?)?|(?:appointed|elected|chosen|selected|named) as (?:the |an? )?"
    r"|(?:take|hold|fill)s? the )(?P<office>{CHAIR}|{VICE})\b(?! of (?:the|that|a) meeting)"
)
_POST = phrase(r"\b(?:this role|lead for|co-?ordinators?)\b")
_ELECT = phrase(r"\b(?:chair|president|convener)s?[ -]elect\b")
_PROGRAMME_CHAIR = phrase(r"\b(?:program(?:me)?|session|conference|local|honorary|past|sub-?committee) (?:{CHAIR})")


def _names_nobody(sentence: Sentence, before: Sentence | None, text: str) -> bool:
    """Whether a label or heading that only says "term" stands over the length, and no office is spoken of."""
    if _office(sentence.topic) or (before is not None and before.unit == sentence.unit):
        return False
    labelled = len(sentence.spans) == 1 and _OF_MEMBERSHIP.match(sentence.text)
    return bool(labelled or (_OF_MEMBERSHIP.match(f"{sentence.topic}:") and not _any(text)))


_OF_MEMBERSHIP = phrase(
    r"^\W*(?:(?:length|period) of (?:term|membership|appointment)|terms?(?: of (?:office|appointment|membership"
    r"|service))?"
    r"|tenure|membership terms?) ?(?:[:=]| [-–—] )(?![^.;]*\b(?:{CHAIR}|{VICE}|officers?)\b)"
)
"""A label that names nobody: the term is the members'."""
_BACK = phrase(
    r"^\W*(?:(?:the|this|each|such an?) (?:appointment|term|post|office|position)\b(?! of (?:(?:office"
    r"|appointment|service) "
    r"(?:of|for) )?(?!(?:office|appointment|service)\b))"
    r"|they|he or she|the (?:holder"
    r"|holders)|it|these)\b"
)


_EACH_OF_TWO = phrase(
    r"(?:{CHAIR})[^.;]*(?:{VICE})[^.;]*\b(?:each(?: of (?:them|these|the two|whom))?|both(?: of (?:them|whom))?|either"
    r" of"
    r" them) (?:(?:shall|will|to|must) )?(?:serves?|serving|holds?|holding|hold|sits?|has|have|remains?|being|is|are"
    r"|be|do"
    r"|does)\b"
)
"""Chair and vice-chair in one sentence, with one term for the two of them."""
_TOPIC_OFFICE = phrase(
    r"^\W*(?:[\d.]+ )?(?:and )?(?:who(?:['’]s| is) )?(?:the |our )?(?:{VICE}|{CHAIR})(?: of the [\w ]{3,30})?\W*$"
)


def roles_of(
    sentence: Sentence, before: Sentence | None, lead: Sentence | None, items: Sequence[str] = ()
) -> list[str]:
    """The roles that the sentence's term is for; "member" where nothing names another.

    ``lead`` is the sentence that it hangs on as a list item, ``items`` are those that hang on it.
    """
    told = sentence.text if _BECOMES.search(sentence.text) else _AGENT.sub("", sentence.text)
    text = _CHOSEN_BY.sub(r"\1", told)
    if phrase(r"\b(?:neither|both) (?:post|office)s?\b").search(text) or _EACH_OF_TWO.search(text):
        return ["chair", "vice_chair"]
    if _names_nobody(sentence, before, text):
        return ["member"]
    if _TOPIC_OFFICE.match(sentence.topic) and not lead and not _any(text):
        return _named(sentence.topic)
    if phrase(r"who speaks for us|representatives? on").search(sentence.topic):
        return ["representative"]
    if phrase(r"who(?:['’]s| is) in charge").search(sentence.topic) and not _office(text):
        return ["chair"]
    back = [before.text] if before and not lead and (_BACK.match(text) or not _any(text)) else []
    if back and not _office(text):
        text = _AGENT.sub("", back[0])
    listed = [role for item in items for role in _named(item)]
    if listed:
        return list(dict.fromkeys(listed))
    for part in (*_subjects(text), *([lead.text] if lead else []), sentence.topic, *back):
        found = _named(part)
        if found:
            return found
    return ["member"]


def _subjects(text: str) -> list[str]:
    """The words to look at, nearest first: what is chosen, who holds, the whole sentence."""
    becomes = _BECOMES.search(text)
    active = _ACTIVE.search(text)
    if (post := re.match(r"^[^:]{3,50}:", text)) and _office(post[0]):
        return [post[0], text]
    if becomes:
        return [becomes["office"], text]
    if active:
        return [text[active.end() :], text[: active.start()], text]
    label = re.match(r"^[^:]{3,50}:", text)
    if label:
        return [label[0], text]
    verb = _VERB.search(text)
    return [*([text[: verb.start()]] if verb and verb.start() > 2 else []), text]


def _any(text: str) -> bool:
    return bool(_office(text) or _OFFICER.search(text) or _MEMBER.search(text))


def _office(text: str) -> bool:
    return bool(_CHAIR.search(text) or _VICE.search(text))


_OFFICERS_AND_MEMBERS = phrase(
    r"\b(?:officers?|office[- ](?:holders?|bearers?))(?: and|,| or) (?:all |the |each |every )*(?:other |ordinary "
    r"|general"
    r" |committee |board |executive )*(?:members?|trustees?|directors?)\b(?! of the (?:officers|council))"
)


def _named(part: str) -> list[str]:
    plain = _PROGRAMME_CHAIR.sub("", part)
    chair, vice = _CHAIR.search(plain), _VICE.search(_ELECT.sub("", plain))
    found = [role for role, match in (("chair", chair), ("vice_chair", vice)) if match]
    if found == ["chair", "vice_chair"] and phrase(
        r"different [\w ]+ from the chair|(?:not|other than) the chair"
    ).search(part):
        found = ["vice_chair"]
    officers = _OFFICER.search(plain)
    if found:
        return [*found, "officer"] if officers and phrase(r"treasurer").search(plain) else found
    if phrase(r"(?:chair|president)[ -]elect").search(part):
        return ["chair"]
    if officers and _OFFICERS_AND_MEMBERS.search(plain):
        return ["officer", "member"]
    if officers and not phrase(r"^\W*(?:\w+ ){0,3}members?\b").search(plain):
        return ["officer"]
    if _MEMBER.search(part):
        return ["member"]
    return ["officer"] if _POST.search(part) else []
