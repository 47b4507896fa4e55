"""The report's tables for people who open them in a spreadsheet: every clause, and the matrix.

Cells that a spreadsheet would take for a formula are prefixed with an apostrophe. Tables for machines are another
command's work.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from torparse.report.clause_rows import CLAUSE_COLUMNS, clause_rows, head_of, matrix_cell
from torparse.report.corrections import CONFLICT, conflicts, said
from torparse.report.views import Views

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORMATS = {"quorum_pct": ".4g", "meetings_a_year": "g", "confidence": ".2f"}


def clauses_csv(views: Views) -> str:
    """Every clause of every document, one a row, documents by id and clauses in the order of the text.

    ``body_id`` is empty where a clause is the whole document's. ``quorum_pct`` is 0 to 100 and set only where the
    document gives a share; ``notice_days`` only where it counts in days or weeks, whose kind is beside it.
    """
    rows = (map(_as_text, CLAUSE_COLUMNS, row) for _, _, row in clause_rows(views))
    return _table(tuple(CLAUSE_COLUMNS), rows)


def matrix_csv(views: Views) -> str:
    """Provisions by bodies: the status in words and, after a colon, the value."""
    matrix = views.matrix
    heads = [head_of(views, column) for column in matrix.columns]
    rows = (
        (p.id, p.title, p.group, *(matrix_cell(views, column, p.id)[1] for column in matrix.columns))
        for p in matrix.provisions
    )
    return _table(("provision_id", "provision", "group", *heads), rows)


CORRECTION_COLUMNS: Mapping[str, str] = {
    "document": "The document, by its path below the folder that was read.",
    "body": "The body; empty for a clause of the whole document.",
    "about": "The kind of clause, or for a verdict on a cell of the matrix the provision.",
    "what": "What the person did.",
    "machine_value": "What torparse had found.",
    "value": "What stands now.",
    "reviewed_by": "Who; the name that the person gave, never masked.",
    "reviewed_on": "When, in ISO 8601 and UTC.",
    "review_note": "The person's note; for a conflict, what no longer fits.",
}
"""The columns of what people said in their order, each with what it holds."""


def correction_rows(views: Views) -> Iterator[tuple[str, ...]]:
    """What people said, one row each with the columns of ``CORRECTION_COLUMNS``, masked; conflicts first."""
    for document, text in conflicts(views):
        yield (document, "", "", CONFLICT, "", "", "", "", text)
    for one in said(views):
        machine = one.machine or one.now
        yield (one.document, one.body, one.about, one.what, machine, one.now, one.by, one.on, one.note)


def corrections_csv(views: Views) -> str:
    """What people said of what torparse found. Written only where somebody did: else a report is what it was."""
    return _table(tuple(CORRECTION_COLUMNS), correction_rows(views))


def _as_text(column: str, value: Any) -> str:
    return "" if value is None else format(value, _FORMATS.get(column, ""))


def _table(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """CSV with a byte order mark, without which spreadsheets take UTF-8 for something else.

    Lines end in CR LF, as RFC 4180 says: only then does the writer put quotation marks round a cell with a lone CR.
    """
    safe = (map(_safe, row) for row in chain((columns,), rows))
    return b"".join(csv_rows(safe)).decode("utf-8")


def csv_rows(rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """The lines of such a table, whose cells are safe already."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    stream.write("\ufeff")
    for row in rows:
        writer.writerow(list(row))
        yield stream.getvalue().encode("utf-8")
        stream.seek(0)
        stream.truncate()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
