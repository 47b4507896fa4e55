"""The date of a document, and how two dates of unequal precision stand to each other."""

from __future__ import annotations

from torparse.model import Record, Status

_FACTS = "document_facts"


def issued_of(record: Record) -> str | None:
    """The latest date that the document gives of itself (agreed, or on its front), ISO 8601, or None."""
    values = [c.value.as_dict() for c in record.clauses if c.type == _FACTS and c.status is Status.STATED]
    return max((v[key] for v in values for key in ("agreed", "date") if key in v), default=None)


def before(one: str, other: str) -> bool:
    """Whether ``one`` is surely earlier than ``other``: dates within the same month or year, where no more is given of
    one of them, are not.
    """
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
