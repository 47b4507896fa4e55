"""How the body deals with risk to its own work (provision P37).

Source: Audit Commission, Governing partnerships (2005: risk). Not: people at risk, flood or health risks, risk as a
subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Value):
    """Value of a risk clause."""

    register: bool | None = None
    """True where a register or log of risks is kept."""
    per_year: float | None = None
    """Reviews of risk a year, where that is said."""
    by: str | None = None
    """Who is responsible for it, in the document's words, lower-cased."""


VALUE = Risk
ESSENTIAL: tuple[str, ...] = ("register|per_year|by",)
SCOPED = False
TELLS_BODIES = False

_DO = (
    r"(?:identif|manag|monitor|mitigat|assess|review|own|control|consider|evaluat|record|address|minimis"
    r"|report|understand|oversee|escalat|handl)(?:y|e|es|s|ies|ied|ed|ing|ate|ating)?"
)
_WAYS = (
    (
        "register",
        phrase(
            r"\brisk (?:register|log|matrix|management|assessment|owner|strategy|policy|protocol|plan"
            r"|framework|appetite|review)s?\b|\bregister of risks?\b"
        ),
    ),
    (
        "deals-with",
        phrase(
            rf"\b{_DO}\b(?:,? (?:and |or )?[\w-]+){{0,5}}? (?:the |any |all |its |key |strategic |significant "
            r"|major |main |shared |partnership |new |emerging |financial |potential )*risks?\b"
        ),
    ),
    (
        "risks-are",
        phrase(
            rf"\brisks?\b(?: (?:to|facing|of|in) [\w ,]{{3,50}}?)? (?:(?:shall|will|must|should|is|are"
            rf"|to) )+(?:be )?(?:\w+ly )?(?:{_DO}|kept|shared|agreed)\b"
        ),
    ),
)
_RULES = Rules(
    "risk",
    phrase(r"\brisks?\b"),
    _WAYS,
    phrase(
        r"\bat[ -](?:(?:high|higher|greater|great|most|serious|some|significant|increased|particular) )?risk\b"
        r"|\b(?:flood|health|fire|climate|offending|re-?offending|suicide|safeguarding"
        r"|clinical|crime|falls|infection|environmental|domestic)(?:[ -]related)? risks?\b|\brisk (?:of"
        r"|from) (?!not|fail|the partnership|non-delivery)|\b(?:high|low|higher|greatest)[ -]risk\b"
        r"|\brisk (?:factors?|groups?|takers?|taking|behaviour)\b|\b(?:individuals?|children|people|adults"
        r"|families|offenders?|victims?|residents|young people)\b[^.]{0,60}\brisks?\b|\brisks? (?:to"
        r"|for) (?:children|people|health|residents|individuals|public|life|the public|communities|vulnerable)"
        r"|\bat (?:their|his|your|its|the member's) own risk\b|\bdata breach\b|\brisks? (?:becoming|losing|harm)"
    ),
    phrase(
        r"^\W*(?:(?:the|our) )*(?:risks?|risk management|managing risk|risk (?:and|&) (?:assurance|insurance"
        r"|issues?(?: management)?)|risk register)\W*$"
    ),
)
_REGISTER = phrase(
    r"\brisk (?:register|log|matrix)|\bregister of risks?\b|\brecord\w* (?:of )?(?:the |its |all )?risks?\b"
)
_BY = phrase(
    r"(?:^\W*|[.;] )(?P<by>(?:the |a |an )?(?:{CHAIR}|treasurer|secretary|[\w ]{2,30}(?:manager|officer"
    r"|co-?ordinator|secretariat|group|team|council|committee|director)))"
    r" (?:shall|will|is to|must|keeps?|maintains?|is responsible|reviews?)\b|\b(?:kept|maintained|owned"
    r"|reviewed|updated|managed|led) by (?P<by2>[^.;,]{3,60})"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if _REGISTER.search(text):
        found["register"] = True
    often = frequencies(text)
    if often:
        found["per_year"] = often[0].per_year
    if match := _BY.search(text):
        who = head(match["by"] or match["by2"], limit=7)
        found |= {"by": who} if who else {}
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Board keeps a risk register, which it reviews every quarter.", {"register": True, "per_year": 4}),
    Example("The Secretary will maintain a register of risks.", {"register": True, "by": "secretary"}),
    Example("The Partnership shall:\n\n(a) identify and manage the key risks to its aims.", {}),
    Example("Risks to delivery will be assessed each year.", {"per_year": 1}),
    Example("Risk management\n\nTo be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The Panel helps children at risk.", comment="people at risk"),
    Example("Members manage flood risk in the valley.", comment="a subject"),
    Example("The service reduces the risk of falls.", comment="a subject"),
    Example("High-risk offenders are discussed at the conference.", comment="people"),
    Example("Visitors climb at their own risk.", comment="another sense"),
)
