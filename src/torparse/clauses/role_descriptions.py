"""What the holders of an office or the members are to do (provision P07; guide item G06).

The provision is a description: a section, list or paragraph of the duties of a named role, or the place where one is or
will be. Not: one duty named in passing, what the body itself does, elections, terms, votes and how meetings are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import expand, phrase
from torparse.model import Kind, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDescriptions(Value):
    """Value of a role_descriptions clause."""

    roles: tuple[str, ...] | None = None
    """Which roles are described: "chair", "vice_chair", "member", "coordinator", "officer" and the like."""


VALUE = RoleDescriptions
ESSENTIAL = ("roles",)
SCOPED = True

_OFFICER = (
    r"(?:{VICE}|{CHAIR}|(?:(?:general|honorary|hon|minutes?|membership|social media|communications) )?secretary"
    r"|(?:honorary )?treasurer|co-?ordinator|clerk|vice-?president|president|auditors|(?:[\w-]+ )?officers"
    r"|(?:membership|welfare|safety|equalities|communications|press|publicity|events) officer"
    r"|office[- ]?(?:holders?|bearers?))"
)
_MEMBER = (
    r"(?:(?:board|core|core team|partnership|lsp|forum|panel|group|committee|council|individual|member|partner|elected"
    r"|community|parent) )*(?!no |any |new )(?:[a-z]{2,9} )?(?:members?|representatives?|partners?|trustees"
    r"|directors|individuals"
    r"|councillors|delegates?)(?: organi[sz]ations?)?"
)
_WHO = rf"(?:{_OFFICER}|{_MEMBER})"
_START = r"^\W*(?:in practice, |(?:the|each|every|all|our|its|any) )*"
_LISTED_WHO = rf"{_WHO}(?:(?:,|,? and) (?:the )?{_WHO}|, (?:the )?[a-z]+)*"
_ASIDE = r"(?:,[^,:]{3,60},| (?:of|to|representing) [\w -]{3,60}?| \([^)]*\))?"
_WILL = (
    r"(?:(?:shall|will|should|must|is to|are to|agree(?:s)? to|(?:is|are|will be) expected to)(?! (?:not |only )?be"
    r" (?:(?!prepared|required|expected)\w+(?:ed|sen|awn|ade|iven|ld)\b|a |an |the |one |from|\W))"
    r"|(?:is|are|shall be|will be) responsible for|(?:has|have) (?:a|the) (?:duty|responsibility)"
    r"|(?:has|have) the following (?:duties|responsibilities|tasks))\b"
)
_DUTY = phrase(rf"{_START}(?P<who>{_WHO}){_ASIDE} (?:also )?{_WILL}")
_DUTIES_OF = phrase(
    r"\b(?:duties|responsibilities|tasks|role) of"
    r" (?:(?:the|an?|each|all|every|individual) |"
    r"(?=(?:members|representatives) (?:(?:is|are|shall be|will be) to\b|(?:shall |will )?include\b|(?:is|are):)))"
    rf"(?P<who>{_LISTED_WHO}) (?:shall |will |should )?(?:are|is|be|include|comprise|consist of)\b"
    rf"|^\W*what (?:the|an?|each|our) (?P<who3>{_WHO}) (?:does|do|is to do|are to do)\b ?[:–—-]"
    rf"|{_START}(?P<who2>{_WHO})(?:['’]s?)? (?:main |key )?(?:duties|responsibilities|tasks) (?:shall |will )?"
    r"(?:are|be|include)\b|^\W*the (?!(?:{BODY}|committee|secretariat)\b)[\w-]+['’]s? (?:duties|tasks)\b[\w ]{0,30}"
    r" (?:are|include) ?:"
)
_TITLE = phrase(
    r"\broles?\b|\brole descriptions?\b|\bresponsibilit\w+\b|\bjob descriptions?\b|\bperson specification\b"
    r"|\bduties\b|\bexpectations? of\b|\bwhat (?:do|does) the (?:officers?|members?|chair|secretary"
    r"|treasurer)\b[\w ]*\bdo\b"
    r"|\bwhat is expected of\b|\bwhat (?:is|are) (?:members?|officers?|the [\w ]+) expected\b"
)
_OF_BODY = phrase(
    r"\b(?:roles?|responsibilit\w+|duties|purpose)\b[\w ,&]*? of (?:the |our )?(?:[\w-]+ )*(?:lsp|partnership|board"
    r"|forum|panel|group|committee|sub-?committee|executive|council|secretariat|team|dac|task force)\W*$"
    r"|\b(?:remit|purpose|functions|aims|definition|scope)\b"
)
_NAMES = phrase(rf"\b{_WHO}\b|\bposition holders\b")
_ALONE = phrase(rf"^\W*(?:[\d.]+ )?(?:the |role of )?(?:committee |board |group |section )?(?P<who>{_OFFICER})\W*$")
_LIST_AHEAD = phrase(r":\W*$")
_VERB = phrase(
    r"^\W*(?:to |will |shall |provid|prepar|maintain|ensur|lead|organis|manag|keep|attend|support|advis|act(?:s|ing)?\b"
    r"|serv|report|present|preside|chair|oversee|coordinat|co-ordinat|represent|responsible for|stand|assist|bring"
    r"|contribut|commit|monitor|participat|tak(?:e|es|ing)\b|sign|convene|liais|read|share|be (?:prepared|responsible))"
)
_HOLDS = phrase(
    rf"^\W*(?:(?:the )?(?:[\w-]+ )?{_OFFICER} (?:[\w ]{{0,30}} )?)?(?:is )?(?:ultimately |jointly )?responsible for\b"
)
_RUN_IN = phrase(rf"^\W*(?P<who>{_OFFICER})\W*[:–—]\W*(?=[a-z])(?P<does>.*,.*)")
_WORK = phrase(
    r"\b(?:attend|contribut\w+|report|feed|represent|shar(?:e|ing)|take part|participat\w+|communicat\w+|prepar\w+"
    r"|commit\w*|read|bring)\b"
)
_EXPECTED = phrase(r"^\W*it is expected that\b")
_SEVERAL = phrase(
    r" (?:shall|will|should|must|is to|are to|responsible for)\b[^.:]*?\w, (?!\w+ing\b|who|which|in |with|by |at |on "
    r"|as |if |where|when|and |or |such|for |to the|including|other)[^.:]* and (?:to )?\w+"
)
_NOT_DUTY = phrase(
    r"\b(?:vot(?:e|es|ing)|casting|quor\w+|declar\w+|disclos\w+|interests?|resign\w*|deput(?:y|ies|ise)|substitut\w+"
    r"|elect(?:ed|ion|ions)|appointed|re-?elect\w*|term of office|hold office|serve for|notice|special meetings?"
    r"|extraordinary|cease|expenses|step down|removed?|eligible|nominat\w+"
    r"|speak (?:more|twice|once|at|only|for (?:no|more|up|ten|five))|motions?|amendments?|these rules|this constitution"
    r"|come from|complain\w*)\b"
)
_OTHER_TOPIC = phrase(
    r"\b(?:interests?|conduct|quorum|vot(?:e|ing)|election|appointment|complaints?|dissolution|standing orders"
    r"|discipline"
    r"|behaviour|attendance|terminat\w+|confidential\w*|disclosure|compliance)\b"
)
_POINTER = phrase(r"\b(?:roles?(?: and responsibilities)?|role descriptions?|job descriptions?)\b")
_PLACED = phrase(
    r"\((?:see )?(?:annex|appendix|schedule) \w+\)|\b(?:set out|described|found|given|contained) (?:in|at) (?:annex"
    r"|appendix|schedule|the handbook|a separate)"
)
_ROLES = (
    ("vice_chair", phrase(r"{VICE}|\bvice-?president\b")),
    ("chair", compiled(rf"{expand('{CHAIR}')}|(?<!vice )(?<!vice-)\bpresident\b", re.IGNORECASE)),
    ("member", phrase(rf"\b{_MEMBER}\b")),
    ("coordinator", phrase(r"\b(?:co-?ordinator|manager|secretary|secretariat|treasurer|clerk)\b")),
    ("officer", phrase(r"\b(?:officers?|office[- ]?holders?|position holders)\b")),
)
_SCATTERED = 3
"""Duties of members that make a description though they stand in several places."""


def find(context: Context) -> Iterator[Hit]:
    """Hits for what chairs, vice-chairs, members and officers are to do."""
    if context.structure.kind is Kind.COMMITTEE_REPORT:
        return
    sentences = [s for s in context.sentences if not s.narrative and not s.heading]
    passing: list[tuple[Sentence, str]] = []
    for sentence in context.sentences:
        if not sentence.narrative and (hit := _pointer(sentence)):
            yield hit
    for sentence in sentences:
        if _pointer(sentence):
            continue
        if roles := _described(context, sentence):
            yield _stated(roles, sentence)
        elif (duty := _DUTY.search(sentence.text)) and not _NOT_DUTY.search(sentence.text):
            passing.append((sentence, _roles(duty["who"])[0] if _roles(duty["who"]) else ""))
    yield from _together(passing)


def _stated(roles: tuple[str, ...], sentence: Sentence) -> Hit:
    return Hit({"roles": roles}, (sentence,), "role_descriptions.stated", Status.STATED, key="stated")


def _together(passing: list[tuple[Sentence, str]]) -> Iterator[Hit]:
    """Duties that are a description only where several of one role stand together, or of members in several places."""
    for sentence, role in passing:
        if not role or _OTHER_TOPIC.search(sentence.topic):
            continue
        same = [s for s, other in passing if other == role]
        together = sum(s.section == sentence.section and not _OTHER_TOPIC.search(s.topic) for s in same) > 1
        scattered = len(same) >= _SCATTERED and len({s.section for s in same}) > 1
        if (together and (role != "member" or _TITLE.search(sentence.topic))) or (
            role == "member" and scattered and _WORK.search(sentence.text)
        ):
            yield _stated((role,), sentence)


def _pointer(sentence: Sentence) -> Hit | None:
    text = sentence.text
    match = _POINTER.search(text)
    if not match or (sentence.topic and len(text.split()) > 45):
        return None
    if status.is_placeholder(text[match.start() :]):
        return Hit({}, (sentence,), "role_descriptions.placeholder", Status.PLACEHOLDER, key="placeholder")
    if _PLACED.search(text):
        return Hit({}, (sentence,), "role_descriptions.deferred", Status.DEFERRED, key="deferred")
    return None


def _is_duty(sentence: Sentence) -> bool:
    return not _NOT_DUTY.search(sentence.text) and not _OTHER_TOPIC.search(sentence.topic)


def _described(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """The roles whose description the sentence opens or is, by itself or by the heading; none where it is neither."""
    text, topic = sentence.text, sentence.topic
    duties = _DUTIES_OF.search(text)
    if duties and not _OTHER_TOPIC.search(topic):
        return _roles(duties["who"] or duties["who2"] or duties["who3"] or "member")
    duty = _DUTY.search(text)
    if duty and _is_duty(sentence) and (_LIST_AHEAD.search(text) and _listed(context, sentence)):
        return _roles(duty["who"])
    if duty and _is_duty(sentence) and phrase(_OFFICER).search(duty["who"]) and _SEVERAL.search(text):
        return _roles(duty["who"])
    run_in = _RUN_IN.search(text)
    if run_in and _VERB.search(run_in["does"]) and _is_duty(sentence):
        return _roles(run_in["who"])
    return _under_heading(context, sentence)


def _listed(context: Context, sentence: Sentence) -> bool:
    """Whether two or more items hang on the sentence."""
    after = context.after(sentence, 12)
    loose = len(after) > 1 and all(s.text.lstrip()[:1].islower() for s in after[:2])  # items that lost their marks
    return loose or sum(s.lead_in == sentence.text for s in after) > 1


def _under_heading(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """The roles that a heading says are described under it, where the sentence is the description's first."""
    text, topic = sentence.text, sentence.topic
    if alone := _ALONE.search(topic):
        does = _DUTY.search(text) or _HOLDS.search(text) or (_VERB.search(text) and text.count(",") > 1)
        duty = _DUTY.search(text)
        return _roles((duty or alone)["who"]) if does and _is_duty(sentence) else ()
    if not _TITLE.search(topic) or _OF_BODY.search(topic) or _OTHER_TOPIC.search(topic):
        return ()
    if not _NAMES.search(topic):  # "Roles and responsibilities": of whom, the sentence must say
        duty = _DUTY.search(text)
        return _roles(duty["who"]) if duty and _is_duty(sentence) else ()
    first = context.under_topic(sentence)[0].index == sentence.index
    speaks = any(p.search(text) for p in (_VERB, _DUTY, _LIST_AHEAD, _EXPECTED))
    if not (first and speaks):
        return ()
    duty = _DUTY.search(text)
    return (_roles(duty["who"]) if duty else ()) or _roles(topic)


def _roles(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _ROLES if pattern.search(text))


HITS = (
    Example("The members shall:\n\n- attend meetings;\n- report back to those who sent them.", {"roles": ("member",)}),
    Example("Role of the Chair\n\nTo lead the Partnership and keep order.", {"roles": ("chair",)}),
    Example(
        "The Vice-Chair shall assist the Chair, lead the induction of members and look after the plan.",
        {"roles": ("vice_chair",)},
    ),
    Example("Roles and responsibilities of partners are set out in Annex 2.", {}, Status.DEFERRED),
    Example("Role descriptions are to be developed.", {}, Status.PLACEHOLDER),
    Example(
        "Officers\n\nThe Treasurer shall look after the money. The Treasurer is responsible for the yearly return.",
        {"roles": ("coordinator",)},
    ),
    Example("The duties of the Chair are to lead the Forum.", {"roles": ("chair",)}),
    Example("The role of members is to speak for those who sent them.", {"roles": ("member",)}),
    Example("What the Convener does: opens meetings, keeps order, writes to the Board.", {"roles": ("chair",)}),
)
MISSES = (
    Example("The role of the Partnership is to improve health.", comment="the body's own role"),
    Example("The Chair will be elected each year.", comment="appointment"),
    Example("Members declare interests.", comment="interests"),
    Example("Housing plays a role in health.", comment="another sense"),
    Example("The role of members is larger than it was.", comment="no duty is named"),
    Example("The Chair is responsible for picking the venue.", comment="one duty in passing"),
    Example("The responsibilities of the Panel will be limited to housing.", comment="the body's remit"),
    Example("The Chair shall not vote, shall not propose motions, and shall not speak twice.", comment="votes"),
    Example("The Board is responsible for:\n\n- the plan;\n- the budget.", comment="the body"),
    Example("Responsibilities\n\nThe Panel is responsible for the yearly plan.", comment="the body, under a heading"),
)
