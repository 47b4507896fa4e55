"""The value of a wording: what it is grouped by, and the words for it."""

from __future__ import annotations

from fractions import Fraction

from torparse.annotations import SCORED
from torparse.compare import summary_of
from torparse.evaluate.values import canonical
from torparse.likeness.values import choices
from torparse.model import Clause
from torparse.plain_words import role
from torparse.provisions import Feed
from torparse.words import describe, kinds_of_days

Key = tuple[tuple[str, str], ...]
"""Fields with values in the one form in which equals are equal, or the value in words where it is in words only."""

_SUBJECTS = ("role", "subject")
_DAYS = "day_kind"
_DAYS_IN = {"days": 1.0, "months": 365.25 / 12}


def subject_of(clause: Clause) -> str:
    """What the rule is about, where its type has several: "Chair", "Papers"; else ""."""
    value = clause.value.as_dict()
    for name in _SUBJECTS:
        if name in value:
            words = role(str(value[name])).replace("_", " ")
            return words[:1].upper() + words[1:]
    return ""


def key_of(clause: Clause, feed: Feed) -> Key:
    """What two wordings must have in common to stand in one group: figures and choices.

    Names and other words of the document do not count, unless the value holds nothing else.
    """
    names = _counting(clause, feed)
    if not names:
        return (("words", summary_of(clause, feed.fields).casefold()),)
    found = choices([(clause, names)])
    value = clause.value.as_dict()
    days = kinds_of_days(value, tuple(e.quote for e in clause.evidence)) if _DAYS not in value else {}
    kept = {name.split(".")[-1]: "|".join(given) for name, given in found.items()}
    return tuple(sorted({**kept, **days, "subject": subject_of(clause)}.items()))


def words_of_key(clause: Clause, feed: Feed) -> str:
    """The value that a clause shares with its group, in plain words."""
    names = _counting(clause, feed)
    if not names:
        return summary_of(clause, feed.fields)
    value = {name: given for name, given in clause.value.as_dict().items() if name in names}
    return describe(clause.type, value, [e.quote for e in clause.evidence])


def full_words(clause: Clause, feed: Feed) -> str:
    """The whole value in plain words, without what it is about."""
    value = clause.value.as_dict()
    shown = {k: v for k, v in value.items() if k not in _SUBJECTS and (not feed.fields or k in feed.fields)}
    return describe(clause.type, shown, [e.quote for e in clause.evidence]) if shown else words_of_key(clause, feed)


def in_order_of_value(clause: Clause, feed: Feed) -> tuple[tuple[float, ...], str]:
    """A sort key by which 5 days come before a month, and a third before a half; then by the words."""
    value = clause.value.as_dict()
    sizes = (_size(canonical(value[name])) for name in _counting(clause, feed))
    return tuple(size for size in sizes if size is not None), words_of_key(clause, feed).casefold()


def _size(value: object) -> float | None:
    """A number, a share or a length of time (in days) as a number; None for anything else."""
    if isinstance(value, tuple) and len(value) == 2 and value[0] in _DAYS_IN:
        return float(value[1]) * _DAYS_IN[value[0]]
    return float(value) if isinstance(value, int | float | Fraction) and not isinstance(value, bool) else None


def _counting(clause: Clause, feed: Feed) -> tuple[str, ...]:
    """The fields of a clause that tell its group: figures and choices, of the guide's fields where it has the type."""
    fields = feed.fields or SCORED.get(clause.type, ())
    counted = {name.split(".")[-1] for name in choices([(clause, ())])}
    return tuple(name for name in clause.value.as_dict() if name in counted and (not fields or name in fields))
