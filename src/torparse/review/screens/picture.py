"""The page of a PDF as a picture, with the lines of one clause framed."""

from __future__ import annotations

import io
import threading
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.errors import TorparseError
from torparse.readers import PageImage
from torparse.report.page_pictures import lines_of
from torparse.reporting import page_images
from torparse.review import pages
from torparse.review.background import Urgency
from torparse.review.workspace import Item, Workspace
from torparse.tasks import Task, choices_of

_WAIT = 60.0  # seconds for the page to be drawn
_COLOUR, _THICK = (176, 0, 32), 3


def show(request: Request) -> Response:
    """The picture as PNG; 404 where there is none."""
    found = pages.workspace(request)
    key, entry, number = (request.path_params[name] for name in ("key", "entry", "page"))
    try:
        item, applied = found.item(key), found.applied(key)
        clause = applied.entry(entry).shown
    except KeyError as error:
        raise HTTPException(404) from error
    if not 1 <= number <= (applied.record.document.pages or 0):  # nobody waits for what cannot be drawn
        raise HTTPException(404)
    image = _drawn(found, item, number)
    if image is None or not image.data:
        raise HTTPException(404)
    blocks = applied.record.document.blocks
    boxes = [box for run in clause.evidence for box in lines_of(blocks, run.start, run.end) if box.page == number]
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(image.data)) as opened:
        picture = opened.convert("RGB")
    scale, draw = picture.width / image.width, ImageDraw.Draw(picture)
    for box in boxes:
        corners = [edge * scale for edge in (box.x0 - 2, box.top - 2, box.x1 + 2, box.bottom + 2)]
        draw.rectangle(corners, outline=_COLOUR, width=_THICK)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return Response(stream.getvalue(), media_type="image/png")


def _drawn(found: Workspace, item: Item, number: int) -> PageImage | None:
    """The picture of a page, drawn in the background's thread, as every document is read there."""
    task = Task(item.path, item.id, found.limits, choices_of(found.options))
    made: list[PageImage] = []
    done = threading.Event()

    def draw() -> None:
        try:
            made.extend(found.apart(partial(page_images, wanted=(number,)), task))
        except TorparseError:
            made.clear()  # the page says in words that there is no picture
        finally:
            done.set()

    found.soon(Urgency.DRAFT, draw)
    done.wait(_WAIT)
    return next((one for one in made if one.number == number), None)


ROUTES = (Route("/picture/{key}/{entry}/{page:int}", show),)
