"""Gifts and hospitality that members are offered (Bromley's headings; codes of conduct of councils).

Beside the provisions P01 to P38 of GUIDE.md. Not: the hospitality trade, gifts to a charity, food at meetings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Hospitality(Value):
    """Value of a hospitality clause."""

    register: bool | None = None
    """True where gifts or hospitality are declared or recorded."""
    accepted: bool | None = None
    """False where nothing may be accepted."""
    limit: str | None = None
    """The value from which the rule holds, as written."""


VALUE = Hospitality
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False
TELLS_BODIES = False

_WAYS = (
    (
        "gifts",
        phrase(
            r"\bgifts?,? (?:(?:and|or|&|,|nor) )*(?:hospitality|inducements?|rewards?|favours?|benefits"
            r"|entertainment)\b|\bhospitality,? (?:(?:and|or|&|,|nor) )*gifts?\b|\bregister of (?:gifts"
            r"|hospitality|interests,? gifts)\b|\b(?:gifts?|hospitality)\b[^.;]{0,60}\b(?:declar\w+|regist\w+"
            r"|record\w*|accept\w*|refus\w+|reported|disclos\w+|offered to (?:a )?members?|worth|in excess"
            r"|more than|over £|valued)\b|\b(?:declar\w+|regist\w+|record|accept\w*|refuse|receiv\w+"
            r"|disclose)\b[^.;]{0,40}\b(?:gifts?|hospitality)\b"
        ),
    ),
)
_RULES = Rules(
    "hospitality",
    phrase(r"\bgifts?\b|\bhospitality\b"),
    _WAYS,
    phrase(
        r"\bhospitality (?:sector|industry|trade|businesses|firms|employers|and tourism|venues|staff|and catering"
        r"|and leisure)\b|\b(?:tourism|retail|leisure|catering)(?:,| and| &) hospitality\b|\bgift aid\b"
        r"|\b(?:donations?|legac\w+|bequests?|grants?|subscriptions)\b|\bdeed of gift\b|\bgifted\b|\bfunds?\b"
        r"|\bunder the gift\b"
    ),
    phrase(r"^\W*(?:(?:the|our) )*(?:gifts?(?: (?:and|&) hospitality)?|hospitality(?: (?:and|&) gifts)?)\W*$"),
    own=lambda text: bool(_read(text)),
)
_LIMIT = phrase(r"[£€$] ?\d+(?:\.\d\d)?")


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if phrase(r"\b(?:declar\w+|regist\w+|record\w*|reported|disclos\w+)\b").search(text):
        found["register"] = True
    if phrase(
        r"\b(?:not|never|no member may|nor|refuse\w*)\b[^.;]{0,40}\b(?:accept|receive|take|gifts?"
        r"|hospitality)|\bno (?:gifts?|hospitality)\b"
    ).search(text):
        found["accepted"] = False
    if limit := _LIMIT.search(text):
        found["limit"] = limit[0]
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("Members must register any gift or hospitality worth more than £25.", {"register": True, "limit": "£25"}),
    Example("Gifts and hospitality are declared to the Secretary within 28 days.", {"register": True}),
    Example("Members shall not accept gifts from contractors.", {"accepted": False}),
    Example("Hospitality may be accepted where it is modest.", {}),
    Example("Gifts and hospitality\n\nTo follow.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The hospitality industry is represented.", comment="a trade"),
    Example("The Association may receive gifts, legacies and grants.", comment="fund-raising"),
    Example("Tourism and hospitality employ many people.", comment="a trade"),
    Example("She has a gift for music.", comment="another sense"),
    Example("Gift Aid is claimed by the Treasurer.", comment="tax"),
)
