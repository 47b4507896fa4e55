"""The sheets that are lists of things to do: checklists, what the documents name though it has gone, promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from torparse.compare import bodies_of, place_of, promise_words
from torparse.dated.data import KINDS
from torparse.model import Evidence, Record, Standing, Status
from torparse.provisions import filled_by
from torparse.report.corrections import WHAT
from torparse.report.tables import CORRECTION_COLUMNS, correction_rows
from torparse.report.views import in_order
from torparse.report.words import GAPS, NOT_NEEDED, SHOWN_STATUSES
from torparse.report.workbook import codes
from torparse.report.workbook.comparison import WHOLE
from torparse.report.workbook.contents import CORRECTIONS, PLACEHOLDERS, Contents
from torparse.report.workbook.model import DATE, NUMBER, Cell, Column, Sheet, as_date

_CHECKLIST = (
    Column("body", "The body whose terms are checked.", 24),
    Column("item", "The item's id.", 8),
    Column("importance", "How much terms need it.", 14, codes=codes.IMPORTANCE),
    Column("source", "Who asks for it.", 11, codes=dict(codes.ASKED_BY.values())),
    Column("asked", "What is asked.", 36),
    Column("judgement", "How the terms stand to it.", 15, codes=codes.JUDGEMENT),
    Column("promised", "Whether it is set aside to be written later.", 11, codes=codes.YES_NO),
    Column("reason", "Why it was judged so, in a sentence or two.", 44),
    Column("quote", "The words that this rests on; between several stands […].", 60),
    Column("ref", "Where they are, each place once.", 30),
    Column("next_step", "What to do, for what is not in place, promised or partly in place.", 40),
    Column("document", "The document.", 24),
    Column("body_id", "The body's id, as in Bodies.", 22),
    Column("section", "The place in the guide, or the authority with its date.", 30),
)


def checklist(contents: Contents) -> Sheet:
    """Every item of the checklist for every body that has one."""
    about = "Every item of the checklist, for each body whose terms are in the documents or in a covering report."
    return Sheet("Checklist", "Checklist", about, _CHECKLIST, _checklist_rows(contents), frozen=2)


def _checklist_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for view in contents.lists:
        for finding in view.findings:
            item = finding.item
            yield (
                view.body, item.id, item.importance, codes.ASKED_BY[item.source][0], item.requirement,
                Cell(finding.word, finding.code), "Yes" if finding.code == "promised" else "No", finding.reason,
                " […] ".join(quote.text for quote in finding.quotes) or None,
                "; ".join(dict.fromkeys(quote.where for quote in finding.quotes if quote.where)) or None,
                item.next_step if finding.code in GAPS else None,
                view.document, view.stem.removeprefix("checklist-"), item.section,
            )  # fmt: skip


_SAID = {
    "document": 26, "body": 28, "about": 22, "what": 15, "machine_value": 34, "value": 34, "reviewed_by": 18,
    "reviewed_on": 22, "review_note": 44,
}  # fmt: skip
"""Widths of the columns of what people said."""


def corrections(contents: Contents) -> Iterator[Sheet]:
    """What people said of what torparse found; no sheet where nobody did."""
    if contents.views.reviewed:
        about = "What people said of what torparse found: who, when, what torparse had and what stands now."
        columns = [
            Column(name, says, _SAID[name], codes=WHAT if name == "what" else {})
            for name, says in CORRECTION_COLUMNS.items()
        ]
        yield Sheet(CORRECTIONS, CORRECTIONS, about, columns, _correction_rows(contents), frozen=2)


def _correction_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for row in correction_rows(contents.views):
        given = dict(zip(CORRECTION_COLUMNS, row, strict=True))
        fill = NOT_NEEDED if given["what"] == SHOWN_STATUSES[NOT_NEEDED][0] else ""
        yield [Cell(value, fill if name == "what" else "") for name, value in given.items()]


_DATED = (
    Column("document", "The document that names it.", 26),
    Column("name", "What has gone, or goes by another name.", 28),
    Column("kind", "What sort of thing it is.", 12, codes={kind: codes.REFERENCE_KIND[kind] for kind in KINDS}),
    Column("state", "How its end stands to the document's own date.", 22, codes=codes.REFERENCE_STATE),
    Column("since", "Since when it has gone.", 12, DATE),
    Column("issued", "The document's own date, as far as it gives one.", 12, DATE),
    Column("places", "How many places of the document name it.", 10, NUMBER),
    Column("quotes", "The words with their places, the first six.", 46),
    Column("changed", "What became of it.", 36),
    Column("use_instead", "What to write instead.", 36),
    Column("authority", "The law or the publication that says so.", 36),
)


def dated_references(contents: Contents) -> Sheet:
    """What the documents name though it has gone."""
    about = "Bodies, laws, duties and programmes that a document names though they have gone, and what to use instead."
    return Sheet("Dated references", "DatedReferences", about, _DATED, _dated_rows(contents), frozen=2)


def _dated_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for groups in contents.dated.values():
        for group in groups:
            for entry in group.entries:
                yield (
                    entry.document, entry.name, entry.kind, group.title, as_date(entry.since), as_date(entry.issued),
                    entry.number, entry.listed, entry.changed, entry.use_instead, entry.authority,
                )  # fmt: skip


_PROMISES = (
    Column("document", "The document.", 26),
    Column("body", f"The body that it concerns, or {WHOLE}.", 24),
    Column(
        "what",
        "What is promised: one provision, or all terms of a body. It leads to the clause, or to the body.",
        16,
        codes=codes.PROMISE,
    ),
    Column("provision_id", "The rows of the matrix, by their ids; empty for a body's terms.", 14),
    Column("provision", "The same by their titles.", 26),
    Column("place", "The annex, appendix or schedule that the words name for it.", 13),
    Column("still_to_do", "What is still to be done, in the document's words.", 26),
    Column("quote", "The words that promise it.", 52),
    Column("section_ref", "The section where they stand.", 15),
    Column("page", "The page, only where the file has pages.", 8, NUMBER),
    Column("line", "The line, only in plain text.", 8, NUMBER),
)


def placeholders(contents: Contents) -> Sheet:
    """Everything that the documents promise and do not say yet."""
    about = "What is still to be written: every provision and every body's terms that a document promises."
    return Sheet(PLACEHOLDERS, "Placeholders", about, _PROMISES, _promise_rows(contents), frozen=2)


def _promise_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for record in contents.views.records:
        yield from _promised_clauses(contents, record)
        yield from _promised_bodies(contents, record)


def _promised_clauses(contents: Contents, record: Record) -> Iterator[Sequence[Any]]:
    hide = contents.views.mask(record).text
    for clause in in_order(record.clauses):
        if clause.status is not Status.PLACEHOLDER:
            continue
        feeding = filled_by(clause)
        titles = " | ".join(p.title for p in feeding) or clause.type.replace("_", " ").capitalize()
        what = Cell(codes.PROMISE_CLAUSE, target=contents.to_clause([clause]))
        ids = " | ".join(p.id for p in feeding)
        body = hide(clause.body or "") or WHOLE
        yield (record.document.id, body, what, ids, titles, *_words(contents, record, clause.evidence))


def _promised_bodies(contents: Contents, record: Record) -> Iterator[Sequence[Any]]:
    hide = contents.views.mask(record).text
    for body in bodies_of(record):
        if body.standing is Standing.UNWRITTEN:
            column = next(c for c in contents.views.matrix.columns if c.record is record and c.body == body)
            what = Cell(codes.PROMISE_BODY, target=contents.to_body(column))
            words = _words(contents, record, [body.pointer] if body.pointer else [])
            yield (record.document.id, hide(body.name), what, None, "All of its terms", *words)


def _words(contents: Contents, record: Record, evidence: Sequence[Evidence]) -> tuple[Any, ...]:
    """The place that is named, what is still to be done, the quote, and where it is."""
    mask = contents.views.mask(record)
    quotes = [run.quote for run in evidence]
    place, to_do = place_of(quotes, unwritten=True), promise_words(quotes)
    first = evidence[0] if evidence else None
    where = (first.section, first.page, first.line) if first else (None, None, None)
    return (mask.text(place), mask.text(to_do), " […] ".join(map(mask.quote, evidence)), *where)
