"""Everything that people said of a set of records, one row each: corrections, checks, verdicts, what fits no longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.compare import NOT_NEEDED, Cell, Column
from torparse.model import Clause, Judged, Record, Review, Verdict
from torparse.plain_words import joined, many
from torparse.report.people import as_words, found_words
from torparse.report.views import Views, in_order
from torparse.report.words import SHOWN_STATUSES, STATUSES, clause_title
from torparse.reviews import done, on

REJECTED, ABSENT, CONFLICT = "Not a clause", "Absent, checked", "Conflict"
WHAT = {
    "Corrected": "A person put right what torparse had found.",
    "Added": "torparse had missed it, and a person added it.",
    "Checked": "A person looked at it and it was right.",
    REJECTED: "torparse took these words for a clause, and a person says that they are none.",
    SHOWN_STATUSES[NOT_NEEDED][0]: SHOWN_STATUSES[NOT_NEEDED][1],
    ABSENT: "A person looked for it and it is not there.",
    CONFLICT: "What a person said no longer fits the document; the note says how.",
}
"""What a row may be, with what each means."""
TO_DO = "Open torparse review with the folder of the documents and settle it there."
"""What to do about a conflict."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a person said. ``anchor`` is its address in the page, ``entry`` the link to the clause or "".

    ``about`` is the kind of clause or the provision, ``machine`` what torparse found, ``now`` what stands instead.
    ``day`` is in words, ``on`` as it was kept. Texts are masked, the reviewer's name is not.
    """

    anchor: str
    document: str
    body: str
    about: str
    what: str
    machine: str
    now: str
    by: str
    on: str
    day: str
    note: str
    entry: str = ""


def said(views: Views) -> tuple[Said, ...]:
    """What people said, document by document: of clauses in the order of the text, then of cells."""
    return tuple(
        one
        for record in views.records
        for one in (*_clauses(views, record), *_rejected(views, record), *_cells(views, record))
    )


def conflicts(views: Views) -> tuple[tuple[str, str], ...]:
    """What no longer fits, a sentence each, with its document."""
    return tuple((r.document.id, views.mask(r).text(text)) for r in views.records for text in r.conflicts)


def in_short(views: Views) -> str:
    """How much people said, and who they are, in two sentences at most; "" where nobody said anything."""
    rows, open_ = said(views), len(conflicts(views))
    counts = Counter(row.what for row in rows)
    told = [f"{counts[what]} {what[:1].lower()}{what[1:]}" for what in WHAT if counts[what]]
    people = joined(sorted({row.by for row in rows}))
    first = f"People looked at {many(len(rows), 'place')} ({people}): {joined(told)}." if rows else ""
    more = f"{many(open_, 'thing')} that people said no longer {'fits' if open_ == 1 else 'fit'} and must be settled."
    return " ".join(part for part in (first, more if open_ else "") if part)


def _clauses(views: Views, record: Record) -> Iterator[Said]:
    for clause in in_order(record.clauses):
        if clause.review is not None:
            hide = views.mask(record).text
            machine, now = hide(found_words(clause)), hide(as_words(clause))
            what = done(clause)
            entry = views.entry(record, clause)
            yield _row(views, record, clause, clause.review, what, machine or "Nothing", now, entry)


def _rejected(views: Views, record: Record) -> Iterator[Said]:
    for clause in in_order(record.rejected):
        if clause.review is not None:
            had = clause.machine or clause
            machine = views.mask(record).text(as_words(had))
            yield _row(views, record, had, clause.review, REJECTED, machine, REJECTED, "")


def _row(
    views: Views, record: Record, clause: Clause, review: Review, what: str, machine: str, now: str, entry: str
) -> Said:  # fmt: skip
    hide = views.mask(record).text
    anchor = f"said-{entry.rpartition('#')[2]}" if entry else ""
    return Said(
        anchor, record.document.id, hide(clause.body or ""), clause_title(clause), what, machine, now, review.by,
        review.on, on(review), hide(review.note), entry,
    )  # fmt: skip


def _cells(views: Views, record: Record) -> Iterator[Said]:
    for column in views.matrix.columns:
        if column.record is record:
            for provision in views.matrix.provisions:
                cell = views.matrix.cell(column.id, provision.id)
                if cell.judged is not None:
                    yield _verdict(views, column, cell, cell.judged, provision.title)


def _verdict(views: Views, column: Column, cell: Cell, judged: Judged, title: str) -> Said:
    hide, review = views.mask(column.record).text, judged.review
    not_needed = judged.verdict is Verdict.NOT_NEEDED
    what = SHOWN_STATUSES[NOT_NEEDED][0] if not_needed else ABSENT
    word = STATUSES[str(cell.status)][0]
    machine = f"{word}: {hide(cell.summary)}" if cell.summary else word
    # a verdict is on a cell without a clause: where the terms have come to say it, they are shown
    now = machine if cell.clauses else SHOWN_STATUSES[cell.code][0]
    return Said(
        f"said-{column.id}-{cell.provision}", column.document, hide(column.body.name), title, what, machine, now,
        review.by, review.on, on(review), hide(review.note),
    )  # fmt: skip
