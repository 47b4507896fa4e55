"""What members may not pass on (GUIDE.md, confidentiality)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class Confidentiality(Policy):
    """Value of a confidentiality clause."""


VALUE = Confidentiality
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_PAPER = phrase(r"\b(?:protocol|policy|agreement|annex|appendix|schedule|procedure|code)\b")


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return not _PAPER.search(text)


CUES = Cues(
    "confidentiality",
    cue=phrase(
        r"\bnot to be (?:copied|disclosed|shared|passed)\b|\bwhatever (?:is|'s) said\b[^.]{0,60}\bstays\b"
        r"|\bconfidential(?:ity|ly)?\b|\bin confidence\b|\bnot (?:be )?(?:disclose|divulge)\w*\b"
        r"|\bno [\w ]+ shall disclose\b|\bshall not disclose\b|\bstays? (?:in the room|at the \w+ \w+)\b"
        r"|\bwhat(?:'s| is|ever's) said\b[^.]{0,40}\bstays\b|\bnot to be passed on\b|\bisn't to be passed on\b"
        r"|\bfor (?:board )?members only\b|\bchatham house\b|\brestricted marking\b|\bprivileged information\b"
    ),
    veto=phrase(
        r"\b(?:excluded|exclud\w+)[^.]{0,40}confidential|\b(?:public|press)\b[^.]*\b(?:confidential"
        r"|exempt) (?:\w+ )?(?:business|items|information|matters)\b|\bpersonal data\b|confidentially-reported"
        r"|\bdo you need to declare\b"
        r"|\bpublic (?:may|can|shall|will) be\b|\bpress and public\b|\bdisclos\w+ (?:any|the existence|it at"
        r"|their|his|a) ?(?:personal|pecuniary|interest|and nature)?\b(?=.*interest)"
    ),
    topic=phrase(r"\bconfidential\w*\b|\bin confidence\b"),
    answers=3,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Members must not disclose the content of papers marked confidential."),
    Example("Discussions at meetings are confidential to members."),
    Example("Meetings are held under the Chatham House rule."),
    Example("What is said here stays in the room."),
    Example("A confidentiality protocol is to follow.", status=Status.PLACEHOLDER),
)
MISSES = (
    Example("The public may be excluded while confidential information is discussed.", comment="public access"),
    Example("We are confident that the plan will work.", comment="words alike"),
    Example("The public has confidence in the police.", comment="words alike"),
    Example("Members disclose any pecuniary interest.", comment="interests"),
    Example("A vote of no confidence may be moved.", comment="debate"),
)
