"""What a checklist need not ask of a body, because a person judged the row of the matrix not needed.

Verdicts are on rows of the matrix ("how the vice-chair is chosen"), items are tests of clauses. A test is about the
rows that every clause which passes it fills; where it leaves open which of several it is (a chair or a vice-chair), it
is about all of them. A row for one role alone stands for the post: whoever needs no vice-chair needs no rule on the
vice-chair's term or duties. Nothing is spared that could also be said in a row that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from itertools import product
from typing import Any

from torparse.checklists import HEADING, TEXT, ClauseTest, Item, Part
from torparse.clauses import types
from torparse.compare import Column, cell_of
from torparse.model import Body, Record, Review, Status
from torparse.provisions import PROVISIONS, Given

_KINDS: Mapping[str, tuple[str, ...]] = {
    "role": ("chair", "vice_chair"),
    "subject": ("papers", "meeting", "terms_of_reference", "procedures"),
}
"""Fields by which a type's clauses are told apart for several rows, with the values that rows take."""
_OFFICER = "officer"  # a rule on all officers is one on each
_OWN_ROW: Mapping[tuple[str, str], str] = {("chair_appointment", "term"): "P10"}
"""Fields of a type that are a row of their own as well: a chair's term is told with the choice or apart from it."""
_ANYTHING = "?"


@dataclass(frozen=True, slots=True)
class Needs:
    """The rows that one body does not need, with who said so."""

    not_needed: Mapping[str, Review]

    def item(self, item: Item) -> Review | None:
        """Who said that nothing of an item is needed; None where something of it is."""
        by_parts = [self.part(part) for part in item.parts if not part.supplied]
        return self._tests(item.covers) or (by_parts[0] if by_parts and all(by_parts) else None)

    def part(self, part: Part) -> Review | None:
        """Who said that a part of an item is not needed; None where it may be."""
        return self._tests(part.any_)

    def _tests(self, tests: Iterable[ClauseTest]) -> Review | None:
        if not self.not_needed:
            return None
        # what has no row, nobody can judge
        said = [self._test(test) for test in tests if test.type not in (TEXT, HEADING) and rows_of(test)]
        return said[0] if said and all(said) else None

    def _test(self, test: ClauseTest) -> Review | None:
        for rows in (rows_of(test), posts_of(test), _own_rows(test)):
            if rows and rows <= self.not_needed.keys():
                return self.not_needed[min(rows)]
        return None


EVERYTHING = Needs({})
"""Of a body of which nobody said that it does not need something."""


def needs_of(record: Record, body: Body) -> Needs:
    """The rows that people judged not needed for ``body`` and that its terms do not fill."""
    column = Column("", record, body)
    judged = {one.provision for one in record.judged if one.body == body.name}
    cells = (cell_of(column, provision) for provision in PROVISIONS if provision.id in judged)
    return Needs({cell.provision: cell.judged.review for cell in cells if cell.judged and cell.not_needed})


def rows_of(test: ClauseTest) -> frozenset[str]:
    """The ids of the rows that a test of clauses is about; none where its type fills no row."""
    found = frozenset(row for value in _values(test) for row in _filled(test.type, value))
    if found or test.given or test.true or test.is_ or test.is_or_not_given or test.contains:
        return found
    # a test that asks for no field may be passed by any clause of the type
    return frozenset(p.id for p in PROVISIONS if any(feed.type == test.type for feed in p.feeds))


def posts_of(test: ClauseTest) -> frozenset[str]:
    """The ids of the rows for the roles that the test names, where it names such roles alone."""
    named = {*test.is_.get("role", ()), *test.contains.get("roles", ())} - {_OFFICER}
    posts = _posts()
    return frozenset(posts[role] for role in named) if named and named <= posts.keys() else frozenset()


def _own_rows(test: ClauseTest) -> frozenset[str]:
    return frozenset(row for name in test.given if (row := _OWN_ROW.get((test.type, name))))


def _values(test: ClauseTest) -> Iterator[Given]:
    """The least that a clause which passes the test gives, once for each kind of clause that it leaves open."""
    least: dict[str, Any] = dict.fromkeys(test.given, _ANYTHING)
    least |= dict.fromkeys(test.true, True)
    least |= {name: [values[0]] for name, values in test.contains.items()}
    open_ = {name: (None, *values) for name, values in _KINDS.items() if name in _fields(test.type)}
    told = {**open_, **{name: (None, *values) for name, values in test.is_or_not_given.items()}, **test.is_}
    for choice in product(*told.values()):
        yield least | {name: value for name, value in zip(told, choice, strict=True) if value is not None}


@cache
def _fields(type_: str) -> frozenset[str]:
    return frozenset(one.name.rstrip("_") for one in fields(types()[type_].value))


@cache
def _posts() -> Mapping[str, str]:
    """The rows that only clauses on one role fill, by the role."""
    found = {}
    for provision in PROVISIONS:
        for feed in provision.feeds:
            roles = [role for role in _KINDS["role"] if feed.takes({"role": role}, Status.STATED)]
            if "role" in _fields(feed.type) and len(roles) == 1 and not feed.takes({}, Status.STATED):
                found[roles[0]] = provision.id
    return found


def _filled(type_: str, value: Given) -> Iterable[str]:
    return (
        provision.id
        for provision in PROVISIONS
        if any(feed.type == type_ and feed.takes(value, Status.STATED) for feed in provision.feeds)
    )
