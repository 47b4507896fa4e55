"""What members must be able to do for their organisation, and how senior they are (provision P05).

Not: the powers of the body, of its chair or of a sub-group; who may speak for the partnership.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import MEMBERS, Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAuthority(Value):
    """Value of a member_authority clause."""

    authority: tuple[str, ...] | None = None
    """For their organisation members can "speak", "decide", "commit" (it or its resources), "influence"."""
    seniority: str | None = None
    """The rank asked of members, in the document's words, lower-cased."""


VALUE = MemberAuthority
ESSENTIAL: tuple[str, ...] = ("authority",)
SCOPED = True
TELLS_BODIES = False

_ACT = (
    r"(?:speak|act|vote|make|take|reach|agree|commit|sign|bind|influence|contribute|deploy|pledge|decide|allocate"
    r"|represent|deliver|contract|negotiate|enter)"
)
_POWER = (
    r"(?:authority|mandate|power|ability|seniority|standing|influence|able|authorised|empowered|mandated|position"
    r"|remit|in a position)"
)
_HOME = (
    r"(?:(?:on|for) (?:the )?behalf of (?:their|its|his|her|the)(?: own| respective| parent| member| partner"
    r"| home)* ?(?:organi[sz]ations?|agenc|sectors?|authorit|bod(?:y|ies)|employer|constituen|network|communit"
    r"|those|council|group)|(?:for|of) (?:their|the)(?: own| respective| parent)* (?:organi[sz]ations?|sectors?"
    r"|agenc\w+|bod(?:y|ies))|(?:their|its)(?: own| respective| parent)* (?:organi[sz]ations?|agenc\w+|resources"
    r"|sectors?|bod(?:y|ies)|employers?)|organi[sz]ations? they (?:represent|come from)|those they represent"
    r"|who sent (?:them|him|her))"
)
_WAYS = (
    (
        "authority-to",
        phrase(rf"\b{MEMBERS}\b[^.;]{{0,110}}?\b{_POWER}\b(?: (?:\w+ ){{0,6}}?)?to (?:\w+ ){{0,3}}?{_ACT}\b"),
    ),
    (
        "behalf",
        phrase(
            rf"\b(?:{_ACT}|decisions?|commitments?)\b[^.;]{{0,60}}\b{_HOME}"
            rf"|\b{_HOME}[^.;]{{0,60}}\b(?:to )?(?:commit|bind)\b"
        ),
    ),
    (
        "seniority",
        phrase(
            r"\b(?:of|at|with|have|has|hold) (?:a |an |the )?(?:sufficient(?:ly)?|appropriate(?:ly)?|suitabl[ey]"
            r"|necessary|requisite|enough) ?(?:level of )?(?:senior(?:ity)?|authority|rank|standing|level)\b"
            r"|\bsufficiently senior\b|\bsenior enough\b|\b(?:operat\w+|work\w*|are|be|is|member|officer"
            r"|representative|manager|people|person)s? (?:at |of |from )?(?:an? |the )?(?:most )?senior (?:level"
            r"|grade|position|rank|management|enough)|\bat (?:chief executive|director|head of service|executive"
            r"|board|chief officer|assistant director) (?:\(?or [\w ]+\)? )?level\b|\bseniority\b"
        ),
    ),
    (
        "mandate",
        phrase(
            rf"\b{MEMBERS}\b[^.;]{{0,80}}\bwith the (?:full )?(?:authority|mandate|backing"
            rf"|support)\b[^.;]{{0,30}} of their\b"
        ),
    ),
    (
        "decision-making",
        phrase(rf"\b{MEMBERS}\b[^.;]{{0,80}}\bdecision[ -]making (?:authority|powers?|responsibility)\b"),
    ),
    ("commit", phrase(rf"\b{MEMBERS}\b[^.;]{{0,80}}\b(?:can|able to|could|may|must be able to) (?:commit|bind)\b")),
)
_RULES = Rules(
    "member_authority",
    phrase(
        r"\bauthorit|\bmandate|\bpower|\bable to\b|\bability\b|\bsenior|\bempowered\b|\bbehalf\b|\blevel\b"
        r"|\bcommit\b|\bbind\b|\bcan (?:speak|decide|pledge)|\bbacking\b|\binfluence\b|\bin a position\b"
    ),
    _WAYS,
    phrase(
        r"\b(?:on behalf of|for|bind|commit|represent) (?:the |this |our )?(?:whole )?(?:partnership|board|forum"
        r"|panel|lsp|committee|network|alliance|group|executive|company|charity|association)\b|\b(?:no|nor"
        r"|neither|not) (?:[\w ]{0,30})?(?:member|partner|representative|person"
        r"|organi[sz]ation)s?\b[^.]*\b(?:authority|power|bind|commit|behalf)\b|^\W*(?:(?:the|this|our|any|each"
        r"|all) )?(?:[\w-]+ ){0,4}?(?:board|executive(?! members)|forum|partnership|panel|lsp|sub-?groups?"
        r"|groups?|sub-?committees?|committee|{CHAIR}|{VICE}|secretary|secretariat|treasurer|chief executive"
        r"|council|cabinet|trustees)(?: (?:and|or) [\w -]+?)? (?:shall |will |may |must |does |do "
        r"|can )?(?:not )?(?:be |have |has |is |are |make|take|act|enter)\b(?![^.]*\b(?:members"
        r"|representatives)\b[^.]*\bauthority)|\bno (?:\w+ ){0,2}(?:authority|power)s?\b|\bvote(?:s"
        r"|d)? on behalf\b|\bproxy\b|\bstaff\b|\bquor|\bresponsible authorit|\bdeclar\w+|\binterests?\b"
        r"|\bpecuniary\b|\b(?:spokes\w+|press|media)\b|\bsign (?:the )?(?:minutes|cheques|contracts)\b"
        r"|\bsenior (?:officers?|managers?)(?: of the council)? (?:will|shall|may|from the council) (?:attend"
        r"|support|be invited|advise)"
    ),
)
_FIELDS = (
    ("speak", phrase(r"\b(?:speak|represent|act|negotiate)\b(?! (?:as|in))")),
    (
        "decide",
        phrase(
            r"\b(?:mak|tak|reach)(?:e|ing) (?:[\w-]+ ){0,2}?decisions?\b|\bdecid(?:e|ing)\b"
            r"|\bdecision[- ]mak(?:ing (?:power|authority|responsib)|er)"
        ),
    ),
    ("commit", phrase(r"\b(?:commit(?:s|ting)?|commitments?|bind|pledge|deploy|allocate|sign up)\b")),
    ("influence", phrase(r"\binfluenc(?:e|ing)\b")),
)
_RANK = phrase(
    r"(?P<rank>(?:sufficiently |most |appropriately |suitably )?senior (?:enough|level|grade|position|management"
    r"|officer|manager)|(?:sufficient|appropriate|suitable|necessary) (?:level of )?seniority|sufficiently senior"
    r"|appropriately senior|(?:chief executive|director|head of service|executive|board|chief officer"
    r"|assistant director) (?:\(?or [\w ]+\)? )?level)"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    authority = tuple(name for name, pattern in _FIELDS if pattern.search(text))
    if authority:
        found["authority"] = authority
    if rank := _RANK.search(text):
        found["seniority"] = head(rank["rank"], stop=r"\bzzz\b")
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the authority and rank asked of members."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("Members must have authority to commit their organisation.", {"authority": ["commit"]}),
    Example("Representatives should be able to make decisions on behalf of their agency.", {"authority": ["decide"]}),
    Example(
        "Each partner will send someone of sufficient seniority to speak for their organisation.",
        {"authority": ["speak"], "seniority": "sufficient seniority"},
    ),
    Example("Members will be at director level.", {"seniority": "director level"}),
    Example("Nominees come with the backing of their sector and can pledge its support.", {"authority": ["commit"]}),
)
MISSES = (
    Example("The Board has authority to set up sub-groups.", comment="the body's powers"),
    Example("The Chair may act on behalf of the Partnership.", comment="the partnership"),
    Example("No member has power to bind the Partnership.", comment="a denial about the partnership"),
    Example("Responsible authorities meet in May.", comment="a kind of body"),
    Example("Senior officers will attend to give advice.", comment="support"),
    Example("The Board has no powers of its own.", comment="legal status"),
)
