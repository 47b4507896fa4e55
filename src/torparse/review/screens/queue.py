"""Queue: the clauses that nobody has checked yet, the doubtful ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.compare import summary_of
from torparse.report.words import clause_title
from torparse.review import pages
from torparse.review.waiting import WORDS, Waiting, Why, left, queue, status_of

LABEL, PATH = "Queue", "/queue"
_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class _Row:
    """A clause as it is listed."""

    path: str
    title: str
    body: str
    document: str
    status: str
    word: str
    summary: str
    why: str
    confidence: int


def show(request: Request) -> Response:
    """The screen; ``document``, ``why`` and ``page`` in the address choose what is listed."""
    found = pages.workspace(request)
    names = {item.key: item.name for item in found.items()}
    applied = found.all_applied()
    document, reason = request.query_params.get("document", ""), request.query_params.get("why", "")
    every = [one for one in queue(applied) if not document or one.key == document]
    waiting = [one for one in left(applied) if not document or one.key == document]
    chosen = [one for one in every if one.why == reason] if reason in list(Why) else waiting
    counts = Counter(one.why for one in every)
    last = max((len(chosen) - 1) // _A_PAGE, 0)
    page = min(max(_number(request.query_params.get("page", "")) - 1, 0), last)
    conflicts = sum(len(applied[key].conflicts) for key in applied if not document or key == document)
    return pages.render(
        request,
        "queue.html",
        title=LABEL,
        rows=[_row(one, names[one.key]) for one in chosen[page * _A_PAGE : (page + 1) * _A_PAGE]],
        counts=[(one, WORDS[one], counts[one]) for one in Why],
        documents=[(key, names[key]) for key in applied],
        document=document, reason=reason, total=len(chosen), left=len(waiting), conflicts=conflicts,
        first=page * _A_PAGE + 1, page=page + 1, pages=last + 1, busy=found.busy,
        before=_address(document, reason, page) if page else "",
        after=_address(document, reason, page + 2) if page < last else "",
    )  # fmt: skip


def _number(given: str) -> int:
    return int(given) if given.isdecimal() and len(given) < 7 else 1


def _address(document: str, reason: str, page: int) -> str:
    return f"{PATH}?{urlencode({'document': document, 'why': reason, 'page': page})}"


def _row(one: Waiting, document: str) -> _Row:
    clause = one.entry.shown
    status, word = status_of(clause)
    return _Row(
        one.path, clause_title(clause), clause.body or "The whole partnership", document, status, word,
        summary_of(clause), WORDS[one.why], round(clause.confidence * 100),
    )  # fmt: skip


ROUTES = (Route(PATH, show),)
