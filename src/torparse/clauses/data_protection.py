"""How personal data is handled (GUIDE.md, data_protection)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class DataProtection(Policy):
    """Value of a data_protection clause."""


VALUE = DataProtection
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_PAPER = phrase(
    r"\b(?:protocol|agreement|policy|polic(?:y|ies)|schedule|annex|appendix|notice|procedures?|statement)\b"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return not _PAPER.search(text)


CUES = Cues(
    "data_protection",
    cue=phrase(
        r"\bdata protection\b|\bGDPR\b|\bpersonal (?:data|information|details)\b"
        r"|\binformation[ -]sharing (?:protocol|agreement)\b|\bdata[ -]sharing (?:protocol|agreement)\b"
        r"|\b(?:names|addresses) and (?:phone|telephone|e-?mail|address)\w*+(?! of (?:the|those"
        r"|all) (?:persons?|people|candidates|members))"
        r"[^.]{0,20}|\bpersonal information\b"
        r"|\bprivacy (?:notice|policy)\b|\b(?:your|their|members') (?:name|details"
        r"|personal)[^.]{0,40}\b(?:computer|held|kept|stored|passed on)\b"
    ),
    veto=phrase(
        r"^(?!.*\b(?:personal|protocol)\b).*\bdata protection officer\b|\bchain of custody\b"
        r"|\bcontact details of\b|\bfreely share\b"
    ),
    topic=phrase(
        r"\bdata protection\b|\bwhat do you do with my details\b|\bpersonal data\b|\binformation sharing\b"
        r"|\bprivacy\b"
    ),
    answers=3,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Personal data will be handled in line with the UK GDPR and the Data Protection Act 2018."),
    Example("Personal data will be shared only under the Information Sharing Protocol.", status=Status.DEFERRED),
    Example("A data sharing protocol is to be developed.", status=Status.PLACEHOLDER),
    Example("What do you do with my details?\n\nWe keep your name and address on a list and show it to nobody."),
    Example("The Council is the controller of personal data held for the Partnership."),
)
MISSES = (
    Example("The Secretary tells the Board the names and addresses of the persons elected.", comment="a report"),
    Example("The Board uses data to set priorities.", comment="statistics"),
    Example("Crime data is reported quarterly.", comment="statistics"),
    Example("Members declare any personal interest.", comment="interests"),
    Example("Children need protection from harm.", comment="safeguarding"),
    Example("Members update their own data sets.", comment="data sets"),
)
