"""What a person can say of a record, and its form in a file: one W3C Web Annotation for each thing said.

The standard part (motivation, creator, created, target with TextPositionSelector and TextQuoteSelector, a TextualBody
for the remark) can be read by any tool for web annotations; what only torparse needs stands under the key
``torparse``. Source: W3C Recommendation "Web Annotation Data Model", 23 February 2017, sections 3.1 to 3.3 and 4.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from torparse.contract import value_from_json
from torparse.errors import BadData
from torparse.model import Clause, Document, Kind, Status, Value, Verdict
from torparse.selectors import around, selectors

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"torparse": "urn:torparse:"})


class Action(StrEnum):
    """What is said: of a clause (confirm, correct, reject, add), of a cell, of the bodies, of the document, or that
    something said before no longer counts (undo)."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    JUDGE = "judge"
    RENAME = "rename_body"
    MERGE = "merge_bodies"
    SPLIT = "split_body"
    KIND = "kind"
    UNDO = "undo"


OF_CLAUSES = frozenset((Action.CONFIRM, Action.CORRECT, Action.REJECT, Action.ADD))
_MOTIVATIONS = {
    Action.CONFIRM: "assessing",
    Action.CORRECT: "editing",
    Action.REJECT: "moderating",
    Action.ADD: "identifying",
    Action.JUDGE: "assessing",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of a text: where it stood (code points, end exclusive), its words, and up to 32 characters on each side."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote of ``text`` at ``start``..``end``."""
        return cls(start, end, text[start:end], *around(text, start, end))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A clause as it stood when something was said of it: its quotes can be sought in another version of the text."""

    type: str
    status: Status
    value: Value
    quotes: tuple[Quote, ...]
    body: str | None = None

    @classmethod
    def of(cls, clause: Clause, document: Document) -> Snapshot:
        """The clause with the words around its quotes."""
        quotes = tuple(Quote.of(document.text, run.start, run.end) for run in clause.evidence)
        return cls(clause.type, clause.status, clause.value, quotes, clause.body)

    def same_answer(self, other: Snapshot) -> bool:
        """Whether both say the same of the same thing; where the proof begins and ends may differ."""
        mine, its = ((one.type, one.status, one.body, one.value.as_dict()) for one in (self, other))
        return mine == its


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Something to be said: an event without its number. What a field is for, its action says.

    ``machine`` is the clause as torparse found it (confirm, correct, reject; None where a clause is meant that a person
    added: then ``of`` is the number of that event), ``clause`` what it is by this person (confirm, correct, add).
    ``of`` is also the number of the event that an undo takes back. ``body`` is a body's name and ``other`` the new name
    (rename), the body it goes into (merge) or the new body (split, with the clauses that go there in ``moved``).
    ``decides`` marks the settling of a difference between two reviewers. ``note`` is a remark, ``by`` a name, ``on``
    the time (ISO 8601, UTC, to the second).
    """

    action: Action
    by: str
    on: str
    note: str = ""
    text_sha256: str = ""
    machine: Snapshot | None = None
    clause: Snapshot | None = None
    of: int = 0
    body: str = ""
    other: str = ""
    moved: tuple[Snapshot, ...] = ()
    provision: str = ""
    verdict: Verdict | None = None
    kind: Kind | None = None
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was said: ``number`` counts from 1 in the document's history and never changes."""

    number: int
    say: Say = field(repr=False)

    @property
    def target(self) -> tuple[object, ...]:
        """What it is about: two events with one target speak of the same thing."""
        say = self.say
        if say.action is Action.JUDGE:
            return ("cell", say.body, say.provision)
        if say.action is Action.KIND:
            return ("kind",)
        if say.action in OF_CLAUSES:
            if say.action is Action.ADD:
                return ("added", self.number)
            if say.machine is None:
                return ("added", say.of)
            return ("clause", say.machine.type, tuple(quote.exact for quote in say.machine.quotes), _key(say.machine))
        return ("bodies",) if say.action is not Action.UNDO else ("event", say.of)


def _key(snapshot: Snapshot) -> tuple[object, ...]:
    value = snapshot.value.as_dict()
    return (snapshot.body, *(value.get(name) for name in ("role", "subject")), repr(sorted(value.items(), key=str)))


def to_json(event: Event, document: str, source: str) -> dict[str, Any]:
    """The event as a web annotation; ``document`` is the history's id, ``source`` the file's path in its folder."""
    say = event.say
    own: dict[str, Any] = {"action": say.action.value}
    for name in ("text_sha256", "of", "body", "other", "provision", "verdict", "kind", "decides"):
        if getattr(say, name):
            own[name] = getattr(say, name)
    for name in ("machine", "clause"):
        snapshot: Snapshot | None = getattr(say, name)
        if snapshot is not None:
            own[name] = _snapshot_to_json(snapshot)
    if say.moved:
        own["moved"] = [_snapshot_to_json(one) for one in say.moved]
    about = say.clause or say.machine
    targets = [{"source": source, "selector": _selectors(quote)} for quote in about.quotes] if about else []
    return {
        "@context": list(CONTEXT),
        "id": f"urn:torparse:{document}:{event.number}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(say.action, "editing"),
        "creator": {"type": "Person", "name": say.by},
        "created": say.on,
        **({"body": {"type": "TextualBody", "purpose": "commenting", "value": say.note}} if say.note else {}),
        "target": targets or source,
        "torparse": own,
    }


def from_json(data: Any, where: str) -> Event:
    """The event that ``to_json`` gave; raises BadData, naming ``where``."""
    try:
        own, remark = data["torparse"], data.get("body", {})
        say = Say(
            action=Action(own["action"]),
            by=str(data["creator"]["name"]),
            on=str(data["created"]),
            note=str(remark.get("value", "")),
            text_sha256=str(own.get("text_sha256", "")),
            machine=_snapshot_from_json(own["machine"], where) if "machine" in own else None,
            clause=_snapshot_from_json(own["clause"], where) if "clause" in own else None,
            of=int(own.get("of", 0)),
            body=str(own.get("body", "")),
            other=str(own.get("other", "")),
            moved=tuple(_snapshot_from_json(one, where) for one in own.get("moved", ())),
            provision=str(own.get("provision", "")),
            verdict=Verdict(own["verdict"]) if "verdict" in own else None,
            kind=Kind(own["kind"]) if "kind" in own else None,
            decides=bool(own.get("decides", False)),
        )
        return Event(int(str(data["id"]).rpartition(":")[2]), say)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadData(f"is no correction ({type(error).__name__}: {error})", where=where) from error


def _selectors(quote: Quote) -> list[dict[str, Any]]:
    return selectors(quote.start, quote.end, quote.exact, quote.prefix, quote.suffix)


def _snapshot_to_json(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "type": snapshot.type,
        "body": snapshot.body,
        "status": snapshot.status.value,
        "value": snapshot.value.as_dict(),
        "quotes": [_selectors(quote) for quote in snapshot.quotes],
    }


def _snapshot_from_json(data: Mapping[str, Any], where: str) -> Snapshot:
    quotes = tuple(
        Quote(place["start"], place["end"], words["exact"], words["prefix"], words["suffix"])
        for place, words in data["quotes"]
    )
    value = value_from_json(data["type"], data["value"], where)
    return Snapshot(data["type"], Status(data["status"]), value, quotes, data["body"])
