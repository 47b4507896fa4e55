"""Compare: what every body of every document lays down, provision by provision, a page of bodies at a time."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.provisions import Provision
from torparse.report.words import SHOWN_STATUSES
from torparse.review import cells, pages

LABEL, PATH = "Compare", "/compare"
A_PAGE = 25
"""Bodies side by side."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as shown: the code and word of what it is, its address, and what it says."""

    code: str
    word: str
    path: str
    summary: str
    said: str


def show(request: Request) -> Response:
    """The screen; ``group``, ``document`` and ``page`` in the address choose what is shown."""
    found = pages.workspace(request)
    every = found.all_applied()
    groups = cells.groups()
    document, group = request.query_params.get("document", ""), request.query_params.get("group", "")
    chosen = [one for one in cells.places(every) if document not in every or one.key == document]
    last = max((len(chosen) - 1) // A_PAGE, 0)
    page = min(max(_number(request.query_params.get("page", "")), 1), last + 1)
    shown = chosen[(page - 1) * A_PAGE : page * A_PAGE]
    clauses = "/queue" in {one.path for one in request.app.state.nav}
    return pages.render(
        request,
        "compare.html",
        title=LABEL,
        places=shown,
        groups=[
            (name, [(p, [_cell(place, p, clauses) for place in shown]) for p in provisions])
            for name, provisions in groups.items()
            if group not in groups or name == group
        ],
        statuses=SHOWN_STATUSES,
        all_groups=list(groups),
        documents=[(item.key, item.id) for item in found.items() if item.key in every],
        document=document,
        group=group,
        total=len(chosen),
        first=(page - 1) * A_PAGE + 1,
        page=page,
        pages=last + 1,
        before=_address(document, group, page - 1) if page > 1 else "",
        after=_address(document, group, page + 1) if page <= last else "",
        busy=found.busy,
    )


def _cell(place: cells.Place, provision: Provision, clauses: bool) -> _Cell:
    """A cell with where it leads to: to its clause where it has one, else (also where it has several) to its page."""
    cell, entries = place.cell(provision), place.entries(provision)
    alone = clauses and len(entries) == 1
    path = f"/clause/{place.key}/{entries[0].id}" if alone else place.address(provision)
    said = {"corrected": "Corrected", "confirmed": "Checked"}.get(cell.source.value, "")
    return _Cell(cell.code, SHOWN_STATUSES[cell.code][0], path, cell.summary, "" if cell.not_needed else said)


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _address(document: str, group: str, page: int) -> str:
    return f"{PATH}?{urlencode({'document': document, 'group': group, 'page': page})}"


ROUTES = (Route(PATH, show),)
