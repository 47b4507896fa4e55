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

_REPLY = phrase(
    r"\b(?:within|in) {DURATION}|\backnowledged\b|\b(?:contact|reach out|points? of contact"
    r"|may appeal)\b"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_REPLY.search(text)) and not status.owned_elsewhere(text)


_US = (
    r"(?:the |any (?:of )?(?:its |the )?|its |our |this |another )?(?:\w+ )?(?:partnership|board|forum|panel"
    r"|group|lsp|network|alliance|assembly|consortium|collaborative"
    r"|executive|chair|members?|committee|trust|society|council|clerk|secretary|conduct|behaviour|operation"
    r"|actions?|decisions?"
    r"|core|procedures?|administration|staff|employees?|volunteers?|leaders?|officers?|us\b|it\b|way|how|what"
    r"|an? (?:member|councillor|decision|trustee))"
)
CUES = Cues(
    "complaints",
    cue=phrase(
        r"\bcomplaints?\b|\bgrievances?\b[^.]{0,30}\b(?:about|against) (?:the|a) \w+|\bhow (?:do|can) i complain\b"
        r"|\bnot happy about something\b|\b(?:unhappy|dissatisfied|not satisfied|cross) (?:with"
        r"|about) (?:something|anything|the way|how|what|a decision)|\byou're cross with\b"
        r"|\b(?:still|remain\w*) (?:dissatisfied|unhappy|not (?:content|satisfied))\b|\baggrieved\b|\bmoan(?:s"
        r"|ing)?\b"
        rf"|\bconcerns? (?:about|over|with) {_US}\b|\b(?:raise|report)s? (?:a|any|their|your) concerns? (?:to"
        rf"|with) the\b"
        r"|\b(?:not (?:happy|content|satisfied)|unhappy|dissatisfied|disappointed) with (?:our|the|its|a|how"
        r"|any) (?!service)"
        r"|\b(?:issues?|problems?|concerns?|worries|objections?) (?:with|about|over) (?:how|the way"
        r"|the (?:running|operation|conduct|work) of)\b"
        r"|\braise (?:it|this|them|any (?:issue|problem)s?) with the (?:chair|secretary|clerk|convener"
        r"|co-ordinator|host)\b"
        r"|\blet (?:you|anyone|people) down\b|\b(?:badly|unfairly|wrongly) treated by\b|\btreated (?:badly"
        r"|unfairly) by\b|\bexpressions? of dissatisfaction\b"
        r"|\ballegations? (?:against|about) (?:a|any|the) (?:member|director|trustee|officer|chair)\w*\b"
        r"|\bfeedback\b[^.]{0,30}\b(?:about|on) (?:how|the way|the (?:working|running) of)\b"
        r"|\b(?:expelled|suspended|removed|excluded|rejected|unsuccessful) (?:member|applicant|person)s? (?:may"
        r"|can|shall have the right to|has the right to) appeal\b"
        # appeals against what the body itself has decided
        r"|\bappeals? (?:against|from) (?:a|the|any|this|that|its)\b[^.]{0,40}\b(?:decision|refusal|rejection"
        r"|suspension|expulsion"
        r"|removal|panel|committee|board)\b"
        # reports of misconduct, and wrongdoing
        r"|\breport(?:s|ed|ing)?\b[^.]{0,20}\b(?:violations?|breach(?:es)?|misconduct|wrongdoing"
        r"|incidents?) of (?:this|the|our)"
        r"[\w ]* code\b|\b(?:violations?|breach(?:es)?) of (?:this|the|our)[\w ]* code\b[^.]{0,40}\breport"
        r"|\bbroken (?:these|our|the) rules\b|\bsuspects? (?:any )?(?:wrongdoing|misconduct)\b|\bwhistle-?blow\w+\b"
        r"|\b(?:to|by) the (?:[\w ]{0,40} )?ombudsman\b"
    ),
    veto=phrase(
        r"\b(?:safeguarding|child protection|adult protection|data protection|clinical|patient safety) (?:\w+"
        r" )?(?:concerns?"
        r"|allegations?|issues?|alerts?)\b|"
        r"\b(?:board|panel|group|committee|forum|partnership|network|council) (?:will |shall |may |is to |also"
        r" )*(?:receiv|consider"
        r"|gather|collect|seek|discuss|examin|look at|us)(?:e|es|s)? (?:\w+ ){0,3}(?:feedback|issues?|problems?"
        r"|concerns?)\b(?![^.;]*\b(?:repl|respon|how (?:it|we)\b))|"
        r"\b(?:reports?|papers?|summar(?:y|ies)|figures|information|data|updates?|analys[ie]s|statistics) (?:on"
        r"|about|of)"
        r" (?:\w+ ){0,2}complaints\b(?! about (?:the|us|its))|"
        # a subject beside others
        r"^(?!.*\b(?:will|shall|must|may|can|could|should|procedures?|polic(?:y|ies)|process|protocol|writ\w+"
        r"|contact\w*|tell\w*"
        r"|rais\w+|refer\w*|send|sent|address\w*|deal\w*|handl\w+|investigat\w+|hear\w*|respon\w+|repl\w+|answer\w*"
        r"|escalat\w+|appeals?|ombudsman|about|against|goes?|taken?|mak\w+|made|looked|lodg\w+|bring|brought|submit\w*"
        r"|receiv\w+|complain|unhappy|see|under|use)\b).*\bcomplaints?\b(?!\s*:)|"
        # somebody else's wrongs, a body's work, and what others are told of complaints
        rf"\bcomplaints? (?:about|over|against) (?!{_US}\b)|\bcomplaints? of (?:\w+ )?(?:misconduct|nuisance|noise"
        r"|discrimination|abuse|fraud|harassment)\b|^\W*(?:\(?\w{1,4}[).] )?(?:to )?(?:investigat|consider|hear"
        r"|determin"
        r"|adjudicat|receiv|resolv|examin)(?:e|es|ing|s)? (?:\w+ ){0,3}complaints?\b(?! (?:about|against|made) )"
        r"|\b(?:sub-?committee|panel|committee|board|commission) (?:considers|hears|investigates|determines|receives"
        r"|reviews|examines) (?:\w+ ){0,3}complaints?\b(?! (?:about|against) (?:the|its|us))"
        rf"|\bcomplaints? (?:about|over) (?!{_US}\b)|\bcomplaints? about (?:a|an|another) (?:\w+ )?(?:council"
        rf"|partner|agency|organisation|service|provider)\b|"
        r"\b(?:complaint about (?:a|the) service|complaints? (?:figures|data|statistics|trends|and incidents|received"
        r"|performance|about (?:nuisance|other|council services))|own complaint|(?:consumer|patients?'?"
        r"|tenants'?|residents'?)"
        r" complaints|customers?'? complaints(?! (?:follow|are dealt|will be|shall be|go))"
        r"|for the anti-social|have to complain to the council|complaints? (?:would|to be) come"
        r"|members? of the complaints|incident report|compliments, comments and complaints(?! procedure))\b"
        r"|\b(?:trends|themes|lessons|learning) (?:in|from)\b[^.]{0,30}complaints"
        r"|\b(?:approv|monitor|review|analys|scrutinis|overse)\w*\b[^.]{0,40}\bcomplaints?\b(?! (?:about"
        r"|against) (?:the|us))"
        r"|(?:\bnot|n't) (?:be )?(?:a (?:forum|place)|used) for\b[^.]{0,30}complaints|\b(?:individual"
        r"|personal) complaints\b"
        r"|\bcommunity concerns and complaints\b|\bgrumbles\b|\b(?:discuss"
        r"|resolution of)\w*\b[^.]{0,40}\bcomplaints\b(?! (?:about|against) (?:the|us))"
        r"|\b\d+ (?:received|closed)|\bplanning appeals\b|\bnot:\s"
    ),
    answers=6,
    no_remit=True,
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
