"""The tables of an export, one file each (values: one table a clause type), in the order in which they build on each
other. Every column is described where it is declared, or in the value model that it comes from; codebook, data package
and the other forms take it from there.
"""

from __future__ import annotations

from torparse.clauses import types
from torparse.export.model import Table
from torparse.export.part import Choices
from torparse.export.tables import (
    bodies,
    cells,
    checklist,
    clauses,
    corrections,
    dated,
    documents,
    evaluation,
    evidence,
    facts,
    notes,
    values,
)


def tables(choices: Choices) -> tuple[Table, ...]:
    """Every table, those that others refer to first; that of the user's own facts where there are some."""
    return (
        documents.TABLE,
        bodies.TABLE,
        *(facts.table(choices.facts) if choices.facts else ()),
        cells.PROVISIONS_TABLE,
        clauses.table(),
        evidence.TABLE,
        *map(values.table, types()),
        cells.TABLE,
        checklist.items_table(choices.checklist),
        checklist.table(choices.checklist),
        notes.table(),
        dated.TABLE,
        corrections.TABLE,
        evaluation.TABLE,
    )
