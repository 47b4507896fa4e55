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
from torparse.report.checklist_views import ASKED, ChecklistView
from torparse.report.views import Views
from torparse.report.words import SHOWN_JUDGEMENTS
from torparse.review import pages, saying

LABEL, PATH = "Checklists", "/checklists"
A_PAGE = 10
"""Documents on a page of the list: each is checked before the page can be shown."""
COUNTED = ("met", "partly", "promised", "not_met", "not_needed", "cannot_be_judged")
_KEPT = 400


class _Made:
    """The checklists made so far, of the records that they were made of."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lists: OrderedDict[str, tuple[Applied, tuple[ChecklistView, ...]]] = OrderedDict()

    def of(self, request: Request, key: str, applied: Applied) -> tuple[ChecklistView, ...]:
        """The checklists of a document, one a body."""
        with self._lock:
            known = self._lists.get(key)
        if known is not None and known[0] is applied:
            return known[1]
        contacts = pages.workspace(request).options.include_contacts
        views = Views(
            [applied.record], compare([applied.record]), include_contacts=contacts, as_of=request.app.state.drafts.as_of
        )
        made = tuple(views.checklists(request.app.state.drafts.checklist))
        with self._lock:
            self._lists[key] = applied, made
            self._lists.move_to_end(key)
            while len(self._lists) > _KEPT:
                self._lists.popitem(last=False)
        return made


_MADE = _Made()


def show(request: Request) -> Response:
    """The list of documents and bodies, a page at a time."""
    found = pages.workspace(request)
    every = [(k, applied) for k, applied in found.all_applied().items() if bodies_checked(applied.record)]
    last = max((len(every) - 1) // A_PAGE, 0)
    given = request.query_params.get("page", "")
    page = min(max(int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1, 1), last + 1)
    rows = [
        (key, found.item(key).name, view.body, [sum(f.code == code for f in view.findings) for code in COUNTED])
        for key, applied in every[(page - 1) * A_PAGE : page * A_PAGE]
        for view in _MADE.of(request, key, applied)
    ]
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
        busy=found.busy,
    )


def of_document(request: Request) -> Response:
    """The checklists of a document."""
    item, applied = saying.document(request)
    lists = _MADE.of(request, item.key, applied)
    return pages.render(
        request,
        "checklist.html",
        title=f"Checklist of {item.name}",
        item=item,
        lists=lists,
        asked=ASKED,
    )


ROUTES = (Route(PATH, show), Route("/checklists/{key}", of_document))
