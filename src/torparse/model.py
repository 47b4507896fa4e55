"""The words that every stage of torparse shares: document, block, section, body, evidence, clause, record.

Everything here is immutable and checked when it is made; it imports nothing of torparse but errors and how it is shown.
Offsets are Unicode code points into ``Document.text``, end exclusive. Names of statuses, standings, kinds and clause
types are those of the annotation guide; they are part of the output contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import InitVar, dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from torparse.errors import EvidenceMismatch
from torparse.shown import Shown


class Status(StrEnum):
    """What a document does with a provision. The first four are a clause's, all six a cell's."""

    STATED = "stated"
    DEFERRED = "deferred"
    PLACEHOLDER = "placeholder"
    RECOMMENDED = "recommended"
    ABSENT = "absent"
    NOT_ASSESSABLE = "not_assessable"


class Standing(StrEnum):
    """Where a body's terms are; decides its cells without a clause."""

    SUPPLIED = "supplied"
    ELSEWHERE = "elsewhere"
    UNWRITTEN = "unwritten"
    NOT_SUPPLIED = "not_supplied"


class Kind(StrEnum):
    """What kind of document it is."""

    TERMS_OF_REFERENCE = "terms_of_reference"
    CONSTITUTION = "constitution"
    INDUCTION_GUIDE = "induction_guide"
    COMMITTEE_REPORT = "committee_report"
    OTHER = "other"


class BlockKind(StrEnum):
    """What the file format says (or, for plain text, what a blank line or a bullet says) a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    FOOTNOTE = "footnote"


class Completeness(StrEnum):
    """Whether a clause gives every field that its type's module calls essential."""

    FULL = "full"
    PARTIAL = "partial"


class Basis(StrEnum):
    """How a value was had: from words that say it, by arithmetic on them, or by reading between them."""

    EXPLICIT = "explicit"
    DERIVED = "derived"
    INFERRED = "inferred"


class Source(StrEnum):
    """Who says so."""

    MACHINE = "machine"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: ``page`` counts from 1, the rest are PDF points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Block:
    """A range of ``Document.text`` that the format shows as one piece: paragraph, list item, table cell …

    ``level`` is a heading's depth from 1, or a list item's nesting from 1, else 0. ``label`` is a number that the file
    computes and does not hold as text ("4.5", "(a)"); a number typed into the text stays in the text. ``line`` (from 1)
    is set for plain-text formats only, ``page`` (from 1) only where the format has pages, ``paragraph`` (from 0) for
    Word. ``table``, ``row`` and ``column`` (from 0) place a table cell.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    boxes: tuple[Box, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block needs a range with text in it, not {self.start}..{self.end}")
        if self.kind is BlockKind.TABLE_CELL and None in (self.table, self.row, self.column):
            raise ValueError("a table cell needs its table, row and column")


@dataclass(frozen=True, slots=True)
class Recognition:
    """A page whose text was recognised in a picture. ``confidence`` is the mean certainty of its words, 0 to 1, or None
    where another program recognised them and left the text in the file.
    """

    page: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: its words, and its author and date (ISO 8601) as far as the file gives them."""

    text: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Document(Shown):
    """One file as text with provenance. ``text`` is never changed after reading.

    ``name`` is the file's name, ``id`` its path relative to the input given, ``sha256`` that of the file's bytes,
    ``media`` the format's short name ("txt", "md", "docx", "pdf"), ``pages`` the number of pages where there are any.
    ``blocks`` are in reading order, do not overlap and lie within the text. ``changes`` counts unaccepted tracked
    changes, ``comments`` are the margin's, ``running`` what its headers and footers say: none of them is in the text.
    ``prompts`` are the ranges of the text that are a form's prompts which nobody has filled in. ``recognised`` are
    the pages whose text is not the file's own but was recognised in pictures of them: a quote from one may differ from
    the page in a letter or a number.
    """

    name: str
    id: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    media: str
    pages: int | None = None
    changes: int = 0
    comments: tuple[Comment, ...] = ()
    warnings: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    prompts: tuple[tuple[int, int], ...] = ()
    recognised: tuple[Recognition, ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for block in self.blocks:
            if block.start < last:
                raise ValueError(f"{self.name}: blocks overlap or are out of order at {block.start}")
            last = block.end
        if last > len(self.text):
            raise ValueError(f"{self.name}: a block ends at {last}, after the text ({len(self.text)})")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``number`` is its reference ("4.5", "S.O. 3") or ""; ``parent`` an index."""

    number: str
    title: str
    level: int
    start: int
    end: int
    parent: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Evidence(Shown):
    """A run of the document's text. ``quote`` is always read from the text at ``start``..``end``.

    ``section`` is the reference an officer would cite ("4.5", "5 j)", a heading); not all formats have pages or lines.
    """

    document: InitVar[Document]
    start: int
    end: int
    section: str = ""
    page: int | None = None
    line: int | None = None
    quote: str = field(init=False)

    def __post_init__(self, document: Document) -> None:
        if not 0 <= self.start < self.end <= len(document.text):
            raise EvidenceMismatch(
                f"evidence {self.start}..{self.end} is not in the text (0..{len(document.text)})", where=document.name
            )
        object.__setattr__(self, "quote", document.text[self.start : self.end])

    @classmethod
    def from_json(cls, document: Document, data: Mapping[str, Any]) -> Evidence:
        """Evidence from the output contract's form; raises EvidenceMismatch where its quote is not the text there."""
        made = cls(document, data["start"], data["end"], data.get("section") or "", data.get("page"), data.get("line"))
        if "quote" in data and data["quote"] != made.quote:
            raise EvidenceMismatch(
                f"the quote at {made.start}..{made.end} differs from the text",
                where=document.name,
                todo="Extract again from the file as it is now",
            )
        return made


def in_order(runs: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Runs of one document, each once, in the order of the text."""
    found = {(run.start, run.end): run for run in runs}
    return tuple(found[place] for place in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Base of the value models, one for each clause type. A field that the document does not give is None."""

    def as_dict(self) -> dict[str, Any]:
        """The fields that are given, in their declared order; lists instead of tuples.

        A field whose name is a Python keyword is declared with an underscore behind (``from_``), which is dropped here.
        """
        given = {f.name.rstrip("_"): getattr(self, f.name) for f in fields(self)}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in given.items() if v is not None and v != ()}

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Self:
        """The opposite of ``as_dict``; raises KeyError naming a field that this type does not have."""
        names = {f.name.rstrip("_"): f.name for f in fields(cls)}
        return cls(**{names[k]: tuple(v) if isinstance(v, list) else v for k, v in given.items()})


@dataclass(frozen=True, slots=True, repr=False)
class Body(Shown):
    """A group that provisions govern. ``main`` marks the partnership itself, ``aliases`` are its other names here.

    ``pointer`` is the text that sends the reader elsewhere or promises the terms, where the standing is not
    ``supplied``.
    """

    name: str
    standing: Standing = Standing.SUPPLIED
    aliases: tuple[str, ...] = ()
    main: bool = False
    pointer: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person added to a clause or a cell: a name, when (ISO 8601, UTC), and a remark or ""."""

    by: str
    on: str
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Clause(Shown):
    """One provision of one body with its value and the text that proves it.

    ``body`` is a name in the record's bodies or None (the whole partnership). ``confidence`` is 0 to 1. ``rule`` is
    the id of the rule that found it, ``notes`` what a careful reader should know (an ambiguity, a subordinate case).
    Where a person has said something of it, ``source`` is not ``machine``, ``review`` is who and when, and ``machine``
    the clause as torparse found it (None: a clause that torparse had missed).
    """

    type: str
    status: Status
    value: Value
    evidence: tuple[Evidence, ...]
    rule: str
    body: str | None = None
    completeness: Completeness = Completeness.FULL
    basis: Basis = Basis.EXPLICIT
    confidence: float = 1.0
    source: Source = Source.MACHINE
    notes: tuple[str, ...] = ()
    review: Review | None = None
    machine: Clause | None = None

    def __post_init__(self) -> None:
        if (self.source is Source.MACHINE) != (self.review is None):
            raise ValueError(f"a {self.type} clause of source {self.source} and its review do not go together")
        if not self.evidence:
            raise ValueError(f"a {self.type} clause without evidence cannot exist")
        if self.status in (Status.ABSENT, Status.NOT_ASSESSABLE):
            raise ValueError(f"{self.status} is a cell's status, not a clause's")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is 0 to 1, not {self.confidence}")

    def __str__(self) -> str:
        return f"{self.type} ({self.body or 'whole document'}): {self.status} {self.value.as_dict()}"


class Verdict(StrEnum):
    """What a person says of a cell without a clause. Never a machine's status: the cell keeps that."""

    NOT_NEEDED = "not_needed"
    CONFIRMED_ABSENT = "confirmed_absent"


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's verdict on a cell: ``body`` is a body's name as in the record, ``provision`` the id of a row."""

    body: str
    provision: str
    verdict: Verdict
    review: Review


@dataclass(frozen=True, slots=True, repr=False)
class Record(Shown):
    """Everything torparse knows of one document, and what people have said of it since.

    ``judged`` are verdicts on cells, ``rejected`` the machine's clauses that a person says are none (with their
    ``review``), ``conflicts`` what was corrected once and no longer fits the document, a sentence each.
    """

    document: Document
    kind: Kind
    bodies: tuple[Body, ...]
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    warnings: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    """Groups that the text names without giving, pointing to or promising their terms: they have no column."""
    judged: tuple[Judged, ...] = ()
    rejected: tuple[Clause, ...] = ()
    conflicts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = {body.name for body in self.bodies} | set(self.mentioned)
        for clause in self.clauses:
            if clause.body is not None and clause.body not in known:
                raise ValueError(f"{self.document.name}: clause of an unknown body {clause.body!r}")


class Judgement(StrEnum):
    """How an item of a checklist stands."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    CANNOT_BE_JUDGED = "cannot_be_judged"


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Shown):
    """The judgement of one checklist item for one body, with its reason and the quotes that it rests on.

    ``met_by`` says what would make it met, where something would. ``elsewhere`` are quotes of another document among
    the inputs that this one points to, each with that document's id. ``missing`` are the labels of the item's parts
    that neither says.

    What people said of it: ``not_needed`` is who says that the terms need not have what the item asks (``judgement`` is
    then still the one of the terms, and no gap), ``spared`` are the labels of parts that are not needed, which are not
    missing then, and ``reviewed`` says whose corrections the finding rests on.
    """

    item: str
    body: str
    judgement: Judgement
    promised: bool
    reason: str
    evidence: tuple[Evidence, ...] = ()
    met_by: str = ""
    elsewhere: tuple[tuple[str, Evidence], ...] = ()
    missing: tuple[str, ...] = ()
    not_needed: Review | None = None
    spared: tuple[tuple[str, Review], ...] = ()
    reviewed: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """How it is shown: "not_needed" where a person says so, else "promised", else the judgement."""
        if self.not_needed is not None:
            return "not_needed"
        return "promised" if self.promised else str(self.judgement)

    def __str__(self) -> str:
        return f"{self.item} {self.body}: {self.judgement}{' (promised)' if self.promised else ''}: {self.reason}"
