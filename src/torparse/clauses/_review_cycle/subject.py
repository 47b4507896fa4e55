"""What a review is of: the terms, the membership, the procedures, or something else that is no review of ours."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import Pattern, compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence

STRONG = phrase(
    r"\breview(?:s|ed|ing|able)?\b|\brevisit\w*\b|\b(?:have|take|takes) a (?:good |fresh )?look\b"
    r"|\blook(?:s|ed)? (?:again )?at\b|\bconsiders? whether\b|\btakes? stock of\b|\bnext look\b"
    r"|\bre-?examin\w+\b|\bexamine whether\b|\brefresh(?:ed)?\b|\breconsider\w*\b|\bgo(?:es)? (?:over|through) (?:it"
    r"|them|this|these|the)\b"
    r"|\bremains? fit for purpose\b|\bkept under review\b|\brevised\b|\bevaluat(?:e|es|ed|ion of)\b"
    r"|\bre-?evaluat\w+\b|\bre-?assess\w*\b|\bre-?think\w*\b"
    r"|\brenew(?:s|ed|al)?\b|\bassess(?:es|ed)? (?:its|their|the|these)\b"
)


WEAK = phrase(
    r"\b(?:consider(?:s|ed)?|updat(?:e|es|ed)|check(?:s|ed)?|confirm(?:s|ed)?|re-?adopt\w*|re-?approv\w*|re-?affirm\w*"
    r"|examin\w+|go(?:es|ne)? (?:over|through)|look(?:s|ed)? at|health[ -]check|re-?apprais\w+|apprais\w+|audit(?:s"
    r"|ed)?"
    r"|self-assess\w+|discuss(?:es|ed)?|ratif(?:y|ied|ies)|agree(?:s|d)?|overhaul(?:s|ed)?|going[- ]over"
    r"|look(?:s|ed)? (?:over|through|afresh)|go(?:es)? back (?:over|through)|read(?:s)? (?:over|through)"
    r"|checks? (?:them|it"
    r"|these|the [\w ]{3,30}?) over)\b"
)
"""Verbs that are a review of the terms only where they say how often."""

CUE = compiled(f"{STRONG.pattern}|{WEAK.pattern}", re.IGNORECASE)


def review_verb(text: str) -> re.Match[str] | None:
    """The verb of reviewing; a weak one ("will be considered") only beside a rhythm."""
    return STRONG.search(text) or (WEAK.search(text) if _RHYTHM.search(text) else None)


_RHYTHM = phrase(
    r"\b(?:annual(?:ly)?|yearly|biennial(?:ly)?|triennial(?:ly)?|(?:every|each) (?:[\w-]+ ){0,3}?(?:years?|months?"
    r"|spring|summer"
    r"|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|AGM"
    r"|annual general meeting|elections?|half-years?|other year|second year)|six-monthly|half-yearly|twice a year"
    r"|at (?:[\w-]+ ){1,2}intervals|intervals of|once (?:a|every|each) \w+|(?:after|following) (?:each"
    r"|every) (?:[\w-]+ ){0,3}?elections?)\b"
)

TERMS = phrase(
    r"\b(?:terms? of reference|\btor(?:['’]?s)?\b|constitution|these (?:terms|rules|arrangements|provisions"
    r"|orders|regulations"
    r"|SOPs|guidelines)|working arrangements"
    r"|(?:the|this) (?:whole|entire|full) (?:document|sheet|page|paper|charter|agreement|set of rules)"
    r"|this (?:document|agreement|sheet|page|part|chapter|constitution|concordat|compact|charter|constitution"
    r"|protocol|memorandum|framework|handbook"
    r"|policy document|code of governance|governance \w+)|(?:the|this|our|its|their|each|\w+ group) charters?|by-?laws"
    r"|(?<!corporate\s)(?<!information\s)governance (?:arrangements|document|framework|structures?|rules)"
    r"|(?:the|its|our|their) (?:rules|terms)(?! (?:of|on|for)\b(?! reference))(?=[\s,.;]|$)"
    r"|(?:the|this|our|its|their|each|[\w-]+['’]s?|(?:committee|group|team|panel|board|council)) (?:charters?|remits?"
    r"|mandates?|permits?)(?! (?:of (?!the|this|its|our|each)|for (?!the|this|its|each)|to |holders?))"
    r"|partnership agreement|memorandum of understanding|rule book|working rules)\b"
)


_PROCEDURES = phrase(
    r"\b(?:(?:voting|meeting|procedural|house) rules|(?:operating|working|meeting|decision[ -]making|own|its"
    r"|their|our|these|internal"
    r"|governance) (?:(?:operating|working|own) )?(?:procedures?|processes|protocols?)|^procedures?|standing orders"
    r"|ways of working|operating arrangements)\b(?! (?:for|at|in) (?!meetings|decision))"
)


_MEMBERSHIP = phrase(
    r"\b(?:(?<!to\sthe\s)membership(?! (?:fees?|subscriptions?|applications?|cards?|databases?|lists?|numbers?"
    r"|enquir\w+|dues"
    r"|requests?|benefits?|charges?|scheme))|(?:roll|list) of (?:member|partner)\w*|right (?:organisations|people"
    r"|partners) are members|composition(?: and \w+)? of the|representation on)\b"
)


OTHER = phrase(
    r"\b(?:strateg\w+|(?:action |delivery |business |work |partnership )?plans?|priorit\w+|performance"
    r"|progress|targets?|indicators?|outcomes?|budgets?|risks?|projects?|needs assessment|services?"
    r"|schemes?|funding|polic(?:y|ies)|decisions?|guidance|policing|issues|activit\w+|commission\w+|vision"
    r"|figures?|data|applications|agreement \(laa\)|reserve|applications?|minutes|reports?|codes?)\b"
)


_PRONOUN = phrase(r"^\W*(?:they|it|this|these)\b|^\W*(?:review|reviewed)\b|^\W*in any case\b")


_NOTHING_BEFORE = phrase(r"^\W*(?:(?:it|they|this|these|to|will|shall|must|should|may|be|is|are|has|have) ?)*$|: ?$")
"""Before a passive verb: no noun says what is reviewed ("Will be reviewed yearly")."""


_NOTHING_AFTER = phrase(
    r"^ ?(?:(?:all of )?(?:it|them|this|these))?(?: again| afresh| over)?(?:$|[.,;:]| (?:annually|every|each|at|once"
    r"|yearly|in|on|by|whenever|from)\b)"
)
"""After an active verb: no noun either ("The Board will review it each year")."""


_TOPIC = phrase(r"\bmaintenance of\b|\breview\w*\b|\bchang\w+\b|\balter\w*\b|\bamend\w*\b|\brules\b|\brevis\w+\b")


_KEPT = phrase(r"\bkeep(?:s|ing)? (?P<object>[^.;]{2,80}?) under (?:\w+ ){0,2}?review\b")
_MAY_REVISE = phrase(
    r"\b(?:may|can|must|to) (?:only )?be revised\b(?!.*\b(?:every|annual|year|\d{4}))|\brenew(?:s|ed"
    r"|al) (?:of )?(?:\w+ )?(?:member|term|appoint)"
)
"""A power to change the terms is no review (``amendment``)."""


def what(context: Context, sentence: Sentence) -> str | None:
    """What is reviewed: the nearest fitting noun before the verb, or by pronoun under a heading on review or change."""
    text = sentence.text
    verb = review_verb(text)
    if verb is None or _MAY_REVISE.search(text):
        return None
    if kept := _KEPT.search(text):
        return _of_kept(kept["object"], sentence)
    before, after = text[: verb.start()], text[verb.end() :]
    passive = phrase(r"\b(?:be|is|are|been|being|fall to be|looked|have|take|:) ?$").search(before) or verb[
        0
    ].lower().startswith(("reviewed", "looked", "revised"))
    ahead, behind = (before, False), (after[: 80 if passive else 110], True)
    for part, first in (ahead, behind) if passive else (behind, ahead):
        places = {
            "terms_of_reference": _last(TERMS, part, first),
            "membership": _last(_MEMBERSHIP, part, first),
            "procedures": _last(_PROCEDURES, part, first),
        }
        other = _last(OTHER, part, first)
        best = max(places, key=lambda name: places[name])
        if places[best] > other or (places[best] > -10_000 and other == -10_000):
            return best
        if other > -10_000:
            return "terms_of_reference" if not passive and _AMONG_OTHERS.match(part) else None
    unnamed = _PRONOUN.search(text) or (_NOTHING_BEFORE.search(before) if passive else _NOTHING_AFTER.search(after))
    return _told_by_topic(sentence) if unnamed and not _of_another_thing(context, sentence) else None


def _of_another_thing(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, is on something else: that is what "it" is."""
    before = next(iter(context.before(sentence)), None)
    if before is None or before.unit != sentence.unit:
        return False
    return bool(OTHER.search(before.text)) and not any(one.search(before.text) for _, one in _BY_TOPIC)


_AMONG_OTHERS = phrase(
    r"^(?![^.;:]{0,90}\b(?:against|under|within|in line with|as set out)\b)[^.;:]{3,90}?(?:,| and| &|, and) "
    r"(?:(?:its|these|the"
    r"|their|this|own|current) )+(?:terms of reference|terms|constitution|charter)(?=[ ,.;]|$)(?! of (?!reference))"
)
"""The terms named last among things that are reviewed together ("its performance, its size and these terms")."""


def _of_kept(kept: str, sentence: Sentence) -> str | None:
    """What is kept under review; by the heading where it is only "it" or "them"."""
    named = next((name for name, pattern in _BY_TOPIC[:3] if pattern.search(kept)), None)
    return named or (_told_by_topic(sentence) if phrase(r"^(?:it|them|these|this)$").match(kept.strip()) else None)


def _told_by_topic(sentence: Sentence) -> str | None:
    if OTHER.search(sentence.topic):
        return None
    return next((name for name, pattern in _BY_TOPIC if pattern.search(sentence.topic)), None)


_BY_TOPIC = (
    ("membership", _MEMBERSHIP),
    ("terms_of_reference", TERMS),
    ("procedures", _PROCEDURES),
    ("terms_of_reference", _TOPIC),
)
"""What a review is of where only the heading says it; "Changes" and "Review" stand for the terms."""


def _last(pattern: Pattern, text: str, first: bool) -> int:
    """Closeness to the verb: the last match's end before it, or the first one's start (negated) after it."""
    places = list(pattern.finditer(text))
    if not places:
        return -10_000
    return -places[0].start() if first else places[-1].end()
