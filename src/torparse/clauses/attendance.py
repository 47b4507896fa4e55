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
    r"(?:(?:consecutive|successive|missed|ordinary|full|scheduled|quarterly|monthly|regular|board|panel|committee"
    r"|executive"
    r"|unexplained|or more|of (?:the|its|our)) )*"
)
_ABSENCE = phrase(
    r"\b(?:absent(?! members? (?:may|can))|absences from|absence (?:from|without)|(?:unexplained|persistent|prolonged"
    r"|repeated|continued|regular|{NUMBER}) (?:or more )?absences?"
    r"|miss(?:es|ed|ing)? (?:more than |over |at least )?(?:{NUMBER}|a number of|several|too many|any|consecutive"
    r"|meetings)|missed meetings|meetings? missed|(?:fail(?:s|ed|ing|ures?)?|neglects?|omits?) to (?:attend|appear"
    r"|turn up|come"
    r"|participate|be present|send)|non-?attendance|poor attendance|low attendance|(?:not|cannot"
    r"|\w+n['’]t) (?:attend\w*|turn up|come"
    r"|been to|come to|come along|show up|been present|be present|(?:be |been )?represented|sending anyone"
    r"|sending anybody|sent anyone|cast (?:a|any) (?:ballot|vote)|participat\w+)"
    r"|unrepresented|attend(?:s|ing)? (?:fewer|less) than|attendance (?:\w+ ){0,2}(?:below|under|less than)"
    r"|(?:away|missing) from|hasn't shown|without (?:sending )?(?:an? )?apolog\w*"
    r"|inactiv(?:e|ity)\b|tak(?:es|en|ing) no (?:active )?part|no part in|without any (?:contribution|activity"
    r"|contact)|(?:has|have)(?: not|n['’]t) made any|(?:stops?|ceases?) (?:turning up|coming|attending)"
    r"|out of (?:touch|contact)|unavailable for|nobody has come|(?:has|have) come to (?:none|no)\b"
    r"|(?:do|does)(?: not|n't) attend)"
)
CUE = _ABSENCE
_POINTS_BACK = phrase(
    r"^\W*(?:those|members|anyone|any member|organisations|partners)? ?(?:who|which|that)? ?(?:(?:do|does|can)(?: not"
    r"|n't)|cannot|failing|failure to do so|otherwise|where this is not|if (?:they|he or she|this|a member) (?:do"
    r"|does|is|are|can)(?: not|n't)|persistent failure)\b"
)
_MISSED = phrase(
    rf"(?P<n>{{NUMBER}}) (?:\(\d+\) )?{_KINDS}{_UNITS}\b|{_UNITS} (?P<m>{{NUMBER}}) times"
    r"|(?P<k>{NUMBER}) in (?:a row|succession)|miss(?:es|ed|ing)? (?P<l>{NUMBER})\b(?! (?:months?|weeks?|years?|days?))"
    r"|\bafter (?P<j>{NUMBER})\b(?= (?:its|their|the|your))|\bafter (?:a|the) (?P<nth>{ORDINAL})\b"
    r"|(?:missed meetings|absences|non-attendance)\W+(?P<i>{NUMBER}) without"
)
_WHOSE = (
    r"(?:(?:the |that |his or her |their |its |your |an? |any )?(?:(?:member|office|organisation|person)(?:'s)? )?"
    r"(?:membership|seat|place|position|office|post|appointment)s?\b[\w ]{0,40}?\b)"
)
_MUST = r"(?:(?:will|shall|may|must|can|could|would|is|are|to) (?:normally |automatically |then |be )*)?"
_ENDS = phrase(
    rf"\b(?:{_WHOSE}(?:vacan\w*|vacat\w*|lost|forfeit\w*|given up|end(?:s|ed)?|laps\w+|terminat\w*|withdrawn"
    r"|declared|offered|taken up|reviewed|considered|cease\w*)\b"
    r"|(?:deemed|taken|treated|considered|regarded|assumed|presumed) (?:as |to )?(?:have "
    r"|having )?(?:been )?(?:resign\w*"
    r"|given up|left|withdr\w+|vacated|retired|stood down|inactive|emeritus|a resignation)"
    rf"|{_MUST}cease(?:s)? to (?:be|hold|act|serve)|membership (?:ends|lapses|ceases|terminates|expires)"
    r"|(?:constitutes?|amounts? to|be|is|count as|mean|treated as) (?:a |an )?(?:resignation|disqualif\w+|withdrawal)"
    rf"|{_MUST}(?:be )?(?:removed?|dismissed|disqualified|expelled|suspended|dropped|struck off|deselected|replaced)\b"
    r"|(?:removal|expulsion|dismissal|disqualification|termination) (?:from|of)"
    rf"|{_MUST}forfeits?\b|{_MUST}vacates?\b|{_MUST}lose(?:s)? (?:their|the|its|his|your|commit|voting|all|any)"
    rf"|{_MUST}(?:be (?:required|asked) to )?(?:stand|step)s? down|{_MUST}terminate[sd]?\b|(?:you['’]re "
    rf"|they are )?off the (?:committee|group"
    r"|board|list|panel)|take you off|offer (?:your|the|their) (?:seat|place)|give (?:your|their|the) (?:seat|place)\b"
    rf"|{_MUST}(?:be )?(?:moved? (?:themselves )?to|transferred to)|becomes? (?:an? )?(?:emeritus|inactive|ordinary"
    r"|associate|former|alumn\w+)|fall(?:s)? away|casual vacancy|emeritus|vote (?:of no confidence|to (?:remove"
    r"|replace))"
    r"|rescind\w*|revoke[ds]?\b|(?:membership|place) (?:is |will be )?(?:lost|withdrawn))"
)
_REPLACES = phrase(
    rf"\b(?:{_MUST}(?:be )?(?:asked|invited|requested|required) to (?:\w+ ){{0,2}}(?:nominate|name|appoint|send|replace"
    r"|find|identify|review|confirm|consider|step|stand|resign|withdraw|leave)\b"
    rf"|{_MUST}replace[sd]?\b|replacement (?:member )?(?:may|will|shall)|(?:will|shall|must|may) (?:nominate|appoint"
    rf"|name) (?:a new|another"
    r"|a replacement|a different|somebody else|someone else)|take a leave)\b"
)
_RAISES = phrase(
    rf"\b(?:(?:the )?(?:chair|secretary|clerk|convener|board) )?{_MUST}(?:be )?(?:writ(?:e|es|ten)(?! minutes) to"
    rf"|contact(?:s|ed)?|raised with"
    r"|will be (?:told|asked|invited|considered|contacted)|invite the|get an? (?:\w+ )?call|ring you"
    r"|review(?:ed)?(?= by| the"
    r"| their|\W*$)|consider(?:s|ed)? (?:whether|the|if)|discuss(?:ed)? with|raised with|referred to|subject to (?:a"
    r"|review)"
    r"|reported to|written warning|declared)\b|\bbeing reviewed|membership reviewed|(?:their|its|the) (?:membership"
    r"|place|position) (?:\w+ ){0,2}(?:reviewed|reconsidered)"
)
_GRADES = ((_ENDS,), (_REPLACES, _RAISES))
"""What ends a membership weighs more than what is asked or looked at first."""
_VETO = phrase(
    r"\b(?:in the absence of|interested in|chair is absent|absence of the (?:chair|lsp chair)|absent from the chair)\b"
    r"|\bquorum (?:is|shall|for|not|of|at|will)\b|\b(?:no|a|the) quorum\b(?!.*\b(?:resign|cease|forfeit|remov))"
    r"|\binquorate\b|\bleave of absence policy\b|\bon leave\b|\bremuneration\b"
    r"|\b(?:vice|deputy)\W?chair (?:shall|will) (?:preside|chair|take)|\bcasting vote\b"
)
_TOPICAL = phrase(
    r"meeting|attend|absen|inactiv|misse[sd]|missed|activ|occasions?|contact|contribut|touch|unavailable for|calls?"
    r"|row\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the consequence of missing meetings."""
    for sentence in context.sentences:
        if sentence.narrative or _VETO.search(sentence.text):
            continue
        lead = lead_of(context, sentence)
        if _ABSENCE.search(sentence.text):
            yield from _rule(sentence, lead)
        elif _POINTS_BACK.search(sentence.text):
            before = context.before(sentence)
            if before and phrase(r"attend|meetings").search(before[0].text):
                follow = _consequence(sentence.text, 0)
                if follow:
                    yield Hit({"consequence": follow}, (before[0], sentence), "attendance.points_back")


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
        if status.is_placeholder(text) and phrase(r"miss(?:es|ed)? meetings?|attendance").search(text):
            yield Hit({}, (sentence,), "attendance.placeholder", Status.PLACEHOLDER)
        return
    value: dict[str, Any] = {"consequence": follow}
    missed = _missed(text, follow)
    if missed:
        value["missed"] = missed
    elif spans := [d for d in durations(text) if d.iso.endswith(("M", "Y"))]:
        value["absent_for"] = spans[0].iso
    yield Hit(value, sentences, "attendance.consequence")


def _missed(text: str, follow: str) -> int | None:
    """How many meetings: of several steps, the one before the consequence that counts."""
    found = list(_MISSED.finditer(text))
    at = text.lower().find(follow[:20])
    before = [m for m in found if m.start() < at] if at > 0 else []
    if not found:
        return None
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
