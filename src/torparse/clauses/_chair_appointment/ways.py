"""Wordings in which the chooser, the choice and the office stand in another order than "the Board appoints the Chair".

The choice as a noun ("an appointment of the Council", "by nomination of"), the right to choose ("it falls to the
Council to appoint"), the person told by the choice ("such person as the Council may nominate"), a vote on who it is to
be, the office told first ("the vice-chair we elect ourselves"), a label or heading with a fragment behind it.
"""

from __future__ import annotations

import re

from torparse.clauses._chair_appointment.agents import appointment
from torparse.lexicon.patterns import Pattern
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import OFFICE, Found, offices_in, pool_of
from torparse.rules.words import head

_WHO = r"(?:(?:the |our |its |all |all of |all the |each )?[\w’'&-]+(?: [\w’'&-]+){0,7}?)"
_POST = (
    r"(?:the |our |its |an? |that |this )?(?:(?:person|one) (?:who (?:is to|will|shall) |to )(?:be |act as |serve as )?"
    r"(?:the |our )?)?(?:(?:post|office|position|role|job|seat) of (?:the |being )?)?"
    rf"(?P<office>{OFFICE})(?:['’]s (?:post|seat|job|role|place))?"
)
_BE = r"(?:is to be|are to be|is|are|shall be|will be|must be|to be|shall always be)"
_WILL = r"(?:shall |will |may |must |then |alone |together |all |themselves |jointly |normally )*"
_ACTIVE = (
    r"(?:appoints?|names?|nominates?|puts? forward|proposes?|elects?|votes? (?:in|for)|selects?|chooses?|picks?"
    r"|designates?|installs?|decides? on|agrees? on|settles? on)"
)
_ING = (
    r"(?:appointing|naming|nominating|putting forward|proposing|electing|voting in|selecting|choosing|picking"
    r"|designating)"
)
_NOUN = r"(?:appointment|appointee|nominee|nomination|choice|pick)"
_ACT = r"(?:appointment|nomination|election|selection|vote|ballot|choice)"
_SOMEBODY = (
    r"(?:somebody|someone|a person|an individual|that person|this person|the person|him or her|her or him|them|one"
    r"|whom ?ever|whoever|the holder|the (?:post|office)-?holder)"
)
_BY = r"(?P<by>[^.;:,]{3,80})"

_RIGHT = (
    phrase(
        rf"\bit (?:falls|is left|is open|belongs|is reserved|is) (?:to|for) (?P<by>{_WHO}) to (?P<verb>{_ACTIVE})"
        rf" {_POST}"
    ),
    phrase(
        rf"\bit(?:['’]s| is| shall be| will be) (?P<by>{_WHO}),? (?:that|who|which) {_WILL}(?P<verb>{_ACTIVE}) {_POST}"
    ),
    phrase(
        rf"(?P<by>{_WHO}) (?:has|have|holds?|enjoys?|is given|are given|reserves?) the (?:sole )?(?:right|power|job"
        rf"|task"
        rf"|duty|privilege|responsibility|say) (?:to|of|in|for) (?P<verb>{_ACTIVE}|{_ING}) {_POST}"
    ),
    phrase(
        rf"\b(?P<verb>{_ING}) {_POST} (?:is|falls|belongs|rests|lies) (?:up to|down to|left to|for|to|with|on|reserved"
        rf" to"
        rf"|the (?:job|task|business|right|privilege|duty|responsibility) of|a (?:matter|job|task) for) {_BY}"
    ),
    phrase(
        rf"\b(?:the )?(?P<verb>{_ACT}|naming|picking|choosing) of {_POST} (?:is|falls|belongs|rests|lies)"
        rf" (?:up to|down to|left to|for|to|with|reserved to|the (?:job|task|business|right) of"
        rf"|a (?:matter|job|task) for) {_BY}"
    ),
)
"""Who has the right to choose."""
_NAMED = (
    phrase(rf"{_POST}(?:, [^,.;]{{3,40}},)? (?:{_BE} )?(?:an? |the )(?P<verb>{_NOUN}) (?:of|made by|from) {_BY}"),
    phrase(rf"^\W*{_POST}\W{{0,3}}(?::|–|—| -) ?(?:an? |the )?(?P<verb>{_NOUN}) (?:of|from) {_BY}"),
    phrase(rf"{_POST}(?: {_BE}|\W{{0,3}}(?::|–|—| -)) ?(?P<by>{_WHO})['’]s? (?P<verb>{_NOUN})\b"),
    phrase(
        rf"\b(?:the )?(?P<verb>nominee|appointee) of (?P<by>{_WHO}) (?:shall |will )?(?:be|is|takes|take|has|holds|hold"
        rf"|fills|fill|serves? as|acts? as|becomes?|sits? as) {_POST}"
    ),
    phrase(
        rf"(?P<by>{_WHO})['’]s? (?P<verb>nominee|appointee) (?:shall |will )?(?:be|is|takes|take|has|holds|hold|fills"
        rf"|fill|serves? as|acts? as|becomes?|sits? as) {_POST}"
    ),
    phrase(
        rf"\b(?:for|as) {_POST},? (?:(?!if|when|where)[\w’' ]{{3,30}}? )?(?:the )?(?P<verb>nominee|appointee|choice) of"
        rf" {_BY}"
    ),
    phrase(
        rf"{_POST}(?: of [\w ]+?)?(?: (?:{_BE}|comes?|gets? (?:there|in|the job)|is filled|is made|is chosen|is"
        rf" decided)"
        rf"|\W{{0,3}}(?::|–|—| -)) ?(?:filled |made |chosen |decided )?(?:by |through |on |via )?(?:an? |the )?"
        rf"(?P<verb>{_ACT}) (?:of|by|from|among(?:st)?|held (?:by|among(?:st)?)|made by) {_BY}"
    ),
)
"""The choice as a noun."""
_PERSON = (
    phrase(
        rf"{_POST}(?: of [\w ]+?)?(?: (?:{_BE})|\W{{0,3}}(?::|–|—| -)) ?(?:such (?:a )?(?:person|member|one)|whoever"
        rf"|whomever|whichever \w+|anyone|anybody|(?:a|the) (?:person|one|individual|candidate|member)|someone"
        rf"|somebody)"
        rf"(?: as| whom| who| that)? (?P<by>{_WHO}) (?:chooses? to |sees? fit to |decides? to |has |have |shall |may"
        rf" |will )*(?P<verb>{_ACTIVE}|appointed|nominated|elected|selected|chosen|named|voted in)\b"
    ),
)
"""The person told by the choice."""
_VOTES = (
    phrase(
        rf"\bfor {_POST},? (?P<by>{_WHO}) {_WILL}(?:holds?|has|have|runs?|takes?|go(?:es)? to) (?:an? |the )?"
        r"(?P<verb>election|vote|ballot|poll)\b"
    ),
    phrase(
        rf"(?P<by>{_WHO}) {_WILL}(?:holds?|has|have|runs?|takes?) (?:an? )?(?P<verb>election|vote|ballot|poll)"
        rf" (?:for|on|to (?:choose|pick|decide|find|fill|settle))(?: who (?:is to be|is|will be|should be))? {_POST}"
    ),
    phrase(
        rf"(?P<by>{_WHO}) {_WILL}(?P<verb>votes?|decides?|chooses?|picks?)(?: (?:between|among) them(?:selves)?"
        r"| together)?(?: on| over)? (?:who|which (?:of (?:them|us)|member|partner|one))(?:['’]ll)? (?:will |is to |is"
        r" |are"
        rf" |should |shall |gets to |gets |takes |does )*(?:be |become |act as |serve as |take )*{_POST}"
    ),
)
"""A vote on who it is to be."""
_FRONTED = (
    phrase(
        rf"^\W*{_POST},? (?P<by>we|{_WHO}) {_WILL}(?P<verb>{_ACTIVE})(?: (?:ourselves|themselves|from|for|each|every"
        r"|together|once|annually)\b|\W*$|[,;])"
    ),
    phrase(rf"{_POST}\b[^.;:]{{0,60}}(?:[:;]| [–—-]) (?P<by>{_WHO}) {_WILL}(?P<verb>{_ACTIVE}) {_SOMEBODY}\b"),
)
"""The office told first, then who chooses."""
_CLAUSE = phrase(rf"^(?P<by>{_WHO}) {_WILL}(?P<verb>{_ACTIVE}) (?:{_SOMEBODY}\b|one of (?P<pool>[^.;,]{{3,60}}))")
_PARTICIPLE = phrase(
    r"^(?:to be |is |are |they are |he or she is )?(?P<verb>elected|appointed|selected|chosen|nominated|picked|voted in"
    rf"|put forward|proposed|named) (?:annually |each year |every year )?by {_BY}"
)
_ACT_OF = phrase(rf"^(?:by |through |on )?(?:an? |the )?(?P<verb>{_ACT}) (?:of|by|from|among(?:st)?) {_BY}")
_LABEL = phrase(rf"^\W*(?:[\d.]+ )?(?:the |our )?(?P<office>{OFFICE})(?:\W{{0,3}}[:=]| [-–—]) *(?P<rest>.+)")
_UNDER = phrase(
    rf"^\W*(?:[\d.]+ )?(?:and )?(?:who(?:['’]s| is| are| will be| chairs)? )?(?:the |our |a )?(?P<office>{OFFICE})\W*$"
)
_NOBODY = phrase(
    r"^(?:and|or|if|when|where|which|who|that|it|he|she|they|you|this|there|so|not|only|no|nobody|whoever|once|after"
    r"|before|unless|should|in|at|on|of|for|from|to|with|decisions?|the (?:secretary|clerk|{CHAIR}|{VICE}))\b"
)
_UNSURE = phrase(
    r"\b(?:vacan\w+|absen\w+|resign\w*|for (?:that|the|one|a) meeting|temporar\w+|acting|new {CHAIR}|cannot|can['’]t"
    r"|unable|consult\w*|sub-?groups?|working groups?|task groups?)\b"
)
_KINDS: tuple[tuple[str, Pattern], ...] = (
    ("elected", phrase(r"elect|vot|ballot|poll")),
    ("nominated", phrase(r"nomin|put|propos")),
    ("appointed", phrase(r"appoint|nam(?:e|ing)|designat|instal")),
)


def _method(word: str) -> str:
    """The guide's name for a way of choosing told by ``word``, a verb or noun."""
    return next((name for name, pattern in _KINDS if pattern.match(word)), "selected")


_STOP = (
    r"\b(?:who|whom|which|whose|that|shall|will|must|may|is|are|for|at|on|in|under|subject|when|where|with|before|after"
    r"|annually|each|every|from|among|amongst|and (?:is|shall|will|holds|serves|they|he)|to serve|to hold|but|as|by)\b"
)


def _maker(words: str) -> str:
    """Who chooses, lower-cased; "" for "we" and for words that are nobody."""
    words = re.sub(r"^we(?: all)? (?=members\b)", "", words.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"we(?: all)?", words, re.IGNORECASE) or _NOBODY.match(words):
        return ""
    return head(words, stop=_STOP)


def _from(match: re.Match[str], text: str) -> str:
    return pool_of(text[match.end("verb") :])


def other_ways(context: Context, sentence: Sentence) -> Found:
    """The office and who fills it in a sentence that puts the choice in another order."""
    text = sentence.text
    if _UNSURE.search(text):
        return []
    for pattern in (*_RIGHT, *_NAMED, *_PERSON, *_VOTES, *_FRONTED):
        match = pattern.search(text)
        if not match:
            continue
        by = _maker(match["by"])
        if by or re.match(r"we\b", match["by"], re.IGNORECASE):
            return appointment(text, match["office"], _method(match["verb"].lower()), by, _from(match, text))
    return []


def fragment(context: Context, sentence: Sentence) -> Found:
    """A label or heading that is an office, with who fills it: "Chair - the Council names somebody"."""
    text = sentence.text
    if label := _LABEL.match(text):
        office, rest = label["office"], label["rest"]
    elif (topic := _UNDER.match(sentence.topic)) and context.under_topic(sentence)[0].index == sentence.index:
        office, rest = topic["office"], text
    else:
        return []
    if _UNSURE.search(rest):
        return []
    match = _PARTICIPLE.match(rest) or _ACT_OF.match(rest) or _CLAUSE.match(rest)
    if not match or not offices_in(office):
        return []
    by = _maker(match["by"])
    if not by and not re.match(r"we\b", match["by"], re.IGNORECASE):
        return []
    pool = match.groupdict().get("pool")
    return appointment(text, office, _method(match["verb"].lower()), by, head(pool) if pool else _from(match, rest))
