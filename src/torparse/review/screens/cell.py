"""Cell: one provision of one body, with what a person can say of it where the document says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.corrections import Action, Event, Say
from torparse.model import Verdict
from torparse.provisions import PROVISIONS, Provision
from torparse.report.people import as_words
from torparse.report.words import SHOWN_STATUSES
from torparse.review import cells, pages, saying
from torparse.review.posted import LONGEST_NOTE, text_of
from torparse.review.telling import VERDICTS, told, when
from torparse.review.workspace import Item


def show(request: Request) -> Response:
    """The screen; ``body`` and ``provision`` in the address say which cell."""
    query = request.query_params
    item, place, provision = _found(request, query.get("body", ""), query.get("provision", ""))
    return _page(request, item, place, provision)


def judge(request: Request) -> Response:
    """Keep what a person says of a cell: not needed, looked at and absent, or nothing any more."""
    pages.for_writing(request)
    form = pages.form(request)
    item, place, provision = _found(request, text_of(form, "body"), text_of(form, "provision"))
    if not cells.may_be_judged(place.cell(provision)):
        raise HTTPException(409, "The document says something on this now, so this cell can no longer be judged.")
    verdict, note = _verdict(text_of(form, "verdict")), saying.note_of(form)
    if verdict is Verdict.NOT_NEEDED and not note:
        wrong = [("note", "Say why it is not needed, in a few words.")]
        return _page(request, item, place, provision, status=422, errors=wrong, seen=saying.number_of(form, "seen"))
    said = f"{provision.title}, {place.body.name}: {VERDICTS[verdict] if verdict else 'taken back'}."
    return saying.save(
        request,
        item,
        saying.new(
            request, item, Action.JUDGE, body=_said_of(place, provision), provision=provision.id, verdict=verdict,
            note=note,
        ),
        back=place.address(provision),
        said=f"Saved: {said}",
        given={"Provision": provision.title, "Body": place.body.name,
               "What you said": VERDICTS[verdict] if verdict else "Take back what was said"},
    )  # fmt: skip


def _found(request: Request, body: str, provision: str) -> tuple[Item, cells.Place, Provision]:
    """The cell of that body and provision; raises HTTPException (404)."""
    item, applied = saying.document(request)
    place = next((one for one in cells.places({item.key: applied}) if one.body.name == body), None)
    row = next((one for one in PROVISIONS if one.id == provision), None)
    if place is None or row is None:
        raise HTTPException(404)
    return item, place, row


def _verdict(given: str) -> Verdict | None:
    if given == "none":
        return None
    try:
        return Verdict(given)
    except ValueError as error:
        raise HTTPException(400, "Use one of the buttons of the page.") from error


def _said_of(place: cells.Place, provision: Provision) -> str:
    """The body's name under which the cell is spoken of: the one in what counts now, where somebody said something."""
    event = place.verdict(provision)
    return event.say.body if event is not None else place.body.name


def _page(
    request: Request,
    item: Item,
    place: cells.Place,
    provision: Provision,
    *,
    status: int = 200,
    errors: Sequence[tuple[str, str]] = (),
    seen: int | None = None,
) -> Response:
    cell, history = place.cell(provision), saying.history(request, item)
    entries = place.entries(provision)
    about = Say(action=Action.JUDGE, by="", on="", body=_said_of(place, provision), provision=provision.id)
    on_it = {event.number for event in _events(place, provision, history.events)}
    on_it |= {event.number for entry in entries for event in entry.events}
    on_it |= {e.number for e in history.events if e.say.action is Action.UNDO and e.say.of in on_it}
    judged = cell.judged
    return pages.render(
        request,
        "cell.html",
        status=status,
        errors=errors,
        title=f"{provision.title}: {place.body.name}",
        item=item,
        place=place,
        provision=provision,
        code=cell.code,
        word=SHOWN_STATUSES[cell.code][0],
        meaning=SHOWN_STATUSES[cell.code][1],
        summary=cell.summary,
        clauses=[(f"/clause/{item.key}/{entry.id}", as_words(entry.shown), entry.shown.evidence) for entry in entries],
        pointer=cell.pointer,
        judged=judged,
        verdict=VERDICTS[judged.verdict] if judged else "",
        judged_on=when(judged.review.on) if judged else "",
        may=cells.may_be_judged(cell),
        types=[feed.type for feed in provision.feeds],
        note=text_of(pages.form(request), "note") if request.method == "POST" else "",
        longest=LONGEST_NOTE,
        seen=history.seen(about) if seen is None else seen,
        told=[told(e, history, place.applied.record) for e in reversed(history.events) if e.number in on_it],
    )


def _events(place: cells.Place, provision: Provision, events: Sequence[Event]) -> list[Event]:
    """What was said of the cell itself, under any name that the body has had."""
    names = {place.body.name, *place.body.aliases, _said_of(place, provision)}
    return [
        e for e in events
        if e.say.action is Action.JUDGE and e.say.provision == provision.id and e.say.body in names
    ]  # fmt: skip


ROUTES = (
    Route("/cell/{key}", show, methods=["GET"]),
    Route("/cell/{key}", judge, methods=["POST"]),
)
