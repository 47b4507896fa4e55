"""``--metadata``: the user's own facts, read before the documents, matched with them after, and what did not fit."""

from __future__ import annotations

import sys
from argparse import Namespace

from torparse import metadata
from torparse.collect import Results
from torparse.compare import bodies_of


def table_of(options: Namespace) -> metadata.Table | None:
    """The table that the options name, read before anything long is done; raises BadData."""
    return metadata.read(options.metadata) if options.metadata is not None else None


def matched(table: metadata.Table | None, results: Results, options: Namespace) -> metadata.Facts | None:
    """The facts of the table for the documents that were read, or None. Says on stderr what did not fit."""
    if table is None:
        hint = metadata.hint(options.paths)
        if hint and not options.quiet:
            print(f"torparse: {hint}.", file=sys.stderr)
        return None
    names: dict[str, list[str]] = {}
    for record in results.records:
        bodies = bodies_of(record)
        if bodies:
            names[record.document.id] = [name for body in bodies for name in (body.name, *body.aliases)]
    others = [record.document.id for record in results.records if record.document.id not in names]
    facts = metadata.match(table, names, (*others, *(name for name, _ in results.failed)))
    if not options.quiet:
        for remark in facts.remarks:
            print(f"torparse: {table.label}: {remark}.", file=sys.stderr)
    return facts
