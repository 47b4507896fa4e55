"""Every clause: what it is about, whose it is, its status, its value in words, and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.compare import place_of, summary_of
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import BETWEEN_RUNS, Part
from torparse.export.tables import bodies, documents, people
from torparse.model import Clause, Source, Status
from torparse.provisions import filled_by
from torparse.report.people import found_words

ID = "clause_id"
_TARGET_STATES = {Status.DEFERRED: "not_supplied", Status.PLACEHOLDER: "unwritten"}


def rows(part: Part) -> Iterator[Row]:
    for name, clause in part.clauses:
        column = part.column_of(clause)
        first, lines = clause.evidence[0], [run.line for run in clause.evidence if run.line]
        yield (
            name,
            part.id,
            column.id if column else None,
            part.hidden(clause.body),
            "document" if clause.body is None else "body",
            clause.type,
            tuple(provision.id for provision in filled_by(clause)),
            str(clause.status),
            str(clause.completeness) if clause.status is Status.STATED else None,
            str(clause.basis),
            part.hidden(summary_of(clause)) or None if clause.status is Status.STATED else None,
            part.hidden(_target(clause)) or None,
            _TARGET_STATES.get(clause.status),
            part.quote(clause.evidence),
            part.hidden(first.section) or None,
            first.page,
            min(lines, default=None),
            max(lines, default=None),
            first.start,
            clause.evidence[-1].end,
            part.hidden(clause.notes),
            clause.confidence,
            clause.rule,
            str(clause.source),
            part.hidden(found_words(clause)) or None if clause.source is Source.CORRECTED else None,
            *people.cells(part, clause.review),
        )


def _target(clause: Clause) -> str:
    """The annex, appendix or schedule that a clause names for what it does not say itself."""
    quotes = [run.quote for run in clause.evidence]
    return place_of(quotes, unwritten=clause.status is Status.PLACEHOLDER) if clause.status in _TARGET_STATES else ""


def table() -> Table:
    """The table of the clauses; its types are those that there are."""
    return Table(
        "clauses",
        "Every clause of every document, one a row, in the order of the text. What a clause lays down, field by field, "
        "is in the table of its type below values.",
        (
            Column(ID, "The clause: document, type, and where its first quote begins and ends.", needed=True),
            Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
            Column(bodies.ID, "The body that it governs; empty where it governs all, or one without terms of its own.",
                   refers=("bodies", bodies.ID)),
            Column("body", "The body's name in the document."),
            Column("scope", "Whether it governs one body or all.", codes=codes.SCOPE, needed=True),
            Column("type", "What the clause is about.", codes=codes.clause_types(), needed=True),
            Column("provision_ids", "The provisions that it fills, by the ids of the table provisions; none: it fills "
                   "no cell.", Kind.LIST),
            Column("status", "What the document does with the provision.", codes=codes.CLAUSE_STATUS, needed=True),
            Column("completeness", "Whether a stated clause gives all that is essential to its type; empty for others.",
                   codes=codes.COMPLETENESS),
            Column("basis", "How the value was had.", codes=codes.BASIS, needed=True),
            Column("value_text", "What a stated clause says, in plain words."),
            Column("target", "The annex, appendix or schedule that a deferred or promised clause names."),
            Column("target_state", "What is known of that place, or of the place that is not named.",
                   codes=codes.TARGET_STATE),
            Column("quote", f"The words that prove it; between several runs of text stands{BETWEEN_RUNS.rstrip()}. The "
                   "runs are apart in the table evidence.", needed=True),
            Column("section_ref", "The section where the first quote stands, as the document numbers or names it."),
            Column("page", "The page of the first quote, from 1; empty where the format has no pages.",
                   Kind.WHOLE_NUMBER, "page number", least=1),
            Column("line_start", "The first line of its quotes, from 1; in plain text only.", Kind.WHOLE_NUMBER,
                   "line number", least=1),
            Column("line_end", "The line on which the last of its quotes begins, from 1; in plain text only.",
                   Kind.WHOLE_NUMBER, "line number", least=1),
            Column("start", "Where the first quote begins in the document's text, from 0.", Kind.WHOLE_NUMBER,
                   "code points", needed=True, least=0),
            Column("end", "Where the last quote ends in the document's text; the code point there is not part of it.",
                   Kind.WHOLE_NUMBER, "code points", needed=True, least=1),
            Column("notes", "What a careful reader should know, a sentence each.", Kind.LIST),
            Column("confidence", "How sure it is: the share of such clauses that were right in annotated documents.",
                   Kind.NUMBER, "share of 1", needed=True, least=0, most=1),
            Column("rule", "The rule that found it; torparse extract --explain says more.", needed=True),
            Column("source", "Who says so.", codes=codes.SOURCE, needed=True),
            Column("machine_text", "What torparse had found, in words, where a person put it right; empty where it had "
                   "missed it."),
            *people.columns("Who looked at it"),
        ),
        (ID,),
        rows,
    )  # fmt: skip
