"""Records made from gold annotations, for tests of what comes after extraction."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from gold_records import document
from torparse.annotations import Annotation, Gold
from torparse.model import Body, Clause, Evidence, Record


def record_of(gold: Gold, rendering: Callable[[str], tuple[str, list[int]]] | None = None) -> Record:
    """The record that a perfect extraction would give.

    ``rendering`` gives another text of the same document, and for each offset of the reference text the offset in it.
    """
    text, places = rendering(gold.text) if rendering else (gold.text, list(range(len(gold.text) + 1)))
    doc = document(text, gold.document)

    def clause(entry: Annotation) -> Clause:
        runs = tuple(Evidence(doc, places[start], places[end - 1] + 1) for start, end in entry.runs)
        return Clause(entry.type, entry.status, entry.value, runs, rule="gold", body=entry.body, notes=(entry.note,))

    return Record(
        document=doc,
        kind=gold.kind,
        bodies=tuple(Body(name) for name in gold.bodies),
        sections=(),
        clauses=tuple(clause(entry) for entry in gold.clauses),
    )


def with_clauses(record: Record, clauses: list[Clause]) -> Record:
    """The record with other clauses; bodies that they name and the record has not are mentioned."""
    known = {body.name for body in record.bodies}
    mentioned = tuple(dict.fromkeys(c.body for c in clauses if c.body is not None and c.body not in known))
    return dataclasses.replace(record, clauses=tuple(clauses), mentioned=mentioned)
