"""What happens where partners or members differ (GUIDE.md, dispute_resolution)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class DisputeResolution(Policy):
    """Value of a dispute_resolution clause."""


VALUE = DisputeResolution
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

CUES = Cues(
    "dispute_resolution",
    cue=phrase(
        r"\bdisputes?\b|\bdisagreements?\b|\bdifferences? between\b"
        r"|\bshould the [\w ]+ and the [\w ]+ differ\b|\bmediat(?:e|es|or|ion|ed)\b|\barbitrat\w+\b"
        r"|\bconflict resolution\b|\b(?:fall(?:s|ing)? out)\b|\bescalation (?:route|procedure|process)\b"
        r"|\bcannot resolve\b|\bdissents? from\b|\bresolve (?:any )?conflicts?\b(?! of interest)"
    ),
    veto=phrase(
        r"\bskills?\b|\bspeaks? up\b|\bcompose the difference\b(?!.*mediator)|\bdispute (?:over"
        r"|about) the minutes\b|\bindustrial\b|\btrade disputes?\b|\bmake(?:s)? a difference\b"
    ),
    topic=phrase(r"\bdisputes?\b|\bdisagreements?\b|\bdifferences\b|\bfall out\b|\bconflict resolution\b"),
    answers=3,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Any dispute between partners will be referred to the Chair and then to an independent mediator."),
    Example("Differences between the Board and the Council shall be settled by arbitration."),
    Example("Disagreements are resolved informally where possible."),
    Example("Either side may ask the county association to mediate."),
    Example("A dispute procedure is to be agreed.", status=Status.PLACEHOLDER),
    Example("Disputes are handled under the procedure in Schedule 4 to the Agreement.", status=Status.DEFERRED),
)
MISSES = (
    Example("Members should have conflict resolution skills.", comment="a skill"),
    Example("The Partnership makes a difference.", comment="words alike"),
    Example("Conflicts of interest must be declared.", comment="interests"),
    Example("Partners respect different opinions.", comment="conduct"),
    Example("There is no difference in rank.", comment="words alike"),
)
