"""Who said something, when, and with what note: three columns that several tables have."""

from __future__ import annotations

from torparse.export.model import Column, Kind, Row
from torparse.export.part import Part
from torparse.model import Review


def columns(who: str, note: str = "A note by that person.") -> tuple[Column, Column, Column]:
    """The columns; ``who`` says whom the first one names."""
    return (
        Column("reviewed_by", f"{who}; the name that the person gave, never masked."),
        Column("reviewed_on", "When they said it.", Kind.MOMENT),
        Column("review_note", note),
    )


def cells(part: Part, review: Review | None) -> Row:
    """What stands in them; nothing where nobody said anything."""
    return (review.by, review.on, part.hidden(review.note) or None) if review else (None, None, None)
