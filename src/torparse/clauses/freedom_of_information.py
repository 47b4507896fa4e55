"""How requests for information are answered (GUIDE.md, freedom_of_information)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class FreedomOfInformation(Policy):
    """Value of a freedom_of_information clause."""


VALUE = FreedomOfInformation
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_ANSWERED = phrase(
    r"\b(?:answered|passed|made to|replies|handled by|responsib\w+|requests? (?:go|will|shall|should)"
    r"|held by|apply|applies|fall under)\b"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_ANSWERED.search(text)) and not status.ANNEX.search(text)


_PAPERS = r"(?:(?:the|its|our) )?(?:[\w']+ )?(?:information|documents?|records|papers)"
CUES = Cues(
    "freedom_of_information",
    cue=phrase(
        r"\bfreedom of information\b|\bFOI(?:A|SA)?\b|\benvironmental information regulations\b|\bEIRs?\b"
        r"|\bofficial information (?:act|and meetings)\b|\bLGOIMA\b|\bright to information\b|\bpublication scheme\b"
        r"|\brequests? for information under the\b|\b(?:public access|access to information"
        r"|information) (?:\(\w+\) )?act\b(?! 1985)|\(public access\) act\b"
        r"|\b(?:in (?:answer|response|reply) to|answers?|handles?|deals? with) (?:an?|any|all"
        r"|such)? ?(?:information requests?|requests? for information)\b"
        r"|\b(?:respond|repl(?:y|ies)|responds) to (?:\w+ )?requests? for (?:\w+ )?information\b"
        r"|\b(?:documents|records|papers)\b[^.]{0,40}\bavailable to (?:the public|anyone"
        r"|any member of the public|members of the public) (?:on|upon) request\b"
        r"|\baccess to information\s*:|\b(?:statutory|official|public) information requests?\b"
        rf"|\brequests? for (?:access to )?{_PAPERS}\b[^.]{{0,50}}\b(?:handled|dealt|answered|held|co-?ordinated"
        rf"|made under|go(?:es)?"
        r"|passed|referred|sent|processed)\b"
        rf"|\b(?:ask|asks|apply) (?:to see|for) (?:our|the (?:partnership|board|group|committee)'s) (?:records"
        rf"|papers|documents)\b"
    ),
    veto=phrase(
        r"^\W*(?:download|link to|see also|related)\b|"
        r"\brequests? (?:may|can|will|shall|might|could) (?:also )?be made (?:of|for)\b(?! (?:under|access))"
        r"|\b(?:make|makes|making|made|send|sends|issue|issues)\b[^.;]{0,20} requests? for information (?:from|to|of)\b"
        r"(?![^.;]*\b(?:act|FOI|freedom|statut\w+)\b)"
        r"|\brequests? for information (?:may|can|might|will|shall) be (?:made|sent|put|issued) (?:of|to) (?!the "
        r"(?:clerk|secretary"
        r"|council|board|chair|information))"
        r"|\bmembers'? training on\b|^\W*\d+/\d+ freedom|\bcommissioner for freedom\b"
        r"|\brequests? for information (?:about|on)"
        r" (?!the (?:partnership|board|forum|group|committee|panel))|\bfreedom of information (?:officer"
        r"|commissioner) (?:may"
        r"|attends|will attend)"
    ),
    answers=6,
    no_remit=True,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Requests under the Freedom of Information Act 2000 will be answered by the Council."),
    Example("FOI: to be confirmed by Legal.", status=Status.PLACEHOLDER),
    Example("The Freedom of Information Act does not apply to us; requests go to the host council."),
    Example("Papers held by partners may be disclosed under FOIA or the EIR."),
    Example("Can I make a freedom of information request?\n\nAsk the borough council, which holds our papers."),
)
MISSES = (
    Example("Information is shared freely among members.", comment="sharing"),
    Example("The Board will publish information on its website.", comment="publicity"),
    Example("Members are free to inform themselves.", comment="words alike"),
    Example("An information point is open daily.", comment="a desk"),
    Example("The Partnership values openness.", comment="a principle without the law"),
)
