"""The charts of a comparison in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from torparse.benchmarks.measures import MEASURES, Measure
from torparse.plain_words import joined
from torparse.report.charts import wordings
from torparse.report.charts.answers import Wording, answer, listing, others
from torparse.report.charts.decisions import decision_path
from torparse.report.charts.drawing import Scale, parts, reaching, shares, value
from torparse.report.charts.entries import (
    Entry,
    by_name,
    either_cell,
    entries,
    number_cell,
    strongest,
    words_cell,
)
from torparse.report.charts.model import ChartView, Lane, TableCell, TableRow
from torparse.report.charts.reviews import overdue, reviews
from torparse.report.views import Views

_BY_ID: Mapping[str, Measure] = {measure.id: measure for measure in MEASURES}
_SHAPES = {
    "papers_sent": "circle",
    "agenda_prepared": "diamond",
    "meeting_notice": "square",
    "special_meeting_notice": "triangle",
    "amendment_notice": "triangle",
    "dissolution_notice": "triangle",
}
#: Measures that are drawn on one scale. Notice of dissolution is long where papers are short.
_TOGETHER = (
    ("papers_sent", "agenda_prepared"),
    ("meeting_notice",),
    ("special_meeting_notice", "amendment_notice", "dissolution_notice"),
)


def chart_views(views: Views, as_of: date) -> tuple[ChartView, ...]:
    """The charts of a comparison; none where there is no body. ``as_of`` is what review dates are held against."""
    if not views.matrix.columns:
        return ()
    return _quorum(views), _days(views), _meetings(views), _reviews(views, as_of), decision_path(views)


def _quorum(views: Views) -> ChartView:
    """Quorum strictness: dots on 0 to 100% of the members, with a whisker where the terms leave the share open."""
    found = _ordered(entries(views, _BY_ID["quorum_share"]), "circle")
    return _chart("quorum", _BY_ID["quorum_share"], found, wordings.QUORUM, shares(), "circle",
                  ("The quorum of each body", "Share of the members"), wordings.QUORUM_REMARKS)  # fmt: skip


def _meetings(views: Views) -> ChartView:
    """Meetings a year: bars, with an open end for "at least"."""
    measure = _BY_ID["meetings_a_year"]
    found = _ordered(entries(views, measure), "bar")
    return _chart("meetings", measure, found, wordings.MEETINGS, _scale(found, measure.unit), "bar",
                  ("The meetings a year of each body", "Meetings"), wordings.MEETINGS_REMARKS)  # fmt: skip


def _reviews(views: Views, as_of: date) -> ChartView:
    """Review intervals: bars in months, with the words "overdue since" where the date of the review is past."""
    measure = _BY_ID["review_interval"]
    found = _ordered(entries(views, measure), "bar")
    known = reviews(views, as_of)
    late = {column: review.link.words for column, review in known.items() if review.past}
    made = _chart("review", measure, found, wordings.REVIEW, _scale(found, measure.unit), "bar",
                  ("The review of the terms of each body", "Interval"), wordings.REVIEW_REMARKS, late)  # fmt: skip
    due = [TableCell(links=(known[e.column.id].link,)) if e.column.id in known else TableCell() for e in found]
    rows = [replace(row, cells=(*row.cells, more)) for row, more in zip(made.table, due, strict=True)]
    said = filter(None, (*made.answer, overdue(found, known, as_of)))
    return replace(made, answer=tuple(said), heads=(*made.heads, "Next review"), table=tuple(rows))


def _days(views: Views) -> ChartView:
    """Days for papers and notice: three marks, and special business in lanes of its own."""
    by_measure = {name: entries(views, _BY_ID[name]) for name in _SHAPES}
    scales = {
        name: _scale([e for one in group for e in by_measure[one]], "days") for group in _TOGETHER for name in group
    }
    lanes = [
        lane
        for name, shape in _SHAPES.items()
        for lane in _lane(f"days-{name.replace('_', '-')}", _BY_ID[name].question, _BY_ID[name].title,
                          by_measure[name], scales[name], shape, wording=wordings.DAYS[name])
    ]  # fmt: skip
    empty = [_BY_ID[name].title.lower() for name, found in by_measure.items() if not any(e.placed for e in found)]
    remarks = (
        *_remarks(lanes, wordings.DAYS_REMARKS),
        *([f"No body gives a number of days for: {joined(empty)}."] if empty else []),
    )
    bodies = [tuple(found) for found in zip(*map(_by_column, by_measure.values()), strict=True)]
    bodies.sort(key=_place_of_days)
    best = [strongest(found) for found in bodies]
    return ChartView(
        "days", "How many days before a meeting do papers and notice come?",
        _answers(by_measure["papers_sent"], wordings.DAYS["papers_sent"], "circle"), tuple(lanes), remarks,
        listing(best, wordings.DAYS["papers_sent"]), "Days for papers and notice of each body",
        tuple(_BY_ID[name].title for name in _SHAPES),
        tuple(TableRow(b[0].name, b[0].document, tuple(map(either_cell, b))) for b in bodies),
    )  # fmt: skip


def _chart(
    id_: str,
    measure: Measure,
    found: Sequence[Entry],
    wording: Wording,
    scale: Scale,
    shape: str,
    heads: tuple[str, str],
    remarks: Sequence[str],
    notes: Mapping[str, str] | None = None,
) -> ChartView:
    """A chart of one measure. ``heads`` are the caption of its table and the head of the numbers."""
    lane = _lane(id_, measure.question, "", found, scale, shape, notes)
    rows = tuple(TableRow(e.name, e.document, (number_cell(e), words_cell(e))) for e in found)
    return ChartView(
        id_, measure.question, _answers(found, wording, shape), lane, _remarks(lane, remarks), listing(found, wording),
        heads[0], (heads[1], "What the terms say"), rows,
    )  # fmt: skip


def _by_column(found: Sequence[Entry]) -> list[Entry]:
    """Entries in one order whatever they say, so that those of several measures can be put side by side."""
    return sorted(found, key=lambda e: e.column.id)


def _place_of_days(found: Sequence[Entry]) -> tuple[int, float, tuple[str, str]]:
    """By the first measure that has a number, then by that number, then by name; those with none last."""
    for number, entry in enumerate(found):
        if entry.placed:
            return number, value(entry, "circle"), by_name(entry)
    return len(found), 0.0, by_name(found[0])


def _ordered(found: Sequence[Entry], shape: str) -> tuple[Entry, ...]:
    """The bodies with a number from the lowest to the highest, then the others as they come."""
    drawn = sorted((e for e in found if e.placed), key=lambda e: (value(e, shape), *by_name(e)))
    return (*drawn, *(e for e in found if not e.placed))


def _answers(found: Sequence[Entry], wording: Wording, shape: str) -> tuple[str, ...]:
    return tuple(filter(None, (answer(found, wording, shape), others(found, wording))))


def _scale(found: Sequence[Entry], unit: str) -> Scale:
    return reaching(max((e.reading.high for e in found if e.reading.high is not None), default=1.0), unit)


def _lane(
    id_: str,
    question: str,
    title: str,
    found: Sequence[Entry],
    scale: Scale,
    shape: str,
    notes: Mapping[str, str] | None = None,
    wording: Wording | None = None,
) -> tuple[Lane, ...]:
    """The drawings of one measure, or none where no body has a number."""
    drawn = [e for e in found if e.placed]
    if not drawn:
        return ()
    said = answer(found, wording, shape) if wording is not None else ""
    return (Lane(id_, title, said, shape, parts(id_, question, drawn, scale, shape, notes)),)


def _remarks(lanes: Sequence[Lane], remarks: Sequence[str]) -> tuple[str, ...]:
    """How to read the marks, and that bars count bodies where there are too many of them."""
    counted = any(part.counts for lane in lanes for part in lane.parts)
    return (*([wordings.COUNTED] if counted else []), *remarks)
