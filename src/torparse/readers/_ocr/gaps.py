"""Numbers set apart are moved up to their text before a page is read again.

A wide gap in a line misleads tesseract: it sees strokes in the gap, runs the words behind it together ("(2) | Ateach
meeting") and misreads the number. With the gap closed it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from torparse.readers._ocr.tesseract import Line

if TYPE_CHECKING:
    from PIL import Image

_WIDE, _USUAL = 1.0, 0.4  # gaps, in heights of the line's letters
_WIDEST = 250  # pixels at 300 dots an inch
_LONGEST = 6  # characters of a number
_CERTAIN = 0.8
_MARGIN = 4  # pixels around a number


@dataclass(frozen=True, slots=True)
class Moved:
    """A number that was moved to the right: where it now ends, the height of its baseline, and how far it was moved."""

    x1: float
    base: float
    by: int


def misled(lines: Iterable[Line]) -> bool:
    """Whether a wide gap seems to have misled the reading of a line."""
    return any(
        min(word.sure for word in line.words[:3]) < _CERTAIN or not any(map(str.isalnum, line.words[1].text))
        for line in lines
        if _text_at(line)
    )


def closed(picture: Image.Image, lines: Sequence[Line]) -> tuple[Image.Image, list[Moved]]:
    """The picture with the gaps behind numbers closed, and what was moved."""
    made, moved = picture.copy(), []
    for line in lines:
        at = _text_at(line)
        if not at:
            continue
        number, text = line.words[0], line.words[at]
        by = int(text.x0 - number.x1 - _USUAL * line.height)
        bottom = line.base + line.slope * (number.x0 - line.x0) + line.descent
        top, bottom = round(bottom - line.height) - _MARGIN, round(bottom) + _MARGIN
        left, right = round(number.x0) - _MARGIN, round(number.x1) + _MARGIN
        piece = made.crop((left, top, right, bottom))
        made.paste(255, (left, top, round(text.x0) - _MARGIN, bottom))
        made.paste(piece, (left + by, top))
        moved.append(Moved(number.x1 + by, line.base, by))
    return made, moved


def moved_back(lines: Iterable[Line], moved: Sequence[Moved]) -> list[Line]:
    """The lines with their numbers where they are on the page."""
    out = []
    for line in lines:
        first = line.words[0]
        one = next(
            (m for m in moved if abs(m.x1 - first.x1) < line.height and abs(m.base - line.base) < line.height / 2), None
        )
        if one is not None:
            words = (replace(first, x0=first.x0 - one.by, x1=first.x1 - one.by), *line.words[1:])
            line = replace(line, words=words, x0=line.x0 - one.by, base=line.base - line.slope * one.by)
        out.append(line)
    return out


def _text_at(line: Line) -> int:
    """Which word of a line the text behind a number set apart begins with; 0 where there is no such number."""
    if len(line.words) < 2 or len(line.words[0].text) > _LONGEST:
        return 0
    number = line.words[0]
    at = next((i for i, word in enumerate(line.words[1:], 1) if any(map(str.isalnum, word.text))), 0)
    bullet = len(number.text) == 1 and not number.text.isdigit()
    if not at or at > 2 or bullet:
        return 0
    gap = line.words[at].x0 - number.x1
    return at if _WIDE * line.height < gap < _WIDEST else 0
