"""From pictures of pages to the same pages of runs that a PDF's own text gives, by text recognition.

Each picture is straightened first: a page that lies on its side is turned, one that was scanned at a slant is turned
back by that angle, as letters in a slanted line are read worse and lines could not be told apart. Runs count in points
of the straightened page; ``Recognised.placed`` gives the place on the page as it is shown.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from torparse.model import Block, Box, Recognition
from torparse.readers import _ocr_words as say
from torparse.readers._base import Source
from torparse.readers._pdf_glyphs import Page, Run
from torparse.readers._tesseract import Failed, Line, Word, lacking, recognise, turned

if TYPE_CHECKING:
    from PIL import Image

DPI = 300
MAX_PIXELS = 24_000_000
"""The largest picture of a page that is made: A3 at 300 dots an inch has 17 million."""
_MAX_SIDE = 32_000  # tesseract takes 32,767
_POINTS = 72
_LEGIBLE = 0.5  # below this mean certainty what was recognised is no text
_DOUBTFUL = 0.75  # below this the page may lie on its side
_SIZE = 1.08  # the font's size to the height from descents to ascents of its letters
_GAP = 1.6  # a gap of so many times the font's size parts runs
_NEAR = 0.14  # sizes that differ from the body's by no more than this are the body's: heights of letters are uncertain
_STEP = 0.05  # sizes that differ by no more than this are one
_BETTER = "Scan it again at 300 dots an inch, or give the original"
_STEEPEST = 5.0  # degrees
_SLIGHT = 0.1  # degrees of slant that do no harm


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


def recognised(source: Source, sheets: Sequence[Sheet], *, only: str = "", body: float | None = None) -> Outcome:
    """The text of the pages in ``sheets``, several at once, each within the limit of time.

    ``only`` is what the file is where it holds no other text ("has no text in it, only pictures of page 1"), ``body``
    the usual font size of its other text. Raises UnreadableInput where nothing is left to read, and where recognition
    was asked for ("force") and cannot be had.
    """
    forced = source.choices.ocr == "force"
    numbers = [sheet.number for sheet in sheets]
    todo = lacking()
    if todo and (only or forced):
        raise source.unreadable(only or "cannot be read by text recognition: tesseract is missing", todo)
    if todo:
        return Outcome(warnings=(say.unread(numbers, todo[:1].lower() + todo[1:]),))
    tried = _all(sheets, source.limits.max_seconds)
    done = tuple(one for one in tried if not one.problem)
    if not done and only:
        raise source.unreadable(f"{only}, and text recognition {tried[0].problem}", _BETTER)
    _settle_sizes([one.page for one in done], body)
    warnings = []
    if done:
        warnings.append(say.read([one.page.number for one in done], forced=forced))
    for problem in dict.fromkeys(one.problem for one in tried if one.problem):
        warnings.append(say.failed([one.page.number for one in tried if one.problem == problem], problem))
    return Outcome(done, tuple(warnings))


def _all(sheets: Sequence[Sheet], seconds: float) -> list[Recognised]:
    drawing = threading.Lock()
    pool = ThreadPoolExecutor(max(1, min(len(sheets), os.cpu_count() or 1)))
    try:
        return list(pool.map(lambda sheet: _recognised(sheet, seconds, drawing), sheets))
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
    scale = scale_of(sheet.width, sheet.height)
    with drawing:
        picture = sheet.draw(scale)
    try:
        lines, picture, angle = _read_upright(picture, scale, seconds)
    except Failed as error:
        return Recognised(Page(sheet.number, sheet.width, sheet.height), sheet.width, sheet.height, problem=str(error))
    page = Page(sheet.number, picture.width / scale, picture.height / scale, has_images=True)
    sure = _sureness(lines)
    if sure < _LEGIBLE:
        return Recognised(page, sheet.width, sheet.height, problem="finds no text")
    page.runs = [run for line in lines for run in _runs(line, scale)]
    return Recognised(page, sheet.width, sheet.height, sure, angle)


def scale_of(width: float, height: float) -> float:
    """The pixels a point for a page of this size in points, so that its picture does not become too large."""
    area, side = max(width * height, 1.0), max(width, height, 1.0)
    return min(DPI / _POINTS, math.sqrt(MAX_PIXELS / area), _MAX_SIDE / side)


def _read_upright(picture: Image.Image, scale: float, seconds: float) -> tuple[list[Line], Image.Image, float]:
    """The lines, the picture they were read from, and by how many degrees it was turned clockwise."""
    upright, slant = _straightened(picture)
    lines = recognise(upright, scale * _POINTS, seconds)
    sure = _sureness(lines)
    quarter = turned(picture, seconds) if sure < _DOUBTFUL else 0
    if quarter:
        again, more = _straightened(picture.rotate(-quarter, expand=True))
        others = recognise(again, scale * _POINTS, seconds)
        if _sureness(others) > sure:
            return others, again, quarter + more
    return lines, upright, slant


def _sureness(lines: Iterable[Line]) -> float:
    """The mean certainty of the words, longer ones counting for more; 0 where there are none."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


# Straightening


def _straightened(picture: Image.Image) -> tuple[Image.Image, float]:
    """The picture turned so that its lines are level, and the degrees by which it was turned clockwise."""
    from PIL import Image

    angle = _slant(picture)
    if abs(angle) < _SLIGHT:
        return picture, 0.0
    return picture.rotate(-angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255), angle


def _slant(picture: Image.Image) -> float:
    """By how many degrees the picture must be turned clockwise for its lines to be level.

    Where they are, the rows of pixels differ most: some lie in lines, others between them.
    """
    from PIL import Image

    small = picture.copy()
    small.thumbnail((900, 900), Image.Resampling.BOX)
    width, height = small.size
    small = small.point(lambda grey: 0 if grey > 160 else 255)  # letters are 255, so that turned-in corners count none

    def contrast(angle: float) -> float:
        level = small.rotate(-angle, resample=Image.Resampling.BILINEAR)
        rows = level.resize((1, height), Image.Resampling.BOX).tobytes()
        return float(sum((one - two) ** 2 for one, two in pairwise(rows)))

    if not width or not height:
        return 0.0
    best = 0.0
    for step in (1.0, 0.25, 0.05):
        reach = _STEEPEST if step == 1.0 else 3 * step
        tried = [best + step * i for i in range(-round(reach / step), round(reach / step) + 1)]
        best = max(tried, key=lambda angle: (contrast(angle), -abs(angle)))
    return round(best, 2) if contrast(best) > 1.05 * contrast(0.0) else 0.0


# From lines to runs


def _runs(line: Line, scale: float) -> list[Run]:
    """A line's words as runs in points, apart where there is a wide gap."""
    size = line.height / scale * _SIZE
    groups: list[list[Word]] = []
    for word in sorted(line.words, key=lambda one: one.x0):
        if groups and word.x0 - groups[-1][-1].x1 <= _GAP * size * scale:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_run(words, line, scale, size) for words in groups]


def _run(words: Sequence[Word], line: Line, scale: float, size: float) -> Run:
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    bottom = line.base + line.slope * ((x0 + x1) / 2 - line.x0) + line.descent
    return Run(
        " ".join(word.text for word in words),
        x0 / scale, (bottom - line.height) / scale, x1 / scale, bottom / scale, round(size, 1),
    )  # fmt: skip


def _settle_sizes(pages: Sequence[Page], body: float | None) -> None:
    """Make sizes that are alike the same: the body's is the one of most letters, others go together by likeness."""
    runs = [run for page in pages for run in page.runs]
    if not runs:
        return
    usual = median([run.size for run in runs for _ in run.text])
    if body is None or abs(body - usual) > 2 * _NEAR * body:
        body = round(usual * 2) / 2
    others: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: one.size):
        if abs(run.size - usual) <= _NEAR * usual:
            run.size = body
        elif others and run.size <= others[-1][-1].size * (1 + _STEP):
            others[-1].append(run)
        else:
            others.append([run])
    for group in others:
        size = median([run.size for run in group for _ in run.text]) * body / usual
        for run in group:
            run.size = round(size * 2) / 2
