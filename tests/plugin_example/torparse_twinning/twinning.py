"""Twinning with a body elsewhere: with whom, and how often the two meet.

Not: twin towns as such, twin-track procedures, and what a partnership hopes for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Twinning(Value):
    """Value of a twinning clause."""

    partner: str | None = None
    """The body it is twinned with, as written."""
    years_between: int | None = None
    """Years from one joint meeting to the next, for example 2."""
    languages: tuple[str, ...] = ()
    """Languages that papers are sent out in."""


VALUE = Twinning
ESSENTIAL = ("partner",)
SCOPED = False
TELLS_BODIES = False

CUE = re.compile(r"\btwin(?:ned|ning)\b", re.IGNORECASE)
VETO = re.compile(r"\btwin(?:ned)? towns?\b|\bhopes?\b", re.IGNORECASE)
_PARTNER = re.compile(r"\btwin(?:ned|ning) with (?:the )?(?P<name>(?:[A-Z][\w'’-]+ ?)+)")
_YEARS = re.compile(r"\bevery (?P<number>two|three|four|five) years\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_LANGUAGES = re.compile(r"\b(?:English|French|German|Norwegian|Welsh)\b")
_RULES = Rules("twinning", CUE, (("twinned", CUE),), VETO)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if partner := _PARTNER.search(text):
        found["partner"] = partner["name"].strip()
    if years := _YEARS.search(text):
        found["years_between"] = _NUMBERS[years["number"].lower()]
    if languages := tuple(dict.fromkeys(_LANGUAGES.findall(text))):
        found["languages"] = languages
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("The Forum is twinned with the Fjordvik Council.", {"partner": "Fjordvik Council"}),
    Example("The twinning committees meet every two years.", {"years_between": 2}),
    Example("Papers on twinning are sent out in English and Welsh.", {"languages": ("English", "Welsh")}),
    Example("The terms of twinning are still to be agreed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Our twin towns are listed on the website.", comment="towns, not the body"),
    Example("The Board hopes for twinning with others.", comment="a hope"),
)
