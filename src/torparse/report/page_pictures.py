"""Pictures of a PDF's pages with the lines of each clause framed, for the page of that document's text.

The lines that hold what is to be masked are covered in the picture itself. What a page shows as a picture (a
letterhead, a signature) is not text and stays.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from torparse.model import Block, Box, Clause, Record
from torparse.readers import PageImage
from torparse.report.views import Views, text_anchor
from torparse.report.words import clause_title

PICTURED = 60
"""How many pages of a document are pictured at most: the first ones with a clause."""

_LEAST = 0.1  # the part of a line that a run must take up to be on it, lest a frame reach into the next line
_PAD = 1.5  # points round a frame


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of one clause on one page. ``anchor`` is its sentence in the text, ``title`` what it is about,
    ``label`` the numbers of all frames that begin with the same line, at the first of them."""

    anchor: str
    title: str
    label: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A page. ``source`` is its picture as a data address, "" where none can be made; sizes in points."""

    number: int
    width: float
    height: float
    source: str
    frames: tuple[Frame, ...]


def pages_with_clauses(record: Record) -> tuple[int, ...]:
    """The pages (from 1) on which clauses stand, at most ``PICTURED``."""
    pages = {box.page for clause in record.clauses for box in _boxes(record, clause)}
    return tuple(sorted(pages)[:PICTURED])


def picture_views(views: Views, record: Record, images: Iterable[PageImage]) -> tuple[PictureView, ...]:
    """What the page of a document shows of its pages; ``images`` are the pictures of some of them."""
    frames: dict[int, list[Frame]] = {number: [] for number in views.pictured[record.document.id]}
    for clause in sorted(record.clauses, key=lambda c: c.evidence[0].start):
        for number, boxes in _by_page(_boxes(record, clause)).items():
            if number in frames:
                frame = Frame(text_anchor(views.anchor(clause)), clause_title(clause), "", tuple(boxes))
                frames[number].append(frame)
    hidden = _by_page(
        box for start, end in views.mask(record).spans for box in lines_of(record.document.blocks, start, end)
    )
    drawn = {image.number: image for image in images}
    return tuple(_view(number, drawn.get(number), hidden, some) for number, some in frames.items())


def lines_of(blocks: Iterable[Block], start: int, end: int) -> Iterator[Box]:
    """The lines of ``blocks`` on which the text from ``start`` to ``end`` stands.

    A block knows its lines, not which of its characters is on which: they are dealt out by the widths of the lines.
    """
    for block in blocks:
        if block.start < end and block.end > start and block.boxes:
            length, total = block.end - block.start, sum(box.x1 - box.x0 for box in block.boxes)
            first, last = max(start - block.start, 0) / length, min(end - block.start, length) / length
            at = 0.0
            for box in block.boxes:
                width = (box.x1 - box.x0) / total
                on_it = min(last, at + width) - max(first, at)
                if len(block.boxes) == 1 or on_it > min(_LEAST * width, (last - first) / 2):
                    yield box
                at += width


def _boxes(record: Record, clause: Clause) -> list[Box]:
    return [box for run in clause.evidence for box in lines_of(record.document.blocks, run.start, run.end)]


def _by_page(boxes: Iterable[Box]) -> dict[int, list[Box]]:
    found: dict[int, list[Box]] = {}
    for box in boxes:
        if box not in found.setdefault(box.page, []):
            found[box.page].append(box)
    return found


def _view(number: int, image: PageImage | None, hidden: Mapping[int, list[Box]], frames: list[Frame]) -> PictureView:
    if image is None or not image.data:
        return PictureView(number, 0, 0, "", tuple(frames))
    data = _covered(image, hidden[number]) if number in hidden else image.data
    source = f"data:{image.media};base64,{base64.b64encode(data).decode('ascii')}"
    return PictureView(number, image.width, image.height, source, tuple(_labelled(frames)))


def _labelled(frames: Sequence[Frame]) -> Iterator[Frame]:
    begin: dict[Box, list[str]] = {}
    for number, frame in enumerate(frames, 1):
        begin.setdefault(frame.boxes[0], []).append(str(number))
    for frame in frames:
        label = ", ".join(begin.pop(frame.boxes[0], ()))
        yield Frame(frame.anchor, frame.title, label, tuple(_padded(box) for box in frame.boxes))


def _padded(box: Box) -> Box:
    return Box(box.page, box.x0 - _PAD, box.top - _PAD, box.x1 + _PAD, box.bottom + _PAD)


def _covered(image: PageImage, boxes: Iterable[Box]) -> bytes:
    """The picture with ``boxes`` painted over."""
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(image.data)) as opened:
        kind, picture = opened.format, opened.convert(opened.mode)
    scale = picture.width / image.width
    draw = ImageDraw.Draw(picture)
    for box in map(_padded, boxes):
        draw.rectangle([edge * scale for edge in (box.x0, box.top, box.x1, box.bottom)], fill=0)
    stream = io.BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()
