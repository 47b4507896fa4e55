"""Pictures of a PDF's pages, for people who compare what was read with what the page shows."""

from __future__ import annotations

import io
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torparse import workers
from torparse.errors import UnreadableInput
from torparse.readers._pdf.pictures import Drawer

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 110  # small print is legible, and a page of text takes less than 100 kB
_POINTS = 72  # of a PDF to an inch
_LONGEST = 2_400  # pixels of a side, so that a poster does not fill the memory
_COLOURS = 1_024  # a picture with more is a photograph, which PNG packs badly
_PALETTE = 64
_QUALITY = 80


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page's picture. ``width`` and ``height`` in points, as ``Box`` counts them, ``media`` and ``data`` the file.

    ``data`` is empty where no picture of the page can be made.
    """

    number: int
    width: float
    height: float
    media: str
    data: bytes


def images(data: bytes, wanted: Container[int], where: str) -> tuple[PageImage, ...]:
    """Pictures of the ``wanted`` pages (from 1) of a PDF; raises UnreadableInput for ``where`` if it cannot be opened.

    A page that cannot be drawn has no data. Each page counts as a sign of life of the process.
    """
    import pypdfium2 as pdfium

    try:
        drawer = Drawer(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(
            "is damaged: its pages cannot be drawn", where=where, todo="Save or download it again"
        ) from error
    found = []
    try:
        for at in range(len(drawer)):
            if at + 1 in wanted:
                found.append(_image(drawer, at))
                workers.alive()
    finally:
        drawer.close()
    return tuple(found)


def _image(drawer: Drawer, at: int) -> PageImage:
    import pypdfium2 as pdfium

    try:
        width, height = drawer.size(at)
    except pdfium.PdfiumError:
        return PageImage(at + 1, 0, 0, "", b"")
    try:
        scale = min(_DPI / _POINTS, _LONGEST / max(width, height, 1))
        media, data = _packed(drawer.page(at, scale, grey=False))
    except (pdfium.PdfiumError, ValueError):
        media, data = "", b""
    return PageImage(at + 1, width, height, media, data)


def _packed(picture: Image) -> tuple[str, bytes]:
    """The picture as a file with its media type: PNG for text and drawings, JPEG for photographs."""
    out = io.BytesIO()
    if picture.getcolors(_COLOURS) is None:
        picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
        return "image/jpeg", out.getvalue()
    picture.quantize(_PALETTE).save(out, "PNG", optimize=True)
    return "image/png", out.getvalue()
