"""Documents: what is in the folder and how far it has been read and checked; adding, taking out, the reader's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse import readers
from torparse.compare import bodies_of
from torparse.corrections import Applied
from torparse.errors import TorparseError
from torparse.left_out import REMOVED
from torparse.plain_words import many
from torparse.report.words import KINDS
from torparse.review import files, pages
from torparse.review.notices import Notice, Undo
from torparse.review.posted import MEBIBYTE, files_of, text_of
from torparse.review.workspace import Item, State, Tally, Workspace, tally_of

LABEL, PATH = "Documents", "/documents"
MOST_FILES = 200
UPLOADS = {"/documents/add": MOST_FILES}
_WORDS = {
    State.WAITING: ("…", "Waiting"),
    State.READING: ("→", "Being read"),
    State.READ: ("✓", "Read"),
    State.FAILED: ("✗", "Not read"),
}
_PICTURE = "a picture; save it as PDF or TIFF to have its text recognised"


@dataclass(frozen=True, slots=True)
class _Row:
    """A document as it is listed."""

    item: Item
    kind: str
    bodies: tuple[str, ...]
    tally: Tally | None

    @property
    def sign(self) -> str:
        return _WORDS[self.item.state][0]

    @property
    def word(self) -> str:
        return _WORDS[self.item.state][1]


def accepted() -> str:
    """The endings that a file button offers."""
    return ",".join(sorted({*readers.suffixes(), ".zip"}))


def show(request: Request) -> Response:
    """The screen."""
    found = pages.workspace(request)
    if found.ready:
        found.look_now_and_then()
    return _page(request)


def _page(request: Request, *, status: int = 200, errors: Sequence[tuple[str, str]] = (), name: str = "") -> Response:
    found = pages.workspace(request)
    done, total = found.progress
    applied = found.all_applied()
    return pages.render(
        request,
        "documents.html",
        status=status,
        errors=errors,
        title=LABEL,
        items=[_row(item, applied.get(item.key)) for item in found.items()],
        said=_said(found, done, total),
        ready=found.ready,
        busy=found.busy,
        done=done,
        total=total,
        left_out=found.left_out,
        taken_out=files.taken_out(found.folder),
        accept=accepted(),
        largest=found.options.max_input,
        longest=pages.LONGEST_NAME,
        name=name or pages.reviewer(request),
        follow="follow" in request.query_params,
    )


def _row(item: Item, applied: Applied | None) -> _Row:
    if applied is None:
        return _Row(item, "", (), None)
    record = applied.record
    return _Row(item, KINDS[record.kind], tuple(body.name for body in bodies_of(record)), tally_of(applied))


def _said(found: Workspace, done: int, total: int) -> str:
    """How far the reading is, in a sentence."""
    if not found.ready:
        return "Looking through the folder."
    failed = sum(item.state is State.FAILED for item in found.items())
    could_not = f" {many(failed, 'document')} could not be read." if failed else ""
    so_far = " so far" if found.busy else ""
    return f"{done - failed} of {many(total, 'document')} read{so_far}.{could_not}" if total else ""


def add(request: Request) -> Response:
    """Copy what was sent into the folder."""
    found = pages.for_writing(request)
    sent = files_of(pages.form(request), "files")
    if not sent:
        return _page(request, status=422, errors=[("files", "Choose at least one document first.")])
    results = [_stored(found, one) for one in sent]
    found.look()
    stored = [path.name for path, _ in results if path]
    lines = [line for _, line in results if line]
    reasons = dict(found.left_out)
    lines += [f"{name} is not read: {reasons[name]}." for name in stored if name in reasons]
    said = f"{many(len(stored), 'document')} added." if stored else "Nothing was added."
    return pages.see_other(request, PATH, Notice(said, tuple(lines), wrong=not stored))


def _stored(found: Workspace, sent: UploadFile) -> tuple[Path | None, str]:
    """The new file, or None; and what is to be said of it, if anything."""
    given = sent.filename or ""
    name = files.safe_name(given)
    refused = readers.no_document(Path(name))
    if refused:
        return None, f"{name} was not added: {_PICTURE if refused.startswith('a picture') else refused}."
    if (sent.size or 0) > found.limits.max_input_bytes:
        most = f"{found.limits.max_input_bytes // MEBIBYTE} MiB"
        return None, f"{name} was not added: it is larger than {most}. Split it, or start torparse with --max-input."
    try:
        path = files.store(found.folder, given, sent.file)
    except TorparseError as error:
        return None, str(error)
    return path, f"{name} is there already, so this one is called {path.name}." if path.name != name else ""


def look(request: Request) -> Response:
    """Look through the folder for documents that somebody else put there."""
    found = pages.workspace(request)
    before = {item.id for item in found.items()}
    found.look()
    new = len({item.id for item in found.items()} - before)
    return pages.see_other(request, PATH, Notice(f"{many(new, 'new document')} found." if new else "Nothing is new."))


def remove(request: Request) -> Response:
    """Take a document out of the folder, into the one for those taken out."""
    found = pages.for_writing(request)
    item = _item(request, found)
    if not item.single:
        raise HTTPException(409, "This document is in an archive. Take the archive out of the folder instead.")
    kept = files.take_out(found.folder, item.path, item.id)
    found.look()
    said = f"{item.name} was moved into the folder “{REMOVED}”. It was not deleted."
    return pages.see_other(
        request, PATH, Notice(said, undo=Undo("Put it back", "/documents/put-back", {"document": kept}))
    )


def put_back(request: Request) -> Response:
    """Put a document back that was taken out."""
    found = pages.for_writing(request)
    name = files.put_back(found.folder, text_of(pages.form(request), "document"))
    found.look()
    return pages.see_other(request, PATH, Notice(f"{name} is back."))


def again(request: Request) -> Response:
    """Read a document once more."""
    found = pages.workspace(request)
    item = _item(request, found)
    found.read_again(item.key)
    return pages.see_other(request, PATH, Notice(f"{item.name} is being read again."))


def rename_reader(request: Request) -> Response:
    """Keep the name under which the reader speaks."""
    name = pages.clean_name(text_of(pages.form(request), "name"))
    if not name:
        return _page(request, status=422, errors=[("name", "Give a name, or initials.")])
    return pages.remember(pages.see_other(request, PATH, Notice(f"You are {name}.")), pages.REVIEWER, name)


def _item(request: Request, found: Workspace) -> Item:
    try:
        return found.item(request.path_params["key"])
    except KeyError as error:
        raise HTTPException(404) from error


ROUTES = (
    Route(PATH, show),
    Route("/documents/add", add, methods=["POST"]),
    Route("/documents/look", look, methods=["POST"]),
    Route("/documents/put-back", put_back, methods=["POST"]),
    Route("/documents/{key}/remove", remove, methods=["POST"]),
    Route("/documents/{key}/again", again, methods=["POST"]),
    Route("/reviewer", rename_reader, methods=["POST"]),
)
