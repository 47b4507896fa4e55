"""What happens to papers and items that come after the deadline (a companion of provision P20, notice of papers).

The deadline itself is ``notice``; here is who may let something late in, or that nothing late is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePapers(Value):
    """Value of a late_papers clause."""

    accepted: bool | None = None
    """True where late papers or items may be taken, False where they are not."""
    consent: str | None = None
    """Whose consent it needs, in the document's words, lower-cased."""
    until: str | None = None
    """How long before the meeting something late may still come, as an ISO 8601 duration."""


VALUE = LatePapers
ESSENTIAL = ("accepted", "consent", "until")
SCOPED = True

CUE = phrase(
    r"\blate (?:\w+ )?(?:papers?|reports?|items?|agenda items?|submissions?|business|documents?)\b"
    r"|\b(?:papers?|reports?|items?|business)\b[^.;]*\b(?:after (?:the|this|that) (?:deadline|agenda|closing date)"
    r"|not on the agenda|tabled)\b|\bno (?:papers?|reports?|items?) (?:shall|will|may|can|are to) be tabled\b"
)
_RULE = phrase(
    r"\b(?:accept\w*|consider\w*|taken|take|tabled|discuss\w*|allow\w*|admit\w*|added|raised|carried (?:over|forward)"
    r"|held over|deferred|permit\w*)\b"
)
_CONSENT = phrase(
    r"\b(?:with (?:the )?|without (?:the )?|by (?:the )?|at (?:the )?|subject to (?:the )?|(?:only )?if (?:the )?"
    r"|unless (?:the )?)"
    r"(?:(?:prior|express) )?(?:(?:consent|agreement|permission|approval|leave|discretion) of (?P<of>[^.;,]{3,50})"
    r"|(?P<whose>[\w -]{2,40}?)(?:['’]s?) (?:consent|agreement|permission|approval|leave|discretion)"
    r"|(?P<who>(?:chair\w*|convener|majority|board|committee|members|meeting|panel|forum|group|executive)[\w -]{0,25}?)"
    r" (?:agrees?|consents?|permits?|allows?|decides?))"
)
_NOT = phrase(
    r"\b(?:no|not|never|nothing)\b(?! (?:later|more))|\b(?:carried (?:over|forward)|held over|deferred)\b|\bonly\b"
)
_VETO = phrase(r"\bcomplain\w*|\bapplications?\b|\b(?:was|were) tabled\b|\blate arrival|\bpayment|\bfees?\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for rules on late papers and late items."""
    for sentence in context.cued(CUE):
        text = sentence.text
        if _VETO.search(text) or not _RULE.search(text):
            continue
        value: dict[str, object] = {}
        if match := _CONSENT.search(text):
            consent = head(match["of"] or match["whose"] or match["who"], limit=5)
            value = {"accepted": True, "consent": consent}
        elif _NOT.search(text):
            value = {"accepted": False}
        elif phrase(r"\b(?:may|can|will) (?:also )?(?:exceptionally )?be (?:tabled|accepted|taken)").search(text):
            value = {"accepted": True}
        if value.get("accepted") and (last := durations(text)):
            value["until"] = last[0].iso
        if value:
            yield Hit(value, (sentence,), "late_papers.rule")


HITS = (
    Example("Late items will be taken only with the agreement of the Chair.", {"accepted": True, "consent": "chair"}),
    Example("No papers may be tabled at the meeting.", {"accepted": False}),
    Example("Reports received after the deadline will be held over to the next meeting.", {"accepted": False}),
    Example("Business not on the agenda may be discussed if the Board agrees.", {"accepted": True, "consent": "board"}),
    Example("Late reports can be tabled at the Convener's discretion.", {"accepted": True, "consent": "convener"}),
)
MISSES = (
    Example("A report was tabled by the manager.", comment="minutes"),
    Example("Late payment of subscriptions is charged for.", comment="payments"),
    Example("Late applications are not considered.", comment="another kind of paper"),
    Example("Papers are sent out five days before the meeting.", comment="the deadline, not what is late"),
    Example("The agenda shall list all items of business.", comment="the agenda"),
)
