"""Checklists as data: what a good set of terms holds, and by which clauses one sees it.

A checklist is one TOML file in this folder. Its tests use a small closed set of predicates on clause fields and no
expressions, so that a governance officer can read and edit them:

``given``            all of these fields are given
``is``               the field has one of these values
``is_or_not_given``  the same, or the clause does not give the field
``contains``         the field is a list that holds one of these values
``true``             these fields are true
``not_true``         none of these fields is true

An item is met where every ``part`` of it (or one of the ``enough`` tests) holds of a stated clause. ``covers`` says
which clauses speak of the item at all: a pointer among them makes it partly met, a promise makes it promised, and a
stated one that holds no part makes it partly met where ``mention_counts`` is true. An item ``by_person`` has no tests:
torparse shows it and leaves the judgement to its reader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from torparse.errors import BadData
from torparse.model import Clause

DEFAULT = "induction-guide-2009-core"
IMPORTANCE = ("core", "recommended", "context")

_Values = Mapping[str, tuple[Any, ...]]


def _none() -> _Values:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ClauseTest:
    """A question about one clause: its type and the predicates that its fields must pass (all of them)."""

    type: str
    given: tuple[str, ...] = ()
    is_: _Values = field(default_factory=_none)
    is_or_not_given: _Values = field(default_factory=_none)
    contains: _Values = field(default_factory=_none)
    true: tuple[str, ...] = ()
    not_true: tuple[str, ...] = ()

    def passes(self, clause: Clause) -> bool:
        """Whether the clause is of the type and passes every predicate; its status is not looked at."""
        if clause.type != self.type:
            return False
        value = clause.value.as_dict()
        return (
            all(name in value for name in self.given)
            and all(value.get(name) in allowed for name, allowed in self.is_.items())
            and all(name not in value or value[name] in allowed for name, allowed in self.is_or_not_given.items())
            and all(set(allowed) & set(value.get(name, ())) for name, allowed in self.contains.items())
            and all(value.get(name) is True for name in self.true)
            and not any(value.get(name) is True for name in self.not_true)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that an item asks for. ``label`` goes on from "The terms say …"; any one of ``any_`` is enough.

    ``supplied`` holds for every body whose terms are in the document.
    """

    label: str
    any_: tuple[ClauseTest, ...] = ()
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what is asked, where that comes from, why it matters, what to do, a wording to start from."""

    id: str
    requirement: str
    section: str
    importance: str
    why: str
    next_step: str
    wording: str
    parts: tuple[Part, ...]
    covers: tuple[ClauseTest, ...]
    enough: tuple[ClauseTest, ...] = ()
    mention_counts: bool = True
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist with its ``name`` (of the file), ``title``, ``source`` (a citation) and items in their order."""

    name: str
    title: str
    source: str
    items: tuple[Item, ...]

    def item(self, id: str) -> Item:
        """The item of that id; raises KeyError."""
        return {item.id: item for item in self.items}[id]


def available() -> tuple[str, ...]:
    """The names of the checklists that come with torparse, in alphabetical order."""
    return tuple(sorted(p.name.removesuffix(".toml") for p in resources.files(__name__).iterdir() if _is_data(p.name)))


def load(name: str | Path = DEFAULT) -> Checklist:
    """Read a checklist: one that comes with torparse by its name, or a TOML file by its path.

    Raises BadData, in one line with the place, where there is none, where it is no TOML, or where it holds a key,
    clause type, field, predicate or importance that torparse does not know.
    """
    if isinstance(name, Path):
        label, stem = str(name), name.stem
        if not name.is_file():
            raise BadData("there is no such checklist", where=label, todo="Give the path of a TOML file")
        text = _text(name, label)
    else:
        label, stem = name, name
        if name not in available():
            known = ", ".join(available())
            raise BadData("there is no checklist of this name", where=name, todo=f"The ones there are: {known}")
        text = (resources.files(__name__) / f"{name}.toml").read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"this is not valid TOML ({error})", where=label) from error
    return _checklist(data, stem, label)


def _is_data(name: str) -> bool:
    return name.endswith(".toml")


def _text(path: Path, label: str) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData("this checklist cannot be read as UTF-8 text", where=label) from error


def _checklist(data: Mapping[str, Any], name: str, where: str) -> Checklist:
    _keys(data, ("title", "source", "item"), (), where)
    items = _tables(data, "item", where)
    made = tuple(_item(item, f"{where}, item {item.get('id', number)}") for number, item in enumerate(items, 1))
    ids = [item.id for item in made]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice:
        raise BadData(f"the id {twice} is used twice", where=where, todo="Give every item an id of its own")
    return Checklist(name, _words(data, "title", where), _words(data, "source", where), made)


def _item(data: Mapping[str, Any], where: str) -> Item:
    texts = ("id", "requirement", "section", "importance", "why", "next_step", "wording")
    by_person = data.get("by_person", False)
    if not isinstance(by_person, bool):
        raise BadData("by_person is true or false", where=where)
    tests = ("part", "covers")
    if by_person and any(key in data for key in (*tests, "enough")):
        raise BadData("an item by_person has no tests", where=where, todo="Take out by_person, or part and covers")
    needed, others = ((*texts,), ()) if by_person else ((*texts, *tests), ("enough", "mention_counts"))
    _keys(data, needed, (*others, "by_person"), where)
    words = {key: _words(data, key, where) for key in texts}
    if words["importance"] not in IMPORTANCE:
        raise BadData(f"unknown importance {words['importance']!r}", where=where, todo=f"Use {', '.join(IMPORTANCE)}")
    parts = tuple(_part(part, where) for part in _tables(data, "part", where)) if not by_person else ()
    mention = data.get("mention_counts", True)
    if not isinstance(mention, bool):
        raise BadData("mention_counts is true or false", where=where)
    covers, enough = _tests(data, "covers", where), _tests(data, "enough", where)
    return Item(
        **words, parts=parts, covers=covers, enough=enough, mention_counts=mention, by_person=by_person
    )  # fmt: skip


def _part(data: Mapping[str, Any], where: str) -> Part:
    _keys(data, ("label",), ("any", "supplied"), where)
    label = _words(data, "label", where)
    supplied = data.get("supplied", False)
    if not isinstance(supplied, bool) or supplied is bool(data.get("any")):
        raise BadData(f"the part {label!r} needs either tests under 'any' or supplied = true", where=where)
    return Part(label, _tests(data, "any", where), supplied)


def _tests(data: Mapping[str, Any], key: str, where: str) -> tuple[ClauseTest, ...]:
    return tuple(_test(test, where) for test in _tables(data, key, where)) if key in data else ()


def _test(data: Mapping[str, Any], where: str) -> ClauseTest:
    lists, tables = ("given", "true", "not_true"), ("is", "is_or_not_given", "contains")
    _keys(data, ("type",), (*lists, *tables), where, what="predicate")
    kind = _words(data, "type", where)
    known = _fields(kind, where)
    named: dict[str, Any] = {}
    for key in lists:
        named[key] = tuple(_list(data.get(key, []), f"{where}, {kind}.{key}"))
    for key in tables:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise BadData(f"{key} is a table of fields and their values", where=f"{where}, {kind}")
        values = {name: tuple(_list(allowed, f"{where}, {kind}.{name}")) for name, allowed in table.items()}
        named["is_" if key == "is" else key] = MappingProxyType(values)
    for name in (n for names in named.values() for n in names):
        if name not in known:
            raise BadData(f"a {kind} clause has no field {name!r}", where=where, todo=f"Use {', '.join(known)}")
    return ClauseTest(kind, **named)


def _fields(kind: str, where: str) -> tuple[str, ...]:
    from torparse.clauses import types

    if kind not in types():
        raise BadData(f"unknown clause type {kind!r}", where=where, todo=f"Use one of {', '.join(types())}")
    return tuple(f.name.rstrip("_") for f in fields(types()[kind].value))


def _keys(
    data: Mapping[str, Any], needed: Sequence[str], optional: Sequence[str], where: str, what: str = "key"
) -> None:
    unknown = [key for key in data if key not in (*needed, *optional)]
    if unknown:
        known = ", ".join((*needed, *optional))
        raise BadData(f"unknown {what} {unknown[0]!r}", where=where, todo=f"The ones there are: {known}")
    missing = [key for key in needed if key not in data]
    if missing:
        raise BadData(f"the {what} {missing[0]!r} is missing", where=where)


def _words(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        raise BadData(f"{key} needs some words", where=where)
    return " ".join(value.split())


def _tables(data: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = data[key]
    if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
        raise BadData(f"{key} is a list of tables with at least one in it", where=where)
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise BadData("a list in square brackets is needed", where=where)
    return value
