"""The sheets of the comparison: the matrix, every clause, gaps by how many bodies have them, bodies and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from torparse.compare import Column as Body
from torparse.compare import column_of
from torparse.model import Record, Standing, Status
from torparse.provisions import Provision
from torparse.report.clause_rows import CLAUSE_COLUMNS, clause_rows, head_of, matrix_cell
from torparse.report.summary import gaps
from torparse.report.views import extent, in_order, place, warnings_of
from torparse.report.words import KINDS, STANDINGS
from torparse.report.workbook import codes
from torparse.report.workbook.contents import (
    BODIES,
    BODIES_A_SHEET,
    CLAUSES,
    Contents,
    matrix_name,
)
from torparse.report.workbook.model import DATE, NUMBER, RATIO, SHARE, TEXT, Cell, Column, Sheet, as_date

WHOLE = "Whole document"
"""What stands for a body in the clauses that govern no body alone."""
_PROVISION = (
    Column("provision_id", "The provision's id: P01 to P38 are those of the project's guide to annotation.", 13),
    Column("provision", "What is laid down, in a few words.", 26),
)
_GROUP = Column("group", "The group of provisions that it belongs to.", 15)
_OF_BODY = (
    Column(
        "(a body, its document in brackets)",
        "What the body lays down: the status and, after a colon, the value; in square brackets who looked at it.",
        32,
        codes=codes.STATUS,
    ),
    Column(
        "where: (the same body)",
        "Where the first clause behind it is in the document, and how many more there are; it leads to the quote in "
        "Clauses. Where a body's terms as a whole are elsewhere or unwritten, it leads to the body in Bodies.",
        15,
    ),
)
_LONGEST_PLACE = 24


def matrix(contents: Contents) -> Iterator[Sheet]:
    """Provisions by bodies, a thousand bodies a sheet."""
    bodies = contents.views.matrix.columns
    for number, start in enumerate(range(0, max(len(bodies), 1), BODIES_A_SHEET)):
        some = bodies[start : start + BODIES_A_SHEET]
        name = matrix_name(number)
        over = _heads(contents, some)
        yield Sheet(
            name,
            name.replace(" ", ""),
            "Provisions by bodies: what each body's terms lay down, status and value in one cell.",
            (
                *_PROVISION,
                _GROUP,
                *(Column(h, "", c.width) for two in over for h, c in zip(two, _OF_BODY, strict=True)),
            ),
            _matrix_rows(contents, some),
            frozen=2,
            similar=_OF_BODY,
        )


def _heads(contents: Contents, bodies: Sequence[Body]) -> list[tuple[str, str]]:
    """What stands over the two columns of each body; the document only where the body's name needs it."""
    names = [contents.views.mask(body.record).text(body.body.name) for body in bodies]
    often = Counter(name.casefold() for name in names)
    full = [head_of(contents.views, body) for body in bodies]
    return [
        (head, f"where: {name if often[name.casefold()] == 1 else head}")
        for name, head in zip(names, full, strict=True)
    ]


def _matrix_rows(contents: Contents, bodies: Sequence[Body]) -> Iterator[Sequence[Any]]:
    for provision in contents.views.matrix.provisions:
        cells = (cell for body in bodies for cell in _matrix_cells(contents, body, provision))
        yield (provision.id, provision.title, provision.group, *cells)


def _matrix_cells(contents: Contents, body: Body, provision: Provision) -> tuple[Cell, Cell]:
    """What a body lays down, and the way to the words behind it.

    The way has a cell of its own: LibreOffice shows a cell that leads somewhere in a colour of its own, which is not
    to be read on a dark ground, and does not wrap it.
    """
    cell = contents.views.matrix.cell(body.id, provision.id)
    code, words = matrix_cell(contents.views, body, provision.id)
    if cell.clauses:
        runs, target = [clause.evidence[0] for clause in in_order(cell.clauses)], contents.to_clause(cell.clauses)
    else:
        runs, target = [cell.pointer] if cell.pointer else [], contents.to_body(body) if cell.pointer else ""
    if not runs:
        return Cell(words, code), Cell(None)
    where = contents.views.mask(body.record).text(place(runs[0], short=True)) or "quote"
    where = where if len(where) <= _LONGEST_PLACE else f"{where[:_LONGEST_PLACE].rstrip()}…"
    more = f" and {len(runs) - 1} more" if len(runs) > 1 else ""
    return Cell(words, code), Cell(where + more, target=target)


_LOOKS: dict[str, tuple[int, str]] = {
    "provision_id": (13, TEXT), "provision": (22, TEXT), "body_id": (14, TEXT), "body": (20, TEXT),
    "document": (22, TEXT), "type": (18, TEXT), "status": (13, TEXT), "completeness": (15, TEXT),
    "value": (34, TEXT), "value_fields": (30, TEXT), "quorum_pct": (13, SHARE), "notice_days": (14, NUMBER),
    "notice_day_kind": (18, TEXT), "meetings_a_year": (18, NUMBER), "basis": (10, TEXT), "confidence": (13, RATIO),
    "section_ref": (14, TEXT), "page": (8, NUMBER), "line": (8, NUMBER), "quote": (76, TEXT), "rule": (18, TEXT),
    "source": (10, TEXT), "machine_value": (30, TEXT), "reviewed_by": (16, TEXT), "reviewed_on": (22, TEXT),
    "review_note": (34, TEXT),
}  # fmt: skip
"""Width and form of the columns of the clauses."""
_OTHERWISE = {
    "provision_id": "The rows of the matrix that the clause fills, by their ids, several parted by |; it leads back to "
    "the matrix. Empty: the clause is shown here only.",
    "body_id": f"The body that the clause governs, as in {BODIES}; empty where it governs the whole document.",
    "body": f"The body's name, or {WHOLE}: such a clause fills the columns of every body whose terms are there.",
    "quorum_pct": "A quorum's share of the members, only where the document gives a share.",
}
"""What the sheet says of a column that it shows in another way than the CSV file."""


def clauses(contents: Contents) -> Sheet:
    """Every clause, one a row."""
    allowed = {
        "type": codes.clause_types(), "status": codes.CLAUSE_STATUS, "completeness": codes.COMPLETENESS,
        "notice_day_kind": codes.DAY_KIND, "basis": codes.BASIS, "source": codes.SOURCE,
    }  # fmt: skip
    columns = [
        Column(name, _OTHERWISE.get(name, about), *_LOOKS[name], allowed.get(name, {}))
        for name, about in CLAUSE_COLUMNS.items()
    ]
    about = "Every clause of every document, one a row, in the order of the text, with the words that prove it."
    return Sheet(CLAUSES, "Clauses", about, columns, _clause_rows(contents), frozen=4)


def _clause_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for record, clause, row in clause_rows(contents.views):
        given = dict(zip(CLAUSE_COLUMNS, row, strict=True))
        column = column_of(contents.views.matrix.columns, record, clause)
        given["body"] = given["body"] or WHOLE
        given["provision_id"] = Cell(
            given["provision_id"], target=_back(contents, given["provision_id"], record, column)
        )
        given["status"] = Cell(given["status"], codes.STATUS_CODES.get(given["status"], ""))
        if given["quorum_pct"] is not None:
            given["quorum_pct"] /= 100
        yield list(given.values())


def _back(contents: Contents, provisions: str | None, record: Record, column: Body | None) -> str:
    """The cell of the matrix that a clause leads back to: its first provision, of its body or the document's first."""
    if not provisions:
        return ""
    own = column or next((c for c in contents.views.matrix.columns if c.record is record), None)
    return contents.to_matrix(provisions.split(" | ")[0], own) if own else ""


_GAPS = (
    Column("rank", "1 for what is lacking most often; provisions lacking equally often have the same rank.", 8, NUMBER),
    Column("provision_id", "The provision's id; it leads to the matrix.", 13),
    Column("provision", "What is lacking, in a few words.", 32),
    _GROUP,
    Column("lacking", "How many bodies lack it: their terms are in the documents and do not say it.", 11, NUMBER),
    Column("assessable", "Of how many: the bodies whose terms are in the documents and may need it.", 13, NUMBER),
    Column("lacking_of", "Both in words.", 12),
    Column("share", "lacking divided by assessable.", 9, SHARE),
    Column("promised", "Of the assessable bodies, how many promise it: it is still to be written.", 11, NUMBER),
    Column("deferred", "Of the assessable bodies, how many point to another place that was not supplied.", 11, NUMBER),
    Column("in_part", "Of the assessable bodies, how many have a part of it.", 10, NUMBER),
    Column("bodies", "The bodies that lack it.", 62),
)  # fmt: skip


def gaps_ranked(contents: Contents) -> Sheet:
    """Provisions by how many bodies lack them."""
    about = (
        "What is lacking most often, by the number of bodies that lack it, of those whose terms are in the documents."
    )
    return Sheet("Gaps ranked", "GapsRanked", about, _GAPS, _gap_rows(contents), frozen=3)


def _gap_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    views = contents.views
    bodies = [c for c in views.matrix.columns if c.body.standing is Standing.SUPPLIED]
    groups = {p.id: p.group for p in views.matrix.provisions}
    rank = last = 0
    for number, (id_, title, lacking, of) in enumerate(gaps(views.matrix), 1):
        rank, last = (number if lacking != last else rank), lacking
        found = [(body, matrix_cell(views, body, id_)[0]) for body in bodies]
        count = [code for _, code in found].count
        yield (
            rank, Cell(id_, target=contents.to_matrix(id_)), title, groups[id_], lacking, of, f"{lacking} of {of}",
            lacking / of, count("placeholder"), count("deferred"), count("part"),
            "; ".join(head_of(views, body) for body, code in found if code == "absent"),
        )  # fmt: skip


def _counts(statuses: Mapping[str, tuple[str, str]]) -> tuple[Column, ...]:
    return tuple(
        Column(code, f"How many of its cells in the matrix are: {word.lower()}.", len(code) + 4, NUMBER)
        for code, (word, _) in statuses.items()
    )


_BODY = (
    Column("body_id", "The body's id, as in Clauses and Checklist.", 24),
    Column("body", "The body's name.", 28),
    Column("document", "The document that names it.", 26),
    Column("standing", "Where its terms are.", 22, codes=codes.STANDING),
)
_POINTER = (
    Column("pointer", "The words that send the reader elsewhere, or promise its terms.", 40),
    Column("where", "Where these words are.", 16),
)


def bodies(contents: Contents) -> Sheet:
    """Every body with a column, with where its terms are."""
    about = "Every body of the comparison: where its terms are, and its cells of the matrix counted by status."
    columns = (*_BODY, *_counts(contents.views.statuses), *_POINTER)
    return Sheet(BODIES, "Bodies", about, columns, _body_rows(contents), frozen=2)


def _body_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    for column in contents.views.matrix.columns:
        body = contents.views.body(column)
        standing = STANDINGS[column.body.standing]
        pointer = body.pointer
        yield (
            body.id, body.name, body.document,
            standing[:1].upper() + standing[1:], *body.counts.values(),
            pointer.text if pointer else None, pointer.where if pointer else None,
        )  # fmt: skip


_DOCUMENTS = (
    Column("document", "The file, by its path below the folder that was read.", 30),
    Column("read", "What became of it.", 14, codes=codes.READING),
    Column("type", "What kind of document it is.", 22, codes=codes.KIND),
    Column("date", "The date that the document gives of itself.", 12, DATE),
    Column("adopted", "When its terms were agreed or adopted, as far as it says.", 12, DATE),
    Column("draft", "Whether it calls itself a draft.", 8, codes={"Yes": codes.YES_NO["Yes"]}),
    Column("version", "Its version, as written.", 10),
    Column("pages", "Its pages, only where the file has pages.", 8, NUMBER),
    Column("extent", "How long it is, in what its format counts.", 13),
    Column("bodies", "How many bodies of it are compared.", 9, NUMBER),
    Column("clauses", "How many clauses were found.", 10, NUMBER),
    Column("remarks", "Warnings, and why a file was not read.", 48),
    Column("sha256", "The SHA-256 of the file, which tells whether it is the same file.", 26),
)


def documents(contents: Contents) -> Sheet:
    """Every file, read or not."""
    about = "Every file: what was read, what could not be read and what was left out, with the reason."
    return Sheet("Documents", "Documents", about, _DOCUMENTS, _document_rows(contents), frozen=1)


def _document_rows(contents: Contents) -> Iterator[Sequence[Any]]:
    views = contents.views
    for record in views.records:
        mask, document = views.mask(record), record.document
        facts: dict[str, Any] = {}
        for clause in record.clauses:
            if clause.type == "document_facts" and clause.status is Status.STATED:
                facts = {**clause.value.as_dict(), **facts}
        yield (
            document.id, codes.STATE_READ, KINDS[record.kind], as_date(facts.get("date")),
            as_date(facts.get("agreed")), "Yes" if facts.get("draft") else None, facts.get("version"),
            document.pages, extent(document), sum(c.record is record for c in views.matrix.columns),
            len(record.clauses), " ".join(map(mask.text, warnings_of(record))), document.sha256,
        )  # fmt: skip
    for state, files in ((codes.STATE_FAILED, contents.failed), (codes.STATE_SKIPPED, contents.skipped)):
        for name, reason in files:
            yield (name, state, *[None] * 9, reason, None)
