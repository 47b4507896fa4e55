"""Clauses as rows and cells of the matrix in words: what the CSV files and the workbook both show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from torparse.compare import Column, column_of, summary_of
from torparse.fields.numbers import counted, fraction
from torparse.masking import Mask
from torparse.model import Clause, Completeness, Record, Source, Status
from torparse.provisions import filled_by
from torparse.report.people import RECOMMENDED, cell_people, found_words
from torparse.report.views import Views, in_order
from torparse.report.words import SHOWN_STATUSES, STATUSES
from torparse.reviews import judged_said

CLAUSE_COLUMNS: Mapping[str, str] = {
    "provision_id": "The rows of the matrix that the clause fills, by their ids; several are parted by |, none: it is "
    "shown here only.",
    "provision": "The same by their titles.",
    "body_id": "The body that the clause governs, by its id; empty where it governs the whole document.",
    "body": "The body's name.",
    "document": "The document, by its path below the folder that was read.",
    "type": "What the clause is about.",
    "status": "What the document does with it.",
    "completeness": "Whether a stated clause gives all that is essential to its type; empty for others.",
    "value": "What the clause says, in plain words.",
    "value_fields": "The same for programs: the fields of its type as JSON, durations and dates in ISO 8601.",
    "quorum_pct": "A quorum's share of the members in per cent, only where the document gives a share.",
    "notice_days": "A period of notice in days, only where the document counts it in days or weeks.",
    "notice_day_kind": "What kind of days these are, where the document says so. They are never converted.",
    "meetings_a_year": "Meetings a year.",
    "basis": "How the value was had.",
    "confidence": "How sure it is, 0 to 1: the share of such clauses that were right in annotated documents.",
    "section_ref": "The section where the first quote stands, as the document numbers or names it.",
    "page": "The page of the first quote, only where the file has pages.",
    "line": "The line of the first quote, only in plain text.",
    "quote": "The words that prove it, as the document has them; between several runs of text stands […].",
    "rule": "The rule that found it; torparse extract --explain says more.",
    "source": "Who says so.",
    "machine_value": "What torparse had found, where a person said something else; empty where it had missed it.",
    "reviewed_by": "Who looked at it; the name that the person gave, never masked.",
    "reviewed_on": "When, in ISO 8601 and UTC.",
    "review_note": "A note by that person.",
}
"""The columns of the clauses in their order, each with what it holds."""
_COMPLETENESS = {Completeness.FULL: "In full", Completeness.PARTIAL: "In part"}


def clause_rows(views: Views) -> Iterator[tuple[Record, Clause, tuple[Any, ...]]]:
    """Every clause with its record and its row, documents by id and clauses in the order of the text.

    A row has the columns of ``CLAUSE_COLUMNS``: texts already masked, numbers as numbers (``quorum_pct`` 0 to 100),
    None where there is nothing.
    """
    for record in views.records:
        for clause in in_order(record.clauses):
            yield record, clause, _clause_row(views, record, clause)


def matrix_cell(views: Views, column: Column, provision: str) -> tuple[str, str]:
    """The status code of a cell, and the cell in words: the status and, after a colon, the value.

    Where a person looked at it, square brackets behind say who, when and what torparse had; of what is not needed the
    note stands in the place of a value.
    """
    cell = views.matrix.cell(column.id, provision)
    hide = views.mask(column.record).text
    if cell.not_needed and cell.judged is not None:
        return cell.code, judged_said(cell.judged, hide)
    word = SHOWN_STATUSES[cell.code][0]
    words = f"{word}: {hide(cell.summary)}" if cell.summary else word
    people = cell_people(cell, hide)
    return cell.code, f"{words} [{' '.join(people.lines)}]" if people.lines else words


def head_of(views: Views, column: Column) -> str:
    """What stands over a body's column of the matrix: its name and its document."""
    return f"{views.mask(column.record).text(column.body.name)} ({column.document})"


def _clause_row(views: Views, record: Record, clause: Clause) -> tuple[Any, ...]:
    mask = views.mask(record)
    column = column_of(views.matrix.columns, record, clause)
    feeding = filled_by(clause)
    fields = clause.value.as_dict()
    first = clause.evidence[0]
    recommended = clause.status is Status.RECOMMENDED
    row = (
        " | ".join(p.id for p in feeding),
        " | ".join(p.title for p in feeding),
        column.id if column else None,
        mask.text(clause.body or ""),
        record.document.id,
        clause.type,
        RECOMMENDED if recommended else STATUSES[str(clause.status)][0],
        None if clause.status is not Status.STATED else _COMPLETENESS[clause.completeness],
        None if recommended else mask.text(summary_of(clause)),
        json.dumps(_masked(mask, fields), ensure_ascii=False),
        *_numbers(clause.type, fields),
        str(clause.basis),
        clause.confidence,
        first.section,
        first.page,
        first.line,
        " […] ".join(mask.quote(e) for e in clause.evidence),
        clause.rule,
        str(clause.source),
        mask.text(found_words(clause)) if clause.source is Source.CORRECTED else None,
        *((review.by, review.on, mask.text(review.note)) if (review := clause.review) else (None, None, None)),
    )
    return tuple(None if value == "" else value for value in row)


def _numbers(type: str, fields: dict[str, Any]) -> tuple[float | None, float | None, str | None, float | None]:
    """Quorum in per cent, notice in days with their kind, meetings a year; None where the clause gives none."""
    percent = days = kind = meetings = None
    if type == "quorum" and (share := fraction(fields.get("fraction", ""))) is not None:
        percent = float(share * 100)
    if type == "notice":
        _, days, _ = counted(fields.get("period", ""))
        kind = fields.get("day_kind")
    if type == "meeting_frequency":
        meetings = fields.get("per_year")
    return percent, days, kind, meetings


def _masked(mask: Mask, value: Any) -> Any:
    if isinstance(value, str):
        # Dates and durations look like nothing that is masked, but a long date could: only words are.
        return value if re.fullmatch(r"[\dPTYMWDHS/-]+", value) else mask.text(value)
    if isinstance(value, list):
        return [_masked(mask, v) for v in value]
    return {k: _masked(mask, v) for k, v in value.items()} if isinstance(value, dict) else value
