"""How many members must be present for business to be done (GUIDE.md, quorum).

A quorum is a count, a fraction of the members, or both with the rule that joins them; ``composition`` lists who else
must be there. "There is no quorum" is a stated quorum with an empty value. Not a quorum: the fewest members a body
may have, the quorum of another body, a threshold for calling a special meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.fractions import shares
from torparse.lexicon.numbers import NUMBER, number
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Value):
    """Value of a quorum clause."""

    count: int | None = None
    """Number of those whose presence counts."""
    fraction: str | None = None
    """Share of the members as "1/2"."""
    strict: bool | None = None
    """True where more than the fraction is asked for ("more than half", "a majority")."""
    combine: str | None = None
    """Where both are given: "greater_of", "lesser_of" or "and"."""
    of: str | None = None
    """Whose presence counts, in the document's words, lower-cased."""
    composition: tuple[str, ...] | None = None
    """Who else must be there, in the document's words, lower-cased."""
    requires: tuple[str, ...] | None = None
    """The composition in terms that can be compared: sector or post, and how many at least ("statutory>=1")."""
    derived_count: int | None = None
    """Number that follows by adding up what the composition asks for; the document itself gives no total."""
    rounding: str | None = None
    """How a share that gives no whole number is rounded: "up", "down" or "nearest"."""
    applies_to: str | None = None
    """What it is needed for where that is not the whole meeting: "votes", "decisions"."""
    special: tuple[str, ...] | None = None
    """Quorums for a kind of business of its own: "amendment: 2/3", "dissolution: 12"."""
    wait: str | None = None
    """How long a meeting waits for a quorum, ISO 8601 duration ("PT30M")."""
    adjourned_for: str | None = None
    """How long a meeting without a quorum is put off, ISO 8601 duration."""
    adjourned_quorum: str | None = None
    """The quorum of the meeting put off: "those_present", a count or a fraction."""
    discretion: str | None = None
    """Who judges whether enough are there, in the document's words, lower-cased."""
    inquorate: str | None = None
    """What a meeting without a quorum does: "adjourned", "no_decisions", "discussion_only" or "recommendations"."""


VALUE = Quorum
ESSENTIAL = ("count|fraction",)
SCOPED = True

CUE = phrase(
    r"\benough for (?:it|the meeting|business) to (?:go ahead|proceed|start)\b|"
    r"\bquor(?:um|ate|acy)\b|\binquorate\b|no business (?:other than [\w ]+ )?(?:shall|may|can|will"
    r"|is to) be (?:transacted|done|conducted)"
    r"|no business without|no decisions? (?:can|may|shall|will) be (?:taken|made) (?:unless|without|with fewer)"
    r"|\bfor (?:a|the|any) (?:vote|decision|meeting) to be (?:considered )?(?:valid|quorate|binding"
    r"|effective)|\bfor a decision to (?:stand|count|be (?:valid|binding))|\b(?:settle|decide"
    r"|agree) (?:on )?(?:anything|nothing) unless|\bunless (?:at least )?{NUMBER} (?:of us|members|people"
    r"|of them)\b[^.]{0,20}\b(?:are|is) (?:there|present)|\bcan(?:not|'t) (?:make decisions|take decisions"
    r"|decide anything|do business) (?:unless|without)|(?:as|so) long as {NUMBER} (?:of (?:them|us)"
    r"|members|people)[\w ]* (?:is|are) (?:there|present)"
    r"|(?:must|shall|should|need to) be (?:present|there|in attendance) (?:for|to|before|at) (?:a|the|any"
    r"|it|make|each|every)?"
)
_TOPIC = phrase(
    r"\bquor(?:um|acy)\b|how many (?:of us )?(?:must|have to|need to|should) be|how many [\w' ]*(?:turn up"
    r"|be there|needed|be present|attend|come)"
)
_NOT_THE_RULE = phrase(
    r"^\W*\d+(?:\.\d+)*\W+quorum\W*$|"
    r"if (?:a |the |any )?(?:quorum|requisite number) (?:is|has|be|was) (?:not|lost)|(?:not be "
    r"|be )?(?:reckoned|counted) (?:in|towards) (?:the|a) quorum"
    r"|(?:meeting|it) was (?:quorate|inquorate)|for lack of a quorum|in the absence of a quorum"
    r"|should the requisite number"
    r"|if (?:a|the) (?:meeting|board|group|forum|panel|partnership) (?:is|becomes) (?:not quorate"
    r"|inquorate)|if inquorate|loses its quorum"
    r"|count(?:s|ed)? towards? (?:the |a )?quor|whether the quorum|quorum ought|\bquorum (?:was "
    r"|has been )?(?:lowered|raised|reduced|increased|changed|replaced)|no bearing on"
    r"|quorum of (?:the )?(?:[\w']+ ){0,4}(?:cabinet|full council)\b|when the meeting is quorate"
)
_DENIED = phrase(
    r"\b(?:no|not? (?:have )?(?:a |any )?(?:fixed |formal |set )?)quorum\b(?! (?:of|is present|can be))"
    r"|quorum (?:is|will be) not required|does not (?:require|need|have) a quorum"
)
_COMPOSITION = phrase(
    r"[,;(]? *\b(?:at least {NUMBER} of (?:them|whom)|including|includes?|to include|must include"
    r"|which must|of whom|of which|one of whom"
    r"|at least one of whom|one of them|at least one (?:of|from|representative|member)|provided (?:that"
    r"|always)|with at least|subject to (?:at least|there being)|and unless they include|comprising"
    r"|made up of|made of)\b:?"
)
_TIME = re.compile(
    r"\s*(?:clear |working |calendar )*(?:minutes?|hours?|days?|weeks?|months?|years?|o'clock|mins)\b", re.I
)
_OUT_OF = re.compile(r"(?:out )?of\s+(?:the\s+)?$", re.I)
_GREATER = phrase(
    r"whichever (?:is|shall be|be) (?:the )?(?:greater|higher|larger|more)|if (?:that"
    r"|this) is (?:the )?(?:larger|bigger) (?:number|figure)?|if that number is the larger"
    r"|if that (?:number )?is (?:the )?(?:greater|more|higher)|the (?:greater|higher|larger) of"
    r"|never (?:with )?(?:fewer|less) than|(?:not|no) (?:fewer|less) than|subject to a minimum of"
    r"|(?:with )?a minimum of|and at least|and in any case at least"
)
_LESSER = phrase(
    r"whichever (?:is|shall be|be) (?:the )?(?:lesser|lower|smaller|fewer|less)"
    r"|if that (?:number )?is (?:the )?(?:smaller|fewer|less|lower)|the (?:lesser|lower|smaller|fewer) of"
)
_MAJORITY = phrase(r"\b(?:a|the|simple|an overall) (?:simple |clear )?majority of")
_PEOPLE = re.compile(
    r"\b((?:(?!or\b|and\b|of\b|present\b|in\b|at\b|is\b|are\b)[a-z-]+\s+){0,3}(?:members?|representatives?|directors?"
    r"|trustees?|partners?|organi[sz]ations?|groups?|people|persons?|officers?|"
    r"councillors?|authorit(?:y|ies)|agencies|delegates?|governors?|bodies|sectors?|attendees|membership"
    r"|parties|residents|tenants|board|committee|executive|core group))\b",
    re.I,
)
_FILLER = re.compile(
    r"^(?:(?:with|and|provided(?: always)?(?: that)?|(?:must|should|to|shall)? ?include[sd]?|including"
    r"|of (?:whom|which)"
    r"|unless they include|must)\s+)+"
)
_LATER = phrase(r"must be (?:{NUMBER}|one) of (?:them|those)|must (?:also )?be (?:present|there|represented)")


def find(context: Context) -> Iterator[Hit]:
    """Hits for quorum rules, by the cue in the sentence or in the heading over it."""
    for sentence in context.sentences:
        cued, topical = CUE.search(sentence.text), _TOPIC.search(sentence.topic)
        if sentence.narrative or not (cued or topical) or _NOT_THE_RULE.search(sentence.text):
            continue
        yield from _hit(context, sentence, bool(cued))


def _hit(context: Context, sentence: Sentence, cued: bool) -> Iterator[Hit]:
    text = sentence.text
    if status.is_placeholder(text) and not re.search(r"\d{2,}", text):
        yield Hit({}, (sentence,), "quorum.placeholder", Status.PLACEHOLDER)
        return
    value = values(text)
    if value:
        if not cued and not _states_presence(text):
            return
        if not cued and any(CUE.search(s.text) and values(s.text) for s in context.in_section(sentence)):
            return
        more = tuple(s for s in context.after(sentence, 4) if _continues(s))
        extra = _composition_of(sentence, more)
        yield Hit(value | ({"composition": extra} if extra else {}), (sentence, *more), "quorum.value")
    elif cued and _DENIED.search(text):
        yield Hit({}, (sentence,), "quorum.denied", Status.STATED)
    elif cued and status.is_deferred(text) and re.search(r"quorum|quorate", text, re.I):
        yield Hit({}, (sentence,), "quorum.deferred", Status.DEFERRED)
    elif re.search(r"quorum[^.]{0,60}\b(?:standing orders|own procedure)", text, re.I):
        yield Hit({}, (sentence,), "quorum.own_rules", Status.DEFERRED)


def _states_presence(text: str) -> bool:
    """Under a heading "Quorum" what begins with the number or speaks of presence is the rule."""
    begins = re.match(
        rf"\s*(?:\W*\w+:\s*)?(?:at least |more than |not (?:fewer|less) than |a minimum of "
        rf"|no fewer than )?(?:{NUMBER}|a "
        rf"|one |half|\d)",
        text,
        re.I,
    )
    return bool(begins) or bool(re.search(r"\b(?:present|attend|in attendance|there)\b", text, re.I))


def _continues(sentence: Sentence) -> bool:
    return bool(
        _LATER.search(sentence.text)
        or (sentence.item and re.search(r"include|provided|following", sentence.lead_in, re.I))
    )


def _composition_of(sentence: Sentence, more: tuple[Sentence, ...]) -> tuple[str, ...]:
    found: list[str] = []
    match = _COMPOSITION.search(sentence.text)
    if match:
        tail = sentence.text[match.start() :].strip(" ,;(:")
        found += [
            p.strip(" .;,:")
            for p in re.split(r"\band\b(?= (?:at least|one|that|a )\b)|;", tail)
            if len(p.strip(" .;,:")) > 8 and not re.search(r"includ\w*:?\W*(?:\d+\W*)?$", p)
        ]
    for one in more:
        part = re.split(r"\bmust\b", one.text, flags=re.I)[0] if _LATER.search(one.text) else one.text
        found.append(part.strip(" .;,:"))
    tidy = (_FILLER.sub("", " ".join(f.lower().split())) for f in found)
    return tuple(f for f in tidy if f)


def values(text: str) -> dict[str, Any]:
    """Count, fraction and whose presence counts, as far as ``text`` gives them; {} where it gives neither."""
    match = _COMPOSITION.search(text)
    core = (
        text[: match.start()]
        if match and re.search(rf"{NUMBER}|majority|half|third|quarter|%|per cent|\d/\d", text[: match.start()], re.I)
        else text
    )
    found: dict[str, Any] = {}
    place, first = 0, len(core)
    parts = shares(core)
    if parts:
        found["fraction"], place = str(parts[0]), parts[0].end
        first = parts[0].start
        if parts[0].strict:
            found["strict"] = True
    elif majority := _MAJORITY.search(core):
        found |= {"fraction": "1/2", "strict": True}
        place = majority.end()
    for counted in re.finditer(NUMBER, core, re.IGNORECASE):
        inside = any(p.start <= counted.start() < p.end for p in parts)
        if inside or _TIME.match(core[counted.end() :]) or _is_reference(core, counted.start()):
            continue
        if "count" in found or (
            parts and counted.start() > place and not (_GREATER.search(text) or _LESSER.search(text))
        ):
            continue
        found["count"] = number(counted[0])
        if not place or counted.start() < first:
            place = counted.end()
    if "count" in found and "fraction" in found:
        found["combine"] = "lesser_of" if _LESSER.search(text) else "greater_of" if _GREATER.search(text) else "and"
    if found:
        whose = _whose(core, place)
        if whose:
            found["of"] = whose
    return found


def _is_reference(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:section|clause|rule|paragraph|para|act|annex|appendix|schedule|part|s\.o\.|order|minute)s?\s*$",
            text[:start],
            re.I,
        )
    )


def _whose(core: str, place: int) -> str:
    """Who is counted: the people named right after the number, else anywhere in the sentence."""
    after = re.sub(r"^\s*(?:out )?(?:of )?(?:the |its |their |all |agreed (?=the))*", "", core[place:], flags=re.I)
    match = _PEOPLE.match(after) or _PEOPLE.search(after[:60])
    return head(match[1], limit=5) if match else ""


HITS = (
    Example("A quorum of five voting members is needed.", {"count": 5, "of": "voting members"}),
    Example(
        "Meetings are quorate if half of the partner organisations attend.",
        {"fraction": "1/2", "of": "partner organisations"},
    ),
    Example("Six trustees shall constitute a quorum.", {"count": 6, "of": "trustees"}),
    Example(
        "The quorum is one third of members or four members, whichever is the greater.",
        {"fraction": "1/3", "count": 4, "combine": "greater_of", "of": "members"},
    ),
    Example(
        "Quorum\n\nMore than 50% of the representatives.", {"fraction": "1/2", "strict": True, "of": "representatives"}
    ),
    Example("There is no quorum for meetings of the Network.", {}),
    Example("Quorum: to be confirmed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("6 Quorum", comment="a number and a title"),
    Example("The Panel shall have between eight and twelve members.", comment="size of a body"),
    Example(
        "If a quorum is not present within thirty minutes the meeting is adjourned.",
        comment="what follows, not the rule",
    ),
    Example("The meeting was quorate throughout.", comment="minutes"),
    Example("Five members may ask for a special meeting.", comment="requisition"),
    Example("Co-opted members shall not be counted in the quorum.", comment="who does not count"),
)
