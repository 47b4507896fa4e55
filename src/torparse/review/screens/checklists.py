"""Checklists: how far each body meets the list of the command check, and the whole list of a document's bodies."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.check import bodies_checked
from torparse.compare import compare
from torparse.corrections import Applied
from torparse.plain_words import many
from torparse.report.checklist_views import ASKED, ChecklistView
from torparse.report.views import Views
from torparse.report.words import SHOWN_JUDGEMENTS
from torparse.review import pages, saying
from torparse.review.background import Urgency

LABEL, PATH = "Checklists", "/checklists"
A_PAGE = 25
"""Documents on a page of the list."""
COUNTED = ("met", "partly", "promised", "not_met", "not_needed", "cannot_be_judged")
_KEPT = 400


class _Made:
    """The checklists made so far, of what they were made of. Making one takes a while, so many are made unseen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lists: OrderedDict[str, tuple[Applied, tuple[ChecklistView, ...]]] = OrderedDict()
        self._asked: set[str] = set()

    def known(self, key: str, applied: Applied) -> tuple[ChecklistView, ...] | None:
        """The checklists of a document, one a body; None where they have not been made of it as it is now."""
        with self._lock:
            made = self._lists.get(key)
        return made[1] if made is not None and made[0] is applied else None

    def of(self, request: Request, key: str, applied: Applied) -> tuple[ChecklistView, ...]:
        """The same, made now where need be."""
        known = self.known(key, applied)
        if known is not None:
            return known
        contacts, drafts = pages.workspace(request).options.include_contacts, request.app.state.drafts
        views = Views([applied.record], compare([applied.record]), include_contacts=contacts, as_of=drafts.as_of)
        made = tuple(views.checklists(drafts.checklist))
        with self._lock:
            self._lists[key] = applied, made
            self._lists.move_to_end(key)
            while len(self._lists) > _KEPT:
                self._lists.popitem(last=False)
        return made

    def begin(self, request: Request, key: str, applied: Applied) -> None:
        """Have them made in the background."""

        def make() -> None:
            self._asked.discard(key)
            self.of(request, key, applied)

        if key not in self._asked:
            self._asked.add(key)
            request.app.state.background.submit(Urgency.REPORTS, make)


def _made(request: Request) -> _Made:
    """Those of this run."""
    state = request.app.state
    if not hasattr(state, "checklists"):
        state.checklists = _Made()
    found: _Made = state.checklists
    return found


def show(request: Request) -> Response:
    """The list of documents and bodies, a page at a time."""
    found = pages.workspace(request)
    every = [(k, applied) for k, applied in found.all_applied().items() if bodies_checked(applied.record)]
    last = max((len(every) - 1) // A_PAGE, 0)
    given = request.query_params.get("page", "")
    page = min(max(int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1, 1), last + 1)
    shown, made = every[(page - 1) * A_PAGE : page * A_PAGE], _made(request)
    lists = {key: made.known(key, applied) for key, applied in shown}
    for key, applied in shown:
        if lists[key] is None:
            made.begin(request, key, applied)
    rows = [
        (key, found.item(key).name, [(view.body, _counts(view)) for view in lists[key] or ()]) for key, _ in shown
    ]  # fmt: skip
    waiting = sum(one is None for one in lists.values())
    return pages.render(
        request,
        "checklists.html",
        title=LABEL,
        rows=rows,
        heads=[(code, SHOWN_JUDGEMENTS[code][0]) for code in COUNTED],
        total=len(every),
        page=page,
        pages=last + 1,
        before=f"{PATH}?page={page - 1}" if page > 1 else "",
        after=f"{PATH}?page={page + 1}" if page <= last else "",
        said=f"{waiting} of {many(len(shown), 'document')} on this page are still being checked." if waiting else "",
        here=f"{PATH}?page={page}",
        checking=waiting > 0,
        follow="follow" in request.query_params,
        busy=found.busy,
    )


def _counts(view: ChecklistView) -> list[int]:
    return [sum(finding.code == code for finding in view.findings) for code in COUNTED]


def of_document(request: Request) -> Response:
    """The checklists of a document."""
    item, applied = saying.document(request)
    lists = _made(request).of(request, item.key, applied)
    return pages.render(
        request,
        "checklist.html",
        title=f"Checklist of {item.name}",
        item=item,
        lists=lists,
        asked=ASKED,
    )


ROUTES = (Route(PATH, show), Route("/checklists/{key}", of_document))
