"""How long an office or seat is held (GUIDE.md, term_of_office).

``max_terms`` counts terms ("renewable once" is 2), ``max_total`` is a duration ("not more than four years running").
A term expressly without a length is a clause with ``role`` only. A third that retires each year is a term of three
years, marked as derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.clauses._term_of_office.lengths import CUE, is_derived, values
from torparse.clauses._term_of_office.roles import roles_of
from torparse.lexicon.phrase import phrase
from torparse.model import Basis, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOfOffice(Value):
    """Value of a term_of_office clause."""

    role: str | None = None
    """Whose term it is: "member", "chair", "vice_chair", "officer" or the document's word."""
    term: str | None = None
    """One term as an ISO 8601 duration."""
    max_terms: int | None = None
    """How many terms in all."""
    max_total: str | None = None
    """How long in all, as an ISO 8601 duration."""


VALUE = TermOfOffice
ESSENTIAL = ("term",)
SCOPED = True


def find(context: Context) -> Iterator[Hit]:
    """Hits for terms of office, one for each role a sentence speaks of."""
    for sentence in context.cued(CUE, topic=True):
        before, lead = next(iter(context.before(sentence)), None), lead_of(context, sentence)
        value = values(sentence.text, sentence.topic)
        if value is None:
            yield from _unwritten(sentence, before, lead)
            continue
        items = [s.text for s in context.after(sentence, 8) if lead_of(context, s) is sentence]
        roles = roles_of(sentence, before, lead, items)
        for role in roles:
            given = dict(value)
            other = "chair" if role == "vice_chair" else "vice"
            if len(roles) > 1 and phrase(rf"but no (?:person|one) shall be {other}").search(sentence.text):
                given.pop("max_total", None)
            yield Hit(
                {"role": role} | given,
                (sentence,),
                "term_of_office.value",
                basis=Basis.DERIVED if is_derived(sentence.text) else Basis.EXPLICIT,
                key=role if role in ("chair", "vice_chair") else f"{role} {sentence.section}",
            )


def _unwritten(sentence: Sentence, before: Sentence | None, lead: Sentence | None) -> Iterator[Hit]:
    text = sentence.text
    if status.is_placeholder(text) and re.search(
        r"length of (?:appointment|term)|terms? of office|(?:appointment|membership|office) (?:period|term|length)"
        r"|periods? of (?:appointment|office)|how (?:long|many terms) (?:(?:the|an?|each) )?(?:\w+ )?"
        r"(?:members?|chair\w*|vice-?chair\w*|officers?|trustees?|directors?)\b[^.;]*\b(?:serves?|holds? office)\b",
        text,
        re.I,
    ):
        for role in roles_of(sentence, before, lead):
            yield Hit({"role": role}, (sentence,), "term_of_office.placeholder", Status.PLACEHOLDER, key=role)


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
