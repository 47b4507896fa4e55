"""Pictures of pages (scans and photographs as PNG, JPEG, TIFF, WebP, BMP): their text is recognised by tesseract.

A picture has a size in points where it says how many dots an inch it has, as scanners do; otherwise it is taken to be a
page of A4. A TIFF may hold several pages.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.model import Document
from torparse.readers._base import CERTAIN, NO, Source

if TYPE_CHECKING:
    from PIL import Image

    from torparse.readers._ocr.recognition import Sheet

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")

_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_MAX_PIXELS = 100_000_000  # A3 at 600 dots an inch has 70 million
_A4 = 842  # points on the longer side
_SCANNED = range(100, 1201)  # dots an inch that a scanner sets; 72 and 96 are a screen's and say nothing of paper
_AGAIN = "Save it again as PNG or PDF"


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for the first bytes of one of these formats."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    bmp = head[:2] == b"BM" and head[6:10] == b"\x00" * 4  # two fields that are reserved
    return CERTAIN if head.startswith(_MAGIC) or webp or bmp else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a picture that is damaged, too large or without legible text."""
    from torparse.readers._ocr.recognition import recognised, turned_back
    from torparse.readers._pdf.blocks import blocks

    if source.choices.ocr == "never":
        raise source.unreadable("is a picture, and text recognition is off", "Leave out --ocr never")
    pages, media = _pages(source)
    outcome = recognised(source, pages, only="is a picture, whose text must be recognised")
    text, found = blocks([one.page for one in outcome.pages])
    return source.document(
        text, turned_back(found, outcome.pages), media, pages=len(pages), warnings=outcome.warnings,
        recognised=outcome.marks,
    )  # fmt: skip


def _pages(source: Source) -> tuple[list[Sheet], str]:
    """The pages of the picture and its format's short name; raises UnreadableInput."""
    from PIL import Image

    from torparse.readers._ocr.recognition import Sheet

    try:
        with _opened(source.data) as picture:
            count = getattr(picture, "n_frames", 1)
            if count > source.limits.max_pages:
                raise source.unreadable(
                    f"has {count:,} pages, more than the limit of {source.limits.max_pages:,}", "Split it"
                )
            sizes = [_size(picture, at, source) for at in range(count)]
            media = (picture.format or "").lower()
        # a picture that is cut off is found out before any page of it is recognised
        _drawn(source.data, count - 1, sizes[-1], 0.1)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise source.unreadable("is damaged: the picture in it cannot be opened", _AGAIN) from error
    return [Sheet(at + 1, *points, partial(_drawn, source.data, at, points)) for at, points in enumerate(sizes)], media


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture, without Pillow's warnings of its size, for which there is a limit here, and of odd marks in it."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            yield picture


def _size(picture: Image.Image, at: int, source: Source) -> tuple[float, float]:
    """The size of a page in points, as it is shown; raises UnreadableInput for one that is too large."""
    picture.seek(at)
    width, height = picture.size
    if width * height > _MAX_PIXELS:
        raise source.unreadable(
            f"has {width * height / 1e6:,.0f} million pixels, more than the limit of {_MAX_PIXELS // 10**6}",
            "Scan it again at 300 dots an inch",
        )
    if picture.getexif().get(0x0112, 1) >= 5:  # Exif: Orientation, those turned by a quarter
        width, height = height, width
    dots = picture.info.get("dpi", (0, 0))[0]
    inch = float(dots) if round(float(dots)) in _SCANNED else max(max(width, height) / _A4, 1.0) * 72
    return width * 72 / inch, height * 72 / inch


def _drawn(data: bytes, at: int, points: tuple[float, float], scale: float) -> Image.Image:
    """A page of this size as a grey picture, upright by its Exif data, on white, with ``scale`` pixels a point."""
    from PIL import Image, ImageOps

    size = (max(1, round(points[0] * scale)), max(1, round(points[1] * scale)))
    with _opened(data) as picture:
        picture.seek(at)
        upright = ImageOps.exif_transpose(picture)
        if upright.mode == "I;16":
            upright = upright.point(lambda light: light / 256, "L")
        if upright.has_transparency_data:
            over = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
        return upright.convert("L").resize(size, Image.Resampling.LANCZOS)
