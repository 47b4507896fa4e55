"""How the body speaks to the press, the public and its own members (Bromley's heading: public statements).

Beside the provisions P01 to P38 of GUIDE.md. Not: how notices are served, "electronic communication" as a means, the
press at meetings (``public_access``).
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
class Communications(Value):
    """Value of a communications clause."""

    by: str | None = None
    """Who speaks for the body, in the document's words, lower-cased."""
    media: bool | None = None
    """True where press or media are dealt with."""
    plan: bool | None = None
    """True where a plan, strategy or protocol is named."""


VALUE = Communications
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False
TELLS_BODIES = False

_WAYS = (
    (
        "press",
        phrase(
            r"\b(?:press|(?<!social\s)media) (?:statements?|releases?|enquir(?:y|ies)|inquir(?:y|ies)|contacts?"
            r"|protocols?|relations|interviews?|queries|work|coverage|announcements?|spokes\w+|officers?)\b"
            r"|\bpublic (?:statements?|enquir(?:y|ies)|relations|announcements?)\b|\bdeal(?:s"
            r"|ing)? with the (?:press|media)\b"
            r"|\b(?:statements?|speak(?:s|ing)?|comments?|talk(?:s|ing)?) (?:[\w ]{0,20})to the (?:press"
            r"|media|papers|newspapers?)\b"
        ),
    ),
    (
        "speaks-for",
        phrase(
            r"\bspokes(?:person|man|woman|people)\b|\b(?:speak|speaks|speaking|statements?|comment"
            r"|communicate)\b[^.;]{0,25} (?:for|on behalf of|in the name of) the (?:[\w-]+ )?(?:partnership"
            r"|board|forum|panel|group|lsp|committee|network|alliance|association|council in public)\b"
            r"|\bspeak for (?:it|us)\b|\bspeak for the [\w ]+ in public\b"
        ),
    ),
    (
        "plan",
        phrase(
            r"\bcommunications? (?:and (?:media|engagement|marketing) )?(?:plan|strategy|protocol|policy|lead"
            r"|framework)\b|\bmedia (?:and communications? )?(?:strategy|protocol|policy)\b"
            r"|\bcommunications?\b[^.;]{0,50}\b(?:will|shall|is|are) (?:be )?(?:\w+ly )?(?:managed"
            r"|agreed|led|co-?ordinated|issued|handled|cleared|joint)\b"
        ),
    ),
    (
        "tells",
        phrase(
            r"\bcommunicates? (?:well|effectively|regularly|openly|clearly|its)\b"
            r"|\bnewsletters?\b[^.;]{0,50}\b(?:will|shall|is|are|each|every|issued|sent|published|produced)\b"
            r"|\b(?:issue|publish|produce|send)\w* (?:a |an |regular |quarterly )*(?:newsletter|e-?bulletin"
            r"|bulletin)\b|\b(?:website|social media)\b[^.;]{0,50}\b(?:maintain\w*|will be (?:kept|used|run)"
            r"|to (?:communicate|publicise|promote|keep))\b|\bpublicity\b[^.;]{0,40}\b(?:shall|will|must|agreed"
            r"|joint|credit|acknowledg\w+)\b|\bpublici[sz]e (?:the|its|our) (?:work|activities|achievements)\b"
        ),
    ),
)
_RULES = Rules(
    "communications",
    phrase(
        r"\bpress\b|\bmedia\b|\bspokes|\bspeak|\bcommunicat|\bnewsletter|\bbulletin|\bwebsite\b|\bpublicity\b"
        r"|\bpublici|\bstatements?\b|\bcomment"
    ),
    _WAYS,
    phrase(
        r"\b(?:press and (?:the )?public|public and press|public and (?:the )?press|excluded?|admitted)\b"
        r"|\b(?:means of|electronic|telephone|forms? of|written|by) communications?\b|\bspeak (?:but not"
        r"|and vote|at (?:the|a) meeting|for (?:no more|up to|three|five))"
        r"|\b(?:local|social) media (?:companies|representatives|outlets)\b|\b(?:minutes|notice|agenda|papers"
        r"|summons)\b[^.]{0,60}\b(?:website|newsletter|published)\b|\bwebsite\b[^.]{0,30}\b(?:minutes|agenda)"
        r"|\bpersonal(?:ly)? capacity\b|\bcommunications? (?:technology|sector|industry|infrastructure)\b"
        r"|\bcommunicat\w+ (?:disorder|needs|difficult)|\bmedium\b|\b(?:feedback|suggestions|input|comments) (?:to"
        r"|on|into) (?:the )?[\w ]*communications?\b|\bcommunication skills\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|external|internal|public|board) )*(?:communications?|media(?: relations"
        r"| protocol)?|publicity|press(?: (?:and|&) (?:media|publicity|public relations))?|(?:communications?"
        r"|media|publicity)(?:,| and| &) (?:media|communications?|publicity|pr|press|branding"
        r"|public relations|public statements)|public statements|talking to the press|spokesperson)\W*\??$"
    ),
    own=lambda text: bool(_read(text).get("by")),
)
_BY = (
    phrase(
        r"(?:^\W*|[.;:,] )(?:only )?(?P<by>(?:the |a |an )?[\w’' ]{3,50}?(?:,? or (?:the "
        r"|a )?[\w ]{3,40}?)?) (?:shall|will|may|is to|can|should|must|is|acts?)? ?(?:only )?(?:be |act as "
        r"|as )?(?:the )?(?:\w+ )?spokes(?:person|man|woman)\b"
    ),
    phrase(
        r"\b(?:press|media|public) (?:[\w]+ )?(?:statements?|releases?|enquiries|queries|requests"
        r"|interviews)\b[^.;]{0,50}?\b(?:issued|made|given|dealt with|handled|agreed|approved|cleared"
        r"|answered|directed|referred|passed) (?:only )?(?:by|to|with) (?P<by>[^.;,]{3,70})"
    ),
    phrase(
        r"^\W*(?:only )?(?P<by>(?:the |a |an )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?:(?:shall|will|may|can"
        r"|is authorised to|must|should) (?:[^.;]{0,60} and )?)?(?:speaks?|deals? with|handles?|issues?"
        r"|makes? statements|talks?)\b[^.;]{0,40}?\b(?:press|media|on behalf of the|for the|in public)\b"
    ),
    phrase(r"\bspokes(?:person|man|woman)(?: for the \w+)? (?:is|shall be|will be) (?P<by>[^.;,]{3,60})"),
)
_NOBODY = frozenset(
    [
        "member",
        "members",
        "no member",
        "no-one",
        "nobody",
        "it",
        "they",
        "who",
        "we",
        "and",
        "communications",
        "members may",
    ]
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pattern in _BY:
        match = pattern.search(text)
        who = head(match["by"], limit=8) if match else ""
        if who and who not in _NOBODY and not who.startswith(("no ", "not ", "any ")):
            found["by"] = who
            break
    if phrase(r"\b(?:press|(?<!social\s)media|newspapers?|spokes\w+)\b").search(text):
        found["media"] = True
    if phrase(r"\b(?:plan|strategy|protocol|policy)\b").search(text):
        found["plan"] = True
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Chair will act as spokesperson for the Partnership.", {"by": "chair", "media": True}),
    Example(
        "Press enquiries will be dealt with by the Council's press office.",
        {"by": "council's press office", "media": True},
    ),
    Example("The Partnership will have a communications plan.", {"plan": True}),
    Example("No member may speak on behalf of the Forum without its leave.", {}),
    Example("A communications protocol is to be developed.", {}, Status.PLACEHOLDER),
    Example("Communications are covered in Annex 6.\n\nA media protocol is set out in Annex 6.", {}, Status.DEFERRED),
)
MISSES = (
    Example("The press and public may attend.", comment="public access"),
    Example("Notice may be given by electronic communication.", comment="a means"),
    Example("Minutes are published on the website.", comment="minutes"),
    Example("Members of the public may speak for three minutes.", comment="public access"),
    Example("To give feedback on the national Communications Plan.", comment="another's plan"),
    Example("Social media officers are elected at the spring meeting.", comment="an office"),
    Example("Media companies are represented.", comment="membership"),
)
