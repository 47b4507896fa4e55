"""What people said, in plain words: who, when, about what, and what it was before and after."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.compare import pointer_words, promise_words
from torparse.corrections import Action, Event, History, Say, Snapshot, taken_back
from torparse.corrections.events import OF_CLAUSES
from torparse.fields.labels import title_of
from torparse.model import Record, Status, Verdict
from torparse.plain_words import day, many
from torparse.provisions import PROVISIONS
from torparse.report.words import KINDS, STATUSES
from torparse.words import describe

VERDICTS = {Verdict.NOT_NEEDED: "Not needed", Verdict.CONFIRMED_ABSENT: "Absent, checked"}
ACTIONS = {
    Action.CONFIRM: "Confirmed", Action.CORRECT: "Corrected", Action.REJECT: "Said to be no clause",
    Action.ADD: "Added a missed clause", Action.JUDGE: "Judged an empty cell", Action.RENAME: "Renamed a body",
    Action.MERGE: "Merged two bodies", Action.SPLIT: "Split a body", Action.KIND: "Set the kind of document",
    Action.UNDO: "Undid",
}  # fmt: skip
NOTHING = "Nothing"
_DATE, _MINUTE = len("2026-11-29"), slice(len("2026-11-29T"), len("2026-11-29T18:25"))


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words. ``before`` and ``after`` are "" where the event has none."""

    number: int
    who: str
    when: str
    did: str
    about: str
    before: str
    after: str
    note: str


def when(on: str) -> str:
    """A time as events keep it, in words: "29 November 2026, 18:25 UTC"."""
    return f"{day(on[:_DATE])}, {on[_MINUTE]} UTC"


def told(event: Event, history: History, record: Record) -> Told:
    """An event of a document's history in words."""
    say = event.say
    before, after = _before_after(event, history, record)
    did = f"{ACTIONS[say.action]}{' and so decided' if say.decides else ''}"
    return Told(event.number, say.by, when(say.on), did, about(say, history), before, after, say.note)


def about(say: Say, history: History) -> str:
    """What something was said about."""
    clause = say.clause or say.machine
    if clause is not None:
        return title_of(clause.type) + (f", {clause.body}" if clause.body else "")
    if say.action in OF_CLAUSES:  # the rejection of a clause that a person had added
        added = _numbered(history, say.of)
        return about(added.say, history) if added is not None and added.say.clause is not None else "An added clause"
    if say.action is Action.JUDGE:
        return f"{provision_title(say.provision)}, {say.body}"
    if say.action is Action.KIND:
        return "The document"
    if say.action is Action.UNDO:
        undone = _numbered(history, say.of)
        return f"{ACTIONS[undone.say.action]}: {about(undone.say, history)}" if undone else f"Entry {say.of}"
    return say.body


def provision_title(provision: str) -> str:
    """The title of a provision; its id where this torparse has none of that id."""
    return next((one.title for one in PROVISIONS if one.id == provision), provision)


def snapshot_words(snapshot: Snapshot) -> str:
    """A clause as it was said to be, in words: its status and its value."""
    if snapshot.status is Status.RECOMMENDED:
        return "Recommended"
    word, quotes = STATUSES[snapshot.status.value][0], [quote.exact for quote in snapshot.quotes]
    if snapshot.status is Status.DEFERRED:
        said = pointer_words(quotes)
    elif snapshot.status is Status.PLACEHOLDER:
        said = promise_words(quotes)
    else:
        said = describe(snapshot.type, snapshot.value.as_dict(), quotes)
    return f"{word}: {said}" if said else word


def _before_after(event: Event, history: History, record: Record) -> tuple[str, str]:
    say = event.say
    if say.action is Action.UNDO:
        return "", ""
    if say.action in OF_CLAUSES:
        return _clause_before(event, history), snapshot_words(say.clause) if say.clause else "No clause"
    earlier = _earlier(event, history)
    if say.action is Action.JUDGE:
        before = earlier.say.verdict if earlier else None
        return _verdict(before), _verdict(say.verdict)
    if say.action is Action.KIND:
        kind = earlier.say.kind if earlier else None
        return KINDS[kind or record.kind], KINDS[say.kind] if say.kind else ""
    if say.action is Action.SPLIT:
        return say.body, f"{say.body}, and {say.other} with {many(len(say.moved), 'clause')}"
    if say.action is Action.MERGE:
        return f"{say.body}; {say.other}", say.other
    return say.body, say.other


def _clause_before(event: Event, history: History) -> str:
    """What counted before: what somebody had said of the clause, else what torparse had found."""
    earlier = _earlier(event, history)
    if earlier is not None:
        return snapshot_words(earlier.say.clause) if earlier.say.clause else "No clause"
    if event.say.machine is not None:
        return snapshot_words(event.say.machine)
    added = _numbered(history, event.say.of)
    return snapshot_words(added.say.clause) if added and added.say.clause else NOTHING


def _verdict(verdict: Verdict | None) -> str:
    return VERDICTS[verdict] if verdict is not None else "Nothing said"


def _earlier(event: Event, history: History) -> Event | None:
    """The event on the same thing that counted when this one was said."""
    taken = taken_back([one for one in history.events if one.number < event.number])
    return next(
        (
            one
            for one in reversed(history.events)
            if one.number < event.number and one.number not in taken and one.target == event.target
        ),
        None,
    )


def _numbered(history: History, number: int) -> Event | None:
    return next((one for one in history.events if one.number == number), None)
