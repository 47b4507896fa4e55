"""A document's text as the report shows it: its blocks with every clause marked where it stands.

The text is the document's own, masked like the quotes; a mark holds the whole run of a clause that stands in one block,
so that a link to it lands on the sentence in its context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from torparse.model import Block, BlockKind, Evidence, Record
from torparse.report.views import Views, text_anchor
from torparse.report.words import clause_title

_TOP, _DEEPEST = 4, 6  # the levels of a document's headings in the page


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a block. ``anchors`` are the clauses whose first run it is, ``labels`` the clauses that close
    with it, each with its title and the anchor of its entry in the list. ``parts`` are texts and marks inside."""

    anchors: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    parts: tuple[str | Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as shown. ``tag`` is a heading's level in the page, or 0; ``role`` names the style."""

    role: str
    tag: int
    level: int
    label: str
    parts: tuple[str | Mark, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of a table: for each row the pieces in each of its columns."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is marked: the anchor of its entry in the report, what it is called, and the runs that it rests on."""

    anchor: str
    title: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A range of the text that belongs to one or more clauses. ``first`` are the anchors that lead here."""

    start: int
    end: int
    first: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]


def text_of(views: Views, record: Record) -> tuple[Piece | Table, ...]:
    """The blocks of a document of the report, with its clauses marked and the words that send the reader elsewhere."""
    marked = [Entry(views.anchor(clause), clause_title(clause), clause.evidence) for clause in record.clauses]
    for column in views.matrix.columns:
        if column.record is record and column.body.pointer:
            marked.append(Entry(f"b-{column.id}", f"Where the terms of {column.body.name} are", (column.body.pointer,)))
    return flow_of(record.document.blocks, views.mask(record).whole(record.document.text), marked)


def flow_of(blocks: Sequence[Block], text: str, marked: Iterable[Entry]) -> tuple[Piece | Table, ...]:
    """``blocks`` of ``text`` in order, a table's cells put together, with the runs of ``marked`` entries marked."""
    flow: list[Piece | Table] = []
    for table, group in groupby(_pieces(blocks, text, list(_runs(marked))), lambda pair: pair[0].table):
        some = list(group)
        if table is None:
            flow += [piece for _, piece in some]
        else:
            flow.append(_table(some))
    return tuple(flow)


def _runs(marked: Iterable[Entry]) -> Iterator[_Run]:
    """The evidence of all entries, equal ranges as one, the outer before the inner."""
    found: dict[tuple[int, int], tuple[list[str], list[tuple[str, str]]]] = {}
    for entry in marked:
        for number, run in enumerate(entry.evidence):
            first, labels = found.setdefault((run.start, run.end), ([], []))
            if number == 0:
                first.append(text_anchor(entry.anchor))
            labels.append((entry.title, entry.anchor))
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        first, labels = found[start, end]
        yield _Run(start, end, tuple(first), tuple(dict.fromkeys(labels)))


def _pieces(blocks: Sequence[Block], text: str, runs: Sequence[_Run]) -> Iterator[tuple[Block, Piece]]:
    """Each block with its marks. A run that goes over several blocks is marked in each; its anchor is in the first."""
    above: list[int] = []
    waiting = list(runs)
    for block in blocks:
        tag = 0
        if block.kind is BlockKind.HEADING:
            while above and above[-1] >= block.level:
                above.pop()
            tag = min(_TOP + len(above), _DEEPEST)
            above.append(block.level)
        here = [run for run in waiting if run.start < block.end and run.end > block.start]
        cut = [_cut(run, block) for run in here]
        waiting = [_rest(run, block) if run in here else run for run in waiting if run.end > block.end]
        parts = tuple(_nested(text, block.start, block.end, sorted(cut, key=lambda r: (r.start, -r.end))))
        yield block, Piece(str(block.kind).replace("_", "-"), tag, block.level, block.label, parts)


def _cut(run: _Run, block: Block) -> _Run:
    """The part of a run in a block; its labels stand where it ends."""
    labels = run.labels if run.end <= block.end else ()
    return _Run(max(run.start, block.start), min(run.end, block.end), run.first, labels)


def _rest(run: _Run, block: Block) -> _Run:
    """What is left of a run behind a block."""
    return _Run(block.end, run.end, (), run.labels)


def _nested(text: str, start: int, end: int, runs: Sequence[_Run]) -> Iterator[str | Mark]:
    """``text`` from ``start`` to ``end`` with ``runs`` marked, inner ones inside outer ones.

    Of two that cross, the later one goes on behind the end of the earlier one.
    """
    at = start
    queue = list(runs)
    while queue:
        run = queue.pop(0)
        if run.start > at:
            yield text[at : run.start]
        inner = [one for one in queue if one.start < run.end]
        later = [_Run(run.end, one.end, (), one.labels) for one in inner if one.end > run.end]
        whole = [_Run(one.start, min(one.end, run.end), one.first, one.labels if one.end <= run.end else ())
                 for one in inner]  # fmt: skip
        yield Mark(run.first, run.labels, tuple(_nested(text, run.start, run.end, whole)))
        queue = sorted([*later, *(one for one in queue if one.start >= run.end)], key=lambda r: (r.start, -r.end))
        at = run.end
    if at < end:
        yield text[at:end]


def _table(cells: Sequence[tuple[Block, Piece]]) -> Table:
    places: dict[tuple[int, int], list[Piece]] = {}
    for block, piece in cells:
        places.setdefault((block.row or 0, block.column or 0), []).append(piece)
    columns = sorted({column for _, column in places})
    rows = sorted({row for row, _ in places})
    return Table(tuple(tuple(tuple(places.get((row, column), ())) for column in columns) for row in rows))
