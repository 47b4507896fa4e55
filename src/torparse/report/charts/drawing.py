"""Where everything of a drawing is: across in per cent of the width, so that the drawing fits a phone and a wall, down
in pixels, so that its text stays as large as text.

Up to ``MOST_ROWS`` bodies have a row each. More of them are counted instead: a row for each number (or span of numbers)
with a bar as long as the bodies are many. A drawing holds ``ROWS_A_PART`` rows, as many as a page in landscape, because
a browser cuts a taller one through the middle of a row; the next drawing goes on with the same scale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from torparse.plain_words import many
from torparse.report.charts.entries import Entry, amount, by_name, figure
from torparse.report.charts.model import Label, Part, Row, Tick

MOST_ROWS = 60
ROWS_A_PART = 16
_MOST_BINS = 12
_MOST_STEPS = 5

_TOP, _ROW, _NOTE, _FOOT = 22, 38, 16, 6
_LEFT, _FULL, _MOST_OF_IT = 2.5, 95, 58
_WIDE, _NARROW, _LEAST = 74, 35, 10  # characters that a line holds (on a phone of 288 pixels), and the fewest shown
_BESIDE, _BESIDE_ARROW = 11, 30  # pixels from a mark to its words


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to places: from 0 to ``most`` over ``width`` per cent of the drawing, with a line every ``step``."""

    most: float
    step: float
    width: float
    unit: str

    def x(self, number: float) -> float:
        """The place of a number in per cent of the width."""
        return round(_LEFT + self.width * number / self.most, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """The lines of the scale; the last label carries the unit and ends at its line."""
        numbers = [n * self.step for n in range(round(self.most / self.step) + 1)]
        return tuple(
            Tick(
                self.x(n),
                amount(n, self.unit) if n == numbers[-1] or self.unit == "%" else figure(n, self.unit),
                "end" if self.x(n) > _FULL else "middle",
            )
            for n in numbers
        )


def shares() -> Scale:
    """0 to 100%."""
    return Scale(100, 25, _FULL, "%")


def reaching(most: float, unit: str) -> Scale:
    """A scale with round steps that reaches ``most`` and leaves a third of the width for words."""
    steps = (6, 12, 24, 60, 120) if unit == "months" else [s * 10**n for n in range(9) for s in (1, 2, 5)]
    step = next((s for s in steps if most / s <= _MOST_STEPS), steps[-1])
    return Scale(max(1, math.ceil(most / step)) * step, step, _MOST_OF_IT, unit)


def parts(
    lane: str, title: str, drawn: Sequence[Entry], scale: Scale, shape: str, notes: Mapping[str, str] | None = None
) -> tuple[Part, ...]:
    """The drawings of the bodies ``drawn``, lowest first. ``notes`` are further words by the column's id."""
    if len(drawn) > MOST_ROWS:
        return (_distribution(lane, title, drawn, scale.unit),)
    found = []
    ordered = sorted(drawn, key=lambda e: (value(e, shape), *by_name(e)))
    for number, start in enumerate(range(0, len(ordered), ROWS_A_PART), 1):
        some = ordered[start : start + ROWS_A_PART]
        head = (
            f"{title} Bodies {start + 1} to {start + len(some)} of {len(ordered)}." if len(some) < len(drawn) else title
        )
        rows, y = [], _TOP
        for entry in some:
            note = (notes or {}).get(entry.column.id, "")
            rows.append(_row(entry, y, scale, shape, note))
            y += _ROW + (_NOTE if note else 0)
        told = "; ".join(": ".join((e.full_name, e.short)) + _told(notes, e) for e in some)
        found.append(Part(f"{lane}-{number}", head, f"{told}.", y + _FOOT, scale.x(0), scale.ticks(), tuple(rows)))
    return tuple(found)


def value(entry: Entry, shape: str) -> float:
    """The number that a body is drawn and ordered by: a dot stands at the highest of a range, a bar is as long as the
    lowest, which is certain.
    """
    number = entry.reading.low if shape == "bar" else entry.reading.high
    if number is None:
        raise ValueError(f"{entry.full_name} has no number to be drawn")
    return number


def _told(notes: Mapping[str, str] | None, entry: Entry) -> str:
    note = (notes or {}).get(entry.column.id, "")
    return f", {note}" if note else ""


def _row(entry: Entry, y: int, scale: Scale, shape: str, note: str) -> Row:
    reading = entry.reading
    low, high = reading.low or 0.0, reading.high or 0.0
    start, end = scale.x(low), scale.x(high)
    open_ = {"at_least": "up", "at_most": "down", "about": "about"}.get(reading.bound, "")
    right = scale.width < _FULL or 100 - end >= start
    arrow = open_ in ("up", "down") if shape == "bar" else open_ == ("up" if right else "down")
    shift = _BESIDE_ARROW if arrow else _BESIDE
    labels = _label(entry, _WIDE), _label(entry, _NARROW)
    if right:
        return Row(*labels, y, shape, start, end, open_, entry.short, end, shift, "start", note)
    return Row(*labels, y, shape, start, end, open_, entry.short, start, -shift, "end", note)


def _label(entry: Entry, most: int) -> Label:
    name = _cut(entry.name, most)
    room = most - len(name)
    return Label(name, _cut(entry.document, room) if room >= _LEAST else "")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _distribution(lane: str, title: str, drawn: Sequence[Entry], unit: str) -> Part:
    """One drawing of how many bodies give each number."""
    bins = _bins([entry.reading.high or 0.0 for entry in drawn], unit)
    scale = reaching(max(count for _, count in bins), "bodies")
    rows = []
    for n, (label, count) in enumerate(bins):
        end, words = scale.x(count), many(count, "body", "bodies")
        rows.append(Row(Label(label), Label(label), _TOP + n * _ROW, "bar", end, end, "", words, end, _BESIDE, "start"))
    told = "; ".join(f"{label}: {many(count, 'body', 'bodies')}" for label, count in bins)
    height = _TOP + len(rows) * _ROW + _FOOT
    return Part(f"{lane}-1", f"{title} How many of {len(drawn)} bodies.", f"{told}.", height, scale.x(0),
                scale.ticks(), tuple(rows), counts=True)  # fmt: skip


def _bins(numbers: Sequence[float], unit: str) -> list[tuple[str, int]]:
    """How many there are of each number; of each span of round numbers where there are many. Empty spans are kept."""
    different = sorted(set(numbers))
    if len(different) <= _MOST_BINS:
        return [(amount(n, unit), numbers.count(n)) for n in different]
    low, high = different[0], different[-1]
    step = next(s * 10**n for n in range(9) for s in (1, 2, 5) if (high - low) / (s * 10**n) < _MOST_BINS - 1)
    first = math.floor(low / step) * step
    found = []
    for start in range(int(first), int(high) + 1, step):
        last = start + step - 1
        label = amount(start, unit) if step == 1 else f"{figure(start, unit)} to {amount(last, unit)}"
        found.append((label, sum(start <= math.floor(n) <= last for n in numbers)))
    return found
