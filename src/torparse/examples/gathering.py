"""The wordings of a topic in a set of documents, grouped by value, each with its source; and who has none.

**Order.** Groups stand by the number of bodies that chose the value, then by the value. In a group the wordings that
state the whole rule come first, then those that torparse is sure of, then whole sentences, then the shorter ones. With
a wording to hold them against, the group of the same value comes first, then the one with the closest wording, and in
a group the closest wordings come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torparse.compare import Column, bodies_of, cell_of, compare, pointer_words, promise_words
from torparse.examples.model import Also, Elsewhere, Example, Examples, Group, Section
from torparse.examples.nearness import Near, closeness
from torparse.examples.topics import Topic, feed_of
from torparse.examples.worth import Key, full_words, in_order_of_value, key_of, subject_of, words_of_key
from torparse.likeness.alike import enough, likeness
from torparse.likeness.wordings import Reader, Wording
from torparse.masking import Mask, mask_for
from torparse.model import Clause, Completeness, Evidence, Kind, Record, Source, Status, in_order
from torparse.plain_words import joined, many
from torparse.provisions import Feed
from torparse.report.views import place

UNSURE = 0.7
"""Below this confidence (0 to 1) an example is marked to be checked against its document."""
_SENTENCE = 5  # words; less is a cell of a table or a heading
_BODIES_NAMED = 3
_WHOLE = "the whole partnership"


@dataclass(frozen=True)
class _Found:
    """A wording with what it is grouped and ordered by. ``bodies`` are the names of those that it holds for."""

    wording: Wording
    clause: Clause
    feed: Feed
    bodies: tuple[str, ...]

    @property
    def key(self) -> Key:
        return key_of(self.clause, self.feed)

    @property
    def part(self) -> bool:
        return self.clause.completeness is Completeness.PARTIAL

    @property
    def unsure(self) -> bool:
        return self.clause.source is Source.MACHINE and self.clause.confidence < UNSURE

    def rank(self, near: Near | None) -> tuple[object, ...]:
        words = sum(len(run.evidence.quote.split()) for run in self.wording.runs)
        close = -closeness(near, self.wording.keys, self.key).likeness if near else 0.0
        return close, self.part, self.unsure, words < _SENTENCE, words, self.wording.document, self.wording.places


def gathered(
    records: Sequence[Record], topic: Topic, *, limit: int, near: Near | None = None, include_contacts: bool = False
) -> Examples:
    """How ``records`` word the topic, at most ``limit`` (1 or more) wordings a group.

    Masked unless contacts are wanted. What an induction guide recommends is nobody's rule and no example.
    """
    ordered = sorted(records, key=lambda r: r.document.id)
    masks = {r.document.id: Mask() if include_contacts else mask_for(r.document.text) for r in ordered}
    reader = Reader(ordered)
    found = [one for record in ordered if record.kind is not Kind.INDUCTION_GUIDE for one in _of(record, topic, reader)]
    shown = _Shown(masks, limit, near)
    subjects = sorted({subject_of(one.clause) for one in found}, key=lambda s: (not s, s))
    sections = tuple(Section(s, shown.groups([f for f in found if subject_of(f.clause) == s])) for s in subjects)
    others = _Others(topic, compare(ordered).columns, masks)
    guides = [r.document.id for r in ordered if r.kind is Kind.INDUCTION_GUIDE]
    return Examples(
        topic.id, topic.title, len(ordered), sections,
        others.listed(Status.DEFERRED), others.listed(Status.PLACEHOLDER), others.named(Status.ABSENT),
        (*others.named(Status.NOT_ASSESSABLE), *_without_terms(ordered, others.columns)), tuple(guides),
        near.text if near else "", near.reads_as if near else (),
    )  # fmt: skip


def _accepted(record: Record, topic: Topic) -> Iterable[tuple[Clause, Feed]]:
    return ((clause, feed) for clause in record.clauses if (feed := feed_of(topic, clause)))


def _of(record: Record, topic: Topic, reader: Reader) -> Iterable[_Found]:
    """What a record states: the same sentences with the same value once, with all bodies that they hold for.

    A rule of the whole partnership counts once, however many bodies it has.
    """
    bodies = bodies_of(record)
    whole = bodies[0].name if len(bodies) == 1 else _WHOLE
    by_place: dict[tuple[object, ...], list[tuple[Clause, Feed]]] = {}
    for clause, feed in _accepted(record, topic):
        if clause.status is Status.STATED:
            places = tuple((e.start, e.end) for e in in_order(clause.evidence))
            by_place.setdefault((places, key_of(clause, feed)), []).append((clause, feed))
    for some in by_place.values():
        clauses = tuple(clause for clause, _ in some)
        names = [clause.body or whole for clause in clauses]
        wording = Wording(record, clauses, reader.runs(record, clauses))
        yield _Found(wording, *some[0], tuple(dict.fromkeys(names)))


@dataclass(frozen=True)
class _Shown:
    """Wordings as they are shown: grouped, ordered, masked, cut."""

    masks: dict[str, Mask]
    limit: int
    near: Near | None

    def groups(self, found: Sequence[_Found]) -> tuple[Group, ...]:
        by_key: dict[Key, list[_Found]] = {}
        for one in sorted(found, key=lambda f: f.rank(self.near)):
            by_key.setdefault(one.key, []).append(one)
        ordered = sorted(by_key.items(), key=lambda item: in_order_of_value(item[1][0].clause, item[1][0].feed))
        return tuple(sorted((self._group(key, some) for key, some in ordered), key=self._order))

    def _order(self, group: Group) -> tuple[object, ...]:
        first = group.examples[0].closeness
        close = -first.likeness if first else 0.0
        return not group.same, close, -group.bodies

    def _group(self, key: Key, found: Sequence[_Found]) -> Group:
        heads: list[tuple[_Found, list[_Found]]] = []
        for one in found:
            same = next((also for head, also in heads if _alike(head, one)), None)
            if same is None:
                heads.append((one, []))
            else:
                same.append(one)
        first = found[0]
        value = self.masks[first.wording.document].text(words_of_key(first.clause, first.feed))
        bodies = {(one.wording.document, name) for one in found for name in one.bodies}
        examples = tuple(self._example(head, also, value) for head, also in heads[: self.limit])
        more = sum(1 + len(also) for _, also in heads[self.limit :])
        return Group(value, len(bodies), examples, more, self.near is not None and key in self.near.keys)

    def _example(self, one: _Found, also: Sequence[_Found], value: str) -> Example:
        mask = self.masks[one.wording.document]
        evidence = [run.evidence for run in one.wording.runs]
        says = mask.text(full_words(one.clause, one.feed))
        return Example(
            one.wording.document, tuple(map(mask.text, one.bodies)), self._source(one),
            tuple(mask.quote(e).strip() for e in evidence), says if says != value else "", one.part, one.unsure,
            one.clause.confidence, tuple(mask.rows(evidence)),
            tuple(Also(self._source(other), other.wording.exact == one.wording.exact) for other in also),
            closeness(self.near, one.wording.keys, one.key) if self.near else None,
        )  # fmt: skip

    def _source(self, one: _Found) -> str:
        mask = self.masks[one.wording.document]
        names = joined(one.bodies) if len(one.bodies) <= _BODIES_NAMED else many(len(one.bodies), "body", "bodies")
        runs = [run.evidence for run in one.wording.runs]
        own = "" if one.bodies == (one.wording.record.document.name,) else mask.text(names)
        return _joined(one.wording.document, own, _places(runs))


def _alike(one: _Found, other: _Found) -> bool:
    """Whether two wordings are the same but for names and numbers, or nearly so (``likeness.alike``)."""
    if one.wording.exact == other.wording.exact:
        return True
    first, second = one.wording.keys, other.wording.keys
    return likeness(first, second) >= enough(len(first), len(second))


def _places(runs: Sequence[Evidence]) -> str:
    return "; ".join(dict.fromkeys(filter(None, map(place, runs))))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class _Others:
    """The bodies without a wording of their own, by the status of their cell."""

    topic: Topic
    columns: tuple[Column, ...]
    masks: dict[str, Mask]

    def _with(self, status: Status) -> list[Column]:
        cells = ((column, cell_of(column, self.topic)) for column in self.columns)
        return [column for column, cell in cells if cell.status is status and not cell.not_needed]

    def listed(self, status: Status) -> tuple[Elsewhere, ...]:
        """Each body of this status with what its document says instead."""
        return tuple(dict.fromkeys(map(self._elsewhere, self._with(status))))

    def _elsewhere(self, column: Column) -> Elsewhere:
        cell, mask = cell_of(column, self.topic), self.masks[column.document]
        runs = [e for clause in cell.clauses for e in clause.evidence] or [e for e in (cell.pointer,) if e]
        quotes = [e.quote for e in runs]
        says = pointer_words(quotes) if cell.status is Status.DEFERRED else promise_words(quotes)
        own = mask.text(column.body.name) if column.body.name != column.record.document.name else ""
        return Elsewhere(_joined(column.document, own, _places(runs)), mask.text(cell.summary or says))

    def named(self, status: Status) -> tuple[str, ...]:
        """The documents of this status; with the bodies' names where not all bodies of a document have it."""
        having = self._with(status)
        names: dict[str, list[str]] = {}
        for column in having:
            names.setdefault(column.document, []).append(self.masks[column.document].text(column.body.name))
        whole = {name for name in names if len(names[name]) == sum(c.document == name for c in self.columns)}
        return tuple(name if name in whole else f"{name} ({', '.join(some)})" for name, some in names.items())


def _without_terms(records: Sequence[Record], columns: Sequence[Column]) -> tuple[str, ...]:
    """Documents, guides apart, in which there is no body whose terms could be judged."""
    known = {column.document for column in columns}
    return tuple(
        r.document.id for r in records if r.document.id not in known and r.kind is not Kind.INDUCTION_GUIDE
    )  # fmt: skip
