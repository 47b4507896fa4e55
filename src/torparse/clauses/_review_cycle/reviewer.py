"""Who reviews, in the document's words."""

from __future__ import annotations

import re

from torparse.clauses._review_cycle.subject import TERMS
from torparse.lexicon.dates import dates
from torparse.lexicon.phrase import phrase
from torparse.rules.words import head, subject

_BY = phrase(
    r"\b(?:reviewed|revised|looked at|re-?examined|refreshed|revisited|(?:re-?)?evaluated|re-?assessed|reconsidered"
    r"|assessed|undertaken"
    r"|carried out|considered|examined|looked at|checked|confirmed|updated"
    r"|considered)\b(?:(?!\b(?:any|all|the|such) (?:proposed |necessary |further |resulting )?(?:changes?"
    r"|amendments?|revisions?"
    r"|recommendations?|updates)\b)[^.;]){0,60}?\bby (?P<by>(?:the |its )?[A-Za-z][^.;,]{2,60})"
)


_ACTIVE = phrase(
    r"(?P<verb>\b(?:shall|will|must|should|is to|are to|may)? ?(?:formally |regularly |annually "
    r"|also )*(?:review|examine|re-?examine|revisit|refresh|reconsider"
    r"|(?:re-?)?evaluate|re-?assess(?:es)?|re-?think|discuss(?:es)?|consider(?=s? whether)|look(?=s? (?:again|over"
    r"|through))"
    r"|take(?=s? stock)|keep(?=s? (?:[\w ]+ "
    r")?under review)"
    r"|assess(?:es)?|go(?:es)? (?:over|through)|put(?=s? [\w ]+ through)|look(?=s? at)|check|confirm|update)s?\b)"
)


_BEFORE = phrase(r"\blay (?:these|the|this) [\w ]+ before (?P<by>the [\w ]+?) for review")


_CARRIED = phrase(
    r"(?P<by>(?:the |its )?[\w &'-]{3,40}?) (?:(?:is|are) (?:responsible|accountable) for (?:reviewing"
    r"|(?:an? |the )?(?:[\w-]+ )?review)|(?:is to|are to|shall|will|must|should|to)"
    r" (?:(?:carry out|undertake|conduct|lead) (?:an? |the |its )?(?:[\w-]+ ){0,3}?review"
    r"|(?:report|advise|decide|consider|check)\b[^.;]*\b(?:whether|that) (?:the|this|these|its)\b))"
)


_FIRST = phrase(
    r"^\W*(?P<by>(?:the |each |our |every )?[\w' -]{3,40}?) (?:shall|will|must|should|may|has|have|is|are"
    r"|decides?|sets?"
    r"|determines?|agrees?|approves?|establish(?:es)?|keeps?|appoints?|makes?|draws?|adopts?|monitors?)\b"
)


_RHYTHM = phrase(
    r"^(?:once )?(?:(?:a|every|each|in) )?(?:(?:{NUMBER}|other|second) )?(?:years?|months?|spring|summer|autumn"
    r"|winter) "
    r"(?:the )?(?=\w)"
)
"""How often, before the subject ("once a year the members")."""


def by(text: str) -> str:
    """Who reviews, lower-cased in the document's words, or an empty string."""
    found = _RHYTHM.sub("", _who(text))
    odd = re.search(
        r"\b(?:policy|requires?|yearly|subject|single|regular|annual|formal|document|reviews?|terms"
        r"|good|fresh|further|full|earlier|requirements?|need|occasion|reason|will|formed|years?|months?|spring|summer|autumn|winter)\b",
        found,
    )
    return found if re.search(r"[a-z]{3}", found) and not odd else ""


_WE = phrase(r"\bwe (?P<by>members|trustees|partners|directors|delegates|governors)\b")
_GIVES = phrase(
    r"^\W*(?:\d[\d.]*\W+)?(?P<by>(?:the |our |its )?[\w &'-]{3,40}?) (?:undertakes?|conducts?|carries out|leads?"
    r"|makes?|does"
    r"|gives?|will (?:do|give|make)|shall (?:do|give|make))\b[^.;]{0,40}?\b(?:review|overhaul|going[- ]over"
    r"|once[- ]over"
    r"|health[- ]check|(?:fresh |good )?look)\b"
)
"""Who reviews, where the review is a noun."""


def _who(text: str) -> str:
    if told := _WE.search(text) or _GIVES.search(text):
        return head(told["by"])
    if carried := _CARRIED.search(text):
        return head(carried["by"])
    match = _BEFORE.search(text) or _BY.search(text)
    if match:
        found = head(
            match["by"],
            limit=7,
            stop=(
                r"\b(?:on|at|in|for|every|each|annually|as|or as|and (?:as|if|when|any|updated|amended|revised"
                r"|changed)"
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
        if re.search(r"\b(?:and|or|then)$", found) or (
            found and TERMS.search(found)
        ):  # "decides the rules and must review them": the first verb's subject
            first = _FIRST.match(text)
            found = head(first["by"]) if first else ""
        return (
            found
            if found
            and not phrase(r"\b(?:for|to|annual|next|first|this|date|regular|subject to|under|a)$").search(found)
            and not TERMS.search(found)
            else ""
        )
    return ""
