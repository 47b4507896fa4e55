"""Which lengths of time are periods of notice, and to which subject each belongs."""

from __future__ import annotations

import re
from itertools import pairwise

from torparse.clauses._notice.subjects import SENT, SUBJECTS, TERMS_CHANGE
from torparse.lexicon.durations import Duration, days
from torparse.lexicon.phrase import phrase

_ANCHOR = phrase(
    r"\b(?:notice|suffic\w+|in advance|before|beforehand|prior|ahead|earlier|warning|preceding"
    r"|previously)\b"
)


_CALENDAR = phrase(
    r"\b(?:dates|(?:calendar|programme|schedule|timetable) (?:of|for) (?:[\w']+ ){0,3}?meetings|(?:schedule|calendar"
    r"|timetable)(?! (?:of|for) (?!meetings|dates))|meetings? (?:calendar"
    r"|schedule|timetable|dates))\b"
)


_AHEAD = phrase(
    r"\b(?:agreed|set|fixed|published|drawn up|scheduled|arranged|decided|planned|circulated|confirmed|determined)\b"
    r"[^.;]*\b(?:(?:year|months|season|session) ahead|in advance|at the (?:start|beginning) of (?:the|each|every))"
    r"|\bfor the (?:coming|following|next|whole|municipal|year|calendar) ?(?:year )?(?:ahead )?(?:is|are|will|shall)"
    r"|(?:year|months|season|session) ahead (?:is|are|will be|shall be) (?:agreed|set|fixed|published)"
    r"|\b(?:agreed|set|fixed|published|drawn up)\b[^.;]*\bfor the (?:(?:coming|following|next|whole|entire|municipal"
    r"|calendar|academic) )*year\b"
)


_NOT_AN_EVENT = phrase(
    r"^\W*(?:before|prior to) (?:christmas|easter|the (?:start|end|beginning|expiry|close|deadline)(?! of (?:the|each"
    r"|any|every) (?:\w+ )?meeting)|(?:its|their) (?:term|end|expiry))\b"
)


_OPEN_FOR = phrase(
    r"\b(?:consultation|comment|comments|discussion|open|remain|held|kept) for (?:a )?(?:period of )?(?:at least "
    r"|a minimum of )?$"
)


_LAIN = phrase(
    r"\b(?:been|stays?|remains?|lie|lies|lain|posted|displayed|published|available|open|on the website|had|seen)\b"
    r"[^.;]{0,60}\bfor (?:at least |not less than |a minimum of |a )?(?:period of )?$"
)
"""A proposed change that must have lain open so long."""
_TO_CONSIDER = phrase(r"^\W*(?:in which |within which )?to (?:consider|think|comment|respond|discuss|object)\b")
_FROM_NOTICE = phrase(
    r"^\W*(?:from|after) (?:the )?(?:(?:date|day|time) )?[^.;]{0,40}\b(?:notice|served|posted|issued)\b"
)
"""Counted from the day on which the notice goes out."""
_SOONER = phrase(r"\b(?:not|cannot|may not|never)\b[^.;]{0,30}\b(?:sooner|earlier|less) than $")


def counts_back(text: str, one: Duration) -> bool:
    """Whether the period counts back from an event ("before", "notice"), not forward ("within … after")."""
    length = days(one.iso)
    if length is None or (length > 200 and not _CALENDAR.search(text)) or (one.iso.startswith("PT") and length < 0.5):
        return False
    after = text[one.end : one.end + 45]
    before = text[max(0, one.start - 90) : one.start]
    lain = _LAIN.search(before)
    if lain and re.search(r"\b(?:votes?|ballots?|polls?)\b", before, re.IGNORECASE):
        return False  # how long a vote is open
    if TERMS_CHANGE.search(text) and (lain or _TO_CONSIDER.match(after)):
        return True
    if _SOONER.search(before) and re.match(r"\W*after\b", after, re.IGNORECASE):
        return True
    before = before[-40:]
    if _FROM_NOTICE.match(text[one.end : one.end + 70]) and re.search(r"\bnotice\b", text[: one.start], re.I):
        return True
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
    if _NOT_AN_EVENT.match(after) or (_OPEN_FOR.search(before) and not TERMS_CHANGE.search(text)):
        return False
    near = text[max(0, one.start - 90) : one.end + 60]
    return one.day_kind == "clear" or bool(_ANCHOR.search(near))  # only notice is counted in clear days


def pair(text: str, periods: list[Duration], subject: str) -> list[tuple[Duration, str]]:
    """Each period with its subject: "ten days' notice of meetings and papers five days before" gives two."""
    if len(periods) == 1:
        return [(periods[0], subject)]
    found: list[tuple[Duration, str]] = []
    edges = [0, *(_boundary(text, a.end, b.start) for a, b in pairwise(periods)), len(text)]
    for i, one in enumerate(periods):
        part = text[edges[i] : edges[i + 1]]
        what = next(
            (name for name, pattern in SUBJECTS if pattern.search(part) and name not in ("resignation",)), subject
        )
        if what not in [w for _, w in found]:
            found.append((one, what))
    return found


def _boundary(text: str, end: int, start: int) -> int:
    """Where the words on the next period begin: at the last comma or conjunction between the two."""
    joints = list(re.finditer(r"[;,]|\band\b|\bbut\b|\bwith\b", text[end:start], re.IGNORECASE))
    return end + joints[0].start() if joints else start


def sets_calendar(text: str) -> bool:
    """Whether a sentence says that the dates of a whole year or season are agreed together."""
    return bool(_CALENDAR.search(text) and _AHEAD.search(text))


_DETAILS_AHEAD = phrase(
    r"\b(?:details?|dates?|times?|joining instructions|instructions|invitations?|dial-in (?:details|numbers?)"
    r"|links?)\b[^.;]{0,80}"
    r"\b(?:published|shared|circulated|sent(?: out)?|announced|posted|issued|made available|communicated|given"
    r"|provided|notified)\b"
    r"[^.;]{0,30}\b(?:in advance|beforehand|ahead of time|in good time)\b"
)
"""How and when to attend a meeting, told ahead of it."""


_NOTICE_AHEAD = phrase(
    r"\b(?:notice|notification|announcement)s? of (?:the |all |any |each "
    r"|every )?(?:[\w']+ ){0,2}?meetings?\b[^.;]{0,40}"
    r"\b(?:given|sent|advertised|published|posted|issued|circulated|distributed|made|announced|e-?mailed)\b[^.;]{0,40}"
    r"\b(?:in advance|beforehand|ahead of time|in good time)\b"
)


def in_advance(text: str, subject: str) -> bool:
    """Without a period only papers or notice "in advance", or by a day of the week (GUIDE.md, Notice)."""
    if subject == "papers":
        return bool(
            phrase(
                r"\bin advance\b|\b(?:prior to|ahead of) (?:the|each|every|any|all) (?:\w+ )?meetings?\b|\b(?:on"
                r"|by) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day before"
                r"|working days before"
            ).search(text)
            and SENT.search(text)
        )
    if _DETAILS_AHEAD.search(text) or _NOTICE_AHEAD.search(text):
        return True
    if phrase(
        r"\b(?:advis|notif|inform|told|announc|made aware)\w*\b[^.;]*\b(?:dates?|meetings?)\b[^.;]*\bin advance\b"
    ).search(text):
        return True
    if sets_calendar(text):
        return True
    return (
        bool(
            phrase(
                r"\bin advance of|(?:advance|due|reasonable|adequate|sufficient) notice (?:of|shall|will|must|is"
                r"|should|to)\b"
                r"|\b(?:giv|receiv|requir|provid|serv)\w*\b[^.;,]{0,40}\b(?:advance|due|reasonable|adequate"
                r"|sufficient) notice"
            ).search(text)
        )
        and "meeting" in text.lower()
    )
