"""What a page over many reports needs of each one: its documents with their links, and counts that can be added up.

Everything here is plain values that JSON can hold, texts already masked. The counts are bounded: a row for each
provision, and of each measure how often each number is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from torparse.benchmarks.choices import coverage
from torparse.benchmarks.measures import MEASURES
from torparse.compare import NOT_NEEDED, Column
from torparse.model import Record, Standing
from torparse.provisions import PROVISIONS
from torparse.report.benchmark_views import BenchmarkViews
from torparse.report.views import Views
from torparse.report.words import KINDS, STANDINGS, STATUSES

Counted = Mapping[str, Any]
"""What ``counted`` gives."""
_STATED = ("stated", "part")


def counted(views: Views, compared: BenchmarkViews) -> Counted:
    """The documents and the counts of one report."""
    columns: dict[str, list[Column]] = {}
    for column in views.matrix.columns:
        columns.setdefault(column.document, []).append(column)
    return {
        "documents": [_document(views, record, columns.get(record.document.id, [])) for record in views.records],
        "bodies": len(views.matrix.columns),
        "standings": dict(Counter(str(column.body.standing) for column in views.matrix.columns)),
        "coverage": {one.provision.id: dict(one.counts) for one in coverage(views.matrix)},
        "numbers": [
            [one.measure.id, lane.kind, sorted(Counter(place.value for place in lane.places).items())]
            for one in compared.all
            for lane in one.lanes
        ],
        "reviewed": views.reviewed,
    }


def _document(views: Views, record: Record, columns: Iterable[Column]) -> dict[str, Any]:
    page = "comparison.html" if views.list_in_file else views.page(record)
    return {
        "id": record.document.id,
        "link": f"{page}#{views.document_anchor(record)}",
        "kind": KINDS[record.kind],
        "bodies": [_body(views, column) for column in columns],
    }


def _body(views: Views, column: Column) -> dict[str, Any]:
    body = views.body(column)
    supplied = column.body.standing is Standing.SUPPLIED
    return {
        "name": body.name,
        "standing": body.standing,
        "checklist": body.checklist,
        "stated": sum(body.counts.get(code, 0) for code in _STATED) if supplied else None,
        "of": sum(body.counts.values()) - body.counts.get(NOT_NEEDED, 0) if supplied else None,
    }


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision with the number of bodies in each state, of those that can be assessed; ``share`` (0 to 1) of these
    state it, None where there is none."""

    id: str
    title: str
    group: str
    counts: Mapping[str, int]
    assessable: int
    share: float | None


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A measure over all bodies that give a number, ``n``; days of different kinds in rows of their own."""

    title: str
    kind: str
    unit: str
    n: int
    lowest: float
    median: float
    highest: float


class Totals:
    """The counts of several reports added up."""

    def __init__(self) -> None:
        self.documents = self.bodies = 0
        self.standings: Counter[str] = Counter()
        self.reviewed = False
        self._coverage: dict[str, Counter[str]] = {}
        self._numbers: dict[tuple[str, str], Counter[float]] = {}

    def add(self, one: Counted) -> None:
        """Add the counts of a report."""
        self.documents += len(one["documents"])
        self.bodies += one["bodies"]
        self.standings.update(one["standings"])
        self.reviewed = self.reviewed or one["reviewed"]
        for provision, counts in one["coverage"].items():
            self._coverage.setdefault(provision, Counter()).update(counts)
        for measure, kind, values in one["numbers"]:
            self._numbers.setdefault((measure, kind), Counter()).update(dict(values))

    def supplied(self) -> int:
        """How many bodies have their terms in the documents."""
        return self.standings[str(Standing.SUPPLIED)]

    def others(self) -> dict[str, int]:
        """How many bodies have none, by where these are in words."""
        left = {one: self.standings[str(one)] for one in Standing if one is not Standing.SUPPLIED}
        return {STANDINGS[one]: number for one, number in left.items() if number}

    def provisions(self) -> tuple[ProvisionRow, ...]:
        """Every provision, in the order of the matrix."""
        rows = []
        for one in PROVISIONS:
            counts = self._coverage.get(one.id, Counter())
            known = sum(number for code, number in counts.items() if code not in ("not_assessable", NOT_NEEDED))
            share = sum(counts[code] for code in _STATED) / known if known else None
            shown = {code: counts[code] for code in STATUSES}
            rows.append(ProvisionRow(one.id, one.title, one.group, shown, known, share))
        return tuple(rows)

    def numbers(self) -> tuple[NumberRow, ...]:
        """Every measure of which some body gives a number, in the order of the measures; more numbers first."""
        rows = []
        for measure in MEASURES:
            lanes = [(kind, values) for (id_, kind), values in self._numbers.items() if id_ == measure.id]
            for kind, values in sorted(lanes, key=lambda lane: (-lane[1].total(), lane[0])):
                low, high = min(values), max(values)
                rows.append(NumberRow(measure.title, kind, measure.unit, values.total(), low, median(values), high))
        return tuple(rows)


def median(values: Counter[float]) -> float:
    """The median of numbers of which each is given so many times: the mean of the middle two where they are even."""
    number = values.total()
    middle = {(number - 1) // 2, number // 2}
    found, before = [], 0
    for value, times in sorted(values.items()):
        found += [value for place in sorted(middle) if before <= place < before + times]
        before += times
    return sum(found) / len(found)
