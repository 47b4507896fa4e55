"""Keeping what a form says of a document, and the page that comes where it could not be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from torparse.contract import text_sha256
from torparse.corrections import Action, Applied, Changed, History, Say, now
from torparse.errors import OutputError
from torparse.review import pages
from torparse.review.guard import FIELD
from torparse.review.notices import Notice, Undo
from torparse.review.posted import LONGEST_NOTE, text_of
from torparse.review.telling import Told, told
from torparse.review.workspace import Item

SEEN, NOTE = "seen", "note"


def document(request: Request, key: str = "") -> tuple[Item, Applied]:
    """The document that the address (or ``key``) names, with what people said of it; raises HTTPException (404)."""
    found = pages.workspace(request)
    try:
        item = found.item(key or request.path_params["key"])
        return item, found.applied(item.key)
    except KeyError as error:
        raise HTTPException(404) from error


def history(request: Request, item: Item) -> History:
    """What was said of a document so far; raises BadData."""
    assert item.record is not None, "document() has looked"  # noqa: S101
    return pages.workspace(request).corrections.history(item.path, item.record.document)


def new(request: Request, item: Item, action: Action, **fields: Any) -> Say:
    """Something said by this reader now."""
    assert item.record is not None, "document() has looked"  # noqa: S101
    sha256 = text_sha256(item.record.document.text)
    return Say(action=action, by=pages.reviewer(request), on=now(), text_sha256=sha256, **fields)


def note_of(form: FormData) -> str:
    """The remark in a form."""
    return text_of(form, NOTE).strip()[:LONGEST_NOTE]


def number_of(form: FormData, name: str) -> int:
    """A whole number in a hidden field; raises HTTPException (400)."""
    given = text_of(form, name)
    if not given.isascii() or not given.isdigit() or len(given) > 9:
        raise HTTPException(400, "What was sent could not be understood.")
    return int(given)


def save(
    request: Request, item: Item, say: Say, *, back: str, said: str, given: Mapping[str, str], undo: bool = True
) -> Response:
    """Keep ``say`` and go on to ``back``, where ``said`` is read and can be undone.

    ``given`` is what the reader had filled in, by label: it is shown, and stays in a form, where it could not be kept.
    """
    found = pages.for_writing(request)
    try:
        event = found.say(item.key, say, number_of(pages.form(request), SEEN))
    except Changed as changed:
        newer = told(changed.event, history(request, item), found.applied(item.key).record)
        return _unsaved(request, back, given, str(changed.event.number), newer=newer)
    except OutputError as error:
        return _unsaved(request, back, given, text_of(pages.form(request), SEEN), reason=str(error))
    again = Undo("Undo", "/history/undo", {"document": item.key, "of": str(event.number), SEEN: "0"})
    return pages.see_other(request, back, Notice(said, undo=again if undo else None))


def _unsaved(
    request: Request, back: str, given: Mapping[str, str], seen: str, *, newer: Told | None = None, reason: str = ""
) -> Response:
    """The page that shows what was saved meanwhile, or why nothing could be, with all that the reader had filled in."""
    form = pages.form(request)
    hidden = [(n, v) for n, v in form.multi_items() if isinstance(v, str) and n not in (FIELD, SEEN, NOTE)]
    return pages.render(
        request,
        "unsaved.html",
        status=409 if newer else 503,
        title="Somebody else has changed this meanwhile" if newer else "This was not saved",
        newer=newer,
        reason=reason,
        given=given,
        hidden=hidden,
        seen=seen,
        note=text_of(form, NOTE) if NOTE in form else None,
        longest=LONGEST_NOTE,
        action=request.url.path,
        back=back,
    )
