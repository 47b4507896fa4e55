"""From the lines drawn on a PDF page to the grids of its tables, and whether there are pictures on it.

pypdfium2 gives the lines with the places of everything else on the page; pdfplumber's table finder makes cells of them.
Reading the page a second time with pdfplumber's own engine would cost ten times as much as reading its text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from torparse.readers._pdf.sides import Line, implied

Place = Callable[[float, float, float, float], tuple[float, float, float, float]]
"""From a box in the page's own space (left, bottom, right, top) to (x0, top, x1, bottom) as shown."""

Matrix = tuple[float, float, float, float, float, float]
"""a to f of a transformation (PDF 1.7, 8.3.3)."""

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN = 4.0  # a line or bar is not thicker, in points
_SHORT = 3.0  # what is no longer is a dot or a corner
_DEPTH = 3  # forms within forms
_MANY = 20_000  # objects, and points of a path: beyond it is a drawing
_CROSSINGS = 3_000  # of lines on one page: beyond it is a map or a chart, which takes the finder seconds
_SNAP = 3.0  # points within which two lines are one


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place in its grid from 0 (that of its first row and column) and on the page."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Grid:
    """The cells of a ruled table from the top down, and where its columns begin and the last one ends."""

    edges: tuple[float, ...]
    cells: list[Cell]
    top: float = field(init=False)
    bottom: float = field(init=False)
    _height: float | None = field(init=False, default=None, repr=False, compare=False)
    _level: list[Cell] = field(init=False, default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.top, self.bottom = min(cell.top for cell in self.cells), max(cell.bottom for cell in self.cells)

    def cell(self, x: float, y: float) -> Cell | None:
        """The cell in which a point lies. Points come line by line, so that the cells at one height are kept."""
        if not (self.edges[0] <= x < self.edges[-1] and self.top <= y < self.bottom):
            return None
        if y != self._height:
            self._height, self._level = y, [cell for cell in self.cells if cell.top <= y < cell.bottom]
        return next((cell for cell in self._level if cell.x0 <= x < cell.x1), None)


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page: lines across and down as (x0, top, x1, bottom), and whether there are pictures."""

    across: list[Line] = field(default_factory=list)
    down: list[Line] = field(default_factory=list)
    has_images: bool = False

    def add(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """Keep the box if it is a line; False for one that is none."""
        wide, high = x1 - x0, bottom - top
        if wide > _THIN and high > _THIN:
            return False
        if max(wide, high) > _SHORT:
            if wide >= high:
                self.across.append((x0, (top + bottom) / 2, x1, (top + bottom) / 2))
            else:
                self.down.append(((x0 + x1) / 2, top, (x0 + x1) / 2, bottom))
        return True


def drawn(page: Any, place: Place) -> Drawn:
    """The lines and pictures of a page of pypdfium2's."""
    return _Reader(page, place).found


class _Reader:
    """Goes through the objects of one page."""

    def __init__(self, page: Any, place: Place) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.place = place
        self.found = Drawn()
        self.left = _MANY
        self.bounds = [ctypes.c_float() for _ in range(4)]
        count = min(raw.FPDFPage_CountObjects(page.raw), _MANY)
        self.objects((raw.FPDFPage_GetObject(page.raw, i) for i in range(count)), _IDENTITY, 0)

    def objects(self, found: Iterator[Any], matrix: Matrix, depth: int) -> None:
        raw, kind_of = self.raw, self.raw.FPDFPageObj_GetType
        for one in found:
            kind = kind_of(one)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self.path(one, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.found.has_images = True
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                count = min(raw.FPDFFormObj_CountObjects(one), self.left)
                self.left -= count
                inner = (raw.FPDFFormObj_GetObject(one, i) for i in range(count))
                self.objects(inner, _product(self.matrix(one), matrix), depth + 1)

    def path(self, path: Any, matrix: Matrix) -> None:
        """Keep a path's lines: the path itself where it is thin, else the sides of what it outlines."""
        raw = self.raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
            return
        if not raw.FPDFPageObj_GetBounds(path, *self.bounds):
            return
        x0, y0, x1, y1 = (one.value for one in self.bounds)
        if not self.line((x0, y0), (x1, y1), matrix) and stroke.value:  # what is only filled is a shade
            own = _product(self.matrix(path), matrix)
            for one, two in self.sides(path):
                self.line(one, two, own)

    def line(self, one: tuple[float, float], two: tuple[float, float], matrix: Matrix) -> bool:
        (ax, ay), (bx, by) = _moved(matrix, *one), _moved(matrix, *two)
        return self.found.add(*self.place(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def sides(self, path: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """The straight lines of a path, in its own space."""
        raw = self.raw
        x, y = ctypes.c_float(), ctypes.c_float()
        count = raw.FPDFPath_CountSegments(path)
        if count > self.left:
            return
        self.left -= max(count, 0)
        begun = at = (0.0, 0.0)
        for i in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, i)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            kind, before, at = raw.FPDFPathSegment_GetType(segment), at, (x.value, y.value)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begun = at
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield before, at
            if raw.FPDFPathSegment_GetClose(segment):
                yield at, begun

    def matrix(self, one: Any) -> Matrix:
        found = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(one, found):
            return _IDENTITY
        return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    k, l, m, n, o, p = then  # noqa: E741
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def grids(found: Drawn) -> list[Grid]:
    """The grids that a page's lines make, from the top down: of two columns at least, none within another's cell."""
    if len(found.across) < 2 or _crossings(found.across, found.down) > _CROSSINGS:
        return []
    more_across, more_down = implied(found.across, found.down)
    across, down = found.across + more_across, found.down + more_down
    if len(down) < 3 or _crossings(across, down) > _CROSSINGS:
        return []
    from pdfplumber.table import TableFinder

    edges = [_edge("h", *one) for one in across] + [_edge("v", *one) for one in down]
    page: Any = SimpleNamespace(edges=edges)  # all that the finder asks of a page when it goes by lines
    tables = TableFinder(page).tables
    made = [_grid(table.cells) for table in tables]
    made = sorted((one for one in made if len(one.edges) > 2), key=lambda one: (one.top, one.edges[0]))
    return [one for one in made if not any(_within(one, other) for other in made if other is not one)]


def _crossings(across: Sequence[Line], down: Sequence[Line]) -> int:
    """How often lines may cross, those counted once that lie as close to each other as one."""
    return len({round(line[1] / _SNAP) for line in across}) * len({round(line[0] / _SNAP) for line in down})


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    """A line as pdfplumber's finder wants it."""
    return {
        "orientation": orientation, "object_type": "line", "x0": x0, "top": top, "x1": x1, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def _grid(boxes: Sequence[tuple[float, float, float, float]]) -> Grid:
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    columns, rows = {x: i for i, x in enumerate(lefts)}, {y: i for i, y in enumerate(tops)}
    cells = [Cell(rows[top], columns[x0], x0, top, x1, bottom) for x0, top, x1, bottom in boxes]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid((*lefts, max(box[2] for box in boxes)), cells)


def _within(inner: Grid, outer: Grid) -> bool:
    cell = outer.cell((inner.edges[0] + inner.edges[-1]) / 2, (inner.top + inner.bottom) / 2)
    return cell is not None and cell.x0 < inner.edges[0] and inner.edges[-1] < cell.x1 and inner.top > cell.top
