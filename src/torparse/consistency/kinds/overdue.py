"""A review that was due before the date of the report, and dates of a review that do not fit its own interval.

Why it matters: terms whose review is overdue may not be what the partnership does. Without a date for the next review
it is worked out from the date of agreement and the interval, both as stated; a month or a year is over when the whole
of it is. "Nothing here shows" is all that the document can tell: the review may have been held and not written down.
Source: the hand-made matrix of the seeds (provision P30), section 7 of the comparison report's design.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from torparse.consistency.note import Note, Reading
from torparse.lexicon.durations import days
from torparse.model import Clause
from torparse.plain_words import day, duration

TITLE = "Review overdue"
ORDER = 5

_WHAT = {"terms_of_reference": "terms", "membership": "membership", "procedures": "procedures", None: "terms"}
_TOO_LONG = 1.5  # of the interval, from the agreement to the review that is announced


def find(reading: Reading) -> Iterator[Note]:
    """Notes on the reviews that are stated."""
    for clause in reading.stated("review_cycle"):
        value = clause.value.as_dict()
        what = _WHAT.get(value.get("subject"), "terms")
        due, said = due_date(clause)
        if said and is_past(due, reading.as_of):
            text = f"The review of the {what} was due {on(due)}; as of {day(reading.as_of.isoformat())} it is overdue."
            yield Note("overdue", clause.body, text, clause.evidence)
        elif due and not said and is_past(due, reading.as_of):
            last = value.get("last_reviewed") or value["agreed"]
            told = "last reviewed" if value.get("last_reviewed") else "agreed"
            text = (
                f"The {what} were {told} {on(last)} and are to be reviewed every {_every(value['interval'])}: a review "
                f"was due by {day(due)}. Nothing in this document shows that it was held."
            )
            yield Note("overdue", clause.body, text.replace("membership were", "membership was"), clause.evidence)
        if said and (note := _too_late(clause, what)):
            yield note


def is_past(due: str, as_of: date) -> bool:
    """Whether a date (ISO 8601: a day, a month or a year) is wholly before ``as_of``."""
    return due < as_of.isoformat()[: len(due)]


def due_date(clause: Clause) -> tuple[str, bool]:
    """When the next review of a review clause is due (ISO 8601, to the day, month or year), "" where nothing tells.

    The second is True where the document names the date, False where it follows from the last review and the interval.
    """
    named = str(clause.value.as_dict().get("next_review", ""))
    return (named, True) if named else (_due(clause) or "", False)


def on(iso: str) -> str:
    """A date with its preposition: "on 24 November 2009", "in March 2009"."""
    return f"{'on' if len(iso) == len('2009-11-24') else 'in'} {day(iso)}"


def _every(interval: str) -> str:
    words = duration(interval)
    return words.removeprefix("1 ")


def _due(clause: Clause) -> str | None:
    """The latest date (or month, or year) of the next review, from the last one and the interval in months or years."""
    value = clause.value.as_dict()
    last, interval = value.get("last_reviewed") or value.get("agreed"), value.get("interval")
    match = re.fullmatch(r"P(\d+)([MY])", str(interval or ""))
    if not match or not last:
        return None
    year, *rest = str(last).split("-")
    if match[2] == "Y":
        return "-".join([str(int(year) + int(match[1])), *rest])
    if not rest:
        return None
    months = int(year) * 12 + int(rest[0]) - 1 + int(match[1])
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _too_late(clause: Clause, what: str) -> Note | None:
    """The next review is announced much later than the interval allows."""
    value = clause.value.as_dict()
    length = days(str(value.get("interval", "")))
    agreed, due = (str(value.get(name, "")) for name in ("agreed", "next_review"))
    if not length or len(agreed) < len("2009-11") or len(due) < len("2009-11"):
        return None
    between = (_day(due) - _day(agreed)).days
    if between <= length * _TOO_LONG:
        return None
    text = (
        f"The {what} are to be reviewed every {_every(value['interval'])}. They were agreed {on(agreed)}, and the next "
        f"review is {on(due)}: that is later."
    )
    return Note("overdue", clause.body, text, clause.evidence)


def _day(iso: str) -> date:
    return date.fromisoformat(iso if len(iso) == len("2009-11-24") else f"{iso}-01")
