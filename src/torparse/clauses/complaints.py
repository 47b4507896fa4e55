"""What someone does who is unhappy with the partnership (GUIDE.md, complaints).

Not: complaints as a subject of work, complaints about somebody else's services.
"""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class Complaints(Policy):
    """Value of a complaints clause."""


VALUE = Complaints
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_REPLY = phrase(r"\b(?:within|in) {DURATION}|\backnowledged\b")


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_REPLY.search(text)) and not status.owned_elsewhere(text)


CUES = Cues(
    "complaints",
    cue=phrase(
        r"\bcomplaints?\b|\bgrievances? (?:about|against) the\b|\bhow (?:do|can) i complain\b"
        r"|\bnot happy about something\b|\b(?:unhappy|dissatisfied|not satisfied|cross) (?:with"
        r"|about) (?:something|anything|the way|how|what|a decision)"
    ),
    veto=phrase(
        r"\bcomplaints? (?:about|over) (?!(?:the |any (?:of )?|its |our )?(?:partnership|board|forum|panel"
        r"|group|lsp|network"
        r"|executive|chair|operation|conduct|members?|actions?|us\b|this|decisions?|how|way|it\b|core"
        r"|committee|council's))|"
        r"\b(?:complaint about (?:a|the) service|complaints? (?:figures|data|statistics|about (?:nuisance"
        r"|other|council services))|own complaint|consumer complaints|customers?'? complaints"
        r"|for the anti-social|have to complain to the council|complaints? (?:would|to be) come"
        r"|members? of the complaints|incident report|compliments, comments and complaints(?! procedure))\b"
        r"|\bnot:\s"
    ),
    topic=phrase(r"\bcomplain(?:t|ts)?\b|\bnot happy about\b|\bif things go wrong\b.*complain"),
    answers=3,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Complaints about the Partnership should be sent to the Chair, who will reply within 20 working days."),
    Example("Complaints will be dealt with under the Council's complaints procedure.", status=Status.DEFERRED),
    Example("A complaints protocol is to be developed.", status=Status.PLACEHOLDER),
    Example("How do I complain?\n\nWrite to the secretary, who will look into it."),
    Example("Anyone with a complaint about the Board may write to the Secretary."),
)
MISSES = (
    Example("The Panel looks at complaints figures each quarter.", comment="a subject of work"),
    Example(
        "Complaints about nuisance neighbours are for the Anti-Social Behaviour Team.", comment="someone else's service"
    ),
    Example("The Forum does not deal with anybody's own complaint.", comment="outside the remit"),
    Example("Members compare notes.", comment="nothing"),
    Example("The complainant's evidence was heard.", comment="a case"),
)
