"""What the screens share: rendering their templates, answering a form, and who the reader is.

A screen's template extends ``review/base.html``, which is given all that ``render`` adds to the screen's own names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from torparse import __version__
from torparse.plain_words import many
from torparse.report.pages import environment
from torparse.review.guard import FIELD
from torparse.review.notices import Notice
from torparse.review.workspace import Workspace

if TYPE_CHECKING:
    from jinja2 import Environment

REVIEWER, SHORTCUTS = "torparse_reviewer", "torparse_shortcuts"
"""Cookies without a port in their names: they are to hold in the next run too."""
LONGEST_NAME = 60
_YEAR = 365 * 24 * 3600
READ_ONLY = "This folder is open for reading only, so nothing was changed."


@cache
def _templates() -> Environment:
    made = environment()
    made.filters["many"] = many
    return made


def workspace(request: Request) -> Workspace:
    """The documents."""
    found: Workspace = request.app.state.workspace
    return found


def form(request: Request) -> FormData:
    """What was posted; the guard has checked where it came from."""
    found: FormData = request.state.form
    return found


def reviewer(request: Request) -> str:
    """The name under which what this reader says is kept."""
    return clean_name(unquote(request.cookies.get(REVIEWER, ""))) or request.app.state.reviewer


def clean_name(given: str) -> str:
    """A reader's name on one line, without what cannot be printed; "" where nothing is left."""
    return clean(given, LONGEST_NAME)


def clean(given: str, longest: int) -> str:
    """A text on one line, at most ``longest`` characters, without what cannot be printed; "" where nothing is left."""
    printable = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in given)
    return " ".join(printable.split())[:longest].strip()


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    errors: Sequence[tuple[str, str]] = (),
    **context: Any,
) -> HTMLResponse:
    """A page of ``templates/review``. ``errors`` are pairs of a field's id and what is wrong with it, for the summary.

    ``context`` has at least ``title``, the words of the first heading.
    """
    state = request.app.state
    token = state.session.csrf
    here = request.url.path
    return HTMLResponse(
        _templates().get_template(f"review/{template}").render(
            request=request,
            nav=[(one.label, one.path, here == one.path or here.startswith(f"{one.path}/")) for one in state.nav],
            registered=frozenset(one.path for one in state.nav),
            csrf=Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token),
            notice=state.notices.take(request.query_params.get("notice", "")),
            errors=errors,
            reviewer=reviewer(request),
            shortcuts=request.cookies.get(SHORTCUTS) != "off",
            read_only=state.workspace.read_only,
            folder=state.workspace.folder.name or str(state.workspace.folder),
            version=__version__,
            **context,
        ),
        status,
    )  # fmt: skip


def see_other(request: Request, path: str, notice: Notice | None = None, anchor: str = "") -> RedirectResponse:
    """Go on to a page after a form (POST, redirect, GET); ``notice`` is shown there, and the reader taken to it."""
    if notice is not None:
        query = urlencode({"notice": request.app.state.notices.put(notice)})
        path, anchor = f"{path}{'&' if '?' in path else '?'}{query}", anchor or "notice"
    return RedirectResponse(f"{path}#{anchor}" if anchor else path, 303)


def remember(answer: RedirectResponse, cookie: str, value: str) -> RedirectResponse:
    """Have the browser keep a choice for a year."""
    answer.set_cookie(cookie, quote(value), max_age=_YEAR, path="/", httponly=True, samesite="strict")
    return answer


def for_writing(request: Request) -> Workspace:
    """The documents, where they may be changed; raises HTTPException (403) in a folder open for reading only."""
    found = workspace(request)
    if found.read_only:
        raise HTTPException(403, READ_ONLY)
    return found
