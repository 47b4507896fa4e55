"""History: who said what when, what was before, what no longer fits, and where reviewers differ; with undo."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.corrections import Action, Applied, Conflict, Event, History, Say, agreement, taken_back
from torparse.corrections.anchoring import likest
from torparse.errors import BadData
from torparse.model import Evidence
from torparse.passages import Passages
from torparse.report.words import clause_title
from torparse.review import pages, saying
from torparse.review.posted import text_of
from torparse.review.telling import Told, snapshot_words, told
from torparse.review.workspace import Item

LABEL, PATH = "History", "/history"
A_PAGE = 50


@dataclass(frozen=True, slots=True)
class _Row:
    """An event as listed. ``seen`` is the newest undo of it, ``gone`` whether it no longer counts."""

    item: Item
    told: Told
    gone: bool
    seen: int


@dataclass(frozen=True, slots=True)
class _Of:
    """A document with what was said of it; ``gone`` are the events that no longer count."""

    item: Item
    applied: Applied
    history: History
    gone: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Conflict:
    """Something that no longer fits, with the passage that may be its later wording now (None: there is none, or it
    was not looked for)."""

    row: _Row
    reason: str
    quotes: tuple[str, ...]
    likest: Evidence | None
    clause: str


@dataclass(frozen=True, slots=True)
class _Differing:
    """A clause of which two people say different things: each with the words of what they say."""

    path: str
    title: str
    document: str
    says: tuple[tuple[str, str], ...]


def show(request: Request) -> Response:
    """The screen: of all documents, or of the one that ``document`` in the address names."""
    found, key = pages.workspace(request), request.query_params.get("document", "")
    every = {key: saying.document(request, key)[1]} if key else found.all_applied()
    said: list[tuple[str, int, _Of]] = []
    conflicts, broken = [], []
    histories = found.corrections.histories()
    for one, applied in every.items():
        item = found.item(one)
        try:
            history = histories.of(item.path, applied.record.document)
        except BadData as error:
            broken.append(str(error))
            continue
        of = _Of(item, applied, history, taken_back(history.events))
        said += [(event.say.on, event.number, of) for event in history.events]
        conflicts += [_conflict(of, each, look=bool(key)) for each in applied.conflicts]
    said.sort(key=lambda one: (one[0], one[1]), reverse=True)
    last = max((len(said) - 1) // A_PAGE, 0)
    page = min(max(_number(request.query_params.get("page", "")), 1), last + 1)
    return pages.render(
        request,
        "history.html",
        title=f"History of {found.item(key).name}" if key else LABEL,
        rows=[_row(of, of.history.events[number - 1]) for _, number, of in said[(page - 1) * A_PAGE : page * A_PAGE]],
        conflicts=conflicts,
        broken=broken,
        differing=[one for k, applied in every.items() for one in _differing(found.item(k), applied)],
        agreed=agreement(entry for applied in every.values() for entry in applied.entries),
        document=key,
        here=f"{PATH}?{urlencode({'document': key})}" if key else PATH,
        total=len(said),
        page=page,
        pages=last + 1,
        before=_address(key, page - 1) if page > 1 else "",
        after=_address(key, page + 1) if page <= last else "",
        busy=found.busy,
    )


def undo(request: Request) -> Response:
    """Take something back that was said, or the taking back of it."""
    pages.for_writing(request)
    form = pages.form(request)
    item, applied = saying.document(request, text_of(form, "document"))
    history, of = saying.history(request, item), saying.number_of(form, "of")
    event = next((one for one in history.events if one.number == of), None)
    back = f"{PATH}?{urlencode({'document': item.key})}"
    said = f"Undone: {_line(told(event, history, applied.record))}" if event is not None else ""
    given = {"What you wanted to undo": _line(told(event, history, applied.record)) if event is not None else str(of)}
    say = saying.new(request, item, Action.UNDO, of=of)
    return saying.save(request, item, say, back=back, said=said, given=given)


def _line(one: Told) -> str:
    return f"{one.did}: {one.about}, by {one.who} on {one.when}"


def _row(of: _Of, event: Event) -> _Row:
    seen = of.history.seen(Say(action=Action.UNDO, by="", on="", of=event.number))
    return _Row(of.item, told(event, of.history, of.applied.record), event.number in of.gone, seen)


def _conflict(of: _Of, conflict: Conflict, *, look: bool) -> _Conflict:
    item, applied = of.item, of.applied
    say = conflict.event.say
    snapshot = say.clause or say.machine
    quotes = snapshot.quotes if snapshot else ()
    passage = None
    if look and quotes:
        passage = likest(quotes[0], Passages(applied.record).all())
    near = [
        entry for entry in applied.entries
        if passage is not None and any(r.start < passage.end and passage.start < r.end for r in entry.shown.evidence)
        and snapshot is not None and entry.shown.type == snapshot.type
    ]  # fmt: skip
    new = urlencode({"type": snapshot.type, "body": snapshot.body or ""}) if snapshot else ""
    path = f"/clause/{item.key}/{near[0].id}" if near else f"/clause/{item.key}/new?{new}" if snapshot else ""
    return _Conflict(_row(of, conflict.event), conflict.reason, tuple(q.exact for q in quotes), passage, path)


def _differing(item: Item, applied: Applied) -> list[_Differing]:
    found = []
    for entry in applied.entries:
        if entry.differs:
            says = tuple(
                (name, snapshot_words(event.say.clause) if event.say.clause else "No clause")
                for name, event in sorted(entry.latest.items())
            )
            found.append(
                _Differing(f"/clause/{item.key}/{entry.id}", clause_title(entry.shown), item.name, says)
            )  # fmt: skip
    return found


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _address(document: str, page: int) -> str:
    return f"{PATH}?{urlencode({'document': document, 'page': page})}"


ROUTES = (
    Route(PATH, show),
    Route("/history/undo", undo, methods=["POST"]),
)
