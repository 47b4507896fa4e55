"""The user's own facts on the bodies (``--metadata``), as they were given: one fact a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from torparse.export.model import Column, Row, Table
from torparse.export.part import Part
from torparse.export.tables import bodies
from torparse.metadata import Facts


def rows(facts: Facts, part: Part) -> Iterator[Row]:
    for column in part.columns:
        given = facts.of(part.id, (column.body.name, *column.body.aliases))
        yield from ((column.id, name, value) for name, value in given.items())


def table(facts: Facts) -> tuple[Table]:
    """The table of the facts."""
    made = Table(
        "facts",
        "Your own facts on the bodies, from the table given with --metadata: one fact a row.",
        (
            Column(bodies.ID, "The body.", needed=True, refers=("bodies", bodies.ID)),
            Column("name", "The column of your table.", needed=True),
            Column("value", "What stands there.", needed=True),
        ),
        (bodies.ID, "name"),
        partial(rows, facts),
    )
    return (made,)
