"""Who outside the body examines its work: scrutiny, call-in, a select committee (provision P33).

Not: the body's own scrutiny of services or of others, scrutiny members who may not sit on it.
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
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrutiny(Value):
    """Value of a scrutiny clause."""

    by: str | None = None
    """Who scrutinises, in the document's words, lower-cased."""


VALUE = Scrutiny
ESSENTIAL: tuple[str, ...] = ("by",)
SCOPED = False
TELLS_BODIES = False

_COMMITTEE = (
    r"(?:(?:[\w&’'-]+ ){0,6}?(?:overview and scrutiny|scrutiny|select|overview) (?:committees?|panels?"
    r"|commissions?|boards?|functions?|arrangements|process(?:es)?|members)"
    r"|(?:[\w&-]+ ){0,3}?oversight committee)"
)
_WAYS = (
    (
        "examines",
        phrase(
            rf"(?P<by>{_COMMITTEE})\b[^.;]{{0,60}}?\b(?:(?:may|can|will|shall|has|have|is|are|to|also|the"
            r"|right|power|able|responsible|for|responsibility|role) )+(?:also )?"
            r"(?:scrutini[sz](?:e|ing)|review(?:ing)?|examin(?:e|ing)|call[ -]in|hold(?:ing)?|challeng(?:e"
            r"|ing)|monitor(?:ing)?|consider(?:ing)?|require|invite|question)"
            r"[^.;]{0,60}\b(?:partnership|board|lsp|forum|its|decisions?|work|executive|group)\b"
        ),
    ),
    (
        "subject-to",
        phrase(
            r"\b(?:subject to|open to|accountable (?:through|via|to)|answerable to|appears? before|report(?:s"
            r"|ing)? (?:\w+ly )?(?:on (?:its |the )?\w+ )?to|attend(?:s)? (?:meetings of )?|"
            r"scrutini[sz]ed by|reviewed by|examined by|co-?operat(?:e|es) with|called to|held to account by"
            rf"|presented to|go(?:es)? to) (?:scrutiny by )?(?:the |an? |each )?(?P<by>{_COMMITTEE})\b"
            rf"|\bscrutini[sz]ed by (?:the )?(?P<by2>[^.;]{{3,70}})|\bsubject to (?:the )?(?:scrutiny"
            rf"|call[ -]in)\b(?: (?:by|of) (?:the )?(?P<by3>[^.;]{{3,70}}))?"
        ),
    ),
    (
        "of-the-body",
        phrase(
            r"\bscrutiny of (?:the (?:work of the |decisions of the |performance of the )?)?(?:partnership|board"
            r"|lsp|forum|group)(?:'s|’s)? ?(?:[\w ]{0,30})\b(?:is|are|will be|shall be|rests|falls"
            r"|lies)\b(?:[^.;]{0,40}\b(?:by|with|to|through|of) (?:the )?(?P<by>[^.;]{3,70}))?"
            r"|\bcall(?:ed)?[ -]in\b[^.]{0,40}\b(?:decisions?|procedure|by)\b|\bscrutiny (?:arrangements?"
            r"|protocol)\b"
        ),
    ),
)
_RULES = Rules(
    "scrutiny",
    phrase(r"\bscrutin|\bselect committee|\bcall(?:ed)?[ -]in\b|\boversight committee"),
    _WAYS,
    phrase(
        r"\b(?:may not|cannot|shall not|not eligible)\b[^.]{0,40}\b(?:members?|sit|serve|vote)\b|\b(?:chair"
        r"|members?) of (?:the |an? )?[\w ]{0,40}scrutiny (?:committee|panel|board)s?\b[^.]{0,40}\b(?:attend"
        r"|observer|member|invited|sit|may)\b|\bthat being the business\b|\bbusiness of the [\w ]*scrutiny\b"
        r"|\bno power to\b|\bscrutineers?\b|\b(?:quorum|interests?|elected|appointed)\b"
        r"|\bsupport the\b[^.]{0,40}\bscrutiny"
    ),
    phrase(
        r"^\W*(?:(?:the|council|local authority|overview and|public|democratic"
        r"|external) )*scrutiny(?: (?:arrangements|and accountability|committee|of the [\w ]+))?\W*$"
    ),
)
_AFTER = (
    r"\b(?:who|which|that|shall|will|may|can|has|is|at|on|for|in|and (?:shall|will)|at least|every|each"
    r"|once|twice|annually|when|as|with|to|under|whose)\b"
)


def _read(text: str) -> dict[str, Any]:
    for _, pattern in _WAYS:
        match = pattern.search(text)
        if match:
            named = next((v for k, v in match.groupdict().items() if k.startswith("by") and v), "")
            who = head(named, limit=9, stop=_AFTER) if named else ""
            return {"by": who} if who else {}
    return {}


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example(
        "The Overview and Scrutiny Committee may review the work of the Partnership.",
        {"by": "overview and scrutiny committee"},
    ),
    Example("The Board is subject to scrutiny by the county assembly.", {"by": "county assembly"}),
    Example("The Partnership appears before the Health Scrutiny Panel once a year.", {"by": "health scrutiny panel"}),
    Example("Decisions of the Board may be called in by five councillors.", {}),
    Example("A scrutiny protocol is to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The Panel scrutinises repairs and lettings.", comment="the body's own work"),
    Example("Members of the Scrutiny Committee may not sit on the Board.", comment="membership"),
    Example("Two scrutineers count the votes.", comment="an election"),
    Example("Plans deserve close scrutiny.", comment="another sense"),
    Example("The Board has no power to call in contracts.", comment="a limit"),
)
