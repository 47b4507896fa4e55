"""What the workbook shows, and where in it each clause, provision and body stands, so that cells can lead there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from torparse.checklists import Checklist
from torparse.compare import Column
from torparse.model import Clause
from torparse.report.checklist_views import ChecklistView
from torparse.report.clause_rows import CLAUSE_COLUMNS
from torparse.report.dated import DatedGroup
from torparse.report.views import Views, in_order
from torparse.report.workbook.model import address
from torparse.report.workbook.writer import MAX_ROWS

MATRIX, CLAUSES, BODIES, PLACEHOLDERS = "Matrix", "Clauses", "Bodies", "Placeholders"
CORRECTIONS = "Corrections"
BODIES_A_SHEET = 1000
"""The bodies of one sheet of the matrix: with 45 provisions they stay below Excel's limits of links and columns."""
MATRIX_BEFORE = 3
"""The columns of the matrix before the bodies', of which each has two."""


@dataclass(frozen=True)
class Contents:
    """What a workbook is made of. ``dated`` has the dated references of each document by its id, ``lists`` the
    checklists of the bodies; ``skipped`` and ``failed`` are pairs of a file and the reason in a plain sentence.
    """

    views: Views
    lists: Sequence[ChecklistView]
    dated: Mapping[str, Sequence[DatedGroup]]
    checklist: Checklist
    as_of: date
    masked: bool
    skipped: Sequence[tuple[str, str]] = ()
    failed: Sequence[tuple[str, str]] = ()

    @cached_property
    def _clause_rows(self) -> dict[int, int]:
        clauses = (clause for r in self.views.records for clause in in_order(r.clauses))
        return {id(clause): row for row, clause in enumerate(clauses, 2)}

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {column.id: number for number, column in enumerate(self.views.matrix.columns)}

    @cached_property
    def _provisions(self) -> dict[str, int]:
        return {provision.id: row for row, provision in enumerate(self.views.matrix.provisions, 2)}

    def to_clause(self, clauses: Sequence[Clause]) -> str:
        """The cell of the first of some clauses in the sheet of clauses, "" where there are none or it has no row."""
        row = min((self._clause_rows[id(clause)] for clause in clauses), default=0)
        return address(CLAUSES, row, list(CLAUSE_COLUMNS).index("quote")) if 0 < row <= MAX_ROWS + 1 else ""

    def to_matrix(self, provision: str, column: Column | None = None) -> str:
        """The cell of a provision in the matrix: that of a body's column, or the provision's title."""
        row = self._provisions[provision]
        if column is None:
            return address(MATRIX, row, 1)
        return address(self.matrix_sheet(column), row, self._place(column))

    def to_body(self, column: Column) -> str:
        """The row of a body in the sheet of bodies."""
        return address(BODIES, self._columns[column.id] + 2, 1)

    def matrix_sheet(self, column: Column) -> str:
        """The name of the sheet that holds a body's column of the matrix."""
        return matrix_name(self._columns[column.id] // BODIES_A_SHEET)

    def _place(self, column: Column) -> int:
        return MATRIX_BEFORE + 2 * (self._columns[column.id] % BODIES_A_SHEET)


def matrix_name(number: int) -> str:
    """The name of a sheet of the matrix; the first is number 0."""
    return MATRIX if number == 0 else f"{MATRIX} {number + 1}"
