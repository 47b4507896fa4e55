"""What the report's pages show of a set of records, worked out beforehand and masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from torparse.check import bodies_checked, check
from torparse.checklists import Checklist, Item
from torparse.compare import Cell, Column, Matrix, distinct, slug, status_code, summary_of
from torparse.consistency import Note, note_kinds, notes, notes_of
from torparse.following import Others
from torparse.masking import Mask, mask_for
from torparse.model import (
    Clause,
    Completeness,
    Document,
    Evidence,
    Finding,
    Judgement,
    Record,
    Standing,
    Status,
)
from torparse.plain_words import many
from torparse.provisions import Provision
from torparse.report.checklist_views import GROUPS, ChecklistView, FindingView, NoteView, Quote, counted
from torparse.report.models import BlockView, BodyView, CellView, ClauseView, DocumentView, Link, RowView
from torparse.report.people import RECOMMENDED, cell_people, clause_people, is_reviewed, verdict_words
from torparse.report.words import GAPS, KINDS, SHOWN_JUDGEMENTS, SHOWN_STATUSES, STANDINGS, STATUSES, clause_title
from torparse.reviews import finding_said, unsettled
from torparse.suggesting import Facts, facts_of, suggestion

#: How many bodies stand side by side, in full and as signs: as many as an A4 page in landscape holds legibly.
BODIES_A_BLOCK = 6
SIGNS_A_BLOCK = 20

#: How many characters of all texts together stay in the comparison itself; more go into pages beside it.
TEXT_IN_FILE = 2_000_000

_PEERS, _SENTENCE = 3, 5  # how many sentences of others stand beside a gap, and their fewest words


class Views:
    """Everything the templates need of a set of records and their matrix, masked unless contacts are wanted."""

    def __init__(
        self,
        records: Sequence[Record],
        matrix: Matrix,
        *,
        include_contacts: bool,
        as_of: date,
        beside: Sequence[Record] = (),
        text_in_file: bool | None = None,
        pictured: Mapping[str, Collection[int]] | None = None,
        others: Others | None = None,
    ) -> None:
        """``beside`` are documents that the records may point to, and of which nothing else is shown; ``others`` are
        all documents that they may point to where most of them are not here. ``text_in_file``:
        whether the documents' texts and the list of clauses are in the comparison itself; by their length, unless it is
        given. ``pictured`` has the ids of the documents of which some pages are shown as pictures, beside the
        comparison, and those pages."""
        self.pictured = pictured or {}
        self.records = tuple(sorted(records, key=lambda r: r.document.id))
        self.matrix = matrix
        here = {r.document.id: r for r in (*beside, *self.records)}
        self._others = Others.of(here.values()) if others is None else others
        self.masked = not include_contacts
        self._masks: dict[str, Mask] = {}
        numbers = {r.document.id: f"d{n}" for n, r in enumerate(self.records, 1)}
        self._documents = numbers
        small = (
            sum(len(r.document.text) for r in self.records) <= TEXT_IN_FILE if text_in_file is None else text_in_file
        )
        self.list_in_file = small
        self.text_in_file = small and pictured is None
        stems = (slug(r.document.id) if small else f"{n:03}" for n, r in enumerate(self.records, 1))
        pages = distinct(f"document-{stem}" for stem in stems)
        self._pages = {r.document.id: name for r, name in zip(self.records, pages, strict=True)}
        self._as_of = as_of
        self._noted: dict[str, tuple[Note, ...]] = {}
        self._anchors = {
            id(clause): f"{numbers[r.document.id]}-c{n}"
            for r in self.records
            for n, clause in enumerate(in_order(r.clauses), 1)
        }

    def mask(self, record: Record) -> Mask:
        """The mask of a record's document."""
        name = record.document.id
        if name not in self._masks:
            self._masks[name] = mask_for(record.document.text) if self.masked else Mask()
        return self._masks[name]

    def anchor(self, clause: Clause) -> str:
        """The address of a clause in the list of all clauses, without the number sign."""
        return self._anchors[id(clause)]

    def document_anchor(self, record: Record) -> str:
        """The address of a document's clauses in the list, without the number sign."""
        return self._documents[record.document.id]

    def entry(self, record: Record, clause: Clause) -> str:
        """The link to a clause in the list of all clauses."""
        return f"{'' if self.list_in_file else self.page(record)}#{self.anchor(clause)}"

    def page(self, record: Record) -> str:
        """The file beside the comparison that holds a document's text; "" where the comparison holds it itself."""
        return "" if self.text_in_file else f"{self._pages[record.document.id]}.html"

    def context(self, record: Record, anchor: str) -> str:
        """The link to the marked sentence of the entry with this ``anchor`` in the text of its document."""
        return f"{self.page(record)}#{text_anchor(anchor)}"

    def _on_page(self, record: Record, clause: Clause) -> str:
        first = clause.evidence[0].page
        return f"{self.page(record)}#page-{first}" if first in self.pictured.get(record.document.id, ()) else ""

    @cached_property
    def reviewed(self) -> bool:
        """Whether people have said anything of the records."""
        return any(map(is_reviewed, self.records))

    @cached_property
    def statuses(self) -> Mapping[str, tuple[str, str]]:
        """The statuses that a cell may be shown with; that it is not needed only where a person says so."""
        return SHOWN_STATUSES if any(cell.not_needed for cell in self.matrix.cells) else STATUSES

    def documents(self) -> tuple[DocumentView, ...]:
        """Every document in the order of the ids."""
        return tuple(self._document(record) for record in self.records)

    def _document(self, record: Record) -> DocumentView:
        hide = self.mask(record).text
        facts = [summary_of(c) for c in record.clauses if c.type == "document_facts" and c.status is Status.STATED]
        return DocumentView(
            self._documents[record.document.id],
            record.document.id,
            self.page(record),
            KINDS[record.kind],
            extent(record.document),
            hide("; ".join(facts)),
            tuple(self.body(c) for c in self.matrix.columns if c.record is record),
            tuple(map(hide, warnings_of(record))),
            tuple(self.clause(record, c) for c in in_order(record.clauses)),
        )

    def clause(self, record: Record, clause: Clause) -> ClauseView:
        """A clause as listed."""
        mask = self.mask(record)
        code = status_code(clause.status, clause.completeness)
        return ClauseView(
            self.anchor(clause),
            self.context(record, self.anchor(clause)),
            self._on_page(record, clause),
            clause_title(clause),
            mask.text(clause.body or ""),
            code,
            STATUSES[code][0] if code in STATUSES else RECOMMENDED,
            mask.text(summary_of(clause)) if clause.status is not Status.RECOMMENDED else "",
            self.quotes(record, clause.evidence),
            tuple(map(mask.text, clause.notes)),
            clause_people(clause, mask.text),
        )

    def quotes(self, record: Record, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Masked quotes with their places."""
        mask = self.mask(record)
        return tuple(Quote(mask.quote(e).strip(), place(e)) for e in evidence)

    def notes(self) -> tuple[NoteView, ...]:
        """The consistency notes of every document."""
        return tuple(self._note(record, note) for record in self.records for note in self._notes(record))

    def _notes(self, record: Record) -> tuple[Note, ...]:
        if record.document.id not in self._noted:
            self._noted[record.document.id] = notes(record, self._as_of)
        return self._noted[record.document.id]

    def _note(self, record: Record, note: Note) -> NoteView:
        hide = self.mask(record).text
        title = note_kinds()[note.kind].title
        quotes = self.quotes(record, note.evidence)
        return NoteView(title, hide(note.body or ""), record.document.id, hide(note.text), quotes)

    def body(self, column: Column) -> BodyView:
        """A column's head."""
        cells = [self.matrix.cell(column.id, p.id) for p in self.matrix.provisions]
        counts = Counter(cell.code for cell in cells)
        pointer = column.body.pointer
        checked = column.body in bodies_checked(column.record)
        return BodyView(
            column.id,
            self.mask(column.record).text(column.body.name),
            column.document,
            STANDINGS[column.body.standing],
            {code: counts[code] for code in self.statuses},
            self.quotes(column.record, [pointer])[0] if pointer else None,
            f"checklist-{column.id}.html" if checked else "",
        )

    def cell(self, column: Column, cell: Cell) -> CellView:
        """A cell with a line for every clause behind it, the pointer of its body, or nothing."""
        hide = self.mask(column.record).text
        people, word = cell_people(cell, hide), SHOWN_STATUSES[cell.code][0]
        if cell.not_needed:
            anchor = f"said-{column.id}-{cell.provision}"
            return CellView(cell.code, word, (Link(verdict_words(cell, hide), f"#{anchor}", anchor, ""),), people)
        provision = next(p for p in self.matrix.provisions if p.id == cell.provision)
        links = [
            Link(
                hide(_line(clause, provision, cell.status)),
                self.context(column.record, self.anchor(clause)),
                self.anchor(clause),
                place(clause.evidence[0], short=True),
            )
            for clause in (*cell.clauses, *cell.beside)
            if clause in cell.clauses or cell.completeness is Completeness.PARTIAL
        ]
        if not links and cell.summary:
            target = f"b-{column.id}" if cell.pointer else ""
            context = self.context(column.record, target) if target else ""
            reference = place(cell.pointer, short=True) if cell.pointer else ""
            links = [Link(hide(cell.summary), context, target, reference)]
        return CellView(cell.code, word, tuple(links), people)

    def blocks(self, size: int) -> Iterator[BlockView]:
        """The matrix, ``size`` bodies at a time."""
        columns = self.matrix.columns
        for start in range(0, len(columns), size):
            some = columns[start : start + size]
            rows = [
                RowView(p, *self._stated[p.id], tuple(self._cells[c.id, p.id] for c in some))
                for p in self.matrix.provisions
            ]
            names = dict.fromkeys(p.group for p in self.matrix.provisions)
            groups = tuple((name, tuple(r for r in rows if r.provision.group == name)) for name in names)
            yield BlockView(start + 1, size, tuple(map(self.body, some)), groups)

    @cached_property
    def _cells(self) -> dict[tuple[str, str], CellView]:
        return {
            (c.id, p.id): self.cell(c, self.matrix.cell(c.id, p.id))
            for c in self.matrix.columns
            for p in self.matrix.provisions
        }

    @cached_property
    def _stated(self) -> dict[str, tuple[int, int]]:
        """How many of how many bodies with their terms in the documents, and that may need it, state each provision."""
        known = [c for c in self.matrix.columns if c.body.standing is Standing.SUPPLIED]
        cells = {p.id: [self.matrix.cell(c.id, p.id) for c in known] for p in self.matrix.provisions}
        needed = {id_: [cell for cell in some if not cell.not_needed] for id_, some in cells.items()}
        return {id_: (sum(c.status is Status.STATED for c in some), len(some)) for id_, some in needed.items()}

    def checklists(self, checklist: Checklist) -> Iterator[ChecklistView]:
        """The checklist of every body that has one."""
        by_body: dict[int, dict[str, list[Finding]]] = {}
        facts: dict[str, Facts] = {}
        columns: dict[int, list[Column]] = {}
        for column in self.matrix.columns:
            columns.setdefault(id(column.record), []).append(column)
        for record in self.records:
            # all of one document that has to be read once more for it, while it is at hand
            self._notes(record)
            found = by_body.setdefault(id(record), {})
            for finding in check(record, checklist, self._others):
                found.setdefault(finding.body, []).append(finding)
            own = [column for column in columns.get(id(record), ()) if column.body.name in found]
            facts |= {column.id: facts_of(record, column.body) for column in own}
        met: dict[str, list[tuple[str, Quote]]] = {}
        for column in self.matrix.columns:
            for finding in by_body[id(column.record)].get(column.body.name, ()):
                if finding.judgement is Judgement.MET:
                    met.setdefault(finding.item, []).extend(self._example(column, finding))
        for column in self.matrix.columns:
            findings = by_body[id(column.record)].get(column.body.name)
            if findings:
                yield self._checklist(column, checklist, findings, met, facts[column.id])

    def _example(self, column: Column, finding: Finding) -> Iterator[tuple[str, Quote]]:
        """The document and the first whole sentence that meets the item, with the document's name in its place."""
        for quote in self.quotes(column.record, finding.evidence):
            if len(quote.text.split()) >= _SENTENCE:
                where = ", ".join(part for part in (column.document, quote.where) if part)
                yield column.document, Quote(quote.text, where)
                return

    def _checklist(
        self,
        column: Column,
        checklist: Checklist,
        findings: Sequence[Finding],
        met: Mapping[str, Sequence[tuple[str, Quote]]],
        facts: Facts,
    ) -> ChecklistView:
        views = []
        for finding in findings:
            peers = [quote for document, quote in met.get(finding.item, ()) if document != column.document]
            item = checklist.item(finding.item)
            wording = suggestion(column.record, column.body, item, finding, facts).text
            views.append(self._finding(column.record, item, finding, peers, wording))
        judged, groups = list(SHOWN_JUDGEMENTS), list(GROUPS)
        views.sort(key=lambda v: (groups.index(v.item.importance), judged.index(v.code)))
        core, *others = counted([(v.item, v.code) for v in views])
        name = self.mask(column.record).text(column.body.name)
        kind = KINDS[column.record.kind]
        mine = notes_of(self._notes(column.record), column.body.name)
        shown = tuple(self._note(column.record, note) for note in mine)
        return ChecklistView(
            f"checklist-{column.id}", name, column.document, kind, tuple(views), core, shown, tuple(others),
            unsettled(column.record, self.mask(column.record).text),
        )  # fmt: skip

    def _finding(
        self, record: Record, item: Item, finding: Finding, peers: Iterable[Quote], wording: str
    ) -> FindingView:
        code, reason = finding.code, finding_said(finding, self.mask(record).text)
        shown = tuple(dict.fromkeys(peers))[:_PEERS] if code in GAPS else ()
        quotes, met_by = self.quotes(record, finding.evidence), self.mask(record).text(finding.met_by)
        for name, run in finding.elsewhere:
            (quote,) = self.quotes(self._others.record(name), [run])
            quotes = (*quotes, Quote(quote.text, ", ".join(part for part in (name, quote.where) if part)))
        offered = self.mask(record).text(wording) if code in GAPS else ""
        return FindingView(item, code, SHOWN_JUDGEMENTS[code][0], reason, quotes, shown, met_by, offered)


def _line(clause: Clause, provision: Provision, status: Status) -> str:
    """A clause in the words of one cell: the fields that the provision shows; its status where the cell has another."""
    feed = next(feed for feed in provision.feeds if feed.accepts(clause))
    words = summary_of(clause, feed.fields)
    return words if clause.status is status else f"{STATUSES[str(clause.status)][0]}: {words}"


def text_anchor(anchor: str) -> str:
    """The address of a sentence in its document, from the address of the entry that rests on it."""
    return f"{anchor}-t"


def in_order(clauses: Iterable[Clause]) -> list[Clause]:
    """Clauses in the order of the text."""
    return sorted(clauses, key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.type, c.body or "", c.status))


def place(evidence: Evidence, *, short: bool = False) -> str:
    """Where a quote is, as far as the format says: "section 4.5, page 3", or shortly "4.5"."""
    parts = [f"section {evidence.section}"] if evidence.section else []
    if short and evidence.section:
        return evidence.section
    parts += [f"page {evidence.page}"] if evidence.page is not None else []
    parts += [f"line {evidence.line}"] if evidence.line is not None else []
    return ", ".join(parts)


def extent(document: Document) -> str:
    """How long a document is, in what its format counts."""
    if document.pages is not None:
        return many(document.pages, "page")
    lines = document.text.count("\n") + (not document.text.endswith("\n"))
    if any(b.line is not None for b in document.blocks):
        return many(lines, "line")
    return many(len(document.blocks), "paragraph")


def warnings_of(record: Record) -> tuple[str, ...]:
    """The warnings of reading and of extraction, each once."""
    return tuple(dict.fromkeys((*record.document.warnings, *record.warnings)))
