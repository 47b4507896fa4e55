"""What new members are given to begin with, and members' training (provision P38).

Not: induction loops for hearing aids, staff training, training as a subject of the body's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Induction(Value):
    """Value of an induction clause."""

    by: str | None = None
    """Who provides it, in the document's words, lower-cased."""
    training: bool | None = None
    """True where members are trained later too."""
    within: str | None = None
    """ISO 8601 duration within which it is given."""


VALUE = Induction
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False
TELLS_BODIES = False

_NEW = r"(?:new|newly (?:appointed|elected|joined)|incoming|first-time)"
_WAYS = (
    ("induction", phrase(r"\binduct(?:ion|ed|s|ing)?\b")),
    (
        "new-members",
        phrase(
            rf"\b{_NEW} (?:[\w-]+ ){{0,3}}?(?:members?|representatives?|partners?|trustees|councillors|people"
            r"|volunteers|starters?)\b[^.;]{0,60}\b(?:briefings?|briefed|training|pack|handbook|welcome"
            r"|mentor\w*|orientation|onboard\w*|buddy|shadow\w*|introduc\w+)\b|\b(?:welcome|starter|information"
            rf"|members'|orientation) packs?\b[^.;]{{0,50}}\b{_NEW}\b|\bonboard(?:ing"
            r"|ed)?\b[^.;]{0,40}\b(?:members?|new)\b"
        ),
    ),
    (
        "training",
        phrase(
            r"\b(?:members?|representatives|trustees|panel members|tenants|they|you"
            r"|we)\b[^.;]{0,50}\b(?:(?:shall|will|must|should|may|are|can|expected|required|to|be|get|have"
            r"|is) )+(?:[\w-]+ ){0,4}?(?:trained|training|development (?:opportunities|programme|day))\b"
            r"|\btraining\b[^.;]{0,50}\b(?:(?:shall|will|must|should|may|is|are) )+(?:be )?(?:provided"
            r"|offered|given|available|arranged|made available)\b|\b(?:training|development) (?:programme"
            r"|needs|plan|day)s?\b[^.;]{0,40}\bmembers?\b"
        ),
    ),
)
_RULES = Rules(
    "induction",
    phrase(
        r"\binduct|\bnew\b|\bnewly\b|\bincoming\b|\btrain|\bwelcome pack|\bonboard|\bdevelopment (?:opp|prog"
        r"|day|needs|plan)"
    ),
    _WAYS,
    phrase(
        r"\binduction (?:loop|hob|motor|cooker)|\bhearing loop\b|\b(?:staff|employees?|officers|volunteers who"
        r"|teachers|apprentices?) (?:[\w ]{0,20})?(?:training|induction)\b|\btraining (?:providers?|colleges?"
        r"|schemes|places|opportunities for|and skills|for (?:young|unemployed|local|staff))|\b(?:skills"
        r"|education|employment)(?:,| and| &) training\b|\btrain(?:s| station| services)\b|\bpotty\b"
        r"|\binductive\b|\bnew (?:members?|partners?)\b[^.;]{0,40}\b(?:vote|approved|elected|admitted|nominat\w+"
        r"|appoint\w+)\b(?![^.]*induct)|\bpack\b[^.]{0,20}\bproduced in \d"
    ),
    phrase(
        r"^\W*(?:(?:the|our|members?['’]?|board|new) )*(?:induction(?: of (?:new )?(?:members|partners))?"
        r"|induction (?:and|&|/) (?:training|support|development)|training(?: (?:and|&|/) (?:induction"
        r"|support|development))?|(?:member )?(?:training|development)(?: (?:and|&) (?:training|development"
        r"|support))?|new members)\W*$"
    ),
    own=lambda text: bool(_read(text)),
)
_BY = (
    phrase(
        r"(?:^\W*|[.;:] )(?P<by>(?:the |a |an )?[\w’' -]{3,50}?) (?:shall|will|is to|must|should"
        r"|can)? ?(?:also )?(?:provides?|arranges?|offers?|gives?|runs?|organises?|leads?|be responsible for"
        r"|is responsible for) [^.;]{0,40}?\b(?:induct\w+|training|briefing|pack|welcome)\b"
    ),
    phrase(
        r"\b(?:induct\w+|training|briefing|pack)\b[^.;]{0,60}?\b(?:provided|arranged|offered|given|run"
        r"|organised|led|delivered) by (?P<by>[^.;,]{3,60})"
    ),
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pattern in _BY:
        match = pattern.search(text)
        who = head(match["by"], limit=7) if match else ""
        if (
            who
            and who not in ("it", "they", "we", "members", "new members")
            and not who.startswith(("each ", "all ", "every "))
        ):
            found["by"] = who
            break
    if phrase(r"\btrain(?:ing|ed)\b|\bdevelopment (?:opportunities|programme|day|needs|plan)\b").search(text):
        found["training"] = True
    soon = phrase(r"\b(?:within|in the first|no later than) {DURATION}").search(text)
    lengths = durations(text[soon.start() :]) if soon else []
    if lengths:
        found["within"] = lengths[0].iso
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Co-ordinator will provide an induction for each new member.", {"by": "co-ordinator"}),
    Example("New members receive a welcome pack and a mentor.", {}),
    Example("Every new trustee is inducted within three months.", {"within": "P3M"}),
    Example("Members will be offered training each year.", {"training": True}),
    Example("Induction\n\nTo be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The room has an induction loop.", comment="hearing"),
    Example("The Board looks at skills and training in the town.", comment="a subject"),
    Example("Staff training is for the Council.", comment="staff"),
    Example("New members are elected at the annual meeting.", comment="election"),
    Example("Train services are discussed in May.", comment="words alike"),
)
