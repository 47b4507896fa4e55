"""The application: the screens behind the guard, with what they share in ``app.state``."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from torparse.errors import InternalError, TorparseError
from torparse.review.background import Background
from torparse.review.cells import all_cells
from torparse.review.drafts import Drafts
from torparse.review.exporting import Export
from torparse.review.guard import Guard
from torparse.review.notices import Notices
from torparse.review.pages import render
from torparse.review.posted import MEBIBYTE, Allowed
from torparse.review.screens import screens
from torparse.review.screens.checklists import Checklists
from torparse.review.session import Session
from torparse.review.waiting import reasons
from torparse.review.workspace import Workspace, tally_of

if TYPE_CHECKING:
    from torparse.checklists import Checklist

_TYPES = {".css": "text/css", ".js": "text/javascript"}
_SHARED = ("page.css", "reviewed.css")  # with the reports


def make_app(
    workspace: Workspace,
    session: Session,
    background: Background,
    options: Namespace,
    as_of: date,
    checklist: Checklist,
) -> Guard:
    """The review page of a folder as an ASGI application. ``options`` are those of the command."""
    every = screens()
    routes = [Route("/", _start), Route("/static/{name}", _static), *(route for one in every for route in one.routes)]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: _refused, TorparseError: _failed, Exception: _broken},
    )
    lists = app.state.checklists = Checklists(background, checklist, as_of, contacts=options.include_contacts)
    workspace.beforehand(tally_of, reasons, all_cells, lists.begin)
    app.state.workspace, app.state.session, app.state.options = workspace, session, options
    app.state.reviewer = options.reviewer
    app.state.nav = [one for one in every if one.path]
    app.state.notices, app.state.background = Notices(), background
    app.state.drafts = Drafts(workspace, background, as_of, checklist)
    app.state.export = Export(workspace, background, as_of, checklist)
    size = options.max_input * MEBIBYTE
    return Guard(app, session, {path: Allowed(n, size) for one in every for path, n in one.uploads.items()})


def _start(request: Request) -> Response:
    return RedirectResponse("/documents", 303)


def _static(request: Request) -> Response:
    """A style or a script of the templates, by its name."""
    name = request.path_params["name"]
    folder = resources.files("torparse").joinpath("templates")
    media = _TYPES.get(PurePosixPath(name).suffix)
    # looked up among the names that there are, so that no name is ever a path
    known = {one.name: one for one in folder.joinpath("review").iterdir()} | {n: folder.joinpath(n) for n in _SHARED}
    if media is None or name not in known:
        raise HTTPException(404)
    return Response(known[name].read_bytes(), media_type=media)


def _refused(request: Request, error: Exception) -> Response:
    """The page for an address that there is not, or something that may not be done."""
    assert isinstance(error, HTTPException)  # noqa: S101  # Starlette hands over what it is registered for
    title = {404: "There is no such page", 403: "This cannot be done here"}.get(error.status_code, "This did not work")
    said = "It may have been taken out, or the address is wrong." if error.status_code == 404 else error.detail
    return render(request, "problem.html", status=error.status_code, title=title, said=said)


def _failed(request: Request, error: Exception) -> Response:
    """The page for an error that is meant for the reader."""
    status = 500 if isinstance(error, InternalError) else 409
    return render(request, "problem.html", status=status, title="This did not work", said=str(error))


def _broken(request: Request, error: Exception) -> Response:
    """The page for a defect. The line on stderr has the kind of the error only; its words may quote a document."""
    print(f"torparse: the page {request.url.path} failed ({type(error).__name__})", file=sys.stderr)
    said = "torparse itself failed here. What was saved before is safe. Run it with --debug to see the details."
    return render(request, "problem.html", status=500, title="This did not work", said=said)
