"""Clauses that several documents word nearly alike: who has whose wording, where it differs, and who had it first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from torparse.dated.issued import before, issued_of
from torparse.likeness.alike import FEWEST, Keys, Wordings, likeness
from torparse.likeness.values import Agreement, agreement
from torparse.likeness.wordings import Wording


@dataclass(frozen=True, slots=True)
class Variant:
    """Documents that have a clause word for word the same, names apart.

    ``likeness`` (0 to 1) is that to the group's first variant. ``other_value``: its figures or choices are others than
    the first variant's.
    """

    wordings: tuple[Wording, ...]
    likeness: float
    other_value: bool

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents' ids, each once."""
        return tuple(dict.fromkeys(w.document for w in self.wordings))


@dataclass(frozen=True, slots=True)
class Group:
    """A clause that two documents or more word nearly alike.

    ``types`` are the clause types that the same sentences are of. The first of ``variants`` is the one that the others
    are held against: that of the ``earliest`` document, or else the one that most documents are near to. ``dates`` are
    the documents' own (ISO 8601, as far as given). ``earliest`` is None where a document gives no date, or where dates
    do not tell (two of one year, of which no more is known): then nobody can say who had the wording first.
    """

    types: tuple[str, ...]
    variants: tuple[Variant, ...]
    dates: Mapping[str, str | None]
    earliest: str | None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents' ids in order."""
        return tuple(sorted(self.dates))

    @property
    def other_value(self) -> bool:
        """Whether the same wording comes with other figures or choices."""
        return any(variant.other_value for variant in self.variants)


def groups_of(wordings: Mapping[str, Sequence[Wording]]) -> tuple[Group, ...]:
    """The groups of near-identical clauses, those of most documents first.

    A clause is in one group of its type at most, and near-identical to the wording at the middle of it. Clauses that
    are alike within one document only make no group.
    """
    found: dict[tuple[tuple[str, object], ...], Group] = {}
    for name, some in wordings.items():
        for members in _clusters(some):
            places = tuple(sorted((w.document, w.places) for w in members))
            same = found.get(places)
            found[places] = _group(members, (*same.types, name) if same else (name,))
    return tuple(sorted(found.values(), key=_rank))


def _rank(group: Group) -> tuple[object, ...]:
    """Many documents first; then those with other values, then the longer wordings."""
    first = group.variants[0].wordings[0]
    return -len(group.dates), not group.other_value, -len(first.keys), group.types, group.documents, first.places


def _clusters(wordings: Sequence[Wording]) -> Iterable[tuple[Wording, ...]]:
    """Clusters around the wordings that most documents are near to; the order of ``wordings`` does not matter."""
    by_keys: dict[Keys, list[Wording]] = {}
    for wording in wordings:
        if len(wording.keys) >= FEWEST:
            by_keys.setdefault(wording.keys, []).append(wording)
    different = sorted(by_keys)
    documents = [len({w.document for w in by_keys[keys]}) for keys in different]
    compared = Wordings(different)
    degrees = compared.degrees(documents)
    shared = [i for i in range(len(different)) if degrees[i] > 1]
    left = dict.fromkeys(sorted(shared, key=lambda i: (-degrees[i], -documents[i], i)))
    while left:
        centre = next(iter(left))
        near = sorted({centre, *compared.near(centre, list(left))}, key=lambda i: (i != centre, i))
        for one in near:
            del left[one]
        members = tuple(w for i in near for w in by_keys[different[i]])
        if len({w.document for w in members}) > 1:
            yield members


def _group(members: Sequence[Wording], types: tuple[str, ...]) -> Group:
    dates = {w.document: issued_of(w.record) for w in members}
    first = earliest_of(dates)
    exact: dict[tuple[str, ...], list[Wording]] = {}
    for wording in members:
        exact.setdefault(wording.exact, []).append(wording)
    variants = [sorted(same, key=lambda w: (w.document != first, w.document, w.places)) for same in exact.values()]
    middle = members[0].keys

    def order(same: Sequence[Wording]) -> tuple[object, ...]:
        has_first = any(w.document == first for w in same)
        return not has_first, same[0].keys != middle, -len({w.document for w in same}), same[0].document, same[0].places

    variants.sort(key=order)
    model = variants[0][0]
    made = (Variant(tuple(v), likeness(model.keys, v[0].keys), _other_value(model, v[0])) for v in variants)
    return Group(types, tuple(made), dates, first)


def earliest_of(dates: Mapping[str, str | None]) -> str | None:
    """The document that is surely older than all others, or None where that cannot be said."""
    for document, date in dates.items():
        others = [other for name, other in dates.items() if name != document]
        if date is not None and all(other is not None and before(date, other) for other in others):
            return document
    return None


def _other_value(model: Wording, other: Wording) -> bool:
    """Whether the values differ; where the clauses give none that can be compared, whether the numbers do."""
    held = agreement(model.choices, other.choices)
    return model.figures != other.figures if held is Agreement.NONE else held is Agreement.OTHER
