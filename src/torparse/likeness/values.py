"""The figures and choices that clauses give: what must be the same for two provisions to agree in value.

Numbers, shares, periods, methods, yes and no are compared. Words of the document (who appoints, which posts), lists and
dates are not: names differ from place to place, and every document has dates of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from torparse.evaluate.values import canonical
from torparse.model import Clause

_NAMES = (
    "of discretion by from approval interim constraint casting_vote_by escalates_to weighting consequence proposed_by "
    "called_by requested_by consent consult recommended_by ratified_by instrument responsible statement agreed_by "
    "accountable_body seniority to"
)
WORDS = frozenset(_NAMES.split())
"""Fields in the document's own words."""
_DATES = frozenset(["date", "agreed", "next_review", "last_reviewed", "expires", "version"])
_SORTS = ("role", "subject", "applies_to")
"""Fields that say what a clause is about: a chair's term and a member's are two things, not two values of one."""

Choices = Mapping[str, tuple[str, ...]]
"""Fields with their values in the one form in which equals are equal."""


class Agreement(StrEnum):
    """How the values of two provisions stand to each other."""

    SAME = "same"
    OTHER = "other"
    NONE = "none"
    """They have no figure or choice in common that could be compared."""


def choices(clauses: Iterable[tuple[Clause, tuple[str, ...]]]) -> Choices:
    """The figures and choices of clauses, each with the names of the fields that count (none named: all of them)."""
    found: dict[str, set[str]] = {}
    for clause, fields in clauses:
        value = clause.value.as_dict()
        sort = ".".join(str(value[name]) for name in _SORTS if name in value)
        for name, given in value.items():
            if (not fields or name in fields) and _counts(name, given):
                found.setdefault(f"{sort}.{name}" if sort else name, set()).add(str(canonical(given)))
    return {name: tuple(sorted(given)) for name, given in sorted(found.items())}


def agreement(one: Choices, other: Choices) -> Agreement:
    """Whether two provisions give the same in every field that both give.

    >>> agreement({"count": ("3",)}, {"count": ("3",), "strict": ("True",)}), agreement({"count": ("3",)}, {})
    (<Agreement.SAME: 'same'>, <Agreement.NONE: 'none'>)
    """
    shared = one.keys() & other.keys()
    if not shared:
        return Agreement.NONE
    return Agreement.SAME if all(one[name] == other[name] for name in shared) else Agreement.OTHER


def _counts(name: str, given: Any) -> bool:
    return not isinstance(given, list) and name not in WORDS and name not in _DATES and name not in _SORTS
