"""When and by whom the terms, the membership or the procedures are reviewed (GUIDE.md, review_cycle).

The review of strategies, plans, targets and performance is not this type. ``agreed`` is used only beside a review
provision; a one-off review has ``next_review`` and no ``interval``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.clauses._review_cycle.interval import COUNCIL_TERM, interval
from torparse.clauses._review_cycle.reviewer import by
from torparse.clauses._review_cycle.subject import CUE, OTHER, STRONG, TERMS, what
from torparse.clauses._review_cycle.upcoming import NEXT, NEXT_TIME, upcoming
from torparse.lexicon.dates import dates
from torparse.lexicon.durations import durations
from torparse.lexicon.frequencies import AMBIGUOUS
from torparse.lexicon.phrase import phrase
from torparse.model import Basis, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.facts import agreed_on
from torparse.rules.words import head, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCycle(Value):
    """Value of a review_cycle clause."""

    subject: str | None = None
    """What is reviewed: "terms_of_reference", "membership" or "procedures"."""
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
    last_reviewed: str | None = None
    """ISO 8601 date (or year-month) of the latest review told beside the rule; a past review alone is no clause."""
    expires: str | None = None
    """ISO 8601 date (or year-month) on which the terms lapse unless renewed; beyond the guide."""
    at: str | None = None
    """Occasion of the review: "agm" or "first_meeting" of the year; beyond the guide."""
    trigger: str | None = None
    """What else brings a review about: "change_in_law", or "request" (of ``requested_by``); beyond the guide."""
    requested_by: str | None = None
    """Who may call for a review, in the document's words, lower-cased; beyond the guide."""


VALUE = ReviewCycle


ESSENTIAL = ("interval", "by")


SCOPED = False


_AD_HOC = phrase(
    r"\b(?:or|and),? (?:as|if|when(?:ever)?|where) (?:and when |the )?(?:need(?:s)? (?:arises?|be)"
    r"|required|necessary|needed|appropriate|circumstances|the need arises)(?! to\b)"
    r"|(?<!updated\s)(?<!amended\s)(?<!revised\s)(?<!changed\s)(?<!adjusted\s)(?<!modified\s)\b(?:as|whenever)"
    r" (?:and when )?(?:(?:the )?need arises?|required|necessary|needed|appropriate)"
    r"|at such other times|at any (?:other )?time|(?:or )?(?:sooner|earlier|more (?:often"
    r"|frequently)) (?:if|as|where|should)|as need arises|\bfrom time to time|when (?:legislation|the law"
    r"|circumstances) chang"
    r"|\b(?:at|on|in|plus|and)? ?any (?:other )?(?:time|occasion|point)(?: that| when| at which)? (?:something|anything"
    r"|circumstances|we|they|it|the need|events)\b|\bwhenever (?:something|anything|circumstances|events|a (?:major"
    r"|significant|material)|there is|we|they)\b|\bin between (?:if|when|where)\b|\b(?:if|when|where) (?:something"
    r"|anything|events|circumstances) (?:major |important )?(?:happens?|changes?|comes? up|calls? for|requires?"
    r"|demands?"
    r"|makes?|shifts?)\b|\badditionally (?:as|when|if)\b"
)


_MAY_NEED = phrase(
    r"\bthere (?:may|might|could|can) be (?:an? |the )?(?:requirement|need|occasion|reason|call|cause)s? (?:to|for)"
    r" (?:an? |the )?(?:earlier |further )?(?:review|revis)"
)
"""A review that may be called for: no rhythm, but as need arises."""
_AFTER_FIRST = phrase(
    r"\breview\w*\b[^.;]{0,60}? (?:after|following|at the end of) (?:an? |the )?(?:first "
    r"|initial )?(?P<length>{DURATION})"
    r"(?: period)? ?(?:,? ?\(?(?:in|by) (?P<when>{DATE})\)?)"
)
"""A time and the date that it comes to ("after a period of nine months (in June 2031)")."""
_NEW_VERSION = phrase(
    r"\b(?:develop|prepar|produc|draft|publish|present|issu|adopt|agree|complet|bring forward|draw up)\w*"
    r" (?:an? |the |its |their )?(?:revised|updated|new|amended|fresh)(?: (?:set|version|draft) of (?:the|its|these))? "
    r"{TERMS}\b[^.;]*?\b(?:by|before|no later than|not later than) (?:the )?(?:(?:end|start"
    r"|close) of )?(?P<when>{DATE})"
)
"""A revised version promised for a date is a review of the terms that is due."""
_OTHER_ACT = phrase(
    r"(?:,| and|, and) (?:to )?(?!review|revis|updat|amend|chang|modif)(?:invite|co-?opt|recruit|appoint|add|remove"
    r"|nominate|report|advise|make|take|propose|recommend|seek|approach|include|agree|fill)\w*\b[^.;,]{0,40}? (?:as|if"
    r"|when|where) (?:and when )?(?:necessary|needed|appropriate|required)\b"
)
"""What is done "as appropriate" beside the review is not the review."""
_REVIEWED = phrase(
    r"^\W*(?:\w+ ){0,4}?(?:last |was |were )?reviewed\b(?! (?:by|in|on) (?:the next|future))(?! (?:every|annual))"
)
_LAPSES = phrase(
    r"\b(?:expires?|lapses?|ceases? to have effect|remains? in force (?:until|for)|(?:is|are) valid (?:until|for))\b"
    r"[^.;]*\b(?:unless|until (?:it|they) (?:is|are)|and (?:must|shall|will) (?:then )?be renewed)\b"
)
_CALLED_FOR = phrase(
    r"(?P<by>(?:any|the|a|an|one|{NUMBER}) [\w' -]{2,50}?) (?:may|can) (?:call for|ask for|request|require) (?:an? "
    r"|the )?review"
)
_PAST = phrase(
    r"\bsolicited reviews?\b|\bpeer reviews?\b|\bliterature review\b|\b(?:was|were|has been|have been"
    r"|had been|last) (?:last )?reviewed\b|\breviewed, no change\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the review of terms, membership and procedures, with the dates that stand beside them."""
    found = [hit for sentence in _of_the_terms(context) if (hit := _hit(context, sentence)) is not None]
    found = found or list(_headed(context))
    terms = [hit for hit in found if hit.key == "terms_of_reference"]
    dated = list(_dated(context))
    agreed = agreed_on(context)
    past = _last_reviewed(context)
    upcoming = next((h.value["next_review"] for h in (*found, *dated) if "next_review" in h.value), None)
    for hit in found:
        lends = hit.key == "terms_of_reference" or (
            not terms and hit.key == "procedures" and phrase(r"standing orders").search(hit.sentences[0].text)
        )
        hit = _disambiguated(hit, agreed[0] if agreed else None, upcoming)
        if past and lends:
            hit = replace(hit, value=dict(hit.value) | {"last_reviewed": past})
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
    if not terms:
        yield from _lapsing(context)


_OF_REVIEW = phrase(
    r"^\W*(?:(?:\d+|[ivx]+)[.)]? )?(?:terms of reference )?reviews?(?: (?:schedule|cycle|frequency|periods?"
    r"|intervals?|arrangements?))?"
    r"(?: of (?:the |these )?terms(?: of reference)?)?\W*$"
)
_BARE_WORDS = 6
"""The most words of a line that gives only the rhythm under a heading on review."""


def _headed(context: Context) -> Iterator[Hit]:
    """A rhythm alone under a heading that says no more than "Review"."""
    for sentence in context.sentences:
        label, _, rest = sentence.text.rpartition(":")
        topic, told = (label, rest) if label else (sentence.topic, sentence.text)
        bare = len(told.split()) <= _BARE_WORDS and not sentence.narrative and _OF_REVIEW.match(topic)
        if bare and not CUE.search(told) and (often := interval(told)):
            value = {"subject": "terms_of_reference", "interval": often}
            yield Hit(value, (sentence,), "review_cycle.headed", key="terms_of_reference")


def _disambiguated(hit: Hit, agreed: str | None, upcoming: str | None) -> Hit:
    """ "Bi-annually" is every other year where the next review is two years after the terms were agreed."""
    if not (hit.notes and hit.value.get("interval") == "P6M" and agreed and upcoming):
        return hit
    years = int(upcoming[:4]) - int(agreed[:4])
    return replace(hit, value=dict(hit.value) | {"interval": "P2Y"}, notes=()) if years == 2 else hit


def _last_reviewed(context: Context) -> str | None:
    """The latest date of a line that tells past reviews ("Last reviewed: May 2019")."""
    lines = (s for s in context.sentences if len(s.text.split()) <= 14 and _REVIEWED.search(s.text))
    return max((d.iso for line in lines for d in dates(line.text)), default=None)


def _lapsing(context: Context) -> Iterator[Hit]:
    """Terms that end on a day unless they are renewed must be looked at by then."""
    for sentence in context.cued(_LAPSES):
        text = sentence.text
        if not (TERMS.search(text) or phrase(r"^\W*this version\b").search(text)):
            continue
        value: dict[str, Any] = {"subject": "terms_of_reference"}
        if found := dates(text):
            value["expires"] = found[0].iso
        yield Hit(value, (sentence,), "review_cycle.lapses", Status.STATED, key="terms_of_reference")


_OF_PROPOSALS = phrase(
    r"\b(?:{NUMBER}|an?)[ -](?:clear |calendar |working )?(?:days?|weeks?)(?:['’]s?)?[ -](?:long )?(?:(?:public|open"
    r"|community"
    r"|member) )?review(?: (?:period|window|phase))?\b|\b(?:public|open|community|peer"
    r"|legal) (?:comment and )?reviews?\b"
    r"|\breview (?:period|window|comments?)s?\b(?=[^.;]{0,40}\b(?:days?|weeks?|objects?|objections?|opens?|closes?)\b)"
    r"|\b(?:within|during|before|on) (?:the|each|every|any) review(?: (?:period|window))?\b"
)
"""The time in which a proposal is looked at, or the review of somebody's work: none of the terms."""


def _of_the_terms(context: Context) -> Iterator[Sentence]:
    """Sentences on a review, without the words on the time in which proposals are looked at."""
    for sentence in context.cued(CUE):
        text = _OF_PROPOSALS.sub(" ", sentence.text)
        if text == sentence.text:
            yield sentence
        elif CUE.search(text):
            yield replace(sentence, text=text)


def _hit(context: Context, sentence: Sentence) -> Hit | None:
    text = sentence.text
    if (sentence.heading and not dates(text)) or phrase(
        r"\b(?:when|after|before|if|once) (?:it|they|the \w+) reviews?\b"
    ).search(text):
        return None
    if _PAST.search(text) or phrase(r"\breviewing and (?:managing|monitoring)").search(text):
        return None
    due = _NEW_VERSION.search(text)
    first = _AFTER_FIRST.search(text) if TERMS.search(text) else None
    about = "terms_of_reference" if due or first else what(context, sentence)
    if about is None:
        return None
    value: dict[str, Any] = {"subject": about}
    for dated in (due, first):
        if dated and (named := dates(dated["when"])):
            value["next_review"] = named[0].iso
    if first and (length := durations(first["length"])):
        value["interval"] = length[0].iso
    elif often := interval(text):
        value["interval"] = often
    if _AD_HOC.search(_OTHER_ACT.sub(" ", text)) or _MAY_NEED.search(text):
        value["ad_hoc"] = True
    value |= _occasion(text)
    if called := _CALLED_FOR.search(text):
        value |= {"ad_hoc": True, "trigger": "request", "requested_by": head(called["by"])}
    if who := by(text) or (subject(text, due.start()) if due else ""):
        value["by"] = who
    if when := upcoming(text):
        value["next_review"] = when
    if len(value) == 1 and not STRONG.search(text):
        return None  # "considered after each election": no rhythm that has a length
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
    also = next((s for s in context.after(sentence) if about and _ALSO.match(s.text) and _AD_HOC.search(s.text)), None)
    if also:
        value["ad_hoc"] = True
    notes = ("ambiguous: twice a year or every other year",) if AMBIGUOUS.search(text) else ()
    basis = Basis.INFERRED if COUNCIL_TERM.search(text) else Basis.EXPLICIT
    told = (sentence, also) if also else (sentence,)
    return Hit(value, told, "review_cycle.value", st, basis=basis, key=about, notes=notes)


_ALSO = phrase(
    r"^\W*(?:they|it|this|that|we|(?:the|an?) (?:\w+ )?(?:board|members|partnership|forum|review|committee"
    r"|group)) (?:may|can"
    r"|might|will|shall) (?:also )?(?:do (?:so|it|this)|be (?:done|reviewed|held|revisited|looked at)|happen|look"
    r"|return)\b"
)
"""A review besides, in the sentence behind the rule."""


def _occasion(text: str) -> dict[str, str]:
    """At what occasion, and what else brings a review about."""
    found = {}
    if phrase(r"\bat (?:the|its|each|every) (?:annual general meeting|AGM|annual meeting)\b").search(text):
        found["at"] = "agm"
    elif phrase(r"\bat (?:the|its) first meeting\b").search(text):
        found["at"] = "first_meeting"
    if phrase(
        r"\b(?:changes? (?:in|of|to) (?:the )?(?:law|legislation|statut\w+)|(?:law|legislation|guidance) chang\w+)"
    ).search(text):
        found["trigger"] = "change_in_law"
    return found


_TOPIC = phrase(r"\breview\w*\b|\bchang(?:es?|ing)\b|\bup to date\b|\bfresh\b|\bmaintenance of\b")


def _beside(context: Context, sentence: Sentence) -> bool:
    """Whether the heading is of reviews, or the sentence before says when the terms are reviewed."""
    before = context.before(sentence)
    return bool(
        _TOPIC.search(sentence.topic)
        or (before and STRONG.search(before[0].text) and what(context, before[0]) == "terms_of_reference")
    )


def _dated(context: Context) -> Iterator[Hit]:
    """A line that only gives the date of the next review ("Next review: March 2026"; a column of a version history)."""
    last: Hit | None = None
    for sentence in context.sentences:
        column = phrase(r"\bnext review\b|\breview (?:date|due)\b").search(sentence.column)
        line = NEXT.search(sentence.text) or (NEXT_TIME.search(sentence.text) if _beside(context, sentence) else None)
        if sentence.narrative or not (column or line) or len(sentence.text.split()) > 22:
            continue
        if OTHER.search(sentence.text[: line.start()] if line else "") and not TERMS.search(sentence.text):
            continue
        found = [
            d
            for d in dates(sentence.text.rpartition(": ")[2] if column else sentence.text)
            if column or (line and d.start >= line.start())
        ]
        if found and not (line and what(context, sentence)):
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
