"""What users compare of a notice beyond the guide's fields: how dates are set, tabled papers, notice to the public."""

from __future__ import annotations

from typing import Any

from torparse.clauses._notice.periods import sets_calendar
from torparse.lexicon.phrase import phrase

_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DAY = "|".join(_DAYS)
_WEEKDAYS = phrase(
    rf"\b(?:on|by) (?:the )?(?P<sent>{_DAY})day (?:before|preceding|prior to) (?:a|the|each|every) (?P<met>{_DAY})day\b"
)
_TABLED = phrase(
    r"\b(?:or|may|can|could|will) (?:also )?(?:exceptionally )?(?:be )?(?:tabled|laid (?:round|on) the table)\b"
)
_PUBLIC = phrase(
    r"\b(?:public notice|notice to the public|access to information rules|published (?:on|at|in)\b[^.;]*\b(?:website"
    r"|notice ?board|web site))"
)


def details(text: str) -> dict[str, Any]:
    """The further fields that a sentence on notice gives; those that it does not give are left out."""
    found: dict[str, Any] = {}
    if sets_calendar(text):
        found["method"] = "annual_calendar"
    if match := _WEEKDAYS.search(text):
        sent, met = (_DAYS.index(match[name].lower()) for name in ("sent", "met"))
        found["derived"] = f"P{(met - sent) % 7 or 7}D"
    if _TABLED.search(text):
        found["tabling"] = True
    if _PUBLIC.search(text):
        found["to"] = "public"
    return found
