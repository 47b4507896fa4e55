"""Who runs the body's office: secretariat, clerk, administrative support (provision P34).

Not: who takes the minutes or sends the papers, support for residents or businesses, the duties of the secretary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits
from torparse.rules.words import head
from torparse.structure.names import names_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Secretariat(Value):
    """Value of a secretariat clause."""

    by: str | None = None
    """Who provides it, in the document's words, lower-cased."""


VALUE = Secretariat
ESSENTIAL: tuple[str, ...] = ("by",)
SCOPED = True
TELLS_BODIES = False

_SUPPORT = (
    r"(?:(?:secretariat|administrative|secretarial|clerical|admin|officer|democratic services|business"
    r"|organisational|governance|committee|executive|meeting|professional|staff(?:ing)?|day-to-day)"
    r"(?:,| and| &|/)? ){1,4}(?:support|services?|assistance|function|help|back-up|backing)\b"
)
_START = r"(?:^\W*|[.;:] ?|, (?:and )?)"
_NAMED = r"[A-Za-z][^.;:]{2,90}"
_WHO = rf"(?P<by>{_NAMED})"
_WAYS = (
    (
        "provided-by",
        phrase(
            rf"\b(?:secretariat|{_SUPPORT}|secretary|clerk)\b[^.;]{{0,70}}?\b(?:provided|supplied|undertaken"
            r"|delivered|hosted|carried out|given|met|resourced|supported|arranged|managed|run|appointed|staffed"
            rf"|furnished) (?:\w+ly )?(?:by|through|from) {_WHO}"
        ),
    ),
    (
        "provides",
        phrase(
            rf"{_START}(?P<by>[A-Za-z][^.;:,]{{2,70}}?) (?:shall|will|to|is to|must|agrees to|undertakes to|can"
            r"|should)?(?: also| continue to)? ?(?:provides?|suppl(?:y|ies)|hosts?(?! (?:authority|council"
            r"|organi[sz]ation|body|agency|partner))|supports?|delivers?"
            r"|furnish(?:es)?|arranges?|offers?|gives?|resources?) (?:[\w,-]+ ){0,6}?(?:(?:the|a|an"
            rf"|its) )?(?:secretariat\b|{_SUPPORT}|(?:lsp |partnership |board )?(?:manager"
            r"|co-?ordinator) and [\w ]*?(?:officer|assistant|support))"
        ),
    ),
    (
        "acts-as",
        phrase(
            rf"{_START}(?P<by>[A-Za-z][^.;:,]{{2,70}}?) (?:shall|will|to)? ?(?:acts?"
            rf"|serves?) as (?:the )?(?:secretariat"
            rf"|secretary|clerk)\b|\bsecretary (?:shall|will) be (?:employed|provided) by (?P<by4>{_NAMED})"
            rf"|\b(?:secretariat|clerk to the [\w ]{{3,40}}) (?:shall|will) be (?P<by3>{_NAMED})|\b(?:secretariat"
            r"|clerk to the (?:board|committee|partnership|panel|forum)) (?:is"
            r"|are) (?P<by2>[A-Za-z][^.;:]{2,90})"
        ),
    ),
    (
        "serviced-by",
        phrase(
            rf"\b(?:serviced|clerked|administered|supported administratively) by {_WHO}|\b(?:partnership|board"
            r"|forum|group|panel|lsp|committee|it|we)\b(?: \w+)? (?:shall be|will be|is"
            rf"|are) (?:also |\w+ly (?:and )?){{0,3}}(?:supported|staffed|assisted) by (?P<by2>{_NAMED})"
        ),
    ),
    (
        "staff",
        phrase(
            r"\bstaff to (?:co-?ordinate|support|service|administer)\b"
            r"|\badministration (?:and [\w ]+? )?(?:is |will be |shall be )?provided by"
            rf" {_WHO}|\b(?:employ|appoint)s? (?:a|an|the) (?:[\w-]+ )?(?:co-?ordinator|manager|administrator"
            r"|clerk|secretary)\b"
        ),
    ),
)
_RULES = Rules(
    "secretariat",
    phrase(r"\bsecretar|\bclerk|\badmin|\bsupport|\bserviced\b|\bstaff|\bco-?ordinat"),
    _WAYS,
    phrase(
        r"\bsecretary of state\b|\bcompany secretary\b|\b(?:support|advice|help|services?) (?:to"
        r"|for) (?:\w+ ){0,3}?(?:residents|businesses|families|victims|carers|children|communities|patients"
        r"|people|tenants|voluntary|community groups)\b|\bsupported by (?:a |an |the )?(?:majority|evidence|two"
        r"|three|at least|\d|votes?|resolution|proposal|grants?|funding|action|written|data|all)\b"
        r"|\bbusiness support\b|\bfamily support\b|\bhousing support\b|\bsupport(?:s|ed"
        r"|ing)? (?:the )?(?:delivery|implementation|development|aims|priorities|work of (?:members|partners))\b"
        r"|\b(?:proposal|motion|amendment|request|decision|recommendation)s?\b|\b(?:elected|dismissed|removed)\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|board|partnership|forum|lsp) )*(?:secretariat|secretariat (?:and|&) (?:administration"
        r"|support)|administrative support|clerk(?:ing)?|servicing|secretarial support|(?:officer"
        r"|staff(?:ing)?|lsp|partnership|secretariat|admin(?:istration)?)(?: and [\w ]+)? support"
        r"|support (?:arrangements|staff|team)|administration (?:and|&) support|servicing of meetings"
        r"|support to the [\w ]+|who (?:runs|does|provides) (?:it|the (?:office|paperwork|admin\w*"
        r"|secretariat)))\W*\??$"
    ),
)


_SERVED = phrase(
    r"\bsupport to (?:both )?(?:the )?(?P<one>(?-i:[A-Z])[^.;]{2,60}?) and (?:the )?(?P<two>(?-i:[A-Z])[^.;]{2,70})"
)


def _read(text: str) -> dict[str, Any]:
    for _, pattern in _WAYS:
        match = pattern.search(text)
        named = next((v for k, v in match.groupdict().items() if k.startswith("by") and v), "") if match else ""
        who = head(named, limit=10, stop=_AFTER) if named else ""
        if (
            who
            and who not in _NOBODY
            and not phrase(r"^(?:support|secretariat|{CHAIR}$)|\b(?:to be|decid)").search(who)
        ):
            return {"by": who}
    return {}


_AFTER = (
    r"\b(?:who|which|that|shall|will|and (?:shall|will)|at|on|for|in|until|upon|on such|including|through|as|to|under"
    r"|from"
    r"|with|unless|within|is|are|has|have|may|during|subject)\b"
)
_NOBODY = frozenset(
    ["the", "it", "they", "them", "we", "he", "she", "this", "which", "who", "that", "and", "there", "support"]
)


def _hits(context: Context) -> Iterator[Hit]:
    """A hit for each body that a sentence says is supported ("support to the Executive and the Forum")."""
    before: Hit | None = None
    for hit in provision_hits(context, _RULES, _read):
        served = _SERVED.search(hit.sentences[0].text)
        names = [m.name for part in ("one", "two") for m in names_in(served[part])[:1]] if served else []
        if len(names) < 2:
            if before:
                yield before
            before = hit
            continue
        if before and before.sentences[-1].unit == hit.sentences[0].unit:  # "These officers give support to …"
            hit = replace(hit, value={**hit.value, **before.value}, sentences=(*before.sentences, *hit.sentences))
        elif before:
            yield before
        before = None
        yield from (replace(hit, body=name) for name in names)
    if before:
        yield before


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from _hits(context)


HITS = (
    Example("Secretariat support will be provided by Ashby District Council.", {"by": "ashby district council"}),
    Example("The Council provides the secretariat.", {"by": "council"}),
    Example("The Town Clerk shall act as secretary to the Forum.", {"by": "town clerk"}),
    Example("The Board is serviced by Democratic Services.", {"by": "democratic services"}),
    Example("Secretariat\n\nTo be confirmed.", {}, Status.PLACEHOLDER),
    Example("Administrative support to the Panel is given by the housing team.", {"by": "housing team"}),
)
MISSES = (
    Example("Minutes are taken by the Secretary.", comment="minutes"),
    Example("The Partnership supports residents who start a business.", comment="support of others"),
    Example("The Secretary of State may issue guidance.", comment="another office"),
    Example("A motion supported by two members is put to the vote.", comment="voting"),
    Example("The Secretary shall be elected at the annual general meeting.", comment="an election"),
)
