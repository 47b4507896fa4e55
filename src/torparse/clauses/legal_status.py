"""What the body is in law and what powers it has (provision P02).

Source: LSPs as non-statutory, non-executive bodies (DETR 2001); NHS and council boards as committees. Not: the
status of members ("statutory agencies"), duties that a statute lays on them, the legal meaning of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatus(Value):
    """Value of a legal_status clause."""

    statutory: bool | None = None
    """True where a law sets the body up, False where that is denied."""
    form: str | None = None
    """What kind of body it is: "unincorporated", "company", "charity", "committee", "advisory", "voluntary"."""
    powers: bool | None = None
    """False where formal or executive powers, or a legal identity, are denied."""


VALUE = LegalStatus
ESSENTIAL: tuple[str, ...] = ("statutory|form|powers",)
SCOPED = False
TELLS_BODIES = False

_BODY = (
    r"(?:partnerships?|boards?|forum|panel|group|committee|lsps?|network|alliance|association|executive"
    r"|body|it|we|trust|company|consortium|team|assembly|foundation|society)"
)
_IS = (
    r"(?:is|are|shall be|will be|remains?|operates as|acts as|constitutes|to be|is constituted as"
    r"|is established as)"
)
_WAYS = (
    (
        "is-a",
        phrase(
            rf"\b{_BODY}(?: \([^)]*\))? {_IS} (?:therefore |currently |not )?(?:an? |the )?(?:(?!of\b|for\b|from\b"
            r"|with\b|that\b|which\b|to\b)[\w-]+,? (?:and )?){0,4}?(?:non-statutory|statutory|voluntary"
            r"|unincorporated|non-executive|advisory|informal|independent,? unincorporated|incorporated"
            r"|legal(?= (?:entity|person|identity))|separate legal|statutorily)\b[^.;]{0,25}\b(?:partnership|body"
            r"|bodies|board|association|entity"
            r"|person|committee|group|forum|organisation|collaboration|identity|and\b)"
            rf"|\b{_BODY} {_IS} (?:therefore |currently )?(?:non-statutory|unincorporated|advisory)\b"
            r"|\bis a (?:non-statutory|statutory|voluntary|unincorporated|non-executive"
            r"|advisory) (?:[\w-]+ ){0,2}(?:partnership|body|association|board|committee|group|forum)\b"
        ),
    ),
    (
        "committee-of",
        phrase(
            rf"\b{_BODY}\b[^.;]{{0,90}}\b{_IS} (?:also )?(?:an? |the )?(?:joint |formal |statutory |advisory "
            r"|sub-)*committee of\b|\b(?:established|set up|constituted|formed|created"
            r"|appointed) (?:[\w ]{0,50}?)?(?:under|by|in accordance with|pursuant to"
            r"|as required by) (?:the )?(?:sections?|s\.|part|regulations?|the (?:[A-Z][\w]+ "
            r")+act)\b[^.;]{0,80}\b(?:act|regulations?|order)\b"
        ),
    ),
    (
        "company",
        phrase(
            r"\bcompany limited by (?:guarantee|shares)\b|\b(?:is|as|be) (?:an? )?(?:[\w-]+ )?(?:registered"
            r"|incorporated|scottish|unincorporated) (?:charit(?:y|able)"
            r"|charitable incorporated organisation)\b|\bcharity (?:number|registered)\b|\bSCIO\b"
            r"|\bcommunity interest company\b|\b(?:is|as|be) an unincorporated association\b"
        ),
    ),
    (
        "no-powers",
        phrase(
            r"\b(?:no|not have|without|nor|neither|has not got|does not hold)\b (?:[\w-]+ ){0,3}?(?:formal"
            r"|executive|statutory|legal|delegated|decision-making|corporate|separate legal) (?:(?:or"
            r"|and) [\w-]+ )?(?:powers?|authority|status|personality|identity|standing|responsibilit\w+|entity"
            rf"|existence)\b|\b{_BODY}\b[^.;]{{0,40}}\bno powers? (?:of its own|other than|to (?:bind|enter|make"
            r"|take))|\b(?:not|isn't|isn’t) (?:a |an )?(?:separate )?(?:committee of|legal (?:entity|person|body"
            r"|partnership)|legally (?:binding|constituted)|incorporated|decision[- ]making body|statutory body"
            r"|partnership within the meaning)\b|\bnothing in\b[^.;]{0,60}\bpartnership\b[^.;]{0,40}\b(?:law"
            r"|legal|act|agen(?:t|cy))\b|\bnot intended to (?:be legally binding|create (?:any )?legal)"
        ),
    ),
    (
        "status-is",
        phrase(
            rf"\b(?:legal|formal|constitutional) status of the [\w ]*?{_BODY} (?:is|shall be)\b|^\W*(?:a "
            r"|an )?(?:non-statutory|voluntary|unincorporated|advisory"
            rf"|statutory) (?:[\w-]+ ){{0,2}}(?:partnership|body|committee|association|forum|group|board)\b"
        ),
    ),
)
_RULES = Rules(
    "legal_status",
    phrase(
        r"\bstatut|\bvoluntary\b|\bincorporat|\bunincorporat|\blegal|\bcompany\b|\bcharit|\badvisory\b"
        r"|\bnon-executive\b|\bpowers?\b|\bcommittee of\b|\bdecision|\bsections?\b|\bunder the\b|\bregulation"
        r"|\bauthority\b|\bSCIO\b|\binformal\b|\bpartnership\b[^.]*\blaw\b"
    ),
    _WAYS,
    phrase(
        r"\b(?:members?|representatives?|organi[sz]ations?|agencies|partners|sector|groups|made up|comprise\w*"
        r"|consist\w*|representatives) (?:of |from |is |are |include |shall include )?(?:the )?(?:[\w-]+ "
        r")?(?:statutory|voluntary)\b|\bstatutory (?:duty|duties|guidance|requirement|responsibilit\w+|functions?"
        r"|instrument|officers?|consultee|members|representatives|partners|agencies|bodies|powers of)\b"
        r"|\bnon-executive (?:members?|directors?|chair)\b|\b(?:code of conduct|localism act"
        r"|access to information|exempt information|freedom of information|equality act|data protection"
        r"|casting vote|quorum|interests?|complain\w*|personal data|privacy)\b|\badvisory (?:vote|members?|sub)"
        r"|\bsub-?(?:groups?|committees?) (?:shall|have|has|will|may|is|are)\b|\b(?:chair|secretary|treasurer"
        r"|officers?|staff|member|observers?|deputies|deputy|coordinator|co-ordinator) (?:\w+ )?(?:has|have"
        r"|shall have|will have|is|are) (?:an? )?(?:no|advisory)\b|\bno power to (?:put an end|dissolve|alter"
        r"|amend|vote|scrutinise|take a vote|co-opt)|\b(?:may|can) (?:establish|set up|appoint|form)\b"
        r"|\bvoluntary (?:donations?|contributions?|subscriptions?|basis|work|effort|agreements?)\b|\blegal advice\b"
        r"|\brefers to\b|\bother type of\b|\bdissol\w+|\bcommittee of (?:the |three|two|five"
        r"|\w+ )?(?:elected )?(?:members"
        r"|whole)\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|its|partnership|lsp) )*(?:legal status|status|(?:legal )?(?:status|standing"
        r"|constitution)(?:,| and| &) (?:powers|status|accountability)|legal standing|legal framework"
        r"|establishment|constitution and status)\W*$"
    ),
    own=lambda text: True,
    told=phrase(r"\bwas (?:\w+ )?(?:set up|established|formed|created) (?:[\w ]{0,40})?under\b"),
)

_FORMS = (
    ("company", phrase(r"\bcompany limited|\bcommunity interest company\b")),
    ("charity", phrase(r"\b(?:registered|incorporated|scottish) charit|\bcharity (?:number|registered)|\bSCIO\b")),
    (
        "unincorporated",
        phrase(
            r"\bunincorporated\b|\bnot (?:a |an )?(?:separate )?(?:legal (?:entity"
            r"|person|body)|incorporated)\b"
        ),
    ),
    ("committee", phrase(r"\b(?<!not\sa\s)(?<!n['’]t\sa\s)committee of\b")),
    ("advisory", phrase(r"\badvisory\b")),
    ("voluntary", phrase(r"\bvoluntary (?:[\w-]+ )?(?:partnership|body|bodies|association|organisation)\b")),
)
_NOT_STATUTORY = phrase(r"\bnon-statutory\b|\bnot (?:a )?statutory\b")
_STATUTORY = phrase(
    r"\bstatutory (?:[\w-]+ )?(?:partnership|body|board|committee|forum|organ)\b|\b(?:under|by"
    r"|pursuant to) (?:the )?(?:sections?|s\\.|regulations?)\b"
)
_NO_POWERS = phrase(
    r"\b(?:no|not have|without|nor)\b (?:[\w-]+ ){0,3}?(?:powers?|authority|legal|status|personality)\b"
    r"|\bnot (?:a |an )?(?:separate )?(?:legal|decision)"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if _NOT_STATUTORY.search(text):
        found["statutory"] = False
    elif _STATUTORY.search(text):
        found["statutory"] = True
    form = next((name for name, pattern in _FORMS if pattern.search(text)), None)
    if form:
        found["form"] = form
    if _NO_POWERS.search(text):
        found["powers"] = False
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Partnership is a voluntary body without formal powers.", {"form": "voluntary", "powers": False}),
    Example("The Board is a committee of Ashby Council.", {"form": "committee"}),
    Example("The Forum is an unincorporated association.", {"form": "unincorporated"}),
    Example("The Partnership is non-statutory.", {"statutory": False}),
    Example("It is a company limited by guarantee.", {"form": "company"}),
    Example("The Panel has no executive powers.", {"powers": False}),
)
MISSES = (
    Example("Statutory agencies nominate two members.", comment="members"),
    Example("Partners have a statutory duty to co-operate.", comment="a duty"),
    Example("Voluntary organisations elect three representatives.", comment="members"),
    Example("Observers have no voting powers.", comment="voting"),
    Example("We are kept going by voluntary donations from members and friends.", comment="money"),
    Example("The Chair has power to adjourn.", comment="a chair's power"),
    Example("A sub-committee of five members is appointed.", comment="a group"),
)
