"""Declaring interests, and what follows (GUIDE.md, interests)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests(Value):
    """Value of an interests clause."""

    when: str | None = None
    """"at_meeting", "register" or "both"."""
    withdraws: bool | None = None
    """True where the member must leave or not vote."""
    instrument: str | None = None
    """Law or policy named (not scored)."""
    recorded: bool | None = None
    """True where the declaration is minuted or entered in a register (not scored)."""


VALUE = Interests
ESSENTIAL: tuple[str, ...] = ("when",)
SCOPED = False

CUE = phrase(
    r"\b(?:declar\w+|disclos\w+|regist\w+)\b[^.]{0,90}\binterests?\b"
    r"|\binterests?\b[^.]{0,90}\b(?:declar\w+|disclos\w+|register\w*|withdraw\w*|leave|leaves|say so"
    r"|says so|vote)\b|\bconflicts? of interests?\b|\bconflict(?:ed|ing) (?:of )?interests?\b"
    r"|\b(?:pecuniary|prejudicial|vested|disclosable|financial) interests?\b"
    r"|\bstand(?:s)? to (?:gain|make money|benefit|profit)\b|\bnon-conflicted\b|\bgot an interest\b"
    r"|\bregister of (?:[\w ]+ )?interests\b|\bconflicts? (?:must|should|shall|will) be declared\b"
    r"|\brecus\w+\b|^\W*on interests\b|\bconflicted (?:members?"
    r"|parties|persons?)\b"
)
_VETO = phrase(
    r"\bexpress(?:ion|ions|ing)? (?:an |of )?interests?\b|\bcommunit(?:y|ies) of interest\b"
    r"|\binterest on (?:[\w']+ ){0,3}(?:deposits?|loans?|sums?|money|accounts?|balances?|capital)\b"
    r"|\blost interest\b|\binterest groups?\b|\bcount(?:s|ed)? (?:towards|in)"
    r"|does not count|\bbest interests?\b|\bpublic interest\b|\binterests? of (?:the )?(?:area|residents"
    r"|community|borough|members|people)\b|\bwords (?:taken|deleted)"
)
_REGISTER = phrase(
    r"\bregister(?:s|ed)?\b(?! of members\b(?!'))|\bred book\b|\bannual(?:ly)? declar|\bdeclaration (?:form"
    r"|on appointment)|\bon (?:appointment|joining|taking)\b|\bwithin {DURATION} of (?:appointment|taking"
    r"|joining|election)\b"
)
_MEETING = phrase(
    r"\b(?:at (?:the|a|any|each|every|lsp|all)?[\w ]{0,30}(?:meetings?|start)|item|agenda|discussed"
    r"|discussion|under consideration|is reached|it comes up|business|matter|decision|before we start"
    r"|topic|conflicted|recus\w+|vote|abstain)\b"
)
_WITHDRAWS = phrase(
    r"\bleave (?:before|for|while|until)\b|\b(?:sit|step)s? out\b|"
    r"\bwithdraw\w*\b|\bleaves? the (?:room|meeting)\b|\bleave the\b|\bout of the room\b"
    r"|\bstep(?:s)? outside\b|\bgo(?:es)? out\b(?= of| until| while)|(?:\b(?:not|neither|abstain\w*|nor"
    r"|no part|refrain|without)|n't) ?(?:from )?(?:[\w ]{0,20})?(?:vot(?:e|ing)|take part|participat\w+"
    r"|(?:in the )?(?:vote|decision|discussion))\b|\bnon-conflicted\b|\bshall take no part\b|\brecus\w+\b"
    r"|\babstain\w*\b|\btake no part\b|\bexclud\w+ (?:from|themselves)"
)
_RECORDED = phrase(r"\b(?:recorded|minuted|entered|register|minutes)\b")
_DECLARED = phrase(
    r"declar|disclos|\bsays? so\b|\b(?:make|makes|made|making) (?:it |them |this )?known\b|\btells?\b"
    r"|\bsays? (?:if|whether)\b|\bmentions?\b|\bnotif"
)
_TOPIC = phrase(r"\binterests?\b(?! rates?)|\bdeclare anything\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for the duty to declare, with the sentences that say when and what follows."""
    groups: dict[tuple[int | None, bool], list[Sentence]] = {}
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative or (_VETO.search(text) and not phrase(r"declar|disclos|register of").search(text)):
            continue
        topical = bool(_TOPIC.search(sentence.topic))
        if CUE.search(text) or (
            topical
            and (
                _WITHDRAWS.search(text)
                or status.is_placeholder(text)
                or phrase(r"\bsay so|declare|write down").search(text)
            )
        ):
            groups.setdefault((sentence.section, True), []).append(sentence)
    for sentences in groups.values():
        more = [s for s in context.after(sentences[-1], 2) if s.unit == sentences[-1].unit and len(s.text.split()) < 30]
        more += [
            s
            for s in context.after(sentences[-1], 1)
            if s not in more
            and _WITHDRAWS.search(s.text)
            and phrase(r"^\W*(?:if|they|such|in such|where|that|the member|any|you|he|she|this)\b").search(s.text)
        ]
        yield _hit([*sentences, *more])


def _hit(sentences: list[Sentence]) -> Hit:
    text = " ".join(s.text for s in sentences)
    register, meeting = bool(_REGISTER.search(text)), bool(_MEETING.search(text))
    value: dict[str, Any] = {}
    st = Status.STATED
    if status.is_placeholder(text):
        return Hit({}, tuple(sentences), "interests.placeholder", Status.PLACEHOLDER, key="placeholder")
    if status.is_deferred(text) and not phrase(r"\bdeclar\w+|\bdisclos\w+|\bsay so").search(text):
        return Hit({}, tuple(sentences), "interests.deferred", Status.DEFERRED, key="deferred")
    declared = bool(_DECLARED.search(text))
    if register or declared or (meeting and not _WITHDRAWS.search(text)):
        value["when"] = "both" if register and meeting else "register" if register else "at_meeting"
    if _WITHDRAWS.search(text):
        value["withdraws"] = True
    if _RECORDED.search(text):
        value["recorded"] = True
    return Hit(value, tuple(sentences), "interests.duty", st)


HITS = (
    Example("Members must declare any personal interest in an item at the meeting.", {"when": "at_meeting"}),
    Example(
        "A member with a prejudicial interest shall declare it, leave the room and not vote.",
        {"when": "at_meeting", "withdraws": True},
    ),
    Example(
        "The Secretary keeps a register of interests, which members complete on appointment.", {"when": "register"}
    ),
    Example(
        "Conflicts of interest are declared before the item is discussed and recorded in the minutes.",
        {"when": "at_meeting"},
    ),
    Example("Members with a conflict of interest on a vote must abstain.", {"withdraws": True}),
    Example("Declarations of interest: to be drafted.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Expressions of interest are invited from community groups.", comment="an invitation"),
    Example("The Forum speaks for communities of interest.", comment="another sense"),
    Example("Members act in the public interest.", comment="another sense"),
    Example("Ask Finance about the interest on your deposit.", comment="money"),
    Example("If you have lost interest we will take you off the list.", comment="curiosity"),
)
