"""Document facts: the kind of a document, and the clauses with its dates, adoption and version."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.corrections import Action, Say
from torparse.model import Kind
from torparse.report.people import as_words
from torparse.report.words import KINDS
from torparse.review import pages, saying
from torparse.review.posted import LONGEST_NOTE, text_of

FACTS = "document_facts"


def show(request: Request) -> Response:
    """The screen."""
    return _page(request)


def save(request: Request) -> Response:
    """Keep what kind of document it is."""
    pages.for_writing(request)
    item, _ = saying.document(request)
    form = pages.form(request)
    given = text_of(form, "kind")
    if given not in list(Kind):
        return _page(request, errors=[(f"kind-{next(iter(KINDS))}", "Choose what kind of document it is.")])
    kind = Kind(given)
    say = saying.new(request, item, Action.KIND, kind=kind, note=saying.note_of(form))
    said = f"{item.name} is kept as: {KINDS[kind]}."
    return saying.save(
        request, item, say, back=f"/facts/{item.key}", said=said, given={"Kind of document": KINDS[kind]}
    )  # fmt: skip


def _page(request: Request, *, errors: Sequence[tuple[str, str]] = ()) -> Response:
    item, applied = saying.document(request)
    form, record = pages.form(request) if errors else None, applied.record
    return pages.render(
        request,
        "facts.html",
        status=422 if errors else 200,
        errors=errors,
        title=f"Facts of {item.name}",
        item=item,
        kinds=[(kind.value, words) for kind, words in KINDS.items()],
        kind=record.kind.value,
        machine=KINDS[item.record.kind] if item.record and item.record.kind is not record.kind else "",
        note=saying.note_of(form) if form else "",
        longest=LONGEST_NOTE,
        seen=saying.number_of(form, "seen")
        if form
        else saying.history(request, item).seen(Say(action=Action.KIND, by="", on="")),
        clauses=[
            (f"/clause/{item.key}/{entry.id}", as_words(entry.clause), entry.clause.evidence)
            for entry in applied.entries
            if entry.clause is not None and entry.clause.type == FACTS
        ],
        add=f"/clause/{item.key}/new?type={FACTS}",
    )


ROUTES = (
    Route("/facts/{key}", show, methods=["GET"]),
    Route("/facts/{key}", save, methods=["POST"]),
)
