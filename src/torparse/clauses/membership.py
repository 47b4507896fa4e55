"""Who sits on the body: organisations, sectors, kinds and number of members (provision P03 and P04).

Kinds as FIELD.md lists them (membership.kind). Not: how many must be present, who may vote, who is on a sub-group, a
strategy's "membership" of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.clauses._membership import lists
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.provisions import LESSER, Rules, status_of, way_of
from torparse.structure.names import names_in
from torparse.structure.units import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Value):
    """Value of a membership clause."""

    number: int | None = None
    """Members, where the document says exactly how many."""
    minimum: int | None = None
    """The fewest members: as said, or the seats of the list that have a number where others have none."""
    maximum: int | None = None
    """The most members allowed."""
    seats: int | None = None
    """Seats counted in the document's list of members, where each item has a number or is one seat."""
    organisations: tuple[str, ...] | None = None
    """Organisations listed as members, in the document's words, lower-cased."""
    sectors: tuple[str, ...] | None = None
    """Sectors named: "public", "private", "voluntary", "community" and the like."""
    statutory: tuple[str, ...] | None = None
    """Organisations listed as statutory members or responsible authorities."""
    kinds: tuple[str, ...] | None = None
    """Kinds of members: "nominated", "elected", "appointed", "ex_officio", "co_opted", "observer", "adviser",
    "in_attendance" and the like."""
    open: bool | None = None
    """True where anyone who meets a condition may join."""


VALUE = Membership
ESSENTIAL: tuple[str, ...] = ("organisations|number|minimum|maximum|seats|open",)
SCOPED = True
TELLS_BODIES = False

_BODY = r"(?:{BODY}|committee|trustees)"
_MADE = (
    r"(?:(?:shall|will|should|to|is|are|must|may|normally|currently|also) )*(?:be )?(?:comprises?\b|comprised of"
    r"|consists?(?: of|(?= ?:))|made up (?:of|from)|composed of|drawn from|constituted (?:of|by|from))"
)
_WAYS = (
    ("composition", phrase(rf"\b(?:membership|composition|{_BODY}|it|we)\b(?:[^.;:]{{0,60}}?)\b{_MADE}")),
    (
        "includes",
        phrase(
            rf"\b(?:membership|composition|{_BODY}|it|lsp) (?:of the [\w ]+? )?(?:(?:shall|will|should|currently"
            r"|also) )*includes? (?:[\w-]+ ){0,4}?(?:representatives?|members?|people|representation|partners"
            r"|organi[sz]ations|following)\b|\bmembership (?:shall |will |should )?includes?\b|\b(?:includes"
            r"|brings together) (?:senior )?representatives (?:from|of)\b"
        ),
    ),
    (
        "members-are",
        phrase(
            r"\b(?:members(?:hip)?|membership of (?:the )?[\w ]+?|members of (?:the )?[\w ]+?|authorities"
            r"|partners) (?:are|is|shall be|will be|of the [\w ]{3,40} (?:are|is|shall be"
            r"|will be))(?: (?:drawn from|by invitation|limited to|restricted to|made up|as follows|nominated by"
            r"|appointed by)| ?:|(?= (?:the|one|two|three|an?) .*(?:council|authority|trust|police)))"
            r"|\b(?:the )?following(?: [\w-]+){0,4} (?:shall be|will be|are|is|represent|may be|make up|form"
            r"|sit)\b[^.:]*\b(?:members?|membership|board|partnership|forum|executive|committee)\b"
            r"|^\W*(?:the )?(?:core|full|voting|statutory|non-voting|founding|board|current|standing"
            r"|permanent) (?:members(?:hip)?|partners|organisations) ?(?:of the [\w ]+? )?(?:are|is|comprise"
            r"|include|shall be|:)"
        ),
    ),
    (
        "open",
        phrase(
            r"\bmembership\b[^.]{0,60}\b(?:is|shall be|will be|are) (?:\w+ )?open to\b|\b(?:{BODY}|it"
            r"|we)\b[^.]{0,60} open to (?:any|all"
            r"|anyone|every\w*)\b[^.]{0,40}\b(?:partners?|organi[sz]ations?|groups?|residents?|who (?:live|work)"
            r"|living|tenants?|individuals?)\b|\banyone (?:who|living|over|aged|with)[^.]{0,60}\b(?:may"
            r"|can) (?:join|become a member|be a member)\b|\b(?:can|may) (?:join|become (?:a )?members?)\b"
        ),
    ),
    (
        "number",
        phrase(
            r"\b(?:there (?:shall|will|should) be|shall have|will have|number of members|membership (?:of|shall"
            r"|will|should|is)|limited to|never below)\b[^.]{0,60}{NUMBER}[^.]{0,40}\b(?:members?|places|seats"
            r"|trustees|residents|tenants|directors|officers|people)\b|\bnumber of members\b[^.]{0,50}{NUMBER}"
            r"|^\W*(?:between )?{NUMBER} (?:to|and|-) {NUMBER} (?:\w+ )?(?:members|tenants|residents|trustees"
            r"|people|directors|councillors)\b"
        ),
    ),
    (
        "pointer",
        phrase(
            r"\b(?:membership|members|composition)\b[^.;:]{0,40}\b(?:is|are|shall be|will be) (?:listed|set out"
            r"|shown|given|detailed|attached|to be)\b|\blist of (?:the |all |current |core |board )*(?:members"
            r"|membership|member organi[sz]ations|partners)\b"
        ),
    ),
    (
        "kinds",
        phrase(
            r"\b(?:may|can|shall|will|power to) (?:also )?co-?opt\b|\bco-?opt(?:ed)? (?:up to|additional|further"
            r"|other|members?|onto)\b|\bex[ -]?officio members?\b"
        ),
    ),
    (
        "seat-each",
        phrase(
            r"\beach (?:[\w-]+ ){0,5}?(?:organi[sz]ation|partner|authority|agency|body|group|council|sector|area"
            r"|ward|village)\b[^.]{0,60}\b(?:entitled to|shall (?:have|nominate|appoint|send)|will (?:have"
            r"|nominate|appoint)|may (?:nominate|appoint|send)|nominates?|appoints?|sends?|has"
            r"|is allowed)\b[^.]{0,30}\b(?:one|two|three|a|an|up to|\d)\b[^.]{0,30}\b(?:representatives?|members?"
            r"|seats?|delegates?|nominees?|persons?|places?)\b"
        ),
    ),
)
_RULES = Rules(
    "membership",
    phrase(
        r"\bmember|\bcompos|\bcompris|\bconsist|\bmade up\b|\brepresent|\bjoin\b|\bopen to\b|\bco-?opt"
        r"|\beach\b|\btenants\b|\b(?:authorities|partners) are\b|\btrustees\b|\bdirectors\b|\bofficers\b|\bpeople\b"
        r"|\bseats\b|\bplaces\b"
    ),
    _WAYS,
    phrase(
        r"\bquor(?:um|ate|acy)\b|\b(?:present|votes?|voting rights|in attendance at|absent)\b(?=.*\bmeeting)"
        r"|\bmeetings? (?:of the [\w ]+? )?(?:is|are|shall be|will be|being) (?:\w+ )?open\b|\b(?:review of"
        r"|reviews? (?:its|the|their)|reviewed?) (?:[\w ]+ )?membership\b|\bmembership\b[^.]{0,40}\breviewed\b"
        r"|\b(?:special|extraordinary|general|additional) (?:general )?meetings?\b|\bagenda\b"
        r"|\brequest(?:ed)? (?:of|by|from)\b|\bnotice\b|\bmembership (?:fee|subscription|dues)|\bcommitments\b"
        r"|\bfailed to attend\b|\b(?:election|process|procedure) (?:consists?|comprises?)\b|\b(?:casual )?vacanc(?:y"
        r"|ies)\b|\bchaired by\b|\bdeput(?:y|ies|ise)\b"
        r"|\bsubstitutes?\b|\b(?:lapse|expire|terminat\w+|withdraw\w*|resign\w*|cease)\b|\bterm of office\b"
        r"|\b(?:website|report|plan|strategy|annex|document|information|work programme) (?:will |shall "
        r"|should )?(?:comprises?|consists?|includes?|is made up)\b|\bbudget\b|\belection of\b|\b(?:task"
        r"|working) groups? (?:may|can|will|shall|is|are|consists?|comprises?)\b|\b(?:role|responsibilit\w+"
        r"|duties) of\b"
    ),
)
_TOPIC = phrase(
    r"^\W*(?:(?:core|board|partnership|forum|group|committee|panel|executive|our|the|full|current|voting"
    r"|lsp) )*(?:members(?:hip)?|composition|representation|constitution(?: of the [\w ]+)?|who(?:'s| is"
    r"| are)? (?:on|in|the members|can join|belongs)[\w ]*|panel and places|seats)(?: (?:of|and"
    r"|&) (?:the )?[\w &]{3,40})?\W*\??$"
)
_ASKED = phrase(
    r"^\W*who(?:'s|’s| is| are| can| may)? (?:on (?:it|the [\w ]+)|in (?:it|the (?!chair|room|building)[\w ]+)"
    r"|the members|sits? on [\w ]+"
    r"|(?:can |may )?(?:join|belong|be a member)(?: [\w ]+)?)\W*$"
)
_ITEM_NOT = phrase(
    r"\b(?:shall|must|will|should|expected to|vot(?:e|ing)|quorum|resign\w*|deput\w*|attend meetings"
    r"|notice|months?|missed)\b"
)
_STATUTORY = phrase(r"\b(?:statutory (?:members?|partners?)|responsible authorit(?:y|ies)|statutory core)\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for the sentences on who the members are and for the lists that hang on them or on the heading."""
    groups: dict[tuple[int | None, Status], list[tuple[Sentence, str, bool]]] = {}
    leads: set[str] = set()
    for sentence in context.sentences:
        way = None if LESSER.search(sentence.text) else way_of(sentence, _RULES) or _answer(context, sentence)
        listed = way is None and _listed(context, sentence, leads)
        if way is None and not listed:
            continue
        if way and sentence.text.rstrip().endswith((":", ":-")):
            leads.add(sentence.text)
        st = status_of(sentence.text, _own)
        groups.setdefault((sentence.section, st), []).append((sentence, way or "list", listed))
    for (_, st), rows in groups.items():
        if all(listed for _, _, listed in rows) and len(rows) < 2 and st is Status.STATED:
            continue  # one line under a heading may be anything
        value = _value(rows) if st is Status.STATED else {}
        first, way, _ = rows[0]
        # "Who is on the Steering Group? Twelve members of the Forum …" is about the group that the question names
        asked = names_in(first.topic)[-1:] if way in ("answer", "open") else []
        body = asked[0].name if asked else None
        yield Hit(value, tuple(s for s, _, _ in rows), f"membership.{way}", st, body=body, key=str(st), confidence=0.8)


def _answer(context: Context, sentence: Sentence) -> str | None:
    """The rule of a sentence that answers "Who is on the Board?" or "Who can join?": the first one under it does."""
    if not _ASKED.search(sentence.topic) or sentence.narrative:
        return None
    if sentence.item or len(sentence.text.split()) < 4:
        return None
    if context.under_topic(sentence)[0].index != sentence.index:
        return None
    return "open" if re.search(r"\b(?:can|may|join|belong)", sentence.topic) else "answer"


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still says who the members are."""
    return not phrase(r"\b(?:list(?:ed)?|set out|shown|given|found|annex\w*|appendix|schedule)\b").search(text)


def _listed(context: Context, sentence: Sentence, leads: set[str]) -> bool:
    """Whether a line is an item of the list of members: it hangs on such a sentence or stands under the heading."""
    if sentence.narrative or len(sentence.text.split()) > 40:
        return False
    if sentence.item and sentence.lead_in:
        return sentence.lead_in in leads
    role = context.units[sentence.unit].role
    under = bool(_TOPIC.search(sentence.topic)) and not _ITEM_NOT.search(sentence.text)
    if role is Role.CELL:
        return under and len(sentence.spans) == 1 and bool(lists.organisation(sentence.text))
    return under and sentence.item and bool(lists.organisation(sentence.text))


def _value(rows: list[tuple[Sentence, str, bool]]) -> dict[str, Any]:
    """The fields of one section's provision."""
    value: dict[str, Any] = {}
    items = [s.text for s, _, listed in rows if listed]
    prose = [s.text for s, _, listed in rows if not listed]
    for text in prose:
        value = {**lists.numbers(text), **value}
    named = tuple(dict.fromkeys(filter(None, map(lists.organisation, items))))
    if len(named) > 1:
        value["organisations"] = named
        if any(_STATUTORY.search(s.lead_in) or _STATUTORY.search(s.topic) for s, _, listed in rows if listed):
            value["statutory"] = named
    counted = [lists.seats(text) for text in items] if all(s.item for s, _, listed in rows if listed) else []
    nested = any(re.search(r"\beach\b|:\W*$", text) for text in items)
    if len(items) > 1 and not nested and not {"number", "minimum", "maximum"} & set(value) and any(counted):
        value["seats" if all(counted) else "minimum"] = sum(n for n in counted if n)
    every = " ".join([*prose, *items])
    value |= {k: v for k, v in (("sectors", lists.sectors(every)), ("kinds", lists.kinds(every))) if v}
    if any(way == "open" for _, way, _ in rows):
        value["open"] = True
    return value


HITS = (
    Example(
        "The Board shall consist of twelve members nominated by the partners.",
        {"number": 12, "kinds": ["nominated"]},
    ),
    Example(
        "The members of the Forum are:\n\n- Ashby Town Council\n- Ashby Police\n- NHS Ashby",
        {"seats": 3, "organisations": ["ashby town council", "ashby police", "nhs ashby"]},
    ),
    Example(
        "Membership is open to any organisation working in the town.",
        {"open": True},
    ),
    Example(
        "The Partnership is made up of representatives of the public, private and voluntary sectors.",
        {"sectors": ["public", "private", "voluntary"]},
    ),
    Example("The number of members shall not exceed fifteen.", {"maximum": 15}),
    Example("The membership of the Board is set out in Annex 1.", {}, Status.DEFERRED),
)
MISSES = (
    Example("A quorum is five members.", comment="presence"),
    Example("Meetings are open to all residents.", comment="public access"),
    Example("Membership of the Board will be reviewed each year.", comment="review"),
    Example("The report includes figures from members.", comment="a report"),
    Example("Working groups shall consist of at least three people.", comment="a lesser group"),
    Example("Membership includes the following commitments of time.", comment="what members give"),
    Example("A list of members owing membership dues is kept.", comment="money"),
    Example("The election of members consists of two rounds.", comment="a process"),
    Example("Any six members may request a special meeting.", comment="requisition"),
)
