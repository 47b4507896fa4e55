"""Who holds the chair or vice-chair and how they come to it (GUIDE.md, chair_appointment).

One clause for each role and body; a co-chair is a chair. Who stands in for one meeting, and what the chair does, are
not appointments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from torparse.clauses._chair_appointment import (
    choices,
    composed,
    extras,
    holders,
    listed,
    posts,
    told,
    turns,
    ways,
)
from torparse.clauses._term_of_office.lengths import values as term_values
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import FOR_THE_TIME, OFFICE, STAND_IN, SUCCESSORS, honorary, offices_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairAppointment(Value):
    """Value of a chair_appointment clause."""

    role: str | None = None
    """Which post: "chair" or "vice_chair"."""
    method: str | None = None
    """How the post is filled: "elected", "selected", "appointed", "nominated", "ex_officio" or "rotating"."""
    by: str | None = None
    """Who chooses, in the document's words, lower-cased; empty for ex officio."""
    from_: str | None = None
    """The pool or, ex officio, the post (``from`` in the output), in the document's words, lower-cased."""
    term: str | None = None
    """Term of office as an ISO 8601 duration."""
    approval: str | None = None
    """Who approves or confirms the choice, in the document's words, lower-cased (not scored, as those below)."""
    nominee: bool | None = None
    """True where the holder of the post may name somebody instead."""
    interim: str | None = None
    """Who presides until the first chair is chosen."""
    constraint: str | None = None
    """In what chair and vice-chair must differ: "different_sectors" and the like."""
    tenure: str | None = None
    """How long the chair is held where there is no term: "while_in_office" is as long as the post that brings it."""


VALUE = ChairAppointment
ESSENTIAL = ("method", "by|from")
SCOPED = True

CUE = phrase(
    r"{CHAIR}|{VICE}|\b(?:co-?)?chaired\b|\bchairing\b|\bchair(?:man)?ship\b|\bpresid(?:e|es|ed)\b|\bwho leads\b"
    r"|\bled by\b"
    r"|election protocols?|\bmoderator\b"
    r"|^\W*(?:they|he or she|(?:this|the) post(?:[- ]?holder)?|these|the officers|office[ -]bearers|all (?:the "
    r")?officers)\b[^.;]{0,60}(?:elected|appointed"
    r"|chosen|selected)"
)
_SAME_WAY = phrase(
    r"\bsame (?:way|manner|applies|procedure|arrangements?|basis)|\blikewise\b|in like manner|\bso (?:is|are) the\b"
)
_UNRELATED = phrase(
    r"\b(?:chairs?|chairing) (?:of|the) (?:other|sub-?groups?|theme|working|task)|bring your own chair|arm-?chair"
    r"|(?:stack\w*|put)(?: the)? chairs|rises from the chair|with the consent of the chair|chair'?s action"
    r"|interim chair|person in the chair|appointments panel"
    r"|^\W*(?:the )?(?:chair(?:man|person|woman)?|convenor|convener) (?:of (?:the |our |its )?|[-–—] "
    r")[\w &,'’-]{2,60}?"
    r"(?:sub-?(?:group|committee)|work ?stream|(?:working|task|delivery|steering) (?:group|party)|network|panel)s?\W*$"
)
"""Among them a member who is there as the chair of another group ("Chair of the Housing Sub-Group")."""
_CHOSEN = phrase(
    r"{CHAIR}[^.;]{0,90}\b(?:elected|appointed|selected|chosen|nominated|determined|decided|agreed|rotat\w+|picked)\b"
)
_RULES = (
    extras.interim,
    choices.officers,
    holders.by_right,
    ways.other_ways,
    ways.fragment,
    choices.labelled,
    turns.in_turn,
    turns.succession,
    composed.composed,
    choices.noun,
    choices.active,
    choices.made,
    choices.passive,
    choices.fronted,
    told.fronted_participle,
    told.filled,
    posts.listed,
    posts.ex_officio,
    choices.question,
    posts.asked,
    posts.apposed,
    posts.given,
    told.adjective,
    posts.named,
    extras.constrained,
    composed.headed,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for how the chair and vice-chair are filled, one for each office."""
    last: tuple[Sentence, Hit] | None = None
    filled: set[object] = set()
    for sentence in context.cued(CUE, topic=True):
        if SUCCESSORS.search(sentence.text) or honorary(sentence.text, context.structure.clean):
            continue
        if _UNRELATED.search(sentence.text) and not _CHOSEN.search(sentence.text):
            continue
        hits = [hit for part in _parts(sentence) for hit in _hits(context, part, last)]
        yield from hits
        if hits:
            last = sentence, hits[0]
            filled |= {hit.key for hit in hits if hit.value.get("method") not in (None, "ex_officio")}
    yield from (hit for hit in listed.listed_offices(context) if hit.key not in filled)


_FAILING = phrase(
    r",? or,? failing (?:him|her|them|that|him or her|whom)\b[^.;]*"
    r"|, (?:if|when|where|should) (?:you|we|they|he or she|the \w+) [^.;,]{3,50}(?=, (?:is|are|shall|will)\b)"
)
"""Who presides where the holder is not there, and other asides."""
_NEXT_OFFICE = phrase(
    r"(?:,|;)? (?:(?:and|while|whilst|whereas|but|with),? )+(?=(?:(?:the|our|its|a|that of) )?(?:{VICE}|{CHAIR})(?:,"
    r" [^,]{3,40},)?"
    r" (?:(?:shall|will|is|are|being|to be|comes|must|may|we|by|from)\b|elected|appointed|chosen|selected|nominated))"
    r"|, (?:and|while|whilst|whereas|but) (?=[^.;]{5,120}\b(?:be|is|becomes?|serves? as|acts? as|appoints?|elects?"
    r"|chooses?"
    r"|selects?|nominates?|picks?) (?:the |our |its |a )?(?:{VICE}|{CHAIR})\b)"
)
"""Where one sentence goes on from one office to the other."""
_ELLIPSIS = phrase(r"^(?P<office>[\w ]*?(?:{VICE}|{CHAIR}))(?: (?P<rest>(?:by|from) .*))")
_FILLED = phrase(
    r"\b(?P<verb>elected|appointed|chosen|selected|nominated|picked|named|voted in|elects?|appoints?|chooses?|selects?"
    r"|nominates?|picks?|names?|puts? forward|rotat\w+|goes round)\b"
)


_TWO_POSTS = phrase(
    rf"(?<=[\w)]),? and (?=(?:the|an?|one|our) [^.;]{{3,90}}? (?:shall|will|must|is to|are to|to) (?:be|act as"
    rf"|serve as)"
    rf" (?:the |its )?{OFFICE}\W*$)"
)
"""Between two who hold an office each ("A shall be Chair and B shall be Vice-Chair")."""


def _parts(sentence: Sentence) -> list[Sentence]:
    """A sentence of two statements about offices, joined by a semicolon, is read as two."""
    text = _FAILING.sub("", sentence.text)
    parts = _TWO_POSTS.sub("; ", text).split("; ")
    if len(parts) < 2 or not all(CUE.search(part) for part in parts):
        parts = _by_office(text)
        if not parts:
            return [sentence if text == sentence.text else replace(sentence, text=text)]
    return [replace(sentence, text=part) for part in parts]


def _by_office(text: str) -> list[str]:
    """The parts of a sentence on the chair and then on the vice-chair, each with its own way; [] for none."""
    for match in _NEXT_OFFICE.finditer(text):
        first, second = text[: match.start()], text[match.end() :]
        filled = _FILLED.search(first)
        if not filled or len(offices_in(first)) != 1 or offices_in(second)[:1] == offices_in(first):
            continue
        if short := _ELLIPSIS.match(second):
            second = f"{short['office']} is {filled['verb']} {short['rest']}"
        return [first, second]
    return []


def _hits(context: Context, sentence: Sentence, last: tuple[Sentence, Hit] | None) -> Iterator[Hit]:
    text = sentence.text
    if STAND_IN.search(text) and (
        FOR_THE_TIME.search(text) or not re.search(r"\belect(?:s|ed|ion)?\b(?! one of)", text, re.I)
    ):
        return
    if _SAME_WAY.search(text) and last and sentence.index - last[0].index <= 3 and "vice_chair" in offices_in(text):
        own = (term_values(text, "") or {}).get("term")
        value = dict(last[1].value) | {"role": "vice_chair"} | ({"term": own} if own else {})
        yield replace(
            last[1],
            value=value,
            sentences=(*last[1].sentences, sentence),
            rule="chair_appointment.same_way",
            key="vice_chair",
        )
        return
    for rule in (told.unwritten, *_RULES):
        found = rule(context, sentence)
        if found:
            name = rule.__name__
            for value, st in found:
                value = {**extras.extras(text), **value}
                yield Hit(value, (sentence,), f"chair_appointment.{name}", st, key=value["role"])
            return


HITS = (
    Example(
        "The Chair and Vice Chair shall be appointed by the County Council.",
        {"role": "chair", "method": "appointed", "by": "county council"},
    ),
    Example(
        "Members shall elect a Chair from among their number each year.",
        {"role": "chair", "method": "elected", "by": "members", "from": "number", "term": "P1Y"},
    ),
    Example(
        "The Board will be chaired by the Leader of the Council.",
        {"role": "chair", "method": "ex_officio", "from": "leader of the council"},
    ),
    Example(
        "The chair will rotate between the partner organisations.",
        {"role": "chair", "method": "rotating", "from": "partner organisations"},
    ),
    Example(
        "The Group will be chaired by a senior representative of the County Council.",
        {"role": "chair", "from": "county council"},
    ),
    Example(
        "Chair: elected by the Forum every May.", {"role": "chair", "method": "elected", "by": "forum", "term": "P1Y"}
    ),
    Example(
        "Group leads are responsible for appointing a deputy chair.",
        {"role": "vice_chair", "method": "appointed", "by": "group leads"},
    ),
    Example("How the chair is to be appointed is TBC.", {"role": "chair"}, Status.PLACEHOLDER),
)
MISSES = (
    Example(
        "New members join in consultation with the Board's Chair or a panel appointed by them.",
        comment="the panel is what is appointed",
    ),
    Example("The Chair shall keep order and sign the minutes.", comment="duties"),
    Example(
        "In the absence of the Chair those present shall choose one of their number to preside at that meeting.",
        comment="stand-in",
    ),
    Example("Urgent decisions may be taken by the Chair.", comment="powers"),
    Example("Please put the chairs away after the meeting.", comment="furniture"),
    Example("A paper may be tabled with the consent of the Chair.", comment="powers"),
)
