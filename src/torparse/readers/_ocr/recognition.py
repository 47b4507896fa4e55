"""From pictures of pages to the same pages of runs that a PDF's own text gives, by text recognition.

Each picture is straightened first: a page that lies on its side is turned, one that was scanned at a slant is turned
back by that angle, as letters in a slanted line are read worse and lines could not be told apart. Runs count in points
of the straightened page; ``Recognised.placed`` gives the place on the page as it is shown.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from torparse import workers
from torparse.model import Block, Box, Recognition
from torparse.readers._base import Source
from torparse.readers._ocr import words as say
from torparse.readers._ocr.gaps import closed, misled, moved_back
from torparse.readers._ocr.lines import runs_of, settle_sizes, sureness
from torparse.readers._ocr.tesseract import COLUMNS, ONE_COLUMN, Failed, Line, lacking, recognise, turned
from torparse.readers._ocr.upright import straightened
from torparse.readers._pdf.glyphs import Page
from torparse.readers._pdf.layout import gutter

if TYPE_CHECKING:
    from PIL import Image

DPI = 300
MAX_PIXELS = 24_000_000
"""The largest picture of a page that is made: A3 at 300 dots an inch has 17 million."""
_MAX_SIDE = 32_000  # tesseract takes 32,767
_POINTS = 72
_LEGIBLE = 0.5  # below this mean certainty a line is none of letters: specks, a picture, rows of dots
_DOUBTFUL = 0.75  # below this the page may lie on its side
_WORSE = 0.05
_AT_ONCE = 8  # pages, each with some copies of its picture in memory
_PATIENCE = 0.9  # of the limit of time, so that one page fails before its whole document does
_BETTER = "Scan it again at 300 dots an inch, or give the original"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to recognise: its number from 1, its size in points, and how its grey picture is had at a scale.

    ``draw`` takes pixels a point. It is never called twice at once, as pdfium must not be.
    """

    number: int
    width: float
    height: float
    draw: Callable[[float], Image.Image]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What became of a page: its runs, or ``problem``. ``sure`` is the mean certainty of its words, 0 to 1.

    ``angle`` is the turn clockwise, in degrees, that made the picture upright; ``width`` and ``height`` are of the page
    as it is shown, in points.
    """

    page: Page
    width: float
    height: float
    sure: float = 0.0
    angle: float = 0.0
    problem: str = ""

    def placed(self, box: Box) -> Box:
        """A box of the straightened page as it lies on the page that is shown (the rectangle around it)."""
        if not self.angle:
            return box
        turn = math.radians(-self.angle)
        across, down = math.cos(turn), math.sin(turn)
        places = [(x - self.page.width / 2, y - self.page.height / 2)
                  for x in (box.x0, box.x1) for y in (box.top, box.bottom)]  # fmt: skip
        xs = [self.width / 2 + x * across - y * down for x, y in places]
        ys = [self.height / 2 + x * down + y * across for x, y in places]
        return Box(
            box.page,
            round(max(min(xs), 0), 1), round(max(min(ys), 0), 1),
            round(min(max(xs), self.width), 1), round(min(max(ys), self.height), 1),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """The pages that were recognised, what the Document says of them, and what there is to warn of."""

    pages: tuple[Recognised, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[Recognition, ...]:
        """What the Document says of the pages."""
        return tuple(Recognition(one.page.number, round(one.sure, 3)) for one in self.pages)


def recognised(
    source: Source, sheets: Sequence[Sheet], *, only: str = "", lack: str = "text", body: float | None = None
) -> Outcome:
    """The text of the pages in ``sheets``, several at once, each within the limit of time.

    ``only`` is what the file is where it holds no other text ("has no text in it, only pictures of page 1"), ``lack``
    what the pages have none of, ``body`` the usual font size of the other text. Raises UnreadableInput where nothing is
    left to read, and where recognition was asked for ("force") and cannot be had.
    """
    forced = source.choices.ocr == "force"
    numbers = [sheet.number for sheet in sheets]
    todo = lacking()
    if todo and (only or forced):
        raise source.unreadable(only or "cannot be read by text recognition: tesseract is missing", todo)
    if todo:
        return Outcome(warnings=(say.unread(numbers, todo[:1].lower() + todo[1:], lack),))
    tried = _all(sheets, source.limits.max_seconds)
    done = tuple(one for one in tried if not one.problem)
    if not done and only:
        raise source.unreadable(f"{only}, and text recognition {tried[0].problem}", _BETTER)
    settle_sizes([one.page for one in done], body)
    warnings = []
    if done:
        warnings.append(say.read([one.page.number for one in done], lack="" if forced else lack))
    for problem in dict.fromkeys(one.problem for one in tried if one.problem):
        warnings.append(say.failed([one.page.number for one in tried if one.problem == problem], problem))
    return Outcome(done, tuple(warnings))


def _all(sheets: Sequence[Sheet], seconds: float) -> list[Recognised]:
    drawing = threading.Lock()
    pool = ThreadPoolExecutor(max(1, min(len(sheets), os.cpu_count() or 1, _AT_ONCE)))
    try:
        waiting = [pool.submit(_recognised, sheet, seconds, drawing) for sheet in sheets]
        for _ in as_completed(waiting):
            workers.alive()
        return [one.result() for one in waiting]
    finally:
        pool.shutdown(cancel_futures=True)  # stopped by the user, it does not begin with the next page


def turned_back(blocks: Iterable[Block], pages: Iterable[Recognised]) -> list[Block]:
    """The blocks with their boxes where they are on the pages as shown."""
    by_number = {one.page.number: one for one in pages}
    return [
        replace(block, boxes=tuple(by_number[box.page].placed(box) if box.page in by_number else box
                                   for box in block.boxes))
        for block in blocks
    ]  # fmt: skip


def _recognised(sheet: Sheet, seconds: float, drawing: threading.Lock) -> Recognised:
    """What became of one page, within the limit of time."""
    scale = scale_of(sheet.width, sheet.height)
    try:
        with drawing:
            picture = sheet.draw(scale)
    except (OSError, RuntimeError, ValueError, SyntaxError):  # what Pillow and pdfium raise for damage
        return Recognised(
            Page(sheet.number, sheet.width, sheet.height), sheet.width, sheet.height, problem="meets a damaged picture"
        )
    work = _Work(scale, time.monotonic() + _PATIENCE * seconds, seconds)
    try:
        lines, picture, angle = work.upright(picture)
        lines = work.with_numbers(lines, picture)
        lines = work.in_columns(lines, picture)
    except Failed as error:
        return Recognised(Page(sheet.number, sheet.width, sheet.height), sheet.width, sheet.height, problem=str(error))
    page = Page(sheet.number, picture.width / scale, picture.height / scale, has_images=True)
    legible = [line for line in lines if sureness([line]) >= _LEGIBLE]
    if not legible:
        return Recognised(page, sheet.width, sheet.height, problem="finds no text")
    page.runs = [run for line in legible for run in runs_of(line, scale)]
    return Recognised(page, sheet.width, sheet.height, sureness(legible), angle)


def scale_of(width: float, height: float) -> float:
    """The pixels a point for a page of this size in points, so that its picture does not become too large."""
    area, side = max(width * height, 1.0), max(width, height, 1.0)
    return min(DPI / _POINTS, math.sqrt(MAX_PIXELS / area), _MAX_SIDE / side)


@dataclass(frozen=True, slots=True)
class _Work:
    """The runs of tesseract over one page: ``scale`` pixels a point, all of them done ``until`` a time."""

    scale: float
    until: float
    seconds: float

    def lines(self, picture: Image.Image, division: str = ONE_COLUMN) -> list[Line]:
        """The lines of a picture; raises Failed, by the limit of the whole page."""
        left = self.until - time.monotonic()
        late = Failed(f"takes more than {self.seconds:g} s")
        if left <= 0:
            raise late
        try:
            return recognise(picture, self.scale * _POINTS, left, division)
        except Failed as error:
            raise late if time.monotonic() >= self.until else error from None

    def upright(self, picture: Image.Image) -> tuple[list[Line], Image.Image, float]:
        """The lines, the picture they were read from, and by how many degrees it was turned clockwise."""
        level, slant = straightened(picture)
        lines = self.lines(level)
        sure = sureness(lines)
        quarter = turned(picture, max(1.0, self.until - time.monotonic())) if sure < _DOUBTFUL else 0
        if quarter:
            again, more = straightened(picture.rotate(-quarter, expand=True))
            others = self.lines(again)
            if sureness(others) > sure:
                return others, again, quarter + more
        return lines, level, slant

    def with_numbers(self, lines: list[Line], picture: Image.Image) -> list[Line]:
        """The lines read again with numbers next to their text, where the gap between them did harm."""
        if not misled(lines):
            return lines
        again, moved = closed(picture, lines)
        others = moved_back(self.lines(again), moved)
        return others if sureness(others) > sureness(lines) else lines

    def in_columns(self, lines: list[Line], picture: Image.Image) -> list[Line]:
        """The lines of a page with two columns of text, read again with the columns apart; others as they are."""
        runs = [run for line in lines for run in runs_of(line, self.scale)]
        if gutter(runs, picture.width / self.scale) is None:
            return lines
        others = self.lines(picture, COLUMNS)
        return others if sureness(others) > sureness(lines) - _WORSE else lines
