"""What people type, as answers that terms are drafted from: numbers, shares, lengths of time, how often, organisations.

Whatever cannot be taken raises Misread, whose one line says what would do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from torparse.asking import months
from torparse.drafting import forms
from torparse.drafting.facts import Member
from torparse.drafting.provision import Answer
from torparse.drafting.provisions import KEYS
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.numbers import number
from torparse.plain_words import duration, share

LATER = "later"
_UNITS = {"day": "D", "month": "M", "year": "Y"}
_MOST_SEATS = 99
_OF_MEMBERS = r"(?: of (?:the |all |all the |our |its )?(?:voting )?member(?:s|ship)?)?"
_MORE_THAN_HALF = re.compile(
    r"(?:at least )?(?:(?:more than|over) (?:a |one )?(?:half|50 ?%|50 per ?cent)"
    r"|(?:a |one )?(?:half|50 ?%|50 per ?cent)"
    rf"{_OF_MEMBERS} ?(?:plus|\+|and) ?(?:one|1)|a (?:simple |bare )?majority){_OF_MEMBERS}",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"[,;+]|\b(?:plus|including|includes?|with|and|or|of whom|at least \w+ from)\b", re.IGNORECASE)
"""Words of a quorum that say more than a share or a number, which is all that one answer can be taken for."""


class Misread(Exception):
    """An answer that cannot be taken; the message is one line for whoever typed it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an answer lays down: facts of the body, and answers by provision. ``words`` say it back."""

    words: str
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    provisions: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))


Read = Callable[[str], Any]


def rule(words: str, **given: Mapping[str, Any]) -> Reply:
    """The reply that answers the provisions ``given`` with these fields."""
    return Reply(words, provisions={key: KEYS[key].value(fields) for key, fields in given.items()})


def name(text: str) -> Reply:
    """The name of the body."""
    if not re.search(r"[^\W\d_]", text):
        raise Misread("A name has letters in it, for example Elmdale Partnership Board.")
    return Reply(text, {"name": text})


def members(text: str) -> Reply:
    """Organisations with semicolons or, where there is none, commas between them; "(2)" behind one gives it two seats.

    What commas divided is said back name by name: they also stand within names.
    """
    made = []
    by_commas = ";" not in text and "," in text
    for part in filter(None, (" ".join(one.split()) for one in text.split("," if by_commas else ";"))):
        match = re.fullmatch(r"(.+?)(?:\s*\((\d+)(?: seats?)?\))?", part)
        seats = int(match[2] or 1) if match else 1
        if match is None or not 1 <= seats <= _MOST_SEATS or not re.search(r"[^\W\d_]", match[1]):
            raise Misread(f"{part!r} is no organisation. Write: Elm Council (2); Elm Police; Elm Voluntary Action.")
        made.append(Member(match[1], seats=seats))
    if not made:
        raise Misread("Write the organisations with ; between them, or later.")
    seats = sum(one.seats for one in made)
    said = f"{len(made)} organisations, {seats} seats" if len(made) > 1 else made[0].organisation
    if by_commas and len(made) > 1:
        said += f": {'; '.join(one.organisation for one in made)}"
    return Reply(said, {"members": tuple(made)})


def quorum(text: str) -> Reply:
    """A share of the members ("two thirds", "40%", "half plus one"), or a number of them ("5 members").

    Nothing is taken in part: who else must be there is refused, with the place where it can be said.
    """
    if _MORE_THAN_HALF.fullmatch(text.strip(" .")):
        return rule("more than half of the members", quorum={"fraction": "1/2", "strict": True, "of": "members"})
    if _FURTHER.search(text):
        raise Misread(
            "Write only a share or a number here (half plus one, 40%, 5 members). Who else must be there goes into the "
            'answers file afterwards: composition = ["the chair"].'
        )
    of = forms.fraction(re.sub(rf"(?i){_OF_MEMBERS}$", "", text.strip(" .")))
    if of is not None:
        return rule(f"{share(of)} of the members", quorum={"fraction": of, "of": "members"})
    bare = re.sub(r"\b(?:members?|people|of them)\b", "", text.lower()).strip()
    count = number(bare) if re.fullmatch(r"\d{1,3}|[a-z -]+", bare) else None
    if not count:
        raise Misread("Write a share (one third, 40%) or a number of members (5 members).")
    return rule(f"{count} members", quorum={"count": count, "of": "members"})


def meetings(text: str) -> Reply:
    """How often: a number a year, or words such as "quarterly" and "every two months"."""
    bare = number(text) if re.fullmatch(r"\d{1,3}|[a-z-]+", text.lower()) else None
    found = frequencies(text)
    named, _ = months.named(text)
    if named:
        words = f"{len(named)} a year (which months they are goes into the calendar, the terms do not name them)"
        return rule(words, meetings={"per_year": float(len(named)), "bound": "exact"})
    if bare:
        per_year, bound = float(bare), "at_least"
    elif len(found) == 1 and found[0].per_year:
        per_year, bound = float(found[0].per_year), found[0].bound
    else:
        raise Misread("Write how many a year (4), or quarterly, monthly, every two months, each April and October.")
    if not per_year <= 366:
        raise Misread("That is more than one a day. Write how many a year, for example 4.")
    least = {"at_least": "at least ", "at_most": "at most ", "about": "about "}.get(bound, "")
    return rule(f"{least}{per_year:g} a year", meetings={"per_year": per_year, "bound": bound})


def papers(text: str) -> Reply:
    """How long before a meeting: a number of days, or a length of time with the kind of its days."""
    length, kind = _length(text, "day")
    given = {"period": length} | ({"day_kind": kind} if kind else {})
    return rule(f"{duration(length, kind)} before", papers=given)


def review(text: str) -> Reply:
    """How often: a number of years, or a length of time ("every year", "18 months"), or months that come round."""
    named, _ = months.named(text)
    if named:
        between = months.apart(named)
        if between is None:
            raise Misread("Those months are not evenly apart. Write how often, for example 1 year or 6 months.")
        text = "1 year" if between == 12 else f"{between} months"
    text = re.sub(r"(?i)^every (?=\d)|^every ", lambda m: "" if m[0].strip().lower() == "every" else m[0], text)
    text = {"yearly": "1 year", "annually": "1 year", "year": "1 year", "other year": "2 years"}.get(text.lower(), text)
    length, _ = _length(text, "year")
    return rule(f"every {duration(length).removeprefix('1 ')}", review={"interval": length, "by": "members"})


def next_review(months_named: tuple[int, ...]) -> Read:
    """What reads the month of the next review ("April 2027"), which is one of those named where any are."""

    def read(text: str) -> str:
        date = forms.date(text)
        if date is None or len(date) < 7:
            raise Misread("Write the month and the year, for example April 2027.")
        if months_named and int(date[5:7]) not in months_named:
            raise Misread("That is not a month in which you review. Write one of those, with its year: April 2027.")
        return date

    return read


def agreed(text: str) -> str:
    """The date on which the terms were agreed."""
    date = forms.date(text)
    if date is None or len(date) < 7:
        raise Misread(f"Write a date, for example 31 January 2026, or {LATER}.")
    return date


def kind_of_days(text: str) -> str:
    """ "clear", "working" or "calendar"."""
    said = re.fullmatch(r"(?i)(clear|working|business|calendar|ordinary)(?: days?)?", text)
    if said is None:
        raise Misread(f"Write clear, working or calendar, or {LATER}.")
    return {"business": "working", "ordinary": "calendar"}.get(said[1].lower(), said[1].lower())


def post(text: str) -> Reply:
    """The post that complaints go to."""
    if not re.search(r"[^\W\d_]", text):
        raise Misread("Write a post, for example the partnership officer, not a person.")
    if "@" in text:
        raise Misread("That is an address. Write the post that reads it, for example the partnership officer.")
    named = re.sub(r"(?i)^the ", "", text)
    made = rule(f"the {named}", complaints={"responsible": named})
    return Reply(made.words, {"secretary": named}, made.provisions)


def words(text: str) -> str:
    """Some words as they are, an article in front left out."""
    if not re.search(r"[^\W\d_]", text):
        raise Misread("Write a name or a post in words.")
    return re.sub(r"(?i)^the ", "", text)


def purpose(text: str) -> str:
    """What the body is there to do, as it goes on from "to"."""
    if not re.search(r"[^\W\d_]{2} [^\W\d_]", text):
        raise Misread("Write a few words, for example: improve the lives of people in Elmdale.")
    text = re.sub(r"(?i)^(?:(?:its|our|the) (?:main )?(?:purpose|aim)(?: of [^.,;]{2,60}?)? is )?to ", "", text).rstrip(
        ". "
    )
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def years(text: str) -> str:
    """ISO 8601 of a term of office: a number of years, or a length of time."""
    return _length(text, "year")[0]


def _length(text: str, unit: str) -> tuple[str, str | None]:
    """ISO 8601 and kind of days of a length of time; a bare number counts in ``unit``."""
    bare = re.fullmatch(r"\d{1,3}|[a-z-]+", text.lower())
    count = number(text) if bare else None
    if count:
        return f"P{count}{_UNITS[unit]}", None
    found = forms.duration(text) if not bare else None
    if found is None:
        example = "5 clear days, 10 working days, 1 week" if unit == "day" else "2 years, 18 months"
        raise Misread(f"That is no length of time. Write a number of {unit}s, or {example}.")
    return found
