"""``--metadata``: the user's own facts, read before the documents, matched with them after, and what did not fit."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence

from torparse import metadata
from torparse.compare import bodies_of
from torparse.model import Record


def table_of(options: Namespace) -> metadata.Table | None:
    """The table that the options name, read before anything long is done; raises BadData."""
    return metadata.read(options.metadata) if options.metadata is not None else None


def matched(
    table: metadata.Table | None, names: Mapping[str, Sequence[str]], others: Sequence[str], options: Namespace
) -> metadata.Facts | None:  # fmt: skip
    """The facts of the table, or None, for documents that were read: ``names`` are those of their bodies
    (``names_of_bodies``) by their ids, ``others`` the ids of documents without one and of those that could not be read.
    Says on stderr what did not fit."""
    if table is None:
        hint_at(options)
        return None
    facts = metadata.match(table, names, others)
    if not options.quiet:
        say(table, facts.remarks)
    return facts


def say(table: metadata.Table, remarks: Iterable[str]) -> None:
    """What the user should know of how a table fits the documents, on stderr."""
    for remark in remarks:
        print(f"torparse: {table.label}: {remark}.", file=sys.stderr)


def hint_at(options: Namespace) -> None:
    """A line on stderr about a table of facts that lies beside the documents and was not asked for."""
    hint = metadata.hint(options.paths)
    if hint and not options.quiet:
        print(f"torparse: {hint}.", file=sys.stderr)


def names_of_bodies(record: Record) -> list[str]:
    """Every name of every body of a record that has a column."""
    return [name for body in bodies_of(record) for name in (body.name, *body.aliases)]
