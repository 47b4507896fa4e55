"""How the bodies compare in one measure: the middle and the ends, where each stands, and what is worth a question.

Conventions. A body counts once, with its number: the low end of a range, the figure itself of an "at least", "at most"
or "about" (those are counted apart, so that nobody takes them for exact). Median and quartiles are numpy's "linear"
ones, which pandas and spreadsheets (QUARTILE.INC) use too; quartiles are given from three numbers on. Silent, deferred
and promised bodies have no number and move no figure. Days of different kinds (clear, working, calendar, not said) are
never put together: each kind is a lane with figures of its own. A rule for a whole document counts for each of its
bodies, and how many rules there are is counted beside. A number is worth a question where it lies beyond Tukey's fences
(1.5 times the distance of the quartiles beyond either), with five numbers at least and quartiles apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from torparse.compare import NOT_NEEDED

if TYPE_CHECKING:
    from torparse.benchmarks.measures import Measure, Reading
    from torparse.compare import Matrix

#: How many numbers quartiles need, and how many the fences.
FEW, ENOUGH = 3, 5
_FENCE = 1.5
_DAYS = "days"
_COUNTED = re.compile(r", counted as [^;]*")
_KIND = re.compile(r"(?:\b(clear|working|calendar) )?\b(?:days?|weeks?|hours?|months?|years?)\b")
MIXED = "different"
"""The kind of a body whose rules count different kinds of days."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of ``n`` numbers in the measure's unit; the quartiles are None where there are too few.

    ``rules`` is how many different clauses they come from, ``inexact`` how many are "at least", "at most" or "about",
    by that name, ``ranges`` how many are the low end of a range.
    """

    n: int
    rules: int
    minimum: float
    lower: float | None
    median: float
    upper: float | None
    maximum: float
    inexact: Mapping[str, int]
    ranges: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body stands: how many of the others of its lane have a lower, the same and a higher number."""

    reading: Reading
    value: float
    lower: int
    equal: int
    higher: int

    @property
    def others(self) -> int:
        """How many it is compared with."""
        return self.lower + self.equal + self.higher

    @property
    def rank(self) -> int:
        """1 for the lowest number; the same number has the same rank."""
        return self.lower + 1


@dataclass(frozen=True, slots=True)
class Outlier:
    """A number beyond a fence: ``above`` the upper one, or below the lower one."""

    place: Place
    fence: float
    above: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Bodies whose numbers may be compared. ``kind`` of days, or "" where it is not said or the unit is another.

    ``places`` run from the lowest number to the highest, bodies with the same number by their ids.
    """

    kind: str
    figures: Figures
    places: tuple[Place, ...]
    outliers: tuple[Outlier, ...]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One measure over the bodies. ``lanes`` by size, the largest first; ``counts`` of the bodies without a number.

    ``counts`` has the status codes as shown; a stated provision without a number is ``stated`` or ``part`` there.
    """

    measure: Measure
    readings: tuple[Reading, ...]
    lanes: tuple[Lane, ...]
    counts: Mapping[str, int]

    @property
    def n(self) -> int:
        """How many bodies have a number."""
        return sum(lane.figures.n for lane in self.lanes)

    @property
    def assessable(self) -> int:
        """How many bodies there are, without those that cannot be assessed and those that need not have it."""
        return len(self.readings) - self.counts["not_assessable"] - self.counts[NOT_NEEDED]


def benchmarks(matrix: Matrix, measures: Iterable[Measure]) -> tuple[Benchmark, ...]:
    """Every measure over all bodies of the matrix."""
    return tuple(benchmark(m, [m.reading(matrix, column) for column in matrix.columns]) for m in measures)


def benchmark(measure: Measure, readings: Iterable[Reading]) -> Benchmark:
    """One measure over the bodies of ``readings``; their order does not matter."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.body))
    lanes: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in ordered:
        if number(reading) is not None:
            lanes[kind_of_days(measure, reading)].append(reading)
    made = [_lane(kind, some) for kind, some in sorted(lanes.items())]
    counts = Counter(reading.code for reading in ordered if number(reading) is None)
    return Benchmark(measure, ordered, tuple(sorted(made, key=lambda lane: -lane.figures.n)), counts)


def number(reading: Reading) -> float | None:
    """The number that a body counts with: its low end, or the high one where there is no other."""
    return reading.high if reading.low is None else reading.low


def kind_of_days(measure: Measure, reading: Reading) -> str:
    """Whether a number of days counts clear, working or calendar ones, as the words say it.

    "" where it is not said or the unit is another, MIXED where several numbers count different ones.
    """
    if measure.unit != _DAYS:
        return ""
    kinds = {match[1] or "" for match in _KIND.finditer(_COUNTED.sub("", reading.words))}
    return MIXED if len(kinds) > 1 else next(iter(kinds), "")


def figures(readings: Sequence[Reading]) -> Figures:
    """The figures of readings with a number, of which there is at least one."""
    values = np.array([_value(reading) for reading in readings], dtype=float)
    lower, median, upper = (float(q) for q in np.quantile(values, [0.25, 0.5, 0.75], method="linear"))
    enough = len(values) >= FEW
    return Figures(
        len(values),
        len({id(reading.clause) for reading in readings}),
        float(values.min()),
        lower if enough else None,
        median,
        upper if enough else None,
        float(values.max()),
        Counter(reading.bound for reading in readings if reading.bound not in ("exact", "")),
        sum(_is_range(reading) for reading in readings),
    )


def _value(reading: Reading) -> float:
    value = number(reading)
    if value is None:
        raise ValueError(f"{reading.body} has no number")
    return value


def _is_range(reading: Reading) -> bool:
    return reading.low is not None and reading.high is not None and reading.low < reading.high


def _lane(kind: str, readings: Sequence[Reading]) -> Lane:
    values = [_value(reading) for reading in readings]
    places = [
        Place(
            reading,
            value,
            sum(other < value for other in values),
            sum(other == value for other in values) - 1,
            sum(other > value for other in values),
        )
        for reading, value in zip(readings, values, strict=True)
    ]
    ordered = tuple(sorted(places, key=lambda place: (place.value, place.reading.body)))
    made = figures(readings)
    return Lane(kind, made, ordered, _outliers(ordered, made))


def _outliers(places: Sequence[Place], made: Figures) -> tuple[Outlier, ...]:
    """The numbers beyond Tukey's fences."""
    if made.n < ENOUGH or made.lower is None or made.upper is None or made.upper <= made.lower:
        return ()
    reach = _FENCE * (made.upper - made.lower)
    low, high = made.lower - reach, made.upper + reach
    below = [Outlier(place, low, False) for place in places if place.value < low]
    return (*below, *(Outlier(place, high, True) for place in places if place.value > high))
