"""How members are to behave (GUIDE.md, conduct)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, policy_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct(Value):
    """Value of a conduct clause."""

    nolan: bool | None = None
    """True where the seven principles of public life are named."""


VALUE = Conduct
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_NOLAN = phrase(
    r"\bnolan\b|\b(?:seven|7)(?: general)? principles\b|\bprinciples of (?:public life"
    r"|conduct in public)\b|\bselflessness\b"
)
_NAMES_PRINCIPLES = phrase(r"nolan|seven principles")


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_NAMES_PRINCIPLES.search(text))


CUES = Cues(
    "conduct",
    cue=phrase(
        r"\babide by (?:the |its |our )?[\w' ]{0,40}codes? of practice\b"
        r"|\b(?:protects?|maintains?|preserves?|upholds?)\b[\w ,]{0,40} (?:good name|reputation) of\b"
        r"|\bmutual respect\b|\b(?:into |in )?disrepute\b|\bfit and proper persons?\b"
        r"|\bcodes? of (?:conduct|behaviour|practice for members)\b|\bnolan\b|\b(?:seven"
        r"|7)(?: general)? principles\b|\bprinciples of public life\b|\bstandards of (?:conduct|behaviour)\b"
        r"|\bact in an? (?:open|honest|courteous|professional|respectful)|\bopen, honest\b|\b(?:treat"
        r"|respect) (?:each other|one another|other members|others|all)\b|\bwith (?:courtesy|integrity and"
        r"|respect)\b|\bbehave (?:in|with|well)\b|\b(?:abide by|uphold|exemplify"
        r"|commit to(?: support)?) (?:the |these |its |our )?[\w\[\] ]{0,30}(?:values|code|agreement"
        r"|principles)\b|\bin good faith\b|\bcourtes(?:y|ies)\b|\bplain dealing\b|\bbe kind\b"
        r"|\blet others finish\b|\bprofessional(?:ly)? (?:manner|behaviour|conduct)\b|\bact (?:with integrity"
        r"|honestly|in good faith)"
    ),
    veto=phrase(
        r"\bcode of conduct (?:committee|team|incident|violation|report|issue|enforce\w*|complaint|case"
        r"|process|facilitator|transparency|work|matters)\w*\b|\bviolat\w+\b|\bcode of conduct (?:is"
        r"|was) (?:updated|changed)|\bcriminal conduct|\bconduct (?:of (?:the )?(?:business|meetings?"
        r"|elections?)|elections?|a review|an? )|\blisting (?:the )?code of conduct"
        r"|\bpartners? should (?:respect|act)|\bconfidentiality agreement|\bgaps in the\b|\benforce\b"
        r"|\bacting in good faith\b|\bindemnif\w+|\bmembers of the code of"
    ),
    topic=phrase(
        r"\bconduct\b(?! of (?:meetings|business))|\bbehave\b|\bbehaviour\b|\bseven principles\b"
        r"|\bground rules\b"
    ),
    answers=4,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for rules of conduct; the seven principles are flagged."""
    yield from policy_hits(context, CUES, _nolan)


def _nolan(text: str) -> dict[str, Any]:
    return {"nolan": True} if _NOLAN.search(text) else {}


HITS = (
    Example("Members shall observe the seven principles of public life.", {"nolan": True}),
    Example("Members will act in an open, honest and courteous way.", {}),
    Example("Members follow their own organisation's code of conduct.", {}, Status.DEFERRED),
    Example("Members shall at all times protect the reputation of the Board.", {}),
    Example("Code of conduct: to be written.", {}, Status.PLACEHOLDER),
    Example("All members will treat each other with respect.", {}),
)
MISSES = (
    Example("The Chair conducts the meeting.", comment="running a meeting"),
    Example("Officers acting in good faith are indemnified.", comment="an indemnity"),
    Example("The secretary will conduct a review.", comment="doing"),
    Example("The Panel conducts elections by ballot.", comment="doing"),
    Example("The Committee hears reports of code of conduct incidents.", comment="a remit"),
    Example("A conductor led the choir.", comment="words alike"),
)
