"""Checklists: how far each body meets the list of the command check, and the whole list of a document's bodies."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.check import bodies_checked
from torparse.checklists import Checklist
from torparse.compare import compare
from torparse.corrections import Applied
from torparse.plain_words import many
from torparse.report.checklist_views import ASKED, ChecklistView
from torparse.report.views import Views
from torparse.report.words import SHOWN_JUDGEMENTS
from torparse.review import pages, saying
from torparse.review.background import Background, Urgency

LABEL, PATH = "Checklists", "/checklists"
A_PAGE = 25
"""Documents on a page of the list."""
COUNTED = ("met", "partly", "promised", "not_met", "not_needed", "cannot_be_judged")


class Checklists:
    """The checklists of this run, kept with the state of the document that they were made of. Making them takes a
    while, so they are made unseen: of each document once it has been read, and of those of the list that somebody looks
    at before the others."""

    def __init__(self, background: Background, checklist: Checklist, as_of: date, *, contacts: bool) -> None:
        self._background, self._checklist, self._as_of, self._contacts = background, checklist, as_of, contacts
        self._asked: set[tuple[str, Urgency]] = set()

    def known(self, applied: Applied) -> tuple[ChecklistView, ...] | None:
        """The checklists of a document, one a body; None where they have not been made of it as it is now."""
        return applied.kept.get(self)

    def of(self, applied: Applied) -> tuple[ChecklistView, ...]:
        """The same, made now where need be."""
        made = self.known(applied)
        if made is None:
            record = applied.record
            views = Views([record], compare([record]), include_contacts=self._contacts, as_of=self._as_of)
            made = applied.kept[self] = tuple(views.checklists(self._checklist))
        return made

    def begin(self, applied: Applied, urgency: Urgency = Urgency.LATER) -> None:
        """Have them made in the background."""
        asked = (applied.record.document.id, urgency)

        def make() -> None:
            self._asked.discard(asked)
            self.of(applied)

        if asked not in self._asked:
            self._asked.add(asked)
            self._background.submit(urgency, make)


def _made(request: Request) -> Checklists:
    """Those of this run."""
    found: Checklists = request.app.state.checklists
    return found


def show(request: Request) -> Response:
    """The list of documents and bodies, a page at a time."""
    found = pages.workspace(request)
    every = [(k, applied) for k, applied in found.all_applied().items() if bodies_checked(applied.record)]
    last = max((len(every) - 1) // A_PAGE, 0)
    given = request.query_params.get("page", "")
    page = min(max(int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1, 1), last + 1)
    shown, made = every[(page - 1) * A_PAGE : page * A_PAGE], _made(request)
    lists = {key: made.known(applied) for key, applied in shown}
    for key, applied in shown:
        if lists[key] is None:
            made.begin(applied, Urgency.REPORTS)
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
    lists = _made(request).of(applied)
    return pages.render(
        request,
        "checklist.html",
        title=f"Checklist of {item.name}",
        item=item,
        lists=lists,
        asked=ASKED,
    )


ROUTES = (Route(PATH, show), Route("/checklists/{key}", of_document))
