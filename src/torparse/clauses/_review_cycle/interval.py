"""How long it is from one review to the next."""

from __future__ import annotations

import re

from torparse.clauses._review_cycle.subject import review_verb
from torparse.lexicon.durations import durations
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.phrase import phrase

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


COUNCIL_TERM = phrase(
    r"\b(?:in|during|within|over) the (?:life|term|lifetime) of (?:each|every|a|the) council\b|\bonce (?:a|in each"
    r"|per) council term"
)
"""Four years in England and Wales's older law: a value that is inferred, not said."""


def interval(text: str) -> str | None:
    """From one review to the next as an ISO 8601 duration; None where the sentence gives no rhythm."""
    if COUNCIL_TERM.search(text):
        return "P4Y"
    verb = review_verb(text)
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
            r"\b(?:in|every|each|at) (?:[\w ]+ (?:of|in) )?(?:each|every) (?:(?:municipal |calendar |academic "
            r"|school |council |civic |financial )?year|session"
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
