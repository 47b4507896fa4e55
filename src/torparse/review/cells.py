"""The cells of the matrix as the review page shows and names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from torparse.compare import Cell, Column, bodies_of, cell_of, clauses_of
from torparse.corrections import Action, Applied, Entry, Event
from torparse.model import Body, Status
from torparse.provisions import PROVISIONS, Provision
from torparse.review.kept import kept


@dataclass(frozen=True, slots=True)
class Place:
    """A body with a column, and the document that it is of."""

    key: str
    applied: Applied
    body: Body

    @property
    def document(self) -> str:
        """The document's id."""
        return self.applied.record.document.id

    def cell(self, provision: Provision) -> Cell:
        """What the body lays down on a provision."""
        return _cells(self.applied, self.body)[provision.id][0]

    def entries(self, provision: Provision) -> tuple[Entry, ...]:
        """The entries of the clauses behind a cell, the stronger ones first."""
        return _cells(self.applied, self.body)[provision.id][1]

    def verdict(self, provision: Provision) -> Event | None:
        """The event of what a person says of the cell itself; it may name the body as it was called then."""
        judged = self.cell(provision).judged
        if judged is None:
            return None
        said = (judged.provision, judged.verdict, judged.review.by, judged.review.on, judged.review.note)
        for event in reversed(self.applied.active):
            say = event.say
            if say.action is Action.JUDGE and (say.provision, say.verdict, say.by, say.on, say.note) == said:
                return event
        return None

    def address(self, provision: Provision) -> str:
        """The address of the cell's own page."""
        return f"/cell/{self.key}?{urlencode({'body': self.body.name, 'provision': provision.id})}"


@kept
def _cells(applied: Applied, body: Body) -> dict[str, tuple[Cell, tuple[Entry, ...]]]:
    """The cells of a body by the provision's id, each with the entries behind it."""
    record, found = applied.record, {}
    own = clauses_of(record, body)
    by_clause = {id(entry.clause): entry for entry in applied.entries if entry.clause is not None}
    for provision in PROVISIONS:  # each is given the clauses that may feed it only, which is much faster
        wanted = {feed.type for feed in provision.feeds}
        some = replace(record, clauses=tuple(clause for clause in own if clause.type in wanted))
        cell = cell_of(Column("", some, body), provision)
        entries = tuple(by_clause[id(clause)] for clause in (*cell.clauses, *cell.beside))
        found[provision.id] = cell, entries
    return found


def all_cells(applied: Applied) -> None:
    """Have the cells of every body of a document at hand."""
    for body in bodies_of(applied.record):
        _cells(applied, body)


def places(every: Mapping[str, Applied]) -> Iterator[Place]:
    """Every body with a column, documents in their order, bodies from A to Z."""
    for key, applied in every.items():
        for body in sorted(bodies_of(applied.record), key=lambda b: (b.name.casefold(), b.name)):
            yield Place(key, applied, body)


def may_be_judged(cell: Cell) -> bool:
    """Whether a person can say something of the cell itself: only where torparse looked and found nothing."""
    return cell.status is Status.ABSENT


def groups() -> dict[str, list[Provision]]:
    """The provisions by group, in their order."""
    found: dict[str, list[Provision]] = {}
    for provision in PROVISIONS:
        found.setdefault(provision.group, []).append(provision)
    return found
