"""When and by whom the terms, the membership or the procedures are reviewed (GUIDE.md, review_cycle).

The review of strategies, plans, targets and performance is not this type. ``agreed`` is used only beside a review
provision; a one-off review has ``next_review`` and no ``interval``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.dates import dates
from torparse.lexicon.durations import durations
from torparse.lexicon.frequencies import AMBIGUOUS, frequencies
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.facts import agreed_on
from torparse.rules.words import head, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCycle(Value):
    """Value of a review_cycle clause."""

    subject: str | None = None
    """"terms_of_reference", "membership" or "procedures"."""
    interval: str | None = None
    """ISO 8601 duration between reviews."""
    ad_hoc: bool | None = None
    """True for "or as need arises"."""
    by: str | None = None
    """Who reviews, in the document's words, lower-cased."""
    agreed: str | None = None
    """ISO 8601 date (or year-month) on which the present terms were agreed."""
    next_review: str | None = None
    """ISO 8601 date (or year-month) of the next review."""


VALUE = ReviewCycle
ESSENTIAL = ("interval", "by")
SCOPED = False

CUE = phrase(
    r"\breview(?:s|ed|ing|able)?\b|\brevisit\w*\b|\b(?:have|take|takes) a (?:good |fresh )?look\b"
    r"|\blook(?:s|ed)? (?:again )?at\b|\bconsiders? whether\b|\btakes? stock of\b|\bnext look\b"
    r"|\bre-?examin\w+\b|\bexamine whether\b|\brefresh(?:ed)?\b|\breconsider\w*\b"
    r"|\bremains? fit for purpose\b|\bkept under review\b|\brevised\b|\bevaluat(?:e|es|ed|ion of)\b"
    r"|\brenew(?:s|ed|al)?\b|\bassess(?:es|ed)? (?:its|their|the|these)\b"
)
_TERMS = phrase(
    r"\b(?:terms? of reference|\btor\b|constitution|these (?:terms|rules|arrangements|provisions)"
    r"|this (?:document|agreement|sheet|page|charter|constitution|protocol|memorandum|framework|handbook"
    r"|policy document|code of governance|governance \w+)|(?:the|this|our|its|their|each|\w+ group) charters?|by-?laws"
    r"|(?<!corporate\s)(?<!information\s)governance (?:arrangements|document|framework|structures?|rules)"
    r"|(?:the|its|our|their) (?:rules|terms)(?! (?:of|on|for)\b(?! reference))(?=[\s,.;]|$)"
    r"|partnership agreement|memorandum of understanding|rule book|working rules)\b"
)
_PROCEDURES = phrase(
    r"\b(?:(?:operating|working|meeting|decision[ -]making|own|its|their|our|these|internal"
    r"|governance) (?:(?:operating|working|own) )?(?:procedures?|processes|protocols?)|^procedures?|standing orders"
    r"|ways of working|operating arrangements)\b(?! (?:for|at|in) (?!meetings|decision))"
)
_MEMBERSHIP = phrase(
    r"\b(?:membership(?! (?:fees?|subscriptions?|applications?|cards?|databases?|lists?|numbers?|enquir\w+|dues"
    r"|requests?|benefits?|charges?|scheme))|(?:roll|list) of (?:member|partner)\w*|right (?:organisations|people"
    r"|partners) are members|composition of the|representation on)\b"
)
_OTHER = phrase(
    r"\b(?:strateg\w+|(?:action |delivery |business |work |partnership )?plans?|priorit\w+|performance"
    r"|progress|targets?|indicators?|outcomes?|budgets?|risks?|projects?|needs assessment|services?"
    r"|schemes?|funding|polic(?:y|ies)|decisions?|guidance|policing|issues|activit\w+|commission\w+|vision"
    r"|figures?|data|applications|agreement \(laa\)|reserve|applications?|minutes|reports?|codes?)\b"
)
_PRONOUN = phrase(r"^\W*(?:they|it|this|these)\b|^\W*(?:review|reviewed)\b|^\W*in any case\b")
_NOTHING_BEFORE = phrase(r"^\W*(?:(?:it|they|this|these|to|will|shall|must|should|may|be|is|are|has|have) ?)*$|: ?$")
"""Before a passive verb: no noun says what is reviewed ("Will be reviewed yearly")."""
_NOTHING_AFTER = phrase(
    r"^ ?(?:it|them|this|these)?(?:$|[.,;:]| (?:annually|every|each|at|once|yearly|in|on|by|whenever|from)\b)"
)
"""After an active verb: no noun either ("The Board will review it each year")."""
_TOPIC = phrase(r"\breview\w*\b|\bchang\w+\b|\balter\w*\b|\bamend\w*\b|\brules\b|\brevis\w+\b")
_AD_HOC = phrase(
    r"\b(?:or|and),? (?:as|if|when(?:ever)?|where) (?:and when |the )?(?:need(?:s)? (?:arises?|be)"
    r"|required|necessary|needed|appropriate|circumstances|the need arises)(?! to\b)|\b(?:as"
    r"|whenever) (?:and when )?(?:(?:the )?need arises?|required|necessary|needed|appropriate)"
    r"|at such other times|at any (?:other )?time|(?:or )?(?:sooner|earlier|more (?:often"
    r"|frequently)) (?:if|as|where|should)|as need arises|\bfrom time to time|when (?:legislation|the law"
    r"|circumstances) chang"
)
_NEXT = phrase(
    r"\b(?:next (?:\w+ )?(?:review|look)(?: date| due)?"
    r"|review(?:ed)?(?: date)?(?: by [\w ]+?)?(?: is)? due|review date|due for review|date (?:of"
    r"|for) (?:next )?review|to be reviewed(?: by| in| on)?|(?:first|next) such review|(?:finished"
    r"|completed) by|review by"
    r"|be reviewed (?:by|in|on)|for review (?:by|in|on))\b"
)
_BY = phrase(
    r"\b(?:reviewed|revised|looked at|re-?examined|refreshed|undertaken|carried out"
    r"|considered)\b[^.;]{0,60}?\bby (?P<by>(?:the |its )?[A-Za-z][^.;,]{2,60})"
)
_ACTIVE = phrase(
    r"(?P<verb>\b(?:shall|will|must|should|is to|are to|may)? ?(?:formally |regularly |annually "
    r"|also )*(?:review|examine|re-?examine|revisit|refresh|reconsider)s?\b)"
)
_BEFORE = phrase(r"\blay (?:these|the|this) [\w ]+ before (?P<by>the [\w ]+?) for review")
_PAST = phrase(
    r"\bsolicited reviews?\b|\bpeer reviews?\b|\bliterature review\b|\b(?:was|were|has been|have been"
    r"|had been|last) (?:last )?reviewed\b|\breviewed, no change\b"
)
_INTERVALS = {
    4: "P3M",
    2: "P6M",
    1: "P1Y",
    12: "P1M",
    0.5: "P2Y",
    0.33: "P3Y",
    0.25: "P4Y",
    0.2: "P5Y",
    3: "P4M",
    6: "P2M",
    52: "P1W",
}


def find(context: Context) -> Iterator[Hit]:
    """Hits for the review of terms, membership and procedures, with the dates that stand beside them."""
    found = [hit for sentence in context.cued(CUE) if (hit := _hit(context, sentence)) is not None]
    terms = [hit for hit in found if hit.key == "terms_of_reference"]
    dated = list(_dated(context))
    agreed = agreed_on(context)
    for hit in found:
        lends = hit.key == "terms_of_reference" or (
            not terms and hit.key == "procedures" and phrase(r"standing orders").search(hit.sentences[0].text)
        )
        if agreed and lends and hit.status is not Status.PLACEHOLDER:
            iso, sentence = agreed
            hit = Hit(
                dict(hit.value) | {"agreed": iso},
                (*hit.sentences, sentence),
                hit.rule,
                hit.status,
                key=hit.key,
                notes=hit.notes,
            )
        yield hit
    yield from dated


def _hit(context: Context, sentence: Sentence) -> Hit | None:
    text = sentence.text
    if (sentence.heading and not dates(text)) or phrase(
        r"\b(?:when|after|before|if|once) (?:it|they|the \w+) reviews?\b"
    ).search(text):
        return None
    if _PAST.search(text) or phrase(r"\breviewing and (?:managing|monitoring)").search(text):
        return None
    what = _what(context, sentence)
    if what is None:
        return None
    value: dict[str, Any] = {"subject": what}
    interval = _interval(text)
    if interval:
        value["interval"] = interval
    if _AD_HOC.search(text):
        value["ad_hoc"] = True
    by = _by(text)
    if by:
        value["by"] = by
    upcoming = _NEXT.search(text)
    for date in dates(text):
        if upcoming and date.start > upcoming.start():
            value["next_review"] = date.iso
    if len(value) == 1 and not phrase(
        r"\b(?:review(?:ed|s)?|revised) (?:regularly|periodically)|under (?:regular )?review"
        r"|regularly reviewed|(?:shall|will|must|should|to) (?:be )?(?:\w+ )?(?:review|revis)"
    ).search(text):
        return None
    st = (
        Status.PLACEHOLDER
        if status.is_placeholder(text) and "interval" not in value and "next_review" not in value
        else None
    )
    notes = ("ambiguous: twice a year or every other year",) if AMBIGUOUS.search(text) else ()
    return Hit(value, (sentence,), "review_cycle.value", st, key=what, notes=notes)


def _what(context: Context, sentence: Sentence) -> str | None:
    """What is reviewed: the nearest fitting noun before the verb, or by pronoun under a heading on review or change."""
    text = sentence.text
    verb = CUE.search(text)
    if verb is None:
        return None
    before, after = text[: verb.start()], text[verb.end() :]
    passive = phrase(r"\b(?:be|is|are|been|being|fall to be|looked|have|take|:) ?$").search(before) or verb[
        0
    ].lower().startswith(("reviewed", "looked", "revised"))
    for part in (before, after[:80]) if passive else (after[:110], before):
        places = {
            "terms_of_reference": _last(_TERMS, part, not passive),
            "membership": _last(_MEMBERSHIP, part, not passive),
            "procedures": _last(_PROCEDURES, part, not passive),
        }
        other = _last(_OTHER, part, not passive)
        best = max(places, key=lambda name: places[name])
        if places[best] > other or (places[best] > -10_000 and other == -10_000):
            return best
        if other > -10_000:
            return None
    unnamed = _PRONOUN.search(text) or (_NOTHING_BEFORE.search(before) if passive else _NOTHING_AFTER.search(after))
    if not unnamed or _OTHER.search(sentence.topic):
        return None
    return next((name for name, pattern in _BY_TOPIC if pattern.search(sentence.topic)), None)


_BY_TOPIC = (
    ("membership", _MEMBERSHIP),
    ("terms_of_reference", _TERMS),
    ("procedures", _PROCEDURES),
    ("terms_of_reference", _TOPIC),
)
"""What a review is of where only the heading says it; "Changes" and "Review" stand for the terms."""


def _last(pattern: re.Pattern[str], text: str, first: bool) -> int:
    """Closeness to the verb: the last match's end before it, or the first one's start (negated) after it."""
    places = list(pattern.finditer(text))
    if not places:
        return -10_000
    return -places[0].start() if first else places[-1].end()


def _interval(text: str) -> str | None:
    verb = CUE.search(text)
    every = phrase(r"\b(?:every|each|intervals? of|intervals? not exceeding|at least (?:once )?(?:every|in))\b").search(
        text
    )
    if every:
        for one in durations(text[every.end() : every.end() + 40].replace("(", " ").replace(")", " ")):
            if re.match(r"P\d+[YMW]", one.iso):
                return one.iso
        nth = phrase(
            r"\b(?:every|each) (?:other|second|alternate) (?:year|january|february|march|april|may|june|july"
            r"|august|september|october|november|december|spring|summer|autumn|winter|agm|annual)"
        ).search(text)
        if nth:
            return "P2Y"
        if phrase(r"\bevery third year").search(text):
            return "P3Y"
        if phrase(
            r"\b(?:in|every|each|at) (?:[\w ]+ (?:of|in) )?(?:each|every) (?:year|municipal year|calendar year"
            r"|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer"
            r"|autumn|winter|annual general meeting|agm|annual meeting)|\bevery (?:january|february|march|april"
            r"|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|agm"
            r"|annual general meeting|annual meeting)"
        ).search(text):
            return "P1Y"
    if (
        phrase(
            r"\bat (?:the|its|each) (?:annual general meeting|agm|annual meeting|first meeting (?:of|in) (?:the"
            r"|each) (?:municipal )?year)\b"
        ).search(text)
        and verb
    ):
        return "P1Y"
    if phrase(r"\bannual(?:ly)? (?:basis|review)|\byearly (?:basis|review)").search(text):
        return "P1Y"
    if phrase(r"\bbiennial review").search(text):
        return "P2Y"
    for often in frequencies(text):
        nearest = _INTERVALS.get(often.per_year)
        if nearest:
            return nearest
    match = phrase(r"\b(?:{NUMBER})[ -](?:year|month)(?:ly|s)?\b").search(text)
    if match and phrase(r"yearly|monthly").search(match[0]):
        for one in durations(re.sub(r"ly\b", "", match[0])):
            return one.iso
    return None


def _by(text: str) -> str:
    found = _who(text)
    odd = re.search(r"\b(?:subject|single|regular|annual|formal|document|reviews?|terms|further|full)\b", found)
    return found if re.search(r"[a-z]{3}", found) and not odd else ""


def _who(text: str) -> str:
    carried = phrase(
        r"(?P<by>(?:the |its )?[\w &']{3,40}?) (?:is to|are to|shall|will|must|should)"
        r" (?:carry out|undertake|conduct|lead) (?:an? |the |its )?(?:[\w-]+ ){0,3}?review"
    ).search(text)
    if carried:
        return head(carried["by"])
    match = _BEFORE.search(text) or _BY.search(text)
    if match:
        found = head(
            match["by"],
            limit=7,
            stop=(
                r"\b(?:on|at|in|for|every|each|annually|as|or as|and (?:as|if|when|any|updated|amended|revised|changed)"
                r"|who|to ensure|within|from"
                r"|with)\b"
            ),
        )
        return (
            ""
            if dates(found)
            or re.match(
                r"(?:end|\d|january|february|march|april|may|june|july|august|september|october|november|december)",
                found,
            )
            else found
        )
    active = _ACTIVE.search(text)
    if (
        active
        and not phrase(r"\bbe (?:\w+ )?$").search(text[: active.start("verb")] + " ")
        and not re.search(r"review(?:ed|ing)", active[0], re.I)
    ):
        found = subject(text, active.start())
        return (
            found
            if found
            and not phrase(r"\b(?:for|to|annual|next|first|this|date|regular|subject to|under|a)$").search(found)
            and not _TERMS.search(found)
            else ""
        )
    return ""


def _dated(context: Context) -> Iterator[Hit]:
    """A line that only gives the date of the next review ("Next review: March 2026"; a column of a version history)."""
    last: Hit | None = None
    for sentence in context.sentences:
        column = phrase(r"\bnext review\b|\breview (?:date|due)\b").search(sentence.column)
        line = _NEXT.search(sentence.text)
        if sentence.narrative or not (column or line) or len(sentence.text.split()) > 22:
            continue
        if _OTHER.search(sentence.text[: line.start()] if line else "") and not _TERMS.search(sentence.text):
            continue
        found = [
            d
            for d in dates(sentence.text.rpartition(": ")[2] if column else sentence.text)
            if column or (line and d.start >= line.start())
        ]
        if found and not (line and _what(context, sentence)):
            last = Hit(
                {"subject": "terms_of_reference", "next_review": found[-1].iso},
                (sentence,),
                "review_cycle.next",
                Status.STATED,
                key="terms_of_reference",
            )
    if last:
        yield last


HITS = (
    Example(
        "These terms of reference will be reviewed annually by the Board.",
        {"subject": "terms_of_reference", "interval": "P1Y", "by": "board"},
    ),
    Example(
        "The Executive shall review this constitution every two years, or as need arises.",
        {"subject": "terms_of_reference", "interval": "P2Y", "by": "executive", "ad_hoc": True},
    ),
    Example(
        "Membership of the Forum will be reviewed every three years.", {"subject": "membership", "interval": "P3Y"}
    ),
    Example("The terms of reference will be kept under review.", {"subject": "terms_of_reference"}),
    Example(
        "The Panel shall periodically review these terms of reference.",
        {"subject": "terms_of_reference", "by": "panel"},
    ),
    Example(
        "Operating procedures will be reviewed by the Management Group.",
        {"subject": "procedures", "by": "management group"},
    ),
)
MISSES = (
    Example("The Community Strategy will be reviewed every three years.", comment="a strategy"),
    Example("The Board will review progress against targets quarterly.", comment="performance"),
    Example("Risks are reviewed at each meeting.", comment="risks"),
    Example("The action plan is reviewed annually by the theme groups.", comment="a plan"),
    Example("The terms were reviewed in 2007.", comment="a past review alone"),
)
