"""How long an office or seat is held (GUIDE.md, term_of_office).

``max_terms`` counts terms ("renewable once" is 2), ``max_total`` is a duration ("not more than four years running").
A term expressly without a length is a clause with ``role`` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import Duration, durations
from torparse.lexicon.numbers import number, ordinal
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOfOffice(Value):
    """Value of a term_of_office clause."""

    role: str | None = None
    """"member", "chair", "vice_chair", "officer" or the document's word."""
    term: str | None = None
    """One term as an ISO 8601 duration."""
    max_terms: int | None = None
    """How many terms in all."""
    max_total: str | None = None
    """How long in all, as an ISO 8601 duration."""


VALUE = TermOfOffice
ESSENTIAL = ("term",)
SCOPED = True

CUE = phrase(
    r"\bhold that office\b|\bremains? in (?:post|office|place)\b|\bat the pleasure of\b|\bsigns? up for\b"
    r"|\bstays? (?:on )?for\b|"
    r"\bmandate\b|\bterms? of office\b|\b(?:hold|holds|held|remain in|continue in|stay in|in) (?:the )?(?:office|post"
    r"|position)\b|\btenure\b|\bserves?\b|\bserving\b|\bterms?\b"
    r"|period of (?:office|appointment|{DURATION})|length of appointment|\bstint\b|\bspell\b|\belect\w*"
    r"|\bappoint\w*|does the job|holds the post|\byears on the\b|chosen|\brotat\w+"
    r"|consecutive|running\b|\bterm limits?\b|\btime limits? (?:on|to|for)\b|\b(?:positions?|posts?|seats?"
    r"|places?|roles?) (?:are|is) (?:taken|filled)\b|in a row|on the trot|in succession"
)
_TERM = phrase(
    r"(?:for (?:a |an initial |one |the next )?(?:fixed )?(?:(?:maximum )?(?:terms?|periods?|tenure|stints?"
    r"|spell)(?: of office)? of (?:up to |not more than |a maximum of )?|up to |a maximum of )?"
    r"|term of office (?:for [\w ,-]+ )?(?:is|shall be|will be|of|:) |(?:term|period"
    r"|tenure)(?: of office)?(?: of)? (?:is|shall be|will be|of|lasts?|:) (?:for )?|"
    r"(?:term|period|tenure)(?: of office)? (?:of|for) (?:the |each |a |any )?[\w -]{3,40} (?:is|shall be"
    r"|will be|lasts?) "
    r"(?:normally |usually |for )?(?:a minimum of |at least |not less than )?|\bserves? |each do a "
    r"|a |an )(?=(?P<term>{DURATION})(?! (?:notice|before|in advance|prior|later|after|ago|of (?:receipt"
    r"|the))))"
)
_PLURAL_TERM = phrase(
    r"(?P<term>{DURATION})[ -](?:terms?|stints?|periods? of office|tenure|appointments?)\b"
    r"|^\W*(?P<term2>{DURATION}) on the\b"
)
_UNTIL = phrase(
    r"until the (?:next|first meeting of the (?:following|next)|following) (?:annual general meeting|agm"
    r"|annual meeting|municipal year|year)"
)
_EVERY_SECOND = phrase(
    r"\b(?:elect(?:s|ed)?|chooses?|chosen|appoint(?:s|ed)?|select(?:s|ed)?|pick(?:s"
    r"|ed)?)\b[^.]{0,70}\bevery (?:other|second|two|2) "
    r"(?:years?|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_EVERY_SOME = phrase(
    r"\b(?:elect(?:s|ed|ions?)?|appoint(?:s|ed|ments?)?|chosen)\b[^.;]{0,70}\b(?:once )?every (?P<n>{NUMBER}) years\b"
)
_BY_THE_PUBLIC = phrase(r"\b(?:councillors|mps|msps|mayors?|police and crime commissioners?) (?:are|is) elected\b")
_PAIRED = phrase(r"\b(?P<a>{NUMBER}) ?(?:\+|plus|and then) ?(?P<b>{NUMBER})[ -]years?\b")
_FURTHER = phrase(
    r"(?P<n>{NUMBER}|a|one)? ?(?:further|more|second|additional|extra|other) (?:consecutive "
    r"|successive )?(?:terms?|periods?|spells?|stints?|years?)\b|re-?(?:appointed|elected|newed|newable"
    r"|chosen) (?:for )?(?:once|one further)|renewable once|reappointed once|once only|(?:second|third"
    r"|fourth) (?:term|period)"
)
_MAX_TERMS = phrase(
    r"(?:(?:no|not)[^.;]{0,40}? more than|nobody[^.;]{0,60}? more than|a maximum of|maximum|up to"
    r"|limited to|at most) (?P<n>{NUMBER}) (?:consecutive |successive |full |further )?(?:terms?|periods?"
    r"|occasions?|times)\b|(?P<n2>{NUMBER}) (?:times|terms) in a row"
    r"|(?P<n3>twice|{NUMBER} times) (?:in succession|in a row|running|consecutively)|not for a (?P<nth>{ORDINAL})\b"
)
_MAX_TOTAL = phrase(
    r"(?:longer than|more than|not exceed(?:ing)?|(?:a )?maximum (?:of|term|tenure|period)?(?: of| is)?"
    r"|up to|limit of|at most) (?P<n>{DURATION}) ?(?:in (?:the )?(?:aggregate|total|all|any one"
    r"|succession)|running|on the trot|consecutively|consecutive|in a row|without a break|altogether"
    r"|continuous(?:ly)?)|maximum (?:total )?(?:tenure|service) (?:of|is) (?P<n2>{DURATION})"
    r"|no longer than (?P<n3>{DURATION})|for longer than (?P<n4>{DURATION})"
)
_INDEFINITE = phrase(
    r"(?:no fixed term|serves? at the pleasure of|no (?:set |fixed |limit (?:to|on) the )?terms? of office"
    r"|indefinite(?:ly)?"
    r"|without (?:limit of|a) term|serve until (?:they resign|replaced|their resignation)|no (?:term limits?"
    r"|time limits? (?:on|to|for))\b(?! the number of terms))"
)
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("vice_chair", phrase(r"{VICE}")),
    ("chair", phrase(r"{CHAIR}")),
    ("officer", phrase(r"\b(?:officers?|office[- ](?:holders?|bearers?)|treasurers?|secretar(?:y|ies))\b")),
    ("representative", phrase(r"\brepresentatives?\b")),
    (
        "member",
        phrase(
            r"\b(?:members?|directors?|trustees?|each of them|councillors?|panel|board|committee|places|seats?"
            r"|nominees|people|delegates?)\b"
        ),
    ),
)
_NOT_A_TERM = phrase(
    r"\b(?:ineligib|disqualif|absent|absence|come to none|treated as|designat|licen[cs]e|agreement"
    r"|contract|implementation"
    r"|review\w*|mandate of|staggered|leave from|unavailable|hire|strategy|plan|dispensation|records?"
    r"|terms of reference (?:shall|will|are|is)|protocol|programme|grant|lease|funding|secondment"
    r"|in terms of|short[ -]term|long(?:er)?[ -]term|medium[ -]term|notice)\w*\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for terms of office, one for each role a sentence speaks of."""
    for sentence in context.cued(CUE, topic=True):
        text = sentence.text
        value = values(text, sentence.topic)
        if value is None:
            if status.is_placeholder(text) and re.search(r"length of (?:appointment|term)|term of office", text, re.I):
                for role in _roles(sentence, next(iter(context.before(sentence)), None)):
                    yield Hit({"role": role}, (sentence,), "term_of_office.placeholder", Status.PLACEHOLDER, key=role)
            continue
        roles = _roles(sentence, next(iter(context.before(sentence)), None))
        for role in roles:
            given = dict(value)
            if (
                len(roles) > 1
                and "max_total" in given
                and re.search(
                    rf"but no (?:person|one) shall be {'chair' if role == 'vice_chair' else 'vice'}", text, re.I
                )
            ):
                given.pop("max_total")
            yield Hit(
                {"role": role} | given,
                (sentence,),
                "term_of_office.value",
                key=role if role in ("chair", "vice_chair") else f"{role} {sentence.section}",
            )


def values(text: str, topic: str) -> dict[str, Any] | None:
    """Term and limits in ``text``; None where it lays down no term."""
    found: dict[str, Any] = {}
    total = _MAX_TOTAL.search(text)
    if total:
        span = next(g for g in total.groupdict().values() if g)
        found["max_total"] = durations(span)[0].iso if durations(span) else None
    term = _first_term(text, total)
    if term:
        found["term"] = term.iso
    elif paired := _PAIRED.search(text):
        first, second = number(paired["a"]), number(paired["b"])
        found["term"] = f"P{first}Y"
        if first == second:
            found["max_terms"] = 2
    elif _EVERY_SECOND.search(text):
        found["term"] = "P2Y"
    elif (some := _EVERY_SOME.search(text)) and number(some["n"]) and not _BY_THE_PUBLIC.search(text):
        found["term"] = f"P{number(some['n'])}Y"
    elif _UNTIL.search(text) or re.search(
        r"\b(?:elect(?:s|ed)?|appoint(?:s|ed)?|select(?:s|ed)?|chosen|vote for|nominat(?:e|es"
        r"|ed))\b[^.]{0,60}\b(?:annually|each year|every year|yearly|for the (?:ensuing"
        r"|following) (?:municipal )?year|every (?:january|february|march|april|may|june|july|august|september"
        r"|october|november|december))\b|\bannual(?:ly)? (?:elect|appoint)|\bat (?:each"
        r"|every) (?:annual general meeting|agm|annual meeting)\b[^.]{0,40}\belect|\bat (?:the"
        r"|its) first meeting (?:in|of|after|next following|following) (?:each|every|the) (?:\w+ )?(?:year"
        r"|annual \w+)[^.]{0,60}\belect|\beach year[^.]{0,60}\belect",
        text,
        re.I,
    ):
        found["term"] = "P1Y"
    limit = _limit(text, bool(term))
    if limit:
        found["max_terms"] = limit
    if _NOT_A_TERM.search(text) and not re.search(r"term of office|hold office|\bserve\b|elected", text, re.I):
        return None
    if not found:
        return {} if _INDEFINITE.search(text) else None
    return found


def _first_term(text: str, total: re.Match[str] | None) -> Duration | None:
    for pattern in (_TERM, _PLURAL_TERM):
        for match in pattern.finditer(text):
            start = match.start("term") if match["term"] else match.start("term2")
            if total and total.start() <= start < total.end():
                continue
            for one in durations(text[start : start + 60])[:1]:
                years = re.match(r"P\d+[YM]", one.iso)
                if years and (re.search(CUE, text) is not None):
                    return one
    return None


def _limit(text: str, has_term: bool) -> int | None:
    match = _MAX_TERMS.search(text)
    if match:
        if match["nth"]:
            return (ordinal(match["nth"]) or 1) - 1 or None
        words = match["n"] or match["n2"] or re.sub(r"times", "", match["n3"])
        count = 2 if words.strip().lower() == "twice" else number(words)
        return (count or 0) + 1 if count and "further" in match[0].lower() else count
    match = _FURTHER.search(text)
    if match and (has_term or re.search(r"once|re-?(?:appoint|elect|new)", text, re.I)):
        if match[0].lower().startswith(("second", "third", "fourth")):
            return ordinal(match[0].split()[0])
        count = number(match["n"]) if match["n"] and match["n"].lower() not in ("a", "one") else 1
        return (count or 1) + 1
    return None


def _roles(sentence: Sentence, before: Sentence | None = None) -> list[str]:
    """Whose term it is: the subject of the sentence, else the heading's office."""
    text = sentence.text
    if re.search(r"\b(?:neither|both) (?:post|office)s?\b", text, re.I):
        return ["chair", "vice_chair"]
    elected = re.search(r"\b(?:elect|appoint|choose|select|nominate)s?\b", text, re.I)
    if re.search(r"who's in charge|who is in charge", sentence.topic, re.I) and not _ROLES[0][1].search(text):
        return ["chair"]
    if re.search(r"who speaks for us|representatives? on", sentence.topic, re.I):
        return ["representative"]
    if (
        before
        and re.match(r"\W*(?:the|this|each) (?:appointment|term|post|office)\b", text, re.I)
        and not _ROLES[1][1].search(text)
    ):
        text = before.text
    parts = (text[:60] if not elected else "", text, before.text if before else "", sentence.topic)
    for part in parts:
        found = []
        for role, pattern in _ROLES:
            if pattern.search(part):
                found.append(role)
        if "chair" in found or "vice_chair" in found:
            kept: list[str] = [r for r in ("chair", "vice_chair") if r in found]
            if kept == ["chair", "vice_chair"] and re.search(
                r"different [\w ]+ from the chair|(?:not|other than) the chair", text, re.I
            ):
                return ["vice_chair"]
            if not (part is text and elected is None and "member" in found and _ROLES[4][1].search(text).start() < 30):  # type: ignore[union-attr]
                return kept
        if found:
            return [found[-1] if "member" in found and "chair" not in found else found[0]]
    return ["member"]


HITS = (
    Example(
        "Members shall serve for three years and may be reappointed once.",
        {"role": "member", "term": "P3Y", "max_terms": 2},
    ),
    Example("The Chair shall hold office for a period of two years.", {"role": "chair", "term": "P2Y"}),
    Example("The Vice-Chair serves a one year term.", {"role": "vice_chair", "term": "P1Y"}),
    Example("Officers are elected for terms of two years.", {"role": "officer", "term": "P2Y"}),
    Example("Directors hold a three plus three years mandate.", {"role": "member", "term": "P3Y", "max_terms": 2}),
    Example("Elections for the community seats take place every three years.", {"role": "member", "term": "P3Y"}),
    Example("The posts are taken for one year by two of the members.", {"role": "member", "term": "P1Y"}),
    Example("The term of each member is a minimum of two years.", {"role": "member", "term": "P2Y"}),
    Example("There is no time limit on membership of the Board.", {"role": "member"}),
    Example("The Chair will remain in post for two years.", {"role": "chair", "term": "P2Y"}),
    Example("The Chair serves at the pleasure of the Committee.", {"role": "chair"}),
    Example("No one may be Chair for more than four years running.", {"role": "chair", "max_total": "P4Y"}),
    Example(
        "Trustees are appointed for three years, up to a maximum of two consecutive terms.",
        {"role": "member", "term": "P3Y", "max_terms": 2},
    ),
)
MISSES = (
    Example("The strategy runs for a term of ten years.", comment="a plan"),
    Example("A dispensation is granted for four years.", comment="not an office"),
    Example("The Board will meet for two hours.", comment="a meeting"),
    Example("A person removed is ineligible for appointment for a period of twelve months.", comment="a bar"),
    Example("District councillors are elected every four years.", comment="by the public, to another body"),
    Example("This is an open discussion with no time limit.", comment="of a discussion"),
    Example("Longer term issues are discussed each year.", comment="another sense of term"),
    Example("One month's notice is needed to resign.", comment="notice"),
)
