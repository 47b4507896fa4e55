"""What the benchmarks show, worked out beforehand: one measure over the bodies, one body among the others, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from torparse.benchmarks.choices import Answers, Coverage, answers, coverage
from torparse.benchmarks.distribution import Benchmark, Figures, Lane, Outlier, Place, benchmark, benchmarks
from torparse.benchmarks.facets import Facet, Group, Unused, facets
from torparse.benchmarks.measures import MEASURES
from torparse.masking import Mask
from torparse.metadata import Facts
from torparse.model import Clause
from torparse.report import benchmark_words as words
from torparse.report.benchmark_parts import (
    AnswerView,
    BenchmarksView,
    BodyLink,
    BodyRow,
    ChoiceView,
    CoverageRow,
    FacetTable,
    FiguresView,
    FilterView,
    GroupsView,
    MeasureView,
    QuestionView,
    StandingRow,
    StandingView,
)
from torparse.report.views import Views
from torparse.report.words import NOT_NEEDED, SHOWN_STATUSES, STATUSES

_PAIR = 2  # so many make a comparison
_STANDING = 4  # so many numbers make it worth saying where one body stands


class BenchmarkViews:
    """The benchmarks of a report, for its page and for the checklists of its bodies."""

    def __init__(self, views: Views, facts: Facts | None = None) -> None:
        self._views = views
        self._columns = {column.id: column for column in views.matrix.columns}
        self._all = benchmarks(views.matrix, MEASURES)
        self._source = Path(facts.label).name if facts else ""
        used, self._unused = facets(views.matrix, facts) if facts else ((), ())
        hide = Mask(on=views.masked).text
        self._facets = tuple(
            Facet(hide(one.title), tuple(Group(hide(g.value), g.bodies) for g in one.groups)) for one in used
        )

    @property
    def all(self) -> Sequence[Benchmark]:
        """Every measure over all bodies."""
        return self._all

    def section(self) -> BenchmarksView | None:
        """What the comparison shows, or None where there are not two bodies that can be assessed."""
        matrix = self._views.matrix
        covered = coverage(matrix)
        if not covered or max(one.assessable for one in covered) < _PAIR:
            return None
        chosen = answers(matrix)
        return BenchmarksView(
            tuple(self._measure(one) for one in self._all if one.n),
            (*self._outliers(), *self._rare(chosen)),
            tuple(self._choice(one) for one in chosen if one.n),
            tuple(_coverage_row(one) for one in covered),
            tuple(self._groups(facet) for facet in self._facets),
            self._source,
            tuple(_unused(one) for one in self._unused),
            any(one.counts.get(NOT_NEEDED, 0) for one in covered),
        )

    def filters(self) -> tuple[FilterView, ...]:
        """The facts by which the bodies of the comparison can be chosen."""
        shown = [(facet.title, tuple(group.value for group in facet.groups)) for facet in self._facets]
        return tuple(FilterView(title, title, values) for title, values in shown)

    def values(self) -> dict[str, dict[str, str]]:
        """By column id, the value of each fact by which bodies can be chosen."""
        found: dict[str, dict[str, str]] = {body: {} for body in self._columns} if self._facets else {}
        for facet in self._facets:
            for group in facet.groups:
                for body in group.bodies:
                    found[body][facet.title] = group.value
        return found

    def standing(self, body: str) -> StandingView | None:
        """Where the body with that column id stands, or None where too few bodies have a number to say so."""
        rows, without = [], []
        for one in self._all:
            found = next(((lane, p) for lane in one.lanes for p in lane.places if p.reading.body == body), None)
            if found and found[0].figures.n >= _STANDING:
                rows.append(self._standing(one, *found))
            elif not found and one.n >= _STANDING and 2 * one.n >= one.assessable:
                without.append(f"{_lowered(one.measure.title)} ({one.n} of {one.assessable} bodies give one)")
        return StandingView(tuple(rows), tuple(without)) if rows else None

    def _standing(self, one: Benchmark, lane: Lane, place: Place) -> StandingRow:
        unit = one.measure.unit
        median = words.amount(lane.figures.median, unit, lane.kind)
        return StandingRow(
            one.measure.title, self._place(place), median, lane.figures.n, words.standing(place, unit)
        )  # fmt: skip

    def _link(self, body: str, text: str, clause: Clause | None) -> BodyLink:
        column = self._columns[body]
        hide = self._views.mask(column.record).text
        anchor = self._views.anchor(clause) if clause is not None else ""
        page = "" if self._views.list_in_file else self._views.page(column.record)
        return BodyLink(hide(column.body.name), column.document, hide(text), anchor, page)

    def _place(self, place: Place) -> BodyLink:
        return self._link(place.reading.body, place.reading.words, place.reading.clause)

    def _measure(self, one: Benchmark) -> MeasureView:
        unit = one.measure.unit
        counts, said = one.counts, words.answer(one)
        without = (
            counts.get("stated", 0) + counts.get("part", 0),
            *(counts.get(code, 0) for code in ("absent", "deferred", "placeholder", "not_assessable")),
        )
        return MeasureView(
            f"m-{one.measure.id.replace('_', '-')}",
            one.measure.title,
            one.measure.question,
            said.sentence,
            said.lanes,
            said.notes,
            tuple(_figures(words.lane_name(lane, unit), lane.figures.n, lane.figures) for lane in one.lanes),
            without,
            tuple(self._rows(one)) if one.n >= _PAIR else (),
            tuple(self._facet(one, facet) for facet in self._facets),
        )

    def _rows(self, one: Benchmark) -> Iterator[BodyRow]:
        """The bodies with a number from the lowest to the highest, then the others by their status."""
        unit = one.measure.unit
        numbered = set()
        for lane in one.lanes:
            for place in lane.places:
                numbered.add(place.reading.body)
                code, stands = place.reading.code, words.standing(place, unit)
                rank, name = f"{place.rank} of {place.others + 1}", words.lane_name(lane, unit)
                yield BodyRow(self._place(place), code, SHOWN_STATUSES[code][0], name, stands, rank)
        others = [reading for reading in one.readings if reading.body not in numbered]
        for reading in sorted(others, key=lambda r: (list(SHOWN_STATUSES).index(r.code), r.body)):
            link = self._link(reading.body, reading.words, reading.clause)
            yield BodyRow(link, reading.code, SHOWN_STATUSES[reading.code][0], "", "", "")

    def _facet(self, one: Benchmark, facet: Facet) -> FacetTable:
        rows: list[FiguresView] = []
        middles: list[tuple[float, str]] = []
        for group in facet.groups:
            part = benchmark(one.measure, [r for r in one.readings if r.body in group.bodies])
            for lane in part.lanes:
                name = group.value
                if len(one.lanes) > 1:
                    name += f": {words.lane_name(lane, one.measure.unit)}"
                rows.append(_figures(name, len(group.bodies), lane.figures))
                if lane.kind == one.lanes[0].kind and lane.figures.lower is not None:
                    middles.append((lane.figures.median, f"{group.value} (n = {lane.figures.n})"))
            if not part.lanes:
                rows.append(FiguresView(group.value, len(group.bodies), 0, "", "", "", "", ""))
        return FacetTable(facet.title, _medians(middles, one), tuple(rows))

    def _outliers(self) -> Iterator[QuestionView]:
        """Numbers beyond the fences; bodies that share the rule are asked about together."""
        for one in self._all:
            for lane in one.lanes:
                shared = sorted(lane.outliers, key=lambda o: (o.place.value, self._anchor(o), o.place.reading.body))
                for _, group in groupby(shared, key=lambda o: (o.place.value, self._anchor(o))):
                    some = list(group)
                    links = tuple(self._place(outlier.place) for outlier in some)
                    yield QuestionView(one.measure.title, links, words.question(some, lane, one.measure))

    def _anchor(self, outlier: Outlier) -> str:
        clause = outlier.place.reading.clause
        return self._views.anchor(clause) if clause is not None else ""

    def _rare(self, chosen: Sequence[Answers]) -> Iterator[QuestionView]:
        for one in chosen:
            for rare in one.rare:
                links = tuple(self._link(body, rare.words, clause) for body, clause in rare.clauses.items())
                usual = one.answers[0]
                text = f"the only one of {one.n} bodies that answer; {len(usual.clauses)} of them say “{usual.words}”."
                yield QuestionView(one.choice.question, links, f"{text} Is it meant so?")

    def _choice(self, one: Answers) -> ChoiceView:
        shown = tuple(
            AnswerView(
                answer.words,
                f"{len(answer.clauses)} of {one.n}",
                tuple(self._link(body, "", clause) for body, clause in answer.clauses.items()),
            )
            for answer in one.answers
        )
        return ChoiceView(one.choice.question, shown, f"{one.assessable - one.n} of {one.assessable}")

    def _groups(self, facet: Facet) -> GroupsView:
        matrix = self._views.matrix
        covered = [coverage(matrix, group.bodies) for group in facet.groups]
        chosen = [answers(matrix, group.bodies) for group in facet.groups]
        heads = tuple(f"{group.value} ({len(group.bodies)})" for group in facet.groups)
        shares = tuple(
            (rows[0].provision.title, tuple(f"{one.stated} of {one.assessable}" for one in rows))
            for rows in zip(*covered, strict=True)
        )
        usual = tuple(
            (row[0].choice.question, tuple(map(_usual, row)))
            for row in zip(*chosen, strict=True)
            if any(a.n for a in row)
        )
        return GroupsView(facet.title, heads, shares, usual)


def _figures(name: str, bodies: int, of: Figures) -> FiguresView:
    shown = [words.figure(value) for value in (of.minimum, of.lower, of.median, of.upper, of.maximum)]
    return FiguresView(name, bodies, of.n, *shown)


def _medians(middles: Sequence[tuple[float, str]], one: Benchmark) -> str:
    """Which groups have the lowest and the highest median, of those with enough numbers."""
    if len(middles) < _PAIR:
        return ""
    (low, lowest), (high, highest) = min(middles), max(middles)
    unit, kind = one.measure.unit, one.lanes[0].kind
    if low == high:
        return (
            f"The median is {words.amount(low, unit, kind)} in each of the {len(middles)} groups with enough numbers."
        )
    return (
        f"The lowest median is {words.amount(low, unit, kind)}: {lowest}; "
        f"the highest {words.amount(high, unit, kind)}: {highest}."
    )


def _coverage_row(one: Coverage) -> CoverageRow:
    return CoverageRow(one.provision.title, {code: one.counts.get(code, 0) for code in STATUSES}, one.assessable)


def _usual(one: Answers) -> str:
    """The commonest answer of a group with its share; several where they are equally common."""
    if not one.answers:
        return "no answer"
    most = len(one.answers[0].clauses)
    usual = [answer.words for answer in one.answers if len(answer.clauses) == most]
    return f"{'; or '.join(usual)}: {most} of {one.n}"


def _unused(one: Unused) -> str:
    return f"{one.title} ({'the same everywhere' if one.values == 1 else f'{one.values} different values'})"


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]
