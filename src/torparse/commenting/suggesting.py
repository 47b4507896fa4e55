"""The wording that a comment suggests for an item."""

from __future__ import annotations

from torparse.checklists import Item
from torparse.model import Body, Record


def suggestion(item: Item, record: Record, body: Body) -> str:
    """A wording to start from for ``item`` in the terms of ``body``: the checklist's own, or "" where it has none.

    Every comment asks here, so that wording with the blanks filled from the document can take its place.
    """
    return item.wording
