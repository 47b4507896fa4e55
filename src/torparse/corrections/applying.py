"""Putting what people said upon the record that torparse makes of the document as it is now.

The history is gone through in its order. What was said of a clause is put upon the clause of that type which the
machine finds at those words now; where the machine no longer finds one, the person's clause stands by itself. What
cannot be put anywhere, because its words are gone or its body is, becomes a conflict and is shown as one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from torparse.assembly import completeness
from torparse.clauses import types
from torparse.compare import Column, bodies_of, cell_of
from torparse.corrections.anchoring import all_placed
from torparse.corrections.bodies import Bodies
from torparse.corrections.events import OF_CLAUSES, Action, Event, Say, Snapshot
from torparse.corrections.store import Histories
from torparse.errors import BadData
from torparse.model import Basis, Clause, Evidence, Judged, Record, Review, Source, Status
from torparse.passages import evidence_at
from torparse.provisions import PROVISIONS

_RULE = "correction"


@dataclass(slots=True)
class Entry:
    """A clause with what was said of it. ``clause`` is what counts now, None where a person says that it is none.

    ``id`` is fit for an address and stays the same as long as the machine finds the clause in the same words.
    ``events`` are those about it in their order.
    """

    id: str
    machine: Clause | None
    clause: Clause | None
    events: list[Event] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the newest event about it, 0 where nothing was said."""
        return self.events[-1].number if self.events else 0

    @property
    def shown(self) -> Clause:
        """The clause that counts, or the one that a person says is none."""
        clause = self.clause or self.machine
        assert clause is not None, "an added clause that was rejected is taken out"  # noqa: S101
        return clause

    @property
    def latest(self) -> dict[str, Event]:
        """What each person said last of it, by name."""
        return {event.say.by: event for event in self.events}

    @property
    def differs(self) -> bool:
        """Whether two people say different things of it, and nobody has decided since."""
        if len(self.events) < 2:
            return False
        decided = max((n for n, event in enumerate(self.events) if event.say.decides), default=-1)
        says = list({event.say.by: event.say for event in self.events[max(decided, 0) :]}.values())
        return any(not same(says[0], say) for say in says[1:])


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something said that no longer fits the document, with the reason in a sentence."""

    event: Event
    reason: str


@dataclass(frozen=True, slots=True)
class Applied:
    """The record with what people said put upon it. ``active`` are the events that count, without those taken back.

    Nothing of it changes once it is made. ``kept`` is for what others make of it and want to have at hand again.
    """

    record: Record
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]
    active: tuple[Event, ...]
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, id_: str) -> Entry:
        """The entry of that id; raises KeyError."""
        for one in self.entries:
            if one.id == id_:
                return one
        raise KeyError(id_)


def apply(record: Record, events: Sequence[Event]) -> Applied:
    """``record`` as the machine made it, with ``events`` put upon it."""
    active, undone = in_force(events)
    work = _Work(record, undone)
    for event in active:
        work.take(event)
    return work.done(active)


def heeded(record: Record, path: Path, histories: Histories) -> Applied:
    """``record``, of the file at ``path``, with what the folder's histories say of it.

    A history that cannot be read is said to be so in the record's conflicts, which is the machine's then.
    """
    try:
        events = histories.of(path, record.document).events
    except BadData as error:
        plain = apply(record, ())
        return replace(plain, record=replace(plain.record, conflicts=(f"What people corrected is not shown: {error}",)))
    return apply(record, events)


def taken_back(events: Sequence[Event]) -> frozenset[int]:
    """The numbers of the events that no longer count, undos that were themselves taken back among them."""
    taken: set[int] = set()
    for event in reversed(events):
        if event.say.action is Action.UNDO and event.number not in taken:
            taken.add(event.say.of)
    return frozenset(taken)


def in_force(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The events that count and those that were taken back. An undo can itself be taken back."""
    taken = taken_back(events)
    kept = [e for e in events if e.number not in taken and e.say.action is not Action.UNDO]
    return kept, [e for e in events if e.number in taken and e.say.action is not Action.UNDO]


class _Work:
    def __init__(self, record: Record, undone: Iterable[Event]) -> None:
        self.record, self.kind = record, record.kind
        self.bodies = Bodies(record, undone)
        self.entries = _entries_of(record)
        self.judged: dict[tuple[object, ...], tuple[Event, Judged]] = {}
        self.conflicts: list[Conflict] = []

    def take(self, event: Event) -> None:
        """Put one event upon what the earlier ones made."""
        say = event.say
        if say.action in OF_CLAUSES:
            reason = self._clause(event)
        elif say.action is Action.JUDGE:
            reason = self._cell(event)
        elif say.action is Action.KIND:
            self.kind, reason = say.kind or self.kind, ""
        else:
            before = self.bodies.now(say.body)
            reason = self.bodies.take(say)
            if not reason:
                self._move(say, before)
        if reason:
            self.conflicts.append(Conflict(event, reason))

    def done(self, active: Sequence[Event]) -> Applied:
        """The record as it is after all events."""
        entries = sorted((e for e in self.entries if e.clause or e.machine), key=_place)
        clauses = tuple(entry.clause for entry in entries if entry.clause is not None)
        rejected = tuple(_rejected(entry) for entry in entries if entry.clause is None)
        mentioned = tuple(name for name in self.record.mentioned if name not in self.bodies.names)
        record = replace(
            self.record, kind=self.kind, bodies=self.bodies.all, mentioned=mentioned, clauses=clauses, rejected=rejected
        )
        judged = self._still_fitting(record)
        conflicts = sorted(self.conflicts, key=lambda one: one.event.number)
        said = tuple(f"{told(one.event.say)}: {one.reason}" for one in conflicts)
        return Applied(replace(record, judged=judged, conflicts=said), tuple(entries), tuple(conflicts), tuple(active))

    def _clause(self, event: Event) -> str:
        """Put a say upon its clause; returns why it cannot be put, or ""."""
        say, text = event.say, self.record.document.text
        entry = self._entry_of(event)
        if say.action is Action.REJECT:
            if entry is not None:
                entry.clause = None
                entry.events.append(event)
                return ""
            meant = say.machine
            return "" if meant is not None and all_placed(meant.quotes, text) else _GONE
        assert say.clause is not None, "every say but a rejection holds a clause"  # noqa: S101
        places = all_placed(say.clause.quotes, text)
        if places is None:
            return _GONE
        body = self.bodies.now(say.clause.body)
        if say.clause.body is not None and body is None:
            return f"the body “{say.clause.body}” is not in the document any more"
        runs = tuple(evidence_at(self.record, start, end) for start, end in places)
        if entry is None:
            id_ = f"added-{event.number}"
            entry = Entry(id_, None, None)
            self.entries.append(entry)
        entry.clause = _clause_of(say, body, runs, entry.machine)
        entry.events.append(event)
        return ""

    def _entry_of(self, event: Event) -> Entry | None:
        """The entry that a say is about, or None where it stands by itself."""
        say = event.say
        if say.action is Action.ADD:
            return None
        if say.machine is None:
            return next((e for e in self.entries if e.id == f"added-{say.of}"), None)
        return match(say.machine, self.entries, self.record, self.bodies)

    def _cell(self, event: Event) -> str:
        say = event.say
        body = self.bodies.now(say.body)
        if body is None and say.body != self.record.document.name:
            return f"the body “{say.body}” is not in the document any more"
        if say.verdict is None:
            self.judged.pop(event.target, None)
        else:
            review = Review(say.by, say.on, say.note)
            self.judged[event.target] = event, Judged(body or say.body, say.provision, say.verdict, review)
        return ""

    def _still_fitting(self, record: Record) -> tuple[Judged, ...]:
        """The verdicts on cells that are still without a clause; the others become conflicts."""
        kept = []
        for event, judged in self.judged.values():
            name = self.bodies.now(judged.body) or judged.body  # it may have been renamed after it was judged
            body = next((b for b in bodies_of(record) if b.name == name), None)
            provision = next((p for p in PROVISIONS if p.id == judged.provision), None)
            if body is None or provision is None:
                self.conflicts.append(Conflict(event, f"the body “{judged.body}” has no column any more"))
            elif cell_of(Column("", record, body), provision).status is not Status.ABSENT:
                self.conflicts.append(Conflict(event, "the document now says something on this"))
            else:
                kept.append(replace(judged, body=body.name))
        return tuple(kept)

    def _move(self, say: Say, before: str | None) -> None:
        """Give the clauses of a renamed, merged or split body to the one they now belong to."""
        for entry in self.entries:
            clause = entry.clause
            if clause is None:
                continue
            if say.action is Action.SPLIT:
                moves = any(match(one, [entry], self.record, self.bodies) is entry for one in say.moved)
                if moves:
                    entry.clause = replace(clause, body=say.other)
            elif clause.body == before:
                entry.clause = replace(clause, body=self.bodies.now(say.other))


_GONE = "the words it rests on are not in the document any more"


def match(said: Snapshot, entries: Iterable[Entry], record: Record, bodies: Bodies) -> Entry | None:
    """The entry whose machine clause is the one that ``said`` was: of its type, at its words, the likest of several."""
    places = all_placed(said.quotes, record.document.text)
    if places is None:
        return None
    value = said.value.as_dict()

    def likeness(entry: Entry) -> tuple[bool, bool, bool, int]:
        assert entry.machine is not None  # noqa: S101
        its = entry.machine.value.as_dict()
        same_key = all(its.get(key) == value.get(key) for key in ("role", "subject"))
        same_body = entry.machine.body in (said.body, bodies.now(said.body))
        return same_key, same_body, its == value, _overlap(places, entry.machine.evidence)

    found = [e for e in entries if e.machine and e.machine.type == said.type and _overlap(places, e.machine.evidence)]
    best = max(found, key=likeness, default=None)
    return best if best is not None and likeness(best)[0] else None


def _overlap(places: Iterable[tuple[int, int]], runs: Sequence[Evidence]) -> int:
    """How many characters of the places the runs cover."""
    return sum(max(0, min(end, run.end) - max(start, run.start)) for start, end in places for run in runs)


def _entries_of(record: Record) -> list[Entry]:
    taken: dict[str, int] = {}
    out = []
    for clause in record.clauses:
        value = clause.value.as_dict()
        words = (clause.type, clause.body or "", *(str(value.get(k, "")) for k in ("role", "subject")))
        made = hashlib.sha256("\0".join((*words, *(run.quote for run in clause.evidence))).encode()).hexdigest()[:12]
        taken[made] = taken.get(made, 0) + 1
        id_ = made if taken[made] == 1 else f"{made}-{taken[made]}"
        out.append(Entry(id_, clause, clause))
    return out


def _clause_of(say: Say, body: str | None, runs: tuple[Evidence, ...], machine: Clause | None) -> Clause:
    """The clause that a person laid down or agreed to."""
    assert say.clause is not None  # noqa: S101
    value = say.clause.value
    same = machine is not None and (
        (machine.type, machine.status, machine.body, machine.value) == (say.clause.type, say.clause.status, body, value)
    )  # what one person corrected and another confirms is still corrected
    return Clause(
        type=say.clause.type,
        status=say.clause.status,
        value=value,
        evidence=runs,
        rule=machine.rule if machine is not None else _RULE,
        body=body,
        completeness=completeness(types()[say.clause.type], value.as_dict()),
        basis=machine.basis if machine is not None and same else Basis.EXPLICIT,
        confidence=1.0,
        source=Source.CONFIRMED if same else Source.CORRECTED,
        notes=machine.notes if machine is not None and same else (),
        review=Review(say.by, say.on, say.note),
        machine=machine,
    )


def _rejected(entry: Entry) -> Clause:
    """The machine's clause with who said that it is none."""
    assert entry.machine is not None  # noqa: S101
    say = entry.events[-1].say
    return replace(entry.machine, source=Source.CORRECTED, review=Review(say.by, say.on, say.note))


def _place(entry: Entry) -> tuple[int, int, str]:
    runs = entry.shown.evidence
    return runs[0].start, runs[0].end, entry.id


def same(one: Say, other: Say) -> bool:
    """Whether two people say the same of a clause."""
    if one.clause is None or other.clause is None:
        return one.clause is other.clause
    return one.clause.same_answer(other.clause)


def told(say: Say) -> str:
    """A say in few words, for a line of its own: who, when, about what."""
    about = say.clause or say.machine
    what = about.type.replace("_", " ") if about else say.provision or say.body or "the document"
    done = {
        Action.CONFIRM: "confirmed", Action.CORRECT: "corrected", Action.REJECT: "taken out", Action.ADD: "added",
        Action.JUDGE: "judged", Action.KIND: "its kind set", Action.RENAME: "renamed", Action.MERGE: "merged",
        Action.SPLIT: "split", Action.UNDO: "taken back",
    }[say.action]  # fmt: skip
    return f"{what}, {done} by {say.by} on {say.on[:10]}"
