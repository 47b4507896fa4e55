"""How often the body meets (GUIDE.md, meeting_frequency).

"Meets as needed" and a frequency tied to another body's meetings have no number. Reports, reviews and events of others
are not meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.frequencies import AMBIGUOUS, Frequency, frequencies
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFrequency(Value):
    """Value of a meeting_frequency clause."""

    per_year: float | None = None
    """Meetings a year."""
    bound: str | None = None
    """"exact", "at_least", "at_most" or "about"."""


VALUE = MeetingFrequency
ESSENTIAL = ("per_year",)
SCOPED = True

CUE = phrase(
    r"\bmeet(?:s|ings?)?\b|\b(?:conven(?:e|es|ed)|gather(?:s|ings?)?|get together|hold|held|sits?|sessions?"
    r"|events)\b|\bassembl(?:e|es|y)\b|^\W*how often\b"
)
_MEET = phrase(
    r"\b(?:(?:shall|will|should|must|may|to|normally|usually|generally|also|they|we) (?:\w+ )?meet|meets"
    r"|meet (?=once|twice|every|at least|month|quarter|as|on a|not|no|\d|{NUMBER})"
    r"|meetings? (?:of [\w &']+ )?(?:shall|will|are|is|to|should|must) (?:normally |usually |generally "
    r"|also )?(?:be |take place|occur)"
    r"|(?:hold|holds|held|convene|convened|have|be"
    r"|are) (?:\w+ ){0,4}?(?:{NUMBER} )?(?:\w+ ){0,4}?meetings?|(?:shall|will) be (?:held|convened)"
    r"|(?:shall|will) (?:\w+ly )?(?:be )?(?:hold|sit|convene|gather)"
    r"|meetings? (?:of [\w &']+ )?(?:a|per|each|every|in each|in every|in any) year"
    r"|{NUMBER} (?:\w+ ){0,3}?meetings? |get together|events?\b|convenes"
    r"|meetings? (?:of [\w &']+ )?(?:take|takes) place|annual general meeting"
    r"|frequency of meetings?|meetings?:|(?:quarterly|monthly|bi-?monthly|weekly|fortnightly"
    r"|six-weekly) (?:\w+ )?meetings?|meetings? (?:quarterly|monthly|weekly|fortnightly))\b"
)
_LABEL = phrase(r"^\W*(?:how often|how many(?: meetings)?|frequency|meetings)\W*:")
_HOW_OFTEN = phrase(r"times? a year|frequen|how often|\b(?:will|shall|board|forum|group|partnership|we|they) meet\b")
_YEARLY_MEETING = phrase(
    r"(?:shall|will|must|to|we|they) (?:be )?(?:hold|held|convened?) (?:an )?annual (?:general )?(?:meeting|assembly)\b"
    r"|annual general meeting (?:shall|will|must|is to|to) (?:take place|be (?:held|convened))"
)
_TOPIC = phrase(
    r"\bhow often\b|\bfrequency\b|\bmeetings?\b|when (?:do|does) (?:\w+ )+meet|getting together|how many$"
    r"|when we meet"
)
_OTHER_BUSINESS = phrase(
    r"\b(?:report|review|elect(?!ron)|appoint|nominat|serve|monitor|publish|refresh|updat|stand down"
    r"|minute|audit|perform|appear|vote|chosen|budget|train|notice|advance|before|missed|absent|attend"
    r"|consecutive|successive)\w*\b"
)
_IN_PASSING = phrase(
    r"^\W*at (?:its|their|the|each|every) (?:\w+ ){0,3}?(?:meeting|assembly)\b(?! (?:is|are|shall|will"
    r"|must))"
)
_LAST_VERB = phrase(
    r"\b(?:review|report|elect(?!ron)|appoint|monitor|publish|updat|refresh|audit|consult|select|chosen"
    r"|revis|produc)\w*\W+(?:\w+\W+){0,2}$"
)
_CHOSEN_AT = phrase(  # "elected at the Annual General Meeting in" each year
    r"\b(?:elected|appointed|chosen|selected|nominated)\b[^.;]*\bat (?:the|an|its|each|every"
    r"|their)\b[^.;]*\bmeeting\b[^.;]*$"
)
_AS_NEEDED = phrase(
    r"\b(?:meets?|meetings? (?:shall|will|may|are|can) be (?:held|called|convened"
    r"|arranged)) (?:\w+ ){0,3}?(?:as (?:and when |often as )?(?:it thinks? fit|they think fit|needed"
    r"|required|necessary|appropriate"
    r"|determined)|when(?:ever)? (?:needed|required|necessary|there is))"
)
_TIED = phrase(
    r"\bmeets? (?:\w+ ){0,3}?(?:prior to|before|after|following|immediately before|in advance of|ahead of"
    r"|alongside) (?:each |every |the )?[\w &']*?meetings?\b"
)
_PERSONAL = phrase(
    r"(?:{CHAIR}|co-?ordinator|manager|officer|secretary)[\w ,]*\b(?:meets?|will meet"
    r"|shall meet) (?:with )?(?:the|each|all)?"
)
_SPECIAL = phrase(r"\b(?:special|extraordinary|emergency|additional|extra|further) (?:general )?meetings?")


def find(context: Context) -> Iterator[Hit]:
    """Hits for how often bodies meet."""
    for sentence in context.sentences:
        text = sentence.text
        topical = bool(_TOPIC.search(sentence.topic) or _LABEL.search(text))
        if sentence.narrative or not (CUE.search(text) or topical):
            continue
        if _MEET.search(text) and status.is_placeholder(text) and _HOW_OFTEN.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.placeholder", Status.PLACEHOLDER)
        elif _YEARLY_MEETING.search(text) and not frequencies(text):
            value = {"per_year": 1, "bound": "exact"}
            body = _general_meeting(text) or "Annual General Meeting"
            yield Hit(value, (sentence,), "meeting_frequency.annual", body=body, key="agm")
        elif chosen := _choose(sentence, topical):
            yield _measured(sentence, chosen)
        elif _AS_NEEDED.search(text) and not _SPECIAL.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.as_needed")
        elif _TIED.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.tied")


def _measured(sentence: Sentence, chosen: Frequency) -> Hit:
    ambiguous = AMBIGUOUS.search(sentence.text[chosen.start : chosen.end])
    body = _general_meeting(sentence.text)
    return Hit(
        {"per_year": chosen.per_year, "bound": chosen.bound},
        (sentence,),
        "meeting_frequency.value",
        notes=("ambiguous: twice a year or every other year",) if ambiguous else (),
        body=body,
        key="agm" if body else "",
    )


def _general_meeting(text: str) -> str | None:
    """An annual general meeting that shall be held is a body of its own (GUIDE.md, Conventions)."""
    match = re.match(
        r"\s*(?:an|the|there shall be an|we hold an)\s+(annual general meeting|annual assembly"
        r"|annual meeting)\b(?! (?:also|elects))",
        text,
        re.I,
    )
    return "Annual General Meeting" if match and "general" in match[1].lower() else None


def _choose(sentence: Sentence, topical: bool) -> Frequency | None:
    """The frequency that belongs to meeting, not to reporting, reviewing or electing."""
    text = sentence.text
    if _PERSONAL.search(text) or _IN_PASSING.search(text):
        return None
    special = _SPECIAL.search(text)
    meet = _MEET.search(text)
    for one in frequencies(text):
        if _LAST_VERB.search(text[: one.start]) or _CHOSEN_AT.search(text[: one.start]):
            continue
        if special and special.start() < one.start and not re.search(r"\bordinary\b", text, re.I):
            continue  # how often further meetings are held is not the rule for ordinary ones
        if meet and abs(one.start - meet.start()) <= 90:
            between = text[min(meet.end(), one.end) : max(meet.start(), one.start)]
            clause = text[max(0, one.start - 70) : one.end]
            if one.end <= meet.start() and "," in text[one.end : meet.start()]:
                continue  # "reviewed every year, at its first meeting"
            shared = re.match(
                r"\s*and (?:report|elect its officers)s?\b", between, re.IGNORECASE
            )  # "shall meet and report yearly"
            if (_OTHER_BUSINESS.search(between) and not shared) or (
                not CUE.search(clause) and not CUE.search(text[one.end : one.end + 40])
            ):
                continue
            if _OTHER_BUSINESS.search(text[: meet.start()]) and not re.search(r"[,;:-]", text[: meet.start()]):
                continue
            return one
        begins = re.fullmatch(
            r"\W*(?:at least|about|normally|usually|not less than|a minimum of|[\w ]{1,25}:|how often:|frequency:"
            r"|meetings?:)?\W*",
            text[: one.start],
            re.I,
        )
        if topical and begins and not _OTHER_BUSINESS.search(text):
            return one
    return None


HITS = (
    Example("The Partnership will meet at least four times a year.", {"per_year": 4, "bound": "at_least"}),
    Example("The Board meets monthly, except in August.", {"per_year": 11, "bound": "exact"}),
    Example(
        "There shall be not fewer than six ordinary meetings in each calendar year.",
        {"per_year": 6, "bound": "at_least"},
    ),
    Example("Meetings will normally be held every other month.", {"per_year": 6, "bound": "about"}),
    Example("The Forum meets as and when required.", {}),
    Example("The Group convenes every month, August excepted.", {"per_year": 11, "bound": "exact"}),
    Example("The Committee shall meet as and when it thinks fit.", {}),
    Example(
        "The Executive shall meet and report to the members at least once each year.",
        {"per_year": 1, "bound": "at_least"},
    ),
    Example("The Board will meet [x] times a year.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The Chair will report to the Council twice a year.", comment="a report"),
    Example("Members are elected every two years at the annual meeting.", comment="an election"),
    Example("The manager meets the chief executive each quarter.", comment="one officer's meetings"),
    Example("Papers are sent a week before each meeting.", comment="notice"),
    Example("The strategy is reviewed quarterly.", comment="a review"),
    Example("The officers shall be elected at the Annual General Meeting in each year.", comment="an election"),
    Example("The secretary is responsible for convening annual general meetings.", comment="a duty"),
)
