"""How long beforehand something must be told or sent (GUIDE.md, notice). One clause for each subject.

Clear, working and calendar days are never converted into each other; "clear working days" is ``clear``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.clauses._notice.details import details
from torparse.clauses._notice.periods import counts_back, in_advance, pair
from torparse.clauses._notice.subjects import OTHER_NOTICES, of_a_vote_or_thing, of_both_meetings, subject
from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Basis, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Value):
    """Value of a notice clause."""

    subject: str | None = None
    """What is announced or sent: "meeting", "extraordinary_meeting", "papers", "agenda_item", "dissolution",
    "amendment", "resignation" and the like."""
    period: str | None = None
    """ISO 8601 duration."""
    day_kind: str | None = None
    """What kind of days they are: "clear", "working" or "calendar" where the document says."""
    method: str | None = None
    """How notice is given: "annual_calendar" where the dates of a whole year are agreed together; beyond the guide."""
    derived: str | None = None
    """ISO 8601 duration worked out from weekdays ("on the Thursday before a Tuesday meeting"); beyond the guide."""
    tabling: bool | None = None
    """True where papers may also be tabled at the meeting; beyond the guide."""
    to: str | None = None
    """Who is told beyond the members: "public" where the notice is given to everybody, not to members alone; beyond
    the guide."""


VALUE = Notice


ESSENTIAL = ("period",)


SCOPED = True


CUE = phrase(
    r"\bnotice\b|\bin advance\b|\b(?:before|beforehand|prior|ahead|earlier|warning|preceding|previously)\b"
    r"|\bclear (?:working )?days\b|\bin which to\b|\bfor (?:at least |a )?{DURATION}|\b(?:sooner|earlier) than\b"
    r"|\bno(?:t)? later than\b|\bsuffic\w+\b|\bbefore the\b|\bwithin\b|\b(?:dates?"
    r"|calendar|programme|schedule"
    r"|timetable)\b"
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


_AFTER = phrase(
    r"\b(?:after|following|within) (?:the |each |every |a |any )?(?:\w+ )?(?:meeting|appointment|receiving"
    r"|receipt|{DURATION})|\bof (?:receipt|receiving|appointment|taking|the meeting\b|each meeting)"
    r"|\bwithin$|\blasts?\b"
)


_ROW = phrase(r"^\W*(?:[\w&' ]{0,30}\b)?(?:notice|warning|agendas?|papers?|items?|special meetings?)\b[^:]*:")
"""A table row whose label says that its period is one of notice."""


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
    if OTHER_NOTICES.search(text):
        return
    if _UNRELATED.search(text) and not phrase(
        r"agenda and|notice of (?:the |every |each )?meeting|\bnotices? (?:stating|setting out|specifying"
        r"|convening|calling)\b"
    ).search(text):
        return
    if _EXCEPTION.search(text):
        return  # a shorter period in an emergency is no rule of its own
    periods = [d for d in durations(text) if counts_back(text, d)]
    if len(sentence.spans) > 1 and not periods and _ROW.match(text):
        periods = durations(text)
    about = subject(context, sentence)
    if about is None:
        return
    if about not in ("amendment", "dissolution") and of_a_vote_or_thing(sentence):
        return
    if not periods:
        if status.left_open(text):
            yield Hit({"subject": about}, (sentence,), "notice.placeholder", Status.PLACEHOLDER, key=about)
            return
        if about in ("papers", "meeting") and in_advance(text, about):
            value: dict[str, Any] = {"subject": about}
            st = None
            if status.is_placeholder(text):
                st = Status.PLACEHOLDER
                value |= {"day_kind": "working"} if "working day" in text.lower() else {}
            value |= details(text)
            basis = Basis.DERIVED if "derived" in value else Basis.EXPLICIT
            yield Hit(value, (sentence,), "notice.in_advance", st, basis=basis, key=about)
        return
    both = len(periods) == 1 and of_both_meetings(text)
    kinds = ("meeting", "extraordinary_meeting") if both else ()
    for one, what in [(periods[0], kind) for kind in kinds] or pair(text, periods, about):
        given = {"subject": what, "period": one.iso, "day_kind": one.day_kind}
        st = Status.PLACEHOLDER if status.is_placeholder(text) and re.search(r"\[[^\]]*\d", text) else Status.STATED
        if st is Status.PLACEHOLDER:
            given.pop("period")
        value = {k: v for k, v in given.items() if v} | details(text)
        yield Hit(value, (sentence,), "notice.period", st, key=what)


_EXCEPTION = phrase(
    r"^\W*(?:(?:under|in) (?:extraordinary|exceptional|special|urgent|emergency) (?:circumstances|cases)"
    r"|in an emergency|exceptionally)\b"
)


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
