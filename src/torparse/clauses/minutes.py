"""The record of meetings (GUIDE.md, minutes)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Value):
    """Value of a minutes clause."""

    published: bool | None = None
    """True where it is made public."""
    within: str | None = None
    """ISO 8601 duration."""


VALUE = Minutes
ESSENTIAL: tuple[str, ...] = ("published",)
SCOPED = True

CUE = phrase(
    r"\bpublish(?:es)? (?:the |our |draft )?notes\b|"
    r"\bminutes?\b(?! (?:before|after|to|silence|walk))|\b(?:notes|record) of (?:each |every |all "
    r"|the )?meetings?\b|\baction notes\b|\bmeeting notes\b|\bactions and notes\b|\bnotes and actions\b"
    r"|\bnotes? of (?:its|the|each"
    r"|every|all|our|what)\b|\bwrites? (?:the |up )?notes\b|\bminute:"
)
_RULE = phrase(
    r"\b(?:shared|captured|taken|kept|keeps?|circulat\w+|distribut\w+|publish\w*|drafted|produced|issued"
    r"|sent|available|posted"
    r"|website|recorded|entered|prepared|drawn up|put on|signed|approved|on the)\b|:"
)
_PUBLIC = phrase(
    r"\bpublish\w*\b|\bweb ?(?:site|page)?\b|\bpublicly\b|\bfor inspection by any\b|\bposted (?:under"
    r"|on)\b|\bopen to the public\b|\bmade public\b|\bonline\b|\bpublic (?:record|document|list)\b"
    r"|\b(?:wiki|github|archive|newsletter)\b|\bavailable to the public\b"
)
_VETO = phrase(
    r"^\W*minutes\b[^.;:]*\b(?:19|20)\d\d\b(?!.*\b(?:shall|will|must|are|be)\b)|"
    r"\b{NUMBER} minutes\b|\bwithin {NUMBER} minutes\b|\bminutes (?:of the (?:last|previous) meeting"
    r"|silence)\b(?!.*(?:circulat|publish))|\bminute \d|\babstention shall be entered"
    r"|\brecorded in the minutes|\bentered in the minutes|\bextract from the minutes|gets minuted"
    r"|\bthe minutes (?:of|for) [\w ]*\d|sign the minutes\b|minutes as (?:a|an) (?:accurate|true)"
    r"|last minute|fact entered in|circulated to [\w ]+ with the minutes|minute preparation|\b(?:declar"
    r"|interest)\w*"
)
_TOPIC = phrase(r"\bminutes\b|\bwrite it all down\b|\brecords?\b of meetings")


def find(context: Context) -> Iterator[Hit]:
    """Hits for the record of meetings; sentences of one section make one provision."""
    groups: dict[int | None, list[Sentence]] = {}
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative or _VETO.search(text):
            continue
        topical = _TOPIC.search(sentence.topic) and context.under_topic(sentence)[0].index == sentence.index
        if (CUE.search(text) and _RULE.search(text)) or topical:
            groups.setdefault(sentence.section, []).append(sentence)
    for sentences in groups.values():
        sentences += [
            s
            for s in context.after(sentences[-1], 1)
            if s.unit == sentences[-1].unit
            and _PUBLIC.search(s.text)
            and phrase(r"^\W*(?:they|these|it|once|when|the approved|approved|copies)\b").search(s.text)
        ]
        text = " ".join(s.text for s in sentences)
        value: dict[str, Any] = {"published": True} if _PUBLIC.search(text) else {}
        for one in durations(text):
            if phrase(r"\b(?:within|inside|not (?:more|later) than|no later than|in|by|up to)\W*(?:the )?$").search(
                text[max(0, one.start - 25) : one.start]
            ):
                value["within"] = one.iso
                break
        st = Status.PLACEHOLDER if not value and status.is_placeholder(text) else Status.STATED
        yield Hit(value, tuple(sentences), "minutes.rule", st)


HITS = (
    Example("Minutes will be published on the website within ten working days.", {"published": True, "within": "P10D"}),
    Example("The secretary shall keep minutes of all meetings.", {}),
    Example("Actions and notes will be shared within five days after the meeting.", {"within": "P5D"}),
    Example("Minutes will be circulated to members within a fortnight.", {"within": "P2W"}),
    Example("Notes of meetings are posted on the website.", {"published": True}),
    Example("Draft minutes shall be issued not later than five days after the meeting.", {"within": "P5D"}),
)
MISSES = (
    Example("Speakers have five minutes each.", comment="time"),
    Example("If a quorum is not present within thirty minutes the meeting is adjourned.", comment="time"),
    Example("A dissenting vote may be recorded in the minutes.", comment="voting"),
    Example("The Chair shall sign the minutes.", comment="a duty"),
    Example("He arrived at the last minute.", comment="time"),
)
