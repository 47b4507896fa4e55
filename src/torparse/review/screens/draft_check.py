"""Draft check: one draft against the checklist, with the commented Word file, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.compare import slug
from torparse.report.checklist_views import ASKED
from torparse.report.words import JUDGEMENTS
from torparse.review import drafts, pages
from torparse.review.notices import Notice
from torparse.review.posted import files_of
from torparse.review.screens.documents import accepted

LABEL, PATH = "Draft check", "/draft-check"
UPLOADS = {PATH: 1}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _drafts(request: Request) -> drafts.Drafts:
    found: drafts.Drafts = request.app.state.drafts
    return found


def _draft(request: Request) -> drafts.Draft:
    try:
        return _drafts(request).get(request.path_params["key"])
    except KeyError as error:
        raise HTTPException(404) from error


def show(request: Request) -> Response:
    """The screen."""
    return _page(request)


def _page(request: Request, *, status: int = 200, errors: Sequence[tuple[str, str]] = ()) -> Response:
    held = _drafts(request)
    return pages.render(
        request,
        "draft_check.html",
        status=status,
        errors=errors,
        title=LABEL,
        checklist=held.checklist,
        drafts=held.all(),
        most=drafts.MOST,
        accept=accepted(),
        largest=pages.workspace(request).options.max_input,
    )


def add(request: Request) -> Response:
    """Have a draft checked."""
    sent = files_of(pages.form(request), "draft")
    if not sent:
        return _page(request, status=422, errors=[("draft", "Choose a draft first.")])
    most = pages.workspace(request).options.max_input
    if (sent[0].size or 0) > pages.workspace(request).limits.max_input_bytes:
        return _page(request, status=422, errors=[("draft", f"This draft is larger than {most} MiB.")])
    draft = _drafts(request).add(sent[0].filename or "", sent[0].file)
    return pages.see_other(request, f"{PATH}/{draft.key}")


def checked(request: Request) -> Response:
    """What was found in a draft."""
    draft = _draft(request)
    return pages.render(
        request,
        "draft.html",
        title=f"Check of {draft.name}",
        draft=draft,
        busy=draft.busy,
        said=draft.said,
        judgements=JUDGEMENTS,
        asked=ASKED,
        follow="follow" in request.query_params,
    )


def comments(request: Request) -> Response:
    """The draft with the gaps as comments."""
    draft = _draft(request)
    if draft.checked is None or draft.checked.commented is None:
        raise HTTPException(404)
    return _attached(draft.checked.commented, draft.commented_name)


def checklist(request: Request) -> Response:
    """The checklist of a body as a Word file."""
    draft = _draft(request)
    words = draft.checked.words if draft.checked else ()
    number = int(request.path_params["number"])
    if not 1 <= number <= len(words):
        raise HTTPException(404)
    body, data = words[number - 1]
    return _attached(data, f"checklist-{slug(Path(draft.name).stem)}--{slug(body)}.docx")


def forget(request: Request) -> Response:
    """Hold a draft no longer."""
    draft = _draft(request)
    _drafts(request).forget(draft.key)
    return pages.see_other(request, PATH, Notice(f"{draft.name} is forgotten."))


def _attached(data: bytes, name: str) -> Response:
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=_WORD, headers={"Content-Disposition": disposition})


ROUTES = (
    Route(PATH, show),
    Route(PATH, add, methods=["POST"]),
    Route("/draft-check/{key}", checked),
    Route("/draft-check/{key}/comments", comments),
    Route("/draft-check/{key}/checklist/{number:int}", checklist),
    Route("/draft-check/{key}/forget", forget, methods=["POST"]),
)
