"""The report's tables for people who open them in a spreadsheet: every clause, and the matrix.

Cells that a spreadsheet would take for a formula are prefixed with an apostrophe. Tables for machines are another
command's work.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from torparse.compare import Column, Matrix, clauses_of, status_code, summary_of
from torparse.masking import Mask
from torparse.model import Clause, Completeness, Record, Status
from torparse.report.views import Views, in_order
from torparse.report.words import STATUSES

CLAUSE_COLUMNS = (
    "provision_id", "provision", "body_id", "body", "document", "type", "status", "completeness", "value",
    "value_fields", "quorum_pct", "notice_days", "notice_day_kind", "meetings_a_year", "basis", "confidence",
    "section_ref", "page", "line", "quote", "rule", "source",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clauses_csv(views: Views) -> str:
    """Every clause of every document, one a row, documents by id and clauses in the order of the text.

    ``body_id`` is empty where a clause is the whole document's. ``quorum_pct`` is 0 to 100 and set only where the
    document gives a share; ``notice_days`` only where it counts in days or weeks, whose kind is beside it.
    """
    rows = (_clause_row(views, record, clause) for record in views.records for clause in in_order(record.clauses))
    return _table(CLAUSE_COLUMNS, rows)


def matrix_csv(views: Views) -> str:
    """Provisions by bodies: the status in words and, after a colon, the value."""
    matrix = views.matrix
    heads = [f"{views.mask(c.record).text(c.body.name)} ({c.document})" for c in matrix.columns]
    rows = (
        (p.id, p.title, p.group, *(_matrix_cell(views, matrix, column, p.id) for column in matrix.columns))
        for p in matrix.provisions
    )
    return _table(("provision_id", "provision", "group", *heads), rows)


def _matrix_cell(views: Views, matrix: Matrix, column: Column, provision: str) -> str:
    cell = matrix.cell(column.id, provision)
    word = STATUSES[status_code(cell.status, cell.completeness)][0]
    return f"{word}: {views.mask(column.record).text(cell.summary)}" if cell.summary else word


def _clause_row(views: Views, record: Record, clause: Clause) -> tuple[Any, ...]:
    mask = views.mask(record)
    column = _column_of(views.matrix, record, clause)
    feeding = [p for p in views.matrix.provisions if any(feed.accepts(clause) for feed in p.feeds)]
    fields = clause.value.as_dict()
    first = clause.evidence[0]
    recommended = clause.status is Status.RECOMMENDED
    return (
        " | ".join(p.id for p in feeding),
        " | ".join(p.title for p in feeding),
        column.id if column else "",
        mask.text(clause.body or ""),
        record.document.id,
        clause.type,
        "Recommended" if recommended else STATUSES[str(clause.status)][0],
        "" if clause.status is not Status.STATED else _COMPLETENESS[clause.completeness],
        "" if recommended else mask.text(summary_of(clause)),
        json.dumps(_masked(mask, fields), ensure_ascii=False),
        *_numbers(clause.type, fields),
        clause.basis,
        f"{clause.confidence:.2f}",
        first.section,
        "" if first.page is None else first.page,
        "" if first.line is None else first.line,
        " […] ".join(mask.quote(e) for e in clause.evidence),
        clause.rule,
        clause.source,
    )


_COMPLETENESS = {Completeness.FULL: "In full", Completeness.PARTIAL: "In part"}


def _column_of(matrix: Matrix, record: Record, clause: Clause) -> Column | None:
    if clause.body is None:
        return None
    own = (c for c in matrix.columns if c.record is record and clause in clauses_of(record, c.body))
    return next(own, None)


def _numbers(type: str, fields: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
    """Quorum in per cent, notice in days with their kind, meetings a year; "" where the clause gives none."""
    percent = days = kind = meetings = ""
    if type == "quorum" and "fraction" in fields:
        percent = f"{float(Fraction(fields['fraction']) * 100):.4g}" if _is_fraction(fields["fraction"]) else ""
    if type == "notice":
        match = re.fullmatch(r"P(\d+)([DW])", fields.get("period", ""))
        days = str(int(match[1]) * (7 if match[2] == "W" else 1)) if match else ""
        kind = fields.get("day_kind", "")
    if type == "meeting_frequency" and "per_year" in fields:
        meetings = f"{fields['per_year']:g}"
    return percent, days, kind, meetings


def _is_fraction(text: str) -> bool:
    return re.fullmatch(r"\d+/[1-9]\d*", text) is not None


def _masked(mask: Mask, value: Any) -> Any:
    if isinstance(value, str):
        # Dates and durations look like nothing that is masked, but a long date could: only words are.
        return value if re.fullmatch(r"[\dPTYMWDHS/-]+", value) else mask.text(value)
    if isinstance(value, list):
        return [_masked(mask, v) for v in value]
    return {k: _masked(mask, v) for k, v in value.items()} if isinstance(value, dict) else value


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """CSV with a byte order mark, without which spreadsheets take UTF-8 for something else.

    Lines end in CR LF, as RFC 4180 says: only then does the writer put quotation marks round a cell with a lone CR.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_safe(c) for c in columns])
    writer.writerows([_safe(str(cell)) for cell in row] for row in rows)
    return "\ufeff" + stream.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
