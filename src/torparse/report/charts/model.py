"""What a chart is made of when it reaches the template: texts, and places in per cent and in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.report.models import Link


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale with its label. ``x`` is in per cent of the drawing's width, ``anchor`` SVG's word."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Label:
    """A body's name and its document's, cut to the room there is; the table has both in full."""

    name: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One body (or one number of a distribution) as drawn: a label, and under it a mark with its value in words.

    ``narrow`` is the label for a phone, where less of it fits.
    ``y`` is the top in pixels, ``start`` and ``end`` are the lowest and the highest value in per cent of the width:
    equal unless the terms leave a range. ``shape`` is "circle", "square", "diamond", "triangle" or "bar", ``open`` "up"
    for at least, "down" for at most, "about" or "". The value's words stand at ``x``, ``shift`` pixels on.
    """

    label: Label
    narrow: Label
    y: int
    shape: str
    start: float
    end: float
    open: str
    words: str
    x: float
    shift: int
    anchor: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One drawing: as many rows as a printed page holds. ``height`` is in pixels, ``origin`` is where bars begin.

    ``counts`` is True where its rows are not bodies but numbers, with how many bodies give each.
    """

    id: str
    title: str
    description: str
    height: int
    origin: float
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Drawings of one measure, of one kind of mark, on one scale. ``id`` is an address of its own in the page."""

    id: str
    title: str
    answer: str
    shape: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of the table under a chart: a number, or the badge of a status (code and word), and what the terms say."""

    number: str = ""
    code: str = ""
    word: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A body with its cells."""

    body: str
    document: str
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A question, its answer in a sentence or two, the drawings and the table that they are drawn from.

    ``remarks`` say how to read the marks. ``silent`` are the reasons for which bodies are not drawn, each with their
    names.
    """

    id: str
    title: str
    answer: tuple[str, ...]
    lanes: tuple[Lane, ...]
    remarks: tuple[str, ...]
    silent: tuple[tuple[str, str], ...]
    caption: str
    heads: tuple[str, ...]
    table: tuple[TableRow, ...]
