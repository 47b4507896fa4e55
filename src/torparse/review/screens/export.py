"""Export: make the reports anew, and take them along one by one or in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from torparse.plain_words import many
from torparse.review import pages
from torparse.review.exporting import ARCHIVE, Export, Reports
from torparse.review.notices import Notice

LABEL, PATH = "Export", "/export"
_PIECE = 256 * 1024  # bytes
_WHAT = {
    "comparison.html": "the comparison of all bodies, to read in a browser",
    "comparison.xlsx": "the same for Excel",
    "clauses.csv": "every clause with its quote, a row each",
    "matrix.csv": "every body and provision, a row each",
    "run.json": "how the reports were made",
}


def _export(request: Request) -> Export:
    found: Export = request.app.state.export
    return found


def show(request: Request) -> Response:
    """The screen."""
    now = _export(request).now
    return pages.render(
        request,
        "export.html",
        title=LABEL,
        said=_said(request, now),
        busy=now.busy,
        done=now.done,
        total=now.total,
        failed=now.reason,
        files=now.files,
        groups=_groups(now.files),
        masked=not pages.workspace(request).options.include_contacts,
        follow="follow" in request.query_params,
    )


def _said(request: Request, now: Reports) -> str:
    """How far the making is, in a sentence."""
    found = pages.workspace(request)
    if now.busy and found.busy:
        done, total = found.progress
        return f"The reports wait for the documents: {done} of {many(total, 'document')} read so far."
    if now.busy and not now.total:
        return "The reports are being made."
    if now.busy:
        return f"{now.done} of {many(now.total, 'file')} written so far."
    return f"{many(len(now.files), 'file')} written." if now.files and not now.reason else ""


def _groups(names: tuple[str, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The files under headings, each with what it is, as far as that is not said by its name."""
    together = [(name, what) for name, what in _WHAT.items() if name in names]
    lists = [(name, "") for name in names if name.startswith("checklist-")]
    others = [(name, "") for name in names if name not in _WHAT and not name.startswith("checklist-")]
    groups = [("All documents together", together), ("Checklists, one for each body", lists), ("Further pages", others)]
    return [(heading, some) for heading, some in groups if some]


def start(request: Request) -> Response:
    """Make the reports anew."""
    pages.for_writing(request)
    said = "The reports are being made anew." if _export(request).start() else "The reports are being made already."
    return pages.see_other(request, PATH, Notice(said))


def file(request: Request) -> Response:
    """One of the reports, to be kept and not to be shown: a page of a document has no business on this address."""
    name = request.path_params["name"]
    try:
        path = _export(request).file(name)
    except KeyError as error:
        raise HTTPException(404) from error
    return FileResponse(path, filename=name, content_disposition_type="attachment")


def archive(request: Request) -> Response:
    """All of them."""
    if not _export(request).now.files:
        raise HTTPException(404)
    made = _export(request).archive()
    headers = {"Content-Disposition": f'attachment; filename="{ARCHIVE}"'}
    return StreamingResponse(_pieces(made), media_type="application/zip", headers=headers)


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    with made:
        while piece := made.read(_PIECE):
            yield piece


ROUTES = (
    Route(PATH, show),
    Route(PATH, start, methods=["POST"]),
    Route(f"/export/{ARCHIVE}", archive),
    Route("/export/files/{name}", file),
)
