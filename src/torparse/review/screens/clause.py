"""Clause: the document's text with the proof marked, beside a form in which a person confirms, corrects or adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.clauses import types
from torparse.compare import summary_of
from torparse.corrections import Action, Applied, Changed, Entry, Say, Snapshot
from torparse.errors import OutputError, TorparseError
from torparse.model import Clause, Record
from torparse.report.document_text import Entry as Marked
from torparse.report.document_text import flow_of
from torparse.report.words import clause_title
from torparse.review import pages, proof, saying
from torparse.review.forms import Entered, Problem, Problems, clause_filled, clause_parsed, common_of, fields_of
from torparse.review.notices import Notice
from torparse.review.waiting import WORDS, Why, left, neighbours, status_of, why
from torparse.review.workspace import Item
from torparse.words import describe

NEW = "new"
_ANCHOR = "clause"


@dataclass(frozen=True, slots=True)
class _About:
    """The clause that a page is about: ``entry`` is None where one is to be added."""

    item: Item
    applied: Applied
    entry: Entry | None

    @property
    def record(self) -> Record:
        return self.applied.record

    @property
    def path(self) -> str:
        return f"/clause/{self.item.key}/{self.entry.id if self.entry else NEW}"


def show(request: Request) -> Response:
    """The screen, with the clause as it counts now; ``type`` and ``body`` in the address begin a new one."""
    about = _about(request)
    if about.entry is not None:
        clause = about.entry.shown
        return _page(request, about, {**clause_filled(clause), proof.QUOTE: proof.shown(clause)})
    query = request.query_params
    type_ = query.get("type", "")
    given = {"type": type_, "shown_type": type_, "status": "stated", "body": query.get("body", "")}
    return _page(request, about, {**given, proof.QUOTE: query.get(proof.QUOTE, "")})


def save(request: Request) -> Response:
    """Keep what the person says, and go on to the next clause that waits."""
    pages.for_writing(request)
    about = _about(request)
    typed = {name: value for name, value in pages.form(request).items() if isinstance(value, str)}
    what = typed.get("action", "")
    if what == "fields":  # without a script: show the questions of the type that was chosen
        return _page(request, about, {**typed, "shown_type": typed.get("type", "")})
    say = _say(request, about, typed, what)
    if isinstance(say, Problems):
        other = typed.get("type", "") if say.of("type") else typed.get("shown_type", "")
        shown_now = {**typed, "shown_type": other}
        return _page(request, about, shown_now, status=422, problems=replace(say, typed=shown_now))
    seen = saying.number_of(pages.form(request), saying.SEEN)
    try:
        pages.workspace(request).say(about.item.key, say, seen)
    except Changed as error:
        return _page(request, _about(request), typed, status=409, changed=error)
    except OutputError as error:
        return _page(request, about, typed, status=503, failed=error)
    return _next(request, about, say)


def _say(request: Request, about: _About, typed: Mapping[str, str], what: str) -> Say | Problems:
    """What was said, or what is wrong with it; raises HTTPException (400) for something that no button says."""
    entry, document = about.entry, about.record.document
    note = typed.get("note", "").replace("\r\n", "\n").strip()
    base = saying.new(request, about.item, Action.ADD, note=note)
    if entry is not None:
        base = replace(
            base,
            machine=Snapshot.of(entry.machine, document) if entry.machine else None,
            of=0 if entry.machine else int(entry.id.removeprefix("added-")),
            decides=entry.differs,
        )
        if what == "undo":
            return saying.new(request, about.item, Action.UNDO, of=entry.last)
        if what == "reject":
            return replace(base, action=Action.REJECT)
        if what == "confirm":
            return replace(base, action=Action.CONFIRM, clause=Snapshot.of(entry.shown, document))
        if what == "move":
            typed = {**clause_filled(entry.shown), "note": base.note, "body": typed.get("body", "")}
            typed |= {proof.QUOTE: proof.shown(entry.shown)}
    if what not in ("save", "move"):
        raise HTTPException(400, "Use one of the buttons of the page.")
    entered = clause_parsed(about.record, typed)
    quotes = proof.quotes_of(typed.get(proof.QUOTE, ""), document, entry.shown if entry else None)
    if isinstance(quotes, str) or isinstance(entered, Problems):
        return _wrong(entered, quotes, typed)
    clause = Snapshot(entered.type, entered.status, entered.value, quotes, entered.body)
    return replace(base, action=Action.CORRECT if entry else Action.ADD, clause=clause)


def _wrong(entered: Entered | Problems, quotes: object, typed: Mapping[str, str]) -> Problems:
    found = list(entered.found) if isinstance(entered, Problems) else []
    if isinstance(quotes, str):
        found.append(Problem(proof.QUOTE, "The words that say it", quotes))
    return Problems(tuple(found), dict(typed))


def _next(request: Request, about: _About, say: Say) -> Response:
    """The next clause that waits, with the focus on its heading; the queue where none does."""
    waiting = left(pages.workspace(request).all_applied())
    notice = Notice(f"Saved: {_told(say, about)}.")
    same = [one for one in waiting if one.key == about.item.key] or waiting
    if say.action is Action.UNDO:
        return pages.see_other(request, about.path, notice, _ANCHOR)
    if not same:
        return pages.see_other(request, "/queue", Notice(f"{notice.said} Nothing left to check."))
    return pages.see_other(request, same[0].path, notice, _ANCHOR)


def _told(say: Say, about: _About) -> str:
    """What was saved, in few words."""
    clause = say.clause or say.machine
    name = clause_title(about.entry.shown) if about.entry else ""
    name = clause.type.replace("_", " ").capitalize() if clause else name
    done = {
        Action.CONFIRM: "confirmed", Action.CORRECT: "corrected", Action.REJECT: "is no clause", Action.ADD: "added",
        Action.UNDO: "your last entry was taken back",
    }[say.action]  # fmt: skip
    return f"{name}, {done}"


def _about(request: Request) -> _About:
    """What the address is about; raises HTTPException (404)."""
    entry = request.path_params["entry"]
    item, applied = saying.document(request)
    try:
        return _About(item, applied, None if entry == NEW else applied.entry(entry))
    except KeyError as error:
        raise HTTPException(404) from error


def _page(
    request: Request,
    about: _About,
    form: Mapping[str, str],
    *,
    status: int = 200,
    problems: Problems | None = None,
    changed: Changed | None = None,
    failed: TorparseError | None = None,
) -> Response:
    entry, record = about.entry, about.record
    clause = entry.shown if entry else None
    type_ = form.get("shown_type") or form.get("type", "")
    waiting = left(pages.workspace(request).all_applied())
    before, after = neighbours(waiting, about.item.key, entry.id) if entry else (None, None)
    runs = clause.evidence if clause else ()
    title = "Add a missed clause" if clause is None else clause_title(clause)
    newest = changed.event.number if changed else entry.last if entry else 0
    return pages.render(
        request,
        "clause.html",
        status=status,
        errors=[*(problems.pairs if problems else ()), *([("save", str(failed))] if failed else [])],
        title=title, item=about.item, entry=entry, clause=clause, path=about.path,
        body=(clause.body if clause else None) or "The whole partnership",
        code=status_of(clause)[0] if clause else "",
        word=status_of(clause)[1] if clause else "",
        summary=summary_of(clause) if clause else "",
        why=WORDS[why(entry)] if entry and why(entry) is not Why.CHECKED else "",
        machine=summary_of(entry.machine) if entry and entry.machine else "",
        said=_said(entry, record) if entry else (),
        common=common_of(record), specs=fields_of(type_) if type_ in types() else (),
        form=form, problems=problems, seen=newest, changed=_theirs(changed),
        flow=flow_of(record.document.blocks, record.document.text, [Marked("proof", title, runs)] if runs else []),
        quoted=[(run.quote, run.section, run.page) for run in runs],
        pictures=_pictured(record, clause), before=before.path if before else "", after=after.path if after else "",
        waiting=len(waiting),
    )  # fmt: skip


def _said(entry: Entry, record: Record) -> Sequence[tuple[str, str, str, str]]:
    """Who said when what of a clause, with the remark; the newest first."""
    words = {Action.CONFIRM: "Confirmed", Action.CORRECT: "Corrected", Action.REJECT: "No clause", Action.ADD: "Added"}
    return [
        (event.say.by, event.say.on[:16].replace("T", " "), _words(words[event.say.action], event.say), event.say.note)
        for event in reversed(entry.events)
    ]


def _words(done: str, say: Say) -> str:
    if say.clause is None:
        return done
    quotes = [quote.exact for quote in say.clause.quotes]
    value = describe(say.clause.type, say.clause.value.as_dict(), quotes)
    return f"{done}: {value}" if value else done


def _theirs(changed: Changed | None) -> str:
    """What somebody else saved in the meantime, in a sentence."""
    if changed is None:
        return ""
    say = changed.event.say
    done = {Action.CONFIRM: "confirmed it", Action.REJECT: "said that it is no clause", Action.ADD: "added it"}
    return f"{say.by} has {_words(done.get(say.action, 'corrected it'), say)} ({say.on[:16].replace('T', ' ')} UTC)"


def _pictured(record: Record, clause: Clause | None) -> Sequence[int]:
    """The pages (from 1) on which a clause stands, where there are pictures of pages."""
    if clause is None or record.document.media != "pdf":
        return ()
    return sorted({run.page for run in clause.evidence if run.page})


ROUTES = (
    Route("/clause/{key}/{entry}", show, methods=["GET"]),
    Route("/clause/{key}/{entry}", save, methods=["POST"]),
)
