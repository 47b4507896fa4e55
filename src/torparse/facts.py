"""``--metadata``: the user's own facts, read before the documents, matched with them after, and what did not fit."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable

from torparse import metadata
from torparse.compare import bodies_of
from torparse.model import Record


def table_of(options: Namespace) -> metadata.Table | None:
    """The table that the options name, read before anything long is done; raises BadData."""
    return metadata.read(options.metadata) if options.metadata is not None else None


class Names:
    """What the documents of a run are known by, to match a table with: the names of their bodies."""

    def __init__(self) -> None:
        self._named: dict[str, list[str]] = {}
        self._without: list[str] = []

    def add(self, record: Record) -> None:
        """Note every name of every body of a record that has a column."""
        if names := [name for body in bodies_of(record) for name in (body.name, *body.aliases)]:
            self._named[record.document.id] = names
        else:
            self._without.append(record.document.id)

    def matched(
        self, table: metadata.Table | None, failed: Iterable[tuple[str, str]], options: Namespace
    ) -> metadata.Facts | None:
        """The facts of the table, or None; ``failed`` are documents that could not be read, each with the reason. Says
        on stderr what did not fit."""
        if table is None:
            hint_at(options)
            return None
        facts = metadata.match(table, self._named, [*self._without, *(name for name, _ in failed)])
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
