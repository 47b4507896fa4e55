"""Substitutes, alternates and proxies in a member's place (GUIDE.md, deputies)."""

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
class Deputies(Value):
    """Value of a deputies clause."""

    allowed: bool | None = None
    """False where the document rules them out."""
    voting: bool | None = None
    """Whether they vote."""


VALUE = Deputies
ESSENTIAL: tuple[str, ...] = ("allowed", "voting")
SCOPED = False

CUE = phrase(
    r"\bdeput(?:y|ies|ise|ised)\b(?![ -](?:chair|chief|leader|convener|director|secretary|head))"
    r"|\bsubstitut(?:e|es|ion|ions)\b|\balternates?\b(?! (?:between|week|month))|\bprox(?:y|ies)\b"
    r"|\bstand-?ins?\b|\bin (?:his or her|their|his|her|my|a member's) place\b|\bnamed representative\b"
    r"|\bsend (?:along )?(?:(?:a|another) (?:colleague|nominee|suitably \w+ nominee|neighbour|friend"
    r"|representative|person)|someone"
    r"|somebody|anyone)(?: else)?\b|\bon (?:your|their) (?:group|organisation)'s behalf\b"
    r"|\brepresented by (?:an officer|another)\b"
)
_ALLOWED = phrase(
    r"\b(?:may|can|will|shall|should|must|is|are|entitled|allowed|appoint\w*|nominat\w*|send\w*|name\w*"
    r"|provide|course)\b"
)
_DENIED = phrase(
    r"\b(?:don't|do not|cannot) (?:have|allow|accept|send) (?:any |anyone|substitutes|deputies|stand-ins)|"
    r"\bno (?:deputies|substitutes?|stand-?ins|alternates?|proxies)\b|\b(?:deputies|substitutes?"
    r"|substitution|alternates?|stand-?ins) (?:are|is|will|shall|may) not\b|\bnot (?:send|appoint"
    r"|nominate) (?:a )?(?:deput|substitut|altern)|\bmust attend in person\b|\bneed to be there yourself\b"
)
_VOTES = phrase(
    r"\b(?:right to vote|voting rights|may (?:speak and )?vote|can (?:also )?vote|speak and vote"
    r"|entitled to vote|vote on|full (?:voting )?(?:powers|rights)|with (?:the )?(?:same"
    r"|full) [\w ]*(?:rights|powers)|(?:will|shall) (?:have|carry) (?:the )?(?:same )?[\w ]*vot(?:e|es"
    r"|ing))\b"
)
_NO_VOTE = phrase(
    r"(?:\bnot|n't) (?:join in|take part in) (?:any )?decisions?\b|\b(?:may|shall|will|can|do|does)(?: not"
    r"|n't) (?:be (?:able|entitled|permitted) to )?vote\b|\bwithout (?:a |the right to )?vot(?:e|ing)\b"
    r"|\bno (?:right to )?vote\b|\bbut not vote\b|\bnon-voting\b"
)
_VETO = phrase(
    r"\b(?:chair|chairman|convener) (?:and|or)? ?(?:the )?deputy\b(?!.*\bmember)"
    r"|\bdeputise(?:s)? for the chair|\bdeputy (?:will|shall|may|to) (?:chair|preside)"
    r"|\b(?:to|can|will|not) substitute\b|\bappointed as the deputy\b|\bdeputy[ -]chair will be\b"
    r"|\bplus alternates\b|\bproxy (?:indicator|measure)|\bdeputising for\b(?=.*\bchair)"
    r"|\bhereby appoint\b"
    r"|\bwithout sending a substitute|\bno (?:alternate|substitute) has attended|\bcover for\b"
)
_TOPIC = phrase(
    r"\bdeput(?:y|ies)\b(?![ -]chair)|\bsubstitut\w+\b|\balternates?\b|\bsend someone (?:else|in my place)"
    r"|\bcan't (?:make|come)|\bproxies\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for members' substitutes; sentences of one section make one provision."""
    groups: dict[int | None, list[Sentence]] = {}
    for sentence in context.sentences:
        text = sentence.text
        topical = _TOPIC.search(sentence.topic) and context.under_topic(sentence)[0].index >= sentence.index - 1
        if sentence.narrative or _VETO.search(text) or not (CUE.search(text) or topical):
            continue
        groups.setdefault(sentence.section, []).append(sentence)
    for sentences in groups.values():
        hit = _hit(context, sentences)
        if hit:
            yield hit


def _hit(context: Context, sentences: list[Sentence]) -> Hit | None:
    more = [
        s
        for s in context.after(sentences[-1], 1)
        if phrase(r"^\W*(?:both|they|deputies|substitutes|such|whether)\b").search(s.text)
    ]
    sentences = [*sentences, *more]
    text = " ".join(s.text for s in sentences)
    value: dict[str, Any] = {}
    if _DENIED.search(text) or (phrase(r"^\W*no\b[.,!]").search(text) and _TOPIC.search(sentences[0].topic)):
        value["allowed"] = False
    elif _ALLOWED.search(text):
        value["allowed"] = True
    if value.get("allowed"):
        if _NO_VOTE.search(text):
            value["voting"] = False
        elif _VOTES.search(text) and not phrase(r"whether deputies can vote").search(text):
            value["voting"] = True
    if (
        value.get("allowed") is True
        and phrase(r"\bvoting by proxy shall not\b|\bproxies\b[^.]*\bnot\b").search(text)
        and not phrase(r"substitut|alternate|deput").search(text)
    ):
        value = {"allowed": False}
    st = Status.PLACEHOLDER if not value and status.is_placeholder(text) else Status.STATED
    return Hit(value, tuple(sentences), "deputies.rule", st) if value or st is Status.PLACEHOLDER else None


HITS = (
    Example("Each member may appoint a named substitute, who may vote.", {"allowed": True, "voting": True}),
    Example("Deputies may attend but may not vote.", {"allowed": True, "voting": False}),
    Example("Substitutes are not permitted.", {"allowed": False}),
    Example("Partners will nominate a deputy to attend in their place.", {"allowed": True}),
    Example("Proxies are not allowed.", {"allowed": False}),
)
MISSES = (
    Example("The Deputy Chair presides in the absence of the Chair.", comment="an office"),
    Example("The deputy chief executive advises the Board.", comment="a post"),
    Example("Meetings alternate between the two towns.", comment="a verb"),
    Example("The indicator is a proxy measure of poverty.", comment="statistics"),
    Example("Nothing can substitute hard work.", comment="a verb"),
)
