"""What follows from absence (GUIDE.md, attendance). Expected attendance without a consequence is not this type.

A rule has two halves, in either order: the absence ("who misses three meetings running") and what follows from it
("ceases to be a member"). Both must be there, in one sentence, in a list's lead-in and its item, or in a sentence that
points back to the attendance the one before asks for ("those who do not …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.numbers import number, ordinal
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Value):
    """Value of an attendance clause."""

    missed: int | None = None
    """Meetings missed."""
    consequence: str | None = None
    """In the document's words, lower-cased."""
    absent_for: str | None = None
    """How long the absence or inactivity lasts where it is told as a time, as an ISO 8601 duration (not scored)."""


VALUE = Attendance
ESSENTIAL: tuple[str, ...] = ("missed", "consequence")
SCOPED = True

_UNITS = r"(?:meetings?|occasions?|calls?|sessions?|absences?|times)"
_KINDS = (
    r"(?:(?:consecutive|successive|successively|missed|ordinary|full|scheduled|quarterly|monthly|annual|regular|planned"
    r"|convened|called|general|formal|board|panel|committee|council|forum|group|partnership|network|team"
    r"|(?:trustee|member|director|partner)s?['’]?"
    r"|executive|regularly|duly|properly|unexplained|unexcused|inexcused|unauthori[sz]ed|unapproved|unnotified"
    r"|unjustified"
    r"|or more|of (?:the|its|our)|(?-i:[A-Z])[\w&-]+) )*"
)
_ABSENCE = phrase(
    r"\b(?:absent(?! members? (?:may|can))|absences from|absence (?:from|without)|(?:unexplained|unexcused|inexcused"
    r"|unauthori[sz]ed|persistent|prolonged|repeated|continued|regular|frequent|excessive|pattern of|{NUMBER}"
    r"|{ORDINAL})"
    r" (?:or more )?(?:(?:unexplained|unexcused|unauthori[sz]ed|consecutive|successive|total|missed) )*absences?"
    r"|meetings?(?: \w+){0,3} (?:are|is|were|have been) missed|miss(?:es|ed|ing)? (?:more than |over |at least"
    r" )?(?:{NUMBER}|a number of|several|too many|any|consecutive"
    r"|meetings)|missed meetings|meetings? missed|(?:fail(?:s|ed|ing|ures?)?|neglects?|omits?) to (?:attend|appear"
    r"|turn up|come"
    r"|participate|engage|take part|be present|send)|non-?attendance|non-?participation|poor attendance|low"
    r" attendance|(?:not|cannot"
    r"|\w+n['’]t) (?:attend\w*|turn up|come"
    r"|been (?:to|at)|come to|come along|show up|been present|be present|(?:be |been )?represented|sending anyone"
    r"|sending anybody|sent anyone|cast (?:a|any) (?:ballot|vote)|(?:actively |fully |regularly"
    r" )?(?:participat\w+|engag\w+|tak(?:e|ing) part"
    r"|contribut\w+))"
    r"|(?:is|are) not at (?:any |at least )?{NUMBER}|unrepresented|(?:attend(?:s|ing)?|participat(?:e|es|ing) in"
    r"|tak(?:e|es|ing) part in|present at) (?:fewer|less)"
    r" than"
    r"|attendance (?:\w+ ){0,2}(?:below|under|less than)"
    r"|(?:away|missing) from|hasn't shown|without (?:sending )?(?:an? )?apolog\w*"
    r"|inactiv(?:e|ity)\b|inaction\b|no longer (?:(?:actively|regularly|fully) )?(?:tak(?:e|es|ing) (?:an? )?"
    r"(?:active )?part|participat\w+|engag\w+|contribut\w+|attend\w*|com(?:e|es|ing) (?:to|along)|turn(?:s|ing)? up)"
    r"|(?:come|comes|came|coming|been) to (?:fewer|less) than|tak(?:es|en|ing) no (?:active )?part|no part in"
    r"|without any (?:contribution|activity"
    r"|contact)|(?:has|have)(?: not|n['’]t) made any|(?:stops?|ceases?) (?:turning up|coming|attending)"
    r"|out of (?:touch|contact)|unavailable for|nobody has come|(?:has|have) come to (?:none|no)\b"
    r"|(?:do|does)(?: not|n't) attend|staying away from|(?:persistent |repeated )?non-attenders"
    r"|(?:fail(?:s|ed|ing)?|failure)(?:,? [\w-]+){1,9}?,? to (?:attend (?:any|meetings?|a |the meetings"
    r"|{NUMBER})|be present"
    r"|send any)|neither (?:comes?|came|attends?|turns? up|sends?|appears?)\b[^.;]{0,60}? nor"
    r"|(?:has|have|having|had) sent (?:nobody|no ?one)|(?:nobody|no ?one)\b[^.;]{0,40}? (?:comes?|has come|has "
    r"attended"
    r"|attends|turns up)|(?:have|has)(?: not|n['’]t) (?:seen|heard|had|managed)|(?:not|n['’]t) show(?:ed"
    r"|s)? (?:up )?for"
    r"|skip(?:s|ped|ping)? {NUMBER}|no-shows?|away {NUMBER} times"
    r"|(?:fall|falls|falling) (?:short|below)|attendance of (?:under|less than|fewer than|below))"
)
CUE = _ABSENCE
_STANDING = phrase(
    r"\b(?:attended|joined|been (?:at|to|on)|been present (?:at|for)|taken part in"
    r"|come to) (?:at least )?(?P<some>{NUMBER})"
    r" of (?:the |its |our )?(?:last|previous|preceding|most recent) (?P<all>{NUMBER})\b"
)
_NOT_IN_STANDING = phrase(
    r"\b(?:not|isn['’]t|aren['’]t|no longer) (?:an? )?(?:active|current|in good standing|in standing)\b(?! (?:on"
    r"|with)\b)"
    r"|\binactive\b"
)
_NO_VOICE = phrase(
    r"\b(?:(?:does|do)(?: not|n['’]t) (?:get|have|receive) an? (?:ballot|vote)|has no vote|have no vote|loses? (?:the"
    r"|its|their) (?:vote|ballot)|(?:may|can|shall|will)(?: ?not|n['’]t) vote)\b"
)
"""A definition of the active member, and what those who are not have lost."""
_POINTS_BACK = phrase(
    r"^\W*(?:those|members|anyone|any member|organisations|partners)? ?(?:who|which|that)? ?(?:(?:do|does|can)(?: not"
    r"|n't)|cannot|failing|failure to do so|otherwise|where this is not|if (?:they|he or she|this|a member) (?:do"
    r"|does|is|are|can)(?: not|n't)|persistent failure|then\b|after {NUMBER}\b(?! (?:years?|months?|days?|weeks?)))\b"
)
_SHARE = phrase(
    r"\b(?:more than|over|at least|fewer than|less than|under|below|attendance of) (?:{FRACTION}|half|\d+ ?(?:%"
    r"|per ?cent))"
    r"[^.;]{0,40}?\b(?:meetings?|sessions?|calls?|them|attendance)\b"
)
"""An absence told as a share of the meetings: a measure of its own beside so many in a row."""
_MISSED = phrase(
    rf"(?P<n>{{NUMBER}}) (?:\(\d+\) )?{_KINDS}{_UNITS}\b|{_UNITS} (?P<m>{{NUMBER}}) times"
    r"|(?P<k>{NUMBER}) (?:\(\d+\) )?(?:in (?:a row|succession)|on the (?:trot|bounce))"
    r"|\bafter (?P<h>{NUMBER})\b(?= you| they| he"
    r"| she)"
    r"|miss(?:es|ed|ing)? (?P<l>{NUMBER})\b(?! (?:months?|weeks?|years?|days?))"
    r"|\bafter (?P<j>{NUMBER})\b(?= (?:its|their|the|your))|\b(?:after|(?:up)?on) (?:a|the) (?P<nth>{ORDINAL})\b"
    r"|(?:missed meetings|absences|non-attendance)\W+(?P<i>{NUMBER}) without"
)
_WHOSE = (
    r"(?:(?:the |that |his or her |their |its |your |an? |any )?(?:(?:member|office|organisation|person)(?:'s)? )?"
    r"(?:membership|seat|place|position|office|post|appointment)s?\b[\w ]{0,40}?\b)"
)
_MUST = r"(?:(?:will|shall|may|must|can|could|would|is|are|to) (?:normally |automatically |then |be )*)?"
_ENDS = phrase(
    rf"\b(?:{_WHOSE}(?:vacan\w*|vacat\w*|lost|forfeit\w*|given up|end(?:s|ed)?|laps\w+|terminat\w*|withdrawn"
    r"|declared|offered|taken up|(?:re-?)?filled|reviewed|considered|cease\w*|free|goes to|given to)\b"
    r"|drop(?:s|ped)? (?:off|out)\b(?! (?:the )?(?:minutes|papers|agenda|forms?))|(?:you|they|he or she)(?:['’]re"
    r"| are| is) (?:out|off)\b|let go\b|str(?:ike|ikes|uck) off|takes? (?:your|their|his or her|the) names? off"
    r"|(?:deemed|taken|treated|considered|regarded|assumed|presumed|understood) (?:as |to )?(?:have "
    r"|having )?(?:been )?(?:resign\w*|tender\w* [\w ]{0,40}\bresignation|relinquish\w*|forfeit\w*|abandon\w*"
    r"|lapsed|surrender\w*"
    r"|given up|left|withdr\w+|vacated|retired|stood down|inactive|emeritus|a resignation)"
    rf"|{_MUST}cease(?:s)? to (?:be|hold|act|serve)|membership (?:ends|lapses|ceases|terminates|expires)"
    r"|(?:constitutes?|amounts? to|be|is|count as|mean|treated as) (?:a |an )?(?:resignation|disqualif\w+|withdrawal)"
    rf"|{_MUST}(?:be )?(?:removed?|dismissed|disqualified|expelled|suspended|dropped|struck off|deselected|replaced)\b"
    r"|\b(?:(?:may|can|shall|will|to) be|is|are) (?:then )?(?:stood down|voted off)\b(?! in\b)"
    rf"|{_MUST}(?:be )?(?:relieved|deprived|stripped|divested) of (?:(?:his or her|his|her|their|its|your|the|all|any"
    r"|that) )*(?:duties|duty|office|posts?|positions?|places?|seats?|roles?|responsibilit\w+|memberships?|votes?"
    r"|rights)\b(?! to\b)"
    r"|\b(?:ask|require|invite|tell)s? (?:[\w’'-]+ ){1,4}to (?:leave|resign|(?:step|stand) down|give up)\b"
    r"|(?:removal|expulsion|dismissal|disqualification|termination) (?:from|of)"
    rf"|{_MUST}(?:qualif(?:y|ies)|(?:be )?(?:eligible|considered|up|a candidate|candidates)) for (?:removal|dismissal"
    rf"|expulsion|replacement)\b|{_MUST}(?:be )?subject to (?:removal|dismissal|expulsion|replacement)\b"
    r"|gives? up (?:their|his or her|the|its|your) (?:seat|place|position|membership)s?\b"
    rf"|{_MUST}forfeits?\b|{_MUST}vacates?\b|{_MUST}lose(?:s)? (?:their|the|its|his|your|commit|voting|all|any)"
    rf"|{_MUST}(?:be (?:required|asked) to )?(?:stand|step)s? down|{_MUST}terminate[sd]?\b|(?:you['’]re "
    rf"|they are )?off the (?:committee|group"
    r"|board|list|panel)|take you off|offer (?:your|the|their) (?:seat|place)|give (?:your|their|the) (?:seat|place)\b"
    rf"|{_MUST}(?:be )?(?:moved? (?:themselves )?to|transferred to)|becomes? (?:an? )?(?:emeritus|inactive|ordinary"
    r"|associate|former|alumn\w+)|fall(?:s)? away|casual vacancy|emeritus|vote (?:of no confidence|to (?:remove"
    r"|replace))"
    r"|(?:is |are |be |have |has |having |there (?:are|is) |reasonable |sufficient |good )*(?:grounds?|cause|reasons?)"
    r" for (?:his |her |their |the |its )?(?:dismissal|removal|expulsion|disqualification|termination|replacement"
    r"|dismissing|removing|expelling|replacing)"
    r"|(?:be )?liable to (?:be )?(?:removed|removal|dismiss\w+|expelled|expulsion|lose|forfeit|disqualif\w+)"
    r"|rescind\w*|revoke[ds]?\b|evict\w*|de-?list\w*|prun(?:e|es|ed|ing)\b|ejected"
    rf"|{_MUST}(?:be )?(?:expected|asked|required|invited|encouraged) to (?:resign|stand down|step down|leave"
    rf"|withdraw)"
    rf"|(?:{_MUST}|(?:has|have) )relinquish(?:es|ed)?\b|(?:has|have|had) forfeited"
    rf"|{_MUST}ends? (?:the|that|his|her|their|his or her|its) (?:appointment|membership|term)\b"
    r"|no longer (?:be )?(?:considered |regarded as )?(?:an? )?(?:members?|in good standing|eligible|entitled)"
    rf"|(?:term|appointment|membership|tenure)\b[^.;]{{0,40}}? {_MUST}(?:expires?|lapses?|be ended)"
    rf"|{_MUST}(?:be )?moves?d? [^.;]{{0,40}} to the [^.;]{{0,30}}\blist\b"
    r"|(?:membership|place) (?:is |will be )?(?:lost|withdrawn))"
)
_REPLACES = phrase(
    rf"\b(?:{_MUST}(?:be )?(?:asked|invited|requested|required) to (?:\w+ ){{0,2}}(?:nominate|name|appoint|send"
    rf"|replace"
    r"|find|identify|review|confirm|consider|step|stand|resign|withdraw|leave|explain|account|supply|put "
    r"forward|choose"
    r"|pick|reconsider)\b"
    r"|(?:ask|request|invite)s? (?:[\w’'-]+ ){1,9}?to (?:put forward|nominate|name|send|find|choose|pick"
    r"|appoint|supply"
    r"|consider (?:a |another |its |their )|explain|replace)\b|finds? (?:another|somebody else|someone else|a new)\b"
    rf"|{_MUST}replace[sd]?\b|replacement (?:member )?(?:may|will|shall)|(?:will|shall|must|may) (?:nominate|appoint"
    rf"|name) (?:a new|another"
    r"|a replacement|a different|somebody else|someone else)|take a leave)\b"
)
_RAISES = phrase(
    rf"\b(?:(?:the )?(?:chair|secretary|clerk|convener|board) )?{_MUST}(?:be )?(?:writ(?:e|es|ten)(?! minutes) to"
    rf"|contact(?:s|ed)?|raised with"
    r"|will be (?:told|asked|invited|considered|contacted)|invite the|gets? an? (?:\w+ )?(?:call|letter|visit|ring"
    r"|reminder)|ring you"
    r"|receives? an? (?:\w+ )?(?:letter|warning|call)|(?:gives?|have|has) (?:(?:the|that|any) (?:member|organisation"
    r"|person)"
    r" )?a (?:ring|(?:\w+ )?word)\b"
    r"|review(?:ed)?(?= by| the"
    r"| their|\W*$)|consider(?:s|ed)? (?:whether|the|if)|discuss(?:ed)? with|raised with|referred to|subject to (?:a"
    r"|review)"
    r"|reported to|written warning|declared(?! (?:an?|any|the|such|their|his|her) ))\b|\bbeing reviewed"
    r"|membership reviewed|(?:their|its|the) (?:membership"
    r"|place|position) (?:\w+ ){0,2}(?:reviewed|reconsidered)"
)
_GRADES = ((_ENDS,), (_REPLACES, _RAISES))
"""What ends a membership weighs more than what is asked or looked at first."""
_VETO = phrase(
    r"^(?!.*\b(?:attend|meeting|absen|participat|engag)).*\b(?:overdue|subscriptions?|fees?|dues|arrears|unpaid"
    r"|payments?)\b|"
    r"\b(?:in the absence of|interested in|chair is absent|absence of the (?:chair|lsp chair)|absent from the chair)\b"
    r"|\b(?:chair\w*|conven[eo]r|president)(?:,? (?:and|or|nor) (?:the |his or her |their )?(?:{VICE}|deputy"
    r"|vice))?,? (?:is|are|be)"
    r" (?:both |also )?(?:absent|unavailable|not present|unable to attend)\b"
    r"|\bquorum (?:is|shall|for|not|of|at|will)\b|\b(?:no|a|the) quorum\b(?!.*\b(?:resign|cease|forfeit|remov))"
    r"|\binquorate\b|\bleave of absence policy\b|\bon leave\b|\bremuneration\b"
    r"|\b(?:has|have|had|having) (?:\w+ )?declared (?:an?|any|the|such|their) (?:[\w-]+ ){0,3}interests?\b"
    r"|\b(?:vice|deputy)\W?chair (?:shall|will) (?:preside|chair|take)|\bcasting vote\b"
)
_DEPENDS = phrase(
    r"\b(?P<kept>(?:continued|continuing|ongoing|further|remaining|keeping|retaining|(?:active|voting|full|good) )"
    r" ?(?:an? )?(?:(?:active|voting|full) )?(?:membership|members?|seat|place|standing|(?:the |a )?vote|voting rights"
    r"|participation)\b[^.;,]{0,40}?) (?:is |are |shall be |will be )?(?:depend(?:s|ent)|condition(?:al|ed)"
    r"|contingent)"
    r" (?:up)?on\b[^.;]*\b(?:attend\w*|attendance|participat\w+|activ\w+|contribut\w+|engag\w+|present|feedback"
    r"|taking part|turning up|votes|involvement)\b"
)
"""Membership that lasts while members take part."""
_VOICE = (
    r"(?:(?:their|its|the|your|a) )?(?P<{}>voting (?:rights?|status|membership|privileges|power)|votes?|seats?"
    r"|(?:active |full |good )?(?:membership|standing))"
)
_TAKES_PART = r"(?:attend\w*|participat\w+|tak(?:e|ing) part|(?:be|being) active|involvement|activity)"
_TO_KEEP = phrase(
    rf"\b{_TAKES_PART}\b[^.;,]{{0,40}}? (?:is|are|shall be|will be) (?:required|needed|necessary|a condition)"
    rf" (?:in order )?(?:to|for) (?:maintain|keep|retain|hold|preserve|keeping|retaining|maintaining) "
    + _VOICE.format("one")
    + r"\b|\b(?:to|in order to) (?:maintain|keep|retain|hold on to|preserve) "
    + _VOICE.format("two")
    + rf"\b[^.;]{{0,50}}? (?:must|shall|should|need to|has to|have to|are to|is to) (?:\w+ )?{_TAKES_PART}\b"
)
"""Attendance that the vote or the membership depends on."""
_TOPICAL = phrase(
    r"meeting|attend|absen|participat|engag|sessions?\b|part in\b|inactiv|misse[sd]|missed|activ|occasions?"
    r"|contact|contribut|touch"
    r"|unavailable for|calls?"
    r"|row\b|inaction\b|running\b|times\b|trot\b|bounce\b|season\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the consequence of missing meetings."""
    for sentence in context.sentences:
        if sentence.narrative or _VETO.search(sentence.text):
            continue
        before = next(iter(context.before(sentence)), None)
        standing = _out_of_standing(before, sentence)
        if standing:
            yield standing
        elif kept := _DEPENDS.search(sentence.text):
            yield Hit({"consequence": kept["kept"].lower()}, (sentence,), "attendance.depends")
        elif kept := _TO_KEEP.search(sentence.text):
            yield Hit({"consequence": (kept["one"] or kept["two"]).lower()}, (sentence,), "attendance.depends")
        elif _ABSENCE.search(sentence.text):
            yield from _rule(sentence, lead_of(context, sentence))
        elif _POINTS_BACK.search(sentence.text):
            yield from _points_back(before, sentence)


def _points_back(before: Sentence | None, sentence: Sentence) -> Iterator[Hit]:
    """What follows from the absence that the sentence before, or the question over this one, speaks of."""
    asked = before.text if before else sentence.topic
    absent = _ABSENCE.search(asked) is not None
    if not phrase(r"attend|meetings").search(asked) and not (absent and _TOPICAL.search(asked)):
        return
    if phrase(r"^\W*(?:then|after)\b").search(sentence.text) and (not absent or _consequence(asked, 0)):
        return
    follow = _consequence(sentence.text, 0)
    if follow:
        missed = _missed(sentence.text, follow) or (_missed(asked, "") if absent else None)
        value: dict[str, Any] = {"consequence": follow} | ({"missed": missed} if missed else {})
        yield Hit(value, (before, sentence) if before else (sentence,), "attendance.points_back")


def _out_of_standing(before: Sentence | None, sentence: Sentence) -> Hit | None:
    """ "An active member has attended one of the last three meetings. One who is not active has no vote."."""
    known = _STANDING.search(before.text) if before else None
    lost = _NO_VOICE.search(sentence.text)
    if not before or not known or not lost or not _NOT_IN_STANDING.search(sentence.text):
        return None
    some, all_ = number(known["some"]), number(known["all"])
    if not some or not all_ or some > all_:
        return None
    value = {"consequence": lost[0].lower(), "missed": all_ - some + 1}
    return Hit(value, (before, sentence), "attendance.standing")


def _rule(sentence: Sentence, lead: Sentence | None) -> Iterator[Hit]:
    text = sentence.text
    if not _TOPICAL.search(f"{text} {sentence.topic}"):
        return
    absence = _ABSENCE.search(text)
    at = absence.start() if absence else 0
    follow = _consequence(text, at) or (m[1].strip().lower() if (m := re.search(r"=\s*(.+)", text)) else "")
    sentences: tuple[Sentence, ...] = (sentence,)
    if not follow and lead:
        follow, sentences = _consequence(lead.text, len(lead.text)), (lead, sentence)
    if not follow:
        if status.is_placeholder(text) and phrase(r"miss(?:es|ed)? meetings?|attendance|absence|absent").search(text):
            yield Hit({}, (sentence,), "attendance.placeholder", Status.PLACEHOLDER)
        return
    value: dict[str, Any] = {"consequence": follow}
    missed = _missed(text, follow)
    if missed:
        value["missed"] = missed
    elif spans := [d for d in durations(text) if d.iso.endswith(("M", "Y"))]:
        value["absent_for"] = spans[0].iso
    share = "missed" not in value and _SHARE.search(text)
    yield Hit(value, sentences, "attendance.consequence", key="share" if share else "")


def _missed(text: str, follow: str) -> int | None:
    """How many meetings: of several steps, the one before the consequence that counts."""
    found = list(_MISSED.finditer(text))
    at = text.lower().find(follow[:20])
    before = [m for m in found if m.start() < at] if at > 0 else []
    if not found:
        return None
    while len(before) > 1 and phrase(r"\bor (?:for |from )?$").search(text[: before[-1].start()]):
        before.pop()  # "three in succession or four in a year": another measure of the same
    match = before[-1] if before else found[0]
    return ordinal(match["nth"]) if match["nth"] else number(next(g for g in match.groups() if g))


def _consequence(text: str, absence: int) -> str:
    """The words of the gravest consequence in ``text``, up to where its clause ends, lower-cased, or ""."""
    for patterns in _GRADES:
        matches = sorted((m for p in patterns for m in p.finditer(text)), key=lambda m: m.start())
        if not matches:
            continue
        match = next((m for m in matches if m.start() > absence), matches[0])
        words = re.split(r"[.;:,(]|\band (?:shall|will|may)\b", text[match.start() :])[0]
        if match.start() < absence:
            words = re.split(r"\b(?:if|where|when|who|which|that|unless|whose|because|after|throughout)\b", words)[0]
        return " ".join(words.lower().split()[:12])
    return ""


HITS = (
    Example(
        "A member who is absent from three consecutive meetings shall cease to be a member.",
        {"missed": 3, "consequence": "shall cease to be a member"},
    ),
    Example(
        "Organisations that fail to attend two meetings running will be asked to nominate a new representative.",
        {"missed": 2, "consequence": "will be asked to nominate a new representative"},
    ),
    Example(
        "Anyone who misses four meetings without apology may be removed.",
        {"missed": 4, "consequence": "may be removed"},
    ),
    Example(
        "If a member is absent for 3 successive meetings the seat shall be deemed vacant.",
        {"missed": 3, "consequence": "the seat shall be deemed vacant"},
    ),
    Example(
        "Members who have been inactive for a year are moved to the list of friends.",
        {"consequence": "are moved to the list of friends"},
    ),
    Example("If a member misses meetings: [wording to follow]", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Members are expected to attend all meetings.", comment="no consequence"),
    Example("In the absence of the Chair the Vice-Chair shall preside.", comment="standing in"),
    Example("Apologies for absence should be sent to the secretary.", comment="no consequence"),
    Example("The Board will not miss the opportunity.", comment="another sense"),
    Example("Some data are missing.", comment="another sense"),
    Example("Members unable to attend may send a deputy.", comment="a deputy, no consequence"),
)
