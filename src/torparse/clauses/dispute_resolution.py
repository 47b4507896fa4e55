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

_SIDES = (
    r"(?:partners?|parties|members?|authorities|councils?|organisations?|signatories|sides|them|us|bodies"
    r"|the board|agencies"
    r"|contributors?|maintainers|participants|people|individuals|committees?|trustees)"
)
_TAKEN = (
    r"(?:referred|escalated?|raised|taken|put|goes?|go|mediat\w+|arbitrat\w+|settled?|resolv\w+|sort(?:ed)?"
    r"|chief|decid\w+"
    r"|ruling|rules?|steps?|independent|talk|meet|bring)"
)
CUES = Cues(
    "dispute_resolution",
    cue=phrase(
        r"\bdisput(?:es?|ed|ing)\b|\bdisagreements?\b|\bdifferences? (?:[\w ]{0,20})?between\b[^.]{0,20}\b"
        rf"{_SIDES}\b|\b{_SIDES} (?:differ|(?:can ?not|do not|fail to|are unable to) (?:reach )?(?:agree"
        rf"|agreement))\b[^.]{{0,80}}"
        rf"\b{_TAKEN}\b|\bon which (?:the )?{_SIDES} (?:cannot|are unable to) (?:reach )?agree"
        r"|\b(?:sort out|settle|resolve|bring|compose) (?:their |any |the )?differences\b"
        r"|\bdifference between the [\w ]+ and\b"
        r"|\bshould the [\w ]+ and the [\w ]+ differ\b|\bmediat(?:e|es|or|ion|ed)\b|\barbitrat\w+\b"
        r"|\bconflicts? resolution\b|\b(?:fall(?:s|ings?)?[ -]out|at odds|middle ground)\b"
        r"|\bescalation (?:and \w+ )?(?:route|procedure|process|policy)\b"
        rf"|\bcannot resolve\b|\bdissents? from\b|\bresolve (?:any )?conflicts?\b(?! of interest)"
        rf"|\bdeadlocks? between\b"
        rf"|\bconflicts? (?:between|among) {_SIDES}\b|\bpersonal conflicts?\b[^.]{{0,60}}\b{_TAKEN}\b"
        r"|\bgrievances? between\b|\bformal objections?\b|\b(?:can|may) be challenged\b[^.]{0,60}\bdecided\b"
        r"|\b(?:resolve|settle|reconcile)\w*\b[^.]{0,40}\b(?:problems|issues|difficulties) (?:in"
        r"|with) the (?:operation|running|working) of (?:this|the)\b"
        r"|\b(?:problems|issues|difficulties) (?:in|with) the (?:operation|running|working) of (?:this"
        r"|the)\b[^.]{0,60}\b(?:resolv|settl|escalat|refer)\w*"
        rf"|\b(?:different|differing|opposing|conflicting) (?:opinions|views"
        rf"|positions)\b[^.]{{0,50}}\b(?:reconciled|resolved|referred|escalated|{_TAKEN})\b"
        r"|\b(?:escalat\w+|going|taken|referred) (?:up )?to (?:a )?more senior\b|\b(?:issues?|matters?) (?:that "
        r"|which )?(?:can ?not|(?:is|are) not) be"
        r" (?:resolved|settled|agreed)\b[^.]{0,60}\b(?:escalated|referred|taken|put)\b|\b(?:impasse|stalemate"
        r"|standoff)\b[^.]{0,60}\b(?:referred|escalat\w+"
        r"|mediat\w+|resolved)\b"
        r"|\b(?:unable|fail(?:s|ed)?) to (?:settle|resolve|agree on) (?:a|any|the|such|an) (?:\w+ )?(?:matter"
        r"|issue|question|difference)s?\b(?![^.]*\bvot)"
        r"|\bmatters? of contention\b|\bany (?:claim|controversy|question|issue)s? arising (?:out of|from|under"
        r"|between)\b[^.]{0,60}\b(?:settled|referred|decided|resolved)\b"
        r"|\b(?:is|are|become|becomes) deadlocked\b|\b(?:resolve|settle|reconcile)\w* (?:any|the|all"
        r"|such) differences?\b"
        r"|\b(?:concerns?|complaints?) about (?:each other|one another)\b"
        r"|\b(?:conflicts?|issues|problems|differences)\b(?! of interest)[^.]{0,30}\b(?:of|over|on|about|concerning"
        r"|around)\b[^.]{0,20}\b(?:governance|membership|decision[ -]making)\b[^.]{0,60}\b(?:final (?:decisions?|say"
        r"|word)|finally (?:decided|settled))\b|\bmatters? (?:is|are|shall be|will be) finally (?:decided|settled) by\b"
        # the meaning of the rules, and rulings that end an argument
        r"|\b(?:interpret(?:ation|ing)s?|meaning) of\b[^.]{0,60}\b(?:decided|determined|final|ruling|settled"
        r"|precedence|precedent"
        r"|binding)\b|\bconflicts? around interpreting\b|\bwhat (?:this|these"
        r"|the) [\w ]+ means?\b[^.]{0,40}\b(?:stands|final|decides)\b"
        r"|\bruling (?:of [\w ]{0,30})?(?:is|shall be|will be) (?:final|conclusive|binding)\b"
    ),
    veto=phrase(
        r"\bmediation (?:services?|projects?|schemes?|charit(?:y|ies))\b|\bskills?\b|\bspeaks? up\b|\bcompose"
        r" the difference\b(?!.*mediator)|\bdisput(?:e|ed|es) (?:over"
        r"|about) the minutes\b|\bindustrial\b|\btrade disputes?\b|\bmake(?:s)? a difference\b|\btraining\b"
        r"|\bcourses?\b"
        r"|\bneighbours?\b|\bminority report\b|\b(?:goal|aim) is\b|\bconflicts? of interests?\b"
        r"|\bprivate interests?\b"
        r"|\b(?:offers|provides) (?:\w+ )?mediation\b|\bfor that meeting\b|\bpoints? of order\b|\blandlords?\b"
        r"|\bborder dispute\b"
    ),
    answers=6,
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
