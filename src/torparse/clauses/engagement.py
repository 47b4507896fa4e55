"""How communities, users and stakeholders are consulted and involved (Audit Commission, 2005: serving the public).

Beside the provisions P01 to P38 of GUIDE.md. Not: the engagement of staff or consultants, consulting the members or
the chair on a decision, who sits on the body.
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
class Engagement(Value):
    """Value of an engagement clause."""

    whom: tuple[str, ...] | None = None
    """Who is involved: "residents", "users", "young people", "stakeholders", "businesses" and the like."""
    plan: bool | None = None
    """True where a plan, strategy or standards of engagement are named."""


VALUE = Engagement
ESSENTIAL: tuple[str, ...] = ("whom",)
SCOPED = False
TELLS_BODIES = False

_WHOM = (
    r"(?:local people|residents?|communit(?:y|ies)|the public|service users?|users|patients|carers"
    r"|tenants|citizens|young people|children and young people|stakeholders?"
    r"|voluntary (?:and community )?(?:sector|organi[sz]ations|groups)"
    r"|local businesses|businesses|community groups|hard[ -]to[ -]reach groups|seldom[ -]heard \w+"
    r"|the wider community|neighbourhoods|partners and the public|customers|victims)"
)
_WAYS = (
    (
        "engages",
        phrase(
            r"\b(?:engag|consult|involv)(?:e|es|s|ing|ement|ation)?\b(?:,? (?:and |& )?(?:with|of|the|all|key"
            r"|local|its|our|actively|effective(?:ly)?|meaningful(?:ly)?|engage|involve|consult|empower"
            r"|listen(?:s|ing)? to|a|wide|range|appropriate|relevant|other|views"
            rf"|those)\b){{0,7}} (?:[\w-]+,? ){{0,3}}?{_WHOM}\b"
        ),
    ),
    (
        "views",
        phrase(
            r"\b(?:seek|listen(?:s|ing)? to|take (?:into )?account of|hear|gather|obtain|ask for|reflect|represent)(?:s"
            r"|ing)? (?:the )?(?:views|voices?|opinions|needs|experience\w*) of (?:[\w-]+,?"
            rf" ){{0,4}}?{_WHOM}\b|\bgives? {_WHOM} a (?:say|voice)\b"
        ),
    ),
    (
        "plan",
        phrase(
            r"\b(?:community|public|patient|resident|stakeholder|user|citizen) (?:and \w+ )?(?:engagement"
            r"|involvement|consultation|participation)\b|\b(?:its|an?|the|our|own|agreed|annual) (?:engagement"
            r"|consultation|involvement) (?:plan|strategy|framework|standards|protocol)\b(?! component)"
        ),
    ),
    (
        "events",
        phrase(
            rf"\b(?:hold|run|arrange|organise)s? (?:[\w-]+ ){{0,4}}?(?:consultation|engagement|public|open"
            rf"|community) (?:events?|days?|meetings with {_WHOM})\b|\b{_WHOM} (?:will|shall|are|must"
            r"|should) be (?:\w+ly )?(?:consulted|involved|engaged|asked)\b"
        ),
    ),
)
_RULES = Rules(
    "engagement",
    phrase(
        r"\bengag|\bconsult|\binvolv|\bviews\b|\bvoices?\b|\bopinions?\b|\bparticipation\b|\blisten|\ba say\b"
        r"|\bneeds of\b"
    ),
    _WAYS,
    phrase(
        r"\bconsultants?\b|\bafter (?:consulting|consultation with) (?:the )?(?:{CHAIR}|members|leader|vice)"
        r"|\bin consultation with (?:the )?(?:{CHAIR}|leader|members|chief|section 151|monitoring|{VICE})"
        r"|\bengagement of (?:staff|consultants|contractors)\b|\bengaged (?:in|by) (?:business|trade"
        r"|the council)\b|\bmembers? (?:shall|will|must) (?:be )?(?:consult\w*|engage)\b(?![^.]*(?:residents"
        r"|communit|users|public|young))|\bmembership (?:of|shall|will|is)\b|\bmembers? of the public (?:may|can"
        r"|will|shall|wishing|are)\b|\bcommunity safety\b(?=[^.]*\bmembers\b)|\bquestions\b"
        r"|\brepresentatives? (?:of|from) (?:the )?(?:public|voluntary)"
    ),
    phrase(
        r"^\W*(?:(?:the|our|public|community|stakeholder|resident|user|patient|citizen|wider) )*(?:engagement"
        r"|consultation|involvement|participation|(?:engagement|consultation|involvement)(?:,| and"
        r"| &) (?:engagement|consultation|involvement|participation|communications?)|involving (?:communities"
        r"|people|residents|users|the public)|community engagement)\W*$"
    ),
)
_GROUPS = (
    ("residents", phrase(r"\b(?:residents?|local people|citizens|tenants|neighbourhoods)\b")),
    (
        "communities",
        phrase(r"\b(?:communit(?:y|ies))\b(?! (?:sector|and voluntary|safety|strategy|organi[sz]ations|groups))"),
    ),
    (
        "public",
        phrase(
            r"\bthe public\b(?!,|/| (?:and|&|or) (?:private|voluntary)| sectors?)|\bpublic (?:engagement"
            r"|involvement|consultation)\b"
        ),
    ),
    ("users", phrase(r"\b(?:service users?|users|patients|carers|customers|victims)\b")),
    ("young people", phrase(r"\byoung people\b|\bchildren\b")),
    ("stakeholders", phrase(r"\bstakeholders?\b")),
    ("voluntary sector", phrase(r"\bvoluntary\b|\bcommunity (?:groups|sector|organi[sz]ations)\b")),
    ("businesses", phrase(r"\bbusiness(?:es)?\b")),
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    whom = tuple(name for name, pattern in _GROUPS if pattern.search(text))
    if whom:
        found["whom"] = whom
    if phrase(
        r"\b(?:engagement|consultation|involvement|participation) (?:plan|strategy|framework|standards|protocol)\b"
    ).search(text):
        found["plan"] = True
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Partnership will consult residents and service users on its plans.", {"whom": ["residents", "users"]}),
    Example("The Board shall seek the views of young people each year.", {"whom": ["young people"]}),
    Example("A community engagement strategy is to be developed.", {}, Status.PLACEHOLDER),
    Example("Stakeholders will be consulted before the plan is agreed.", {"whom": ["stakeholders"]}),
    Example("The Forum will:\n\n- meet in public\n- involve local people in its work", {"whom": ["residents"]}),
)
MISSES = (
    Example("The Secretary acts after consulting the Chair.", comment="a decision"),
    Example("The engagement of consultants is for the Council.", comment="staff"),
    Example("Members of the public may ask questions.", comment="public access"),
    Example("Members engage in debate.", comment="another sense"),
    Example("The view from the hill is fine.", comment="words alike"),
)
