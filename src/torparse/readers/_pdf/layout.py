"""From runs to lines in reading order: running heads and page numbers out, two columns one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from torparse.model import Box
from torparse.readers import _marks
from torparse.readers._pdf.glyphs import Page, Run
from torparse.readers._pdf.rules import Cell

_EDGE = 0.12  # the part of a page's height at the top and bottom where running heads and feet stand
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:\d+|[A-Z]\d{1,2})(?:\.\d+)*[.)]?")  # "4", "B3", "4.5."
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_PADDING = 8.0  # points at most between a cell's rule and its text
_ACROSS = 0.3  # at most so many of a page's lines go across, where it has columns
FULL, LEFT, RIGHT = 0, 1, 2


@dataclass(slots=True)
class Ruled(Run):
    """A table with rules, standing among the runs of its page: its columns' edges and the lines in its cells.

    ``low`` is where it ends as a part of the page's height.
    """

    edges: tuple[float, ...] = ()
    cells: list[tuple[Cell, list[Row]]] = field(default_factory=list)
    low: float = 0.0


@dataclass(slots=True)
class Row:
    """One line: its runs from left to right, the page it is on, and the column (FULL, LEFT or RIGHT).

    ``edge`` is the right edge of its column; ``bottom`` (where its letters' descents end) and ``size`` (of the font)
    are those of its longest run. A wide gap is a tab in ``text``; ``is_contents`` says that it has leader dots.
    """

    runs: list[Run]
    page: int
    column: int
    edge: float = 0.0
    x0: float = field(init=False)
    x1: float = field(init=False)
    bottom: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)
    text: str = field(init=False)
    is_contents: bool = field(init=False)

    def __post_init__(self) -> None:
        longest = max(self.runs, key=lambda run: len(run.text))
        self.x0 = self.runs[0].x0
        self.x1 = max(run.x1 for run in self.runs)
        self.bottom, self.size = longest.bottom, longest.size
        self.bold = all(run.bold for run in self.runs)
        self.text = "\t".join(run.text for run in self.runs)
        self.is_contents = bool(_LEADERS.search(self.text))

    @property
    def table(self) -> Ruled | None:
        """The ruled table that it is instead of a line."""
        return self.runs[0] if isinstance(self.runs[0], Ruled) else None

    @property
    def box(self) -> Box:
        """The rectangle around it, rounded to a tenth of a point."""
        return box_of(self.runs, self.page)


def box_of(runs: Sequence[Run], page: int) -> Box:
    """The rectangle around runs of one page."""
    return Box(
        page,
        round(min(run.x0 for run in runs), 1),
        round(min(run.top for run in runs), 1),
        round(max(run.x1 for run in runs), 1),
        round(max(run.bottom for run in runs), 1),
    )


def rows(pages: Sequence[Page]) -> list[Row]:
    """The lines of all pages in reading order, each with the right edge of its column."""
    running = _running(pages)
    set_out = []
    for page in pages:
        kept = [run for run in page.runs if run.text.strip() and not _is_running(run, page, running)]
        set_out.append(_tables_set(kept, page))
    middles = [gutter(runs, page.width) for runs, page in zip(set_out, pages, strict=True)]
    known = sorted(middle for middle in middles if middle is not None)
    if known:  # a page with little text, or a table, is set in the columns of the others
        usual = known[len(known) // 2]
        middles = [
            middle or (usual if _is_set_in(runs, usual) else None)
            for middle, runs in zip(middles, set_out, strict=True)
        ]
    found: list[Row] = []
    for runs, page, middle in zip(set_out, pages, middles, strict=True):
        found += _page_rows(runs, page, middle)
    _edges(found)
    return found


def running_texts(pages: Sequence[Page]) -> list[str]:
    """What the running heads and feet say, each text once, numbers of pages apart."""
    running = _running(pages)
    said: dict[str, str] = {}
    for page in pages:
        for run in page.runs:
            if _is_running(run, page, running) and re.search(r"[^\W\d_]{2}", run.text):
                said.setdefault(_key(run)[0], " ".join(run.text.split()))
    return [text for text in said.values() if not _PAGE_NUMBER.match(text)]


def _is_set_in(runs: Sequence[Run], middle: float) -> bool:
    """Whether a page's text stands in columns that part at ``middle``, a heading or a table across apart."""
    across = sum(1 for run in runs if run.x0 < middle < run.x1)
    return across <= _ACROSS * len(runs)


def _at_edge(run: Run, page: Page) -> bool:
    """Whether a run stands where running heads and feet do; a table's heading on each page is none of them."""
    head, foot = page.height * _EDGE, page.height * (1 - _EDGE)
    if head <= run.bottom and run.top <= foot:
        return False
    reaching = (grid for grid in page.grids if (grid.bottom > head if run.bottom < head else grid.top < foot))
    return not any(grid.cell((run.x0 + run.x1) / 2, run.middle) for grid in reaching)


def _key(run: Run) -> tuple[str, int]:
    return _DIGITS.sub("#", " ".join(run.text.split())).casefold(), round(run.top / 5)


def _running(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """What stands at the same place at the top or bottom of several pages, numbers apart."""
    seen: dict[tuple[str, int], set[int]] = {}
    for page in pages:
        for run in page.runs:
            if _at_edge(run, page):
                text, place = _key(run)
                for near in (place - 1, place, place + 1):
                    seen.setdefault((text, near), set()).add(page.number)
    enough = max(2, len(pages) // 4)
    return {key for key, on in seen.items() if len(on) >= enough}


def _is_running(run: Run, page: Page, running: set[tuple[str, int]]) -> bool:
    if not _at_edge(run, page):
        return False
    return _key(run) in running or bool(_PAGE_NUMBER.match(run.text))


def _tables_set(runs: list[Run], page: Page) -> list[Run]:
    """The runs with those in the cells of a ruled table put together to one; a grid around little text is no table."""
    for grid in page.grids:
        cells: dict[Cell, list[Run]] = {}
        inside: set[int] = set()
        for run in runs:
            cell = grid.cell((run.x0 + run.x1) / 2, run.middle)
            if cell:
                cells.setdefault(cell, []).append(run)
                inside.add(id(run))
        if len(cells) < 2:
            continue
        table = Ruled(
            "", grid.edges[0], grid.top, grid.edges[-1], grid.bottom, 0.0,
            edges=grid.edges, low=grid.bottom / page.height,
        )  # fmt: skip
        table.cells = [(cell, _cell_lines(cell, cells[cell], page.number)) for cell in grid.cells if cell in cells]
        runs = [run for run in runs if id(run) not in inside] + [table]
    return runs


def _cell_lines(cell: Cell, runs: list[Run], page: int) -> list[Row]:
    found = _lines(runs, page, FULL)
    padding = min(max(min(row.x0 for row in found) - cell.x0, 0.0), _PADDING)
    for row in found:
        row.edge = max(cell.x1 - padding, row.x1)
    return found


def _page_rows(runs: list[Run], page: Page, middle: float | None) -> list[Row]:
    if middle is None:
        return _lines(runs, page.number, FULL)
    across = [run for run in runs if run.x0 < middle < run.x1]
    found: list[Row] = []
    bounds = sorted(run.middle for run in across)
    spans = zip([float("-inf"), *bounds], [*bounds, float("inf")], strict=True)
    heads = _lines(across, page.number, FULL)
    placed: set[int] = set()
    for above, below in spans:
        for i, row in enumerate(heads):  # a line across both columns comes before the columns under it
            if i not in placed and row.runs[0].middle <= above:
                placed.add(i)
                found.append(row)
        band = [run for run in runs if above < run.middle < below and not run.x0 < middle < run.x1]
        found += _lines([run for run in band if run.x1 <= middle], page.number, LEFT)
        found += _lines([run for run in band if run.x0 >= middle], page.number, RIGHT)
    return found


def gutter(runs: Sequence[Run], width: float) -> float | None:
    """Where two columns of running text part, or None. Both sides need several lines that mostly fill them."""
    best: tuple[int, float] | None = None
    starts, ends = sorted(run.x0 for run in runs), sorted(run.x1 for run in runs)
    for step in range(int(width * 0.3), int(width * 0.7), 3):
        crossing = bisect_left(starts, step + 3) - bisect_right(ends, step - 3)
        if best is None or crossing < best[0]:
            best = (crossing, float(step))
    if best is None:
        return None
    at = best[1]
    sides = [[run for run in runs if run.x1 <= at], [run for run in runs if run.x0 >= at]]
    if best[0] * 2 > len(sides[0]) + len(sides[1]):
        return None
    return at if all(_is_column(side, width) for side in sides) and _abreast(*sides) else None


def _is_column(side: Sequence[Run], width: float) -> bool:
    if len(side) < 5:
        return False
    across = max(run.x1 for run in side) - min(run.x0 for run in side)
    filled = sum(1 for run in side if run.x1 - run.x0 > 0.6 * across)
    return across > 0.22 * width and filled >= 0.5 * len(side)


def _abreast(left: Sequence[Run], right: Sequence[Run]) -> bool:
    top = max(min(run.top for run in left), min(run.top for run in right))
    bottom = min(max(run.bottom for run in left), max(run.bottom for run in right))
    shorter = min(max(run.bottom for run in side) - min(run.top for run in side) for side in (left, right))
    return bottom - top > 0.5 * shorter


def _lines(runs: Sequence[Run], page: int, column: int) -> list[Row]:
    """Runs side by side put together, from the top down."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (one.middle, one.x0)):
        for line in () if isinstance(run, Ruled) else lines[-3:]:
            if isinstance(line[0], Ruled):
                continue
            tall = max(line, key=lambda one: one.bottom - one.top)
            overlap = min(tall.bottom, run.bottom) - max(tall.top, run.top)
            apart = all(run.x0 >= one.x1 - 1 or run.x1 <= one.x0 + 1 for one in line)
            if overlap > 0.5 * min(tall.bottom - tall.top, run.bottom - run.top) and apart:
                line.append(run)
                break
        else:
            lines.append([run])
    return [Row(_labels_joined(sorted(line, key=lambda one: one.x0)), page, column) for line in lines]


def _labels_joined(line: list[Run]) -> list[Run]:
    """A number or bullet set apart by an indentation is put together with the text that it belongs to."""
    first = line[0]
    alone = _marks.mark(first.text + " x") > _marks.Mark.NONE or bool(_NUMBER.fullmatch(first.text))
    if len(line) < 2 or len(first.text) > 8 or not alone or line[1].x0 - first.x1 > 60:
        return line
    text = line[1]
    joined = Run(
        f"{first.text} {text.text}", first.x0, min(first.top, text.top), text.x1, max(first.bottom, text.bottom),
        text.size, first.bold and text.bold,
    )  # fmt: skip
    return [joined, *line[2:]]


def _edges(found: Sequence[Row]) -> None:
    """Give each row the right edge of its column, from all pages, so that a short page does not mislead."""
    ends: dict[int, list[float]] = {}
    for row in found:
        if not row.table:
            ends.setdefault(row.column, []).append(row.x1)
    edges = {column: sorted(all_ends)[int((len(all_ends) - 1) * 0.95)] for column, all_ends in ends.items()}
    for row in found:
        row.edge = max(edges.get(row.column, row.x1), row.x1)
