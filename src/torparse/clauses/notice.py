"""How long beforehand something must be told or sent (GUIDE.md, notice). One clause for each subject.

Clear, working and calendar days are never converted into each other; "clear working days" is ``clear``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import Duration, days, durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Value):
    """Value of a notice clause."""

    subject: str | None = None
    """"meeting", "extraordinary_meeting", "papers", "agenda_item", "dissolution", "amendment", "resignation" …"""
    period: str | None = None
    """ISO 8601 duration."""
    day_kind: str | None = None
    """"clear", "working" or "calendar" where the document says."""


VALUE = Notice
ESSENTIAL = ("period",)
SCOPED = True

CUE = phrase(
    r"\bnotice\b|\bin advance\b|\b(?:before|beforehand|prior|ahead|earlier|warning|preceding|previously)\b"
    r"|\bno(?:t)? later than\b|\bsuffic\w+\b|\bbefore the\b|\bwithin\b"
)
_ANCHOR = phrase(
    r"\b(?:notice|suffic\w+|in advance|before|beforehand|prior|ahead|earlier|warning|preceding"
    r"|previously)\b"
)
_UNRELATED = phrase(
    r"\b(?:notice ?boards?|take notice|(?:postal|proxy|e-?mail) votes?|votes? (?:shall|will"
    r"|must) be received|employ\w*|dismissed|payroll|secondment|deputation"
    r"|questions? (?:from|by) (?:the )?(?:public|residents?|members? of the public)|question time|hire"
    r"|hand(?:s)? in (?:her|his)|contracts? finder|notice of election|register(?:s|ed)? (?:of|their|his"
    r"|any)|first visit|complain\w*|"
    r"press release|tender|election day|disput\w+|grievance|mediat\w+|absence|apolog(?:y|ies)|substitutes?"
    r"|deput(?:y|ies) (?:must|should|shall|will|attend)|residents, who|name of (?:the|their) (?:deputy"
    r"|substitute))\b|as to notice"
)
_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "resignation",
        phrase(
            r"\b(?:resign\w*|withdraw(?:al|s|ing)?\b(?! (?:from the (?:room|meeting)|and))|(?:stand(?:ing)?"
            r"|step(?:ping)?) down|leav(?:e|ing) (?:the|early)|terminate (?:its|their) membership)\b"
        ),
    ),
    (
        "dissolution",
        phrase(
            r"\b(?:dissol\w+|w(?:ind|ound|inding)(?: \w+)?[ -]up|terminat\w+|pack it in|cease to (?:exist|operate)"
            r"|(?:be|is|are) ended|(?:brought|comes?|coming) to an end|bring(?:ing)? \w+(?: \w+)? to an end"
            r"|disband\w*)\b"
        ),
    ),
    (
        "amendment",
        phrase(
            r"\b(?:amend\w*|alter\w*|chang(?:e|es|ed|ing)|vari(?:ed|ation)|vary|revis(?:e|ed|ion)s?|new wording"
            r"|wording)\b"
        ),
    ),
    (
        "agenda_item",
        phrase(
            r"\b(?:(?:agenda )?items? ?(?:for|to be|on|should|must|may|can|of (?:other )?business)|(?:wish\w*"
            r"|want\w*|like)\b[^.]{0,60}\b(?:item|matter|something|business|discussed|agenda|raise)|(?:matters?"
            r"|business|motions?|topics?|proposals?|item)\b[^.]{0,60}\b(?:on|for|to|in) (?:the |an )?(?:agenda"
            r"|chair|secretary)|request(?:s)? (?:for|to) (?:agenda )?items?|send (?:it|a motion|them) (?:in )?to"
            r"|let (?:us|me|them|the \w+|\w+) (?:have|know)|(?:receipt|submission) of (?:agenda )?items"
            r"|deadline for (?:agenda )?items|motions? (?:must|shall"
            r"|should)|put (?:something )?(?:forward|on the agenda)"
            r"|submit\w* (?:an? )?(?:item|agenda|paper|report)s?|items to be included)\b"
        ),
    ),
    (
        "extraordinary_meeting",
        phrase(
            r"\b(?:special|extraordinary|emergency|additional|further|urgent|extra)(?: general)? (?:meetings?"
            r"|assembl(?:y|ies)|session)|\bEGM\b|\bSGM\b|requisition"
        ),
    ),
    ("papers", phrase(r"\b{PAPERS}\b|\banything you need to read\b|\breading\b")),
    (
        "meeting",
        phrase(r"\bmeetings?\b|\bassembl(?:y|ies)\b|\bdates?\b|\bAGM\b|\bsessions?\b|\bget together\b|\bconvene"),
    ),
)
_SENT = phrase(
    r"\b(?:circulat\w+|sent|send|issu\w+|despatch\w*|dispatch\w*|distribut\w+|deliver\w*|available"
    r"|publish\w*|prepar\w+|reach\w*|arriv\w+|come out|go out|provid\w+|post(?:ed)?|e-?mail\w*|receiv\w*"
    r"|suppl\w+|forward\w*|put on|shared|given|out to|ready|with (?:all )?members|sets?|notified|get)\b|:"
)
_TERMS_CHANGE = phrase(
    r"\b(?:{TERMS}|these|them|this)\b|\bchang\w+ (?:to|of|the|them|these)|\bwording\b|\balteration\b"
    r"|\bproposal\b|suggested"
)
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "agenda_item",
        phrase(
            r"for the agenda|put something on the agenda|putting forward|motions?\b|something discussed|agenda items?"
            r"|items for the agenda"
        ),
    ),
    ("amendment", phrase(r"\b(?:amend\w*|alter\w*|chang\w+|variation)\b")),
    ("dissolution", phrase(r"\bdissol\w+|winding up|going? on for ever|termination|exit\b")),
    ("extraordinary_meeting", phrase(r"\b(?:special|extraordinary|emergency)\b[\w ]*\b(?:meetings?|assembl\w+)")),
    ("papers", phrase(r"\bagendas?\b|\bpapers\b")),
    ("meeting", phrase(r"\bnotice\b|\bmeetings?\b|warning given|when a meeting|calling meetings|getting together")),
)
_AFTER = phrase(
    r"\b(?:after|following|within) (?:the |each |every |a |any )?(?:\w+ )?(?:meeting|appointment|receiving"
    r"|receipt|{DURATION})|\bof (?:receipt|receiving|appointment|taking|the meeting\b|each meeting)"
    r"|\bwithin$|\blasts?\b"
)
_MINUTES = phrase(r"\bminutes?\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for periods of notice, one for each subject."""
    for sentence in context.cued(CUE):
        yield from _hits(context, sentence)
    for sentence in context.sentences:  # a table row or run-in label that is itself the cue
        if (
            not sentence.narrative
            and not CUE.search(sentence.text)
            and len(sentence.spans) > 1
            and phrase(r"^(?:notice|warning)").search(sentence.text)
        ):
            yield from _hits(context, sentence)


def _hits(context: Context, sentence: Sentence) -> Iterator[Hit]:
    text = sentence.text
    if _UNRELATED.search(text) and not phrase(r"agenda and|notice of (?:the |every |each )?meeting").search(text):
        return
    periods = [d for d in durations(text) if _counts_back(text, d)]
    if len(sentence.spans) > 1 and not periods:
        periods = durations(text)
    subject = _subject(context, sentence)
    if subject is None:
        return
    if not periods:
        if subject in ("papers", "meeting") and _in_advance(text, subject):
            value: dict[str, Any] = {"subject": subject}
            st = None
            if status.is_placeholder(text):
                st = Status.PLACEHOLDER
                value |= {"day_kind": "working"} if "working day" in text.lower() else {}
            yield Hit(value, (sentence,), "notice.in_advance", st, key=subject)
        return
    for one, what in _pair(text, periods, subject):
        given = {"subject": what, "period": one.iso, "day_kind": one.day_kind}
        st = Status.PLACEHOLDER if status.is_placeholder(text) and re.search(r"\[[^\]]*\d", text) else Status.STATED
        if st is Status.PLACEHOLDER:
            given.pop("period")
        yield Hit({k: v for k, v in given.items() if v}, (sentence,), "notice.period", st, key=what)


def _counts_back(text: str, one: Duration) -> bool:
    """Whether the period counts back from an event ("before", "notice"), not forward ("within … after")."""
    length = days(one.iso)
    if length is None or (length > 200 and "dates" not in text.lower()) or (one.iso.startswith("PT") and length < 0.5):
        return False
    after = text[one.end : one.end + 45]
    before = text[max(0, one.start - 40) : one.start]
    if re.match(
        r"\W*(?:after|of (?:receiv|receipt|the meeting|each meeting|appoint)|following|later|from)", after, re.I
    ):
        return False
    if not re.match(r"\W*(?:'s?)?\s*(?:notice|warning|before|prior|in advance)", after, re.I) and re.search(
        r"\b(?:within|inside|every|previous|last|next|for (?:a )?(?:period of )?|lasts?|first"
        r"|after)\W*(?:the )?(?:fir|pa)?$",
        before,
        re.I,
    ):
        return False
    near = text[max(0, one.start - 90) : one.end + 60]
    return bool(_ANCHOR.search(near))


def _pair(text: str, periods: list[Duration], subject: str) -> list[tuple[Duration, str]]:
    """Each period with its subject: "ten days' notice of meetings and papers five days before" gives two."""
    if len(periods) == 1:
        return [(periods[0], subject)]
    found: list[tuple[Duration, str]] = []
    edges = [0, *[p.start for p in periods[1:]], len(text)]
    for i, one in enumerate(periods):
        part = text[edges[i] if i else 0 : edges[i + 1]]
        what = next(
            (name for name, pattern in _SUBJECTS if pattern.search(part) and name not in ("resignation",)), subject
        )
        if what not in [w for _, w in found]:
            found.append((one, what))
    return found


def _in_advance(text: str, subject: str) -> bool:
    """Without a period only papers or notice "in advance", or by a day of the week (GUIDE.md, Notice)."""
    if subject == "papers":
        return bool(
            phrase(
                r"\bin advance\b|\b(?:on|by) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day before"
                r"|working days before"
            ).search(text)
            and _SENT.search(text)
        )
    return (
        bool(phrase(r"\bin advance of|advance notice|due notice|reasonable notice|adequate notice").search(text))
        and "meeting" in text.lower()
    )


def _subject(context: Context, sentence: Sentence) -> str | None:
    text = sentence.text
    if _MINUTES.search(text) and not phrase(r"agenda|papers|notice").search(text):
        return None
    for name, pattern in _SUBJECTS:
        match = pattern.search(text)
        if not match:
            continue
        if name == "amendment" and not (_TERMS_CHANGE.search(text) or _topic(sentence) == "amendment"):
            continue
        if name == "amendment" and phrase(r"without notice|change of (?:date|venue)").search(text):
            continue
        if name == "papers" and (
            re.search(r"\bnotice of (?:the |every |each |any )?[\w ]*meetings?\b", text, re.I)
            and re.search(r"\bagenda\b", text, re.I)
            and len(durations(text)) == 1
        ):
            return "meeting"
        if name == "papers" and not _SENT.search(text):
            continue
        if name == "extraordinary_meeting" and (
            _topic(sentence) == "dissolution" or phrase(r"\bordinary\b.*\bnotice").search(text)
        ):
            continue
        if (
            name == "meeting"
            and phrase(r"\bit\b|\bits\b").search(text) is None
            and not phrase(r"notice|advance|ahead|before|prior|warning").search(text)
        ):
            continue
        return _by_topic(name, sentence)
    for earlier in context.before(sentence, 1):
        if earlier.unit == sentence.unit:
            for name in ("extraordinary_meeting", "dissolution", "agenda_item"):
                if dict(_SUBJECTS)[name].search(earlier.text):
                    return name
    return (
        _topic(sentence)
        or ("meeting" if phrase(r"^\W*(?:warning|notice) ?(?:given|of meetings?|period)?\W*:").search(text) else None)
        or ("meeting" if phrase(r"\bnotice of it\b|you'll get|invitation").search(text) else None)
    )


def _by_topic(name: str, sentence: Sentence) -> str:
    """A heading on dissolution, amendment or special meetings narrows "meeting"."""
    if name == "meeting" and _topic(sentence) in ("dissolution", "amendment", "extraordinary_meeting"):
        return _topic(sentence) or name
    return name


def _topic(sentence: Sentence) -> str | None:
    return next((name for name, pattern in _TOPICS if pattern.search(sentence.topic)), None)


HITS = (
    Example(
        "The agenda and papers will be circulated at least five working days before the meeting.",
        {"subject": "papers", "period": "P5D", "day_kind": "working"},
    ),
    Example(
        "Not less than fourteen clear days' notice of each meeting shall be given.",
        {"subject": "meeting", "period": "P14D", "day_kind": "clear"},
    ),
    Example(
        "A special meeting may be called with three days' notice.",
        {"subject": "extraordinary_meeting", "period": "P3D"},
    ),
    Example(
        "Items for the agenda must reach the secretary ten days before the meeting.",
        {"subject": "agenda_item", "period": "P10D"},
    ),
    Example(
        "The deadline for receipt of agenda items is ten working days before the meeting.",
        {"subject": "agenda_item", "period": "P10D", "day_kind": "working"},
    ),
    Example(
        "A member may resign by giving one month's notice in writing.", {"subject": "resignation", "period": "P1M"}
    ),
    Example("Papers will be sent out in advance.", {"subject": "papers"}),
)
MISSES = (
    Example("A postal vote counts if it arrives not later than 48 hours before the meeting.", comment="a vote"),
    Example("Posters go up on the notice boards each month.", comment="a notice board"),
    Example("The manager is employed subject to three months' notice.", comment="employment"),
    Example("Minutes are issued within ten days of the meeting.", comment="after, not before"),
    Example("The Board will take notice of what residents say.", comment="another sense"),
    Example("Complaints are answered within twenty working days.", comment="after"),
)
