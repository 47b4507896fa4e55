"""What every body says of one measure, ready to be shown: masked, with its link, ordered for a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from torparse.benchmarks.measures import Measure, Reading
from torparse.benchmarks.numbers import period
from torparse.compare import Column
from torparse.model import Clause
from torparse.report.charts.model import TableCell
from torparse.report.models import Link
from torparse.report.views import Views, place
from torparse.report.words import SHOWN_STATUSES

#: Those whose terms say something of the measure come first.
ORDER = ("stated", "part", "deferred", "placeholder", "absent", "not_needed", "not_assessable")
_UNITS = {"%": "%", "days": " days", "a year": " a year", "months": " months", "members": " members",
          "bodies": " bodies"}  # fmt: skip
_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
_PERIODS = ("period", "notice")


@dataclass(frozen=True, slots=True)
class Entry:
    """A body with its reading. ``short`` is its value in two or three words, "" where there is no number."""

    column: Column
    name: str
    reading: Reading
    short: str
    link: Link

    @property
    def document(self) -> str:
        """The document's id."""
        return self.column.document

    @property
    def full_name(self) -> str:
        """The body with its document: "Board (saltmarsh-2012.docx)"."""
        return f"{self.name} ({self.document})"

    @property
    def placed(self) -> bool:
        """Whether there is a number to draw."""
        return self.reading.high is not None


def entries(views: Views, measure: Measure) -> tuple[Entry, ...]:
    """An entry for each body of the matrix, those without a number last, by what their terms do say, then by name."""
    made = [_entry(views, measure, column) for column in views.matrix.columns]
    return tuple(sorted(made, key=lambda e: (e.placed, ORDER.index(e.reading.code), *by_name(e))))


def strongest(found: Iterable[Entry]) -> Entry:
    """Of one body's entries for several measures the one that says most: a number, else by its status."""
    return min(found, key=lambda e: (not e.placed, ORDER.index(e.reading.code)))


def by_name(entry: Entry) -> tuple[str, str]:
    """What ties are broken by."""
    return entry.name.casefold(), entry.document


def _entry(views: Views, measure: Measure, column: Column) -> Entry:
    reading = measure.reading(views.matrix, column)
    hide = views.mask(column.record).text
    return Entry(column, hide(column.body.name), reading, _short(measure, reading), _link(views, column, reading))


def _link(views: Views, column: Column, reading: Reading) -> Link:
    """What the terms say, with the address of the clause, or of the line that points elsewhere, that says it."""
    words = views.mask(column.record).text(reading.words)
    if reading.clause is not None:
        return link(views, column, reading.clause, words)
    pointer = column.body.pointer
    if pointer is not None and reading.code in ("deferred", "placeholder"):
        target = f"b-{column.id}"
        return Link(words, views.context(column.record, target), target, place(pointer, short=True))
    return Link(words, "", "", "")


def link(views: Views, column: Column, clause: Clause, words: str) -> Link:
    """``words`` with the address of the sentence of a clause."""
    anchor = views.anchor(clause)
    return Link(words, views.context(column.record, anchor), anchor, place(clause.evidence[0], short=True))


def number_cell(entry: Entry) -> TableCell:
    """The number of an entry, or the badge of its status where there is none."""
    return TableCell(number=entry.short) if entry.placed else badge(entry.reading.code)


def words_cell(entry: Entry) -> TableCell:
    """What the terms say, or why there is no number."""
    return TableCell(links=(entry.link,))


def either_cell(entry: Entry) -> TableCell:
    """What the terms say where they say something, else the badge of the status."""
    if entry.reading.code in ("stated", "part"):
        return words_cell(entry)
    made = badge(entry.reading.code)
    return TableCell(code=made.code, word=made.word, links=(entry.link,) if entry.link.anchor else ())


def badge(code: str) -> TableCell:
    """A cell that holds a status alone."""
    return TableCell(code=code, word=SHOWN_STATUSES[code][0])


def _short(measure: Measure, reading: Reading) -> str:
    """A reading in two or three words: "27% to 33%", "10 working days", "at least 2 a year"."""
    low, high = reading.low, reading.high
    if low is None or high is None:
        return ""
    if measure.unit == "days" and low == high and reading.clause is not None:
        # in the document's own unit: nobody reads "42 days" in terms that say six weeks
        own = next((words for name in _PERIODS if (words := period(reading.clause, name))), "")
        if own:
            return own
    bound = _BOUNDS.get(reading.bound, "")
    if low == high:
        return f"{bound}{amount(high, measure.unit)}"
    first = figure(low, measure.unit) + ("%" if measure.unit == "%" else "")
    return f"{bound}{first} to {amount(high, measure.unit)}"


def figure(number: float, unit: str) -> str:
    """A number as shown; shares are rounded to whole per cent."""
    return f"{number:.0f}" if unit == "%" else f"{number:g}"


def amount(number: float, unit: str) -> str:
    """A number with its unit: "33%", "1 day", "4 a year"."""
    words = _UNITS[unit]
    return figure(number, unit) + (words.removesuffix("s") if number == 1 else words)


def named(found: Iterable[Entry], most: int) -> str:
    """Bodies in a sentence, ``most`` of them by name."""
    names = [entry.full_name for entry in found]
    shown, more = names[:most], len(names) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else "".join(shown)
