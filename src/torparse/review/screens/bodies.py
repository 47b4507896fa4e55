"""Bodies: the bodies of a document, where people rename one, merge it into another, or split it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.corrections import Action, Applied, Entry, Say, Snapshot
from torparse.model import Body
from torparse.plain_words import many
from torparse.report.people import as_words
from torparse.report.words import STANDINGS, clause_title
from torparse.review import pages, saying
from torparse.review.posted import LONGEST_NOTE, text_of
from torparse.review.workspace import Item

LONGEST = 200
"""Characters of a body's name."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A body as listed. ``entries`` are its own clauses, of which a split may choose: those that torparse found."""

    number: int
    body: Body
    standing: str
    clauses: int
    entries: tuple[tuple[str, str, str], ...]


def show(request: Request) -> Response:
    """The screen."""
    item, applied = saying.document(request)
    return _page(request, item, applied)


def rename(request: Request) -> Response:
    """Give a body another name."""
    item, applied, row = _asked(request)
    name = pages.clean(text_of(pages.form(request), "name"), LONGEST)
    wrong = _wrong_name(name, applied)
    if wrong:
        return _refused(request, item, applied, f"name-{row.number}", wrong)
    say = saying.new(request, item, Action.RENAME, body=row.body.name, other=name, note=_note(request))
    return _save(request, item, say, f"“{row.body.name}” is called “{name}” now.", {"New name": name})


def merge(request: Request) -> Response:
    """Put a body into another one."""
    item, applied, row = _asked(request)
    into = text_of(pages.form(request), "into")
    if into not in {body.name for body in applied.record.bodies} - {row.body.name}:
        return _refused(request, item, applied, f"into-{row.number}", "Choose the body that it is part of.")
    say = saying.new(request, item, Action.MERGE, body=row.body.name, other=into, note=_note(request))
    return _save(request, item, say, f"“{row.body.name}” is part of “{into}” now.", {"Merge into": into})


def split(request: Request) -> Response:
    """Make a new body of some of a body's clauses."""
    item, applied, row = _asked(request)
    form = pages.form(request)
    name = pages.clean(text_of(form, "name"), LONGEST)
    chosen = {one for one in form.getlist("clause") if isinstance(one, str)}
    entries = [entry for entry in _own(applied, row.body) if entry.id in chosen]
    errors = []
    if not entries:
        first = row.entries[0][0] if row.entries else ""
        errors.append((f"clause-{first}", "Choose at least one clause that goes to the new body."))
    wrong = _wrong_name(name, applied)
    if wrong:
        errors.append((f"split-{row.number}", wrong))
    if errors:
        return _page(request, item, applied, errors=errors)
    document = applied.record.document
    moved = tuple(Snapshot.of(entry.machine, document) for entry in entries if entry.machine is not None)
    say = saying.new(request, item, Action.SPLIT, body=row.body.name, other=name, moved=moved, note=_note(request))
    given = {"New body": name, "Clauses": "; ".join(clause_title(entry.shown) for entry in entries)}
    return _save(request, item, say, f"“{name}” is a body of its own now, with {many(len(moved), 'clause')}.", given)


def _save(request: Request, item: Item, say: Say, said: str, given: Mapping[str, str]) -> Response:
    return saying.save(
        request, item, say, back=f"/bodies/{item.key}", said=said, given={"Body": say.body, **given}
    )  # fmt: skip


def _note(request: Request) -> str:
    return saying.note_of(pages.form(request))


def _asked(request: Request) -> tuple[Item, Applied, _Row]:
    """The document and the body that a form is about; raises HTTPException."""
    pages.for_writing(request)
    item, applied = saying.document(request)
    name = text_of(pages.form(request), "body")
    row = next((one for one in _rows(applied) if one.body.name == name), None)
    if row is None:
        raise HTTPException(409, "This body is not there any more. Somebody may have renamed or merged it.")
    return item, applied, row


def _wrong_name(name: str, applied: Applied) -> str:
    """What is wrong with a new name, in a sentence, or ""."""
    if not name:
        return "Give the new name."
    if name.casefold() in {body.name.casefold() for body in applied.record.bodies}:
        return f"There is already a body called “{name}”. Give another name, or merge the two."
    return ""


def _own(applied: Applied, body: Body) -> list[Entry]:
    """The entries of a body's own clauses that can be told apart in a later version: those that torparse found."""
    return [
        entry for entry in applied.entries
        if entry.machine is not None and entry.clause is not None and entry.clause.body in (body.name, *body.aliases)
    ]  # fmt: skip


def _rows(applied: Applied) -> list[_Row]:
    clauses = applied.record.clauses
    return [
        _Row(
            number,
            body,
            STANDINGS[body.standing],
            sum(clause.body in (body.name, *body.aliases) for clause in clauses),
            tuple((e.id, clause_title(e.shown), as_words(e.shown)) for e in _own(applied, body)),
        )
        for number, body in enumerate(applied.record.bodies, start=1)
    ]


def _refused(request: Request, item: Item, applied: Applied, field: str, wrong: str) -> Response:
    return _page(request, item, applied, errors=[(field, wrong)])


def _page(request: Request, item: Item, applied: Applied, *, errors: Sequence[tuple[str, str]] = ()) -> Response:
    """The screen; after a form with ``errors`` it has what was filled in there."""
    form = pages.form(request) if errors else None
    history = saying.history(request, item)
    seen = history.seen(Say(action=Action.RENAME, by="", on=""))
    return pages.render(
        request,
        "bodies.html",
        status=422 if errors else 200,
        errors=errors,
        title=f"Bodies of {item.name}",
        item=item,
        rows=_rows(applied),
        names=[body.name for body in applied.record.bodies],
        mentioned=applied.record.mentioned,
        shared=sum(clause.body is None for clause in applied.record.clauses),
        longest=LONGEST,
        longest_note=LONGEST_NOTE,
        seen=saying.number_of(form, "seen") if form else seen,
        typed=_typed(request) if form else {"body": "", "which": ""},
    )


def _typed(request: Request) -> dict[str, object]:
    """What was filled in, and in which form."""
    form = pages.form(request)
    texts = {name: text_of(form, name) for name in ("body", "name", "into", "note")}
    return {**texts, "clauses": form.getlist("clause"), "which": request.url.path.rpartition("/")[2]}


ROUTES = (
    Route("/bodies/{key}", show),
    Route("/bodies/{key}/rename", rename, methods=["POST"]),
    Route("/bodies/{key}/merge", merge, methods=["POST"]),
    Route("/bodies/{key}/split", split, methods=["POST"]),
)
