"""Levelling the picture of a page that was scanned at a slant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_STEEPEST = 5.0  # degrees
_SLIGHT = 0.1  # degrees of slant that do no harm
_SIDE = 900  # pixels of the copy that is measured
_INK = 160  # darker grey is ink


def straightened(picture: Image.Image) -> tuple[Image.Image, float]:
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
