"""How partners exchange information and data with one another (SI 2007/1830 for safety partnerships).

Beside the provisions P01 to P38 of GUIDE.md. Not: sharing as an aim ("a chance to share ideas"), how personal data
is protected (``data_protection``, which may rest on the same sentence).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationSharing(Value):
    """Value of an information_sharing clause."""

    instrument: str | None = None
    """The protocol, agreement or law named, in the document's words, lower-cased."""
    personal: bool | None = None
    """True where personal data are spoken of."""


VALUE = InformationSharing
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False
TELLS_BODIES = False

_THING = r"(?:information|data|intelligence|personal data|personal information)"
_WAYS = (
    (
        "instrument",
        phrase(
            r"\b(?:information|data|intelligence)[ -](?:sharing|exchange) (?:protocol|agreement|policy"
            r"|arrangements|charter|framework|procedures?|provisions)s?\b|\bprotocols? (?:for"
            r"|on) (?:the )?(?:sharing|exchange) of\b"
        ),
    ),
    (
        "shall-share",
        phrase(
            r"\b(?:shall|will|must|should|agrees? to|undertakes? to|commits? to|may|expected to|required to"
            rf"|prepared to|willing to) (?:[\w-]+ ){{0,3}}?(?:share|exchange|disclose|supply|pool"
            r"|provide)s? (?:with (?:each other|one another|partners) )?"
            r"(?:(?:all|any|relevant|appropriate|necessary|such|depersonalised|personal|sensitive|anonymised"
            rf"|timely|accurate|and|of) )*{_THING}\b"
        ),
    ),
    (
        "is-shared",
        phrase(
            rf"\b{_THING}\b[^.;]{{0,50}}\b(?:(?:shall|will|must|may|can|should|to) be|(?:is|are)(?=[^.]*\b(?:under"
            rf"|between|protocol|agreement|in accordance|in line|as laid down"
            rf"|for the purposes?)\b)) (?:only )?(?:\w+ly )?(?:shared|exchanged|disclosed between|pooled)\b"
        ),
    ),
    ("law", phrase(r"\bsection 115\b|\bdesignated (?:information )?(?:liaison|sharing) officer\b|\bCaldicott\b")),
)
_PAPER = phrase(r"\b(?:protocol|agreement|policy|arrangements|charter|framework)\b")
_RULES = Rules(
    "information_sharing",
    phrase(
        r"\bshar(?:e|es|ed|ing)\b|\bexchange|\bdisclos|\bsupply\b|\bpool(?:ed)?\b|\bsection 115\b"
        r"|\bdesignated\b|\bcaldicott\b|\bprovide\b"
    ),
    _WAYS,
    phrase(
        r"\bfreedom of information\b|\b(?:interest|pecuniary)s?\b|\bmust not\b|\bshall not\b|\bcontact (?:details"
        r"|information)\b|\binformation (?:pack|about (?:the )?(?:partnership|board|forum|meetings))\b"
        r"|\bperformance information\b|\bmedical information\b|\bopportunit\w+\b|\bcode of conduct\b|\bincident\b"
        r"|\breporter\b|\bviolation\b|\bgood practice\b|\bbest practice\b"
        r"|\bconfidential(?:ity)?\b(?![^.]*\b(?:protocol|agreement)\b)"
    ),
    phrase(
        r"^\W*(?:(?:the|our) )*(?:information[ -](?:sharing|exchange)|data[ -]sharing"
        r"|sharing (?:of )?(?:information|data|intelligence)|exchange of information|sharing information)\W*$"
    ),
    own=lambda text: not _PAPER.search(text),
)
_NAMED = phrase(
    r"\b(?P<name>(?:(?!the\b|an?\b|our\b|under\b|in\b|with\b|by\b|and\b|of\b"
    r"|to\b)[\w’'-]+ ){0,5}?(?:(?:information|data|intelligence)[ -](?:sharing|exchange) (?:protocol"
    r"|agreement|policy|charter|framework))|section 115 [\w ]{0,40}?act \d{4})\b"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if match := _NAMED.search(text):
        found["instrument"] = " ".join(match["name"].lower().split())
    if phrase(r"\bpersonal (?:data|information)\b").search(text):
        found["personal"] = True
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("Partners will share relevant data with one another.", {}),
    Example("Personal data may be exchanged for the purposes of the plan.", {"personal": True}),
    Example("Information is shared under the Ashby Information Sharing Protocol.", {}, Status.DEFERRED),
    Example("A data sharing agreement is to be developed.", {}, Status.PLACEHOLDER),
    Example("Each authority shall supply depersonalised information every quarter.", {}),
)
MISSES = (
    Example("Meetings are a chance to share ideas.", comment="an aim"),
    Example("Requests under the Freedom of Information Act go to the Council.", comment="freedom of information"),
    Example("Members share the cost of the hall.", comment="another thing"),
    Example("Members must not share confidential information.", comment="confidentiality"),
    Example("The Secretary keeps contact details.", comment="data protection"),
)
